"""A state is shared, or each party's own, and a sentence about it sounds like the other.

## Why

`no encounter by each party while at-risk` looks at each of you alone, but a plain `state at-risk` holds for all of you at once: what starts
it for one starts it for the other. The other way round, `no encounter while tipsy` with a state `for each party` asks only those who
have part in the encounter.

## Before

```pact
state at-risk
    starts with encounter
    ends with test

boundary careful
    no date-night by each party while at-risk
```

## After

```pact
state at-risk for each party
    starts with encounter
    ends with test

boundary careful
    no date-night by each party while at-risk
```

## How to fix

Write `state NAME for each party` if each of you has a state of their own, and `state NAME` if one person's holds for all. Say
`by each party` or `by anyone` in the sentence.

## When to allow it

If the sentence means what it says. It is asked once for a text.

## Near miss

```pact
state at-risk
    starts with encounter
    ends with test

boundary careful
    no date-night while at-risk
```

```pact
state at-risk for each party
    starts with encounter
    ends with test

boundary careful
    no date-night by anyone while at-risk
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Edit, Label, Severity
from pactlang.lint.once import asked_once
from pactlang.lint.parts import after_breach, doer, limited, occasion
from pactlang.lint.rule import Fix, Found, Rule
from pactlang.model.agreement import UnlessState, WhileFilter, WhoWord
from pactlang.model.parts import parts, stands_alone

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence, State

_EACH = " for each party"


def find(subject: Subject) -> Iterator[Found]:
    """Sentences about events that speak of each party and of a state that all share, or of nobody and of a state of each one's own."""
    if len(subject.agreement.parties) < 2:
        return
    states = {state.name: state for state in subject.agreement.states}
    sentences = [sentence for sentence in subject.agreement.sentences if not sentence.not_applied]
    # What comes again, or follows a breach, knows no state of one party's own, so such a state is meant to be shared.
    shared = {name for one in sentences if stands_alone(one.form) or after_breach(one.form) for name in _named(one)}
    yield from asked_once(
        _asked(sentence, states[name])
        for sentence in sentences
        for name in _named(sentence)
        if name in states and (states[name].each or name not in shared)
    )


def _named(sentence: Sentence) -> Iterator[str]:
    """The states that a sentence speaks of, each once."""
    found = (one.state for one in parts((sentence.form, sentence.modifiers)) if isinstance(one, WhileFilter | UnlessState))
    yield from dict.fromkeys(found)


def _asked(sentence: Sentence, state: State) -> Found | None:
    about = limited(sentence.form) or occasion(sentence.form)
    if about is None:
        return None
    who = doer(about)
    if state.each and who is None:
        message = f"Does one person's '{state.name}' hold for all of you? Each has their own: only those who have part in this are asked."
        return _found(sentence, state, message, "If it does")
    if not state.each and who is WhoWord.EACH_PARTY:
        message = f"Does each of you have their own state '{state.name}'? It is shared: what starts it for one starts it for all."
        return _found(sentence, state, message, "If so")
    return None


def _found(sentence: Sentence, state: State, message: str, lead: str) -> Found:
    words = " ".join(state.span.text.split())
    heading = words.removesuffix(_EACH) if state.each else words + _EACH
    title = f"Write {heading}"
    return Found(
        sentence.span,
        message,
        f"{lead}: '{heading}'.",
        (Label(state.span, "its heading"),),
        (Fix(title, (Edit(state.span, heading, title),)),),
    )


RULE = Rule("C021", "whose-state", Severity.NOTE, 36, find, asks=True)

"""A sentence waits for an occasion that another sentence forbids, so it never applies while that one is kept.

## Why

It looks like something you have settled. Or it was written when the boundary was a different one, and one of the two was forgotten.

## Before

```pact
boundary home-is-ours
    no encounter at home

aftercare
    after each encounter at home, aftercare by everyone within 2 days
```

## After

```pact
boundary home-is-ours
    no encounter at home

aftercare
    after each encounter, aftercare by everyone within 2 days
```

## How to fix

Remove the sentence, widen its occasion, or let the boundary leave room with `unless`. For what follows when the boundary was not kept,
write `after each breach of` and its name.

## When to allow it

If it is meant for the day when the boundary was not kept after all.

## Near miss

```pact
boundary home-is-ours
    no encounter at home unless consent by Ben within the last 7 days

aftercare
    after each encounter at home, aftercare by everyone within 2 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.parts import events, owed
from pactlang.lint.proof.occasions import never_comes
from pactlang.lint.rule import Found, Rule
from pactlang.lint.themes import tells
from pactlang.model.agreement import PauseAfter, ProhibitionAfter, RepeatAfter, Response

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


def find(subject: Subject) -> Iterator[Found]:
    """Sentences whose occasion is forbidden, with a log."""
    budget = Budget(subject.steps)
    for one in never_comes(subject.agreement, budget):
        yield Found(
            one.sentence.span,
            "This waits for something that another sentence forbids: while that one is kept, this never applies.",
            "Widen the occasion, or write `after each breach of` the other.",
            (Label(one.limit.span, "forbids the occasion"),),
            log=one.entries,
            until=one.until,
            doubt=_in_case(one.sentence),
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


# What people do after something that they may do; anything else is plainly meant for when it happens all the same.
_CARE = frozenset({"aftercare", "reflection", "gratitude", "check-in", "date-night", "cleaning", "tidying"})


def _in_case(sentence: Sentence) -> bool:
    """Whether it says what follows if the forbidden happens: a message, a repair, a consequence."""
    if not isinstance(sentence.form, Response | ProhibitionAfter | PauseAfter | RepeatAfter):
        return tells(sentence)
    duty = owed(sentence.form)
    return duty is None or not events(duty.selector) & _CARE


RULE = Rule("X006", "occasion-never-comes", Severity.WARNING, 50, find, proves=True)

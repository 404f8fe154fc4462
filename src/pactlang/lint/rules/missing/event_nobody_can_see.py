"""Something is asked for that happens inside a person, so nobody else can see it.

## Why

A feeling or an attitude has no witness. The one who is asked for it can only claim it, and the one who misses it can only doubt it.

## Before

```pact
event respect

promise kind
    at least 1 respect by each party per day
```

## After

```pact
promise kind
    at least 1 gratitude by each party per day
```

## How to fix

Ask for what can be seen: a word of thanks said aloud, a talk, a message, an evening kept free.

## When to allow it

If the event only sounds like a feeling, and you have agreed on what to write down for it.

## Near miss

```pact
event thank-you

promise kind
    at least 1 thank-you by each party per day
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, limited, wanted
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What goes on inside a person. Words for what people do (a thank-you, a hug, an apology) are not among them.
_INSIDE = frozenset(
    {
        *("respect", "honesty", "openness", "trust", "love", "loyalty", "kindness", "patience", "empathy"),
        *("jealousy", "envy", "anger", "worry", "thought", "thinking-of-me", "feeling", "mood", "desire", "attraction", "crush", "doubt"),
        *("appreciation", "understanding", "commitment", "enthusiasm", "positivity", "acceptance", "forgiveness", "transparency"),
    }
)


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that ask for an inner event, or limit one."""
    for sentence in subject.sentences:
        form = sentence.form
        inside = sorted((events(wanted(form)) | events(limited(form))) & _INSIDE)
        if inside:
            message = f"Only the person concerned can see {inside[0]}, so nobody else can tell whether it happened."
            yield Found(sentence.span, message, "Ask for what can be seen: a word, a talk, an evening kept free.")


RULE = Rule("M015", "event-nobody-can-see", Severity.WARNING, 52, find)

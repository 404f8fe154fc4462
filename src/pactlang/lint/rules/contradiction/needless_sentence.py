"""A sentence is kept whenever another one is, so it adds nothing.

## Why

Two limits for one thing raise the question of which one counts; and when one is changed later, the other is forgotten.

## Before

```pact
cap evenings
    at most 4 encounters per month by each party

cap many
    at most 6 encounters per month by each party
```

## After

```pact
cap evenings
    at most 4 encounters per month by each party
```

## How to fix

Remove the weaker one, or say what it adds: another window, other people, other places.

## When to allow it

If the weaker one is meant for the day when the stronger one ends.

## Near miss

```pact
cap evenings
    at most 4 encounters per month by each party

cap week
    at most 2 encounters per week by each party
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.needless import proven
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that another covers, with a log that breaks both."""
    for one, (log, until) in proven(subject, RULE.code, same=False):
        label = Label(one.other.span, "keeping this keeps both")
        message = "Another sentence leaves less room, so this one adds nothing: what breaks it breaks the other."
        yield Found(one.sentence.span, message, "Keep one of them.", (label,), log=log, until=until)


RULE = Rule("X002", "needless-sentence", Severity.WARNING, 45, find)

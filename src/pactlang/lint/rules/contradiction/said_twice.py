"""Two sentences ask for exactly the same.

## Why

One breach is then reported twice, and a change to one of them leaves the other behind.

## Before

```pact
check-in
    check-in by everyone every week on Sunday

promise talk
    check-in by everyone every week on Sunday
```

## After

```pact
check-in
    check-in by everyone every week on Sunday
```

## How to fix

Remove one of them.

## When to allow it

If the two clauses are read in different places, for example on the fridge and in a folder.

## Near miss

```pact
check-in
    check-in by everyone every week on Sunday
    check-in by everyone every week on Thursday
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
    """Sentences that say what an earlier one says, with a log that breaks both."""
    for one, (log, until) in proven(subject, RULE.code, same=True):
        label = Label(one.other.span, "the other")
        message = "This says the same as another sentence: what breaks one breaks both."
        yield Found(one.sentence.span, message, "Keep one of them.", (label,), log=log, until=until)


RULE = Rule("X003", "said-twice", Severity.WARNING, 40, find)

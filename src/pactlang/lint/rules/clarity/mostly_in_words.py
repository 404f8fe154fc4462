"""Most of what is promised is in words that no log can show.

## Why

Each of you remembers in your own way what cannot be checked; a log cannot help you there.

## Before

```pact
promise us
    "We are kind."
    "We listen."
    "We tell the truth."
    "We come home."
    "We laugh."
```

## After

```pact
promise us
    "We are kind."
    check-in by everyone every week on Sunday
```

## How to fix

Take the two that matter most, and say for each who does what and by when.

## When to allow it

If you want a vow, not a contract.

## Near miss

```pact
promise us
    "We are kind."
    "We listen."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """At least five promises, and fewer than one in four of all can be checked."""
    clauses = subject.agreement.clauses
    words = sum(len(clause.promises) for clause in clauses)
    checkable = sum(not one.repairs for clause in clauses for one in clause.sentences)
    if words >= 5 and checkable * 4 < words + checkable:
        yield Found(
            subject.top,
            f"{checkable} of {words + checkable} promises can be checked.",
            "Take the two that matter most, and give them a number.",
        )


RULE = Rule("C007", "mostly-in-words", Severity.NOTE, 20, find, whole=True)

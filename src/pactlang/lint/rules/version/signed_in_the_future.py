"""A signature is dated in the future.

## Why

A yes with a future date says nothing about today, and looks like a slip.

## Before

```pact as-of=2026-02-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-03-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## After

```pact as-of=2026-02-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## How to fix

Correct the date.

## When to allow it

Never.

## Near miss

```pact as-of=2026-02-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.words import called

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Signatures later than today."""
    for signature in subject.agreement.signatures:
        if subject.today is not None and signature.on > subject.today:
            yield Found(signature.span, f"{called(signature.party)}'s signature is dated in the future.", "Correct the date.")


RULE = Rule("V005", "signed-in-the-future", Severity.WARNING, 40, find)

"""The agreement has ended, but nothing has taken its place.

## Why

What you still live by may not be what you still want.

## Before

```pact as-of=2027-02-01
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

## After

```pact as-of=2027-02-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2028-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## How to fix

Sit down for a review: keep it for another year, change it, or let it end.

## When to allow it

If it is kept for the record.

## Near miss

```pact as-of=2027-02-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
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

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """An end that is past."""
    last = subject.agreement.in_force_until
    if last is not None and subject.today is not None and subject.today > last:
        yield Found(subject.top, "This agreement has ended.", "Renew it, change it, or let it go, together.")


RULE = Rule("V003", "lapsed", Severity.WARNING, 50, find)

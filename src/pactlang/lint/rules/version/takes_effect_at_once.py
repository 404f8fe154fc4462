"""The first date of a text is the day of its last signature, or earlier.

## Why

Terms that apply from the moment of signing leave no night to sleep on them. A first date before the last signature is not what
happens: such a text is in force only from the day after that signature.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-04
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-08
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## After

```pact
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

Let it start a day or more after the last signature: `in force from`.

## When to allow it

If you only write down what you have long lived by.

## Near miss

```pact
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
from datetime import date
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """A signature on the first day in force, or later."""
    agreement = subject.agreement
    first = agreement.in_force_from
    late = [one for one in agreement.signatures if first is not None and one.on >= first]
    last = max(late, key=lambda one: one.on, default=None)
    if last is None or first is None or (subject.today is not None and last.on > subject.today):
        return  # what is dated in the future has not been signed yet: another rule says so
    message = "This was signed on the day it starts to apply."
    if last.on > first:
        message = (
            f"This was signed after the first date ({_date(first)}), so the text is in force only from the day after: {_date(last.on + 1)}."
        )
        if agreement.unsigned:
            message = (
                f"This was signed after the first date ({_date(first)}): the text is in force only from the day after the last signature."
            )
    yield Found(last.span, message, "Let it begin after the last signature.")


def _date(day: int) -> str:
    return date.fromordinal(day).isoformat()


RULE = Rule("V004", "takes-effect-at-once", Severity.NOTE, 35, find)

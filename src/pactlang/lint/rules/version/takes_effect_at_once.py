"""A change is in force on the day it was signed, or before.

## Why

Terms that apply from the moment of signing leave no night to sleep on them; terms that apply from an earlier date judge what was done under
others.

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
    for signature in late[-1:]:
        said = "after the agreement had started to apply" if signature.on != first else "on the day it starts to apply"
        yield Found(signature.span, f"This was signed {said}.", "Let it begin after the last signature.")


RULE = Rule("V004", "takes-effect-at-once", Severity.NOTE, 35, find)

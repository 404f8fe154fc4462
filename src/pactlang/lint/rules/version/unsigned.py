"""Not everyone has signed this text, though some have or its first date is past.

## Why

Until all have signed, it is a draft. Nobody should be held to words they have not said yes to.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
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

Read it together; then each signs: `pact sign us.pact --as Ben`.

## When to allow it

While you are still writing. A text that nobody has signed is reported only
once its first date has come, and only to those who choose the strict profile or this rule.

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
from pactlang.lint.themes import speaks
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Parties without a signature of their own under any text."""
    agreement = subject.agreement
    another = set(agreement.signed_another)
    missing = [party for party in agreement.unsigned if party not in another]
    if missing and agreement.signatures:
        have = "has" if len(missing) == 1 else "have"
        message = f"{people_words(missing)} {have} not signed yet: this is a draft."
        yield Found(subject.top, message, "`pact sign` signs exactly this text.")
    first = agreement.in_force_from
    if not agreement.signatures and first is not None and subject.today is not None and first <= subject.today and speaks(subject):
        message = f"This says that it is in force from {date.fromordinal(first).isoformat()}, but nobody has signed: it is a draft."
        yield Found(subject.top, message, "Sign it if it is what you live by, or choose a later date.", severity=Severity.NOTE, doubt=True)


RULE = Rule("V001", "unsigned", Severity.WARNING, 48, find)

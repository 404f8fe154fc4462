"""Nothing says when this agreement ends or when you look at it again.

## Why

People change. Without a date for a review, an agreement is changed by habit instead of by talking.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

check-in
    check-in by everyone every week on Sunday
```

## After

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

check-in
    check-in by everyone every week on Sunday

review
    review by everyone every 3 months
```

## How to fix

Write `review by everyone every 3 months`, or give the agreement a last day: `in force from … until …`.

## When to allow it

If you have agreed elsewhere on a time to look at it.

## Near miss

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

check-in
    check-in by everyone every week on Sunday

promise later
    "On the first of May we read this page again together."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import asked_for, clause_of_kind, said, speaks
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(
    r"\breview|\brevisit|\brenegotiat|\blook at (?:this|it) (?:page )?again|\bread (?:this|it)\b.{0,60}\bagain|"
    r"\btry (?:this|it) (?:out )?for\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """No last day, no review."""
    agreement = subject.agreement
    if agreement.in_force_until is not None or not speaks(subject):
        return
    if clause_of_kind(subject, ClauseKind.REVIEW) or "review" in asked_for(subject) or said(subject, _WORDS):
        return
    if any(one.modifiers.revisit is not None for one in agreement.sentences):
        return
    fixes = with_clause(subject, "Add a review every 3 months", "review", "review by everyone every 3 months", needs=("review",))
    message = "There is no last date, and no review was found: nothing plans when you look at this again."
    yield Found(subject.top, message, "A review every few months keeps it yours.", fixes=fixes)


RULE = Rule("M001", "no-review-or-end", Severity.WARNING, 80, find, Profile.GENTLE, sure=Sure.LIKELY)

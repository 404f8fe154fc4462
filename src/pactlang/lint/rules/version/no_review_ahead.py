"""The last review that is planned is past, and the agreement goes on.

## Why

A review on one date happens once. After it, nothing asks any more whether the words still fit.

## Before

```pact as-of=2026-10-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone on 2026-09-01
```

## After

```pact as-of=2026-10-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone every 6 months
```

## How to fix

Name the next date, or a rhythm: `review by everyone every 6 months`.

## When to allow it

If that review was to be the last one.

## Near miss

```pact as-of=2026-08-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone on 2026-09-01
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events, wanted
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Rhythm, Schedule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Reviews on single dates alone, all of them past, of what has no last date."""
    agreement, today = subject.agreement, subject.today
    if today is None or agreement.in_force_until is not None or any(one.modifiers.revisit is not None for one in agreement.sentences):
        return
    planned = [one for one in agreement.sentences if "review" in events(wanted(one.form)) and not one.not_applied]
    dates = [one.form.recurrence.date for one in planned if isinstance(one.form, Schedule) and one.form.recurrence.rhythm is Rhythm.ONCE]
    known = [day for day in dates if day is not None]
    if not known or len(known) != len(planned) or max(known) >= today:
        return
    last = planned[known.index(max(known))]
    message = f"This is the last review that is planned, and {date.fromordinal(max(known)).isoformat()} is past."
    yield Found(last.span, message, "Name the next date, or a rhythm: `every 6 months`.")


RULE = Rule("V009", "no-review-ahead", Severity.NOTE, 51, find)

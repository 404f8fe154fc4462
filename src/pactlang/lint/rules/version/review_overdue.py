"""The review you agreed on is overdue.

## Why

When a review slips, words and life begin to part ways.

## Before

```pact as-of=2026-05-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone every 3 months
```
```pactlog
2026-01-19 check-in by Ana and Ben
```

## After

```pact as-of=2026-05-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone every 3 months
```
```pactlog
2026-04-01 review by Ana and Ben
```

## How to fix

Sit down; half an hour is enough. `pact report --for-review` makes an agenda.

## When to allow it

If you have both agreed to move it: log it when it happens.

## Near miss

```pact as-of=2026-05-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
review
    review by everyone every 12 months
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import ClauseKind
from pactlang.model.calendar import load_zone

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Reviews that should have come and did not, by the log."""
    if subject.today is None or not subject.entries:
        return  # where nobody keeps a log, none of the reviews is in it
    if subject.agreement.in_force_until is not None and subject.agreement.in_force_until < subject.today:
        return  # what has ended is not reviewed; V004 speaks of it
    zone = load_zone(subject.agreement.zone or "UTC")
    end = zone.midnight(subject.today + 1) - 1
    names = {clause.name for clause in subject.agreement.clauses if clause.kind is ClauseKind.REVIEW}
    for one in judge([subject.agreement], subject.entries, end, zone).findings:
        if one.status is Status.BREACH and clause_of(one) in names and one.fulfilled_at is None:
            yield Found(one.sentence.span, "By the log, this review is overdue.", "If it was held, log it; else half an hour is enough.")
            return


RULE = Rule("V006", "review-overdue", Severity.WARNING, 56, find)

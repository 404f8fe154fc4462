"""Clock times are used, but no time zone is named.

## Why

Without one, the clock of the computer that reads the text decides: the same moment is before eleven for one of you and after eleven for the
other.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31

use relationships

boundary nights
    no encounter ending between 23:00 and 05:00
```

## After

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin

use relationships

boundary nights
    no encounter ending between 23:00 and 05:00
```

## How to fix

Put `time zone Europe/Berlin`, with your own place, under `pact`.

## When to allow it

Never needed: one line settles it.

## Near miss

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31

use relationships

boundary nights
    no encounter tagged overnight
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.parts import filters, selectors
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import ByClock, ClockFilter, DuringFilter, Response, Schedule, WithinHours
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """The first sentence with a clock time, where the agreement has no zone."""
    if subject.agreement.zone:
        return
    for sentence in subject.sentences:
        form = sentence.form
        clock = any(isinstance(one, ClockFilter | DuringFilter) for selector in selectors(form) for one in filters(selector))
        by_clock = bool(parts_of(form, ByClock)) or (isinstance(form, Response) and isinstance(form.deadline, WithinHours))
        if clock or by_clock or (isinstance(form, Schedule) and form.at is not None):
            message = "This uses clock times, but the agreement does not say in which time zone."
            yield Found(sentence.span, message, "Put `time zone …` under the heading.", labels=(Label(subject.top, "here"),))
            return


RULE = Rule("M020", "clock-without-zone", Severity.WARNING, 57, find)

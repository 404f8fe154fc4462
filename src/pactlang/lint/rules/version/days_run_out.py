"""A set of dates lists no more dates soon.

## Why

When the last holidays that a text lists are over, it goes on as if there were no more of them, and nobody has decided that.

## Before

```pact as-of=2026-11-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin
use household
days holidays
    2026-12-24 until 2027-01-06
promise tidy
    cleaning by Ana every week on Friday
    except on holidays
```

## After

```pact as-of=2026-11-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin
use household
days holidays
    2026-12-24 until 2027-01-06
    2027-03-22 until 2027-04-03
promise tidy
    cleaning by Ana every week on Friday
    except on holidays
```

## How to fix

List the next dates. `pact days --country DE --region BE --years 2027` and `pact days CALENDAR.ics` print lines to paste.

## When to allow it

If there are no more of them, such as for one summer.

## Near miss

```pact as-of=2026-09-01
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin
use household
days holidays
    2026-12-24 until 2027-01-06
promise tidy
    cleaning by Ana every week on Friday
    except on holidays
```

```pact as-of=2026-12-20
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use household
days holidays
    2026-12-24 until 2027-01-06
promise tidy
    cleaning by Ana every week on Friday
    except on holidays
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.named import NamedDays
from pactlang.witness.pool import parts_of
from pactlang.words.words import day_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_BEFORE = 90  # days


def find(subject: Subject) -> Iterator[Found]:
    """Sets of dates that are used, whose last listed date is at hand or past while the agreement goes on."""
    agreement, today = subject.agreement, subject.today
    if today is None or (agreement.in_force_until is not None and agreement.in_force_until < today):
        return
    speaking = (*((one.form, one.modifiers) for one in agreement.sentences), *agreement.states)
    used = {one.name for one in parts_of(speaking, NamedDays)}
    for one in agreement.days:
        last = one.last_listed
        if one.days.name not in used or last is None or today < last - _BEFORE:
            continue
        if agreement.in_force_until is not None and agreement.in_force_until <= last + _BEFORE:
            continue  # it lists all that this text will ever need, or ends soon after
        # What it says of each week or year goes on; only dates that are written one by one run out.
        message = f"{one.days.name} lists no single date after {day_words(last, weekday=False)}."
        yield Found(one.span, message, "List the next dates: `pact days` prints lines to paste.")


RULE = Rule("V008", "days-run-out", Severity.WARNING, 52, find)

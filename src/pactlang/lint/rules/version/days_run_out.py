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

from msgspec.structs import replace

from pactlang.diagnostics import Label, Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.named import NamedDays, WeekDays, YearDay
from pactlang.witness.pool import parts_of
from pactlang.words.words import day_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.named import DeclaredDays

_BEFORE = 90  # days


def find(subject: Subject) -> Iterator[Found]:
    """Sets of dates that are used, whose last listed date is at hand or past while the agreement goes on."""
    agreement, today = subject.agreement, subject.today
    if today is None or (agreement.in_force_until is not None and agreement.in_force_until < today):
        return
    speaking = (*((one.form, one.modifiers) for one in agreement.sentences), *agreement.states)
    used = {one.name for one in parts_of(speaking, NamedDays)}
    gone: list[DeclaredDays] = []
    for one in agreement.days:
        last = one.last_listed
        if one.days.name not in used or last is None or today < last - _BEFORE:
            continue
        if agreement.in_force_until is not None and agreement.in_force_until <= last + _BEFORE:
            continue  # it lists all that this text will ever need, or ends soon after
        gone.append(one)
    # What it says of each week or year goes on: then the dates are exceptions, and there may be no more of them.
    listing = [one for one in gone if not _goes_on(one.days)]
    if listing:
        yield _found(*listing)
    yield from (replace(_found(one), doubt=True) for one in gone if one not in listing)


def _found(first: DeclaredDays, *more: DeclaredDays) -> Found:
    said = [f"{one.days.name} lists no single date after {day_words(one.last_listed or 0, weekday=False)}" for one in (first, *more)]
    labels = tuple(Label(one.span, "nor this one") for one in more)
    return Found(first.span, f"{', and '.join(said)}.", "List the next dates: `pact days` prints lines to paste.", labels)


def _goes_on(days: NamedDays) -> bool:
    """Whether a set has dates in every week or year, whatever it lists besides."""
    return any(isinstance(one, WeekDays | YearDay) or (isinstance(one, NamedDays) and _goes_on(one)) for one in days.lines)


RULE = Rule("V008", "days-run-out", Severity.WARNING, 52, find)

"""A window past midnight and days of the week do not say which nights are meant.

## Why

A Thursday night has half of its hours on Friday. What starts at 00:30 on Friday is not on a Thursday, but one of you may have
meant it.

## Before

```pact
boundary school-nights
    no encounter between 22:00 and 06:00 on Sunday through Thursday
```

## After

```pact
hours school-nights
    on Sunday through Thursday between 22:00 and 06:00
boundary nights
    no encounter during school-nights
```

## How to fix

For the nights that begin on those days, give these hours a name: its windows belong to the day on which they begin. For what starts on
those dates alone, say so in a reason.

## When to allow it

If you mean what starts on those dates, no matter how late or early.

## Near miss

```pact
boundary school-nights
    no encounter between 22:00 and 06:00
```

```pact
boundary evenings
    no encounter between 20:00 and 23:00 on Sunday through Thursday
```

```pact
boundary home-early
    no encounter ending between 23:00 and 06:00 on Sunday through Thursday
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.once import asked_once
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import ClockFilter, ClockPart, DayFilter, DuringFilter, Selector
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.named import DaySet, HoursOn, NamedDays, WeekDays
from pactlang.model.words import clock_words
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.source import Span

_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NIGHT = 14 * 3600  # a longer window is most of a day
_PARTS = {ClockPart.ANY: "", ClockPart.START: "starting ", ClockPart.END: "ending "}


def find(subject: Subject) -> Iterator[Found]:
    """Windows that go past midnight where days are named, too, beside the noun or under the sentence; once in a text."""
    yield from asked_once(_each(subject))


def _each(subject: Subject) -> Iterator[Found]:
    for sentence in subject.agreement.sentences:
        under = [one for one in (*sentence.modifiers.only, *sentence.modifiers.excepted) if isinstance(one, DayFilter)]
        for selector in parts_of(sentence.form, Selector):
            filters = (*selector.filters, *(one for event in selector.alternatives for one in event.filters))
            windows = (line for one in filters for line in (one.hours.lines if isinstance(one, DuringFilter) else (one,)))
            past = [one for one in windows if isinstance(one, ClockFilter | HoursOn) and _is_night(one)]
            named = [one.days for one in (*filters, *under) if isinstance(one, DayFilter)]
            if past and named and not (isinstance(named[0], WeekDays) and len(named[0].days) == len(_WEEK)):
                yield _found(sentence.span, past[0], named[0])


def _is_night(window: ClockFilter | HoursOn) -> bool:
    """Whether it goes past midnight, and is not most of the day. What begins on a Thursday is on Thursday, no matter when it ends."""
    ends = isinstance(window, ClockFilter) and window.part is ClockPart.END
    return 0 < window.end <= window.start - (DAY_SECONDS - _NIGHT) and not ends


def _found(span: Span, window: ClockFilter | HoursOn, dates: DaySet) -> Found:
    part = _PARTS[window.part] if isinstance(window, ClockFilter) else ""
    if isinstance(dates, NamedDays):
        when, evenings, mornings = "what starts at 00:30 is the next date's", dates.name, "the dates after those"
    else:
        days = dates.days
        after = next((day + 1) % 7 for day in sorted(days) if (day + 1) % 7 not in days)
        when = f"what starts at 00:30 on {_WEEK[after]} is not {_WEEK[(after - 1) % 7]}'s"
        evenings, mornings = _named(days), _named({(day + 1) % 7 for day in days})
    message = f"Which nights are meant? Something belongs to the date on which it starts, so {when}."
    start, end = clock_words(window.start), clock_words(window.end)
    if part:
        early, late = f"'{part}between {start} and 00:00' on {evenings}", f"'{part}between 00:00 and {end}' on {mornings}"
        return Found(span, message, f"For the nights that begin on those days, write two sentences: {early}, and {late}.")
    line = f"'on {evenings} between {start} and {end}'"
    return Found(span, message, f"For the nights that begin on those days, name the hours: under 'hours NAME' {line}, then 'during NAME'.")


def _named(days: set[int] | frozenset[int]) -> str:
    begin = [day for day in sorted(days) if (day - 1) % 7 not in days]
    if len(days) > 2 and len(begin) == 1:
        return f"{_WEEK[begin[0]]} through {_WEEK[(begin[0] + len(days) - 1) % 7]}"
    return " or ".join(_WEEK[day] for day in sorted(days))


RULE = Rule("C015", "nights-of-days", Severity.WARNING, 43, find, yields=True, sure=Sure.LIKELY)

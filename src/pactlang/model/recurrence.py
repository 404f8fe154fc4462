"""The dates of a schedule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pactlang.model.agreement import Recurrence, Rhythm
from pactlang.model.calendar import Period, days_in, period_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator


def dates(recurrence: Recurrence, first: int, last: int, anchor: int, week_start: int) -> Iterator[int]:
    """The dates (ordinals) from `first` to `last`, counted in turns from the first one at or after `anchor`.

    >>> friday = Recurrence(Rhythm.WEEK, every=2, weekdays=(4,))
    >>> start = date(2026, 9, 7).toordinal()
    >>> [date.fromordinal(day).isoformat() for day in dates(friday, start, start + 30, start, 0)]
    ['2026-09-11', '2026-09-25']
    """
    match recurrence.rhythm:
        case Rhythm.DAY:
            start = first + (anchor - first) % recurrence.every
            yield from range(start, last + 1, recurrence.every)
        case Rhythm.WEEK:
            yield from _weekly(recurrence, first, last, anchor, week_start)
        case Rhythm.MONTH:
            yield from _by_month(recurrence, first, last, anchor, recurrence.every)
        case Rhythm.YEAR:
            yield from _by_month(recurrence, first, last, anchor, 12 * recurrence.every)
        case Rhythm.ONCE:
            if recurrence.date is not None and first <= recurrence.date <= last:
                yield recurrence.date


def beside(recurrence: Recurrence, day: int, anchor: int, week_start: int) -> tuple[int | None, int | None]:
    """The dates before and after one of the dates, whether or not anything is in force then; None where there is none.

    >>> start = date(2026, 1, 5).toordinal()
    >>> rent = Recurrence(Rhythm.MONTH, month_day=5)
    >>> [date.fromordinal(one).isoformat() for one in beside(rent, start, start, 0) if one]
    ['2025-12-05', '2026-02-05']
    """
    if recurrence.rhythm is Rhythm.ONCE:
        return None, None
    reach = _LENGTHS[recurrence.rhythm] * recurrence.every
    while True:
        earliest, latest = max(_FIRST_DAY, day - reach), min(_LAST_DAY, day + reach)
        found = list(dates(recurrence, earliest, latest, anchor, week_start))
        before, after = max((one for one in found if one < day), default=None), min((one for one in found if one > day), default=None)
        if (before is not None or earliest == _FIRST_DAY) and (after is not None or latest == _LAST_DAY):
            return before, after
        reach *= 2


_LENGTHS = {Rhythm.DAY: 1, Rhythm.WEEK: 14, Rhythm.MONTH: 62, Rhythm.YEAR: 740}
_FIRST_DAY, _LAST_DAY = date(1000, 1, 1).toordinal(), date(4000, 1, 1).toordinal()


def _weekly(recurrence: Recurrence, first: int, last: int, anchor: int, week_start: int) -> Iterator[int]:
    offsets = sorted((weekday - week_start) % 7 for weekday in recurrence.weekdays)
    start = period_bounds(Period.WEEK, anchor, week_start)[0]
    if all(start + offset < anchor for offset in offsets):
        start += 7
    turn = 7 * recurrence.every
    start += (first - start) // turn * turn
    while start <= last:
        for offset in offsets:
            if first <= start + offset <= last:
                yield start + offset
        start += turn


def _by_month(recurrence: Recurrence, first: int, last: int, anchor: int, turn: int) -> Iterator[int]:
    month = _month_of(anchor) if recurrence.rhythm is Rhythm.MONTH else date.fromordinal(anchor).year * 12 + recurrence.month - 1
    while True:
        day = _day_in(recurrence, month)
        if day is not None and day >= anchor:
            break
        # The first such day in force starts the turns; months without one (a fifth Sunday) take none.
        month += 1 if recurrence.rhythm is Rhythm.MONTH else 12
    month += (_month_of(first) - month) // turn * turn
    while month < 12 * date.max.year:
        day = _day_in(recurrence, month)
        if day is not None and day > last:
            return
        if day is None and date(month // 12, month % 12 + 1, 1).toordinal() > last:
            return
        if day is not None and day >= first:
            yield day
        month += turn


def _month_of(day: int) -> int:
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1


def _day_in(recurrence: Recurrence, month: int) -> int | None:
    """The date in a month (counted from year 0), or None where it has none."""
    year, month0 = divmod(month, 12)
    length = days_in(year, month0 + 1)
    first = date(year, month0 + 1, 1).toordinal()
    if recurrence.nth:
        (weekday,) = recurrence.weekdays
        if recurrence.nth > 0:
            day = 1 + (weekday - (first - 1) % 7) % 7 + 7 * (recurrence.nth - 1)
        else:
            day = length - ((first + length - 2) % 7 - weekday) % 7
        return first + day - 1 if day <= length else None
    day = length if recurrence.month_day == -1 else min(recurrence.month_day, length)
    return first + day - 1

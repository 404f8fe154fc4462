"""From the dates of a schedule to rules with exceptions, never more and never fewer dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.agenda.item import Series
from pactlang.model.agreement import Recurrence, Rhythm
from pactlang.model.calendar import days_in
from pactlang.model.recurrence import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO_WEEKS = 14
_LEAP_YEAR = 2028
_SHORTEST = 28  # the days of the shortest month


def fit(days: Sequence[int], recurrence: Recurrence, week_start: int) -> list[Series]:
    """The fewest series whose dates together are exactly these (in order, each once).

    A rule counts its turns from its own first date; where dates do not lie on it (a schedule that began anew), a further series starts.
    """
    recurrence = _on_last_days(_on_weekdays(days, recurrence))
    if recurrence.rhythm is Rhythm.MONTH and recurrence.month_day > _SHORTEST:
        # Programs do not agree on rules for "the 30th, or the last day before it": what February lacks stands on its own.
        own = [day for day in days if date.fromordinal(day).day != recurrence.month_day]
        alone = [Series(recurrence, week_start, (day,)) for day in own]
        return sorted([*_fit([day for day in days if day not in own], recurrence, week_start), *alone], key=lambda series: series.first)
    return _fit(days, recurrence, week_start)


def fit_turns(days: Sequence[int], recurrence: Recurrence, turns: int, week_start: int) -> list[Series]:
    """The fewest series of the dates of one of several who take turns."""
    if not days:
        return []
    weekdays = tuple(sorted({(day - 1) % 7 for day in days})) if recurrence.weekdays and not recurrence.nth else recurrence.weekdays
    own = replace(recurrence, weekdays=weekdays)
    tried = (fit(days, replace(own, every=own.every * turns), week_start), fit(days, own, week_start))
    return min(tried, key=lambda found: sum(2 + len(one.skipped) for one in found))


def _fit(days: Sequence[int], recurrence: Recurrence, week_start: int) -> list[Series]:
    found: list[Series] = []
    rest = list(days)
    while rest:
        ruled = list(dates(recurrence, rest[0], rest[-1], rest[0], week_start))
        if recurrence.rhythm is Rhythm.MONTH and recurrence.month_day > _SHORTEST:
            ruled = [day for day in ruled if date.fromordinal(day).day == recurrence.month_day]
        on_rule = set(ruled)
        count = next((place for place, day in enumerate(rest) if day not in on_rule), len(rest))
        taken, rest = rest[:count], rest[count:]
        kept = set(taken)
        skipped = tuple(day for day in ruled if day <= taken[-1] and day not in kept)
        found.append(Series(recurrence, week_start, tuple(taken), skipped))
    return found


def _on_weekdays(days: Sequence[int], recurrence: Recurrence) -> Recurrence:
    """A daily schedule that leaves out weekdays is one on the others: a rule, not a hundred exceptions a year."""
    if recurrence.rhythm is not Rhythm.DAY or recurrence.every != 1 or len(days) < _TWO_WEEKS:
        return recurrence
    weekdays = tuple(sorted({(day - 1) % 7 for day in days}))
    return recurrence if len(weekdays) == 7 else Recurrence(Rhythm.WEEK, weekdays=weekdays)


def _on_last_days(recurrence: Recurrence) -> Recurrence:
    """Day 31 of every month is its last one, and so is 29 February of every year: a rule that all programs know."""
    last = 31
    if recurrence.rhythm is Rhythm.YEAR:
        last = days_in(_LEAP_YEAR, recurrence.month)
    return replace(recurrence, month_day=-1) if recurrence.month_day >= last else recurrence

"""When short logs happen: on ordinary days, and where clocks change and months are short, for sentences that count time differently.

Hours and dates part ways on the two nights on which clocks change, days and months where months are short, and the hour at which
something happens decides whenever hours are held against dates. So a sentence that counts in one of them is compared with a sentence that
counts in another on these days, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import Cap, ClockFilter, Interval, Quota, Recurrence, Rhythm, Schedule, Sentence
from pactlang.model.calendar import Days, Exact, Period, period_bounds
from pactlang.model.named import HoursOn, YearDay
from pactlang.witness.entries import EVENING, HOUR
from pactlang.witness.pool import Pool, fitting, parts_of
from pactlang.witness.sides import Rule, form_of, judged_form

if TYPE_CHECKING:
    from pactlang.model.calendar import Zone

EARLY, LATE = 15 * 60, 23 * HOUR + 45 * 60
_LONG_BEFORE = 200
_BEFORE = 10  # days before a date that is named, for what recurs
# The last of January, the first and the last of February, and a month of 31 days before one of 31; of a common year and of a leap year.
_MONTH_EDGES = ((1, 31), (2, 1), (2, 28), (7, 1))
_YEARS = 7  # in which each date of the year is on most days of the week
_MONTHS = (Period.MONTH, Period.QUARTER, Period.YEAR)


def stages(pool: Pool, rules: list[Rule]) -> list[Pool]:
    """The time in which short logs happen: where each sentence applies; for what recurs also around every date that is named."""
    found = [fitting(pool, rule.form, rule.modifiers) if isinstance(rule, Sentence) else pool for rule in rules]
    found = [one for place, one in enumerate(found) if one not in found[:place]]
    forms = [form_of(rule) for rule in rules]
    if any(isinstance(form, Interval | Schedule | Quota) for form in forms):
        periods = [form.period for form in forms if isinstance(form, Quota)]
        once = [one.date - _BEFORE for one in parts_of(tuple(forms), Recurrence) if one.date is not None]
        for edge in pool.edges:
            start = min([edge - _BEFORE, *once, *(period_bounds(period, edge - 1)[0] for period in periods)])
            found.append(replace(found[0], start=start, bases=(edge, *(day for day in pool.bases if day != edge))))
    if pool.edges and any(isinstance(form, Interval) for form in forms):
        # Long enough before a date that is named, so that what came before it was in force, too.
        found.append(replace(found[0], start=min(pool.edges) - _LONG_BEFORE))
    if mixed(rules):
        # Where nothing that comes again and again is asked for yet, only the other one can be broken.
        found.insert(0, replace(found[0], start=found[0].base))
    return found


def mixed(rules: list[Rule]) -> bool:
    """Whether one of two sentences asks for what comes again and again, and the other one does not."""
    return len({isinstance(form_of(rule), Interval | Schedule | Quota) for rule in rules}) > 1


def seasons(pool: Pool, rules: list[Rule]) -> Iterator[Pool]:
    """The same on the days on which two ways of counting time part; none where both sentences count in the same way."""
    ways = [_counts_in(judged_form(rule)) for rule in rules]
    both = frozenset().union(*ways)
    if "clock" in both or ("hours" in both and both & {"dates", "months"}):
        for hour in (EARLY, LATE):
            yield replace(pool, hour=hour, lasts=0)
        for day, longer in clock_changes(pool.zone, pool.base):
            # From before it on, back from after it: whichever of the two makes hours longer than dates, or shorter.
            for delta, hour in ((0, EARLY), (1, LATE)) if longer else ((-1, LATE), (1, EARLY)):
                yield _on(pool, day + delta, hour)
    for day in _on_another_weekday(pool):
        yield _on(pool, day, EVENING)
    if "months" in both and any(one != ways[0] for one in ways):
        year = date.fromordinal(pool.base).year
        for when in (year, year + (-year) % 4):
            for month, day in _MONTH_EDGES:
                yield _on(pool, date(when, month, day).toordinal(), EVENING)


def _on_another_weekday(pool: Pool) -> Iterator[int]:
    """Where a set of dates holds one of every year: the first date of each kind that comes in a later year alone, on another weekday."""
    if len(pool.day_filters) < 2 or not parts_of(pool.sets, YearDay):
        return
    seen: set[tuple[bool, ...]] = set()
    first = date(date.fromordinal(pool.base).year, 1, 1).toordinal()
    for day in range(first, first + _YEARS * 366):
        kind = tuple(one.holds(day) for one in pool.day_filters)
        if kind not in seen:
            seen.add(kind)
            if day >= first + 366:
                yield day


def _on(pool: Pool, day: int, hour: int) -> Pool:
    """The pool on another day, in force since the year began or, where dates are named, since it was."""
    start = min(pool.start, day) if pool.edges else date(date.fromordinal(day).year, 1, 1).toordinal()
    return replace(
        pool, start=start, bases=(day, *(one for one in pool.bases if one != day)), hour=hour, lasts=2 * HOUR if hour == EVENING else 0
    )


def clock_changes(zone: Zone, day: int) -> list[tuple[int, bool]]:
    """The dates of a year on which clocks change, and whether that makes them longer."""
    first = date(date.fromordinal(day).year, 1, 1).toordinal()
    return [(one, zone.midnight(one + 1) - zone.midnight(one) > 24 * HOUR) for one in range(first, first + 365) if not zone.day(one)[1]]


def _counts_in(form: object) -> frozenset[object]:
    """What a form counts time in: hours, dates, months, windows of the clock, and the numbers of each."""
    found: set[object] = {"hours" for _ in parts_of(form, Exact)}
    found |= {"clock" for _ in parts_of(form, ClockFilter)} | {"clock" for _ in parts_of(form, HoursOn)}
    for length in parts_of(form, Days):
        found |= {"dates", f"{length.days} days"} if length.days else set()
        found |= {"months", f"{length.months} months"} if length.months else set()
    windows = [one.window for one in parts_of(form, Cap)] + [one.period for one in parts_of(form, Quota)]
    for window in windows:
        if isinstance(window, Period):
            found |= {"months" if window in _MONTHS else "dates", window.value}
    for one in parts_of(form, Recurrence):
        found |= {"months" if one.rhythm in (Rhythm.MONTH, Rhythm.YEAR) else "dates", one}
    return frozenset(found)

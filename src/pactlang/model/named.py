"""Dates and hours with a name of their own: what stands under a heading `days NAME` or `hours NAME`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.calendar import days_in
from pactlang.source import Span

if TYPE_CHECKING:
    from pactlang.model.calendar import Zone

NOON = 12 * 3600  # a window that opens before it is of the night of the evening before
NO_DATE_FOR = 4000  # dates that are looked through for one of a set; where none is among them, nobody waits for it longer


class DateRange(Struct, frozen=True):
    """`from DATE`, `until DATE`, or both; local dates as ordinals, the last one included."""

    first: int | None
    last: int | None

    def holds(self, day: int) -> bool:
        """Whether a local date is one of these."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Season(Struct, frozen=True):
    """`between 1 December and 28 February`: the dates of every year from one to the other, both included, each as month and day.

    One whose last date is the earlier one goes on past the end of the year. 29 February is the last day of the month in other years.
    """

    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: int) -> bool:
        """Whether a local date is one of these.

        >>> winter = Season((12, 1), (2, 28))
        >>> [winter.holds(date(2028, *day).toordinal()) for day in ((2, 28), (2, 29), (11, 30), (12, 1))]
        [True, False, False, True]
        """
        found = date.fromordinal(day)
        opens, closes = _in_year(self.first, found.year), _in_year(self.last, found.year)
        return opens <= day <= closes if self.first <= self.last else day >= opens or day <= closes

    def runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """The stretches of such dates, each with its first and last one, that have dates among some; those that touch are one.

        >>> first, last = date(2026, 1, 1).toordinal(), date(2027, 12, 31).toordinal()
        >>> [len(Season(*ends).runs(first, last)) for ends in (((12, 1), (2, 28)), ((6, 1), (5, 31)))]
        [3, 1]
        """
        past = self.first > self.last
        years = range(max(1, date.fromordinal(first).year - 1), min(date.max.year, date.fromordinal(min(last, _LAST)).year + 1))
        return _joined([(_in_year(self.first, year), _in_year(self.last, year + past)) for year in years], first, last)


class EveryOther(Struct, frozen=True):
    """`in odd weeks`, `in even months`, `in odd years`: dates whose week (ISO 8601, from Monday), month or year has such a number."""

    unit: str  # "week", "month" or "year"
    odd: bool

    def holds(self, day: int) -> bool:
        """Whether a local date is one of these.

        >>> newyear = [date(*day).toordinal() for day in ((2026, 12, 31), (2027, 1, 3), (2027, 1, 4), (2027, 1, 11))]  # weeks 53, 53, 1, 2
        >>> [EveryOther("week", odd=True).holds(day) for day in newyear]
        [True, True, True, False]
        """
        found = date.fromordinal(day)
        number = {"week": found.isocalendar().week, "month": found.month, "year": found.year}[self.unit]
        return number % 2 == self.odd

    def runs(self, first: int, last: int) -> list[tuple[int, int]]:
        """The stretches of such dates, each with its first and last one, that have dates among some; those that touch are one.

        >>> first, last = date(2026, 12, 1).toordinal(), date(2026, 12, 31).toordinal()
        >>> [len(EveryOther(unit, odd=True).runs(first, last)) for unit in ("week", "month", "year")]
        [3, 0, 0]
        """
        found: list[tuple[int, int]] = []
        begins = self._start_of(first)
        while begins <= last:
            after = self._start_of(begins + {"week": 7, "month": 31, "year": 366}[self.unit])
            after = after if after > begins else last + 1
            found += [(begins, after - 1)] if self.holds(begins) else []
            begins = after
        return _joined(found, first, last)

    def _start_of(self, day: int) -> int:
        found = date.fromordinal(min(day, _LAST))
        if self.unit == "week":
            return found.toordinal() - found.weekday()
        return found.replace(month=found.month if self.unit == "month" else 1, day=1).toordinal()


_LAST = date.max.toordinal()


def _in_year(date_of_year: tuple[int, int], year: int) -> int:
    month, day = date_of_year
    return date(year, month, min(day, days_in(year, month))).toordinal()


def _joined(runs: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for opens, closes in runs:
        if closes < first or opens > last:
            continue
        if found and opens <= found[-1][1] + 1:
            found[-1] = (found[-1][0], closes)
        else:
            found.append((opens, closes))
    return found


Again = Season | EveryOther  # dates that come again each year
Dates = DateRange | Season | EveryOther


class YearDay(Struct, frozen=True):
    """`every year on 1 May`: the last day of the month where it has no such day."""

    month: int
    month_day: int

    def holds(self, day: int) -> bool:
        """Whether a local date is this one.

        >>> [YearDay(2, 29).holds(date(2026, 2, day).toordinal()) for day in (27, 28)]
        [False, True]
        """
        found = date.fromordinal(day)
        return (found.month, found.day) == (self.month, min(self.month_day, days_in(found.year, self.month)))


class WeekDays(Struct, frozen=True):
    """`Sunday through Thursday`: days of the week, 0 is Monday."""

    days: frozenset[int]

    def holds(self, day: int) -> bool:
        """Whether a local date is on one of these."""
        return (day - 1) % 7 in self.days


class DayBefore(Struct, frozen=True):
    """`the day before school-days`: each date whose next date is one of these."""

    days: NamedDays

    def holds(self, day: int) -> bool:
        """Whether a local date comes just before one of these."""
        return self.days.holds(day + 1)


class NamedDays(Struct, frozen=True):
    """`days school-nights`: the dates of any of its `lines` that are none of those in `excepted`.

    Another set may be a line, too. Before names are looked up it has no lines.
    """

    name: str
    lines: tuple[DayLine, ...] = ()
    excepted: tuple[DayLine, ...] = ()

    def holds(self, day: int) -> bool:
        """Whether a local date (an ordinal) is in the set.

        >>> nights = NamedDays("school-nights", (WeekDays(frozenset({6, 0, 1, 2, 3})),), (YearDay(5, 1),))
        >>> [nights.holds(date(2026, 4, 30).toordinal() + more) for more in range(4)]  # a Thursday and the three days after
        [True, False, False, True]
        """
        return any(one.holds(day) for one in self.lines) and not any(one.holds(day) for one in self.excepted)


DayLine = WeekDays | DateRange | YearDay | DayBefore | NamedDays
DaySet = WeekDays | NamedDays
EVERY_DAY = WeekDays(frozenset(range(7)))


class HoursOn(Struct, frozen=True):
    """`on school-nights between 22:00 and 07:00`: seconds of the local day, which name the day on which the window opens.

    One whose end is not later than its start closes on the next date; from 0 to 0 it is the whole date.
    """

    days: DaySet
    start: int
    end: int


class NamedHours(Struct, frozen=True, cache_hash=True):
    """`hours quiet-hours`: whatever lies in any of its windows. Before names are looked up it has none."""

    name: str
    lines: tuple[HoursOn, ...] = ()

    def spans(self, first: int, last: int, zone: Zone) -> list[tuple[int, int]]:
        """The stretches of instants (the last one left out) of the windows that open on some local dates; those that touch are one.

        >>> from pactlang.model.calendar import load_zone
        >>> quiet = NamedHours("quiet-hours", (HoursOn(WeekDays(frozenset({4})), 22 * 3600, 7 * 3600), HoursOn(EVERY_DAY, 0, 6 * 3600)))
        >>> friday = date(2026, 3, 6).toordinal()
        >>> [(closes - opens) // 3600 for opens, closes in quiet.spans(friday, friday + 1, load_zone("UTC"))]
        [6, 9]
        """
        found: list[tuple[int, int]] = []
        for day in range(first, last + 1):
            found += _windows(self, day, zone)
        spans: list[tuple[int, int]] = []
        for opens, closes in sorted(found):
            if spans and opens <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(closes, spans[-1][1]))
            elif opens < closes:
                spans.append((opens, closes))
        return spans

    def nights(self, first: int, last: int, zone: Zone) -> list[tuple[int, int, int]]:
        """The windows of the nights of some evenings: the date of the evening, and the instants of start and end (left out).

        A window is the night of the date on which it opens; one that opens before 12:00, of the evening before that.

        >>> from pactlang.model.calendar import load_zone
        >>> friday = date(2026, 3, 6).toordinal()
        >>> [(evening - friday, (closes - opens) // 3600) for evening, opens, closes in NIGHT.nights(friday, friday, load_zone("UTC"))]
        [(0, 5)]
        """
        found: list[tuple[int, int, int]] = []
        for day in range(first, last + 3):  # two later: the zone may have skipped a date in between
            found += [one for one in _nights(self, day, zone) if first <= one[0] <= last]
        return sorted(found)


@lru_cache(maxsize=1024)
def _windows(hours: NamedHours, day: int, zone: Zone) -> tuple[tuple[int, int], ...]:
    """The windows that open on a date, as their lines name them: a log asks for those of one date again and again."""
    held = [line for line in hours.lines if line.days.holds(day)]
    if not held or zone.existing(day) != day:
        return ()
    return tuple((zone.instant(day, one.start), zone.instant(day + (one.end <= one.start), one.end)) for one in held)


@lru_cache(maxsize=1024)
def _nights(hours: NamedHours, day: int, zone: Zone) -> tuple[tuple[int, int, int], ...]:
    """The nights whose windows open on a date, each with the date of its evening."""
    held = [line for line in hours.lines if line.days.holds(day)]
    if not held or zone.existing(day) != day:
        return ()
    before = zone.date_of(zone.midnight(day) - 1)
    windows = ((line, zone.instant(day, line.start), zone.instant(day + (line.end <= line.start), line.end)) for line in held)
    return tuple((day if line.start >= NOON else before, opens, closes) for line, opens, closes in windows if opens < closes)


NIGHT = NamedHours("night", (HoursOn(EVERY_DAY, 0, 5 * 3600),))  # where an agreement has no `hours night` of its own


class DeclaredDays(Struct, frozen=True):
    """A heading `days NAME` with its place: the set, and the last date that its own lines list (None where none lists any)."""

    days: NamedDays
    last_listed: int | None
    span: Span


class DeclaredHours(Struct, frozen=True):
    """A heading `hours NAME` with its place."""

    hours: NamedHours
    span: Span

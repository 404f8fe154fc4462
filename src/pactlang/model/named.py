"""Dates with a name of their own: what stands under a heading `days NAME`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from msgspec import Struct

from pactlang.source import Span

NO_DATE_FOR = 4000  # dates that are looked through for one of a set; where none is among them, nobody waits for it longer


class DateRange(Struct, frozen=True):
    """`from DATE`, `until DATE`, or both; local dates as ordinals, the last one included."""

    first: int | None
    last: int | None

    def holds(self, day: int) -> bool:
        """Whether a local date is one of these."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


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
        return (found.month, found.day) == (self.month, min(self.month_day, monthrange(found.year, self.month)[1]))


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


class DeclaredDays(Struct, frozen=True):
    """A heading `days NAME` with its place: the set, and the last date that its own lines list (None where none lists any)."""

    days: NamedDays
    last_listed: int | None
    span: Span

"""Local dates, clock times and instants, by `datetime` and `zoneinfo` alone: nothing is shared with the fast engine.

Instants are whole seconds since 1970-01-01 UTC, dates are ordinals, as in the typed model.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from pactlang.model.calendar import Days, Period

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400


@lru_cache(maxsize=64)
def zone_info(name: str) -> ZoneInfo:
    """The zone's rules from the `tzdata` package."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as stream:
        return ZoneInfo.from_file(stream, key=name)


def add_days(day: int, span: Days, times: int = 1) -> int:
    """A date plus or minus days and months.

    "A date plus 1 month is the last day of the month where that day does not exist, backwards likewise."
    """
    start = date.fromordinal(day)
    months = start.year * 12 + (start.month - 1) + span.months * times
    year, month = months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(start.day, last)).toordinal() + span.days * times


def period_of(period: Period, day: int, week_start: int) -> tuple[int, int]:
    """The first and the last date of the calendar period that holds a date."""
    at = date.fromordinal(day)
    if period is Period.DAY:
        return day, day
    if period is Period.WEEK:
        first = day
        while date.fromordinal(first).weekday() != week_start:
            first -= 1
        return first, first + 6
    if period is Period.MONTH:
        months = (at.month,)
    elif period is Period.QUARTER:
        quarter = (at.month - 1) // 3
        months = (quarter * 3 + 1, quarter * 3 + 2, quarter * 3 + 3)
    else:
        months = tuple(range(1, 13))
    first_date = date(at.year, months[0], 1)
    last_date = date(at.year, months[-1], calendar.monthrange(at.year, months[-1])[1])
    return first_date.toordinal(), last_date.toordinal()


@lru_cache(maxsize=100_000)
def instant_of(zone: str, day: int, second: int, offset: int | None) -> int:
    """See `Clock.instant`; kept, since the same midnights are asked for without end."""
    if second == DAY:
        return instant_of(zone, day + 1, 0, offset)
    wall = datetime.combine(date.fromordinal(day), time(second // 3600, second // 60 % 60, second % 60))
    if offset is not None:
        return round((wall.replace(tzinfo=UTC) - EPOCH).total_seconds()) - offset
    # `fold=0` is how datetime spells that sentence.
    return round((wall.replace(tzinfo=zone_info(zone), fold=0) - EPOCH).total_seconds())


@lru_cache(maxsize=100_000)
def date_at(zone: str, instant: int) -> int:
    """See `Clock.date`."""
    return (EPOCH + timedelta(seconds=instant)).astimezone(zone_info(zone)).toordinal()


class Clock:
    """The clock on the wall of one time zone."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def _info(self) -> ZoneInfo:
        return zone_info(self.name)

    def instant(self, day: int, second: int, offset: int | None = None) -> int:
        """The instant of a clock time on a date, in this zone or at an offset.

        "A local time that a clock change skips is read with the offset before the change; one that occurs twice is the first."
        """
        return instant_of(self.name, day, second, offset)

    def midnight(self, day: int) -> int:
        """The instant at which a date begins."""
        return self.instant(day, 0)

    def date(self, instant: int) -> int:
        """The local date at an instant."""
        return date_at(self.name, instant)

    def second(self, instant: int) -> int:
        """The second of the local day that the clock shows at an instant."""
        wall = (EPOCH + timedelta(seconds=instant)).astimezone(self._info)
        return wall.hour * 3600 + wall.minute * 60 + wall.second

    def that_was(self, day: int) -> int:
        """R67: "A last date that the zone skipped is the next one that there was"."""
        while self.midnight(day) == self.midnight(day + 1):
            day += 1
        return day

    def end_of(self, day: int) -> int:
        """Page: "A date has ended at the midnight that follows it"."""
        return self.midnight(day + 1)

"""Time as the language means it: durations, local dates and clock times, calendar periods, zones.

Instants are whole seconds since 1970-01-01 UTC; local dates are proleptic Gregorian ordinals
(`datetime.date.toordinal`); clock times are seconds of the local day. Integers keep the engine fast and exact.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import tzdata
from msgspec import Struct

from pactlang.diagnostics import nearest_spelling
from pactlang.source import PlainError

if TYPE_CHECKING:
    from collections.abc import Callable

DAY_SECONDS = 86_400
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # `calendar` would load the words of all languages
_LAST_ORDINAL = date.max.toordinal()
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_MENDED = "to install tzdata again mends that: pip install --force-reinstall tzdata"
_ZONES = Path(tzdata.__file__).parent  # `importlib.resources` would take longer to load than a zone to read


class Exact(Struct, frozen=True):
    """A duration in minutes and hours: elapsed time, the same on every day.

    >>> Exact(90 * 60).words
    '1 hour 30 minutes'
    """

    seconds: int

    @property
    def words(self) -> str:
        """The duration as one would write it."""
        hours, minutes = divmod(self.seconds // 60, 60)
        parts = [_count(hours, "hour")] if hours else []
        if minutes or not hours:
            parts.append(_count(minutes, "minute"))
        return " ".join(parts)


class Days(Struct, frozen=True):
    """A duration in local dates: days and weeks (`days`), months and years (`months`).

    `unit` keeps how people wrote it, for their own words back.

    >>> Days(days=14, unit="week").words
    '2 weeks'
    """

    months: int = 0
    days: int = 0
    unit: str = "day"

    @property
    def words(self) -> str:
        """The duration as one would write it."""
        years, months = divmod(self.months, 12) if self.unit == "year" else (0, self.months)
        weeks, days = divmod(self.days, 7) if self.unit == "week" else (0, self.days)
        named = ((years, "year"), (months, "month"), (weeks, "week"), (days, "day"))
        return " ".join(_count(number, unit) for number, unit in named if number) or "0 days"


Duration = Exact | Days


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def add_days(ordinal: int, span: Days, times: int = 1) -> int:
    """A local date plus (or, with negative `times`, minus) a span of days and months.

    A day that does not exist in the month reached becomes the last one of that month.

    >>> date.fromordinal(add_days(date(2026, 1, 31).toordinal(), Days(months=1))).isoformat()
    '2026-02-28'
    >>> date.fromordinal(add_days(date(2026, 3, 31).toordinal(), Days(months=1), -1)).isoformat()
    '2026-02-28'
    """
    if span.months:
        start = date.fromordinal(ordinal)
        month_index = start.year * 12 + start.month - 1 + span.months * times
        year, month0 = divmod(month_index, 12)
        if not 1 <= year <= 9999:
            return 1 if year < 1 else date.max.toordinal()
        day = min(start.day, days_in(year, month0 + 1))
        ordinal = date(year, month0 + 1, day).toordinal()
    return ordinal + span.days * times


def days_in(year: int, month: int) -> int:
    """How many dates a month has.

    >>> [days_in(year, 2) for year in (2024, 2026, 2000, 2100)]
    [29, 28, 29, 28]
    """
    leaps = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leaps else _LENGTHS[month - 1]


class Period(StrEnum):
    """A calendar period in local dates."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@lru_cache(maxsize=4096)
def period_bounds(period: Period, ordinal: int, week_start: int = 0) -> tuple[int, int]:
    """The first date of the period that holds a date, and the first date after it.

    `week_start` is 0 for Monday to 6 for Sunday.

    >>> first, after = period_bounds(Period.QUARTER, date(2026, 5, 9).toordinal())
    >>> date.fromordinal(first).isoformat(), date.fromordinal(after).isoformat()
    ('2026-04-01', '2026-07-01')
    """
    day = date.fromordinal(ordinal)
    match period:
        case Period.DAY:
            return ordinal, ordinal + 1
        case Period.WEEK:
            first = ordinal - (day.weekday() - week_start) % 7
            return first, first + 7
        case Period.MONTH:
            first = day.replace(day=1).toordinal()
            return first, add_days(first, Days(months=1))
        case Period.QUARTER:
            first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1).toordinal()
            return first, add_days(first, Days(months=3))
        case Period.YEAR:
            return date(day.year, 1, 1).toordinal(), date(day.year + 1, 1, 1).toordinal()


class Zone:
    """A time zone, with the conversions that the checker needs, each local date worked out once.

    A local time that a clock change skips is read with the offset before the change; one that occurs twice is the first.

    >>> berlin = load_zone("Europe/Berlin")
    >>> day = date(2026, 3, 29).toordinal()          # clocks go from 02:00 to 03:00
    >>> berlin.clock(berlin.instant(day, 2 * 3600 + 1800))[1] // 60
    210
    >>> (berlin.midnight(day + 1) - berlin.midnight(day)) // 3600
    23
    """

    __slots__ = ("_days", "_info", "_next", "key")

    def __init__(self, key: str, info: tzinfo) -> None:
        self.key = key
        self._info = info
        self._days: dict[int, tuple[int, bool]] = {}
        self._next = (0, 0)  # the date after the one that was worked out last, and its first midnight

    def __reduce__(self) -> tuple[Callable[..., Zone], tuple[str, ...]]:
        # By its name: each machine has the rules from its own `tzdata`.
        return (load_zone, (self.key,)) if self.key in zone_names() else (machine_zone, ())

    def day(self, ordinal: int) -> tuple[int, bool]:
        """The instant of a date's first midnight, and whether its offset stays the same until the next one."""
        known = self._days.get(ordinal)
        if known is None:
            following, start = self._next
            if following != ordinal:
                start = self._convert(ordinal, 0)
            after = self._convert(ordinal + 1, 0) if ordinal < _LAST_ORDINAL else start + DAY_SECONDS
            self._next = ordinal + 1, after
            known = self._days[ordinal] = (start, after - start == DAY_SECONDS)
        return known

    def _convert(self, ordinal: int, second: int) -> int:
        # fold=0 is the language's rule: the offset before a skip, the first of two.
        local = datetime.fromordinal(ordinal).replace(tzinfo=self._info)
        offset = (local + timedelta(seconds=second) if second else local).utcoffset()
        seconds = round(offset.total_seconds()) if offset is not None else 0
        return (ordinal - _EPOCH_ORDINAL) * DAY_SECONDS + second - seconds

    def midnight(self, ordinal: int) -> int:
        """The instant at which a local date starts."""
        return self.day(ordinal)[0]

    def instant(self, ordinal: int, second: int, offset: int | None = None) -> int:
        """The instant of a clock time on a date: in this zone, or at an offset (seconds east of UTC)."""
        if offset is not None:
            return (ordinal - _EPOCH_ORDINAL) * DAY_SECONDS + second - offset
        start, plain = self.day(ordinal)
        return start + second if plain else self._convert(ordinal, second)

    def doubtful(self, ordinal: int, second: int) -> bool:
        """Whether a clock change skips this local time, or makes it occur twice."""
        if self.day(ordinal)[1]:
            return False
        local = datetime.fromordinal(ordinal).replace(tzinfo=self._info) + timedelta(seconds=second)
        return local.utcoffset() != local.replace(fold=1).utcoffset()

    def offset(self, instant: int) -> int:
        """How far the clock is from UTC at an instant, in seconds east."""
        offset = datetime.fromtimestamp(instant, self._info).utcoffset()
        return round(offset.total_seconds()) if offset is not None else 0

    def name_at(self, instant: int) -> str:
        """What the clock of an instant is called, such as CEST."""
        return datetime.fromtimestamp(instant, self._info).tzname() or self.key

    def clock(self, instant: int) -> tuple[int, int]:
        """The local date and the second of the day at an instant."""
        local = datetime.fromtimestamp(instant, self._info)
        return local.toordinal(), local.hour * 3600 + local.minute * 60 + local.second

    def written(self, instant: int) -> tuple[int, int, int | None]:
        """How a log writes an instant: date, second of the day, and the offset where the clock alone would say another instant.

        >>> berlin = load_zone("Europe/Berlin")
        >>> berlin.written(1_792_892_700)[1:], berlin.written(1_792_889_100)[1:]  # 02:45 on 25 October 2026, the second and the first
        ((9900, 3600), (9900, None))
        """
        day, second = self.clock(instant)
        return day, second, None if self.instant(day, second) == instant else self.offset(instant)

    def existing(self, ordinal: int) -> int:
        """A date, or where the zone skipped it (Samoa had no 30 December 2011) the one that came instead.

        >>> load_zone("Pacific/Apia").existing(date(2011, 12, 30).toordinal()) == date(2011, 12, 31).toordinal()
        True
        """
        start, plain = self.day(ordinal)
        return ordinal if plain else max(ordinal, self.clock(start)[0])

    def date_of(self, instant: int) -> int:
        """The local date at an instant."""
        guess = instant // DAY_SECONDS + _EPOCH_ORDINAL
        for ordinal in (guess, guess + 1, guess - 1):
            start, plain = self.day(ordinal)
            if plain and start <= instant < start + DAY_SECONDS:
                return ordinal
        return self.clock(instant)[0]

    def show(self, instant: int) -> str:
        """An instant in ISO 8601 with this zone's offset, to the second."""
        return datetime.fromtimestamp(instant, self._info).isoformat()


@lru_cache(maxsize=64)
def load_zone(key: str) -> Zone:
    """The zone of an IANA name, from the `tzdata` package and never from the machine, so that two machines agree.

    Raises `KeyError` where there is no such zone, `ZoneError` where the package is damaged.
    """
    if key not in zone_names():
        raise KeyError(key)
    try:
        with _zone_file(key).open("rb") as stream:
            return Zone(key, ZoneInfo.from_file(stream, key=key))
    except (OSError, ValueError):
        raise ZoneError(f"the rules of the time zone {key} cannot be read here; {_MENDED}") from None


@lru_cache(maxsize=64)
def zone_footer(key: str) -> str:
    """The rule for all years to come that a zone file ends with, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`."""
    if key not in zone_names():
        raise KeyError(key)
    return _zone_file(key).read_bytes().rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")


def _zone_file(key: str) -> Path:
    return _ZONES.joinpath("zoneinfo", *key.split("/"))


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Every zone name that the `tzdata` package holds."""
    try:
        return frozenset((_ZONES / "zones").read_text(encoding="utf-8").split())
    except (OSError, ValueError):
        raise ZoneError(f"the list of time zones cannot be read here; {_MENDED}") from None


def near_zone(said: str) -> str:
    """The name of a zone that was probably meant: that of a city, or one that is spelt nearly so; empty if none is near.

    >>> near_zone("Berlin"), near_zone("new york"), near_zone("Europe/Berln"), near_zone("tomorrow")
    ('Europe/Berlin', 'America/New_York', 'Europe/Berlin', '')
    """
    place = said.casefold().replace("-", "_").replace(" ", "_")
    city = next((zone for zone in sorted(zone_names()) if zone.casefold().rpartition("/")[2] == place), "")
    return city or nearest_spelling(said, sorted(zone_names()))


class ZoneError(PlainError, ValueError):
    """The machine's own time zone is none, or what it knows of zones is damaged; the message says so in plain words."""


def machine_zone() -> Zone:
    """The zone that this machine is set to, as far as it says; otherwise UTC. Raises `ZoneError`."""
    try:
        local = datetime.now(UTC).astimezone().tzinfo
    except (ValueError, OverflowError, OSError):
        raise ZoneError("the time zone of this machine cannot be read; set TZ to a name such as Europe/Berlin") from None
    name = getattr(local, "key", None) or _machine_zone_name()
    if name in zone_names():
        return load_zone(name)
    return Zone("local", local) if local is not None else load_zone("UTC")


def _machine_zone_name() -> str:
    import os

    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named
    link = Path("/etc/localtime")
    if link.is_symlink():
        _, found, name = str(link.resolve()).partition("/zoneinfo/")
        return name if found else ""
    return _windows_zone_name() if os.name == "nt" else ""


def _windows_zone_name() -> str:
    """What Windows calls a zone by a name of its own; without a name, only the offset of today would be known."""
    try:
        import winreg

        place = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:  # type: ignore[attr-defined,unused-ignore]
            name = str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])  # type: ignore[attr-defined,unused-ignore]
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON
    except (ImportError, OSError):
        return ""
    return WINDOWS_TO_OLSON.get(name.partition("\0")[0], "")

"""The dates on which something comes again: an RRULE of RFC 5545, date by date, and never further than it is asked for."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LAST = date.max.toordinal()
MOST_STEPS = 3_000_000  # dates that are looked at for one calendar; a year of a daily series takes 366


class RecurrenceError(ValueError):
    """A rule that cannot be followed; the message says why."""


class Steps:
    """How many dates may still be looked at. Raises `RecurrenceError` when there are no more."""

    def __init__(self, left: int = MOST_STEPS) -> None:
        self.left = left

    def take(self, number: int) -> None:
        """So many were looked at."""
        self.left -= number
        if self.left < 0:
            raise RecurrenceError("its dates take too long to work out")


class Recurrence(Struct, frozen=True):
    """A rule. `until` is as it was written; `week_start` is 0 for Monday."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: str = ""
    week_start: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()  # (which one of the month or year, or 0; the weekday)
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    clocks: tuple[tuple[int, ...], ...] = ((), (), ())


def read_recurrence(text: str) -> Recurrence:
    """A rule from its text. Raises `RecurrenceError`.

    >>> read_recurrence("FREQ=MONTHLY;BYDAY=-1SU").weekdays
    ((-1, 6),)
    """
    parts: dict[str, str] = {}
    for part in text.strip().strip(";").split(";"):
        name, equals, value = (piece.strip().upper() for piece in part.partition("="))
        if not equals or not value:
            raise RecurrenceError(f"its rule `{text.strip()}` cannot be read at `{part.strip()}`")
        if name in parts:
            raise RecurrenceError(f"its rule says {name} twice")
        if name not in (*_KNOWN, *_CLOCK) and not name.startswith("X-"):
            raise RecurrenceError(f"its rule uses {name}, which is not read here")
        parts[name] = value
    freq = parts.get("FREQ", "")
    if freq in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise RecurrenceError("it repeats more often than once a day")
    if freq not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise RecurrenceError(f"its rule says no FREQ that is known (`{text.strip()}`)")

    def numbers(name: str, low: int, high: int, *, below: bool = False) -> tuple[int, ...]:
        try:
            found = tuple(dict.fromkeys(int(one) for one in parts.get(name, "").split(",") if one))
        except ValueError:
            raise RecurrenceError(f"its rule has {name}={parts[name]}, which cannot be read") from None
        if not all(low <= one <= high or (below and low <= -one <= high) for one in found):
            raise RecurrenceError(f"its rule has {name}={parts[name]}, which cannot be")
        return found

    interval = numbers("INTERVAL", 1, 100_000) or (1,)
    count = numbers("COUNT", 1, 10_000_000)
    weekdays = []
    for one in filter(None, parts.get("BYDAY", "").split(",")):
        found = _BYDAY.fullmatch(one.strip())
        if found is None:
            raise RecurrenceError(f"its rule has BYDAY={parts['BYDAY']}, which cannot be read")
        weekdays.append((int(found[1] or 0), _DAYS[found[2]]))
    if parts.get("WKST", "MO") not in _DAYS:
        raise RecurrenceError(f"its rule has WKST={parts['WKST']}, which cannot be read")
    return Recurrence(
        freq,
        interval[0],
        count[0] if count else None,
        parts.get("UNTIL", ""),
        _DAYS[parts.get("WKST", "MO")],
        tuple(weekdays),
        numbers("BYMONTH", 1, 12),
        numbers("BYMONTHDAY", 1, 31, below=True),
        numbers("BYYEARDAY", 1, 366, below=True),
        numbers("BYWEEKNO", 1, 53, below=True),
        numbers("BYSETPOS", 1, 366, below=True),
        (numbers("BYHOUR", 0, 23), numbers("BYMINUTE", 0, 59), numbers("BYSECOND", 0, 60)),
    )


def dates(rule: Recurrence, day: int, second: int, first: int, last: int, steps: Steps) -> Iterator[tuple[int, int]]:
    """The dates (ordinals) and seconds of the day up to `last` on which a rule comes that starts at `day` and `second`.

    What comes before `first` may be left out. `until` is not looked at. Raises `RecurrenceError`.

    >>> monthly = read_recurrence("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")
    >>> start, end = date(2026, 1, 31).toordinal(), date(2027, 1, 1).toordinal()
    >>> [date.fromordinal(found).isoformat() for found, _ in dates(monthly, start, 0, start, end, Steps())]
    ['2026-01-31', '2026-03-31', '2026-05-31']
    """
    hours, minutes, seconds = rule.clocks
    own = (second // 3600, second // 60 % 60, second % 60)
    clock = sorted(
        hour * 3600 + minute * 60 + min(at, 59) for hour in hours or own[:1] for minute in minutes or own[1:2] for at in seconds or own[2:]
    )
    found = 0
    # Without a number of times nothing before `first` matters.
    for days in _periods(rule, day, first if rule.count is None else day, last, steps):
        moments = [(one, at) for one in days for at in clock]
        if rule.positions:
            chosen = {place - 1 if place > 0 else len(moments) + place for place in rule.positions}
            moments = [one for number, one in enumerate(moments) if number in chosen]
        steps.take(len(moments))
        for moment in moments:
            if moment < (day, second):
                continue
            if moment[0] > last:
                return
            yield moment
            found += 1
            if found == rule.count:
                return


def _periods(rule: Recurrence, day: int, first: int, last: int, steps: Steps) -> Iterator[list[int]]:
    """The dates that fit, for each period from about `first` on."""
    start = date.fromordinal(day)
    if rule.freq in ("DAILY", "WEEKLY"):
        length = 7 if rule.freq == "WEEKLY" else 1
        every = rule.interval * length
        begin = day - ((day - 1 - rule.week_start) % 7 if length == 7 else 0)
        begin += max(0, (first - begin - every) // every) * every
        wanted = {weekday for _, weekday in rule.weekdays} or ({start.weekday()} if length == 7 else set(range(7)))
        for one in range(begin, last + 1, every):
            steps.take(length)
            days = [at for at in range(one, min(one + length, _LAST + 1)) if (at - 1) % 7 in wanted]
            yield [at for at in days if _fits(rule, date.fromordinal(at))] if rule.months or rule.month_days or rule.year_days else days
        return
    months = 12 if rule.freq == "YEARLY" else 1
    every = rule.interval * months
    index = start.year * 12 + (0 if months == 12 else start.month - 1)
    asked = date.fromordinal(max(first, 1))
    index += max(0, (asked.year * 12 + asked.month - 1 - index) // every - 1) * every
    while index // 12 <= 9999:
        if date(index // 12, index % 12 + 1, 1).toordinal() > last:
            return
        yield _of_months(rule, start, index, months, steps)
        index += every


def _of_months(rule: Recurrence, start: date, index: int, months: int, steps: Steps) -> list[int]:
    """The dates of a month, or of a year, that fit."""
    yearly = months == 12
    year = index // 12
    by_day = rule.weekdays or rule.month_days or rule.year_days or rule.weeks
    wanted = rule.months or ((start.month,) if yearly and not by_day else ())
    month_days = rule.month_days or (() if by_day else (start.day,))
    found = []
    for month in range(index % 12 + 1, index % 12 + months + 1):
        steps.take(1)
        if wanted and month not in wanted:
            continue
        length = calendar.monthrange(year, month)[1]
        steps.take(length if not month_days else 1)
        days = sorted({at if at > 0 else length + 1 + at for at in month_days}) if month_days else range(1, length + 1)
        begin = date(year, month, 1).toordinal() - 1
        for at in days:
            if 1 <= at <= length and _matches(rule, begin + at, month, at, length, year, yearly=yearly):
                found.append(begin + at)
    return found


def _matches(rule: Recurrence, day: int, month: int, at: int, length: int, year: int, *, yearly: bool) -> bool:
    if rule.weekdays:
        of_year = yearly and not rule.months
        begin = date(year, 1, 1).toordinal() if of_year else day - at + 1
        whole = (366 if calendar.isleap(year) else 365) if of_year else length
        place = day - begin
        weekday = (day - 1) % 7
        if not any(
            weekday == one and (not nth or nth == place // 7 + 1 or nth == -((whole - 1 - place) // 7) - 1) for nth, one in rule.weekdays
        ):
            return False
    return not (rule.year_days or rule.weeks) or _fits(rule, date.fromordinal(day), yearly=yearly)


def _fits(rule: Recurrence, day: date, *, yearly: bool = False) -> bool:
    """Whether a date is in what the rule limits it to, weekdays aside."""
    if rule.months and day.month not in rule.months:
        return False
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.month_days and day.day not in rule.month_days and day.day - length - 1 not in rule.month_days:
        return False
    whole = 366 if calendar.isleap(day.year) else 365
    of_year = day.timetuple().tm_yday
    if rule.year_days and of_year not in rule.year_days and of_year - whole - 1 not in rule.year_days:
        return False
    return not (yearly and rule.weeks) or _in_weeks(rule, day)


def _in_weeks(rule: Recurrence, day: date) -> bool:
    begin = day.toordinal() - (day.toordinal() - 1 - rule.week_start) % 7
    year = date.fromordinal(min(begin + 3, _LAST)).year  # a week is of the year that has most of its days
    number = (begin - _first_week(year, rule.week_start)) // 7 + 1
    weeks = (_first_week(min(year + 1, 9999), rule.week_start) - _first_week(year, rule.week_start)) // 7
    return number in rule.weeks or number - weeks - 1 in rule.weeks


def _first_week(year: int, week_start: int) -> int:
    fourth = date(year, 1, 4).toordinal()
    return fourth - (fourth - 1 - week_start) % 7

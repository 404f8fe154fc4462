"""Dates, times and offsets as a log writes them, into integers and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Generic, TypeVar

from pactlang.log.codes import Code
from pactlang.log.entry import Moment
from pactlang.log.faults import Fault

_DAY = 86_400
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_EXPECTED_DATE = "a date such as 2026-09-12"
_EXPECTED_TIME = "a time such as 19:30, or with an offset 19:30+02:00"
# Compiled when they are first asked for: plain dates and times are read without.
_DATE = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_CLOCK = r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?"
_DATE_LIKE = r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
_DAY_FIRST = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
_CLOCK_LIKE = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::[0-9]{2})?h? ?([aApP][mM])?([+-][0-9]{2}:?[0-9]{2}|[Zz])?"
_TWO_CLOCKS = r"([0-9]{1,2}:[0-9]{2})[-–—]([0-9]{1,2}:[0-9]{2})"
# No agreement was logged before, and a year beyond is a slip of the finger.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
# The offsets in use lie between these; more is a slip, or two times with a hyphen between them.
_LEAST_OFFSET, _MOST_OFFSET = -12 * 3600, 14 * 3600

Clock = tuple[int | None, int | None]  # second of the local day, seconds east of UTC

_K = TypeVar("_K")
_V = TypeVar("_V")


class Remember(dict[_K, _V], Generic[_K, _V]):
    """Works out each value once. What cannot be worked out raises and is not remembered.

    >>> lengths = Remember(len)
    >>> lengths["abc"], dict(lengths)
    (3, {'abc': 3})
    """

    __slots__ = ("_limit", "_make")

    def __init__(self, make: Callable[[_K], _V], limit: int = 1 << 16) -> None:
        super().__init__()
        self._make = make
        self._limit = limit

    def __missing__(self, key: _K) -> _V:
        made = self._make(key)
        if len(self) < self._limit:
            self[key] = made
        return made


def read_date(text: str) -> int:
    """A date's ordinal.

    >>> read_date("2026-09-12") == date(2026, 9, 12).toordinal()
    True

    Raises `Fault` where it is no date, with the date that was probably meant.
    """
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii() and (text[:4] + text[5:7] + text[8:]).isdigit():
        with suppress(ValueError):
            found = date.fromisoformat(text)
            if _FIRST_YEAR <= found.year <= _LAST_YEAR:
                return found.toordinal()
    parts = re.fullmatch(_DATE, text)
    if parts is None:
        raise Fault(Code.DATE, f"`{text}` is not a date.", _EXPECTED_DATE, _meant_date(text))
    year, month, day = int(parts[1]), int(parts[2]), int(parts[3])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Fault(Code.DATE, f"The year {parts[1]} is out of range.", f"a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    if not 1 <= month <= 12:
        raise Fault(Code.DATE, f"There is no month {parts[2]}.", "year, month and day: 2026-09-12", _meant_date(f"{year}-{day}-{month}"))
    last = 31 if month == 12 else date(year, month + 1, 1).toordinal() - date(year, month, 1).toordinal()
    if not 1 <= day <= last:
        raise Fault(Code.DATE, f"There is no day {parts[3]} in {_MONTHS[month - 1]} {year}.", f"a day from 01 to {last}")
    return date(year, month, day).toordinal()


def _meant_date(text: str) -> str:
    """The date that somebody meant who wrote it in another common way, where only one can be meant."""
    if parts := re.fullmatch(_DATE_LIKE, text):
        year, month, day = parts.groups()
    elif parts := re.fullmatch(_DAY_FIRST, text):
        day, month, year = parts.groups()
    else:
        return ""
    try:
        meant = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return meant.isoformat() if _FIRST_YEAR <= meant.year <= _LAST_YEAR else ""


def read_clock(text: str) -> tuple[int, int | None]:
    """A time's second of the day, and its offset in seconds where it has one.

    >>> read_clock("19:30"), read_clock("19:30:15+02:00"), read_clock("00:00Z")
    ((70200, None), (70215, 7200), (0, 0))

    Raises `Fault` where it is no time, with the time that was probably meant.
    """
    if len(text) == 5 and text[2] == ":" and text.isascii() and (text[:2] + text[3:]).isdigit() and text[:2] < "24" and text[3] < "6":
        return int(text[:2]) * 3600 + int(text[3:]) * 60, None
    parts = re.fullmatch(_CLOCK, text)
    if parts is None:
        raise Fault(Code.TIME, f"`{text}` is not a time.", _EXPECTED_TIME, _meant_clock(text))
    hour, minute, second = int(parts[1]), int(parts[2]), int(parts[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        midnight = "; the midnight that ends a date is 00:00 of the next" if text[:5] == "24:00" else ""
        raise Fault(Code.TIME, f"There is no time {text}.", f"a time from 00:00 to 23:59{midnight}")
    if parts[4] and parts[4].strip("0"):
        raise Fault(Code.TIME, "Times go to the second.", "a time without a fraction", text.replace(text[8 : 9 + len(parts[4])], ""))
    offset = None
    if parts[5]:
        offset = 0
    elif parts[6]:
        offset = int(parts[7]) * 3600 + int(parts[8]) * 60
        offset = -offset if parts[6] == "-" else offset
        if int(parts[8]) > 59 or not _LEAST_OFFSET <= offset <= _MOST_OFFSET:
            message = f"There is no offset {parts[6]}{parts[7]}:{parts[8]}."
            meant = _meant_clock(text) if re.fullmatch(_TWO_CLOCKS, text) else ""
            raise Fault(Code.TIME, message, "an offset from -12:00 to +14:00", meant)
    return hour * 3600 + minute * 60 + second, offset


def _meant_clock(text: str) -> str:
    """The time that somebody meant who wrote it in another common way, where only one can be meant."""
    if both := re.fullmatch(_TWO_CLOCKS, text):
        return f"{both[1].zfill(5)} to {both[2].zfill(5)}"
    parts = re.fullmatch(_CLOCK_LIKE, text)
    if parts is None or (parts[2] is None and parts[3] is None):
        return ""
    hour, minute, half, offset = int(parts[1]), int(parts[2] or 0), (parts[3] or "").lower(), parts[4] or ""
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if len(offset) == 5:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{hour:02}:{minute:02}{offset.upper()}" if hour < 24 and minute < 60 else ""


def read_clock_part(text: str) -> Clock:
    """What follows the date in `2026-09-12T19:30`, from the `T` (or a space) on; nothing is no time.

    >>> read_clock_part("T19:30"), read_clock_part("")
    ((70200, None), (None, None))

    Raises `Fault`.
    """
    if not text:
        return None, None
    if text[0] not in "T ":
        raise Fault(Code.DATE, "The date is followed by neither `T` nor a space.", "a moment such as 2026-09-12T19:30")
    return read_clock(text[1:])


def read_moment(text: str) -> Moment:
    """A date, or a date and a time with `T` or a space between them.

    >>> read_moment("2026-09-12T19:30").second
    70200

    Raises `Fault`.
    """
    at = next((place for place, character in enumerate(text) if character in "T "), len(text))
    before, after = text[:at], text[at:]
    try:
        day = read_date(before)
    except Fault as fault:
        fault.nearest = fault.nearest and fault.nearest + after
        raise
    try:
        return Moment(day, *read_clock_part(after))
    except Fault as fault:
        fault.nearest = f"{before}{after[0]}{fault.nearest}" if len(fault.nearest) > 3 and " " not in fault.nearest else ""
        raise


def bare_end(second: int | None, offset: int | None, end_second: int, end_offset: int | None) -> tuple[int | None, int | None]:
    """For an end that has no date: how many days after the start's date it lies, and its offset.

    It is the first such time later than the start, and has the start's offset unless it has its own. Where only the end has
    an offset, the days depend on the zone: they stay None.

    >>> bare_end(19 * 3600, None, 23 * 3600, None), bare_end(19 * 3600, 7200, 1 * 3600, None)
    ((0, None), (1, 7200))
    """
    if end_offset is None:
        return int(end_second <= (second or 0)), offset
    if offset is None:
        return None, end_offset
    return int(end_second - end_offset <= (second or 0) - offset), end_offset


def date_text(day: int) -> str:
    """A date as a log writes it.

    >>> date_text(read_date("2026-09-12"))
    '2026-09-12'
    """
    return date.fromordinal(day).isoformat()


def clock_text(second: int, offset: int | None = None) -> str:
    """A time as a log writes it.

    >>> clock_text(70200), clock_text(70215, -5 * 3600), clock_text(0, 0)
    ('19:30', '19:30:15-05:00', '00:00Z')
    """
    minutes, seconds = divmod(second % _DAY, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if offset is None:
        return text
    if offset == 0:
        return text + "Z"
    minutes = abs(offset) // 60
    return f"{text}{'-' if offset < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"


def moment_text(day: int, second: int | None = None, offset: int | None = None, between: str = "T") -> str:
    """A date with its time, if it has one.

    >>> moment_text(read_date("2026-09-12"), 70200)
    '2026-09-12T19:30'
    """
    return date_text(day) + (between + clock_text(second, offset) if second is not None else "")

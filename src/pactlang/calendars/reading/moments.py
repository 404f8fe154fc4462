"""Dates, times and lengths as calendars write them."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?([Zz])?)?")
_LENGTH = re.compile(r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d):?(\d\d)?")


class Wall(Struct, frozen=True):
    """What a clock on the wall shows: a date (ordinal), the second of the day or None for a whole day, and whether it is in UTC."""

    day: int
    second: int | None = None
    utc: bool = False

    @property
    def stamp(self) -> str:
        """As calendars write it: `20260112T110000Z`.

        >>> Wall(date(2026, 1, 12).toordinal(), 39600, utc=True).stamp
        '20260112T110000Z'
        """
        day = f"{date.fromordinal(self.day):%Y%m%d}".zfill(8)
        if self.second is None:
            return day
        return f"{day}T{self.second // 3600:02}{self.second // 60 % 60:02}{self.second % 60:02}{'Z' * self.utc}"


def read_wall(text: str, *, all_day: bool = False) -> Wall | None:
    """A date or a date with a time; None where it is neither. `all_day` drops the time.

    >>> read_wall("20260112T110000Z").second, read_wall("20260231")
    (39600, None)
    """
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])).toordinal()
    except ValueError:
        return None
    if found[4] is None or all_day:
        return Wall(day)
    hour, minute, second = int(found[4]), int(found[5]), min(int(found[6] or 0), 59)
    if hour > 23 or minute > 59:
        return None
    return Wall(day, hour * 3600 + minute * 60 + second, found[7] is not None)


def read_length(text: str) -> tuple[int, int] | None:
    """A length as whole days and seconds; None where it is none. Both are below zero where it goes backwards.

    >>> read_length("P1DT2H"), read_length("-PT1H"), read_length("PT")
    ((1, 7200), (0, -3600), None)
    """
    found = _LENGTH.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()[1:]):
        return None
    sign = -1 if found[1] == "-" else 1
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups()[1:])
    return sign * (weeks * 7 + days), sign * (hours * 3600 + minutes * 60 + seconds)


def read_offset(text: str) -> int | None:
    """Seconds east of UTC; None where it is no offset that a clock may have.

    >>> read_offset("+0530"), read_offset("+5328")
    (19800, None)
    """
    found = _OFFSET.fullmatch(text.strip())
    if found is None or int(found[2]) > 18 or int(found[3]) > 59:
        return None
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -seconds if found[1] == "-" else seconds

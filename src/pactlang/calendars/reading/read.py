"""A calendar from somebody else: read within limits, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from pactlang.calendars.reading.events import MOST, Reader
from pactlang.calendars.reading.occurrence import CalendarRead
from pactlang.calendars.reading.parts import CutOffError, cut
from pactlang.calendars.reading.series import TooManyError

MOST_BYTES = 20_000_000
OURS = b"PRODID:-//Calendar//Reminders 1//EN"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class CalendarError(Exception):
    """The calendar cannot be used; the message says why in plain words."""


def read_calendar(data: bytes, first: int, last: int, own: Iterable[str] = ()) -> CalendarRead:
    """What lies on the dates from `first` to `last` (ordinals), in order of time, and what became of everything else.

    `own` are the addresses whose answers to invitations are asked for. A day more on both sides is found: where a date begins depends on
    the zone that nobody knows here. Raises `CalendarError`.
    """
    if len(data) > MOST_BYTES:
        raise CalendarError(f"it is larger than {MOST_BYTES // 1_000_000} MB; export less of the calendar")
    if data.startswith(_UTF16):
        raise CalendarError("it is UTF-16, not UTF-8; save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.count(b"\n") < data.count(b"\r"):
        data = re.sub(rb"\r(?!\n)", b"\n", data)  # lines end as on old machines
    if not re.match(rb"\s*BEGIN:VCALENDAR", data, re.IGNORECASE):
        raise CalendarError("it is not a calendar; a calendar starts with BEGIN:VCALENDAR")
    if OURS in data:
        raise CalendarError("it contains reminders that pact export wrote, not what took place")
    try:
        read = Reader(first, last, own).all(cut(data, date.fromordinal(first), date.fromordinal(last)))
    except TooManyError:
        raise CalendarError(f"more than {MOST:,} events lie in that time, or may; ask for less of it with --from") from None
    except CutOffError as wrong:
        where = f"in the middle of an event (line {wrong.line})" if wrong.line else "without END:VCALENDAR, so something may be missing"
        raise CalendarError(f"it ends {where}; download it again") from None
    read.found.sort(key=lambda one: (one.first or 0, one.start, one.id))
    read.left.sort(key=lambda told: told.line)
    read.remarks.sort(key=lambda told: told.line)
    return read

"""A calendar from somebody else: read within limits, whatever stands in it."""

from __future__ import annotations

import json
import re
import subprocess

from pactlang.calendars.reading.occurrence import Occurrence
from pactlang.programs import own_process

SECONDS = 15
MOST_BYTES = 20_000_000
_TOO_OFTEN = re.compile(rb"^RRULE[^\n]*FREQ=(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE | re.MULTILINE)
OURS = b"PRODID:-//Calendar//Reminders 1//EN"


class CalendarError(Exception):
    """The calendar cannot be used; the message says why in plain words."""


def read_calendar(data: bytes, first: int, last: int, *, seconds: float = SECONDS) -> tuple[list[Occurrence], int]:
    """What lies on the dates from `first` to `last` (ordinals), in order of time, and how many events could not be read.

    Raises `CalendarError`.
    """
    if len(data) > MOST_BYTES:
        raise CalendarError(f"it is larger than {MOST_BYTES // 1_000_000} MB; export less of the calendar")
    if not re.match(rb"\s*BEGIN:VCALENDAR", data.removeprefix(b"\xef\xbb\xbf"), re.IGNORECASE):
        raise CalendarError("it is not a calendar; a calendar starts with BEGIN:VCALENDAR")
    if OURS in data:
        raise CalendarError("it contains reminders that pact export wrote, not what took place")
    often = _TOO_OFTEN.search(data)
    if often:
        line = data.count(b"\n", 0, often.start()) + 1
        raise CalendarError(f"line {line}: an event repeats more often than once a day; take it out of the calendar")
    head = json.dumps({"first": first, "last": last}).encode()
    call, environment, folder = own_process("pactlang.calendars.reading.worker")
    asked = head + b"\n" + data
    try:
        done = subprocess.run(call, input=asked, env=environment, cwd=folder, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise CalendarError(f"reading it took more than {seconds:.0f} seconds and was stopped; export less of the calendar") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise CalendarError("it cannot be read as a calendar") from None
    if "fault" in answer:
        raise CalendarError(answer["fault"])
    found = [Occurrence(**(row | {"categories": tuple(row["categories"])})) for row in answer["events"] if row["uid"]]
    nameless = sum(not row["uid"] for row in answer["events"])
    return sorted(found, key=lambda one: (one.first or 0, one.start, one.id)), answer["unread"] + nameless

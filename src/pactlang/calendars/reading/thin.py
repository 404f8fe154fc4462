"""Takes out of a calendar what cannot matter before a library builds all of it: other years, descriptions, guests, alarms, to-dos.

A calendar of ten years is a hundred times what is asked for, and building one event takes a hundred times as long as passing it over.
What is not understood here stays in, for the library to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

# All that an entry is made of, and that says when an event takes place.
_KEPT = frozenset(
    {
        *(b"BEGIN", b"END", b"UID", b"DTSTART", b"DTEND", b"DURATION", b"RRULE", b"RDATE", b"EXDATE", b"EXRULE", b"RECURRENCE-ID"),
        *(b"SUMMARY", b"CATEGORIES", b"LOCATION", b"STATUS", b"SEQUENCE"),
    }
)
_OTHERWISE = frozenset({b"RDATE", b"EXDATE", b"EXRULE", b"RECURRENCE-ID", b"STATUS"})
_WHOLE = (b"VCALENDAR", b"VTIMEZONE", b"STANDARD", b"DAYLIGHT")
_NAME = re.compile(rb"[A-Za-z-]+")
_DATE = re.compile(rb"DTSTART[^:]*:(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?\s*\Z", re.IGNORECASE)
_UNTIL = re.compile(rb"UNTIL=(\d{4})(\d\d)(\d\d)", re.IGNORECASE)
_OFTEN = re.compile(rb"FREQ=(?:DAILY|WEEKLY)\b", re.IGNORECASE)
_COUNT = re.compile(rb"COUNT=(\d{1,4})(?=;|\s|\Z)", re.IGNORECASE)
_INTERVAL = re.compile(rb"INTERVAL=(\d{1,3})(?=;|\s|\Z)", re.IGNORECASE)
_SELDOM = re.compile(rb"BYMONTH|BYYEARDAY|BYWEEKNO|BYSETPOS", re.IGNORECASE)
# A series that surely comes once in so many days, without an end.
_PLAIN = re.compile(rb"RRULE:FREQ=(DAILY|WEEKLY)(?:;INTERVAL=(\d{1,3})|;WKST=\w\w|(?<=WEEKLY);BYDAY=[A-Z,]+)*\s*\Z", re.IGNORECASE)
MOST = 20_000  # events that are built, and occurrences
_SLACK = timedelta(days=3)  # a zone moves a date by one; the library is asked for a day more on both sides


class TooManyError(Exception):
    """More events lie on the dates, or may, than anybody's calendar holds."""


def thinned(data: bytes, first: date, last: date) -> bytes:
    """The calendar without what cannot have a start on one of the dates; the whole calendar where its parts do not fit together.

    Raises `TooManyError`: what would be built is counted first, since building it takes a hundred times as long.

    >>> calendar = b"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART:20100101T100000Z\\nEND:VEVENT\\nEND:VCALENDAR\\n"
    >>> thinned(calendar, date(2026, 1, 1), date(2026, 12, 31))
    b'BEGIN:VCALENDAR\\r\\nEND:VCALENDAR\\r\\n'
    """
    kept: list[bytes] = []
    event: list[bytes] = []
    inside: list[bytes] = []
    built = surely = 0
    for line in _logical(data):
        found = _NAME.match(line)
        name = found[0].upper() if found else b""
        if name == b"BEGIN":
            inside.append(line.partition(b":")[2].strip().upper())
        part = inside[-1] if inside else b""
        if part in _WHOLE:
            kept.append(line)
        elif part == b"VEVENT" and name in _KEPT:
            event.append(line)
        if name == b"END":
            if not inside or inside.pop() != line.partition(b":")[2].strip().upper():
                return data
            if part == b"VEVENT":
                if _may_matter(event, first - _SLACK, last + _SLACK):
                    kept += event
                    built += 1
                    surely += _at_least(event, first, last)
                    if max(built, surely) > MOST:
                        raise TooManyError
                event = []
    return b"".join(kept) if not inside else data


def _logical(data: bytes) -> Iterable[bytes]:
    """The lines, put together where one goes on in the next, also in the middle of its name."""
    whole: list[bytes] = []
    for line in data.splitlines():
        if whole and line[:1] in (b" ", b"\t"):
            whole.append(line[1:])
            continue
        if whole:
            yield b"".join(whole) + b"\r\n"
        whole = [line]
    if whole:
        yield b"".join(whole) + b"\r\n"


def _may_matter(event: list[bytes], first: date, last: date) -> bool:
    """Whether an event may start on one of the dates, as far as its own lines say."""
    lines = {found[0].upper(): line for line in event if (found := _NAME.match(line))}
    if b"RECURRENCE-ID" in lines:
        return True  # it takes the place of another one
    found = _DATE.match(lines.get(b"DTSTART", b""))
    try:
        start = date(*map(int, found.groups())) if found else None
    except ValueError:
        start = None
    if start is None:
        return True
    if start > last:
        return b"RDATE" in lines
    if b"RDATE" in lines or b"RRULE" not in lines:
        return start >= first or b"RDATE" in lines
    end = _end(start, lines[b"RRULE"])
    return end is None or end >= first


def _at_least(event: list[bytes], first: date, last: date) -> int:
    """On how many of the dates an event surely starts; none where its lines do not say so plainly."""
    lines = {found[0].upper(): line for line in event if (found := _NAME.match(line))}
    found = _DATE.match(lines.get(b"DTSTART", b""))
    if found is None or not lines.keys().isdisjoint(_OTHERWISE):
        return 0
    try:
        start = date(*map(int, found.groups()))
    except ValueError:
        return 0
    if b"RRULE" not in lines:
        return int(first <= start <= last)
    plain = _PLAIN.match(lines[b"RRULE"])
    every = (7 if plain[1].upper() == b"WEEKLY" else 1) * int(plain[2] or 1) if plain else 0
    return max(0, (last - max(start, first)).days // every) if every else 0


def _end(start: date, rule: bytes) -> date | None:
    """A date after which a series does not come any more, where its rule tells one simply."""
    try:
        until = _UNTIL.search(rule)
        if until:
            return date(*map(int, until.groups())) + _SLACK
        count = _COUNT.search(rule)
        if count and _OFTEN.search(rule) and not _SELDOM.search(rule):
            every = _INTERVAL.search(rule)
            return start + timedelta(days=7 * int(count[1]) * (int(every[1]) if every else 1))
    except (ValueError, OverflowError):
        pass
    return None

"""Reads a calendar in a process of its own, which can be ended when it takes too long.

Standard input: one line of JSON with the first and last date, then the calendar. Standard output: the occurrences as JSON.
"""

from __future__ import annotations

import json
import sys
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pactlang.calendars.reading.thin import MOST, TooManyError, thinned

_TOO_MANY = {"fault": f"there may be more than {MOST:,} events in that time; ask for less with --from"}
_ONCE = ("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "SUMMARY", "LOCATION", "STATUS")  # twice means nothing
_AGAIN = ("RRULE", "RDATE", "RECURRENCE-ID")


def main() -> None:
    """Read, expand, write."""
    # Zones are those of the `tzdata` package, on every machine alike.
    zoneinfo.reset_tzpath(to=())
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(head)
    json.dump(expanded(data, date.fromordinal(asked["first"]), date.fromordinal(asked["last"])), sys.stdout)


def expanded(data: bytes, first: date, last: date, *, thin: bool = True) -> dict[str, Any]:
    """Every occurrence that starts on one of the dates, cancelled ones left out, and how many events could not be read.

    Without `thin` also events are built that cannot start on one of them.
    """
    import recurring_ical_events
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(thinned(data, first, last) if thin else data)
    except TooManyError:
        return _TOO_MANY
    except (ValueError, IndexError, KeyError, TypeError) as problem:
        return {"fault": f"it cannot be read as a calendar ({type(problem).__name__})"}
    if calendar.name != "VCALENDAR":
        return {"fault": "it cannot be read as a calendar (it begins with something else)"}
    whole = sum(one.name == "VEVENT" for one in calendar.subcomponents)
    calendar.subcomponents = [one for one in calendar.subcomponents if one.name == "VTIMEZONE" or (one.name == "VEVENT" and _readable(one))]
    unread = whole - sum(one.name == "VEVENT" for one in calendar.subcomponents)
    for one in calendar.subcomponents:
        # No alarms; and an event that stands inside another part was not looked at.
        one.subcomponents = [part for part in one.subcomponents if part.name in ("STANDARD", "DAYLIGHT")]
    name = str(calendar.get("X-WR-CALNAME", calendar.get("NAME", "")))
    comes_again = {str(one.get("UID", "")) for one in calendar.walk("VEVENT") if any(key in one for key in _AGAIN)}
    query = recurring_ical_events.of(calendar, components=["VEVENT"], skip_bad_series=True)
    found: list[dict[str, Any]] = []
    # One day more on both sides: where a date begins depends on the zone that nobody knows here.
    for number, event in enumerate(query.between(first - timedelta(days=1), last + timedelta(days=2))):
        if number >= MOST:
            return _TOO_MANY
        try:
            row = _row(event, name, comes_again)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            unread += 1
            continue
        if row:
            found.append(row)
    return {"events": found, "unread": unread}


def _readable(event: Any) -> bool:
    """Whether an event says when it is, in a zone that is known; all others would keep the library from reading any."""
    from dateutil.rrule import rrulestr

    try:
        start = event["DTSTART"]
        if any(isinstance(event.get(name), list) for name in _ONCE):
            return False
        if not isinstance(start.dt, date) or (isinstance(start.dt, datetime) and start.dt.tzinfo is None and "TZID" in start.params):
            return False
        rule = event.get("RRULE")
        if rule is not None:
            rrulestr(rule.to_ical().decode().partition(";UNTIL=")[0], dtstart=datetime(2026, 1, 1))  # noqa: DTZ001 - only tried
        return isinstance(event.end, date)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return False


def _row(event: Any, calendar: str, comes_again: set[str]) -> dict[str, Any]:
    """One occurrence; nothing at all for a cancelled one."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return {}
    start = event["DTSTART"].dt
    end = event.end
    mark = event["RECURRENCE-ID"].dt if "RECURRENCE-ID" in event else start
    row: dict[str, Any] = {
        "uid": str(event.get("UID", "")),
        "title": str(event.get("SUMMARY", "")),
        "categories": [str(one) for one in getattr(event.get("CATEGORIES"), "cats", [])],
        "calendar": calendar,
        "place": str(event.get("LOCATION", "")),
        "instance": _mark(mark) if str(event.get("UID", "")) in comes_again else "",
    }
    if not isinstance(start, datetime):
        return row | {"first": start.toordinal(), "last": max(start.toordinal(), (end - timedelta(days=1)).toordinal())}
    floating = start.tzinfo is None
    return row | {"start": _seconds(start), "end": _seconds(end), "floating": floating}


def _seconds(moment: datetime) -> int:
    return int((moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp())


def _mark(moment: date) -> str:
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment:%Y%m%dT%H%M%S}" if moment.tzinfo is None else f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"

"""Which clock a time in a calendar is on: the calendar's own rules for a zone, a zone that is known by its name, or none."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import Protocol

from msgspec import Struct

from pactlang.calendars.reading.moments import Wall, read_offset, read_wall
from pactlang.calendars.reading.parts import Part
from pactlang.calendars.reading.recurrence import RecurrenceError, Steps, dates, read_recurrence
from pactlang.model.calendar import load_zone, zone_names

_EPOCH = date(1970, 1, 1).toordinal()
_DISPLAYED = re.compile(r"\(?(?:UTC|GMT)\s*([+-]\d\d:?\d\d)?\)\s*(.+)")
_FIXED = re.compile(r"(?:UTC|GMT)([+-]\d\d?)(?::?(\d\d))?")
_NORTH_AMERICA = {
    "Eastern Time": "New_York",
    "Central Time": "Chicago",
    "Mountain Time": "Denver",
    "Pacific Time": "Los_Angeles",
    "Atlantic Time": "Halifax",
    "Arizona": "Phoenix",
    "Alaska": "Anchorage",
    "Newfoundland": "St_Johns",
}
_UTC = ("UTC", "Z", "Etc/UTC", "Coordinated Universal Time")


class Clock(Protocol):
    """What shows the time somewhere: `Zone` is one."""

    def instant(self, ordinal: int, second: int) -> int:
        """The instant of a clock time on a date."""

    def clock(self, instant: int) -> tuple[int, int]:
        """The date and the second of the day at an instant."""


class OwnRules:
    """A zone by the rules that a calendar has for it: each change with its moment, and the offsets before and after it."""

    def __init__(self, changes: list[tuple[int, int, int]]) -> None:
        """`changes`: the second since 1970 that the clock shows when it changes, the offset before, the offset after."""
        self._changes = sorted(changes)
        self._walls = [wall + max(0, after - before) for wall, before, after in self._changes]
        self._instants = [wall - before for wall, before, _ in self._changes]

    def _offset(self, place: int) -> int:
        return self._changes[place - 1][2] if place else self._changes[0][1]

    def instant(self, ordinal: int, second: int) -> int:
        """The instant of a clock time: of two the first, and with the offset before a change that skips it."""
        wall = (ordinal - _EPOCH) * 86400 + second
        return wall - self._offset(bisect_right(self._walls, wall))

    def clock(self, instant: int) -> tuple[int, int]:
        """The date and the second of the day at an instant."""
        day, second = divmod(instant + self._offset(bisect_right(self._instants, instant)), 86400)
        return day + _EPOCH, second


class Named(Struct, frozen=True):
    """A zone of a calendar: the clock that is used, and the other one that its name could mean."""

    clock: Clock
    other: Clock | None = None
    own: bool = False


class Zones:
    """The zones that the calendars of a file speak of."""

    def __init__(self, first: int, last: int, steps: Steps, others: Zones | None = None) -> None:
        """`others` are those of the other calendars of the file, for names that this one does not explain."""
        self._others = others
        self._span = max(1, first - 800), last + 400
        self._steps = steps
        self._own: dict[str, OwnRules] = {}
        self._found: dict[str, Named | None] = {}

    def learn(self, part: Part) -> None:
        """Take in a VTIMEZONE; rules in it that cannot be read count as none, as its name may be known."""
        own = self._rules(part)
        for name in part.all("TZID"):
            if own is not None:
                self._own[name.value.strip()] = own
        if own is None and (place := part.text("X-LIC-LOCATION")) in zone_names():
            for name in part.all("TZID"):
                self._found[name.value.strip()] = Named(load_zone(place))

    def named(self, name: str) -> Named | None:
        """The zone of a TZID; None where nobody knows it."""
        name = name.strip()
        if name not in self._found:
            self._found[name] = self._look(name)
        return self._found[name]

    def _look(self, name: str) -> Named | None:
        own = self._own.get(name)
        if own is None and self._others is not None:
            return self._others.named(name)
        key = known_zone(name)
        known = load_zone(key) if key is not None else None
        if own is None:
            return Named(known) if known is not None else None
        if known is not None and "/" in name:
            # A place has one clock; programs write wrong rules for it far more often than they mean others.
            return Named(known, own)
        return Named(own, known, own=True)

    def _rules(self, part: Part) -> OwnRules | None:
        changes: list[tuple[int, int, int]] = []
        for one in part.parts:
            start = read_wall(one.text("DTSTART"))
            before, after = read_offset(one.text("TZOFFSETFROM")), read_offset(one.text("TZOFFSETTO"))
            if start is None or before is None or after is None:
                return None
            moments = [(start.day, start.second or 0)]
            try:
                for rule in one.all("RRULE"):
                    moments += self._moments(rule.value, start, before)
            except RecurrenceError:
                return None
            for dated in one.all("RDATE"):
                moments += [(at.day, at.second or 0) for text in dated.value.split(",") if (at := read_wall(text)) is not None]
            changes += [((day - _EPOCH) * 86400 + second, before, after) for day, second in moments]
        return OwnRules(changes) if changes else None

    def _moments(self, text: str, start: Wall, before: int) -> list[tuple[int, int]]:
        rule = read_recurrence(text)
        until = read_wall(rule.until) if rule.until else None
        end = 86_399 if until is not None and until.second is None else (until.second or 0) if until is not None else 0
        found = []
        for day, second in dates(rule, start.day, start.second or 0, self._span[0], self._span[1], self._steps):
            if until is not None and (day - until.day) * 86400 + second - (before if until.utc else 0) > end:
                break
            found.append((day, second))
        return found


def known_zone(name: str) -> str | None:
    """The zone that a name means: as it is called in the zone data, on Windows or in Outlook.

    >>> known_zone("W. Europe Standard Time"), known_zone("(UTC-05:00) Eastern Time (US & Canada)"), known_zone("Mars/Olympus")
    ('Europe/Berlin', 'America/New_York', None)
    >>> known_zone("/mozilla.org/20050126_1/Europe/Berlin"), known_zone("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna")
    ('Europe/Berlin', 'Europe/Amsterdam')
    >>> known_zone("/Europe/Stockholm")
    'Europe/Stockholm'
    """
    name = name.strip().strip('"')
    names = zone_names()
    if name in names:
        return name
    if name.upper() in (one.upper() for one in _UTC):
        return "UTC"
    pieces = [piece for piece in name.split("/") if piece]
    for length in (3, 2):
        if len(pieces) >= length and "/".join(pieces[-length:]) in names:
            return "/".join(pieces[-length:])
    if fixed := _FIXED.fullmatch(name):
        hours, minutes = int(fixed[1]), int(fixed[2] or 0)
        return (f"Etc/GMT{-hours:+d}" if hours else "UTC") if not minutes and -12 <= hours <= 14 else None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = {one.casefold(): zone for one, zone in WINDOWS_TO_OLSON.items()}
    if (zone := windows.get(name.casefold())) in names:
        return zone
    folded = {one.casefold(): one for one in names}
    return folded.get(name.casefold()) or _displayed(name, names)


def _displayed(name: str, names: frozenset[str]) -> str | None:
    """`(UTC+01:00) Amsterdam, Berlin, …`: the first of its cities that has a zone of its own with that offset in winter or summer."""
    shown = _DISPLAYED.fullmatch(name)
    if shown is None:
        return None
    offset = read_offset(shown[1] or "+0000")
    for city in shown[2].split(","):
        place = re.sub(r"\s*\(.*\)", "", city).strip()
        if place == "Coordinated Universal Time":
            return "UTC"
        place = _NORTH_AMERICA.get(place, place.replace(" ", "_").replace(".", ""))
        for zone in sorted(names):
            standard = {load_zone(zone).offset(moment) for moment in (1_767_225_600, 1_782_864_000)} if zone.endswith(f"/{place}") else ()
            if offset in standard:
                return zone
    return None

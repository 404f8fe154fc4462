"""The calendar that stood before: read just far enough to update it instead of writing it anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icalendar import vRecur
from icalendar.parser import Contentline, Contentlines
from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable

PRODID = "-//Calendar//Reminders 1//EN"  # names nobody and nothing
_BEGIN, _END = "BEGIN:VEVENT\r\n", "END:VEVENT\r\n"
_MOST = 20_000_000  # bytes of a calendar
_MOST_RESOURCE = 100_000  # of one event with its zone
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATE = re.compile(r"(19|20|21)\d\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8]|29|3[01])")
_STAMP = re.compile(r"\d{8}T\d{6}Z")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# All that the export ever writes; anything else in a file that is to be replaced is not carried on.
_OURS = frozenset(
    {
        *("BEGIN", "END", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "RRULE", "EXDATE"),
        *("STATUS", "SUMMARY", "CLASS", "TRANSP", "ACTION", "DESCRIPTION", "TRIGGER"),
    }
)
_COUNTED = ("UID:", "DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")


def value_of(lines: Iterable[str], name: str) -> str:
    """The value of the first content line of a name, empty where there is none.

    >>> value_of(["DTSTART;TZID=Europe/Berlin:20260906T190000"], "DTSTART")
    '20260906T190000'
    """
    return next((Contentline(line).parts()[2] for line in lines if line.startswith((f"{name}:", f"{name};"))), "")


class ForeignError(Exception):
    """The file is no calendar that the export wrote; replacing it could lose what others put there."""


class Standing(Struct, frozen=True):
    """One event as it stands: its very bytes, what they say, and whether they say nothing else."""

    uid: str
    raw: str
    lines: tuple[str, ...]
    whole: bool = True

    @property
    def sequence(self) -> int:
        """How often it was changed."""
        return int(value_of(self.lines, "SEQUENCE") or 0)

    @property
    def stamp(self) -> str:
        """When it was last made so."""
        return value_of(self.lines, "LAST-MODIFIED")

    @property
    def cancelled(self) -> bool:
        """Whether it was withdrawn."""
        return value_of(self.lines, "STATUS") == "CANCELLED"

    @property
    def content(self) -> list[str]:
        """What it says, as `content` of an item gives it."""
        return [line for line in self.lines[1:-1] if not line.startswith(_COUNTED)]

    def says(self, said: list[str]) -> bool:
        """Whether it says this, in whatever order of lines."""
        return sorted(self.content) == sorted(said)

    @property
    def last_date(self) -> str:
        """The date of its last instance, as eight digits."""
        until = re.search(r"UNTIL=(\d{8})", value_of(self.lines, "RRULE"))
        return until[1] if until else value_of(self.lines, "DTSTART")[:8]


class StandingCalendar(Struct, frozen=True):
    """The events of a calendar by their UID."""

    events: dict[str, Standing] = field(default_factory=dict)


def read_standing(data: bytes) -> StandingCalendar:
    """Read a calendar that the export wrote. Raises `ForeignError` for any other; an empty file is an empty calendar."""
    if not data.strip():
        return StandingCalendar()
    if len(data) > _MOST:
        raise ForeignError
    try:
        raw = data.decode()
    except UnicodeDecodeError:
        raise ForeignError from None
    raw = raw.replace("\r\n", "\n").replace("\n", "\r\n")  # a file that went through git or an editor may have lost the CR
    if f"\r\nPRODID:{PRODID}\r\n" not in raw:
        raise ForeignError
    events: dict[str, Standing] = {}
    for found in _events(raw):
        event = _event(found)
        events.setdefault(event.uid, event)
    if len(events) != raw.count("BEGIN:VEVENT\r\n"):
        raise ForeignError
    return StandingCalendar(events)


def read_resource(data: bytes) -> Standing:
    """The one event that a server keeps under an address of ours, in whatever order the server wrote its lines."""
    if len(data) > _MOST_RESOURCE:
        raise ForeignError
    try:
        raw = data.decode().replace("\r\n", "\n").replace("\n", "\r\n")
    except UnicodeDecodeError:
        raise ForeignError from None
    found = _events(raw)
    if len(found) != 1:
        raise ForeignError
    return _event(found[0])


def _events(raw: str) -> list[str]:
    """The events of a calendar. Looked for one after the other: what is never closed costs no more than what is."""
    found = []
    place = raw.find(_BEGIN)
    while place >= 0:
        end = raw.find(_END, place)
        if end < 0:
            raise ForeignError
        found.append(raw[place : end + len(_END)])
        place = raw.find(_BEGIN, end)
    return found


def _event(raw: str) -> Standing:
    """One event. What it says is carried on where it is withdrawn, so nothing is taken that the export could not have written."""
    try:
        found = [(line, *line.parts()) for line in Contentlines.from_ical(raw) if line]  # type: ignore[no-untyped-call]
        kept = [(line, name, value) for line, name, _, value in found if name in _OURS]
        lines = tuple(_rule(value) if name == "RRULE" else str(line) for line, name, value in kept)
    except ValueError:
        raise ForeignError from None
    event = Standing(value_of(lines, "UID"), raw, lines, len(kept) == len(found))
    sound = (
        _UID.fullmatch(event.uid)
        and _STAMP.fullmatch(event.stamp)
        and re.fullmatch(r"\d{1,9}", value_of(lines, "SEQUENCE"))
        and _DATE.match(value_of(lines, "DTSTART"))
        and not any(_CONTROL.search(line) for line in lines)
    )
    if not sound:
        raise ForeignError
    return event


def _rule(value: str) -> str:
    """A rule with its parts in the order in which they are written today; 0.1.0 wrote another."""
    return f"RRULE:{vRecur.from_ical(value).to_ical().decode()}"

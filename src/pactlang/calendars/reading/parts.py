"""A calendar cut into its parts, each with its line: nothing is understood yet, and nothing is lost.

A calendar of ten years is a hundred times what is asked for, so what surely lies on other dates is counted and passed over unread.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct, field

_FOLD = rb"(?:\r?\n[ \t])?"
# A line of BEGIN or END, after the end of the one before it: that is found far faster than the start of a line.
_EDGE = re.compile(
    rb"\n(?:("
    + _FOLD.join((b"[Bb]", b"[Ee]", b"[Gg]", b"[Ii]", b"[Nn]"))
    + rb")|"
    + _FOLD.join((b"[Ee]", b"[Nn]", b"[Dd]"))
    + rb")"
    + _FOLD
    + rb":((?:[A-Za-z0-9-]|[ \t]|\r?\n[ \t])*)\r?(?=\n|\Z)"
)
_FOLDED = re.compile(rb"\r?\n[ \t]")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";:,])*(?:,(?:\"[^\"]*\"|[^\";:,])*)*)")
# What surely says when something starts, in a part that does not come again and takes no other's place.
_START = re.compile(rb"^DTSTART(?:;[^:\r\n]*)?:(\d{4})(\d\d)(\d\d)", re.IGNORECASE | re.MULTILINE)
_AGAIN = re.compile(rb"^(?:RRULE|RDATE|RECURRENCE-ID|DTSTART[^:]*\r?\n[ \t])|^[A-Z-]+\r?\n[ \t]", re.IGNORECASE | re.MULTILINE)
_ENDED = re.compile(rb"^RRULE:[^\r\n]*UNTIL=(\d{4})(\d\d)(\d\d)", re.IGNORECASE | re.MULTILINE)
_MORE = re.compile(rb"^(?:RDATE|RECURRENCE-ID)", re.IGNORECASE | re.MULTILINE)
_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE(?:;[^:\r\n]*)?:\s*(\d{1,9})\s*$", re.IGNORECASE | re.MULTILINE)
_SLACK = timedelta(days=3)  # a zone moves a date by one
# All that an entry is made of, that rules ask about, and that says when something takes place.
_KEPT = frozenset(
    {
        *("UID", "SUMMARY", "CATEGORIES", "LOCATION", "STATUS", "SEQUENCE", "ATTENDEE", "COMPLETED", "METHOD", "NAME", "X-WR-CALNAME"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
        *("X-WR-TIMEZONE", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION"),
    }
)
ITEMS = ("VEVENT", "VTODO")


class Property(Struct, frozen=True):
    """`NAME;PARAMETER=value:value`, names in capitals, the value as it was written."""

    name: str
    parameters: dict[str, str]
    value: str


class Part(Struct):
    """A part of a calendar from its BEGIN on (`line`, 1-based): what it says itself, and the parts in it that matter here."""

    kind: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every property of a name."""
        return [one for one in self.properties if one.name == name]

    def text(self, name: str) -> str:
        """The first property of a name as text; nothing where there is none."""
        return next((_plain(one.value) for one in self.properties if one.name == name), "")


class Cut(Struct):
    """The calendars of a file; events that have no end of their own; how many lie on other dates, and how many parts are no events."""

    calendars: list[Part]
    broken: list[Part] = field(default_factory=list)
    outside: int = 0
    others: int = 0
    passed: dict[str, tuple[int, int]] = field(default_factory=dict)  # UIDs of what lies on other dates: highest SEQUENCE, and its line


class CutOffError(Exception):
    """The file ends too early; `line` is where the last part begins that has no end, or 0."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def cut(data: bytes, first: date, last: date) -> Cut:
    """The parts of a file. What surely starts on no date from `first` to `last` is only counted.

    Raises `CutOffError` where the file does not end as a calendar ends.

    >>> calendar = b"BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nUID:a\\nDTSTART:20100101T100000Z\\nEND:VEVENT\\nEND:VCALENDAR\\n"
    >>> cut(calendar, date(2026, 1, 1), date(2026, 12, 31)).outside
    1
    >>> [(part.line, part.text("UID")) for part in cut(calendar, date(2010, 1, 1), date(2010, 12, 31)).calendars[0].parts]
    [(2, 'a')]
    """
    found = Cut([])
    open_: list[Part] = []
    said: list[list[bytes]] = []
    data = b"\n" + data
    place, line = 0, 0
    from_, to = _plain_date(max(first, date.min + _SLACK) - _SLACK), _plain_date(min(last, date.max - _SLACK) + _SLACK)

    def close() -> None:
        part = open_.pop()
        text = b"".join(said.pop())
        if part.kind in ITEMS and _elsewhere(text, from_, to) and not (part.kind == "VTODO" and b"COMPLETED" in text.upper()):
            found.outside += 1
            if uid := _UID.search(text):
                name, number = uid[1].decode("utf-8", "replace").strip(), _SEQUENCE.search(text)
                version = (int(number[1]) if number is not None else 0, part.line)
                found.passed[name] = max(version, found.passed.get(name, version))
            return
        part.properties = _properties(text)
        if part.kind == "VCALENDAR":
            found.calendars.append(part)
        elif part.kind in (*ITEMS, "VTIMEZONE", "STANDARD", "DAYLIGHT"):
            holder = next((one for one in reversed(open_) if one.kind in (("VTIMEZONE",) if len(part.kind) == 8 else ("VCALENDAR",))), None)
            if holder is not None:
                holder.parts.append(part)
            elif part.kind in ITEMS:
                found.calendars.append(Part("VCALENDAR", part.line, [], [part]))
        elif part.kind in ("VJOURNAL", "VFREEBUSY", "VAVAILABILITY"):
            found.others += 1

    for edge in _EDGE.finditer(data):
        if said:
            said[-1].append(data[place : edge.start()])
        line += data.count(b"\n", place, edge.start() + 1)
        name = _FOLDED.sub(b"", edge[2]).decode("ascii").strip().upper()
        if edge[1] is not None:
            started = next((number for number, one in enumerate(open_) if one.kind in ITEMS), None)
            if started is not None and name in ITEMS:
                found.broken.append(_ended(open_[started], said[started]))
                del open_[started:], said[started:]
            open_.append(Part(name, line))
            said.append([])
        elif any(one.kind == name for one in open_):
            while open_[-1].kind != name:
                if open_[-1].kind in ITEMS:
                    found.broken.append(_ended(open_.pop(), said.pop()))
                else:
                    open_.pop()
                    said.pop()
            close()
        line += data.count(b"\n", edge.start() + 1, edge.end())
        place = edge.end()
    if open_ or (not found.calendars and found.broken):
        started = next((one.line for one in reversed(open_) if one.kind in ITEMS), 0)
        raise CutOffError(started or (found.broken[-1].line if found.broken else 0))
    return found


def _ended(part: Part, said: list[bytes]) -> Part:
    part.properties = _properties(b"".join(said))
    return part


def _plain_date(day: date) -> bytes:
    return day.strftime("%Y%m%d").zfill(8).encode()


def _elsewhere(text: bytes, first: bytes, last: bytes) -> bool:
    """Whether a part surely starts on none of the dates, by a look at its bytes."""
    start = _START.search(text)
    if start is None:
        return False
    day = b"".join(start.groups())
    if day > last:
        return _MORE.search(text) is None
    if day >= first:
        return False
    if _AGAIN.search(text) is None:
        return True
    ends = [b"".join(end.groups()) for end in _ENDED.finditer(text)]
    return len(ends) == text.upper().count(b"RRULE:") == 1 and _MORE.search(text) is None and ends[0] < first and ends[0] >= day


def _properties(text: bytes) -> list[Property]:
    lines = _FOLDED.sub(b"", text).decode("utf-8", "replace").split("\n")
    return [one for one in map(_property, lines) if one is not None]


def _property(line: str) -> Property | None:
    line = line.rstrip("\r")
    name = _NAME.match(line)
    if name is None or (kept := name[0].upper()) not in _KEPT:
        return None
    place = name.end()
    parameters: dict[str, str] = {}
    while more := _PARAMETER.match(line, place):
        parameters.setdefault(more[1].upper(), more[2].replace('"', ""))
        place = more.end()
    if line[place : place + 1] != ":":
        # A parameter that cannot be read hides nothing: the value begins after the next colon.
        _, colon, value = line[place:].partition(":")
        return Property(kept, parameters, value) if colon else None
    return Property(kept, parameters, line[place + 1 :])


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def texts(value: str) -> tuple[str, ...]:
    """The items of a list of texts, such as CATEGORIES.

    >>> texts("Work,Home\\\\, sweet home")
    ('Work', 'Home, sweet home')
    """
    return tuple(_plain(one).strip() for one in re.findall(r"(?:\\.|[^\\,])+", value))

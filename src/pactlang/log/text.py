"""Logs as plain text: one entry a line, notes indented under it, `#` before a comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO, TextIOWrapper

from pactlang.diagnostics import Severity
from pactlang.later import later, ready
from pactlang.log.codes import Code
from pactlang.log.entry import Entry, Moment
from pactlang.log.faults import Fault
from pactlang.log.moments import Clock, Remember, read_clock, read_date
from pactlang.log.places import decoded
from pactlang.log.reading import Reading, enough
from pactlang.log.text_body import Body, read_body
from pactlang.log.text_line import Line, find_in_line, read_line
from pactlang.log.text_tokens import Cursor, tokens
from pactlang.log.text_when import When, read_when
from pactlang.log.words import FORBIDDEN, forbidden, note

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SEEN = bytes([9, 10, 13, *range(32, 127)])  # the ASCII characters that a log may hold

# Nearly all lines look like this; what does not is read with care from its start. No quotes and no comment: a name that is
# cut out below then cannot stand inside one.
_COMMON = ready(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"((?: [0-9]{2}:[0-9]{2}[^\s\"#]*(?: to [0-9]{2}:[0-9]{2}[^\s\"#]*)?)?)  ?"
    r"((?![Zz]\b)[^\W\d_][^\"#“”„‟«»\n]*)\n?"
).fullmatch
# What differs from line to line is cut out of the rest, so that the rest is mostly one that was read before.
# A name with a letter first and a digit last (e7, e7-2) can be no keyword and no number, so that it reads as `_NAME` would.
_ABOUT = later(r" about ([A-Za-z][A-Za-z-]*[0-9]+(?:-[0-9]+)*)(?=[ ,\r\n]|$)")
_AS = later(r" as ([A-Za-z][A-Za-z-]*[0-9]+(?:-[0-9]+)*)(?=[ ,\r\n]|$)")
_NOTED = later(r" noted ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)(?=[ ,\r\n]|$)")
_MOST_SUSPECTED = 1_000
_NAME = "e0"
_SOME_DATE = "2000-01-01"
_SOME_MOMENT = Moment(read_date(_SOME_DATE), 0)


class Memory:
    """What readings of one log have in common: lines and parts of lines that were read before.

    An editor keeps one for each log, so that only the lines that were changed are read with care again.
    """

    def __init__(self) -> None:
        self.days = Remember(read_date)
        self.clocks: Remember[str, Clock] = Remember(read_clock)
        self.whens = Remember(_when)
        self.bodies = Remember(_body)
        self.lines: dict[str, Line] = {}


def read_text(data: bytes, name: str, memory: Memory | None = None) -> Reading:
    """Read a log in the text format. All faults are found at once; none is raised.

    >>> reading = read_text(b"2026-09-08  test by Ana\\n    Quick.\\n2026-09-31  test by Ben\\n", "us.pactlog")
    >>> [(entry.type, entry.by, entry.note) for entry in reading.entries]
    [('test', ('Ana',), 'Quick.')]
    >>> [(line, fault.message) for line, fault in reading.faults]
    [(3, 'There is no day 31 in September 2026.')]
    """
    make_text = partial(decoded, data)
    if data[:2] in _UTF_16:
        fault = Fault(Code.ENCODING, "The file is UTF-16, not UTF-8.", "text saved as UTF-8").at(0, 0)
        return Reading([], [(1, fault)], make_text, find_in_line)
    reader = _Reader(name, memory)
    if reader.spoil(data):
        reader.read(TextIOWrapper(BytesIO(data), "utf-8-sig", errors="replace", newline="\n"))
    return Reading(reader.entries, reader.faults, make_text, find_in_line)


def _when(text: str) -> When:
    """A head without its date, on some date. Raises `Fault` where it needs more care."""
    cursor = Cursor(tokens(_SOME_DATE + text))
    when = read_when(cursor)
    if when is None or cursor.peek() is not None:
        raise Fault(Code.TIME, "Read with care.")
    return when


def _body(text: str) -> Body:
    """The rest of a line. Raises `Fault` where it needs more care."""
    body = read_body(Cursor(tokens(text)))
    if body is None:
        raise Fault(Code.PART, "Read with care.")
    return body


class _Reader:
    """Reads the lines of one file."""

    def __init__(self, name: str, memory: Memory | None = None) -> None:
        self.name = name
        self.kept = None if memory is None else memory.lines
        memory = memory or Memory()
        self.entries: list[Entry] = []
        self.faults: list[tuple[int, Fault]] = []
        self.spoiled: set[int] = set()
        self.days, self.clocks, self.whens, self.bodies = memory.days, memory.clocks, memory.whens, memory.bodies

    def spoil(self, data: bytes) -> bool:
        """Find the lines with characters that no log may hold; none of them is read any further. Not worth reading on: False."""
        if data.isascii() and not data.translate(None, _SEEN) and data.count(b"\r") == data.count(b"\r\n"):
            return True
        text = decoded(data).replace("\r\n", "\n")
        if FORBIDDEN.search(text) is None:
            return True
        for number, line in enumerate(text.split("\n"), 1):
            for found in FORBIDDEN.finditer(line):
                fault = forbidden(found.group())
                if fault is not None:
                    if fault.code is Code.CHARACTER:
                        fault.replacement, fault.title = "", "remove it"
                    self.faults.append((number, fault.at(found.start(), found.end())))
                    self.spoiled.add(number)
                    if enough(self.faults, number):
                        return False
                    if fault.code is Code.ENCODING:
                        break  # the line is no text: what else is odd in it says nothing
        return True

    def read(self, lines: Iterator[str]) -> None:
        """Read all lines."""
        entries, spoiled, common = self.entries, self.spoiled, self.common
        owner: Entry | None = None  # the entry that an indented line belongs to
        broken = False  # that entry has faults of its own
        notes: list[str] = []
        for number, line in enumerate(lines, 1):
            first = line[0]
            if first.isspace():
                if line.isspace():
                    if notes:
                        notes.append("")
                    continue
                words = line.strip()
                if words[0] == "#" or number in spoiled:
                    continue
                if owner is not None:
                    self.suspect(number, line)
                    notes.append(words[1:] if words[0] == "\\" and words[1:2] in ("#", "\\") else words)
                elif not broken:
                    self.faults.append((number, _loose(line)))
                    if enough(self.faults, number):
                        break
                continue
            if first == "#":
                continue
            if notes:
                assert owner is not None  # noqa: S101 - notes are gathered for an owner only
                owner.note = note("\n".join(notes))
                notes = []
            owner = None
            more: Sequence[Entry] = ()
            if number not in spoiled:
                owner = None if self.kept is not None and line in self.kept else common(line, number)
                if owner is None:
                    read = self.careful(line, number)
                    owner, more = (read[0], read[1:]) if read else (None, ())
            broken = owner is None
            if broken and enough(self.faults, number):
                break
            if owner is not None:
                entries.append(owner)
                if more:
                    entries += more
        if notes and owner is not None:
            owner.note = note("\n".join(notes))

    def common(self, line: str, number: int) -> Entry | None:
        """An entry whose parts were read before; None where the line needs more care."""
        match = _COMMON(line)
        if match is None:
            return None
        date, times, rest = match.groups()
        about = id_ = noted = None
        if " about " in rest and (found := _ABOUT.search(rest)):
            about = found[1]
            rest = f"{rest[: found.start(1)]}{_NAME}{rest[found.end(1) :]}"
        if " as " in rest and (found := _AS.search(rest)):
            id_ = found[1]
            rest = f"{rest[: found.start(1)]}{_NAME}{rest[found.end(1) :]}"
        try:
            if " noted " in rest and (found := _NOTED.search(rest)):
                noted = Moment(self.days[found[1]], *self.clocks[found[2]])
                rest = f"{rest[: found.start(1)]}{_SOME_DATE} 00:00{rest[found.end(2) :]}"
            day = self.days[date]
            when = self.whens[times]
            body = self.bodies[rest]
        except Fault:
            return None
        if body.also:
            return None
        # Cut out, but not read as the part that it looked like: `bodies` would give another line's answer.
        if (about and body.about != _NAME) or (id_ and body.id != _NAME) or (noted and body.noted != _SOME_MOMENT):
            return None
        return Entry(
            body.type,
            day,
            when.second,
            when.offset,
            None if when.end_day is None else day + when.end_day - when.day,
            when.end_second,
            when.end_offset,
            body.by,
            body.to,
            body.with_,
            body.place,
            about or body.about,
            id_ or body.id,
            body.until,
            body.tags,
            body.covering,
            body.fields,
            body.target,
            "",
            noted or body.noted,
            body.noted_by,
            body.instead_of,
            self.name,
            number,
            len(self.entries),
        )

    def careful(self, line: str, number: int) -> list[Entry]:
        """The entries of a line; none where it has faults, which are kept."""
        read = self.kept.get(line) if self.kept is not None else None
        if read is None:
            read = read_line(line)
            if self.kept is not None:
                self.kept[line] = read
        self.faults.extend((number, fault) for fault in read.faults)
        return read.entries(self.name, number, len(self.entries))

    def suspect(self, number: int, line: str) -> None:
        """Warn of a note that would be an entry, had it no indent."""
        words = line.lstrip()
        if words[:1].isdecimal() and len(self.faults) < _MOST_SUSPECTED and not read_line(words).faults:
            message = "This line looks like an entry, but it is indented, so it is a note."
            fault = Fault(Code.HIDDEN_ENTRY, message, "an entry starts in the first column", severity=Severity.WARNING)
            fault.replacement, fault.title = words.rstrip(), "make it an entry"
            self.faults.append((number, fault.at(0, len(line.rstrip()))))


def _loose(line: str) -> Fault:
    start = len(line) - len(line.lstrip())
    message = "This line is indented, so it is a note, but there is no entry before it."
    fault = Fault(Code.LOOSE_NOTE, message, "an entry in the first column; notes follow under it")
    if line[start].isdecimal():
        fault.replacement, fault.title = line.strip(), "make it an entry"
        return fault.at(0, len(line.rstrip()))
    return fault.at(start, len(line.rstrip()))

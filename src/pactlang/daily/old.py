"""Which lines of a log belong to entries before a date."""

from __future__ import annotations

from msgspec import Struct

from pactlang.log.read import read_log


class Old(Struct, frozen=True):
    """The lines (1-based) of old entries, their notes included, how many entries these are, and how many later ones speak of them."""

    lines: frozenset[int]
    entries: int
    about_them: int = 0


def lines_before(data: bytes, name: str, day: int) -> Old:
    """The lines of entries that were over before a date, and of later ones that speak of one of them (`about e1`).

    Without these the log could not be read any more, and they would still tell of what was to be forgotten. Notes go with their entry;
    comments that start a line stay.

    >>> from datetime import date
    >>> log = b"2026-01-02  test by Ana\\n    Fine.\\n2026-02-03  test by Ben\\n"
    >>> sorted(lines_before(log, "us.pactlog", date(2026, 2, 1).toordinal()).lines)
    [1, 2]
    """
    entries = sorted(read_log(data, name).entries, key=lambda entry: entry.line)
    gone = [entry for entry in entries if (entry.end_day or entry.day) < day]
    old = len(gone)
    told = {entry.id for entry in gone if entry.id}
    later = [entry for entry in entries if entry.about and (entry.end_day or entry.day) >= day]
    while follow := [entry for entry in later if entry.about in told]:
        gone += follow
        later = [entry for entry in later if entry.about not in told]
        told |= {entry.id for entry in follow if entry.id}
    lines = data.decode("utf-8", "replace").split("\n")
    found = {line for entry in gone for line in range(entry.line, _last_line(lines, entry.line) + 1) if not lines[line - 1].startswith("#")}
    return Old(frozenset(found), old, len(gone) - old)


def _last_line(lines: list[str], first: int) -> int:
    """The last line that belongs to the entry of a line: its notes, over blank lines and comments between them."""
    last = first
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if line[:1].isspace() and line.strip():
            last = number
        elif line.strip() and not line.startswith("#"):
            break
    return last

"""Which lines of a log belong to entries before a date."""

from __future__ import annotations

from msgspec import Struct

from pactlang.log.read import read_log


class Old(Struct, frozen=True):
    """The lines (1-based) of old entries, their notes included, and how many entries these are."""

    lines: frozenset[int]
    entries: int


def lines_before(data: bytes, name: str, day: int) -> Old:
    """The lines of entries that were over before a date. Notes go with their entry; comments that start a line stay.

    >>> from datetime import date
    >>> log = b"2026-01-02  test by Ana\\n    Fine.\\n2026-02-03  test by Ben\\n"
    >>> sorted(lines_before(log, "us.pactlog", date(2026, 2, 1).toordinal()).lines)
    [1, 2]
    """
    entries = sorted(read_log(data, name).entries, key=lambda entry: entry.line)
    lines = data.decode("utf-8", "replace").split("\n")
    found: set[int] = set()
    count = 0
    for entry in entries:
        if (entry.end_day or entry.day) >= day:
            continue
        count += 1
        found.update(line for line in range(entry.line, _last_line(lines, entry.line) + 1) if not lines[line - 1].startswith("#"))
    return Old(frozenset(found), count)


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

"""Which lines of a log belong to entries before a date."""

from __future__ import annotations

from dataclasses import dataclass

from pactlang.log.read import read_log


@dataclass(frozen=True, slots=True)
class Old:
    """The lines (1-based) of old entries, their notes included, and how many entries these are."""

    lines: frozenset[int]
    entries: int


def lines_before(data: bytes, name: str, day: int) -> Old:
    """The lines of entries that were over before a date. Notes go with their entry; comments and blank lines between others stay.

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
        found.add(entry.line)
        after = entry.line + 1
        while after <= len(lines) and lines[after - 1][:1].isspace() and lines[after - 1].strip():
            found.add(after)
            after += 1
    return Old(frozenset(found), count)

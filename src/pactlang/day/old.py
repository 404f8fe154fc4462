"""Which lines of a log belong to entries before a date."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from pactlang.log.read import read_log

_DATED = re.compile(r"@(\d{4}-\d\d-\d\d)(?:#\d+)?\Z")  # what the id of a finding ends with


class Old(Struct, frozen=True):
    """The lines (1-based) of old entries, their notes included, how many entries these are, and how many later ones speak of them.

    `names` are what old entries are called.
    """

    lines: frozenset[int]
    entries: int
    about_them: int = 0
    names: frozenset[str] = frozenset()

    def taken(self, data: bytes) -> bytes:
        """The text of these lines."""
        return b"\n".join(line for number, line in enumerate(data.split(b"\n"), 1) if number in self.lines)


def lines_before(data: bytes, name: str, day: int, names: frozenset[str] = frozenset()) -> Old:
    """The lines of entries that were over before a date, and of later ones that name one of them: `about e1`, a waiver of a breach then.

    Without these the log could not be read any more, and they would still tell of what was to be forgotten. Notes go with their entry;
    comments that start a line stay. `names` are of old entries in other logs.

    >>> from datetime import date
    >>> log = b"2026-01-02  test by Ana\\n    Fine.\\n2026-02-03  waive tests@2026-01-02 by Ana\\n2026-02-04  test by Ben\\n"
    >>> sorted(lines_before(log, "us.pactlog", date(2026, 2, 1).toordinal()).lines)
    [1, 2, 3]
    """
    entries = sorted(read_log(data, name).entries, key=lambda entry: entry.line)
    gone = [entry for entry in entries if (entry.end_day or entry.day) < day]
    old = len(gone)
    told = names | {entry.id for entry in gone if entry.id}
    later = [entry for entry in entries if (entry.end_day or entry.day) >= day]
    while follow := [entry for entry in later if any(word in told or _is_old(word, day) for word in (entry.about, entry.target) if word)]:
        shared = {entry.line for entry in follow}  # what one line waives goes together
        follow = [entry for entry in later if entry.line in shared]
        gone += follow
        later = [entry for entry in later if entry.line not in shared]
        told |= {entry.id for entry in follow if entry.id}
    lines = data.decode("utf-8", "replace").split("\n")
    found = {line for entry in gone for line in range(entry.line, _last_line(lines, entry.line) + 1) if not lines[line - 1].startswith("#")}
    return Old(frozenset(found), old, len(gone) - old, frozenset(told))


def _is_old(word: str, day: int) -> bool:
    """Whether these words are the id of a finding from before a date."""
    dated = _DATED.search(word)
    try:
        return dated is not None and date.fromisoformat(dated[1]).toordinal() < day
    except ValueError:
        return False


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

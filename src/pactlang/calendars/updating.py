"""Entries of a log brought to the times that a calendar has now: only the time and the name change, notes and details stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.day.append import TEXT, change_lines
from pactlang.log.write import entry_to_text

if TYPE_CHECKING:
    from pactlang.calendars.reading.again import Changed
    from pactlang.log.entry import Entry


def update_log(path: Path, changes: Sequence[Changed]) -> list[Entry]:
    """Give entries their new times. Those whose line is not as `pact import` writes it, or is elsewhere, stay and are given back.

    Raises `NotWrittenError`; then the log is as it was.
    """
    lines: dict[int, tuple[str, str]] = {}
    by_hand: list[Entry] = []
    for change in changes:
        old, now = change.entry, change.now.entry
        if now is None or old.file != str(path) or path.suffix not in TEXT:
            by_hand.append(old)
            continue
        times = {name: getattr(now, name) for name in ("day", "second", "offset", "end_day", "end_second", "end_offset", "id")}
        lines[old.line] = _first(old), _first(replace(old, **times))
        if old.type != now.type or (old.by, old.with_) != (now.by, now.with_):
            lines[old.line] = _first(old), _first(replace(old, **times, type=now.type, by=now.by, with_=now.with_))
    other = set(change_lines(path, lines)) if lines else set()
    return by_hand + [change.entry for change in changes if change.entry.file == str(path) and change.entry.line in other]


def _first(entry: Entry) -> str:
    return entry_to_text(entry).splitlines()[0]

"""Entries that say the same as an earlier one: they count as one (rule 11 of the language)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from pactlang.log.entry import Entry


def duplicates(entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Every entry that equals an earlier one in all but its note, with the first such entry, in order.

    When and by whom it was noted does not matter either, nor does the order in a list: `by Ben and Ana` is `by Ana and Ben`.

    >>> one, two = Entry("test", 739871, by=("Ana", "Ben")), Entry("test", 739871, by=("Ben", "Ana"), note="Again.", order=1)
    >>> duplicates([one, two]) == [(two, one)]
    True
    """
    # Whole entries are compared only where a little of them is the same: a million sets of numbers cost little.
    seen: set[int] = set()
    again: set[int] = set()
    for entry in entries:
        key = _little(entry)
        if key in seen:
            again.add(key)
        else:
            seen.add(key)
    if not again:
        return []
    first: dict[Hashable, Entry] = {}
    found: list[tuple[Entry, Entry]] = []
    for entry in entries:
        if _little(entry) in again:
            known = first.setdefault(_all(entry), entry)
            if known is not entry:
                found.append((entry, known))
    return found


def _little(entry: Entry) -> int:
    return hash((entry.day, entry.second, entry.type, entry.id, entry.about))


def _all(entry: Entry) -> Hashable:
    return (
        entry.type,
        entry.day,
        entry.second,
        entry.offset,
        entry.end_day,
        entry.end_second,
        entry.end_offset,
        frozenset(entry.by),
        frozenset(entry.to),
        frozenset(entry.with_),
        entry.place,
        entry.about,
        entry.id,
        entry.until,
        frozenset(entry.tags),
        frozenset(entry.covering),
        frozenset(entry.fields.items()),
        entry.target,
    )

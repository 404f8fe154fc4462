"""Entries that say the same as an earlier one: they count as one (rule 11 of the language)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from pactlang.log.bound import end_of, start_of
from pactlang.log.entry import Entry

if TYPE_CHECKING:
    from pactlang.model.calendar import Zone


def duplicates(entries: Sequence[Entry], zone_for: Callable[[int], Zone]) -> list[tuple[Entry, Entry]]:
    """Every entry that equals an earlier one in all but its note, with the first such entry, in order.

    Moments are compared as what they mean in the zone of their date: `20:00` and `20:00+01:00` may be one. When and by whom it was noted
    does not matter either, nor does the order in a list: `by Ben and Ana` is `by Ana and Ben`.

    >>> from pactlang.model.calendar import load_zone
    >>> one, two = Entry("test", 739871, by=("Ana", "Ben")), Entry("test", 739871, by=("Ben", "Ana"), note="Again.", order=1)
    >>> duplicates([one, two], lambda _: load_zone("UTC")) == [(two, one)]
    True
    """
    zones: dict[int, tuple[Zone, bool]] = {}  # of each date, with whether the clock says all there

    def little(entry: Entry) -> int:
        day, second = entry.day, entry.second
        known = zones.get(day)
        if known is None:
            zone = zone_for(day)
            known = zones[day] = zone, zone.day(day)[1]
        if entry.offset is not None or not known[1]:
            day, clock = known[0].clock(start_of(entry, known[0]))
            second = clock if second is not None else None
        return hash((day, second, entry.type, entry.id, entry.about))

    if (near := _near(entries, zone_for)) is not None:
        entries = near
    # Whole entries are compared only where a little of them is the same: a million sets of numbers cost little.
    seen: set[int] = set()
    again: set[int] = set()
    for entry in entries:
        key = little(entry)
        if key in seen:
            again.add(key)
        else:
            seen.add(key)
    if not again:
        return []
    first: dict[Hashable, Entry] = {}
    found: list[tuple[Entry, Entry]] = []
    for entry in entries:
        if little(entry) in again:
            known = first.setdefault(_all(entry, zones[entry.day][0]), entry)
            if known is not entry:
                found.append((entry, known))
    return found


def _near(entries: Sequence[Entry], zone_for: Callable[[int], Zone]) -> list[Entry] | None:
    """Of a log in order of time without offsets, the entries that share their moment with another; None for any other log."""
    found: list[Entry] = []
    first: Entry | None = None  # of a moment that no second entry has had yet
    day, second, plain = -1, -1, True
    for entry in entries:
        if entry.offset is not None or entry.day < day:
            return None
        at = -1 if entry.second is None else entry.second
        if entry.day != day:
            day, zone = entry.day, zone_for(entry.day)
            # Where the clock changes, two clocks may be one moment; where it skips a date, that is one of the next.
            plain = zone.day(day)[1] and zone.day(day - 1)[1] and zone.day(day + 1)[1]
        elif plain and at == second:
            if first is not None:
                found.append(first)
            first = None
            found.append(entry)
            continue
        elif plain and at < second:
            return None
        if not plain:
            found.append(entry)
        first, second = entry if plain else None, at
    return found


def _all(entry: Entry, zone: Zone) -> Hashable:
    start = start_of(entry, zone)
    ended = entry.end_day is not None or entry.end_second is not None
    return (
        entry.type,
        start,
        entry.second is None,
        end_of(entry, start, start, zone) if ended else None,
        entry.end_second is None,
        frozenset(entry.by),
        frozenset(entry.to),
        frozenset(entry.with_),
        frozenset(entry.instead_of),
        entry.place,
        entry.about,
        entry.id,
        entry.until,
        frozenset(entry.tags),
        frozenset(entry.covering),
        frozenset(entry.fields.items()),
        entry.target,
    )

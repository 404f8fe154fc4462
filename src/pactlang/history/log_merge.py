"""Merges two changed texts of one log, entry by entry.

What either side added is kept, once. Where both corrected one entry, and where both noted what looks like one thing with other figures,
people decide: a log with both would count twice.
"""

from __future__ import annotations

from collections import Counter
from heapq import merge as in_order
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.history.log_align import Aligned, TooMuch, align, is_entry, said
from pactlang.history.merge import Merged
from pactlang.log.text_line import read_line
from pactlang.words.words import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.log.entry import Entry


def merge_log(base: str, ours: str, theirs: str, marker_size: int = 7) -> Merged | None:
    """Both changes in one log; None where finding out what was changed would take too long.

    An entry goes with the notes under it; each comment and blank line goes by itself. Layout makes no difference. Nothing has to be
    readable: a line that cannot be read is kept as any other.

    >>> base = "2026-03-01  test by Ana\\n"
    >>> print(merge_log(base, base + "2026-03-05  test by Ana\\n", base + "2026-03-04  test by Ben\\n").text, end="")
    2026-03-01  test by Ana
    2026-03-04  test by Ben
    2026-03-05  test by Ana
    >>> merge_log(base, "2026-03-02  test by Ana\\n", "2026-03-03  test by Ana\\n").text.splitlines()[:3]
    ['<<<<<<< ours', '2026-03-02  test by Ana', '=======']
    """
    if theirs in (base, ours):
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    was, mine, others = (_pieces(text) for text in (base, ours, theirs))
    try:
        return _Merger(marker_size, was, align(was, mine), align(was, others)).merged()
    except TooMuch:
        return None


def _pieces(text: str) -> list[str]:
    """A log cut into entries with their notes, comments and blank lines."""
    found: list[str] = []
    between: list[str] = []  # comments and blank lines: of the entry before where a note of it follows
    for line in (f"{line}\n" for line in text.removesuffix("\n").split("\n")) if text else ():
        if not line.strip() or line.startswith("#"):
            between.append(line)
        elif line[0].isspace() and found:
            found[-1] += "".join(between) + line
            between = []
        else:
            found += [*between, line]
            between = []
    return found + between


class _Pair(Struct, frozen=True):
    """Two pieces of which people keep one, or both."""

    ours: str
    theirs: str


class _Merger:
    """One merge of a log: `base` with what became of it on each side."""

    def __init__(self, marker_size: int, base: Sequence[str], ours: Aligned, theirs: Aligned) -> None:
        self._size = marker_size
        self._base = base
        self._ours, self._theirs = ours, theirs
        self._corrected = self._twice = 0

    def merged(self) -> Merged:
        """The merged text, with what to know of it."""
        _apart(self._base, self._ours, self._theirs)
        _apart(self._base, self._theirs, self._ours)
        alike = self._alike(self._take_out_what_both_added())
        text: list[str] = []
        for place in range(len(self._base) + 1):
            for piece in _in_turn(self._ours.added[place], self._theirs.added[place]):
                pair = alike.pop(piece, None)
                text.append(piece if pair is None else self._conflict(pair.ours, pair.theirs))
            if place < len(self._base):
                text.append(self._one(place))
        notes = []
        if self._corrected:
            were = "was" if self._corrected == 1 else "were"
            notes.append(f"{count_words(self._corrected, 'entry', 'entries')} {were} changed on both sides; keep what is right")
        if self._twice:
            words = "a pair of entries looks" if self._twice == 1 else f"{count_words(self._twice, 'pair')} of entries look"
            notes.append(f"{words} like one thing noted twice, or have one name; keep one, or both under two names")
        return Merged("".join(text), self._corrected + self._twice, notes)

    def _one(self, place: int) -> str:
        """What becomes of a piece that stood there before."""
        was, ours, theirs = self._base[place], self._ours.now[place], self._theirs.now[place]
        if ours == theirs or theirs == was:
            return ours or ""
        if ours == was:
            return theirs or ""
        if ours is not None and theirs is not None and said(ours) == said(theirs):
            return ours
        self._corrected += 1
        return self._conflict(ours or "", theirs or "")

    def _conflict(self, ours: str, theirs: str) -> str:
        return f"{'<' * self._size} ours\n{ours}{'=' * self._size}\n{theirs}{'>' * self._size} theirs\n"

    def _take_out_what_both_added(self) -> set[str]:
        """Leave each identical addition once, wherever it stands; a comment or blank line only where both put it in one place.

        Gives the words of the entries that both added.
        """
        both: set[str] = set()
        anywhere = Counter(said(piece) for pieces in self._ours.added for piece in pieces if is_entry(piece))
        for place, pieces in enumerate(self._theirs.added):
            here = Counter(said(piece) for piece in self._ours.added[place] if not is_entry(piece))
            kept = []
            for piece in pieces:
                among, words = (anywhere if is_entry(piece) else here), said(piece)
                if among[words]:
                    among[words] -= 1
                    both.add(words)
                else:
                    kept.append(piece)
            self._theirs.added[place] = kept
        return both

    def _alike(self, settled: set[str]) -> dict[str, _Pair]:
        """By what we added: the pairs of additions that look like one thing. What they added is taken out of its own place."""
        ours: dict[object, list[tuple[str, Entry]]] = {}
        for piece in (piece for pieces in self._ours.added for piece in pieces if said(piece) not in settled):
            for key, entry in _keys(piece):
                ours.setdefault(key, []).append((piece, entry))
        found: dict[str, _Pair] = {}
        for place, pieces in enumerate(self._theirs.added):
            kept = []
            for piece in pieces:
                mine = next(
                    (own for key, entry in _keys(piece) for own, one in ours.get(key, ()) if own not in found and _is_one(one, entry)), ""
                )
                if mine:
                    found[mine] = _Pair(mine, piece)
                    self._twice += 1
                else:
                    kept.append(piece)
            self._theirs.added[place] = kept
        return found


def _apart(base: Sequence[str], side: Aligned, other: Aligned) -> None:
    """What looks like a correction, but was added by the other side, too: an entry taken out, and one put in."""
    added = [piece for pieces in other.added for piece in pieces if is_entry(piece)]
    words = {said(piece) for piece in added}
    keyed = {key: entry for piece in added for key, entry in _keys(piece)}
    for place, piece in enumerate(side.now):
        if piece is None or piece == base[place]:
            continue
        if said(piece) in words or any(key in keyed and _is_one(one, keyed[key]) for key, one in _keys(piece)):
            side.now[place] = None
            side.added[place].append(piece)


def _keys(piece: str) -> list[tuple[object, Entry]]:
    """Under what an entry is looked for: what happened, when, between whom; and the name that it has."""
    entries = read_line(piece.split("\n", 1)[0]).entries("", 1, 0) if is_entry(piece) else []
    if len(entries) != 1:
        return []
    one = entries[0]
    people = tuple(frozenset(names) for names in (one.by, one.to, one.with_, one.instead_of))
    happened = (one.type, one.day, people, one.about, one.target)
    return [(happened, one), *([(one.id, one)] if one.id else [])]


def _is_one(ours: Entry, theirs: Entry) -> bool:
    """Whether two entries on one date with the same people may be one thing: not at two times, and not equal in all but the note."""
    if ours.id and ours.id == theirs.id:
        return True
    if ours.id and theirs.id:
        return False
    if ours.second is not None and theirs.second is not None and ours.second != theirs.second:
        return False
    return _all_but_note(ours) != _all_but_note(theirs)


def _all_but_note(entry: Entry) -> object:
    ends = (entry.second, entry.offset, entry.end_day, entry.end_second, entry.end_offset, entry.until)
    return ends, entry.place, entry.id, frozenset(entry.tags), frozenset(entry.covering), frozenset(entry.fields.items())


def _in_turn(ours: list[str], theirs: list[str]) -> list[str]:
    """What both added in one place: by date, where each side's lines are entries in order of time; else ours first."""
    sides = (ours, theirs)
    if all(piece[:1].isdecimal() for side in sides for piece in side) and all(
        _when(a) <= _when(b) for side in sides for a, b in pairwise(side)
    ):
        return list(in_order(*sides, key=_when))
    return [*ours, *theirs]


def _when(piece: str) -> str:
    return piece[:16]  # `2026-03-01 20:00`; a date without a time comes first

"""Stretches of time during which something holds: a state, a pause, a sentence being in force."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pactlang.check.event import MAYBE, NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.log.entry import Entry

FOREVER = 1 << 62


class Stretch(NamedTuple):
    """It certainly holds in [`sure_lo`, `sure_hi`) and possibly in [`lo`, `hi`); `entry` started it."""

    lo: int
    sure_lo: int
    sure_hi: int
    hi: int
    entry: Entry | None = None


class Spans:
    """A set of stretches, asked by instant."""

    __slots__ = ("_possible", "_sure", "stretches")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches = tuple(sorted(stretches, key=lambda stretch: (stretch.lo, stretch.hi)))
        self._sure = _merged((stretch.sure_lo, stretch.sure_hi) for stretch in self.stretches)
        self._possible = _merged((stretch.lo, stretch.hi) for stretch in self.stretches)

    def holds(self, lo: int, hi: int) -> int:
        """Whether it holds at an instant somewhere in `lo`..`hi`, three-valued."""
        if not _inside(self._possible, lo, hi + 1, wholly=False):
            return NO
        return YES if _inside(self._sure, lo, hi + 1, wholly=True) else MAYBE

    def holds_throughout(self, lo: int, hi: int) -> bool:
        """Whether it certainly holds during all of [`lo`, `hi`)."""
        return _inside(self._sure, lo, hi, wholly=True)

    def touches(self, lo: int, hi: int) -> bool:
        """Whether it possibly holds during some of [`lo`, `hi`)."""
        return _inside(self._possible, lo, hi, wholly=False)

    def starter(self, instant: int) -> Entry | None:
        """The entry that started the stretch around an instant, the latest where several do."""
        found = None
        for stretch in self.stretches:
            if stretch.lo > instant:
                break
            if instant < stretch.hi:
                found = stretch.entry
        return found

    @property
    def sure(self) -> list[tuple[int, int]]:
        """The disjoint stretches in which it certainly holds, in order."""
        return list(self._sure)


def _merged(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for lo, hi in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if merged and lo <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return merged


def _inside(pieces: list[tuple[int, int]], lo: int, hi: int, *, wholly: bool) -> bool:
    index = bisect_right(pieces, (lo, FOREVER)) - 1
    if wholly:
        return index >= 0 and hi <= pieces[index][1]
    if index >= 0 and lo < pieces[index][1]:
        return True
    return index + 1 < len(pieces) and pieces[index + 1][0] < hi


def subtract(lo: int, hi: int, holes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of [`lo`, `hi`) without the holes.

    >>> subtract(0, 10, [(2, 3), (8, 20)])
    [(0, 2), (3, 8)]
    """
    left: list[tuple[int, int]] = []
    for hole_lo, hole_hi in sorted(holes):
        if hole_hi <= lo or hole_lo >= hi:
            continue
        if lo < hole_lo:
            left.append((lo, hole_lo))
        lo = max(lo, hole_hi)
    if lo < hi:
        left.append((lo, hi))
    return left


def intersect(left: list[tuple[int, int]], right: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that lie in both lists.

    >>> intersect([(0, 5), (7, 9)], [(3, 8)])
    [(3, 5), (7, 8)]
    """
    pieces = [(max(a, c), min(b, d)) for a, b in left for c, d in right]
    return _merged(piece for piece in pieces if piece[0] < piece[1])

"""Stretches of time during which something holds: a state, a pause, a sentence being in force."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from pactlang.check.event import MAYBE, NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.check.event import Event
    from pactlang.log.entry import Entry

FOREVER = 1 << 62
_ORDERS = 1 << 32  # places in the log that one instant can hold


def before(instant: int) -> int:
    """The position of an instant before every entry that starts at it."""
    return instant * _ORDERS


def just_after(instant: int, order: int) -> int:
    """The position just after the entry at a place in the log that starts at an instant."""
    return instant * _ORDERS + 2 * order + 2


class Stretch(NamedTuple):
    """It certainly holds in [`sure_lo`, `sure_hi`) and possibly in [`lo`, `hi`), in positions; `entry` started it.

    A position is an instant with a place among the entries of that instant (`before`, `just_after`). `after` is the id of the breach
    that it follows, where it follows one.
    """

    lo: int
    sure_lo: int
    sure_hi: int
    hi: int
    entry: Entry | None = None
    after: str = ""

    @property
    def start_instant(self) -> int:
        """When it possibly starts."""
        return self.lo // _ORDERS

    @property
    def end_instant(self) -> int:
        """When it possibly ends."""
        return self.hi // _ORDERS


class Spans:
    """A set of stretches."""

    __slots__ = ("_possible", "_reach", "_starts", "_sure", "stretches")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches = tuple(sorted(stretches, key=lambda stretch: (stretch.lo, stretch.hi)))
        self._starts = [stretch.lo for stretch in self.stretches]
        self._reach = list(accumulate((stretch.hi for stretch in self.stretches), max))  # the end of all up to here
        self._sure = _merged((stretch.sure_lo, stretch.sure_hi) for stretch in self.stretches)
        self._possible = _merged((stretch.lo, stretch.hi) for stretch in self.stretches)

    def holds(self, event: Event) -> int:
        """Whether it holds when an event starts, three-valued."""
        order = 2 * event.entry.order + 1
        lo, hi = event.lo * _ORDERS + order, event.hi * _ORDERS + order
        if not _inside(self._possible, lo, hi + 1, wholly=False):
            return NO
        return YES if _inside(self._sure, lo, hi + 1, wholly=True) else MAYBE

    def touches(self, lo: int, hi: int) -> bool:
        """Whether it possibly holds during some of the instants [`lo`, `hi`)."""
        return _inside(self._possible, before(lo), before(hi), wholly=False)

    def around(self, event: Event) -> list[Stretch]:
        """The stretches around an event's start, in order."""
        lo, hi = event.lo * _ORDERS, (event.hi + 1) * _ORDERS
        first, last = bisect_right(self._reach, lo), bisect_left(self._starts, hi)
        return [stretch for stretch in self.stretches[first:last] if stretch.hi > lo]

    def possible_until(self, instant: int) -> int | None:
        """Where it possibly holds for what comes last at an instant: up to which instant; else None."""
        return _end_of_piece(self._possible, instant)

    def surely_at(self, instant: int) -> bool:
        """Whether it certainly holds for what comes last at an instant."""
        return _end_of_piece(self._sure, instant) is not None

    @property
    def sure(self) -> list[tuple[int, int]]:
        """The disjoint stretches of instants in which it certainly holds, in order."""
        return [(-(-lo // _ORDERS), hi // _ORDERS) for lo, hi in self._sure if hi // _ORDERS > lo // _ORDERS]


def _end_of_piece(pieces: list[tuple[int, int]], instant: int) -> int | None:
    last = before(instant + 1) - 1
    index = bisect_right(pieces, (last, FOREVER * _ORDERS)) - 1
    return pieces[index][1] // _ORDERS if index >= 0 and last < pieces[index][1] else None


def _merged(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for lo, hi in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if merged and lo <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return merged


def _inside(pieces: list[tuple[int, int]], lo: int, hi: int, *, wholly: bool) -> bool:
    index = bisect_right(pieces, (lo, FOREVER * _ORDERS)) - 1
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

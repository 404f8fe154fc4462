"""Stretches of time during which something holds: a state, a pause, a sentence being in force."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.event import MAYBE, NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.checker.event import Event
    from pactlang.log.entry import Entry

FOREVER = 1 << 62
_ORDERS = 1 << 32  # places in the log that one instant can hold


def before(instant: int) -> int:
    """The position of an instant before every entry that starts at it."""
    return instant * _ORDERS


def just_after(instant: int, order: int) -> int:
    """The position just after the entry at a place in the log that starts at an instant."""
    return instant * _ORDERS + 2 * order + 2


class Stretch(Struct, frozen=True):
    """It certainly holds in [`sure_lo`, `sure_hi`) and possibly in [`lo`, `hi`), in positions; `entry` started it.

    A position is an instant with a place among the entries of that instant (`before`, `just_after`). `after` is the id of the breach
    that it follows, where it follows one, `doubt` what leaves open whether it holds at all. `early` is an entry, just before `early_at`,
    that surely ends it, but too soon to end it then.
    """

    lo: int
    sure_lo: int
    sure_hi: int
    hi: int
    entry: Entry | None = None
    after: str = ""
    early: Entry | None = None
    early_at: int = 0
    doubt: object = None  # a finding: they know of stretches, and not stretches of them

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

    __slots__ = ("_early", "_possible", "_reaches", "_starters", "_sure", "stretches")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches = tuple(sorted(stretches, key=lambda stretch: (stretch.lo, stretch.hi)))
        self._reaches: tuple[_Reach, _Reach] | None = None
        self._early: dict[int, tuple[int, Entry | None]] | None = None
        self._starters: tuple[dict[int, Entry | None], dict[int, Entry | None]] | None = None
        self._sure = _merged((stretch.sure_lo, stretch.sure_hi) for stretch in self.stretches)
        self._possible = _merged((stretch.lo, stretch.hi) for stretch in self.stretches)

    def holds(self, event: Event) -> int:
        """Whether it holds when an event starts, three-valued."""
        order = 2 * event.entry.order + 1
        lo, hi = event.lo * _ORDERS + order, event.hi * _ORDERS + order
        if not _inside(self._possible, lo, hi + 1, wholly=False):
            return NO
        return YES if _inside(self._sure, lo, hi + 1, wholly=True) else MAYBE

    def began(self, event: Event, *, sure: bool) -> tuple[int, Entry | None] | None:
        """Since which instant it holds without a break when an event starts, surely or possibly, and what started it then."""
        return self._began(event.hi * _ORDERS + 2 * event.entry.order + 1, sure=sure)

    def began_by(self, instant: int, *, sure: bool) -> tuple[int, Entry | None] | None:
        """The same for what comes last at an instant; None where it does not hold then, surely or possibly."""
        holds = self.surely_at(instant) if sure else self.possible_until(instant) is not None
        return self._began(before(instant + 1) - 1, sure=sure) if holds else None

    def _began(self, position: int, *, sure: bool) -> tuple[int, Entry | None] | None:
        pieces = self._sure if sure else self._possible
        index = bisect_right(pieces, (position, FOREVER * _ORDERS)) - 1
        if index < 0:
            return None
        if self._starters is None:
            each = [((one.sure_lo, one.sure_hi), (one.lo, one.hi), one.entry) for one in reversed(self.stretches)]
            surely = {certain[0]: entry for certain, _, entry in each if certain[0] < certain[1]}
            self._starters = surely, {possible[0]: entry for _, possible, entry in each if possible[0] < possible[1]}
        first = pieces[index][0]
        return first // _ORDERS, self._starters[0 if sure else 1][first]

    def ends_early(self, event: Event) -> tuple[int, Entry] | None:
        """Up to which instant it holds when an event starts, if an entry before ends it, too early to end it at once; and that entry."""
        return self._ends_early(event.hi * _ORDERS + 2 * event.entry.order + 1)

    def ends_early_by(self, instant: int) -> tuple[int, Entry] | None:
        """The same for what comes last at an instant."""
        return self._ends_early(before(instant + 1) - 1)

    def _ends_early(self, position: int) -> tuple[int, Entry] | None:
        if self._early is None:
            self._early = {one.hi: (one.early_at, one.early) for one in self.stretches if one.early is not None}
        index = bisect_right(self._possible, (position, FOREVER * _ORDERS)) - 1
        end = self._possible[index][1] if self._early and index >= 0 else 0
        at, entry = self._early.get(end, (FOREVER * _ORDERS, None))
        return (end // _ORDERS, entry) if entry is not None and at <= position < end else None

    def holds_but_for(self, entry: Entry, event: Event) -> int:
        """The same without the stretches that an entry started."""
        if self._reaches is None:
            sure = [(one.sure_lo, one.sure_hi, one.entry) for one in self.stretches if one.sure_lo < one.sure_hi]
            self._reaches = _Reach([(one.lo, one.hi, one.entry) for one in self.stretches]), _Reach(sure)
        possible, surely = self._reaches
        order = 2 * event.entry.order + 1
        lo, hi = event.lo * _ORDERS + order, event.hi * _ORDERS + order
        if possible.up_to(hi, entry) <= lo:
            return NO
        while (further := surely.up_to(lo, entry)) > lo:
            if further > hi:
                return YES
            lo = further
        return MAYBE

    def touches(self, lo: int, hi: int) -> bool:
        """Whether it possibly holds during some of the instants [`lo`, `hi`)."""
        return _inside(self._possible, before(lo), before(hi), wholly=False)

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


class _Reach:
    """How far what has begun by a position reaches, with or without what one entry started."""

    def __init__(self, pieces: Iterable[tuple[int, int, Entry | None]]) -> None:
        self._starts: list[int] = []
        self._farthest: list[tuple[int, Entry | None, int]] = []  # the farthest end, whose it is, and the farthest of all others
        end, whose, other = -FOREVER * _ORDERS, None, -FOREVER * _ORDERS
        for lo, hi, entry in sorted(pieces, key=lambda piece: piece[:2]):
            if entry is whose:
                end = max(end, hi)
            elif hi > end:
                end, whose, other = hi, entry, end
            else:
                other = max(other, hi)
            self._starts.append(lo)
            self._farthest.append((end, whose, other))

    def up_to(self, position: int, but: Entry) -> int:
        place = bisect_right(self._starts, position)
        if not place:
            return -FOREVER * _ORDERS
        end, whose, other = self._farthest[place - 1]
        return other if whose is but else end


class Running:
    """The stretches of a set, asked about events in order of their start; each is looked at as often as it starts or ends, not more.

    Places count from 1. Each list says up to which place, from one back, nothing is left to look at.
    """

    def __init__(self, spans: Spans) -> None:
        self.stretches = spans.stretches
        self._starts = [stretch.lo for stretch in self.stretches]
        self._running = list(range(len(self.stretches) + 1))
        self._unmet = list(range(len(self.stretches) + 1))
        self.met: set[int] = set()  # the places (from 0) of those during which something was logged that they stop

    def _around(self, event: Event, left: list[int], but: Entry) -> Iterator[int]:
        """The places of what runs around an event's start and was not started by an entry, the last first."""
        place = bisect_left(self._starts, (event.hi + 1) * _ORDERS)
        while place:
            if left[place] != place:
                left[place] = left[left[place]]
                place = left[place]
            elif self.stretches[place - 1].hi <= event.lo * _ORDERS:
                left[place] = place - 1  # it has ended for all events to come
            else:
                if self.stretches[place - 1].entry is not but:
                    yield place
                place -= 1

    def around(self, event: Event) -> Iterator[Stretch]:
        """Those around an event's start, but for what the event itself started, the last to start first."""
        return (self.stretches[place - 1] for place in self._around(event, self._running, event.entry))

    def last(self, event: Event) -> Stretch | None:
        """The last to start of those around an event's start, but for what the event itself started."""
        return next(self.around(event), None)

    def meet(self, event: Event) -> None:
        """An event came that all of them stop."""
        for place in self._around(event, self._unmet, event.entry):
            self._unmet[place] = place - 1
            self.met.add(place - 1)


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


NEVER = Spans(())

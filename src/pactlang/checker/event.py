"""An entry bound to a zone: when it starts and ends as instants, with bounds where the log does not say the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.log.bound import end_of

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone

# Three-valued answers. MAYBE is what a missing time leaves open.
NO, YES, MAYBE = 0, 1, 2


class Event(Struct, eq=False, gc=False):
    """An entry as the engine sees it.

    It starts somewhere in `lo`..`hi` and ends somewhere in `end_lo`..`end_hi` (instants; equal where times are given; an event
    without an end ends as it starts). `day` is the local date on which it starts. `version` is the index of the version in force
    then, or -1. `timed` says whether the start is known. Nothing in one leads back to it, so no collector has to look at them.
    """

    entry: Entry
    type: str
    by: tuple[str, ...]
    zone: Zone
    version: int
    day: int
    timed: bool
    lo: int
    hi: int
    end_lo: int
    end_hi: int

    def seen_in(self, zone: Zone) -> None:
        """Lay it on the dates of the text that judges it, whose zone may be another than the one that it was written in."""
        if zone is not self.zone:
            self.zone = zone
            self.day = zone.date_of(self.lo)

    @property
    def lasts(self) -> bool:
        """Whether it says an end; without one it has no hours, whenever it was."""
        return self.entry.end_day is not None or self.entry.end_second is not None

    @property
    def end_day(self) -> int:
        """The local date on which it ends (the last one that is possible)."""
        if self.end_hi == self.hi:
            return self.day
        return self.zone.date_of(self.end_hi)

    @property
    def about(self) -> str | None:
        """The entry that this one is about."""
        return self.entry.about

    @property
    def done_for(self) -> tuple[str, ...]:
        """Whose doing it is where something is owed: those for whom somebody stood in, else those who did it."""
        return self.entry.instead_of or self.entry.by

    @property
    def place_in_order(self) -> tuple[int, int]:
        """What orders events: the start, then the place in the log."""
        return self.lo, self.entry.order


def bound(entry: Entry, lo: int, zone: Zone, version: int) -> Event:
    """Bind an entry that starts at an instant to a zone and a version."""
    # Where a clock change moves the time past midnight, or skips the date, it starts on the date that the clock shows then.
    day = entry.day if entry.offset is None and zone.day(entry.day)[1] else zone.date_of(lo)
    timed = entry.second is not None
    end_lo, hi = lo, lo if timed else zone.midnight(day + 1) - 1
    end_hi = hi
    if entry.end_day is not None or entry.end_second is not None:
        end_lo, end_hi = end_of(entry, lo, hi, zone)
        hi = max(lo, min(hi, end_hi))  # nothing starts after its end
    return Event(entry, entry.type, entry.by, zone, version, day, timed, lo, hi, end_lo, end_hi)


def both(left: int, right: int) -> int:
    """Three-valued `and`.

    >>> both(YES, MAYBE) == MAYBE, both(NO, MAYBE) == NO
    (True, True)
    """
    if left == NO or right == NO:
        return NO
    return YES if left == right == YES else MAYBE


def either(left: int, right: int) -> int:
    """Three-valued `or`."""
    if left == YES or right == YES:
        return YES
    return NO if left == right == NO else MAYBE


def negated(value: int) -> int:
    """Three-valued `not`."""
    return (YES, NO, MAYBE)[value]


def starts_within(event: Event, opens: int, closes: int) -> int:
    """Whether an event starts between two instants, both included: three-valued."""
    if event.hi < opens or event.lo > closes:
        return NO
    return YES if opens <= event.lo and event.hi <= closes else MAYBE


def precedes(one: Event, other: Event) -> bool:
    """Whether an event was surely before another: by its start, or by the order of the log."""
    if (one.lo, one.hi) == (other.lo, other.hi):
        return one.entry.order < other.entry.order
    return one.hi < other.lo or (one.hi == other.lo and one.entry.order < other.entry.order)


def may_precede(one: Event, other: Event) -> bool:
    """Whether an event may have been before another."""
    return not precedes(other, one)

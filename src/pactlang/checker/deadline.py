"""Up to when something counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event
from pactlang.model.agreement import ByClock, WithinDays
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.named import NO_DATE_FOR

if TYPE_CHECKING:
    from pactlang.model.agreement import Within
    from pactlang.model.calendar import Duration, Zone


class Deadline:
    """Up to when something counts: an instant that counts itself (`by_date` false), or the midnight that ends the last date.

    `lo` and `hi` differ where the trigger's time is missing. `date` is the local date of the deadline, for the finding's id.
    """

    __slots__ = ("by_date", "date", "hi", "lo")

    def __init__(self, lo: int, hi: int, date: int, *, by_date: bool) -> None:
        self.lo = lo
        self.hi = hi
        self.date = date
        self.by_date = by_date

    def met_by(self, event: Event) -> int:
        """Whether an event starts in time, three-valued."""
        if self.by_date:
            return int(event.day <= self.date)
        if event.hi <= self.lo:
            return YES
        return MAYBE if event.lo <= self.hi else NO

    def passed(self, as_of: int) -> bool:
        """Whether the deadline is certainly past."""
        return as_of >= self.hi if self.by_date else as_of > self.hi


def deadline_of(limit: Within | WithinDays | ByClock, start: tuple[int, int], day: int, grace: Duration | None, zone: Zone) -> Deadline:
    """The deadline of something that ended within `start` (earliest, latest instant) on a local date, grace included."""
    if isinstance(limit, ByClock):
        instant = zone.instant(day + limit.days_later, limit.second)
        return _with_grace(Deadline(instant, instant, zone.date_of(instant), by_date=False), grace, zone)
    if isinstance(limit, WithinDays):
        return _with_grace(_end_of(last_of(limit, day, zone), zone), grace, zone)
    if isinstance(limit.length, Days):
        return _with_grace(_end_of(zone.existing(add_days(day, limit.length)), zone), grace, zone)
    lo, hi = start[0] + limit.length.seconds, start[1] + limit.length.seconds
    return _with_grace(Deadline(lo, hi, zone.date_of(lo), by_date=False), grace, zone)


def _with_grace(deadline: Deadline, grace: Duration | None, zone: Zone) -> Deadline:
    match grace:
        case None:
            return deadline
        case Exact(seconds):
            lo, hi = deadline.lo + seconds, deadline.hi + seconds
            return Deadline(lo, hi, zone.date_of(lo), by_date=False)
        case Days():
            return _end_of(zone.existing(add_days(deadline.date, grace)), zone)


def _end_of(date: int, zone: Zone) -> Deadline:
    """The end of a local date."""
    midnight = zone.midnight(date + 1)
    return Deadline(midnight, midnight, date, by_date=True)


def last_of(limit: WithinDays, day: int, zone: Zone) -> int:
    """The date with which `within 2 working-days` ends; a date that the zone skipped is none of them."""
    left = limit.count
    last = day + 1
    while last < day + NO_DATE_FOR:
        left -= limit.days.holds(last) and zone.existing(last) == last
        if not left:
            break
        last += 1
    return last

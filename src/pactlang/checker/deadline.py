"""Up to when something counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event
from pactlang.model.agreement import ByClock, ByDateAsked, WithinDays, WithinHours
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.named import NO_DATE_FOR

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Limit
    from pactlang.model.calendar import Duration, Zone


_FIRST_LOOK = 8  # dates, for hours that most often come within a week


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

    def begun_at(self, event: Event) -> int:
        """Whether an event starts no sooner, where this is what something must wait for; three-valued."""
        if self.by_date:
            return int(event.day >= self.date)
        if event.lo >= self.hi:
            return YES
        return MAYBE if event.hi >= self.lo else NO

    def passed(self, as_of: int) -> bool:
        """Whether the deadline is certainly past."""
        return as_of >= self.hi if self.by_date else as_of > self.hi


def deadline_of(limit: Limit, start: tuple[int, int], day: int, grace: Duration | None, zone: Zone, asked: int | None = None) -> Deadline:
    """The deadline of something that ended within `start` (earliest, latest instant) on a local date, grace included.

    `asked` is the date that its entry asks for.
    """
    if isinstance(limit, ByDateAsked):
        assert asked is not None  # noqa: S101 - whoever asks looks first (`asks_no_date`)
        return _with_grace(_end_of(zone.existing(asked), zone), grace, zone)
    if isinstance(limit, ByClock):
        instant = zone.instant(day + limit.days_later, limit.second)
        return _with_grace(Deadline(instant, instant, zone.date_of(instant), by_date=False), grace, zone)
    if isinstance(limit, WithinDays):
        return _with_grace(_end_of(last_of(limit, day, zone), zone), grace, zone)
    if isinstance(limit, WithinHours):
        lo = passed_after(limit, start[0], zone)
        hi = lo if start[1] == start[0] else passed_after(limit, start[1], zone)
        return _with_grace(Deadline(lo, hi, zone.date_of(lo), by_date=False), grace, zone)
    if isinstance(limit.length, Days):
        return _with_grace(_end_of(zone.existing(add_days(day, limit.length)), zone), grace, zone)
    lo, hi = start[0] + limit.length.seconds, start[1] + limit.length.seconds
    return _with_grace(Deadline(lo, hi, zone.date_of(lo), by_date=False), grace, zone)


def up_to_clock(limit: ByClock, day: int, zone: Zone) -> int:
    """The last instant for what must come before something on a date: `by 12:00 the same day`, `by 17:00 the day before`.

    The day before is the last date before that the zone did not skip.
    """
    return zone.instant(zone.date_of(zone.midnight(day) - 1) if limit.days_later else day, limit.second)


def asks_no_date(limit: Limit, entry: Entry | None, day: int) -> bool:
    """Whether something that was to say by when, on a local date, names no date, or one that was over before it came."""
    return isinstance(limit, ByDateAsked) and (entry is None or entry.until is None or entry.until < day)


def _with_grace(deadline: Deadline, grace: Duration | None, zone: Zone) -> Deadline:
    match grace:
        case None:
            return deadline
        case Exact(seconds):
            lo, hi = deadline.lo + seconds, deadline.hi + seconds
            return Deadline(lo, hi, zone.date_of(lo), by_date=False)
        case Days():
            first = _end_of(zone.existing(add_days(deadline.date, grace)), zone)
            latest = zone.date_of(deadline.hi - deadline.by_date)
            if latest == deadline.date:
                return first
            # Hours of which nobody knows when they began end on one of two dates.
            last = _end_of(zone.existing(add_days(latest, grace)), zone)
            return Deadline(first.lo - 1, last.hi - 1, first.date, by_date=False)


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


def passed_after(limit: WithinHours, start: int, zone: Zone) -> int:
    """The instant at which `within 4 working-hours` ends: the last of all dates looked at, where so many never come."""
    day = zone.date_of(start)
    reach = _FIRST_LOOK
    while True:
        left = limit.count * 3600
        # What opened the evening before may still last; two dates ago where the zone skipped one.
        for opens, closes in limit.hours.spans(day - 2, day + reach, zone):
            left -= max(0, closes - max(opens, start))
            if left <= 0:
                return closes + left
        if reach >= NO_DATE_FOR:
            return zone.midnight(day + NO_DATE_FOR + 1) - 1
        reach = min(reach * 8, NO_DATE_FOR)

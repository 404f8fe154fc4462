"""When an event is: before another, in hours of the day, as long as something; three-valued, since a time may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event, either
from pactlang.model.agreement import ClockFilter, ClockPart, Comparison
from pactlang.model.calendar import Exact, add_days

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactlang.model.calendar import Duration, Zone
    from pactlang.model.named import NamedHours


def before(one: Event, other: Event) -> int:
    """Whether one event comes before another in order of start, then of the log: three-valued."""
    if one.timed and other.timed:
        return int(one.place_in_order < other.place_in_order)
    if one.hi < other.lo:
        return YES
    return NO if one.lo > other.hi else MAYBE


def during_test(hours: NamedHours, event: Event) -> int:
    """Whether any part of an event lies in one of the windows of some hours: those that open from the evening before to its last date."""
    zone = event.zone
    last = event.day if event.end_hi == event.lo else zone.date_of(event.end_hi)
    answer = NO
    for opens, closes in hours.spans(_evening_before(event.day, zone), last, zone):
        answer = either(answer, _touches(event, opens, closes, ClockPart.ANY))
    return answer


def _evening_before(day: int, zone: Zone) -> int:
    """The date before: two dates ago where the zone skipped the one between."""
    return day - (1 if zone.day(day - 1)[1] else 2)


def clock_test(window: ClockFilter) -> Callable[[Event], int]:
    """A test of whether an event, its start or its end is within hours of the day."""
    start, end, part = window.start, window.end, window.part
    days_on = 1 if end <= start else 0

    def test(event: Event) -> int:
        if part is ClockPart.END:
            hi = event.end_hi
        elif part is ClockPart.START:
            hi = event.hi
        else:
            hi = event.end_hi
        zone = event.zone
        first = _evening_before(event.day, zone)
        last = event.day if hi == event.lo else zone.date_of(hi)
        answer = NO
        for day in range(first, last + 1):
            opens, closes = zone.instant(day, start), zone.instant(day + days_on, end)
            if opens < closes:
                answer = either(answer, _touches(event, opens, closes, part))
        return answer

    return test


def _touches(event: Event, opens: int, closes: int, part: ClockPart) -> int:
    """Whether an event touches one clock window [opens, closes), three-valued."""
    if part is ClockPart.START:
        return _between(event.lo, event.hi, opens, closes - 1)
    if part is ClockPart.END:
        # A last moment just before the window opens is outside, one just before it closes is inside.
        return _between(event.end_lo, event.end_hi, opens + 1, closes)
    if event.lo == event.hi and event.end_lo == event.end_hi:
        if event.lo == event.end_lo:
            return int(opens <= event.lo < closes)
        return int(event.lo < closes and event.end_lo > opens)
    possible = event.lo < closes and (event.end_hi > opens or event.hi >= opens)
    if not possible:
        return NO
    starts_inside = opens <= event.lo and event.hi < closes
    spans_it = event.hi < closes and event.end_lo > opens and event.hi <= event.end_lo
    return YES if starts_inside or spans_it else MAYBE


def _between(lo: int, hi: int, first: int, last: int) -> int:
    if hi < first or lo > last:
        return NO
    return YES if first <= lo and hi <= last else MAYBE


def length_test(comparison: Comparison, length: Duration, event: Event) -> int:
    """Whether an event lasts more, or less, than a length."""
    if isinstance(length, Exact):
        shortest = max(0, event.end_lo - event.hi)
        longest = event.end_hi - event.lo if event.lasts else 0
        limit = length.seconds
    else:
        shortest = longest = event.end_day
        limit = add_days(event.day, length)
    if comparison is Comparison.MORE_THAN:
        return _verdict(shortest > limit, longest > limit)
    if comparison is Comparison.AT_LEAST:
        return _verdict(shortest >= limit, longest >= limit)
    if comparison is Comparison.AT_MOST:
        return _verdict(longest <= limit, shortest <= limit)
    return _verdict(longest < limit, shortest < limit)


def _verdict(certain: bool, possible: bool) -> int:
    return YES if certain else MAYBE if possible else NO

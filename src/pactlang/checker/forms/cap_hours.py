"""Counting hours: an event counts in every period in which some of it falls."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pactlang.checker.event import YES, Event
from pactlang.checker.finding import Standing
from pactlang.checker.forms.cap_room import gone_on
from pactlang.model.calendar import Exact, Period, add_days, period_bounds

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Rolling
    from pactlang.model.calendar import Zone


class HourCounter:
    """The seconds of the events so far, by calendar period, by local date or in a rolling window of hours.

    `total` is the certain sum of the window that the last event passed or filled most.
    """

    __slots__ = ("_days", "_doubted", "_events", "_period", "_rolling", "_week_start", "_window_days", "limit", "total")

    def __init__(self, limit: int, window: Period | Rolling, week_start: int) -> None:
        self.limit = limit
        self._period = window if isinstance(window, Period) else None
        self._rolling = None if isinstance(window, Period) else window.length
        self._week_start = week_start
        self._events: deque[Event] = deque()  # still within some window
        self._doubted: set[int] = set()  # the places in the log of those that may not count at all
        self._days: dict[int, list[int]] = {}  # by first date of the period, or by date: seconds sure and possible
        self._window_days = (0, 0)
        self.total = 0

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Count an event; whether it is certainly, and whether possibly, over the limit in any one period."""
        self._events.append(event)
        if verdict != YES:
            self._doubted.add(event.entry.order)
        if isinstance(self._rolling, Exact):
            return self._count_exactly(event, self._rolling.seconds)
        over_sure = over_possible = False
        pieces = self._pieces(event)
        self.total, _ = self._totals(pieces[0][0])
        self._window_days = self._bounds(*pieces[0])
        for first, after in pieces:
            zone = event.zone
            opens, closes = zone.midnight(first), zone.midnight(after)
            possible = min(event.end_hi, closes) - max(event.lo, opens) if event.lasts else 0
            sure = min(event.end_lo, closes) - max(event.hi, opens) if verdict == YES else 0
            if possible <= 0:
                continue
            here = self._days.setdefault(first, [0, 0])
            here[0] += max(0, sure)
            here[1] += possible
            total_sure, total_possible = self._totals(first)
            fuller = total_possible > self.limit or total_sure >= self.total
            if (not over_possible and fuller) or (not over_sure and total_sure > self.limit and sure > 0):
                self.total = total_sure
                self._window_days = self._bounds(first, after)
            over_sure = over_sure or (sure > 0 and total_sure > self.limit)
            over_possible = over_possible or total_possible > self.limit
        self._forget(event)
        return over_sure, over_possible

    def _pieces(self, event: Event) -> list[tuple[int, int]]:
        """The periods (or dates, for rolling windows) that an event touches: first date, first date after."""
        period = self._period or Period.DAY
        pieces = []
        day = event.day
        while day <= event.end_day:
            first, after = period_bounds(period, day, self._week_start)
            pieces.append((first, after))
            day = after
        return pieces

    def _bounds(self, first: int, after: int) -> tuple[int, int]:
        if self._rolling is None or isinstance(self._rolling, Exact):
            return first, after - 1
        return add_days(first, self._rolling, -1) + 1, first

    def _totals(self, first: int) -> tuple[int, int]:
        if self._rolling is None or isinstance(self._rolling, Exact):
            here = self._days.get(first, (0, 0))
            return here[0], here[1]
        begin = add_days(first, self._rolling, -1)
        inside = [seconds for day, seconds in self._days.items() if begin < day <= first]
        return sum(sure for sure, _ in inside), sum(possible for _, possible in inside)

    def _forget(self, event: Event) -> None:
        """Drop what no later event can share a window with."""
        if self._rolling is not None and not isinstance(self._rolling, Exact):
            oldest = add_days(event.day, self._rolling, -1)
        else:
            oldest = period_bounds(self._period or Period.DAY, event.day, self._week_start)[0] - 1
        for day in [day for day in self._days if day <= oldest]:
            del self._days[day]
        first, _ = self._window_days
        while self._events and self._events[0] is not event and self._events[0].end_day < min(first, oldest + 1):
            self._events.popleft()

    def _count_exactly(self, event: Event, length: int) -> tuple[bool, bool]:
        while self._events[0].end_hi <= event.lo - length and self._events[0] is not event:
            self._doubted.discard(self._events.popleft().entry.order)
        lasting = [one for one in self._events if one.lasts]
        certain = [(one.hi, one.end_lo) for one in lasting if one.entry.order not in self._doubted]
        sure = _peak((event.hi, event.end_lo), certain, length) if event.entry.order not in self._doubted else 0
        most = _peak((event.lo, event.end_hi), [(one.lo, one.end_hi) for one in lasting], length)
        # One of no length takes nothing over the limit; what the window up to it holds is told all the same.
        self.total = sure if sure > self.limit else most or _held([(one.lo, one.end_hi) for one in lasting], event.end_hi, length)
        self._window_days = (event.zone.date_of(event.end_hi - length), event.end_day)
        over = most > self.limit and event in lasting
        return over and sure > self.limit, over

    def window(self, _: Event) -> tuple[int, int]:
        """The first and last local date that were counted."""
        return self._window_days

    def standing(self, as_of: int, zone: Zone) -> Standing:
        """The seconds that are counted at *as of*, and from when these are fewer."""
        used, most, entries = self._counted_at(as_of, zone)
        until: int | None = None
        if self._rolling is None:
            until = period_bounds(self._period or Period.DAY, zone.date_of(as_of), self._week_start)[1] - 1
            ends = [zone.midnight(until + 1)]
        elif isinstance(self._rolling, Exact):
            ends = [one.end_hi + self._rolling.seconds for one in self._events]
        else:
            ends = [zone.midnight(gone_on(day, self._rolling)) for day in self._days]
        later = [(gone, self._counted_at(gone, zone)[1]) for gone in sorted(ends) if gone > as_of] if most else []
        lower = next((gone for gone, then in later if then < most), None)
        free = next((gone for gone, then in later if then < self.limit), None) if most >= self.limit else None
        return Standing(used, most, until, lower, free, entries)

    def _counted_at(self, instant: int, zone: Zone) -> tuple[int, int, tuple[Entry, ...]]:
        """What the window of an instant holds: seconds that are certain and possible, and the entries."""
        today = zone.date_of(instant)
        if isinstance(self._rolling, Exact):
            begin = instant - self._rolling.seconds
            within = [(one, self._within(one, begin, instant)) for one in self._events]
            parts = [(0 if one.entry.order in self._doubted else sure, possible) for one, (sure, possible) in within]
            first = zone.date_of(begin)
        else:
            if self._rolling is None:
                first = today = period_bounds(self._period or Period.DAY, today, self._week_start)[0]
            else:
                first = add_days(today, self._rolling, -1) + 1
            parts = [(sure, possible) for day, (sure, possible) in self._days.items() if first <= day <= today]
        most = sum(possible for _, possible in parts)
        entries = tuple(one.entry for one in self._events if one.end_hi > one.lo and one.end_day >= first) if most else ()
        return sum(sure for sure, _ in parts), most, entries

    @staticmethod
    def _within(event: Event, first: int, last: int) -> tuple[int, int]:
        """The seconds of an event between two instants, those that are certain and those that are possible."""
        sure = max(0, min(event.end_lo, last) - max(event.hi, first))
        possible = max(0, min(event.end_hi, last) - max(event.lo, first)) if event.lasts else 0
        return sure, possible

    def evidence(self, event: Event) -> list[Event]:
        """The events with hours in the window, in order of time, the one judged last."""
        first, last = self._window_days
        found = [one for one in self._events if one.end_hi > one.lo and one.end_day >= first and one.day <= last]
        return found if event in found else [*found, event]


def _peak(own: tuple[int, int], all_of_them: list[tuple[int, int]], length: int) -> int:
    """The most seconds of some stretches in a window that ends within one of them; nothing if that has none."""
    start, end = own
    if end <= start:
        return 0
    # Within it the sum can only peak where it ends, or where an earlier one begins to leave the window.
    edges = {edge for lo, hi in all_of_them for edge in (lo + length, hi + length) if start < edge < end}
    return max(_held(all_of_them, moment, length) for moment in (*edges, end))


def _held(all_of_them: list[tuple[int, int]], moment: int, length: int) -> int:
    """The seconds of some stretches in the window that ends at a moment."""
    return sum(max(0, min(hi, moment) - max(lo, moment - length)) for lo, hi in all_of_them)

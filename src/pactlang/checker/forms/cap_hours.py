"""Counting hours: an event counts in every period in which some of it falls."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from itertools import accumulate
from typing import TYPE_CHECKING

from pactlang.checker.event import YES, Event
from pactlang.checker.finding import Standing
from pactlang.checker.forms.cap_room import gone_on
from pactlang.model.calendar import Exact, Period, add_days, period_bounds

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Rolling
    from pactlang.model.calendar import Zone

SHORT = 12  # so many entries are shown whole


class HourCounter:
    """The seconds of the events so far, by calendar period, by local date or in a rolling window of hours.

    `total` is the certain sum of the window that the last event passed or filled most.
    """

    __slots__ = (
        "_days",
        "_doubted",
        "_events",
        "_period",
        "_possible",
        "_rolling",
        "_sure",
        "_week_start",
        "_window_days",
        "limit",
        "total",
    )

    def __init__(self, limit: int, window: Period | Rolling, week_start: int) -> None:
        self.limit = limit
        self._period = window if isinstance(window, Period) else None
        self._rolling = None if isinstance(window, Period) else window.length
        self._week_start = week_start
        self._events: deque[Event] = deque()  # still within some window
        self._doubted: set[int] = set()  # which of those may not count at all, by identity: logs made up have no places
        self._possible, self._sure = _Stretches(), _Stretches()  # when it may, and when it does last; for windows in hours alone
        self._days: dict[int, list[int]] = {}  # by first date of the period, or by date: seconds sure and possible
        self._window_days = (0, 0)
        self.total = 0

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Count an event; whether it is certainly, and whether possibly, over the limit in any one period."""
        self._events.append(event)
        if verdict != YES:
            self._doubted.add(id(event))
        if event.lasts and isinstance(self._rolling, Exact):
            self._possible.add(event.lo, event.end_hi)
            if verdict == YES:
                self._sure.add(event.hi, event.end_lo)
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
            self._doubted.discard(id(self._events.popleft()))

    def _count_exactly(self, event: Event, length: int) -> tuple[bool, bool]:
        while self._events[0].end_hi <= event.lo - length and self._events[0] is not event:
            self._drop(self._events.popleft())
        sure = self._sure.peak(event.hi, event.end_lo, length) if id(event) not in self._doubted else 0
        most = self._possible.peak(event.lo, event.end_hi, length)
        # One of no length takes nothing over the limit; what the window up to it holds is told all the same.
        self.total = sure if sure > self.limit else most or self._possible.held(event.end_hi, length)
        self._window_days = (event.zone.date_of(event.end_hi - length), event.end_day)
        over = most > self.limit and event.lasts
        return over and sure > self.limit, over

    def _drop(self, event: Event) -> None:
        if event.lasts:
            self._possible.drop(event.lo, event.end_hi)
            if id(event) not in self._doubted:
                self._sure.drop(event.hi, event.end_lo)
        self._doubted.discard(id(event))

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
            parts = [(0 if id(one) in self._doubted else sure, possible) for one, (sure, possible) in within]
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
        """The events with hours in the window, in order of time, the one judged last; of many, the latest that pass the limit."""
        first, last = self._window_days
        exact = isinstance(self._rolling, Exact)
        opens = event.end_hi - self._rolling.seconds if isinstance(self._rolling, Exact) else event.zone.midnight(first)
        closes = event.end_hi if exact else event.zone.midnight(last + 1)
        many = len(self._events) > SHORT
        found: list[Event] = []
        seconds = 0
        for one in reversed(self._events):
            if one.end_hi > one.lo and one.end_day >= first and one.day <= last:
                found.append(one)
                seconds += self._within(one, opens, closes)[1]
                if many and seconds > self.limit:
                    break
        found.reverse()
        return found if event in found else [*found, event]


class _Times:
    """Moments in order."""

    __slots__ = ("_moments", "_sums")

    def __init__(self) -> None:
        self._moments: list[int] = []
        self._sums = [0]  # of the first none, one, two, …; as far as they are known

    def add(self, moment: int) -> None:
        place = bisect_right(self._moments, moment)
        self._moments.insert(place, moment)
        del self._sums[place + 1 :]

    def drop(self, moment: int) -> None:
        place = bisect_left(self._moments, moment)
        del self._moments[place]
        del self._sums[place + 1 :]

    def between(self, first: int, last: int) -> list[int]:
        return self._moments[bisect_right(self._moments, first) : bisect_left(self._moments, last)]

    def passed(self, moment: int) -> int:
        """The seconds that have passed at a moment since each of those before it."""
        known = len(self._sums) - 1
        if known < len(self._moments):
            self._sums += accumulate(self._moments[known:], initial=self._sums.pop())
        before = bisect_left(self._moments, moment)
        return before * moment - self._sums[before]


class _Stretches:
    """Stretches of time, and how many of their seconds a window holds."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts, self._ends = _Times(), _Times()

    def add(self, start: int, end: int) -> None:
        if start < end:
            self._starts.add(start)
            self._ends.add(end)

    def drop(self, start: int, end: int) -> None:
        if start < end:
            self._starts.drop(start)
            self._ends.drop(end)

    def peak(self, start: int, end: int, length: int) -> int:
        """The most seconds in a window that ends within a stretch; nothing if that has none."""
        if end <= start:
            return 0
        # Within it the sum can only peak where it starts or ends, or where another one ends or begins to leave the window.
        leaving = self._starts.between(start - length, end - length)
        edges = {start, end, *self._ends.between(start, end), *(moment + length for moment in leaving)}
        return max(self.held(moment, length) for moment in edges)

    def held(self, moment: int, length: int) -> int:
        """The seconds in the window that ends at a moment: all until then, without all until it begins."""
        return self._until(moment) - self._until(moment - length)

    def _until(self, moment: int) -> int:
        return self._starts.passed(moment) - self._ends.passed(moment)

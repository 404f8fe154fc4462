"""Counting dates and nights: an event counts on each that it touches, and each counts once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pactlang.checker.event import YES, Event
from pactlang.checker.finding import Standing
from pactlang.checker.forms.cap_hours import SHORT
from pactlang.checker.forms.cap_room import dates_counted, gone_on
from pactlang.checker.touched import day_at, most_of, touched, turn_of
from pactlang.model.calendar import Days, Period

if TYPE_CHECKING:
    from pactlang.checker.touched import Touched
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Rolling
    from pactlang.model.calendar import Zone
    from pactlang.model.named import NamedHours

_EARLIER = 2  # dates before an event's own that it may still count for: nights are of the evening before


class DayCounter:
    """The dates, or the evenings of the nights, that events touched, in a calendar period or in so many dates in a row.

    An event is over the limit if it touches one that is one too many: with those before it in its period, or in the dates that end with it.
    So it does not matter which of several events came first. `total` is how many are certain up to the one that is the most for the event
    that was judged last.
    """

    __slots__ = ("_bounds", "_choices", "_events", "_may", "_night", "_sure", "_upto", "_week_start", "_window", "limit", "total")

    def __init__(self, limit: int, window: Period | Rolling, week_start: int, night: NamedHours | None) -> None:
        self.limit = limit
        self._window = window
        self._week_start = week_start
        self._night = night
        self._sure: set[int] = set()
        self._may: set[int] = set()  # the same and those that some event may have touched
        self._choices: list[tuple[int, ...]] = []  # those of which an event may have touched one at most
        self._events: deque[tuple[Event, Touched]] = deque()  # still within some window
        self._bounds = (0, 0)
        self._upto = 0
        self.total = 0

    def add(self, event: Event, verdict: int) -> None:
        """Note what an event touches. All that may have begun by its start have to be noted before it is judged."""
        self._forget(event)
        found = touched(event, self._night)
        self._events.append((event, found))
        if verdict == YES:
            self._sure.update(found.sure)
        if found.choice and found.possible and not found.sure:
            self._choices.append(found.possible)
        else:
            self._may.update(found.possible)

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Whether an event that was noted is certainly, and whether possibly, over the limit in any one period."""
        found = next((noted for one, noted in reversed(self._events) if one is event), None) or touched(event, self._night)
        over_sure = over_possible = False
        others = list(self._choices)  # its own one is the date that is looked at
        if found.possible in others and found.choice:
            others.remove(found.possible)
        self._upto = event.day
        self._bounds = self._window_of(min(found.possible, default=event.day))
        self.total = self._within(self._bounds[0], self._upto)
        for day in found.possible:
            first, last = self._window_of(day)
            total = self._within(first, day)
            possible = self._most(first, day, day, choices=others) > self.limit
            certain = verdict == YES and day in found.sure and total > self.limit
            if (certain, possible, total) > (over_sure, over_possible, self.total) or day == found.possible[0]:
                self._bounds, self._upto, self.total = (first, last), day, total
            over_sure, over_possible = over_sure or certain, over_possible or possible
        return over_sure, over_possible

    def _window_of(self, day: int) -> tuple[int, int]:
        """The first and the last date that are counted for one."""
        return dates_counted(self._window, self._week_start, day)

    def _within(self, first: int, last: int) -> int:
        return sum(first <= day <= last for day in self._sure)

    def _most(self, first: int, last: int, *also: int, choices: list[tuple[int, ...]] | None = None) -> int:
        """How many there may be at most; `also` counts in any case."""
        certain = {day for day in (*self._may, *also) if first <= day <= last}
        open_ones = self._choices if choices is None else choices
        rest = [[day for day in days if first <= day <= last and day not in certain] for days in open_ones]
        return len(certain) + most_of([days for days in rest if days])

    def _forget(self, event: Event) -> None:
        """Drop what no later event can share a window with."""
        first, _ = self._window_of(event.day - _EARLIER)
        if self._choices or any(day < first for day in self._may):
            self._sure = {day for day in self._sure if day >= first}
            self._may = {day for day in self._may if day >= first}
            self._choices = [days for days in self._choices if days[-1] >= first]
        while self._events and max(self._events[0][1].possible, default=self._events[0][0].day) < first:
            self._events.popleft()

    def window(self, _: Event) -> tuple[int, int]:
        """The first and last date that were counted."""
        return self._bounds

    def standing(self, as_of: int, zone: Zone) -> Standing:
        """How many are counted at *as of*, and from when these are fewer."""
        first, last = self._window_of(day_at(as_of, self._night, zone))
        most = self._most(first, last)
        until: int | None = None
        if isinstance(self._window, Period):
            until = last
            ends = [turn_of(last + 1, self._night, zone)]
        else:
            assert isinstance(self._window.length, Days)  # noqa: S101 - dates are not counted by the hour
            days = {*self._may, *(days[-1] for days in self._choices)}
            ends = sorted({turn_of(gone_on(day, self._window.length), self._night, zone) for day in days})
        later = [(gone, self._most(*self._window_of(day_at(gone, self._night, zone)))) for gone in ends if gone > as_of] if most else []
        lower = next((gone for gone, then in later if then < most), None)
        free = next((gone for gone, then in later if then < self.limit), None) if most >= self.limit else None
        inside: tuple[Entry, ...] = tuple(one.entry for one, found in self._events if any(first <= day <= last for day in found.possible))
        return Standing(self._within(first, last), most, until, lower, free, inside)

    def evidence(self, event: Event) -> list[Event]:
        """The events in the window, in order of time, the one judged last; of many, the latest that pass the limit."""
        first, last = self._bounds[0], self._upto
        inside = [
            (one, days)
            for one, noted in self._events
            if one is not event and (days := [day for day in noted.possible if first <= day <= last])
        ]
        if len(inside) >= SHORT:
            seen = {day for one, days in self._events if one is event for day in days.possible}
            latest: list[tuple[Event, list[int]]] = []
            for one, days in reversed(inside):
                if len(seen) <= self.limit and not seen.issuperset(days):
                    seen.update(days)
                    latest.append((one, days))
            inside = latest[::-1]
        return [*(one for one, _ in inside), event]

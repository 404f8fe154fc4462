"""Counting different people: each counts once in a window, with the first event that names them in it (R114)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.company import outside
from pactlang.checker.event import NO, YES, Event, may_precede, precedes
from pactlang.checker.finding import Standing
from pactlang.checker.forms.cap_room import dates_counted, gone_on
from pactlang.model.calendar import Days, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Rolling
    from pactlang.model.calendar import Zone


class Noted(Struct):
    """An event that counts (`sure`) or may count, with the people whom it names; `untold`: with somebody, and it does not say with whom."""

    event: Event
    names: frozenset[str]
    untold: bool
    sure: bool

    @property
    def open(self) -> bool:
        """Whether it, those in it or when it was is not known."""
        return self.untold or not self.sure or not self.event.timed


class PeopleCounter:
    """The different people with whom events were, in a calendar period or in so many dates in a row.

    An event is over the limit if it names somebody whom none before it in the window named, and there are more of them then than agreed.
    Who is not named is one person, who may be one of the others. `total` is how many are certain, up to the event that was judged last.
    """

    __slots__ = ("_events", "_fresh", "_last", "_open", "_parties", "_week_start", "_window", "_with", "limit", "total")

    def __init__(
        self, limit: int, window: Period | Rolling, week_start: int, parties: tuple[str, ...], with_people: frozenset[str]
    ) -> None:
        self.limit = limit
        self._window = window
        self._week_start = week_start
        self._parties = parties
        self._with = with_people
        self._events: deque[Noted] = deque()  # still within the window of the latest
        self._open = 0  # how many of these are open
        self._last: dict[str, int] = {}  # on which date each was named last, the longest ago first
        self._fresh = False  # whether the event that was noted last named somebody first, where nothing is open
        self.total = 0

    def add(self, event: Event, verdict: int) -> None:
        """Note an event. All that may have been before it have to be noted before it is judged."""
        first, _ = self.window(event)
        while self._events and self._events[0].event.day < first:
            self._open -= self._events.popleft().open
        for name, day in list(self._last.items()):
            if day >= first:
                break
            del self._last[name]
        names = frozenset(outside(event.entry.with_, self._parties))
        noted = Noted(event, names, not event.entry.with_ and event.type in self._with, verdict == YES)
        self._events.append(noted)
        self._open += noted.open
        self._fresh = any(name not in self._last for name in names)
        for name in names:
            self._last.pop(name, None)
            self._last[name] = event.day

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Whether an event that was noted is certainly, and whether possibly, over the limit."""
        if not self._open and self._events[-1].event is event and (len(self._events) == 1 or self._events[-2].event.hi < event.lo):
            self.total = len(self._last)
            over = self._fresh and self.total > self.limit
            return over, over
        own = next(one for one in reversed(self._events) if one.event is event)
        before = [one for one in self._inside(event) if one is not own and may_precede(one.event, event)]
        sure: set[str] = set()
        sure.update(*(one.names for one in before if one.sure and precedes(one.event, event)))
        perhaps = [one for one in before if not (one.sure and precedes(one.event, event))]
        untold = sum(one.untold for one in before)
        self.total = len(sure | own.names if verdict == YES else sure)
        if own.untold:
            return False, len(sure.union(*(one.names for one in perhaps))) + untold + 1 > self.limit
        new = own.names - sure
        certain = len(new.difference(*(one.names for one in perhaps))) > untold and len(sure | own.names) > self.limit
        possible = any(
            len(sure.union(own.names, *(one.names for one in perhaps if name not in one.names))) + untold > self.limit for name in new
        )
        return verdict == YES and certain, verdict != NO and possible

    def _inside(self, event: Event) -> Iterator[Noted]:
        first, last = self.window(event)
        return (one for one in self._events if first <= one.event.day <= last)

    def window(self, event: Event) -> tuple[int, int]:
        """The first and last date that are counted for an event."""
        return self._dates(event.day)

    def _dates(self, day: int) -> tuple[int, int]:
        return dates_counted(self._window, self._week_start, day)

    def standing(self, as_of: int, zone: Zone) -> Standing:
        """How many people are counted at *as of*, and from when these are fewer."""
        today = zone.date_of(as_of)
        most, sure, inside = self._counted(today)
        if isinstance(self._window, Period):
            until: int | None = self._dates(today)[1]
            ends = [self._dates(today)[1] + 1]
        else:
            assert isinstance(self._window.length, Days)  # noqa: S101 - people are not counted by the hour
            until, ends = None, sorted({gone_on(one.event.day, self._window.length) for one in self._events})
        later = [(zone.midnight(day), self._counted(day)[0]) for day in ends if day > today] if most else []
        lower = next((at for at, then in later if then < most), None)
        free = next((at for at, then in later if then < self.limit), None) if most >= self.limit else None
        return Standing(sure, most, until, lower, free, inside)

    def _counted(self, day: int) -> tuple[int, int, tuple[Entry, ...]]:
        """How many there may be, and are, in the window of a date, and the entries in it."""
        first, last = self._dates(day)
        inside = [one for one in self._events if first <= one.event.day <= last]
        most = len(frozenset().union(*(one.names for one in inside))) + sum(one.untold for one in inside)
        return most, len(frozenset().union(*(one.names for one in inside if one.sure))), tuple(one.event.entry for one in inside)

    def evidence(self, event: Event) -> list[Event]:
        """The first event with each of them, in order of time, the one judged last."""
        seen: set[str] = set()
        found = []
        for one in self._inside(event):
            if one.event is not event and may_precede(one.event, event) and (one.untold or not one.names <= seen):
                seen |= one.names
                found.append(one.event)
        return [*found, event]

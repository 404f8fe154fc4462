"""Counting between occasions: a stretch begins with each of them and ends with the next (R150)."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.event import NO, YES, Event, may_precede, precedes
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Standing
from pactlang.checker.forms.cap_hours import SHORT
from pactlang.checker.spans import FOREVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from pactlang.checker.context import Context
    from pactlang.model.agreement import Between
    from pactlang.model.calendar import Zone

    Number = int | Decimal


class Occasions:
    """What ends a stretch and begins the next, in order: each surely or perhaps."""

    def __init__(self, window: Between, context: Context) -> None:
        matcher = Matcher(window.selector, context)
        given = [event for event in context.facts.between if event.version >= 0 and event.type in matcher.tests]
        self.known = [(event, verdict) for event in given if (verdict := matcher(event)) != NO]
        self._los = [event.lo for event, _ in self.known]
        self._latest = list(accumulate((event.hi for event, _ in self.known), max))
        self._begins = context.facts.begun

    def before(self, event: Event) -> list[tuple[Event, int]]:
        """Those on which it hangs in which stretch an event is: the last that surely came before it, and all that may have come since."""
        found: list[tuple[Event, int]] = []
        sure: Event | None = None
        for place in range(bisect_right(self._los, event.hi) - 1, -1, -1):
            if sure is not None and self._latest[place] < sure.lo:
                break
            one, verdict = self.known[place]
            if may_precede(one, event):
                found.append((one, verdict))
                if sure is None and verdict == YES and precedes(one, event):
                    sure = one
        return found

    def until(self, instant: int) -> tuple[list[Event], list[Event]]:
        """On which it hangs in which stretch an instant is: those that surely came until then, and those that may have."""
        given = [(one, verdict) for one, verdict in self.known if one.lo <= instant]
        last = max((one.lo for one, verdict in given if verdict == YES and one.hi <= instant), default=-FOREVER)
        given = [(one, verdict) for one, verdict in given if one.hi >= last]
        return [one for one, verdict in given if verdict == YES and one.hi <= instant], [one for one, _ in given]

    def opened(self, event: Event, closes: int) -> Event | None:
        """The last in an event or before it, but for the one that closes a stretch."""
        place = bisect_right(self._los, min(closes, event.end_hi) - 1)
        return self.known[place - 1][0] if place else None

    def last(self, event: Event) -> Event | None:
        """The last that surely came before an event."""
        certain = [one for one, verdict in self.before(event) if verdict == YES and precedes(one, event)]
        return max(certain, key=lambda one: one.place_in_order, default=None)

    def open(self, event: Event) -> list[Event]:
        """Those of which it is not certain whether they came before an event, or before what may count with it."""
        return [one for one, verdict in self.before(event) if verdict != YES or not one.timed or not precedes(one, event)]

    def first_date(self, since: Event | None, event: Event) -> int:
        """The date of the occasion since which something is counted; without one, the first date in force."""
        return min(self._begins if since is None else since.day, event.day)

    def stretches(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """In instants: what surely lies within one stretch, whatever the missing times are, and how far each may reach at most."""
        sure: list[tuple[int, int]] = []
        opens = -FOREVER
        for one, _ in self.known:
            if opens < one.lo:
                sure.append((opens, one.lo))
            opens = max(opens, one.hi)
        certain = [one for one, verdict in self.known if verdict == YES]
        most: list[tuple[int, int]] = []
        for place, opened in enumerate((None, *certain)):
            closes = next((one.hi for one in certain[place:] if opened is None or precedes(opened, one)), FOREVER)
            most.append((-FOREVER if opened is None else opened.lo, closes))
        return [*sure, (opens, FOREVER)], most


class _Counted(Struct):
    """An event with what it brings; `others_until` is the last instant at which one before it, of another time, may have started."""

    event: Event
    amount: Number
    verdict: int
    others_until: int


class StretchCounter:
    """The events since an occasion, with their number or the sum of their amounts. `total` is what is certain up to the one judged last."""

    __slots__ = ("_amount", "_first", "_found", "_gone", "_most", "_occasions", "_places", "_sure", "limit", "total")

    def __init__(self, limit: Number, amount: Callable[[Event], Number] | None, occasions: Occasions) -> None:
        self.limit = limit
        self._amount = amount
        self._occasions = occasions
        self._found: list[_Counted] = []
        self._sure: list[Number] = [0]  # the sums of the first none, one, two, … of these
        self._most: list[Number] = [0]
        self._places: dict[int, int] = {}  # by the order in the log: which it was of all that were ever noted
        self._gone = 0  # how many of the first are no longer held
        self._first = 0  # the first of these that may still count
        self.total: Number = 0

    def add(self, event: Event, verdict: int) -> None:
        """Note an event. All that may have been before it have to be noted before it is judged."""
        amount: Number = 1 if self._amount is None else self._amount(event)
        until = -FOREVER
        if self._found:
            last = self._found[-1]
            same = (last.event.lo, last.event.hi) == (event.lo, event.hi)
            until = last.others_until if same else max(last.others_until, last.event.hi)
        if self._first >= max(SHORT, len(self._found) // 2):
            self._let_go()  # all that is held was judged, but for what begins with this one
        self._places[event.entry.order] = self._gone + len(self._found)
        self._found.append(_Counted(event, amount, verdict, until))
        self._sure.append(self._sure[-1] + (amount if verdict == YES else min(amount, 0)))
        self._most.append(self._most[-1] + (amount if verdict == YES else max(amount, 0)))

    def _let_go(self) -> None:
        """Hold no more what no event to come can count with."""
        for place, one in enumerate(self._found[: self._first], self._gone):
            if self._places.get(one.event.entry.order) == place:
                del self._places[one.event.entry.order]
        del self._found[: self._first], self._sure[: self._first], self._most[: self._first]
        self._gone += self._first
        self._first = 0

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Whether an event that was noted is certainly, and whether possibly, over the limit."""
        place = self._places[event.entry.order] - self._gone
        own = self._found[place]
        before = self._occasions.before(event)
        most = self._counted(place, before)
        if own.amount <= 0:
            return False, False
        return verdict == YES and self.total > self.limit, most > self.limit

    def _counted(self, place: int, before: list[tuple[Event, int]]) -> Number:
        """What may be counted at most up to an event; `total` is then what is certain."""
        self._forget(before, self._found[place].event)
        if self._in_order(place, before):
            self.total = self._sure[place + 1] - self._sure[self._first]
            return self._most[place + 1] - self._most[self._first]
        inside = [(one.amount, surely and one.verdict == YES) for one, surely in self._inside(place, before)]
        self.total = sum((amount if surely else min(amount, 0) for amount, surely in inside), start=0)
        return sum((amount if surely else max(amount, 0) for amount, surely in inside), start=0)

    def _forget(self, before: list[tuple[Event, int]], event: Event) -> None:
        """Leave out what is surely of an earlier stretch, for all that is still to come."""
        ended = [one for one, verdict in before if verdict == YES and one.hi < event.lo]
        while any(precedes(self._found[self._first].event, one) for one in ended):
            self._first += 1

    def _in_order(self, place: int, before: list[tuple[Event, int]]) -> bool:
        """Whether all is clear: the occasion came before all that is left, and what was noted before the event is before it."""
        own = self._found[place]
        if own.event.lo <= own.others_until and place > self._first:
            return False
        for later in self._found[place + 1 :]:
            if (later.event.lo, later.event.hi) != (own.event.lo, own.event.hi):
                if later.event.lo <= own.event.hi:
                    return False
                break
        return all(verdict == YES and precedes(one, self._found[self._first].event) for one, verdict in before)

    def _inside(self, place: int, before: list[tuple[Event, int]]) -> Iterator[tuple[_Counted, bool]]:
        """What may be in the stretch of an event and not after it, itself last, each with whether it surely is."""
        own = self._found[place]
        certain = [one for one, verdict in before if verdict == YES and precedes(one, own.event)]
        for one in self._found[self._first :]:
            if one is own or not may_precede(one.event, own.event) or any(precedes(one.event, occasion) for occasion in certain):
                continue
            yield one, precedes(one.event, own.event) and all(precedes(occasion, one.event) for occasion, _ in before)
        yield own, True

    def window(self, event: Event) -> tuple[int, int]:
        """The date of the last occasion before an event (without one, the first in force), and its own."""
        return self._occasions.first_date(self.since(event), event), event.day

    def since(self, event: Event) -> Event | None:
        """The occasion since which is counted."""
        return self._occasions.last(event)

    def standing(self, as_of: int, _: Zone) -> Standing:
        """What is counted at *as of*. It is less only after the next occasion, and nobody knows when that is."""
        certain, before = self._occasions.until(as_of)
        inside = [
            (one, one.verdict == YES and one.event.hi <= as_of and all(precedes(occasion, one.event) for occasion in before))
            for one in self._found[self._first :]
            if not any(precedes(one.event, occasion) for occasion in certain)
        ]
        used = sum((one.amount for one, surely in inside if surely), start=0)
        most = sum((one.amount if surely else max(one.amount, 0) for one, surely in inside), start=0)
        return Standing(used, most, None, None, None, tuple(one.event.entry for one, _ in inside))

    def evidence(self, event: Event) -> list[Event]:
        """What was counted, in order of time, the one judged last; of many, the latest that suffice to pass the limit."""
        place, before = self._places[event.entry.order] - self._gone, self._occasions.before(event)
        if self._in_order(place, before):
            inside, first, last = self._found, self._first, place
        else:
            inside = [one for one, _ in self._inside(place, before)]
            first, last = 0, len(inside) - 1
        if last - first < SHORT:
            return [one.event for one in inside[first : last + 1]]
        found: list[Event] = []
        total: Number = 0
        for one in (inside[at] for at in range(last, first - 1, -1)):
            if one.amount > 0 or one.event is event:
                found.append(one.event)
                total += one.amount
            if total > self.limit:
                break
        return found[::-1]


class HourStretches:
    """The seconds of the events so far in each stretch. `total` is the certain sum of the one that the last event passed or filled most."""

    __slots__ = ("_counted", "_events", "_most", "_occasions", "_sure", "_when_full", "limit", "total")

    def __init__(self, limit: int, occasions: Occasions) -> None:
        sure, most = occasions.stretches()
        self.limit = limit
        self._occasions = occasions
        self._sure, self._most = _Sums(sure), _Sums(most)
        self._events: list[tuple[Event, int]] = []  # that may lie in the stretch of an event to come, and some more
        self._when_full = SHORT  # so many, and those are let go that do not
        self._counted = (-FOREVER, FOREVER)  # the stretch that was counted last
        self.total = 0

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Count an event; whether it is certainly, and whether possibly, over the limit in any one stretch."""
        if len(self._events) >= self._when_full:
            opens = self._most.bounds(event.lo)[0] - _TWO_DAYS
            self._events = [one for one in self._events if one[0].end_hi > opens]
            self._when_full = max(SHORT, 2 * len(self._events))
        self._events.append((event, verdict))
        certain = self._sure.add(event.hi, event.end_lo) if verdict == YES else []
        possible = self._most.add(event.lo, event.end_hi) if event.lasts else []
        over = [one for one in certain if one[2] > self.limit]
        fullest = max(certain, key=lambda one: one[2], default=self._sure.at(event.lo))
        opens, closes, self.total = over[0] if over else fullest
        self._counted = (opens, closes)
        return bool(over), bool(over) or any(total > self.limit for _, _, total in possible)

    def window(self, event: Event) -> tuple[int, int]:
        """The date of the occasion that opened the stretch that was counted (without one, the first in force), and the last counted."""
        closes = min(self._counted[1], event.end_hi)
        last = max(event.day, event.zone.date_of(max(closes - 1, event.lo)))
        return self._occasions.first_date(self.since(event), event), last

    def since(self, event: Event) -> Event | None:
        """The occasion since which is counted."""
        return self._occasions.opened(event, self._counted[1])

    def standing(self, as_of: int, _: Zone) -> Standing:
        """The seconds that are counted at *as of*."""
        sure, most = self._sure.bounds(as_of), self._most.bounds(as_of)
        inside = [one for one, _ in self._events if most[0] < one.end_hi and one.lo < most[1]]
        certain = [one for one, verdict in self._events if verdict == YES and as_of <= sure[1]]
        used = sum(_shared(one.hi, one.end_lo, sure[0], as_of) for one in certain)
        possible = sum(_shared(one.lo, one.end_hi, most[0], as_of) for one in inside if one.lasts)
        return Standing(used, possible, None, None, None, tuple(one.entry for one in inside if one.lasts))

    def evidence(self, event: Event) -> list[Event]:
        """The events with hours in the stretch, in order of time, the one judged last."""
        opens, closes = self._counted
        inside = [one for one, _ in self._events if one is not event and one.lasts and one.end_hi > opens and one.lo < closes]
        return [*inside[-SHORT:], event]


class _Sums:
    """Stretches in order, with the seconds in each."""

    __slots__ = ("_closes", "_opens", "_seconds")

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._opens = [opens for opens, _ in stretches]
        self._closes = [closes for _, closes in stretches]
        self._seconds = [0] * len(stretches)

    def add(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Add what lies between two instants; each stretch that has some of it, with its sum."""
        found = []
        for place in range(bisect_right(self._opens, end) - 1, -1, -1):
            if seconds := _shared(start, end, self._opens[place], self._closes[place]):
                self._seconds[place] += seconds
                found.append((self._opens[place], self._closes[place], self._seconds[place]))
            elif self._opens[place] < start - _TWO_DAYS:
                break  # one that began earlier is over: only those of one date can lie over each other
        return found[::-1]

    def bounds(self, instant: int) -> tuple[int, int]:
        """The stretch in which an instant is; the last one that has begun."""
        place = bisect_right(self._opens, instant) - 1
        while place and self._closes[place - 1] > instant:
            place -= 1
        return self._opens[place], self._closes[place]

    def at(self, instant: int) -> tuple[int, int, int]:
        """The stretch of an instant, with its sum."""
        place = max(0, bisect_right(self._opens, instant) - 1)
        return self._opens[place], self._closes[place], self._seconds[place]


_TWO_DAYS = 2 * 86_400


def _shared(start: int, end: int, opens: int, closes: int) -> int:
    return max(0, min(end, closes) - max(start, opens))

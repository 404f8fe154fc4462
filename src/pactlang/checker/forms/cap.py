"""`at most 4 encounters per month by Ana`, `at most 200 EUR of expense in any 14 days`."""

from __future__ import annotations

from collections import deque
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from pactlang.checker.amounts import amounts_in
from pactlang.checker.company import with_people
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event
from pactlang.checker.finding import Standing, Status
from pactlang.checker.form import FormName
from pactlang.checker.forms.cap_hours import SHORT, HourCounter
from pactlang.checker.forms.cap_room import gone_on, less, rooms_of
from pactlang.checker.machine import Limit, blamed, unit_of
from pactlang.checker.uses import Use, share_of
from pactlang.model.agreement import Between, Rolling, Unit
from pactlang.model.calendar import Exact, Period, add_days, period_bounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactlang.checker.context import Context
    from pactlang.checker.forms.cap_between import HourStretches, Occasions, StretchCounter
    from pactlang.checker.forms.cap_days import DayCounter
    from pactlang.checker.forms.cap_people import PeopleCounter
    from pactlang.checker.machine import Key
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Cap, Measure, Sentence
    from pactlang.model.calendar import Zone

Number = int | Decimal
_TOGETHER: Key = (None, None)


class CapMachine(Limit):
    """An event that takes the count or the sum over the limit breaks it: one finding for each such event."""

    def __init__(self, sentence: Sentence, form: Cap, context: Context) -> None:
        super().__init__(form.selector, sentence, form.unless, context)
        self._form = form
        self._report = Reporter(context, sentence, FormName.CAP)
        self._sentence = sentence
        between = isinstance(form.window, Between)
        self._watched = sentence.modifiers.watched and not between  # a longer stretch holds more, which is no pattern
        self._counters: dict[Key, AnyCounter] = {}
        self._occasions: Occasions | None = None
        self._index = context.version.index
        measure = form.measure
        self._unit = unit_of(measure, form.selector)
        self._plain = self._unless is None and not self._matcher.each_party and not self._matcher.each_person
        self.judged = dict.fromkeys(self._matcher.tests, self._judge_together if self._plain else self._judge)
        # Where dates or people are counted, or what lies between others, all that begin at the same time are noted before any is judged.
        self._noted: dict[int, list[tuple[Key, int]]] = {}
        self._noting = measure.by_dates or measure.unit is Unit.PEOPLE or (between and measure.unit is not Unit.HOURS)
        if self._noting:
            self.answered = dict.fromkeys(self.judged, self._judge_noted)

    def _judge_together(self, event: Event) -> None:
        """Judge an event of a sentence that tells nobody apart, as most do."""
        if 0 <= event.version <= self._index:
            test = self._matcher.tests[event.type]
            matched = YES if test is None else test(event)
            if matched != NO:
                self._count(event, _TOGETHER, matched)

    def _judge(self, event: Event) -> None:
        if 0 <= event.version <= self._index:
            for key, counts in self._meant(event):
                self._count(event, key, counts)

    def _count(self, event: Event, key: Key, counts: int) -> None:
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = self._new_counter()
        if self._noting:
            cast("DayCounter | PeopleCounter | StretchCounter", counter).add(event, counts)
            self._noted.setdefault(event.entry.order, []).append((key, counts))
        else:
            self._tell(event, key, counts, counter)

    def _judge_noted(self, event: Event) -> None:
        for key, counts in self._noted.pop(event.entry.order, ()):
            self._tell(event, key, counts, self._counters[key])

    def _tell(self, event: Event, key: Key, counts: int, counter: AnyCounter) -> None:
        sure, possible = counter.count(event, counts)
        if event.version != self._index:
            return
        if self._watched and counts == YES and self._context.ledger.uses.wants(event.day):
            self._use(event, key, counter)
        if possible:
            self._add(Status.BREACH if sure else Status.UNKNOWN, event, key, counter)
        elif counts == YES:
            if self._report.keep_all:
                self._add(Status.KEPT, event, key, counter)
            else:
                self._report.kept()

    def _use(self, event: Event, key: Key, counter: AnyCounter) -> None:
        who = (key[0],) if key[0] is not None else ()
        series = self._context.ledger.uses.of(self._context.version.agreement, self._sentence, FormName.CAP, who, key[1])
        series.unit = "" if self._form.measure.unit is Unit.COUNT else self._unit
        share = share_of(FormName.CAP, counter.total, counter.limit)
        window = counter.window(event)
        # A night may be of the evening before, and one that lasts goes on into later ones: what is counted ends with the last.
        day = window[1] if self._form.measure.by_dates and isinstance(self._form.window, Rolling) else event.day
        series.uses.append(Use(day, counter.total, counter.limit, share, window))

    def _new_counter(self) -> AnyCounter:
        measure, window = self._form.measure, self._form.window
        if isinstance(window, Between):
            from pactlang.checker.forms.cap_between import Occasions  # few agreements have one

            self._occasions = self._occasions or Occasions(window, self._context)
            return self._between(measure, self._occasions)
        if measure.by_dates:
            from pactlang.checker.forms.cap_days import DayCounter

            return DayCounter(int(measure.limit), window, self._context.version.agreement.week_start, measure.night)
        if measure.unit is Unit.PEOPLE:
            from pactlang.checker.forms.cap_people import PeopleCounter

            agreement = self._context.version.agreement
            return PeopleCounter(int(measure.limit), window, agreement.week_start, self._context.parties, with_people(agreement))
        if measure.unit is Unit.HOURS:
            return HourCounter(int(measure.limit), window, self._context.version.agreement.week_start)
        return Counter(*self._brings(measure), window, self._context.version.agreement.week_start)

    def _between(self, measure: Measure, occasions: Occasions) -> AnyCounter:
        from pactlang.checker.forms.cap_between import HourStretches, StretchCounter

        if measure.unit is Unit.HOURS:
            return HourStretches(int(measure.limit), occasions)
        return StretchCounter(*self._brings(measure), occasions)

    def _brings(self, measure: Measure) -> tuple[Number, Callable[[Event], Number] | None]:
        """The limit, and what an event brings, unless each counts as one."""
        if measure.unit is Unit.COUNT:
            return int(measure.limit), None
        return measure.limit, amounts_in(measure.currency, self._context)

    def _add(self, status: Status, event: Event, key: Key, counter: AnyCounter) -> None:
        since = cast("StretchCounter | HourStretches", counter).since(event) if self._occasions is not None else None
        self._report.add(
            status,
            event.day,
            event.lo,
            subject=event.entry,
            who=blamed(key[0], event, self._context.parties),
            with_=(key[1],) if key[1] is not None else event.entry.with_,
            measured=counter.total,
            limit=counter.limit,
            unit=self._unit,
            window=counter.window(event),
            entries=tuple(one.entry for one in self._evidence(status, event, counter)),
            since=since.entry if since is not None else None,
        )

    def _evidence(self, status: Status, event: Event, counter: AnyCounter) -> list[Event]:
        """What was counted, the event itself last; where it cannot be told, also the occasions that leave it open."""
        found = counter.evidence(event)
        if self._occasions is None or status is not Status.UNKNOWN:
            return found
        return [*sorted([*found[:-1], *self._occasions.open(event)], key=lambda one: one.place_in_order), event]

    def finish(self) -> None:
        """Nothing stays open; what is left of the cap now is noted, for everyone whom it tells apart."""
        if self._context.ledger.tells:
            rooms_of(self._sentence, self._form, self._matcher, self._counters, self._new_counter, self._unit, self._context)


class Counter:
    """The events of one calendar period or rolling window, with their number or the sum of their amounts.

    `total` is what is certain; what a missing time leaves open is added in `most`.
    """

    __slots__ = (
        "_amount",
        "_events",
        "_first",
        "_rolling",
        "_unit",
        "_until",
        "_untimed",
        "_week_start",
        "_window",
        "limit",
        "most",
        "total",
    )

    def __init__(self, limit: Number, amount: Callable[[Event], Number] | None, window: Period | Rolling, week_start: int) -> None:
        self.limit = limit
        self._amount = amount
        self._rolling = window.length if isinstance(window, Rolling) else None
        self._window = window
        self._week_start = week_start
        self._events: deque[tuple[Event, Number, int]] = deque()
        self._untimed = 0  # of those events, how many have no time
        self._first = self._until = 0
        self.total: Number = 0
        self.most: Number = 0

    def count(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Count an event; whether it is certainly, and whether possibly, over the limit."""
        if not self._first <= event.day < self._until:
            self._forget(event)
        amount: Number = 1 if self._amount is None else self._amount(event)
        self._events.append((event, amount, verdict))
        self._untimed += not event.timed
        if verdict == YES:
            self.most += amount
            self.total += amount
        else:
            self.most += max(amount, 0)
        if self.most <= self.limit or amount <= 0:
            return False, False
        if isinstance(self._rolling, Exact):
            return self._over_exactly(event, verdict)
        return verdict == YES and self.total > self.limit, self.most > self.limit

    def _forget(self, event: Event) -> None:
        events = self._events
        if isinstance(self._window, Period):
            self._first, self._until = period_bounds(self._window, event.day, self._week_start)
            events.clear()
            self.total = self.most = self._untimed = 0
            return
        if isinstance(self._rolling, Exact):
            earliest = event.lo - self._rolling.seconds
            while events and events[0][0].hi <= earliest:
                self._drop()
        elif self._rolling is not None and events:
            first = add_days(event.day, self._rolling, -1)
            while events and events[0][0].day <= first:
                self._drop()

    def _drop(self) -> None:
        event, amount, verdict = self._events.popleft()
        self._untimed -= not event.timed
        self.most -= amount if verdict == YES else max(amount, 0)
        if verdict == YES:
            self.total -= amount

    def _over_exactly(self, event: Event, verdict: int) -> tuple[bool, bool]:
        """Hours are exact: where a time is missing, who is inside the window may be open."""
        assert isinstance(self._rolling, Exact)  # noqa: S101 - only called for hours
        if not self._untimed:
            return verdict == YES and self.total > self.limit, self.most > self.limit
        length = self._rolling.seconds
        sure: Number = 0
        possible: Number = 0
        lowers = self._amount is not None and any(amount < 0 for _, amount, _ in self._events)
        for one, amount, matched in reversed(self._events):
            if one is event or one.hi > event.lo - length:
                possible += amount
                # Of one date, entries without a time count in log order: where the date is inside the window, so are they.
                before = one.hi <= event.lo or (one.lo == event.lo and one.hi == event.hi)
                if matched == YES and (one is event or (one.lo > event.hi - length and before)):
                    sure += amount
            if not lowers and possible > self.limit and (sure > self.limit or verdict != YES):
                break  # what is further back only adds to it
        return verdict == YES and sure > self.limit, possible > self.limit

    def window(self, event: Event) -> tuple[int, int]:
        """The first and last local date that were counted for an event."""
        if isinstance(self._window, Period):
            return self._first, self._until - 1
        if isinstance(self._rolling, Exact):
            return event.zone.date_of(event.lo - self._rolling.seconds), event.day
        assert self._rolling is not None  # noqa: S101 - a window is a period or rolling
        return add_days(event.day, self._rolling, -1) + 1, event.day

    def standing(self, as_of: int, zone: Zone) -> Standing:
        """What is counted for an event at *as of*, and from when that is less."""
        first = until = 0
        if isinstance(self._window, Period):
            first, until = period_bounds(self._window, zone.date_of(as_of), self._week_start)
        used: Number = 0
        inside: list[Entry] = []
        ends: list[tuple[int, Number]] = []
        for event, amount, verdict in self._events:
            if isinstance(self._rolling, Exact):
                gone = event.hi + self._rolling.seconds
                # Of today and without a time it may come later, and is not counted yet.
                counted = as_of < gone
                sure = verdict == YES and event.hi <= as_of < event.lo + self._rolling.seconds
            else:
                gone = zone.midnight(until if self._rolling is None else gone_on(event.day, self._rolling))
                counted = first <= event.day < until if self._rolling is None else as_of < gone
                sure = verdict == YES
            if counted:
                inside.append(event.entry)
                ends.append((gone, amount if sure else max(amount, 0)))
                used += amount if sure else 0
        most = sum((amount for _, amount in ends), start=0)
        return Standing(used, most, until - 1 if until else None, *less(ends, most, self.limit), tuple(inside))

    def evidence(self, event: Event) -> list[Event]:
        """What was counted, in order of time, the one judged last; of many, the latest that suffice to pass the limit."""
        if len(self._events) <= SHORT:
            return [*(one for one, _, _ in self._events if one is not event), event]
        found: list[Event] = []
        total: Number = 0
        for one, amount, _ in reversed(self._events):
            if amount > 0:
                found.append(one)
                total += amount
            if total > self.limit:
                break
        return found[::-1] if event in found else [*found[::-1], event]


if TYPE_CHECKING:
    AnyCounter = Counter | HourCounter | DayCounter | PeopleCounter | StretchCounter | HourStretches

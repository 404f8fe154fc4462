"""`test by each party every 90 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.check.active import active_spans
from pactlang.check.context import Reporter
from pactlang.check.event import MAYBE, NO, YES, Event, both
from pactlang.check.filters import Matcher
from pactlang.check.finding import FormName, Status
from pactlang.check.machine import NOTHING
from pactlang.check.spans import FOREVER
from pactlang.model.agreement import Parties, WhoWord
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.check.context import Context
    from pactlang.check.machine import Handler
    from pactlang.model.agreement import Duty, Interval, Sentence
    from pactlang.model.calendar import Duration, Zone


class Stretch:
    """The time since the last event (or the start), up to the last moment by which the next one must come."""

    __slots__ = ("at", "by_date", "day", "due_hi", "due_lo", "event", "last_day", "number")

    def __init__(self, event: Event | None, lo: int, hi: int, day: int, every: Duration, grace: Duration | None, zone: Zone) -> None:
        self.event = event
        self.at = lo
        self.day = day
        self.number = 0
        self.by_date = isinstance(every, Days)
        if isinstance(every, Days):
            self.last_day = add_days(day, every)
            self.due_lo = self.due_hi = zone.midnight(self.last_day + 1)
        else:
            self.due_lo, self.due_hi = lo + every.seconds, hi + every.seconds
            self.last_day = zone.date_of(self.due_lo)
        match grace:
            case Days():
                self.by_date = True
                self.last_day = add_days(self.last_day, grace)
                self.due_lo = self.due_hi = zone.midnight(self.last_day + 1)
            case Exact(seconds):
                self.by_date = False
                self.due_lo, self.due_hi = self.due_lo + seconds, self.due_hi + seconds
                self.last_day = zone.date_of(self.due_lo)

    def met_by(self, event: Event) -> int:
        """Whether an event comes in time, three-valued."""
        if self.by_date:
            return int(event.day <= self.last_day)
        if event.hi <= self.due_lo:
            return YES
        return MAYBE if event.lo <= self.due_hi else NO

    def passed(self, instant: int) -> bool:
        """Whether its last moment is certainly past."""
        return instant >= self.due_hi if self.by_date else instant > self.due_hi


class Track:
    """One person's (or everybody's) stretches, within the stretches of time in which the sentence applies.

    `told` is shared by tracks that may overlap (one for each trigger of a follow-up): a stretch is then spoken of once.
    """

    __slots__ = ("_context", "_every", "_grace", "_place", "_previous", "_report", "_spans", "_told", "_who", "stretch")

    def __init__(
        self,
        every: Duration,
        grace: Duration | None,
        who: tuple[str, ...],
        spans: list[tuple[int, int]],
        report: Reporter,
        context: Context,
        told: set[tuple[int, int]] | None = None,
    ) -> None:
        self._told = told
        self._every = every
        self._grace = grace
        self._who = who
        self._spans = spans
        self._report = report
        self._context = context
        self._place = 0
        self._previous: Event | None = None
        self.stretch: Stretch | None = None

    def _open(self, event: Event | None, lo: int, hi: int, day: int) -> None:
        stretch = Stretch(event, lo, hi, day, self._every, self._grace, self._context.zone)
        if self._told is None:
            stretch.number = self._report.number(stretch.last_day)
        self.stretch = stretch

    def start(self, now: int) -> None:
        """Begin to measure where a span has begun by now."""
        while self._place < len(self._spans) and now >= self._spans[self._place][1]:
            self._close(self._spans[self._place][1])
        if self.stretch is None and self._place < len(self._spans) and now >= self._spans[self._place][0]:
            self._enter()

    def _enter(self) -> None:
        """Start measuring in the current span: from the last event before it where its time reaches so far, else from its start."""
        start, _ = self._spans[self._place]
        zone = self._context.zone
        first = zone.date_of(start)
        before = self._previous
        if before is not None:
            plain = Stretch(before, before.lo, before.hi, before.day, self._every, self._grace, zone)
            reaches = plain.last_day >= first if plain.by_date else plain.due_lo >= start
            if reaches:
                plain.number = self._report.number(plain.last_day)
                self.stretch = plain
                return
        self._open(None, start, start, first)

    def add(self, event: Event, matched: int, in_force: bool) -> None:
        """Take the next matching event."""
        stretch = self.stretch
        if in_force and stretch is not None:
            timely = stretch.met_by(event)
            if matched == YES or timely != NO:
                self._judge(stretch, event, both(matched, timely) if timely != NO else NO)
                self._open(event, event.lo, event.hi, event.day)
        if matched == YES:
            self._previous = event

    def _judge(self, stretch: Stretch, event: Event, timely: int) -> None:
        if timely == YES:
            self._add(Status.KEPT, stretch, event)
        elif timely == MAYBE or self._incomplete(stretch):
            self._add(Status.UNKNOWN, stretch, event)
        else:
            self._add(Status.BREACH, stretch, event)

    def _incomplete(self, stretch: Stretch) -> bool:
        complete = self._context.facts.complete_end
        return stretch.due_hi > complete if stretch.by_date else stretch.due_hi >= complete

    def _close(self, end: int) -> None:
        """The current span is over, or *as of* is reached within it: judge what is open."""
        if self.stretch is None:
            self._enter()
        stretch = self.stretch
        assert stretch is not None  # noqa: S101 - just entered
        as_of = self._context.facts.as_of
        over = end <= as_of
        zone = self._context.zone
        # A stretch whose last allowed date is the last one in force is kept; it only waits until that date has ended.
        reaches_end = end != FOREVER and stretch.last_day >= zone.date_of(end - 1)
        if stretch.passed(as_of) and not reaches_end:
            self._add(Status.UNKNOWN if self._incomplete(stretch) else Status.BREACH, stretch, None)
        elif reaches_end:
            self._add(Status.KEPT, stretch, None)
        elif not over:
            self._add(Status.DUE, stretch, None)
        self.stretch = None
        self._place += 1

    def finish(self) -> None:
        """Judge the open stretch at *as of*."""
        while self._place < len(self._spans) and self._spans[self._place][0] <= self._context.facts.as_of:
            self._close(self._spans[self._place][1])

    def _add(self, status: Status, stretch: Stretch, event: Event | None) -> None:
        if self._told is not None:
            if (stretch.at, stretch.last_day) in self._told:
                return
            self._told.add((stretch.at, stretch.last_day))
        exact = isinstance(self._every, Exact)
        measured: int | None = None
        if event is not None:
            measured = event.lo - stretch.at if exact else event.day - stretch.day
        entries = [one.entry for one in (stretch.event, event) if one is not None]
        self._report.add(
            status,
            stretch.last_day,
            stretch.at,
            stretch.number or None,
            moment=stretch.due_hi,
            who=self._who,
            due=stretch.due_hi,
            due_date=stretch.last_day if stretch.by_date else None,
            fulfilled_at=event.lo if event is not None else None,
            measured=measured,
            limit=self._every.seconds if isinstance(self._every, Exact) else add_days(stretch.day, self._every) - stretch.day,
            unit="seconds" if exact else "days",
            entries=tuple(entries),
        )


class IntervalMachine:
    """A stretch longer than allowed passes without an event: one finding for each stretch, apart for each person who owes."""

    def __init__(self, sentence: Sentence, form: Interval, context: Context) -> None:
        self._context = context
        report = Reporter(context, sentence, FormName.INTERVAL)
        self._matcher = Matcher(form.duty.selector, context)
        self._alike, people = told_apart(form.duty, context.parties)
        self._to = form.duty.to
        spans = active_spans(sentence.modifiers, context)
        grace = sentence.modifiers.grace
        self._tracks = {
            person: Track(form.every, grace, (person,) if person is not None else self._alike or context.parties, spans, report, context)
            for person in people
        }
        self.noticed: Mapping[str, Handler] = NOTHING
        self.judged: Mapping[str, Handler] = dict.fromkeys(self._matcher.tests, self._judge)
        self.answered: Mapping[str, Handler] = NOTHING

    def _judge(self, event: Event) -> None:
        matched = self._matcher(event)
        if matched == NO or not reaches(event, self._to, self._context.parties):
            return
        in_force = event.version == self._context.version.index
        for track in self._tracks.values():
            track.start(event.lo)
        for person, track in self._tracks.items():
            if concerns(event, person, self._alike):
                track.add(event, matched, in_force)

    def finish(self) -> None:
        """Judge what is open."""
        for track in self._tracks.values():
            track.finish()


def told_apart(duty: Duty, parties: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Of whom it is asked: those any of whom may do it, and the people who are asked on their own (None: all together)."""
    match duty.by:
        case Parties(names, True):
            return (), names
        case Parties(names, False):
            return names, (None,)
        case WhoWord.EACH_PARTY | WhoWord.EVERYONE:
            return (), parties
        case _:
            return (), (None,)


def concerns(event: Event, person: str | None, alike: tuple[str, ...]) -> bool:
    """Whether an event counts for a person, or, where none is told apart, for those any of whom may do it (nobody named: all)."""
    if person is not None:
        return person in event.by
    return not alike or not set(alike).isdisjoint(event.by)


def reaches(event: Event, to: object, parties: tuple[str, ...]) -> bool:
    """Whether an event is addressed to whom the duty says; `the others` are all parties but its author."""
    match to:
        case None | WhoWord.ANYONE:
            return True
        case Parties(names, every):
            found = [name in event.entry.to for name in names]
            return all(found) if every else any(found)
        case _:
            return all(party in event.entry.to for party in parties if party not in event.by)

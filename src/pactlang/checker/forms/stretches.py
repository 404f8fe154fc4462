"""Stretches of time that must not grow too long, shared by intervals and by what repeats after something."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.finding import Status
from pactlang.checker.spans import FOREVER
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from pactlang.checker.context import Context, Reporter
    from pactlang.checker.finding import Finding
    from pactlang.model.calendar import Duration, Zone


Since = tuple["Event | None", int, int, int]  # what began a stretch: the event, its first and last instant, its date


class Stretch:
    """The time since the last event (or the start), up to the last moment by which the next one must come."""

    __slots__ = ("at", "by_date", "day", "due_hi", "due_lo", "event", "hi", "last_day", "people")

    def __init__(self, event: Event | None, lo: int, hi: int, day: int, every: Duration, grace: Duration | None, zone: Zone) -> None:
        self.event = event
        self.at, self.hi = lo, hi
        self.day = day
        self.by_date = isinstance(every, Days)
        self.people: tuple[str, ...] = ()  # with whom, where the sentence tells people apart
        if isinstance(every, Days):
            self.last_day = zone.existing(add_days(day, every))
            self.due_lo = self.due_hi = zone.midnight(self.last_day + 1)
        else:
            self.due_lo, self.due_hi = lo + every.seconds, hi + every.seconds
            self.last_day = zone.date_of(self.due_lo)
        match grace:
            case Days():
                latest = self.last_day if self.by_date else zone.date_of(self.due_hi)
                self.by_date = latest == self.last_day  # else hours of which nobody knows when they began end on one of two dates
                last = zone.midnight(zone.existing(add_days(latest, grace)) + 1)
                self.last_day = zone.existing(add_days(self.last_day, grace))
                self.due_lo, self.due_hi = zone.midnight(self.last_day + 1) - (not self.by_date), last - (not self.by_date)
            case Exact(seconds):
                self.by_date = False
                self.due_lo, self.due_hi = self.due_lo + seconds, self.due_hi + seconds
                self.last_day = zone.date_of(self.due_lo)
            case None:
                pass
            case _:
                assert_never(grace)

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


class Teller:
    """Speaks of stretches. People whose stretches are the same, and triggers whose stretches are, are spoken of once, together.

    With `apart` (`by each party`) each person is spoken of on their own.
    """

    __slots__ = ("_apart", "_every", "_last", "_numbers", "_parties", "_report", "_told")

    def __init__(self, every: Duration, report: Reporter, parties: tuple[str, ...], *, apart: bool) -> None:
        self._every = every
        self._report = report
        self._parties = parties
        self._apart = apart
        self._numbers: dict[tuple[object, ...], int | None] = {}
        self._told: dict[tuple[object, ...], Finding | None] = {}
        self._last = True

    def go_on(self, earlier: Teller) -> None:
        """Go on from the version before: a stretch that both speak of keeps its number, and is told once."""
        self._numbers, self._told = earlier._numbers, earlier._told
        earlier._last = False

    def _key(self, stretch: Stretch, who: tuple[str, ...]) -> tuple[object, ...]:
        return stretch.at, stretch.last_day, stretch.people, who if self._apart else None

    def open(self, stretch: Stretch, who: tuple[str, ...]) -> None:
        """A stretch begins: its number is reserved."""
        key = self._key(stretch, who)
        if key not in self._numbers:
            self._numbers[key] = self._report.number(stretch.last_day)

    def tell(self, status: Status, who: tuple[str, ...], stretch: Stretch, event: Event | None, doubt: Finding | None = None) -> None:
        """Say how a stretch went; `event` is the one that ended it."""
        key = self._key(stretch, who)
        outcome = (*key, status, event.lo if event is not None else None)
        if outcome in self._told:
            known = self._told[outcome]
            if known is not None:
                known.who = tuple(party for party in self._parties if party in known.who or party in who)
            return
        number = None
        if status is not Status.KEPT:
            # A kept stretch leaves its number to those who still owe the same one.
            number = self._numbers.get(key)
            self._numbers[key] = None
        exact = isinstance(self._every, Exact)
        measured: int | None = None
        if event is not None:
            measured = event.lo - stretch.at if exact else event.day - stretch.day
        entries = [one.entry for one in (stretch.event, event) if one is not None]
        self._told[outcome] = self._report.add(
            status,
            stretch.last_day,
            stretch.at,
            number,
            moment=stretch.due_hi,
            who=who,
            due=stretch.due_hi,
            due_date=stretch.last_day if stretch.by_date else None,
            fulfilled_at=event.lo if event is not None else None,
            measured=measured,
            limit=self._every.seconds if isinstance(self._every, Exact) else add_days(stretch.day, self._every) - stretch.day,
            unit="seconds" if exact else "days",
            entries=tuple(entries),
            doubt=doubt,
        )

    def told_of(self, stretch: Stretch, who: tuple[str, ...]) -> bool:
        """Whether a stretch was spoken of."""
        key = self._key(stretch, who)
        return any(outcome[:4] == key for outcome in self._told)

    def settle(self) -> None:
        """Give the numbers that nobody needs any more to the stretches that were kept; called when all is told."""
        if not self._last:
            return
        for outcome, finding in self._told.items():
            key = outcome[:4]
            number = self._numbers.get(key)
            if finding is not None and finding.status is Status.KEPT and number is not None:
                self._report.name(finding, number)
                self._numbers[key] = None


class Track:
    """One person's (or everybody's) stretches, within the stretches of time in which the sentence applies.

    `begins`: the instant of the first date of which the sentence speaks, if some time from there on is left out. `certainty`: whether it is
    known that the sentence applies, `doubt` what leaves it open.
    """

    __slots__ = (
        "_asked",
        "_begins",
        "_broken",
        "_certainty",
        "_context",
        "_doubt",
        "_every",
        "_grace",
        "_handed",
        "_heir",
        "_people",
        "_place",
        "_previous",
        "_teller",
        "_who",
        "spans",
        "stretch",
        "waiting",
    )

    def __init__(
        self,
        every: Duration,
        grace: Duration | None,
        who: tuple[str, ...],
        spans: list[tuple[int, int]],
        teller: Teller,
        context: Context,
        people: tuple[str, ...] = (),
        begins: int | None = None,
        certainty: int = YES,
        doubt: Finding | None = None,
    ) -> None:
        self._teller = teller
        self._certainty, self._doubt = certainty, doubt
        self._begins = begins if begins is not None or not spans else spans[0][0]
        self._people = people
        self._every = every
        self._grace = grace
        self._who = who
        self.spans = spans
        self._context = context
        self._place = 0
        self._previous: Event | None = None
        self._asked: Event | None = None  # the last one that did not come in time left out
        self.stretch: Stretch | None = None
        self._heir: Track | None = None  # of the next version, where the sentence goes on
        self._handed: Stretch | None = None  # one that was open when the version before ended
        self._broken: Stretch | None = None  # one that was broken when its version ended, while the sentence goes on
        self.waiting = False  # for the event that ends such a stretch of a version before

    def hand_over(self, heir: Track) -> None:
        """Let the next version's track go on, where the sentence holds up to the very instant at which it holds there."""
        if self.spans and heir.spans and self.spans[-1][1] == heir.spans[0][0]:
            self._heir = heir

    @property
    def _goes_on_until(self) -> int:
        """The instant up to which the sentence holds without a break in later versions: nothing after it ends a broken stretch."""
        one = self
        while one._heir is not None:
            one = one._heir
            if len(one.spans) > 1:
                return one.spans[0][1]
        return one.spans[-1][1]

    def _open(self, event: Event | None, lo: int, hi: int, day: int) -> None:
        stretch = Stretch(event, lo, hi, day, self._every, self._grace, self._context.zone)
        stretch.people = self._people
        self._teller.open(stretch, self._who)
        self.stretch = stretch

    def start(self, now: int) -> None:
        """Begin to measure where a span has begun by now."""
        while self._place < len(self.spans) and now >= self.spans[self._place][1]:
            self._close(self.spans[self._place][1])
        if self.stretch is None and not self.waiting and self._place < len(self.spans) and now >= self.spans[self._place][0]:
            self._enter()

    def _enter(self) -> None:
        """Start measuring in the current span: from before it where that reaches so far, else from its start."""
        start, _ = self.spans[self._place]
        since = self._reaching()
        if since is None:
            self._open(None, start, start, self._context.zone.date_of(start))
        else:
            self._open(*since)

    def _reaching(self) -> Since | None:
        """Where the current span is measured from, where that lies before it: what goes on, or the last event."""
        if self._handed is not None and not self._place:
            handed = self._handed
            since = handed.event, handed.at, handed.hi, handed.day
            return since if self._reaches_here(since, self._grace) else None
        asked, last = self._asked, self._previous
        # Grace softens the end of a stretch; whether an event's time reaches so far is asked without.
        if asked is None or last is None or not self._reaches_here((asked, asked.lo, asked.hi, asked.day), None):
            return None
        # What was done in time left out puts off a stretch that reaches over it, and makes nothing due sooner.
        return last, last.lo, last.hi, last.day

    def _reaches_here(self, since: Since, grace: Duration | None) -> bool:
        """Whether a stretch that began so lasts up to the start of the current span."""
        start, zone = self.spans[self._place][0], self._context.zone
        plain = Stretch(*since, self._every, grace, zone)
        return plain.last_day >= zone.date_of(start) if plain.by_date else plain.due_lo >= start

    def _foretell(self) -> None:
        """The version before ends after *as of*: what it leaves open is due by this one's time."""
        since = self._reaching()
        if since is not None:
            self._open(*since)
            self._close(self.spans[0][1])

    def add(self, event: Event, matched: int, in_force: bool) -> None:
        """Take the next matching event."""
        stretch = self.stretch
        if matched == YES and self._broken is not None and event.lo < self._goes_on_until:
            self._judge(self._broken, event, NO)
            self._broken = None
        if self.waiting and in_force and matched == YES:
            self.waiting = False
            self._open(event, event.lo, event.hi, event.day)
        elif in_force and stretch is not None:
            timely = stretch.met_by(event)
            if matched == YES or timely != NO:
                self._judge(stretch, event, both(matched, timely) if timely != NO else NO)
                self._open(event, event.lo, event.hi, event.day)
        if matched == YES:
            self._previous = event
            if self._is_asked(event.lo):
                self._asked = event

    def _is_asked(self, instant: int) -> bool:
        """Whether an instant that is not yet past lies before the first date of which the sentence speaks, or in no time left out."""
        if self._begins is None or instant < self._begins:
            return True
        return self._place < len(self.spans) and self.spans[self._place][0] <= instant < self.spans[self._place][1]

    def _tell(self, status: Status, stretch: Stretch, event: Event | None) -> None:
        """Say how a stretch went; of what is perhaps not asked, only what may be broken is told, as unknown."""
        if self._certainty == YES:
            self._teller.tell(status, self._who, stretch, event)
        elif status is not Status.KEPT and not self._teller.told_of(stretch, self._who):
            self._teller.tell(Status.UNKNOWN, self._who, stretch, event, self._doubt)

    def _judge(self, stretch: Stretch, event: Event, timely: int) -> None:
        if timely == YES:
            self._tell(Status.KEPT, stretch, event)
        elif timely == MAYBE or self._incomplete(stretch):
            self._tell(Status.UNKNOWN, stretch, event)
        else:
            self._tell(Status.BREACH, stretch, event)

    def _incomplete(self, stretch: Stretch) -> bool:
        complete = self._context.facts.complete_end
        return stretch.due_hi > complete if stretch.by_date else stretch.due_hi >= complete

    def _close(self, end: int) -> None:
        """The current span is over, or *as of* is reached within it: judge what is open."""
        heir = self._heir if self._place == len(self.spans) - 1 else None
        if self.waiting:
            # All of the span is part of a stretch that was broken before.
            self.waiting = False
            if heir is not None:
                heir.waiting = True
            self._place += 1
            return
        if self.stretch is None:
            self._enter()
        stretch = self.stretch
        assert stretch is not None  # noqa: S101 - just entered
        as_of = self._context.facts.as_of
        over = end <= as_of
        zone = self._context.zone
        # A stretch whose last allowed date is the last one in force is kept; it only waits until that date has ended. But where the
        # sentence goes on, no end is near, and where hours ran out before a pause or a state came within the date, they did.
        reaches_end, last = False, self._context.version.last
        if end != FOREVER:
            last = last if end == self._context.version.end else zone.date_of(end - 1)
            reaches_end = not stretch.passed(end)
            if heir is None and (stretch.by_date or reaches_end or zone.midnight(zone.date_of(end)) == end):
                reaches_end = stretch.last_day >= last
        left = self._context.version.left and end == self._context.version.end
        if left and not stretch.passed(end):
            pass  # what was still open when somebody left is not judged
        elif stretch.passed(as_of) and not reaches_end and heir is not None and over:
            self._broken = stretch
            heir.waiting = True
        elif stretch.passed(as_of) and (left or not reaches_end):
            self._tell(Status.UNKNOWN if self._incomplete(stretch) else Status.BREACH, stretch, None)
        elif heir is not None and reaches_end:
            heir._handed = stretch  # noqa: SLF001 - the same sentence in the next version
            if not over:
                heir._foretell()  # noqa: SLF001
        elif reaches_end:
            # One that the end merely cuts off is neither kept nor broken.
            if end <= as_of and stretch.last_day == last:
                self._tell(Status.KEPT, stretch, None)
        elif not over:
            self._tell(Status.DUE, stretch, None)
        self.stretch = None
        self._place += 1

    def finish(self) -> None:
        """Judge the open stretch at *as of*."""
        while self._place < len(self.spans) and self.spans[self._place][0] <= self._context.facts.as_of:
            self._close(self.spans[self._place][1])
        if self._broken is not None:
            self._tell(Status.UNKNOWN if self._incomplete(self._broken) else Status.BREACH, self._broken, None)

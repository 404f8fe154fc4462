"""`check-in by everyone every week on Sunday at 19:00 give or take 2 days`, `handover every Friday at 18:00 give or take 30 minutes`."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.active import active_spans, on_such_dates, on_such_weekdays
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event, both, starts_within
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import Machine
from pactlang.checker.spans import FOREVER
from pactlang.checker.who import Coverage, Owed
from pactlang.model.agreement import WhileFilter, WhoWord
from pactlang.model.calendar import Days, Exact, Period, add_days, period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.model.recurrence import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.context import Context
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Modifiers, Schedule, Sentence


_FAR_AHEAD = 4000  # days in which the next date is looked for


def asked_dates(form: Schedule, modifiers: Modifiers, course: Course, last: int) -> Iterator[int]:
    """The dates up to `last` on which a schedule asks for something."""
    context = course.context
    version, zone = context.version, context.zone
    spans = active_spans(modifiers, context)
    if not spans:
        return
    # Before the first stretch in which it holds, and after the last, nothing is asked.
    first = max(version.first, zone.date_of(spans[0][0]))
    last = min(version.last, last, zone.date_of(spans[-1][1] - 1) if spans[-1][1] < version.end else version.last)
    begins = form.first_turn.day if form.first_turn is not None else 0
    for day in dates(form.recurrence, first, last, course.anchor, version.agreement.week_start):
        opens, closes = zone.midnight(day), min(zone.midnight(day + 1), version.end)
        if opens == closes:
            continue  # the zone skipped this date
        if form.whole:
            opening = first_of(form, day, version.agreement.week_start)
            whole = range(max(opening, version.first), day + 1)
            if opening < max(course.since, begins) or not all(_on_right_day(modifiers, one, context) for one in whole):
                continue  # nothing is asked of a cut period
            opens = zone.midnight(whole[0])
        elif day < begins:
            continue
        # A date counts where the sentence applies on all of it: a state that excuses some of it excuses it.
        place = bisect_right(spans, (opens, FOREVER)) - 1
        if place >= 0 and closes <= spans[place][1] and _on_right_day(modifiers, day, context):
            yield day


def _on_right_day(modifiers: Modifiers, day: int, context: Context) -> bool:
    if not on_such_weekdays(modifiers, day):
        return False
    states = [context.states[one.state] for one in modifiers.excepted if isinstance(one, WhileFilter)]
    if not states:
        return True
    opens, closes = context.zone.midnight(day), context.zone.midnight(day + 1)
    return not any(state.touches(opens, closes) for state in states)


def first_of(form: Schedule, day: int, week_start: int) -> int:
    """The first date that may keep a date, where a whole calendar period does."""
    return period_bounds(Period(form.recurrence.rhythm.value), day, week_start)[0] if form.whole else day


class Course(Struct, frozen=True):
    """How a schedule goes in one version: turns count from `anchor`, and it holds without a break since `since` (dates)."""

    context: Context
    anchor: int
    since: int


def turns_taken(form: Schedule, modifiers: Modifiers, course: Course) -> int:
    """How many turns were taken before the first one in a version that is the first to say them: as far as `starting with` names a date."""
    if form.first_turn is None:
        return 0
    version, day = course.context.version, form.first_turn.day
    past = dates(form.recurrence, day, version.first - 1, course.anchor, version.agreement.week_start)
    return form.turns.index(form.first_turn.party) + sum(on_such_dates(modifiers, one) and on_such_weekdays(modifiers, one) for one in past)


def goes_on(form: Schedule, earlier: Schedule) -> bool:
    """Whether a schedule asks the same of the same people as one of a text before, in the same turns."""
    same = part_meaning(earlier.duty) == part_meaning(form.duty)
    return same and (earlier.turns, earlier.first_turn) == (form.turns, form.first_turn)


class Slot:
    """One date of the schedule, for one party or for all together, with what is covered so far."""

    __slots__ = ("answered_at", "day", "ends", "entries", "first", "last", "late_at", "maybe", "number", "party", "sure")

    def __init__(self, day: int, first: int, last: int, party: str | None, coverage: Coverage, number: int) -> None:
        self.day = day
        self.first = first
        self.last = last
        self.party = party
        self.sure = coverage
        self.maybe = coverage.copy()
        self.number = number
        self.entries: list[Entry] = []
        self.answered_at: int | None = None
        self.ends: tuple[int, bool] | None = None  # once it was asked for
        self.late_at: int | None = None  # when it came, too late


class ScheduleMachine(Machine):
    """A date that passes without an event on it (or within its tolerance) breaks it."""

    def __init__(self, sentence: Sentence, form: Schedule, course: Course) -> None:
        context = self.context = course.context
        self.form = form
        self._report = Reporter(context, sentence, FormName.SCHEDULE)
        self._matcher = Matcher(form.duty.selector, context, owed=True)
        # Whose turn it is owes it as `each party` does: alone.
        self._owed = Owed(replace(form.duty, by=WhoWord.EACH_PARTY) if form.turns else form.duty, context.parties)
        self._parties: tuple[str | None, ...] = context.parties if form.duty.by is WhoWord.EACH_PARTY else (None,)
        self._modifiers = sentence.modifiers
        self._course = course
        self._turn: int | None = None  # how many turns were taken before the next date
        self._taken: int | None = None  # and before this version
        self._grace = sentence.modifiers.grace
        self._today = context.zone.date_of(context.facts.as_of)
        self.asked = partial(asked_dates, form, sentence.modifiers, course)
        self._dates = self.asked(self._today + _FAR_AHEAD)
        self.next = self.begins = next(self._dates, None)
        self.slots: list[Slot] = []
        self.earlier: ScheduleMachine | None = None
        self.later: ScheduleMachine | None = None
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def take_over(self, earlier: object) -> None:
        """Go on from the version before, where it asked the same of the same people: an answer may lie in the other."""
        if isinstance(earlier, ScheduleMachine) and goes_on(self.form, earlier.form):
            self.earlier, earlier.later = earlier, self

    def _hears(self, event: Event) -> bool:
        """Whether an event is in force in a version in which this sentence holds, without a break between it and this one."""
        one: ScheduleMachine | None = self
        while one is not None and event.version != one.context.version.index:
            one = one.earlier if event.version < one.context.version.index else one.later
        return one is not None

    def _first_day(self, day: int) -> int:
        return self._dates_of(day)[0]

    def _dates_of(self, day: int) -> tuple[int, int]:
        """The first and the last date on which an event may keep one of the dates, without grace."""
        tolerance, zone = self.form.tolerance, self.context.zone
        match tolerance:
            case Days() if self.form.whole:
                return first_of(self.form, day, self.context.version.agreement.week_start), day
            case Days():
                return add_days(day, tolerance, -1), zone.existing(add_days(day, tolerance))
            case Exact(seconds):
                return zone.date_of(self._asked_for(day) - seconds), zone.date_of(self._asked_for(day) + seconds)
            case _ as never:
                assert_never(never)

    def _asked_for(self, day: int) -> int:
        """The instant that is asked for on a date, where it has a tolerance in hours or minutes."""
        return self.context.zone.instant(day, self.form.at or 0)

    def _judge(self, event: Event) -> None:
        if not self._hears(event):
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        while self.next is not None and self._first_day(self.next) <= event.day:
            self._open(self.next)
            self.next = next(self._dates, None)
        still_open = []
        for slot in self.slots:
            in_time = self._in_time(slot, event)
            if in_time == NO and slot.last < event.day:
                self._close(slot)
                continue
            still_open.append(slot)
            if in_time != NO and slot.first <= event.day:
                self._cover(slot, event, both(matched, in_time))
        self.slots = still_open

    def _in_time(self, slot: Slot, event: Event) -> int:
        """Whether an event may keep a date; three-valued, where the time of day decides and is missing."""
        ends, by_date = self._ends(slot)
        if isinstance(self.form.tolerance, Exact):
            return starts_within(event, self._asked_for(slot.day) - self.form.tolerance.seconds, ends - by_date)
        return int(event.lo < ends) if by_date else starts_within(event, event.lo, ends)

    def _cover(self, slot: Slot, event: Event, matched: int) -> None:
        used = slot.maybe.add(event.done_for, event.entry.to)
        if matched == YES:
            used = slot.sure.add(event.done_for, event.entry.to) or used
        if used:
            slot.entries.append(event.entry)
            slot.answered_at = event.lo

    def _open(self, day: int) -> None:
        first, last = self._dates_of(day)
        for party in self._asked_of():
            needs = self._owed.needs((party,) if party is not None else ())
            if needs:
                number = self._report.number(day)
                self.slots.append(Slot(day, first, last, party, Coverage(needs), number))

    def _asked_of(self) -> tuple[str | None, ...]:
        """Of whom the next date asks something apart: of each party, of whose turn it is, or of nobody apart."""
        if not self.form.turns:
            return self._parties
        turn = self.turns_before() if self._turn is None else self._turn
        self._turn = turn + 1
        return (self.form.turns[turn % len(self.form.turns)],)

    def turns_before(self) -> int:
        """How many turns were taken before this version."""
        if self._taken is None:
            if self.earlier is None:
                self._taken = turns_taken(self.form, self._modifiers, self._course)
            else:
                self._taken = self.earlier.turns_before() + sum(1 for _ in self.earlier.asked(self.earlier.context.version.last))
        return self._taken

    def _ends(self, slot: Slot) -> tuple[int, bool]:
        if slot.ends is None:  # each event asks for it
            slot.ends = self._last_moment(slot)
        return slot.ends

    def _last_moment(self, slot: Slot) -> tuple[int, bool]:
        """The last moment that keeps a slot, grace included: a midnight that ends a date, or an instant that counts itself."""
        zone, tolerance = self.context.zone, self.form.tolerance
        timed = self._asked_for(slot.day) + tolerance.seconds if isinstance(tolerance, Exact) else None
        match self._grace:
            case Days():
                return zone.midnight(zone.existing(add_days(slot.last, self._grace)) + 1), True
            case Exact(seconds):
                return (zone.midnight(slot.last + 1) if timed is None else timed) + seconds, False
            case None:
                return (zone.midnight(slot.last + 1), True) if timed is None else (timed, False)
            case _ as never:
                assert_never(never)

    @property
    def _last(self) -> Context:
        """The last version into which the sentence goes on."""
        one = self
        while one.later is not None:
            one = one.later
        return one.context

    def status(self, slot: Slot) -> Status | None:
        """How a slot stands at *as of*; None where leaving ended the agreement before the date was over."""
        facts, version = self.context.facts, self._last.version
        ends, by_date = self._ends(slot)
        if version.left and (ends > version.end if by_date else ends >= version.end):
            return None  # a date that had not ended when somebody left is not judged, not even as kept
        if slot.sure.done:
            return Status.KEPT
        if not (facts.as_of >= ends if by_date else facts.as_of > ends):
            return Status.DUE
        return Status.UNKNOWN if slot.maybe.done or ends > facts.complete_end else Status.BREACH

    def _close(self, slot: Slot) -> None:
        status = self.status(slot)
        if status is None:
            return
        ends, by_date = self._ends(slot)
        covered = slot.maybe if status is Status.BREACH else slot.sure  # a breach names only those who surely did not do it
        owing = (slot.party,) if slot.party is not None else covered.owing(self.context.parties)
        kept = status is Status.KEPT
        perhaps = () if slot.party is not None or kept else slot.sure.owing(self.context.parties)
        self._report.add(
            status,
            slot.day,
            self.context.zone.instant(slot.day, self.form.at or 0),
            slot.number,
            moment=ends,
            who=(self.context.parties if slot.party is None else (slot.party,)) if kept else owing,
            due=ends,
            due_date=slot.last if by_date and self._grace is None else None,
            fulfilled_at=slot.answered_at if kept else slot.late_at,
            window=(slot.first, slot.last) if slot.first != slot.last else None,
            entries=tuple(slot.entries),
            still=0 if kept else covered.still,
            perhaps=tuple(party for party in perhaps if party not in owing),
        )

    def finish(self) -> None:
        """Judge every date up to *as of*."""
        while self.next is not None and self._first_day(self.next) <= self._today:
            self._open(self.next)
            self.next = next(self._dates, None)
        run, as_of = list(self._until_here()), self.context.facts.as_of
        begun = any(one.context.version.judges(as_of) for one in run) and all(one.next is None for one in run[1:])
        if self.next is not None and begun:
            # For whom nothing is open, the date that comes next is due, however far away.
            waiting = {slot.party for one in run for slot in one.slots if not slot.sure.done and one.status(slot) is Status.DUE}
            opened = len(self.slots)
            self._open(self.next)
            turned = bool(self.form.turns and waiting)  # what is asked of one after the other is asked of all
            self.slots[opened:] = [slot for slot in self.slots[opened:] if slot.party not in waiting and not turned]
        for slot in self.slots:
            self._close(slot)

    def limit_of(self, day: int) -> int:
        """The last instant that keeps one of the dates, without tolerance and grace."""
        zone = self.context.zone
        return zone.instant(day, self.form.at) if self.form.by and self.form.at is not None else zone.midnight(day + 1) - 1

    def last_asked(self) -> int | None:
        """The last date that this version asks for."""
        return max(self.asked(self.context.version.last), default=None)

    def _until_here(self) -> Iterator[ScheduleMachine]:
        """This one, and those of earlier versions from which it goes on."""
        one: ScheduleMachine | None = self
        while one is not None:
            yield one
            one = one.earlier

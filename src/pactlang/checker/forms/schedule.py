"""`check-in by everyone every week on Sunday at 19:00 give or take 2 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.checker.active import active_spans, on_such_weekdays
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import NOTHING
from pactlang.checker.recurrence import dates
from pactlang.checker.who import Coverage, Owed
from pactlang.model.agreement import WhileFilter, WhoWord
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.machine import Handler
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Modifiers, Schedule, Sentence


_FAR_AHEAD = 4000  # days in which the next date is looked for


def asked_dates(form: Schedule, modifiers: Modifiers, context: Context, anchor: int, last: int) -> Iterator[int]:
    """The dates up to `last` on which a schedule asks for something, its turns counted from `anchor`."""
    version, zone = context.version, context.zone
    spans = active_spans(modifiers, context)
    for day in dates(form.recurrence, version.first, min(version.last, last), anchor, version.agreement.week_start):
        opens, closes = zone.midnight(day), min(zone.midnight(day + 1), version.end)
        if opens == closes:
            continue  # the zone skipped this date
        # A date counts where the sentence applies on all of it: a state that excuses some of it excuses it.
        if any(lo <= opens and closes <= hi for lo, hi in spans) and _on_right_day(modifiers, day, context):
            yield day


def _on_right_day(modifiers: Modifiers, day: int, context: Context) -> bool:
    if not on_such_weekdays(modifiers, day):
        return False
    opens, closes = context.zone.midnight(day), context.zone.midnight(day + 1)
    return not any(isinstance(one, WhileFilter) and context.states[one.state].touches(opens, closes) for one in modifiers.excepted)


class Slot:
    """One date of the schedule, for one party or for all together, with what is covered so far."""

    __slots__ = ("answered_at", "day", "entries", "first", "last", "maybe", "number", "party", "sure")

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


class ScheduleMachine:
    """A date that passes without an event on it (or within its tolerance) breaks it."""

    def __init__(self, sentence: Sentence, form: Schedule, context: Context, anchor: int) -> None:
        self._context = context
        self._form = form
        self._report = Reporter(context, sentence, FormName.SCHEDULE)
        self._matcher = Matcher(form.duty.selector, context)
        self._owed = Owed(form.duty, context.parties)
        self._parties: tuple[str | None, ...] = context.parties if form.duty.by is WhoWord.EACH_PARTY else (None,)
        self._grace = sentence.modifiers.grace
        self._today = context.zone.date_of(context.facts.as_of)
        self._dates = asked_dates(form, sentence.modifiers, context, anchor, self._today + _FAR_AHEAD)
        self._next = next(self._dates, None)
        self._slots: list[Slot] = []
        self.noticed: Mapping[str, Handler] = NOTHING
        self.judged: Mapping[str, Handler] = dict.fromkeys(self._matcher.tests, self._judge)
        self.answered: Mapping[str, Handler] = NOTHING

    def _first_day(self, day: int) -> int:
        return add_days(day, self._form.tolerance, -1)

    def _judge(self, event: Event) -> None:
        if event.version != self._context.version.index:
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        while self._next is not None and self._first_day(self._next) <= event.day:
            self._open(self._next)
            self._next = next(self._dates, None)
        still_open = []
        for slot in self._slots:
            if slot.last < event.day and not self._in_time(slot, event):
                self._close(slot)
                continue
            still_open.append(slot)
            if slot.first <= event.day and self._in_time(slot, event):
                self._cover(slot, event, matched)
        self._slots = still_open

    def _in_time(self, slot: Slot, event: Event) -> bool:
        ends, by_date = self._ends(slot)
        return event.lo < ends if by_date else event.lo <= ends

    def _cover(self, slot: Slot, event: Event, matched: int) -> None:
        used = slot.maybe.add(event.by, event.entry.to)
        if matched == YES:
            used = slot.sure.add(event.by, event.entry.to) or used
        if used:
            slot.entries.append(event.entry)
            slot.answered_at = event.lo

    def _open(self, day: int) -> None:
        first, last = self._first_day(day), self._context.zone.existing(add_days(day, self._form.tolerance))
        for party in self._parties:
            needs = self._owed.needs((party,) if party is not None else ())
            if needs:
                number = self._report.number(day)
                self._slots.append(Slot(day, first, last, party, Coverage(needs), number))

    def _ends(self, slot: Slot) -> tuple[int, bool]:
        """The last moment that keeps a slot, grace included: a midnight that ends a date, or an instant that counts itself."""
        zone = self._context.zone
        match self._grace:
            case Days():
                return zone.midnight(zone.existing(add_days(slot.last, self._grace)) + 1), True
            case Exact(seconds):
                return zone.midnight(slot.last + 1) + seconds, False
            case None:
                return zone.midnight(slot.last + 1), True
            case _ as never:
                assert_never(never)

    def _status(self, slot: Slot) -> Status | None:
        """How a slot stands at *as of*; None where leaving ended what was owed."""
        facts, version = self._context.facts, self._context.version
        ends, by_date = self._ends(slot)
        if slot.sure.done:
            return Status.KEPT
        if version.left and ends > version.end:
            return None
        if not (facts.as_of >= ends if by_date else facts.as_of > ends):
            return Status.DUE
        return Status.UNKNOWN if slot.maybe.done or ends > facts.complete_end else Status.BREACH

    def _close(self, slot: Slot) -> None:
        status = self._status(slot)
        if status is None:
            return
        ends, by_date = self._ends(slot)
        owing = (slot.party,) if slot.party is not None else slot.sure.owing(self._context.parties)
        kept = status is Status.KEPT
        self._report.add(
            status,
            slot.day,
            self._context.zone.instant(slot.day, self._form.at or 0),
            slot.number,
            moment=ends,
            who=(self._context.parties if slot.party is None else (slot.party,)) if kept else owing,
            due=ends,
            due_date=slot.last if by_date and self._grace is None else None,
            fulfilled_at=slot.answered_at if kept else None,
            window=(slot.first, slot.last) if slot.first != slot.last else None,
            entries=tuple(slot.entries),
        )

    def finish(self) -> None:
        """Judge every date up to *as of*."""
        while self._next is not None and self._first_day(self._next) <= self._today:
            self._open(self._next)
            self._next = next(self._dates, None)
        if self._next is not None and self._context.version.judges(self._context.facts.as_of):
            # For whom nothing is open, the date that comes next is due, however far away.
            waiting = {slot.party for slot in self._slots if not slot.sure.done and self._status(slot) is Status.DUE}
            opened = len(self._slots)
            self._open(self._next)
            self._slots[opened:] = [slot for slot in self._slots[opened:] if slot.party not in waiting]
        for slot in self._slots:
            self._close(slot)

"""Matching answers to the triggers that wait for them, for responses to events and to breaches alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.context import finding_id
from pactlang.checker.deadline import Deadline, asks_no_date, deadline_of
from pactlang.checker.event import MAYBE, NO, YES, Event, both
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Opening, Part, Status
from pactlang.checker.who import Coverage, Owed
from pactlang.model.agreement import Within
from pactlang.model.calendar import Exact
from pactlang.model.parts import counted_apart
from pactlang.model.vocabulary import LEAVE
from pactlang.model.words import folded

if TYPE_CHECKING:
    from pactlang.checker.context import Context, Reporter
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Response, Sentence


class Occasion(Struct):
    """Something that asks for an answer: an event, or a breach (`breach` is its id) at the moment it became certain.

    It started somewhere in `lo`..`hi`, and its clock starts somewhere in `end_lo`..`end_hi`, on the local date `end_day`. `entry` is the
    event's, or the one that the breach speaks of first; `entries` are those that it rests on. `late` says whether what was missing came in
    time for this, where it is enough that it did (`otherwise …`), `own` is then the id of what is told of it. `doubt` is the last breach
    that perhaps counts, where that leaves open whether something follows.
    """

    entry: Entry | None
    lo: int
    hi: int
    day: int
    end_lo: int
    end_hi: int
    end_day: int
    actors: tuple[str, ...]
    people: tuple[str, ...]
    certainty: int = YES
    entries: tuple[Entry, ...] = ()
    breach: str = ""
    late: int = NO
    own: str = ""
    doubt: Finding | None = None

    @classmethod
    def of(cls, event: Event, actors: tuple[str, ...], people: tuple[str, ...], certainty: int) -> Occasion:
        """The occasion that an event is."""
        entry = event.entry
        return cls(entry, event.lo, event.hi, event.day, event.end_lo, event.end_hi, event.end_day, actors, people, certainty, (entry,))

    @property
    def closing(self) -> bool:
        """Whether it is that somebody left: what is owed then is owed after the end."""
        return not self.breach and self.entry is not None and self.entry.type == LEAVE

    @property
    def names(self) -> tuple[str, ...]:
        """What an answer may be `about` to be about this."""
        own = (self.entry.id,) if self.entry is not None and self.entry.id is not None else ()
        return (*own, *filter(None, (self.breach, self.own)))


class Pending:
    """One occasion that waits for its answer: what is surely covered so far, and what possibly is."""

    __slots__ = ("answers", "deadline", "early", "incomplete", "lacking", "late", "maybe", "number", "occasion", "open", "opens", "sure")

    def __init__(self, occasion: Occasion, coverage: Coverage, deadline: Deadline, number: int, opens: Deadline | None) -> None:
        self.occasion = occasion
        self.sure = coverage
        self.maybe = coverage.copy()
        self.late: Coverage | None = None
        self.deadline = deadline
        self.opens = opens  # from when on an answer counts
        self.early: Entry | None = None  # the last that came too early
        self.number = number
        self.open = True
        self.answers: list[Entry] = []
        self.incomplete: tuple[str, ...] = ()
        self.lacking: list[Entry] = []  # entries that would have answered, had they named all


class Answers:
    """The occasions that wait for one sentence's answer."""

    def __init__(self, sentence: Sentence, form: Response, report: Reporter, context: Context) -> None:
        self._context = context
        self._limit = form.deadline
        self._no_sooner = Within(form.no_sooner) if form.no_sooner is not None else None
        self._grace = sentence.modifiers.grace
        self._modifiers = sentence.modifiers
        self._covering = sentence.modifiers.covering
        self._report = report
        self._apart = counted_apart(form.trigger)
        self.matcher = Matcher(form.duty.selector, context, owed=True)
        self._owed = Owed(form.duty, context.parties)
        self._open: dict[int, Pending] = {}
        self._late: dict[int, Pending] = {}
        self._named: dict[str, dict[int, Pending]] = {}
        self._serial = 0

    def expect(self, occasion: Occasion) -> None:
        """Begin to wait for an answer to an occasion."""
        if self._owed.hangs_on_who(occasion.actors, occasion.entry):
            self._cannot_be_told(occasion)
            return
        needs = self._owed.needs(occasion.actors, occasion.entry)
        if not needs:
            return
        if asks_no_date(self._limit, occasion.entry, occasion.day):
            self._cannot_be_told(occasion)
            return
        deadline = self._deadline(occasion)
        self._serial += 1
        ended, zone = (occasion.end_lo, occasion.end_hi), self._context.zone
        opens = deadline_of(self._no_sooner, ended, occasion.end_day, None, zone) if self._no_sooner is not None else None
        pending = Pending(occasion, Coverage(needs), deadline, self._report.number(deadline.date), opens)
        self._open[self._serial] = pending
        if self._report.repairs:
            occasion.own = finding_id(self._report.label, deadline.date, pending.number)
        for name in occasion.names:
            self._named.setdefault(name, {})[self._serial] = pending

    def _deadline(self, occasion: Occasion) -> Deadline:
        ended = (occasion.end_lo, occasion.end_hi)
        asked = occasion.entry.until if occasion.entry is not None else None
        return deadline_of(self._limit, ended, occasion.end_day, self._grace, self._context.zone, asked)

    def _cannot_be_told(self, occasion: Occasion) -> None:
        """The trigger does not say what the sentence goes by: who acted, to whom it was, or by which date.

        Without a date it is told of the trigger's own.
        """
        day = occasion.day if asks_no_date(self._limit, occasion.entry, occasion.day) else self._deadline(occasion).date
        self._report.add(
            Status.UNKNOWN,
            day,
            occasion.lo,
            subject=occasion.entry,
            who=self._context.parties,
            entries=occasion.entries,
        )

    def answer(self, event: Event) -> None:
        """Count an event as an answer to whatever it answers."""
        matched = self.matcher(event)
        if matched == NO:
            return
        self._set_late_apart(event.lo)
        for by, missing in self._told_by(event):
            self._answer(event, matched, by, missing)

    def _told_by(self, event: Event) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Whom an entry counts for, with what it leaves out of what they must name: nobody is asked for what they keep private."""
        by, told = event.done_for, {folded(item) for item in event.entry.covering} if self._covering else ()
        missing = tuple(item for item in self._covering if folded(item) not in told)
        if not missing or not self._modifiers.untold:
            return [(by, missing)]
        left: dict[tuple[str, ...], list[str]] = {}
        each: list[tuple[str, ...]] = [(party,) for party in by]
        for who in each or [()]:
            unasked = self._modifiers.unasked(who)
            left.setdefault(tuple(item for item in missing if folded(item) not in unasked), []).extend(who)
        return [(tuple(who), lacking) for lacking, who in left.items()]

    def _answer(self, event: Event, matched: int, by: tuple[str, ...], missing: tuple[str, ...]) -> None:
        about, used = event.about, False
        if about is None:
            for serial, pending in list(self._open.items()):
                used = self._try(serial, pending, event, matched, by, missing) or used
            if not used or self._modifiers.otherwise is not None:  # what repairs a breach may do so for several, as in time
                for serial, pending in list(self._late.items()):
                    self._try_late(serial, pending, event, by, missing)
            return
        for serial, pending in list(self._named.get(about, {}).items()):
            if pending.open:
                self._try(serial, pending, event, matched, by, missing)
            else:
                self._try_late(serial, pending, event, by, missing)

    def _set_late_apart(self, now: int) -> None:
        passed = [serial for serial, pending in self._open.items() if pending.deadline.passed(now)]
        for serial in passed:
            pending = self._open[serial]
            if pending.maybe.done:
                # An answer may have come in time; what comes later does not change that.
                self._forget(serial, pending)
                self._unanswered(pending, None)
                continue
            del self._open[serial]
            pending.open = False
            pending.late = pending.sure.copy()
            self._late[serial] = pending

    def _try(self, serial: int, pending: Pending, event: Event, matched: int, by: tuple[str, ...], missing: tuple[str, ...]) -> bool:
        """Let an event answer an occasion in time; whether it did, at least in part."""
        begun = YES if pending.opens is None else pending.opens.begun_at(event)
        if begun == NO:
            self._note_early(pending, event)
            return False
        timely = both(begun, both(matched, both(pending.deadline.met_by(event), self._not_before(pending, event))))
        if timely == NO or not self._fits(pending, event):
            return False
        if pending.occasion.lo == pending.occasion.hi and pending.deadline.passed(pending.occasion.lo):
            return False  # `by 02:00 the same day`, after something at 10:00: no time of the date would be in time
        to = event.entry.to
        if missing:
            self._note_lacking(pending, pending.sure, event, by, missing)
            return False
        used = pending.maybe.add(by, to)
        if timely == YES:
            used = pending.sure.add(by, to) or used
            if pending.sure.done:
                self._answered(pending, event)
                self._forget(serial, pending)
                self._kept(pending, event)
                return True
        if used:
            self._answered(pending, event)
        return used

    def _note_early(self, pending: Pending, event: Event) -> None:
        """Remember the last entry that would have answered, had it come no sooner than it must."""
        came_after = self._not_before(pending, event) != NO and self._fits(pending, event)
        if came_after and pending.sure.open_to(event.done_for, event.entry.to):
            pending.early = event.entry

    def _note_lacking(self, pending: Pending, coverage: Coverage, event: Event, by: tuple[str, ...], missing: tuple[str, ...]) -> None:
        """Remember an entry that would have answered, had it named all that it must."""
        if coverage.copy().add(by, event.entry.to):
            pending.incomplete = missing
            pending.lacking.append(event.entry)

    def _try_late(self, serial: int, pending: Pending, event: Event, by: tuple[str, ...], missing: tuple[str, ...]) -> None:
        assert pending.late is not None  # noqa: S101 - set when it was put apart
        if not self._fits(pending, event) or (pending.opens is not None and pending.opens.begun_at(event) != YES):
            return
        if missing:
            # The first late one only: a trigger that nobody ever answers must not collect all that follows.
            if not pending.lacking:
                self._note_lacking(pending, pending.late, event, by, missing)
            return
        if not pending.late.add(by, event.entry.to):
            return
        self._answered(pending, event)
        if pending.late.done:
            self._forget(serial, pending)
            self._unanswered(pending, event)

    def _answered(self, pending: Pending, event: Event) -> None:
        pending.answers.append(event.entry)
        if pending.occasion.closing:
            self._context.ledger.closing.append(event.entry)

    def _fits(self, pending: Pending, event: Event) -> bool:
        occasion, version = pending.occasion, self._context.version
        if event.entry is occasion.entry or (version.left and event.lo >= version.end and not occasion.closing):
            return False
        return not self.matcher.same_person or set(occasion.people).issubset(event.entry.with_)

    def _not_before(self, pending: Pending, event: Event) -> int:
        """Whether an event starts at or after the occasion's start, three-valued."""
        occasion = pending.occasion
        if event.lo >= occasion.hi:
            return YES
        if event.lo == event.hi and occasion.lo == occasion.hi:
            return NO
        if pending.deadline.by_date:
            return int(event.day >= occasion.day)
        if event.hi < occasion.lo:
            return NO
        return YES if event.about is not None else MAYBE

    def _forget(self, serial: int, pending: Pending) -> None:
        self._open.pop(serial, None)
        self._late.pop(serial, None)
        for name in pending.occasion.names:
            named = self._named[name]
            del named[serial]
            if not named:
                del self._named[name]

    def _kept(self, pending: Pending, event: Event) -> None:
        if pending.occasion.certainty == YES and not self._report.only_counted(pending.deadline.date):
            self._add(Status.KEPT, pending, event, pending.occasion.actors)

    def _unanswered(self, pending: Pending, event: Event | None) -> None:
        """Say how an occasion stands whose answer did not come in time (or, with an event, came late)."""
        version, facts = self._context.version, self._context.facts
        deadline = pending.deadline
        if pending.occasion.late == YES:
            self._add(Status.KEPT, pending, None, pending.occasion.actors)
            return
        if version.left and not pending.occasion.closing and not deadline.passed(version.end):
            return
        if not deadline.passed(facts.as_of):
            status = Status.DUE if pending.occasion.certainty == YES else Status.UNKNOWN
        elif (
            pending.maybe.done
            or pending.occasion.certainty != YES
            or pending.occasion.late == MAYBE
            or ((deadline.hi > facts.complete_end) if deadline.by_date else (deadline.hi >= facts.complete_end))
        ):
            status = Status.UNKNOWN
        else:
            status = Status.BREACH
        # A breach names only those who surely did not answer in time.
        covered = pending.maybe if status is Status.BREACH else pending.sure
        who = covered.owing(self._context.parties)
        perhaps = tuple(one for one in pending.sure.owing(self._context.parties) if one not in who)
        self._add(status, pending, event, who, covered.still, perhaps)

    def _add(
        self, status: Status, pending: Pending, event: Event | None, who: tuple[str, ...], still: int = 0, perhaps: tuple[str, ...] = ()
    ) -> None:
        occasion, deadline, limit = pending.occasion, pending.deadline, self._limit
        exact = not isinstance(limit, Within) or isinstance(limit.length, Exact)
        allowed: int | None = None
        measured: int | None = None
        if isinstance(limit, Within):
            allowed = limit.length.seconds if isinstance(limit.length, Exact) else self._plain_days(occasion)
            if event is not None:
                measured = max(0, event.lo - occasion.end_hi) if exact else max(0, event.day - occasion.end_day)
        self._report.add(
            status,
            deadline.date,
            occasion.lo,
            pending.number,
            moment=deadline.hi,
            subject=occasion.entry,
            who=who,
            with_=occasion.people,
            due=deadline.hi,
            due_date=deadline.date if deadline.by_date else None,
            fulfilled_at=event.lo if event is not None else None,
            measured=measured,
            limit=allowed,
            unit="seconds" if exact else "days",
            entries=(*occasion.entries, *self._told(pending, status)),
            missing=pending.incomplete if status is not Status.KEPT else (),
            opening=self._opening(pending, kept=status is Status.KEPT),
            after=occasion.breach,
            still=still,
            perhaps=perhaps,
            whose=occasion.actors[0] if self._apart else "",
            doubt=occasion.doubt if status is Status.UNKNOWN else None,
            part=self._part(pending, who) if status is not Status.KEPT else None,
        )

    def _opening(self, pending: Pending, *, kept: bool) -> Opening | None:
        opens = pending.opens
        if opens is None:
            return None
        return Opening(self._context.zone.midnight(opens.date) if opens.by_date else opens.lo, None if kept else pending.early)

    def _part(self, pending: Pending, who: tuple[str, ...]) -> Part | None:
        """How much has been paid of what these owe, where it is a part of an amount (`portion.py`)."""
        return None

    @staticmethod
    def _told(pending: Pending, status: Status) -> list[Entry]:
        """The entries that answered, and where it was not kept those that did not name all."""
        if status is Status.KEPT or not pending.lacking:
            return pending.answers
        return sorted([*pending.answers, *pending.lacking], key=lambda entry: (entry.day, entry.second or 0, entry.order))

    def _plain_days(self, occasion: Occasion) -> int:
        ended = (occasion.end_lo, occasion.end_hi)
        return deadline_of(self._limit, ended, occasion.end_day, None, self._context.zone).date - occasion.end_day

    def finish(self) -> None:
        """Say how everything stands that is still waiting."""
        for serial in sorted((*self._open, *self._late)):
            pending = self._open.get(serial) or self._late[serial]
            self._unanswered(pending, None)

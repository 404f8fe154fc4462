"""`move-out by Cleo by 2026-09-30`: dates up to which something is to be done (R84 to R86 of the language)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event, both, either, starts_within
from pactlang.checker.forms.schedule import ScheduleMachine, Slot
from pactlang.checker.spans import FOREVER
from pactlang.checker.who import Coverage
from pactlang.model.agreement import Rhythm
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.recurrence import beside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.checker.forms.schedule import Course
    from pactlang.checker.who import Needs, Pair
    from pactlang.model.agreement import Schedule, Sentence


class Deadline(Slot):
    """What is to be done by one deadline, by one party or by all together.

    It counts from `opens` to `limit`, both instants included; `limit` is without grace. `before` is the deadline before it, where an event
    may still be late for that, with its machine; `after` the date and the last instant of the one after it. `settled` holds for each pair
    (who, to whom) the event that kept it or came late for it, and `perhaps` the one that may have.
    """

    __slots__ = ("after", "before", "late", "limit", "opens", "perhaps", "settled")

    def __init__(self, first: int, day: int, party: str | None, needs: Needs, number: int, opens: int, limit: int) -> None:
        super().__init__(day, first, day, party, Coverage(needs), number)
        self.opens = opens
        self.limit = limit
        self.before: tuple[DeadlineMachine, Deadline] | None = None
        self.after: tuple[int, int] | None = None
        self.late = Coverage(needs)
        self.settled: dict[Pair, Event] = {}
        self.perhaps: dict[Pair, Event] = {}

    def over_without(self, event: Event) -> int:
        """Whether others kept it, or came late for it, before an event, so that nothing more is late for it; three-valued.

        It matters where one of several, or so many of them, may do it.
        """
        if self.sure.needs.every:
            return NO
        if self._done_by(pair for pair, one in self.settled.items() if one.entry is not event.entry and one.hi <= event.lo):
            return YES
        return MAYBE if self._done_by(pair for pair, one in self.perhaps.items() if one.entry is not event.entry) else NO

    def _done_by(self, pairs: Iterable[Pair]) -> bool:
        found = Coverage(self.sure.needs)
        found.cover(list(pairs))
        return found.done


class DeadlineMachine(ScheduleMachine):
    """A deadline that passes without an event since the one before it breaks it."""

    def __init__(self, sentence: Sentence, form: Schedule, course: Course) -> None:
        super().__init__(sentence, form, course)
        # `every day by 19:30` takes the entries of each date alone.
        self._daily = form.recurrence.rhythm is Rhythm.DAY and form.recurrence.every == 1
        self.last_made: dict[str | None, Deadline] = {}  # for each of whom it is asked apart
        self._known_floor: tuple[ScheduleMachine, int] | bool | None = False
        self._known_from: tuple[int, int] | None = None
        self._known_beside: tuple[int, tuple[int | None, int | None]] | None = None

    @property
    def _floor(self) -> tuple[ScheduleMachine, int] | None:
        """The last date that an earlier version asked for, and its machine: what was done up to then serves no later date."""
        if self._known_floor is False:
            found = ((one, one.last_asked()) for one in self._until_here() if one is not self)
            self._known_floor = next(((one, day) for one, day in found if day is not None), None)
        assert not isinstance(self._known_floor, bool)  # noqa: S101 - just looked up
        return self._known_floor

    def _beside(self, day: int) -> tuple[int | None, int | None]:
        # Every event asks for those of the deadline that comes next.
        if self._known_beside is None or self._known_beside[0] != day:
            found = beside(self.form.recurrence, day, self._course.anchor, self.context.version.agreement.week_start)
            self._known_beside = day, found
        return self._known_beside[1]

    # --- what is open ---

    def _judge(self, event: Event) -> None:
        version = self._last.version
        matched = self._matcher(event)
        if matched == NO or (version.left and event.lo >= version.end):
            return
        self.open_up_to(event.day)
        still_open: list[Slot] = []
        for slot in self.slots:
            assert isinstance(slot, Deadline)  # noqa: S101 - `_open` makes no other
            ends = self._ends(slot)
            self._count(slot, event, matched, ends)
            if slot.after is not None and event.lo > max(slot.after[1], ends[0]):
                self._close(slot)
                slot.before = None
            else:
                still_open.append(slot)
        self.slots = still_open

    def open_up_to(self, day: int) -> None:
        """Begin to wait for each deadline for which an event on a date may count."""
        while self.next is not None and self._counts_from(self.next) <= day:
            self._open(self.next)
            self.next = next(self._dates, None)

    def _opens(self, day: int) -> int:
        """The first instant that counts for a date."""
        if self._daily:
            return self.context.zone.midnight(day)
        before = self._beside(day)[0]
        ends = [self.limit_of(before)] if before is not None else []
        ends += [self._floor[0].limit_of(self._floor[1])] if self._floor is not None else []
        return max(ends, default=-FOREVER) + 1

    def _counts_from(self, day: int) -> int:
        """The first date on which an event may count for a deadline."""
        if self._known_from is None or self._known_from[0] != day:  # as with those beside it
            opens = self._opens(day)
            self._known_from = day, 0 if opens <= -FOREVER + 1 else min(self.context.zone.date_of(opens), day)
        return self._known_from[1]

    def _first_day(self, day: int) -> int:
        """The first date on which it is owed: in force, and after the deadline before."""
        return min(max(self._begins, self._counts_from(day)), day)

    @property
    def _begins(self) -> int:
        """The first date in force, also in an earlier version from which it goes on."""
        return min(one.context.version.first for one in self._until_here())

    def _open(self, day: int) -> None:
        opens, after = self._opens(day), self._following(day)
        for party in self._parties:
            needs = self._owed.needs((party,) if party is not None else ())
            if needs:
                slot = Deadline(self._first_day(day), day, party, needs, self._report.number(day), opens, self.limit_of(day))
                before = self.last_made.get(party)
                slot.before = (self, before) if before is not None and before.limit + 1 == opens else None
                slot.after = after
                self.slots.append(slot)
                self.last_made[party] = slot

    def _following(self, day: int) -> tuple[int, int] | None:
        """The date and the last instant of the deadline after one, if any: in this text, else in one in which the sentence goes on."""
        after = self._beside(day)[1]
        if after is None or after > self.context.version.last:
            one = self.later
            while one is not None and one.begins is None:
                one = one.later
            if one is not None and one.begins is not None:
                return one.begins, one.limit_of(one.begins)
        return None if after is None else (after, self.limit_of(after))

    def _before(self, slot: Deadline, event: Event) -> tuple[DeadlineMachine, Deadline] | None:
        """The deadline before one, where an event may still be late for it, and its machine."""
        if slot.before is not None or self._daily or self._floor is None:
            return None if self._daily else slot.before
        earlier, day = self._floor
        if not isinstance(earlier, DeadlineMachine) or earlier.limit_of(day) + 1 != slot.opens:
            return None
        earlier.open_up_to(event.day)
        before = earlier.last_made.get(slot.party)
        return None if before is None else (earlier, before)

    # --- counting ---

    def _count(self, slot: Deadline, event: Event, matched: int, until: tuple[int, bool]) -> None:
        ends, by_date = until
        inside = both(matched, starts_within(event, slot.opens, ends - by_date))
        late = both(matched, both(starts_within(event, slot.limit + 1, FOREVER), self.nearer(slot, event)))
        if slot.over_without(event) == YES:
            late = NO
        if inside == NO and late == NO:
            return  # of the two deadlines that an event lies between, it mostly counts for one alone
        before = self._before(slot, event)
        counted = False
        for pair in slot.sure.open_to(event.done_for, event.entry.to):  # who surely kept it changes nothing more
            takes = YES if before is None else _free(*before, event, pair)
            serves, comes_late = both(inside, takes), both(late, takes)
            if serves != NO and slot.maybe.cover_one(pair):
                counted, slot.answered_at = True, event.lo
            if serves == YES:
                slot.late.cover([pair])
                if slot.sure.cover_one(pair):
                    counted, slot.answered_at = True, event.lo
            elif serves == NO and comes_late == YES and pair not in slot.perhaps:
                counted = True
                slot.late.cover([pair])
                slot.late_at = event.lo if slot.late.done and slot.late_at is None else slot.late_at
            settles = either(serves, comes_late)
            if settles == MAYBE:  # whenever it was, it was in time or late
                since = starts_within(event, slot.opens, FOREVER)
                settles = either(MAYBE, both(both(matched, takes), both(since, self.nearer(slot, event))))
            if settles != NO:
                slot.perhaps.setdefault(pair, event)
            if settles == YES:
                slot.settled.setdefault(pair, event)
        if counted:
            slot.entries.append(event.entry)

    def nearer(self, slot: Deadline, event: Event) -> int:
        """Whether an event is nearer to a deadline than to the one after it: by dates, where it has no time of day; three-valued."""
        if self._daily:
            return int(event.day == slot.day)
        if slot.after is None:
            return YES
        if self.form.at is None:
            return int(event.day - slot.day < slot.after[0] - event.day)
        middle = slot.limit + slot.after[1]
        return YES if 2 * event.hi < middle else NO if 2 * event.lo >= middle else MAYBE

    def _last_moment(self, slot: Slot) -> tuple[int, bool]:
        if self.form.at is None:
            return super()._last_moment(slot)
        zone, limit = self.context.zone, self.limit_of(slot.day)
        match self._grace:
            case Days():
                return zone.midnight(zone.existing(add_days(slot.day, self._grace)) + 1), True
            case Exact(seconds):
                return limit + seconds, False
            case None:
                return limit, False

    def _close(self, slot: Slot) -> None:
        if self._begins <= self._today:  # nothing is owed before a text is in force, whatever was done by then
            super()._close(slot)


def _free(machine: DeadlineMachine, before: Deadline, event: Event, pair: Pair) -> int:
    """Whether an event is not late for the deadline before, and so serves the next: three-valued."""
    asked_before = pair in Coverage(before.sure.needs).open_to(event.done_for, event.entry.to)
    if not asked_before or before.settled.get(pair, event).entry is not event.entry:
        return YES
    near, over = machine.nearer(before, event), before.over_without(event)
    if near == NO or over == YES:
        return YES
    return NO if near == YES and over == NO and before.perhaps.get(pair, event).entry is event.entry else MAYBE

"""`move-out by Cleo by 2026-09-30`: dates up to which something is to be done (R90 to R92 of the language)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.event import MAYBE, NO, YES, Event, both, either
from pactlang.checker.forms.schedule import ScheduleMachine, Slot
from pactlang.checker.spans import FOREVER
from pactlang.checker.who import Coverage
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.checker.who import Needs, Pair
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Schedule, Sentence


class Deadline(Slot):
    """What is to be done by one deadline, by one party or by all together.

    It counts from `opens` to `limit`, both instants included; `limit` is without grace. `settled` holds for each pair (who, to whom) the
    entry that kept it or came late for it, and `perhaps` the one that may have.
    """

    __slots__ = ("late", "limit", "opens", "perhaps", "settled")

    def __init__(self, first: int, day: int, party: str | None, needs: Needs, number: int, opens: int, limit: int) -> None:
        super().__init__(day, first, day, party, Coverage(needs), number)
        self.opens = opens
        self.limit = limit
        self.late = Coverage(needs)
        self.settled: dict[Pair, Entry] = {}
        self.perhaps: dict[Pair, Entry] = {}


class DeadlineMachine(ScheduleMachine):
    """A deadline that passes without an event since the one before it breaks it."""

    def __init__(self, sentence: Sentence, form: Schedule, context: Context, anchor: int) -> None:
        super().__init__(sentence, form, context, anchor)
        self.last_made: dict[str | None, Deadline] = {}  # for each of whom it is asked apart
        self._known_floor: tuple[ScheduleMachine, int] | bool | None = False

    @property
    def _floor(self) -> tuple[ScheduleMachine, int] | None:
        """The last date that an earlier version asked for, and its machine: what was done up to then serves no later date."""
        if self._known_floor is False:
            found = ((one, one.last_asked()) for one in self._until_here() if one is not self)
            self._known_floor = next(((one, day) for one, day in found if day is not None), None)
        assert not isinstance(self._known_floor, bool)  # noqa: S101 - just looked up
        return self._known_floor

    # --- what is open ---

    def _judge(self, event: Event) -> None:
        version = self._last.version
        matched = self._matcher(event)
        if matched == NO or (version.left and event.lo >= version.end):
            return
        self.open_up_to(event.day)
        for slot in self.slots:
            assert isinstance(slot, Deadline)  # noqa: S101 - `_open` makes no other
            self._count(slot, event, matched)

    def open_up_to(self, day: int) -> None:
        """Begin to wait for each deadline for which an event on a date may count."""
        while self.next is not None and self._counts_from(self.next) <= day:
            self._open(self.next)
            self.next = next(self._dates, None)

    def _counts_from(self, day: int) -> int:
        """The first date on which an event may count for a deadline."""
        return 0 if self._floor is None else min(self._floor[1], day)

    def _first_day(self, day: int) -> int:
        """The first date on which it is owed: in force, and after the deadline before."""
        begins = min(one.context.version.first for one in self._until_here())
        return min(max(begins, 0 if self._floor is None else self._floor[1] + 1), day)

    def _open(self, day: int) -> None:
        opens = -FOREVER if self._floor is None else self._floor[0].limit_of(self._floor[1]) + 1
        for party in self._parties:
            needs = self._owed.needs((party,) if party is not None else ())
            if needs:
                slot = Deadline(self._first_day(day), day, party, needs, self._report.number(day), opens, self.limit_of(day))
                self.slots.append(slot)
                self.last_made[party] = slot

    def _before(self, slot: Deadline, event: Event) -> tuple[DeadlineMachine, Deadline] | None:
        """The deadline before one, where an event may still be late for it, and its machine."""
        earlier = self._floor[0] if self._floor is not None else None
        if not isinstance(earlier, DeadlineMachine):
            return None
        earlier.open_up_to(event.day)
        before = earlier.last_made.get(slot.party)
        return None if before is None else (earlier, before)

    def _after(self, _: Deadline) -> tuple[int, int] | None:
        """The date and the last instant of the deadline after one, if any."""
        one = self.later
        while one is not None and one.begins is None:
            one = one.later
        return None if one is None or one.begins is None else (one.begins, one.limit_of(one.begins))

    # --- counting ---

    def _count(self, slot: Deadline, event: Event, matched: int) -> None:
        ends, by_date = self._ends(slot)
        inside = both(matched, _within(event, slot.opens, ends - by_date))
        late = both(matched, both(_within(event, slot.limit + 1, FOREVER), self.nearer(slot, event)))
        before = self._before(slot, event)
        counted = False
        for pair in Coverage(slot.sure.needs).open_to(event.by, event.entry.to):
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
            if settles != NO:
                slot.perhaps.setdefault(pair, event.entry)
            if settles == YES:
                slot.settled.setdefault(pair, event.entry)
        if counted:
            slot.entries.append(event.entry)

    def nearer(self, slot: Deadline, event: Event) -> int:
        """Whether an event is nearer to a deadline than to the one after it: by dates, where it has no time of day; three-valued."""
        after = self._after(slot)
        if after is None:
            return YES
        if self._form.at is None:
            return int(event.day - slot.day < after[0] - event.day)
        middle = slot.limit + after[1]
        return YES if 2 * event.hi < middle else NO if 2 * event.lo >= middle else MAYBE

    def _ends(self, slot: Slot) -> tuple[int, bool]:
        if self._form.at is None:
            return super()._ends(slot)
        zone, limit = self.context.zone, self.limit_of(slot.day)
        match self._grace:
            case Days():
                return zone.midnight(zone.existing(add_days(slot.day, self._grace)) + 1), True
            case Exact(seconds):
                return limit + seconds, False
            case None:
                return limit, False

    def _close(self, slot: Slot) -> None:
        if slot.first <= self._today:  # nothing is owed before a text is in force, whatever was done by then
            super()._close(slot)


def _within(event: Event, opens: int, closes: int) -> int:
    """Whether an event starts between two instants, both included: three-valued."""
    if event.hi < opens or event.lo > closes:
        return NO
    return YES if opens <= event.lo and event.hi <= closes else MAYBE


def _free(machine: DeadlineMachine, before: Deadline, event: Event, pair: Pair) -> int:
    """Whether an event is not late for the deadline before, and so serves the next: three-valued."""
    asked_before = pair in Coverage(before.sure.needs).open_to(event.by, event.entry.to)
    if not asked_before or before.settled.get(pair, event.entry) is not event.entry:
        return YES
    near = machine.nearer(before, event)
    if near == NO:
        return YES
    return NO if near == YES and before.perhaps.get(pair, event.entry) is event.entry else MAYBE

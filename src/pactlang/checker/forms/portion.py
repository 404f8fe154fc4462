"""`after each bill by Ana, settlement of half its amount by Ben within 7 days`: what is paid adds up, and nothing counts twice.

All of it is worked out at the end, for each who owes. What is `about` a bill serves it alone. What is about nothing serves the open bill
whose deadline comes first; what it leaves goes to the next one, and at last to those whose deadline is past. It is done twice: carefully,
with what surely counts and all that may be owed, and generously, with what may count and what is surely owed.
"""

from __future__ import annotations

from bisect import insort
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.amounts import spent_in
from pactlang.checker.event import MAYBE, NO, YES, both
from pactlang.checker.filters import number_of
from pactlang.checker.finding import Part
from pactlang.checker.forms.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.checker.context import Context, Reporter
    from pactlang.checker.event import Event
    from pactlang.checker.forms.answers import Occasion, Pending
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Response, Sentence

Payers = tuple[str | None, ...]  # one who owes; several of whom any may pay; (None,): anybody


class _Bill(Struct, eq=False):
    """What some owe after one trigger: `owed` (None: nobody knows how much), what of it they `got` in time, and the last entry of it.

    `rank` says what is served first: the deadline that comes first, of equal ones the bill that came first. `missing` is what is not there
    of it when what comes late has been counted, `came` the entry with which nothing was missing.
    """

    pending: Pending
    payers: Payers
    owed: Fraction | None
    rank: tuple[int, int]
    got: Fraction = Fraction(0)
    last: Event | None = None
    missing: Fraction = Fraction(0)
    came: Event | None = None
    entries: list[Entry] = []

    @property
    def open(self) -> bool:
        """Whether something is still owed of it."""
        return self.owed is None or self.got < self.owed

    def take(self, sum_: Fraction, event: Event) -> Fraction:
        """Take what is still owed out of a sum that somebody paid; what is left of it."""
        if not self.open:
            return sum_
        taken = sum_ if self.owed is None else min(sum_, self.owed - self.got)
        self.got += taken
        self.entries.append(event.entry)
        self.last = event if self.last is None or self.last.place_in_order < event.place_in_order else self.last
        return sum_ - taken


class _Payment(Struct, eq=False):
    """What some paid: how much (None: nobody knows), and whether it counts."""

    event: Event
    sum: Fraction | None
    counts: int


class Portions(Answers):
    """The bills of one sentence, and what was paid."""

    def __init__(self, sentence: Sentence, form: Response, report: Reporter, context: Context) -> None:
        super().__init__(sentence, form, report, context)
        assert form.portion is not None  # noqa: S101 - else it is an answer like any other
        self._portion, self._currency = form.portion.part, form.currency
        self._spent = spent_in(form.currency, context)
        self._sums: dict[int, Fraction | None] = {}
        self._payments: list[tuple[Event, int]] = []
        self._all = Fraction(0)  # more than all bills together
        self._told_of: list[_Bill] = []  # the bills of the occasion that is told of

    def expect(self, occasion: Occasion) -> None:
        """Begin to wait for what is owed, cut off after two digits; an amount of 0 or less asks for nothing."""
        assert occasion.entry is not None  # noqa: S101 - it follows an event
        fields = occasion.entry.fields
        amount = number_of(fields.get("amount")) if fields.get("unit") in (None, self._currency) else None
        owed = None if amount is None else Fraction(floor(Fraction(amount) * self._portion * 100), 100)
        if owed is not None and owed <= 0:
            return
        if owed is None:
            occasion.certainty = MAYBE
        before = self._serial
        super().expect(occasion)
        if self._serial > before:
            self._sums[self._serial] = owed

    def answer(self, event: Event) -> None:
        """Take down what may be a payment."""
        matched = self.matcher(event)
        if matched != NO:
            self._payments.append((event, matched))

    def finish(self) -> None:
        """Lay out what was paid, and say how each bill stands."""
        owing: dict[Payers, list[int]] = {}
        for serial, pending in self._open.items():
            needs = pending.sure.needs
            for payers in [(one,) for one in needs.people] if needs.every else [needs.people]:
                owing.setdefault(payers, []).append(serial)
        self._all = sum((one for one in self._sums.values() if one), Fraction(1))
        bills: dict[int, list[_Bill]] = {}
        for payers, serials in owing.items():
            payments = [one for event, matched in self._payments if (one := self._payment(event, matched, payers)) is not None]
            careful, left = self._laid_out(payers, serials, payments, generous=False)
            generous, _ = self._laid_out(payers, serials, payments, generous=True)
            self._serve_late(careful, payments, left)
            for serial, bill in careful.items():
                bills.setdefault(serial, []).append(bill)
                pending = self._open[serial]
                if not bill.open:
                    pending.sure.meet(payers)
                    pending.maybe.meet(payers)
                elif serial in generous and not generous[serial].open:
                    pending.maybe.meet(payers)
                    bill.entries += generous[serial].entries
        for serial, pending in self._open.items():
            self._told_of = bills[serial]
            self._tell(pending, bills[serial])

    def _tell(self, pending: Pending, bills: list[_Bill]) -> None:
        entries = {id(one): one for bill in bills for one in bill.entries}
        pending.answers = sorted(entries.values(), key=lambda one: (one.day, one.second or 0, one.order))
        if pending.sure.done:
            self._kept(pending, _latest(bill.last for bill in bills))
            return
        short = [bill for bill in bills if bill.open]
        self._unanswered(pending, _latest(bill.came for bill in short) if all(bill.came for bill in short) else None)

    def _part(self, pending: Pending, who: tuple[str, ...]) -> Part | None:
        bills = [one for one in self._told_of if one.payers == (None,) or any(party in one.payers for party in who)]
        if not bills or any(one.owed is None for one in bills):
            return None
        return Part(sum((one.got for one in bills), Fraction(0)), sum((one.owed or Fraction(0) for one in bills), Fraction(0)))

    def _payment(self, event: Event, matched: int, payers: Payers) -> _Payment | None:
        """What an entry counts as theirs: of what several paid, each their part."""
        amount, by = self._spent(event), event.done_for
        if payers != (None,):
            theirs = len([one for one in by if one in payers])
            if not theirs:
                return None
            amount = amount * theirs / len(by) if amount is not None else None
        return _Payment(event, amount, matched) if amount is None or amount else None

    def _laid_out(
        self, payers: Payers, serials: list[int], payments: list[_Payment], *, generous: bool
    ) -> tuple[dict[int, _Bill], list[tuple[Event, Fraction]]]:
        """The bills with what they got in time, and what is left of what was paid for none of them."""
        bills: dict[int, _Bill] = {}
        for serial in serials:
            pending = self._open[serial]
            if not generous or pending.occasion.certainty == YES:
                bills[serial] = _Bill(pending, payers, self._sums[serial], (pending.deadline.hi, serial), entries=[])
        sums = [(one.event, sum_) for one in payments if (sum_ := self._counted(one, generous=generous)) is not None]
        for event, sum_ in sorted((one for one in sums if one[0].about is not None), key=lambda one: one[1] > 0):
            for bill in self._named_by(event, bills):
                fits = self._in_time(bill, event)
                if sum_ and (fits == YES or (fits == MAYBE and generous == (sum_ > 0))):
                    if sum_ < 0:
                        bill.got, sum_ = bill.got + sum_, Fraction(0)
                        bill.entries.append(event.entry)
                    else:
                        sum_ = bill.take(sum_, event)
        return bills, self._in_turn(bills, [one for one in sums if one[0].about is None and one[1] > 0], generous=generous)

    def _counted(self, payment: _Payment, *, generous: bool) -> Fraction | None:
        """How much of a payment counts: what may count, if it is done generously; money that came back, if it is not."""
        if payment.sum is None:
            return self._all if generous else None
        return payment.sum if payment.counts == YES or generous == (payment.sum > 0) else None

    def _in_turn(self, bills: dict[int, _Bill], sums: list[tuple[Event, Fraction]], *, generous: bool) -> list[tuple[Event, Fraction]]:
        """Give what is about nothing to the open bills, in turn; what is left.

        What a missing time leaves open goes to none of them, or, if it is done generously, as a whole to each.
        """
        zone, left = self._context.zone, []
        waiting = sorted(
            bills.values(), key=lambda bill: (min(bill.pending.occasion.lo, zone.midnight(bill.pending.occasion.day)), bill.rank)
        )
        waiting.reverse()
        active: list[_Bill] = []
        for event, sum_ in sums:
            while waiting and min((then := waiting[-1].pending.occasion).lo, zone.midnight(then.day)) <= event.hi:
                insort(active, waiting.pop(), key=lambda bill: bill.rank)
            active = [bill for bill in active if bill.open and not bill.pending.deadline.passed(event.lo)]
            found = [(bill, fits) for bill in active if (fits := self._in_time(bill, event)) != NO]
            if any(fits == MAYBE for _, fits in found):
                for bill, _ in found if generous else ():
                    bill.take(sum_, event)
                continue
            for bill, _ in found:
                if not sum_:
                    break
                sum_ = bill.take(sum_, event)
            if sum_:
                left.append((event, sum_))
        return left

    def _serve_late(self, bills: dict[int, _Bill], payments: list[_Payment], left: list[tuple[Event, Fraction]]) -> None:
        """Give what came after the deadline, and what was left, to the bills of which something is missing."""
        late = sorted((bill for bill in bills.values() if bill.open and bill.owed is not None), key=lambda bill: bill.rank)
        for bill in late:
            bill.missing = (bill.owed or Fraction(0)) - bill.got
        named = [(one.event, one.sum) for one in payments if one.event.about is not None and one.counts == YES and one.sum and one.sum > 0]
        for event, sum_ in sorted([*named, *left], key=lambda one: one[0].place_in_order):
            for bill in late if event.about is None else self._named_by(event, bills):
                if sum_ and bill.missing and self._serves(bill, event) and self._after(bill.pending, event):
                    taken = min(sum_, bill.missing)
                    bill.missing, sum_ = bill.missing - taken, sum_ - taken
                    bill.entries.append(event.entry)
                    bill.came = None if bill.missing else event
            late = [bill for bill in late if bill.missing]

    def _after(self, pending: Pending, event: Event) -> bool:
        """Whether it certainly came after the deadline."""
        return pending.deadline.met_by(event) == NO and self._not_before(pending, event) == YES

    def _named_by(self, event: Event, bills: dict[int, _Bill]) -> list[_Bill]:
        assert event.about is not None  # noqa: S101 - the caller looked
        return sorted((bills[one] for one in self._named.get(event.about, ()) if one in bills), key=lambda bill: bill.rank)

    def _in_time(self, bill: _Bill, event: Event) -> int:
        """Whether an entry serves a bill in time, three-valued."""
        pending = bill.pending
        begun = YES if pending.opens is None else pending.opens.begun_at(event)
        timely = both(pending.deadline.met_by(event), self._not_before(pending, event))
        if timely == NO or not self._reaches(bill, event):
            return NO
        if begun == NO:
            pending.early = event.entry
            return NO
        if pending.occasion.lo == pending.occasion.hi and pending.deadline.passed(pending.occasion.lo):
            return NO  # `by 02:00 the same day`, after something at 10:00: no time of the date would be in time
        return both(begun, timely)

    def _serves(self, bill: _Bill, event: Event) -> bool:
        opens = bill.pending.opens
        return (opens is None or opens.begun_at(event) == YES) and self._reaches(bill, event)

    def _reaches(self, bill: _Bill, event: Event) -> bool:
        """Whether it could serve a bill, by its people: it is to those to whom it is owed."""
        if not self._fits(bill.pending, event):
            return False
        by, to, needs = event.done_for, event.entry.to, bill.pending.sure.needs
        ways = [tos for who in needs.people if who in bill.payers and (who is None or who in by) for tos in needs.options(who)]
        return any(all(one is None or one in to or (bill.payers == (None,) and one in by) for one in tos) for tos in ways)


def _latest(events: Iterable[Event | None]) -> Event:
    return max((one for one in events if one is not None), key=lambda event: event.place_in_order)

"""`at least 60 percent of expense by Ana per month`."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor, prod
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.amounts import spent_in
from pactlang.checker.event import NO, YES
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Part, Status
from pactlang.checker.forms.quota import QuotaMachine
from pactlang.model.agreement import ByFilter, DayFilter
from pactlang.model.calendar import period_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.checker.machine import Key
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Quota, Sentence

Sums = tuple[Fraction, Fraction]  # what may be somebody's, of how much
_ZERO = Fraction(0)
_NOTHING = (_ZERO, _ZERO)
_LATEST = 3  # dates after which no event of another zone can come that counts in a period
_MANY = 4096  # ways in which a few entries may count that are tried one by one


class _Open(Struct, frozen=True):
    """An event of which nobody can tell whether it counts, how much it was (`amount` is None), or whose (`by` is empty)."""

    amount: Fraction | None
    by: tuple[str, ...]
    counts: int


class _Period(Struct):
    """What is known of a period: the whole, what is whose of it, and what is open."""

    whole: Fraction = _ZERO
    own: dict[str, Fraction] = {}
    open: list[_Open] = []
    entries: list[Entry] = []


class ShareMachine(QuotaMachine):
    """A whole period in force that ends with a smaller share of what all spent in it breaks it. With nothing spent it is kept."""

    def __init__(self, sentence: Sentence, form: Quota, context: Context) -> None:
        super().__init__(sentence, form, context)
        self._each = self._matcher.each_party
        self._names = self._named_parties()
        anyone = replace(form.selector, filters=tuple(one for one in form.selector.filters if not isinstance(one, ByFilter)))
        only, excepted = (
            tuple(one for one in some if isinstance(one, DayFilter)) for some in (self._modifiers.only, self._modifiers.excepted)
        )
        self._matcher = Matcher(anyone, context, only, excepted, owed=True)
        self._found: dict[int, _Period] = {}
        self._unsettled: list[int] = []  # the first dates of periods of which it was not asked yet whether they are surely kept
        # Nobody asks by what a share is kept; where a later text asks for another one, that is known only at the end.
        self._lets_go = not self._report.keep_all and not self._report.repairs
        self._spent = spent_in(form.measure.currency, context)

    def _count(self, event: Event) -> None:
        if not 0 <= event.version <= self._context.version.index:
            return
        matched = self._matcher(event)
        amount = self._spent(event)
        if matched == NO or amount == 0:
            return
        first = period_bounds(self._form.period, event.day, self._week_start)[0]
        if first not in self._found and self._lets_go:
            self._settle(event.day)
            self._unsettled.append(first)
        period = self._found.setdefault(first, _Period())
        period.entries.append(event.entry)
        by = event.done_for
        if matched != YES or amount is None or not by:
            period.open.append(_Open(amount, by, matched))
            return
        period.whole += amount
        for name in by:
            period.own[name] = period.own.get(name, _ZERO) + amount / len(by)

    def _settle(self, day: int) -> None:
        """Let go the entries of periods that are over and surely kept by everyone."""
        limits = {limit for _, _, limit in self.held}
        over = [first for first in self._unsettled if period_bounds(self._form.period, first, self._week_start)[1] + _LATEST < day]
        for first in over:
            self._unsettled.remove(first)
            if len(limits) == 1 and all(self._answers(self._found[first], key, Fraction(min(limits))) == {True} for key in self._keys()):
                self._found[first].entries.clear()

    def _names_of(self, key: Key) -> tuple[str, ...]:
        return (key[0],) if key[0] is not None else self._names

    def _answers(self, found: _Period, key: Key, least: Fraction) -> set[bool]:
        """Whether somebody's part is enough, in all the ways that it may be."""
        names = self._names_of(key)
        return {_enough(one, least) for one in _possible((_own(found, names), found.whole), found.open, names, least)}

    def _keys(self) -> list[Key]:
        return [(party, None) for party in self._context.parties] if self._each else [(None, None)]

    def _judge(self, key: Key, first: int, after: int, limit: Decimal) -> None:
        zone, facts = self._context.zone, self._context.facts
        found = self._found.get(first, _Period())
        names = self._names_of(key)
        own, ends = _own(found, names), zone.midnight(after)
        answers = self._answers(found, key, Fraction(limit))
        number = self._report.number(after - 1)
        if facts.as_of < ends:
            status = Status.DUE
        elif answers == {True}:
            status = Status.KEPT
        else:
            status = Status.UNKNOWN if len(answers) > 1 or ends > facts.complete_end else Status.BREACH
        # Cut off, and not rounded: what is told as the share that is asked for is never less than that.
        hundredths = floor(own * 10_000 / found.whole) if found.whole > 0 else None
        self._report.add(
            status,
            after - 1,
            zone.midnight(first),
            number,
            moment=ends,
            who=names,
            due=ends,
            due_date=after - 1,
            measured=Decimal(hundredths) / 100 if hundredths is not None else None,
            limit=limit,
            unit="percent",
            window=(first, after - 1),
            entries=tuple(found.entries),
            part=Part(own, found.whole),
        )


def _own(found: _Period, names: tuple[str, ...]) -> Fraction:
    return sum((found.own.get(name, _ZERO) for name in names), _ZERO)


def _enough(sums: Sums, limit: Fraction) -> bool:
    """Whether a part is so many percent of a whole; of nothing, or of less, any part is."""
    own, whole = sums
    return whole <= 0 or own * 100 >= limit * whole


def _possible(known: Sums, found: list[_Open], names: tuple[str, ...], limit: Fraction) -> Iterator[Sums]:
    """The sums that there may be: all of them where few entries leave something open, else those that are farthest apart."""
    huge = 1000 * (1 + abs(known[1]) + sum((abs(one.amount or _ZERO) for one in found), _ZERO))
    ways = [tuple(_ways(one, names, huge)) for one in found]
    if prod(map(len, ways)) <= _MANY:
        each: Iterator[tuple[Sums, ...]] = product(*ways)
    else:
        least, most = (tuple(farthest(way, key=lambda sums: sums[0] * 100 - limit * sums[1]) for way in ways) for farthest in (min, max))
        each = iter((least, most))
    for one in each:
        yield known[0] + sum((own for own, _ in one), _ZERO), known[1] + sum((whole for _, whole in one), _ZERO)


def _ways(one: _Open, names: tuple[str, ...], huge: Fraction) -> Iterator[Sums]:
    """What an entry may add: to what is theirs, and to the whole."""
    if one.counts != YES:
        yield _NOTHING
    for amount in (one.amount,) if one.amount is not None else (_ZERO, huge):
        if one.by:
            yield amount * len([name for name in one.by if name in names]) / len(one.by), amount
        else:
            yield from ((_ZERO, amount), (amount, amount))

"""`at least 1 date-night per week`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pactlang.checker.active import active_spans, on_such_weekdays
from pactlang.checker.amounts import amounts_in
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import Machine, unit_of
from pactlang.checker.spans import FOREVER, subtract
from pactlang.model.agreement import ByFilter, DayFilter, Parties, Unit
from pactlang.model.calendar import period_bounds
from pactlang.model.meaning import part_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.context import Context
    from pactlang.checker.machine import Key
    from pactlang.checker.touched import Counted
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Quota, Sentence

Number = int | Decimal


class QuotaMachine(Machine):
    """A whole period in force that ends with fewer breaks it: one finding for each period."""

    def __init__(self, sentence: Sentence, form: Quota, context: Context) -> None:
        self._context = context
        self._form = form
        self._modifiers = sentence.modifiers
        self._amount = amounts_in(form.measure.currency, context)
        self._report = Reporter(context, sentence, FormName.QUOTA)
        days_only = tuple(one for one in sentence.modifiers.only if isinstance(one, DayFilter))
        days_excepted = tuple(one for one in sentence.modifiers.excepted if isinstance(one, DayFilter))
        self._matcher = Matcher(form.selector, context, days_only, days_excepted, owed=True)
        self._week_start = context.version.agreement.week_start
        # The stretches of time in which the sentence held, under earlier versions too, each with the number that held there.
        self.held: list[tuple[int, int, Decimal]] = [(lo, hi, form.measure.least) for lo, hi in self._spans()]
        # By party (or None) and first date of the period: sure, possible, the entries.
        self._sums: dict[tuple[Key, int], tuple[Number, Number, list[Entry]]] = {}
        # The same where dates or nights are counted: for each event those of which it counts one, and whether it surely does.
        self._days: dict[tuple[Key, int], list[tuple[Counted, Entry]]] = {}
        # The dates of it that surely count, until there are enough: then nobody asks by what it is kept.
        self._surely: dict[tuple[Key, int], set[int]] = {}
        self._by_dates = form.measure.by_dates
        # Money that comes back may take a sum below its limit again.
        self._tells_no_kept = not self._report.keep_all and form.measure.unit not in (Unit.AMOUNT, Unit.SHARE)
        self._most = form.measure.least  # that was asked for in any of these stretches
        self.judged = dict.fromkeys(self._matcher.tests, self._count)

    def _spans(self) -> Iterator[tuple[int, int]]:
        """When the sentence holds. The last date is in force as a whole, also if the next text begins before it is over here (R51)."""
        version = self._context.version
        for lo, hi in active_spans(self._modifiers, self._context):
            yield lo, max(hi, self._context.zone.midnight(version.whole_end)) if hi == version.end != FOREVER else hi

    def take_over(self, earlier: object) -> None:
        """Go on from the version before, where it counted the same in the same period: only the number may be another."""
        if isinstance(earlier, QuotaMachine) and earlier.counts == self.counts:
            self.held = [*earlier.held, *self.held]
            self._most = max((limit for _, _, limit in self.held), default=self._most)

    @property
    def counts(self) -> tuple[object, ...]:
        """What it counts, whatever the number."""
        form, measure = self._form, self._form.measure
        under = (self._modifiers.only, self._modifiers.excepted)
        days = [[part_meaning(one) for one in some if isinstance(one, DayFilter)] for some in under]
        wish = self._modifiers.wish
        counted = (measure.unit, measure.currency, part_meaning(measure.night))
        return part_meaning(form.selector), counted, form.period, self._week_start, days, wish

    def _count(self, event: Event) -> None:
        if not 0 <= event.version <= self._context.version.index:
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        for key in self._matcher.keys(event, self._context.parties):
            counts = self._matcher.alone(key[0], event, matched)
            if counts == NO:
                continue
            if self._by_dates:
                self._count_dates(event, key, counts)
                continue
            for first, sure, possible in self._parts(event):
                if possible:
                    known_sure, known_possible, entries = self._sums.get((key, first), (0, 0, []))
                    entries.append(event.entry)
                    certain = known_sure + (sure if counts == YES else 0)
                    if self._tells_no_kept and certain >= self._most:
                        entries.clear()  # it will be kept, and nobody asks by what
                    self._sums[key, first] = certain, known_possible + possible, entries

    def _count_dates(self, event: Event, key: Key, counts: int) -> None:
        from pactlang.checker.touched import Counted, counted  # few agreements count dates

        found = counted(event, self._form.measure.night)
        one = (Counted(found.days, found.sure and counts == YES), event.entry)
        for first in {period_bounds(self._form.period, day, self._week_start)[0] for day in found.days}:
            place = (key, first)
            if place in self._sums:
                continue
            self._days.setdefault(place, []).append(one)
            if self._tells_no_kept and one[0].sure and len(found.days) == 1:
                surely = self._surely.setdefault(place, set())
                surely.add(found.days[0])
                if len(surely) >= self._most:
                    self._sums[place] = len(surely), len(surely), []
                    del self._days[place], self._surely[place]

    def _dates_of(self, key: Key, first: int, after: int) -> tuple[int, int, list[Entry]]:
        """How many dates of a period surely count, and how many may; and the entries."""
        from pactlang.checker.touched import least_of, most_of

        found = self._days.get((key, first), [])
        possible = [[day for day in one.days if first <= day < after] for one, _ in found]
        sure = [one.days for one, _ in found if one.sure and first <= one.days[0] and one.days[-1] < after]
        return least_of(sure), most_of(possible), [entry for _, entry in found]

    def _parts(self, event: Event) -> Iterator[tuple[int, Number, Number]]:
        """For each period the event counts in: its first date, what surely counts and what possibly does."""
        first, after = period_bounds(self._form.period, event.day, self._week_start)
        match self._form.measure.unit:
            case Unit.COUNT:
                yield first, 1, 1
            case Unit.AMOUNT:
                amount = self._amount(event)
                yield first, amount, amount
            case Unit.HOURS:
                zone = event.zone
                while first <= event.end_day:
                    opens, closes = zone.midnight(first), zone.midnight(after)
                    sure = max(0, min(event.end_lo, closes) - max(event.hi, opens))
                    # An event with no end has no hours, whenever it was.
                    longest = min(event.end_hi, closes) - max(event.lo, opens) if event.lasts else 0
                    yield first, sure, max(sure, longest)
                    first, after = period_bounds(self._form.period, after, self._week_start)
            case _:
                raise AssertionError("dates, nights and shares are counted apart")

    def finish(self) -> None:
        """Judge every whole period in force that has begun, for each party told apart."""
        keys = self._keys()
        for first, after, limit in self._periods():
            for key in keys:
                self._judge(key, first, after, limit)

    def _keys(self) -> list[Key]:
        """Of whom it asks, each on their own."""
        if self._matcher.each_party:
            return [(party, None) for party in self._context.parties]
        if self._matcher.each_person:
            return [(None, person.name) for person in self._context.version.agreement.people]
        return [(None, None)]

    def _periods(self) -> Iterator[tuple[int, int, Decimal]]:
        """The periods that have begun, through all of which the sentence held, and that end in this version; with the least number."""
        version, zone = self._context.version, self._context.zone
        if not self.held:
            return
        first, after = period_bounds(self._form.period, zone.date_of(self.held[0][0]), self._week_start)
        while zone.midnight(first) <= self._context.facts.as_of and after <= version.whole_end:
            opens, closes = zone.midnight(first), zone.midnight(after)
            inside = [(lo, hi, limit) for lo, hi, limit in self.held if lo < closes and hi > opens]
            # The one period without any moment is a date that the zone skipped; it holds nothing, and asks for nothing.
            whole = opens < closes and not subtract(opens, closes, [(lo, hi) for lo, hi, _ in inside])
            if whole and version.start < closes and any(on_such_weekdays(self._modifiers, day) for day in range(first, after)):
                yield first, after, min(limit for _, _, limit in inside)
            first, after = period_bounds(self._form.period, after, self._week_start)

    def _judge(self, key: Key, first: int, after: int, limit: Decimal) -> None:
        zone, facts = self._context.zone, self._context.facts
        ends = zone.midnight(after)
        sure, possible, entries = self._sums.get((key, first), (0, 0, []))
        if self._by_dates:
            from pactlang.checker.touched import turn_of

            if (key, first) not in self._sums:
                sure, possible, entries = self._dates_of(key, first, after)
            # The last night goes on into the next date, as long as the text does that asks for it.
            ends = max(ends, min(turn_of(after, self._form.measure.night, zone), self._context.version.end))
        number = self._report.number(after - 1)
        if sure >= limit:
            status = Status.KEPT
        elif facts.as_of < ends:
            status = Status.DUE
        elif possible >= limit or ends > facts.complete_end:
            status = Status.UNKNOWN
        else:
            status = Status.BREACH
        measure = self._form.measure
        self._report.add(
            status,
            after - 1,
            zone.midnight(first),
            number,
            moment=ends,
            who=(key[0],) if key[0] is not None else self._named_parties(),
            with_=(key[1],) if key[1] is not None else (),
            due=ends,
            due_date=after - 1,
            measured=sure,
            limit=limit if measure.unit is Unit.AMOUNT else int(limit),
            unit=unit_of(measure, self._form.selector),
            window=(first, after - 1),
            entries=tuple(entries),
        )

    def _named_parties(self) -> tuple[str, ...]:
        return named_parties(self._form.selector.filters) or self._context.parties


def named_parties(filters: tuple[object, ...]) -> tuple[str, ...]:
    """The parties that a `by` filter names."""
    return tuple(name for part in filters if isinstance(part, ByFilter) and isinstance(part.who, Parties) for name in part.who.names)

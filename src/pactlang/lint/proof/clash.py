"""Pairs of sentences that cannot both be kept: one asks for something that the other does not leave room for.

Three kinds of proof. Where a limit forbids an event whatever it is like, every way for the event to come is tried, and each breaks the
limit. Where a limit counts, the least number that must come within some stretch of days is held against the most that it allows. Where
both add up hours or money in the same period, their numbers are held against each other (`summed.py`). Whichever
way, the answer is a log that keeps the one sentence and breaks the other, and the checker has judged it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.active import on_such_weekdays
from pactlang.checker.budget import Budget
from pactlang.checker.finding import Status
from pactlang.lint.proof.scene import Scene, allows_clock, allows_day, by_shape, entries_of, firm, in_order, shapes
from pactlang.model.agreement import (
    Between,
    ByFilter,
    Cap,
    ClockFilter,
    ClockPart,
    DayFilter,
    Duty,
    Gap,
    Interval,
    Matrix,
    NotFilter,
    Parties,
    PersonWord,
    Prohibition,
    Quota,
    Rolling,
    Schedule,
    Sentence,
    Unit,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Period, period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.model.named import EVERY_DAY, NOON, WeekDays
from pactlang.model.parts import filters
from pactlang.model.recurrence import dates
from pactlang.witness.nights import overnight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Measure, Selector

HORIZON = 400  # days that are looked at
_SLOTS = 14  # dates of a schedule that are tried one by one


class Clash(Struct, frozen=True):
    """What asks for something, what leaves no room for it, and the shortest log found that keeps the one and breaks the other.

    `until` is the last date of the log's judgement. `planned` says that another time of day would do, but not the one that is planned.
    `least` and `most` are the numbers between `first` and `last` where it is a matter of counting, else 0; `together` says that it takes
    several periods until there are too many.
    `more` says that more hours or money are owed than are allowed, `back` that money which comes back could make room.
    """

    owed: Sentence
    limit: Sentence | Matrix
    entries: tuple[Entry, ...]
    until: int
    planned: bool = False
    least: int = 0
    most: int = 0
    first: int = 0
    last: int = 0
    together: bool = False
    more: bool = False
    back: bool = False


def clashes(agreement: Agreement, budget: Budget | None = None) -> Iterator[Clash]:
    """Every pair that is proven not to go together. What is not proven is not said: the search is bounded by `HORIZON` days."""
    budget = budget or Budget()
    owed = [one for one in agreement.sentences if isinstance(one.form, Schedule | Interval | Quota) and (_plain(one) or _on_weekdays(one))]
    limits: list[Sentence | Matrix] = [
        one for one in agreement.sentences if isinstance(one.form, Prohibition | Cap | Gap) and _plain(one) and by_shape(one.form.selector)
    ]
    for one in owed:
        for limit in (*limits, *map(firm, agreement.matrices)):
            if budget.spent:
                return
            if _events(_duty(one).selector).isdisjoint(_limited(limit)):
                continue
            each = one.form.turns if isinstance(one.form, Schedule) and one.form.turns else ("",)
            found = next(filter(None, (_Pair(agreement, one, limit, budget, party).clash() for party in each)), None)
            if found is not None:
                yield found


def _plain(sentence: Sentence) -> bool:
    """Whether a sentence holds on every day alike: nothing excuses it and no state switches it."""
    modifiers, form = sentence.modifiers, sentence.form
    if sentence.not_applied or modifiers.only or modifiers.excepted or getattr(form, "unless", None) is not None:
        return False
    selector = _selector(sentence)
    parts = filters(selector)
    if isinstance(form, Schedule) and form.by:
        return False  # it may have come before anything was in force
    if isinstance(form, Quota) and form.measure.unit is Unit.SHARE:
        return False  # nothing need be spent
    return not any(isinstance(part, WhileFilter | NotFilter) or part == WithFilter(PersonWord.SOMEONE_NEW) for part in parts)


def _on_weekdays(sentence: Sentence) -> bool:
    """Whether a schedule is plain but for the days of the week on which it holds (`every day`, except on Sunday)."""
    form, modifiers = sentence.form, sentence.modifiers
    named = [one.days if isinstance(one, DayFilter) else None for one in (*modifiers.only, *modifiers.excepted)]
    if not isinstance(form, Schedule) or form.turns or form.recurrence.every != 1 or not all(isinstance(one, WeekDays) for one in named):
        return False
    return _plain(replace(sentence, modifiers=replace(modifiers, only=(), excepted=())))


def _selector(sentence: Sentence) -> Selector:
    form = sentence.form
    return form.duty.selector if isinstance(form, Schedule | Interval) else form.selector  # type: ignore[union-attr]


def _duty(sentence: Sentence) -> Duty:
    form = sentence.form
    if isinstance(form, Schedule | Interval):
        return form.duty
    assert isinstance(form, Quota)  # noqa: S101 - `clashes` asks for these three alone
    by = next((part.who for part in form.selector.filters if isinstance(part, ByFilter)), None)
    return Duty(form.selector, by)


def _events(selector: Selector) -> set[str]:
    return {one.event for one in selector.alternatives}


def _limited(limit: Sentence | Matrix) -> set[str]:
    return {limit.event} if isinstance(limit, Matrix) else _events(_selector(limit))


def _by_its_end(selector: Selector) -> bool:
    return any(isinstance(part, ClockFilter) and part.part is ClockPart.END for part in filters(selector))


class _Pair:
    """One sentence that asks, and one that limits. Of a sentence in turn, the turns of one `party` are looked at."""

    def __init__(self, agreement: Agreement, owed: Sentence, limit: Sentence | Matrix, budget: Budget, party: str = "") -> None:
        self._agreement = agreement
        self._owed = owed
        self._limit = limit
        self._budget = budget
        self._party = party
        self._duty = replace(_duty(owed), by=Parties((party,))) if party else _duty(owed)
        self._scene = Scene(agreement, (owed, limit), budget)
        # A limit that counts, read as one that forbids: does it see an event at all?
        seen = limit if isinstance(limit, Matrix) else replace(limit, form=Prohibition(_selector(limit)))
        self._sees = Scene(agreement, (owed, seen), budget)
        self._label = limit.name if isinstance(limit, Matrix) else limit.label
        selector = self._duty.selector
        self._ways = [shape for shape in shapes(agreement, selector, self._duty.by, (limit,)) if allows_clock(selector, shape)]
        self._to = () if self._duty.to is None else agreement.parties
        self._night = _nights_of(owed)
        zero = replace(self._night, limit=Decimal(0)) if self._night is not None else None
        in_nights = None if zero is None else replace(owed, form=Cap(zero, selector, Period.WEEK))
        self._in_nights = None if in_nights is None else Scene(agreement, (in_nights,), budget)
        self._counts: dict[tuple[int, int, int | None, int], bool] = {}
        if zero is not None and any(one.length is None for one in self._ways):  # how long it is follows from the nights
            self._ways = [one for one in self._ways if one.length is None]

    def clash(self) -> Clash | None:
        """The proof that these two do not go together, where there is one."""
        form = self._limit if isinstance(self._limit, Matrix) else self._limit.form
        if isinstance(form, Cap | Gap):
            return self._counted(form)
        return self._forbidden()

    # --- limits that forbid ---

    def _forbidden(self) -> Clash | None:
        form = self._owed.form
        if self._night is not None and isinstance(self._limit, Sentence) and _by_its_end(_selector(self._limit)):
            return None  # whoever stays for a night may leave at any time
        if isinstance(form, Schedule) and not form.whole:
            for day in self._slots(form)[:_SLOTS]:
                if form.about is not None:
                    found = self._no_way([day], seconds=self._around(*form.about))
                    if found is not None:
                        return found
                    continue
                days = range(day - form.leeway, day + form.leeway + 1)
                found = self._no_way(list(days))
                if found is not None:
                    return found
                if form.at is not None and not form.leeway:
                    found = self._no_way([day], seconds=(form.at,))
                    if found is not None:
                        return replace(found, planned=True)
            return None
        # Whatever the day of the week: what is owed may come on any of seven.
        first = self._scene.first
        if isinstance(form, Schedule):
            last = next(iter(self._slots(form)), first)
            first = max(first, last - 6)
        return self._no_way([first + offset for offset in range(7)])

    def _around(self, at: int, tolerance: int) -> tuple[int, ...]:
        """Seconds of the day around a time, as far as the limit could tell them apart; none where they go past midnight."""
        first, last = at - tolerance, at + tolerance
        if first < 0 or last >= DAY_SECONDS:
            return ()
        return tuple(sorted({at, first, last, *(way.second for way in self._ways if way.second is not None and first < way.second < last)}))

    def _no_way(self, days: list[int], seconds: tuple[int, ...] | None = None) -> Clash | None:
        """A log that keeps what is owed on one of these days and breaks the limit, where every such log does."""
        shown: list[Entry] | None = None
        for day in days:
            if not allows_day(self._duty.selector, day):
                continue
            for way in (one if second is None else replace(one, second=second) for second in seconds or (None,) for one in self._ways):
                if not self._budget.take():
                    return None
                for entries in self._counting(way, day):
                    if not self._sees.broken(entries, day + 1, self._label):
                        return None
                    shown = shown or self._showing(entries, day)
        if shown is None:
            return None
        return Clash(self._owed, self._limit, tuple(shown), max(one.end_day or one.day for one in shown))

    def _counting(self, way: Shape, day: int) -> Iterator[list[Entry]]:
        """The event as it is, or for a number of nights as it is and gone on into one for a while: those that count."""
        entries = in_order(entries_of(self._duty.selector, day, way, self._to))
        if self._night is None or self._in_nights is None:
            yield entries
            return
        for place, night in enumerate((None, *_barely(self._night))):
            made = entries if night is None else in_order([overnight(one, night) for one in entries])
            key = (day, way.second, way.length, place)
            if key not in self._counts:
                self._counts[key] = self._in_nights.broken(made, day + 1, self._owed.label)
            if self._counts[key]:
                yield made

    def _showing(self, entries: list[Entry], day: int) -> list[Entry] | None:
        """These entries, where the checker finds that they keep what is owed."""
        form = self._owed.form
        if isinstance(form, Quota):
            return entries  # one event of several that are owed
        entries = in_order([*self._turns_before(day), *entries])
        return entries if Status.KEPT in self._scene.statuses(entries, day + 1, self._owed.label) else None

    def _turns_before(self, day: int) -> list[Entry]:
        """What keeps the turns of the others that come first."""
        form = self._owed.form
        if not self._party or not isinstance(form, Schedule):
            return []
        due = {each: name for name in form.turns if name != self._party for each in self._slots(form, name)}
        shape = self._ways[0]
        earlier = sorted(each for each in due if each < day)
        ways = [(each, replace(shape, acting=((due[each],),))) for each in earlier]
        return [entry for each, way in ways for entry in entries_of(self._duty.selector, each, way, self._to)]

    # --- limits that count ---

    def _counted(self, limit: Cap | Gap) -> Clash | None:
        if isinstance(limit, Cap) and limit.measure.sums:
            return self._summed(limit)
        later = self._later(limit)
        if later is None or (isinstance(limit, Cap) and _exact(limit.window)):
            return None
        if isinstance(limit, Gap) and not isinstance(limit.length, Days):
            return None
        form = self._owed.form
        if self._told_apart(limit) or (isinstance(form, Schedule) and (form.leeway or form.about or form.whole)):
            return None
        stretch = next(self._too_many(limit, later), None)
        if stretch is None or self._escapes():
            return None
        first, last, least, most = stretch
        for shape in map(self._as_planned, self._ways[:1]):
            entries = [one for day in self._evenly(first, last) for one in entries_of(self._duty.selector, day, shape, self._to)]
            if self._night is not None:
                entries = [overnight(one, self._night) for one in entries]
            until = max([last, *(one.end_day or one.day for one in entries)])
            if not self._budget.take() or not self._scene.broken(in_order(entries), until, self._label):
                return None
            return Clash(self._owed, self._limit, tuple(in_order(entries)), until, False, least, most, first, last, bool(later))
        return None

    def _as_planned(self, shape: Shape) -> Shape:
        """At the hour of the schedule, for as long as it says: what people would write."""
        form = self._owed.form
        if not isinstance(form, Schedule) or form.at is None:
            return shape
        return replace(shape, second=form.at)

    def _later(self, limit: Cap | Gap) -> int | None:
        """By how many dates what counts for the one may count later for the other; None where so many of the one may be fewer of the other.

        What is owed on dates has as many dates, and no fewer events. A night is reached by an event that begins on the date of the
        evening or on the next one; each has a date of its own where it opens after midnight.
        """
        form = self._owed.form
        owed = form.measure.unit if isinstance(form, Quota) else Unit.DAYS
        counted = limit.measure.unit if isinstance(limit, Cap) else Unit.COUNT
        if owed is counted or (owed, counted) == (Unit.DAYS, Unit.COUNT):
            return 0 if owed in (Unit.COUNT, Unit.DAYS, Unit.NIGHTS) else None
        if owed is Unit.NIGHTS and self._night is not None and self._night.night is not None:
            lines = self._night.night.lines
            plain = len(lines) == 1 and part_meaning(lines[0].days) == part_meaning(EVERY_DAY)
            if plain and (counted is Unit.COUNT or (counted is Unit.DAYS and lines[0].start < lines[0].end <= NOON)):
                return 1
        return None

    def _summed(self, limit: Cap) -> Clash | None:
        form = self._owed.form
        if not isinstance(form, Quota):
            return None
        from pactlang.lint.proof.summed import asks_for_more, just_enough, may_come_back

        if not asks_for_more(form, limit) or self._told_apart(limit) or self._escapes():
            return None
        first, after = period_bounds(form.period, self._scene.first, self._agreement.week_start)
        if first < self._scene.first:
            first, after = period_bounds(form.period, after, self._agreement.week_start)
        for shape in self._ways[:1]:
            entries = in_order(just_enough(form, first, after - 1, shape))
            if not self._budget.take() or not self._scene.broken(entries, after - 1, self._label):
                return None
            if self._scene.broken(entries, after - 1, self._owed.label):
                return None
            return Clash(self._owed, self._limit, tuple(entries), after - 1, more=True, back=may_come_back(form, limit))
        return None

    def _told_apart(self, limit: Cap | Gap) -> bool:
        """Whether the limit counts apart what may come from different people: then another one could do it."""
        parts = filters(limit.selector)
        if WithFilter(PersonWord.EACH_PERSON) in parts:
            return True
        return ByFilter(WhoWord.EACH_PARTY) in parts and self._duty.by in (None, WhoWord.ANYONE)

    def _escapes(self) -> bool:
        """Whether an event that is owed could come so that the limit does not see it."""
        day = next(iter(self._evenly(self._scene.first, self._scene.first + HORIZON)), self._scene.first)
        for offset in range(1 if isinstance(self._owed.form, Schedule) else 7):
            if not allows_day(self._duty.selector, day + offset):
                continue
            for shape in self._ways:
                entries = in_order(entries_of(self._duty.selector, day + offset, shape, self._to))
                if not self._budget.take() or not self._sees.broken(entries, day + offset + 1, self._label):
                    return True
        return False

    def _too_many(self, limit: Cap | Gap, later: int) -> Iterator[tuple[int, int, int, int]]:
        """The stretches of days in which more must come than may: first and last day, least and most."""
        start, end = self._scene.first, self._scene.first + HORIZON
        for first, last, most in _windows(limit, start, end, self._agreement.week_start):
            least = self._least(first, last - later)
            if least > most:
                yield first, last, least, most
        form = self._owed.form
        if isinstance(form, Interval) and isinstance(limit, Gap) and isinstance(form.every, Days) and not form.every.months:
            # After each, the next must come by one date and may come only after it; no number of events tells that.
            assert isinstance(limit.length, Days)  # noqa: S101 - others are not looked at
            if form.every.days < limit.length.days and not limit.length.months:
                yield start, start + 2 * form.every.days, 0, 0
        if isinstance(form, Quota):
            day, begins, number = start, start, 0
            while day < end:
                first, after = period_bounds(form.period, day, self._agreement.week_start)
                day = after
                if first < start:
                    continue
                if not (later and number):
                    begins, number = first, 0
                number += int(form.measure.limit)
                most = _most(limit, begins, after - 1 + later, self._agreement.week_start)
                if number > most:
                    yield begins, after - 1 + later, number, most

    def _least(self, first: int, last: int) -> int:
        """How many events keeping what is owed takes within a stretch of days, at the very least."""
        form = self._owed.form
        assert isinstance(form, Schedule | Interval | Quota)  # noqa: S101 - `clashes` asks for these three alone
        match form:
            case Schedule():
                return sum(first <= day <= last for day in self._slots(form))
            case Interval(every=Days(months=0, days=days)):
                return (last - first + 1) // days
            case Quota():
                day, number = first, 0
                while day <= last:
                    begins, after = period_bounds(form.period, day, self._agreement.week_start)
                    number += begins >= first and after - 1 <= last
                    day = after
                return number * int(form.measure.limit)
            case Interval():  # by months or hours: nothing is claimed
                return 0
            case _:
                assert_never(form)

    def _slots(self, form: Schedule, party: str = "") -> list[int]:
        start = self._scene.first
        turn = form.first_turn
        anchor = start if turn is None else turn.day
        found = list(dates(form.recurrence, start, max(start + HORIZON, form.recurrence.date or 0), anchor, self._agreement.week_start))
        found = [day for day in found if on_such_weekdays(self._owed.modifiers, day)]
        party = party or self._party
        if not party:
            return found
        found = [day for day in found if turn is None or form.whole or day >= turn.day]
        whose = (form.turns.index(party) - (0 if turn is None else form.turns.index(turn.party))) % len(form.turns)
        return found[whose :: len(form.turns)]

    def _evenly(self, first: int, last: int) -> list[int]:
        """Dates that keep what is owed within a stretch, as few and as far apart as can be."""
        form = self._owed.form
        assert isinstance(form, Schedule | Interval | Quota)  # noqa: S101 - `clashes` asks for these three alone
        match form:
            case Schedule():
                return [day for day in self._slots(form) if first <= day <= last]
            case Interval(every=Days(months=0, days=days)):
                return list(range(first, last + 1, days))
            case Quota():
                found: list[int] = []
                day = first
                while day <= last:
                    begins, after = period_bounds(form.period, day, self._agreement.week_start)
                    if begins >= first and after - 1 <= last:
                        number = int(form.measure.limit)
                        found += [begins + place * (after - begins) // number for place in range(number)]
                    day = after
                return found
            case Interval():
                return []
            case _:
                assert_never(form)


def _nights_of(sentence: Sentence) -> Measure | None:
    """The nights that a sentence asks for."""
    form = sentence.form
    return form.measure if isinstance(form, Quota) and form.measure.unit is Unit.NIGHTS else None


def _barely(measure: Measure) -> tuple[Measure, Measure]:
    """The same nights, and as if each were over at once: so that an event goes on into one for a minute only."""
    assert measure.night is not None  # noqa: S101 - whoever counts nights knows them
    lines = tuple(replace(line, end=(line.start + 120) % DAY_SECONDS) for line in measure.night.lines)
    return measure, replace(measure, night=replace(measure.night, lines=lines))


def _exact(window: object) -> bool:
    return isinstance(window, Between) or (isinstance(window, Rolling) and not isinstance(window.length, Days))


def _windows(limit: Cap | Gap, start: int, end: int, week_start: int) -> Iterator[tuple[int, int, int]]:
    """The stretches of days in which a limit counts, each with the most that it allows."""
    if isinstance(limit, Gap):
        assert isinstance(limit.length, Days)  # noqa: S101 - others are not looked at
        if not limit.length.months:
            yield from ((day, day + limit.length.days - 1, 1) for day in range(start, end - limit.length.days))
        return
    most = int(limit.measure.limit)
    if isinstance(limit.window, Rolling):
        assert isinstance(limit.window.length, Days)  # noqa: S101 - others are not looked at
        if not limit.window.length.months:
            yield from ((day, day + limit.window.length.days - 1, most) for day in range(start, end - limit.window.length.days))
        return
    day = start
    while day < end:
        first, after = period_bounds(limit.window, day, week_start)
        if first >= start:
            yield first, after - 1, most
        day = after


def _most(limit: Cap | Gap, first: int, last: int, week_start: int) -> int:
    """How many events a limit allows within a stretch of days, at the very most."""
    length = last - first + 1
    if isinstance(limit, Gap):
        assert isinstance(limit.length, Days)  # noqa: S101 - others are not looked at
        return length if limit.length.months or not limit.length.days else -(-length // limit.length.days)
    most = int(limit.measure.limit)
    if isinstance(limit.window, Rolling):
        assert isinstance(limit.window.length, Days)  # noqa: S101 - others are not looked at
        return most * (-(-length // limit.window.length.days)) if not limit.window.length.months else most * length
    day, windows = first, 0
    while day <= last:
        windows += 1
        day = period_bounds(limit.window, day, week_start)[1]
    return most * windows

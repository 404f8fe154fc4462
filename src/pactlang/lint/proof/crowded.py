"""A limit that counts: the least number that must come within some stretch of days, held against the most that it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.lint.proof.pair import HORIZON, Clash, Pair
from pactlang.lint.proof.scene import allows_day, entries_of, in_order
from pactlang.model.agreement import (
    Between,
    ByFilter,
    Cap,
    Gap,
    Interval,
    PersonWord,
    Quota,
    Rolling,
    Schedule,
    Unit,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Days, period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.model.named import EVERY_DAY, NOON
from pactlang.model.parts import filters
from pactlang.witness.nights import overnight

if TYPE_CHECKING:
    from collections.abc import Iterator


class Counted(Pair):
    """What is owed, and what limits how much of it there may be."""

    def clash(self, limit: Cap | Gap) -> Clash | None:
        """The proof that these two do not go together, where there is one."""
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

"""A limit that forbids an event whatever it is like: every way for the event to come is tried, and each breaks the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.lint.proof.pair import Clash, Pair
from pactlang.lint.proof.scene import allows_day, entries_of, in_order, selector_of
from pactlang.model.agreement import (
    ClockFilter,
    ClockPart,
    Quota,
    Schedule,
    Sentence,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.parts import filters
from pactlang.witness.nights import overnight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Measure, Selector

_SLOTS = 14  # dates of a schedule that are tried one by one


class Forbidden(Pair):
    """What is owed, and what forbids it."""

    def clash(self) -> Clash | None:
        """The proof that these two do not go together, where there is one."""
        form = self._owed.form
        if self._night is not None and isinstance(self._limit, Sentence) and _by_its_end(selector_of(self._limit)):
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


def _by_its_end(selector: Selector) -> bool:
    return any(isinstance(part, ClockFilter) and part.part is ClockPart.END for part in filters(selector))


def _barely(measure: Measure) -> tuple[Measure, Measure]:
    """The same nights, and as if each were over at once: so that an event goes on into one for a minute only."""
    assert measure.night is not None  # noqa: S101 - whoever counts nights knows them
    lines = tuple(replace(line, end=(line.start + 120) % DAY_SECONDS) for line in measure.night.lines)
    return measure, replace(measure, night=replace(measure.night, lines=lines))

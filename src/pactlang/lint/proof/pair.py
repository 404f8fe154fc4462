"""A sentence that asks for something beside one that limits, and what is found of the two."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.active import on_such_weekdays
from pactlang.checker.budget import Budget
from pactlang.lint.proof.scene import Scene, allows_clock, selector_of, shapes
from pactlang.model.agreement import (
    ByFilter,
    Cap,
    Duty,
    Interval,
    Matrix,
    Parties,
    Prohibition,
    Quota,
    Schedule,
    Sentence,
    Unit,
)
from pactlang.model.calendar import Days, Period, period_bounds
from pactlang.model.recurrence import dates

if TYPE_CHECKING:
    from pactlang.lint.proof.scene import Shape
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Measure

HORIZON = 400  # days that are looked at


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


def duty_of(sentence: Sentence) -> Duty:
    """What a sentence asks for, also where it only counts."""
    form = sentence.form
    if isinstance(form, Schedule | Interval):
        return form.duty
    assert isinstance(form, Quota)  # noqa: S101 - `clashes` asks for these three alone
    by = next((part.who for part in form.selector.filters if isinstance(part, ByFilter)), None)
    return Duty(form.selector, by)


def nights_of(sentence: Sentence) -> Measure | None:
    """The nights that a sentence asks for."""
    form = sentence.form
    return form.measure if isinstance(form, Quota) and form.measure.unit is Unit.NIGHTS else None


class Pair:
    """One sentence that asks, and one that limits. Of a sentence in turn, the turns of one `party` are looked at."""

    def __init__(self, agreement: Agreement, owed: Sentence, limit: Sentence | Matrix, budget: Budget, party: str = "") -> None:
        self._agreement = agreement
        self._owed = owed
        self._limit = limit
        self._budget = budget
        self._party = party
        self._duty = replace(duty_of(owed), by=Parties((party,))) if party else duty_of(owed)
        self._scene = Scene(agreement, (owed, limit), budget)
        # A limit that counts, read as one that forbids: does it see an event at all?
        seen = limit if isinstance(limit, Matrix) else replace(limit, form=Prohibition(selector_of(limit)))
        self._sees = Scene(agreement, (owed, seen), budget)
        self._label = limit.name if isinstance(limit, Matrix) else limit.label
        selector = self._duty.selector
        self._ways = [shape for shape in shapes(agreement, selector, self._duty.by, (limit,)) if allows_clock(selector, shape)]
        self._to = () if self._duty.to is None else agreement.parties
        self._night = nights_of(owed)
        zero = replace(self._night, limit=Decimal(0)) if self._night is not None else None
        in_nights = None if zero is None else replace(owed, form=Cap(zero, selector, Period.WEEK))
        self._in_nights = None if in_nights is None else Scene(agreement, (in_nights,), budget)
        self._counts: dict[tuple[int, int, int | None, int], bool] = {}
        if zero is not None and any(one.length is None for one in self._ways):  # how long it is follows from the nights
            self._ways = [one for one in self._ways if one.length is None]

    def _as_planned(self, shape: Shape) -> Shape:
        """At the hour of the schedule, for as long as it says: what people would write."""
        form = self._owed.form
        if not isinstance(form, Schedule) or form.at is None:
            return shape
        return replace(shape, second=form.at)

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

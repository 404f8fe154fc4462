"""Sentences that another one makes needless, and sentences that nothing can ever break or start.

Told from the sentences' own parts alone: what cannot be told from them is not said.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.active import on_such_dates, on_such_weekdays
from pactlang.checker.budget import Budget
from pactlang.checker.timeline import zone_of
from pactlang.model.agreement import (
    Ahead,
    AtFilter,
    BreachTrigger,
    Cap,
    ClauseKind,
    ClockFilter,
    ClockPart,
    Comparison,
    DateRange,
    DayFilter,
    EveryOther,
    FieldFilter,
    Gap,
    Interval,
    LengthFilter,
    Parties,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    Quota,
    Schedule,
    Season,
    Sentence,
    Unit,
    WhoWord,
)
from pactlang.model.calendar import Days, Exact, Period, add_days, load_zone, period_bounds
from pactlang.model.named import DaySet, WeekDays
from pactlang.model.parts import after_breach, limited, occasion, wanted
from pactlang.model.recurrence import dates
from pactlang.witness.entries import seconds_of
from pactlang.witness.filters import Ground
from pactlang.witness.forms import as_strict
from pactlang.witness.order import means_less

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.lint.subject import Subject
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Filter, Form, Modifiers

_DAYS_OF_WEEK = 7
_SHORTEST_DAY = 23 * 3600  # where a clock is put forward by an hour


class Needless(Struct, frozen=True):
    """A sentence that is kept whenever the `other` is. `same` says that both ask for exactly the same."""

    sentence: Sentence
    other: Sentence
    same: bool = False


class Never(Struct, frozen=True):
    """A sentence that speaks of nothing: no event fits what `because` says of it, or, of what stands alone, it asks on no date.

    `later`: it would ask if the agreement went on (or its warning comes too late), and `because` says so as a whole sentence.
    """

    sentence: Sentence
    because: str
    no_date: bool = False
    later: bool = False


def needless(agreement: Agreement) -> Iterator[Needless]:
    """Every sentence that another one of the agreement makes needless, each told once."""
    told: set[str] = set()
    sentences = [one for one in agreement.sentences if not (one.not_applied or one.repairs)]
    for first, second in combinations(sentences, 2):
        if _meaning(first) == _meaning(second):
            told.add(second.label)
            yield Needless(second, first, same=True)
    ground = Ground(agreement.parties, zone_of(agreement, load_zone("UTC")), any(state.each for state in agreement.states))
    repairs = {clause.name for clause in agreement.clauses if clause.kind is ClauseKind.REPAIR}
    for weak, strong in permutations(sentences, 2):
        if weak.label in told or strong.label in told or not _follows_as_much(weak, strong, repairs):
            continue
        if _covered(weak, strong, ground):
            told.add(weak.label)
            yield Needless(weak, strong)


def proven(subject: Subject, code: str, *, same: bool) -> Iterator[tuple[Needless, tuple[tuple[Entry, ...], int]]]:
    """Those that ask for the same as another, or for less, each with a log that breaks both."""
    budget = Budget(subject.steps)
    for one in needless(subject.agreement):
        if one.same is same:
            from pactlang.lint.proof.breaking import breaks_both

            if (shown := breaks_both(subject.agreement, one.sentence, one.other, budget)) is not None:
                yield one, shown
    if budget.spent:
        subject.given_up.add(code)


def never(agreement: Agreement) -> Iterator[Never]:
    """Every sentence whose own words leave no event (or no date) to speak of."""
    for sentence in agreement.sentences:
        if because := next(_nothing_fits(sentence), ""):
            yield Never(sentence, because)
        elif because := _no_date(sentence, agreement):
            yield Never(sentence, because, no_date=True)
        elif because := _too_late(sentence, agreement):
            yield Never(sentence, because, no_date=True, later=True)


def _meaning(sentence: Sentence) -> tuple[Form, Modifiers]:
    """What a sentence asks for; what reminds of it is left out."""
    return sentence.form, replace(sentence.modifiers.judged, optionally=sentence.modifiers.optionally)


# --- needless ---------------------------------------------------------------------------------------------------


def _covered(weak: Sentence, strong: Sentence, ground: Ground) -> bool:
    """Whether keeping the strong sentence always keeps the weak one, as far as their parts tell."""
    if strong.modifiers.only or strong.modifiers.excepted or strong.modifiers.grace != weak.modifiers.grace:
        return False
    if strong.modifiers.otherwise is not None:
        return False  # a breach of it may be repaired
    if strong.modifiers.untold != weak.modifiers.untold:
        return False
    if strong.modifiers.wish > weak.modifiers.wish or not set(strong.modifiers.covering) >= set(weak.modifiers.covering):
        return False
    dated = bool(weak.modifiers.only or weak.modifiers.excepted)
    match weak.form, strong.form:
        case (Cap() | Gap() | ProhibitionAfter()) as low, Prohibition(selector=forbidden, unless=None):
            narrow = limited(low)
            return narrow is not None and means_less(narrow, forbidden, ground, apart="limit")
        case Cap(window=Period()) as low, Cap(window=Period()) as high if _leave_no_more(high, low):
            return as_strict(replace(high, window=low.window, measure=low.measure), low, ground, dated=dated)
        case Schedule() as low, Schedule() as high:
            return high.duty.by in (WhoWord.EACH_PARTY, WhoWord.EVERYONE) and _on_the_same_dates(low, high)
        case Precedence(lead=Ahead(at_least=Exact(seconds=needed))) as low, Precedence(
            lead=Ahead(at_least=Days(months=0, days=days) as more)
        ):
            earlier = replace(low, lead=replace(low.lead, at_least=more))
            return needed <= (days - 1) * _SHORTEST_DAY and as_strict(strong.form, earlier, ground, dated=dated)
        case Quota(), Quota():
            return not dated and as_strict(strong.form, weak.form, ground)
        case _:
            return as_strict(strong.form, weak.form, ground, dated=dated)


# How many of one period reach into one of another, at the very most.
_WINDOWS = {
    (Period.DAY, Period.WEEK): 7,
    (Period.DAY, Period.MONTH): 31,
    (Period.DAY, Period.QUARTER): 92,
    (Period.DAY, Period.YEAR): 366,
    (Period.WEEK, Period.MONTH): 6,
    (Period.WEEK, Period.QUARTER): 14,
    (Period.WEEK, Period.YEAR): 54,
    (Period.MONTH, Period.QUARTER): 3,
    (Period.MONTH, Period.YEAR): 12,
    (Period.QUARTER, Period.YEAR): 4,
}


def _leave_no_more(short: Cap, long: Cap) -> bool:
    """Whether what a limit by a shorter period allows in all of a longer one is no more than the other allows: one a day, eight a week."""
    assert isinstance(short.window, Period)  # noqa: S101 - `_covered` asks for these alone
    assert isinstance(long.window, Period)  # noqa: S101
    number = _WINDOWS.get((short.window, long.window))
    counted = short.measure.unit is long.measure.unit is Unit.COUNT
    return counted and number is not None and short.measure.limit * number <= long.measure.limit


def _follows_as_much(weak: Sentence, strong: Sentence, repairs: set[str]) -> bool:
    """Whether every breach that sets off a sentence sets off the other, too: none of their own clause do, and a repair follows more."""
    trigger = getattr(weak.form, "trigger", None)
    if not isinstance(trigger, BreachTrigger) or not after_breach(strong.form) or weak.clause == strong.clause:
        return True
    return trigger.of is not None and (strong.clause in repairs or weak.clause not in repairs)


def _on_the_same_dates(low: Schedule, high: Schedule) -> bool:
    """Whether a schedule asks some, or one in turn, for what another one asks of all on each of its dates."""
    bare = [
        replace(one, duty=replace(one.duty, by=None), turns=(), first_turn=None, at=one.at if one.about or one.by else None)
        for one in (low, high)
    ]
    some = low.turns or isinstance(low.duty.by, Parties) or low.duty.by is WhoWord.ANYONE
    return bool(some) and not high.turns and low.recurrence.every == 1 and bare[0] == bare[1]


# --- never ------------------------------------------------------------------------------------------------------


def _nothing_fits(sentence: Sentence) -> Iterator[str]:
    form = sentence.form
    for selector in filter(None, (limited(form), wanted(form), occasion(form))):
        found = [_empty((*selector.filters, *one.filters)) for one in selector.alternatives]
        if found and all(found):
            yield found[0]


def _empty(filters: Iterable[Filter]) -> str:
    """Why no event can fit these filters together; an empty string where one may."""
    parts = list(filters)
    days = [part.days.days for part in parts if isinstance(part, DayFilter) and isinstance(part.days, WeekDays)]
    if days and not frozenset.intersection(*days):
        return "it asks for two different days of the week at once"
    for here, there in combinations([part for part in parts if isinstance(part, AtFilter)], 2):
        if set(here.places).isdisjoint(there.places):
            return "it asks for two different places at once"
    for this, that in combinations([part for part in parts if isinstance(part, FieldFilter)], 2):
        if this.field == that.field and this.comparison is that.comparison is Comparison.IS and this.value != that.value:
            return f"it asks for two different values of {this.field} at once"
    for one, other in combinations([part for part in parts if isinstance(part, ClockFilter) and part.part is not ClockPart.ANY], 2):
        if one.part is other.part and not _meet(one, other):
            return "it asks for two different times of day at once"
    least = [seconds_of(part.length) for part in parts if isinstance(part, LengthFilter) and part.comparison in _AT_LEAST]
    most = [seconds_of(part.length) for part in parts if isinstance(part, LengthFilter) and part.comparison in _AT_MOST]
    if least and most and max(least) > min(most):
        return "it asks for longer and for shorter at once"
    return ""


_AT_LEAST = (Comparison.AT_LEAST, Comparison.MORE_THAN)
_AT_MOST = (Comparison.AT_MOST, Comparison.LESS_THAN)


def _meet(one: ClockFilter, other: ClockFilter) -> bool:
    """Whether two windows of the clock share a moment."""

    def inside(window: ClockFilter, second: int) -> bool:
        if window.start < window.end:
            return window.start <= second < window.end
        return second >= window.start or second < window.end

    return inside(one, other.start) or inside(other, one.start)


def _no_date(sentence: Sentence, agreement: Agreement) -> str:
    """Why no date is left for a sentence to hold on; an empty string where one is."""
    modifiers, first, last = sentence.modifiers, agreement.in_force_from, agreement.in_force_until
    once = sentence.form.recurrence.date if isinstance(sentence.form, Schedule) else None
    for condition in (*modifiers.only, *([DateRange(once, once)] if once is not None else [])):
        if isinstance(condition, DateRange):
            first = condition.first if first is None else max(first, condition.first or first)
            last = condition.last if last is None else min(last, condition.last or last)
    if first is not None and last is not None and first > last:
        if once is not None:
            return _outside(sentence, once, agreement)
        return "it holds only on dates on which the agreement is not in force"
    if once is not None and not (on_such_weekdays(modifiers, once) and on_such_dates(modifiers, once)):
        return f"its date, {date.fromordinal(once).isoformat()}, is one on which it does not hold"
    if (because := _no_such_time(sentence, first, last, agreement)) is not None:
        return because
    only_days = [_week(condition.days) for condition in modifiers.only if isinstance(condition, DayFilter)]
    left = frozenset(range(_DAYS_OF_WEEK)).intersection(*only_days)
    for condition in modifiers.excepted:
        if isinstance(condition, DayFilter):
            left -= condition.days.days if isinstance(condition.days, WeekDays) else frozenset()
    return "" if left else "no day of the week is left on which it holds"


def _too_late(sentence: Sentence, agreement: Agreement) -> str:
    """That the agreement is over before a rhythm asks for the first time, or a warning comes too late; else an empty string."""
    form, first, last = sentence.form, agreement.in_force_from, agreement.in_force_until
    warns = sentence.modifiers.warn_at
    if isinstance(form, Cap) and form.measure.unit is not Unit.HOURS and warns is not None and warns > form.measure.limit:
        return f"The warning at {warns} comes only after the limit is passed."
    if first is None or last is None or sentence.modifiers.only or sentence.modifiers.excepted:
        return ""
    ends = f"the agreement ends ({date.fromordinal(last).isoformat()})"
    if isinstance(form, Interval) and isinstance(form.every, Days) and add_days(first, form.every) > last:
        return f"Nothing is due here before {ends}, unless one came shortly before it begins."
    if isinstance(form, Quota):
        begins, after = period_bounds(form.period, first, agreement.week_start)
        if begins < first:
            after = period_bounds(form.period, after, agreement.week_start)[1]
        if after - 1 > last:
            return f"Nothing is due here: it asks something of whole {form.period.value}s, and none is over before {ends}."
    return ""


def _outside(sentence: Sentence, once: int, agreement: Agreement) -> str:
    """Why a sentence does not hold on its one date, which is outside the dates of the agreement or its own."""
    named = f"its date, {date.fromordinal(once).isoformat()}, is"
    if agreement.in_force_from is not None and once < agreement.in_force_from:
        return f"{named} before this agreement begins ({date.fromordinal(agreement.in_force_from).isoformat()})"
    if agreement.in_force_until is not None and once > agreement.in_force_until:
        return f"{named} after this agreement ends ({date.fromordinal(agreement.in_force_until).isoformat()})"
    return f"{named} one on which it does not hold"


def _no_such_time(sentence: Sentence, first: int | None, last: int | None, agreement: Agreement) -> str | None:
    """Why what holds in a season, or in odd or even weeks, has no date left, or a promise of each period no whole period."""
    modifiers, form = sentence.modifiers, sentence.form
    if not any(isinstance(one, Season | EveryOther) for one in (*modifiers.only, *modifiers.excepted)):
        return None
    begins = date(2026, 1, 1).toordinal() if first is None else first
    ends = min(begins + _YEARS, date.max.toordinal() if last is None else last)
    held = {day for day in range(begins, ends + 1) if on_such_dates(modifiers, day) and on_such_weekdays(modifiers, day)}
    if not held:
        return "no date is left on which it holds"
    if isinstance(form, Schedule) and held.isdisjoint(dates(form.recurrence, begins, ends, begins, agreement.week_start)):
        return "it holds on none of its dates"
    period = form.period if isinstance(form, Quota) else None
    if isinstance(form, Schedule) and form.whole:
        period = Period(form.recurrence.rhythm.value)
    if period is None:
        return None
    bounds = {period_bounds(period, day, agreement.week_start) for day in held}
    if any(begins <= one[0] and all(on_such_dates(modifiers, day) for day in range(*one)) for one in bounds if one[1] <= ends):
        return None
    return f"it asks something of whole {period.value}s, and it holds through none of them"


_YEARS = 9 * 366  # in which every week, month and year comes that can be told apart here


def _week(days: DaySet) -> frozenset[int]:
    """The days of the week on which a set may have dates."""
    return days.days if isinstance(days, WeekDays) else frozenset(range(_DAYS_OF_WEEK))

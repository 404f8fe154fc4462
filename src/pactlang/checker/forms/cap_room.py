"""What is left of a cap at *as of*: said by the machine that counts, for everyone whom it tells apart."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from pactlang.checker.filters import named_in
from pactlang.checker.finding import Room
from pactlang.checker.spans import FOREVER
from pactlang.model.agreement import DateRange, DayFilter, EveryOther, NotFilter, Season, WhileFilter
from pactlang.model.calendar import Days, Period, add_days, period_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.filters import Matcher
    from pactlang.checker.finding import Standing
    from pactlang.model.agreement import Cap, Condition, Filter, Rolling, Sentence
    from pactlang.model.calendar import Zone
    from pactlang.model.named import Again

Number = int | Decimal
Key = tuple[str | None, str | None]


class Counts(Protocol):
    """Whatever counts the events of one cap for one key."""

    @property
    def limit(self) -> Number:
        """How much there may be."""

    def standing(self, as_of: int, zone: Zone) -> Standing:
        """What is counted at an instant."""


def rooms_of(
    sentence: Sentence,
    form: Cap,
    matcher: Matcher,
    counters: Mapping[Key, Counts],
    new: Callable[[], Counts],
    unit: str,
    context: Context,
) -> None:
    """Note how a cap stands at *as of*, where it holds then: one `Room` for everyone whom it tells apart, counted or not."""
    as_of, version = context.facts.as_of, context.version
    if not version.judges(as_of):
        return
    parties: tuple[str | None, ...] = context.parties if matcher.each_party else (None,)
    keys: dict[Key, None] = {}
    for party in parties:
        if matcher.each_person:
            keys |= dict.fromkeys(key for key in counters if key[0] == party and key[1] is not None)
        keys[party, None] = None
    holds: dict[str | None, int | None] = {}
    for key in keys:
        if key[0] not in holds:
            holds[key[0]] = _for_some(sentence, form, context, as_of, key[0])
        ends = holds[key[0]]
        if ends is None:
            continue
        last = None if ends == FOREVER else context.zone.date_of(ends - 1)
        counter = counters.get(key) or new()
        standing = counter.standing(as_of, context.zone)
        if key[1] is not None and not standing.most:
            continue  # as anybody else
        if not standing.most and _none_today(sentence, form, context.zone.date_of(as_of)):
            continue  # nothing is counted, and nothing that begins today would be
        if standing.free is not None and standing.free >= ends:
            standing = replace(standing, free=None)
        who, people = (key[0],) if key[0] is not None else (), (key[1],) if key[1] is not None else ()
        others = matcher.each_person and key[1] is None
        context.ledger.rooms.append(Room(version.agreement, sentence, who, people, others, counter.limit, unit, standing, last))


def _none_today(sentence: Sentence, form: Cap, today: int) -> bool:
    """Whether a cap of each day names days of which today is none."""
    if form.window is not Period.DAY:
        return False
    under = sentence.modifiers
    if any(not _day(one, today) for one in under.only) or any(isinstance(one, DayFilter) and one.holds(today) for one in under.excepted):
        return True
    return not any(all(_day(one, today) for one in (*form.selector.filters, *way.filters)) for way in form.selector.alternatives)


def _day(one: Filter | Condition, today: int) -> bool:
    """Whether what begins today can fit, by the days that it names."""
    match one:
        case DayFilter():
            return one.holds(today)
        case NotFilter(DayFilter() as days):
            return not days.holds(today)
        case _:
            return True


def _for_some(sentence: Sentence, form: Cap, context: Context, as_of: int, party: str | None) -> int | None:
    """The same for a party that it tells apart; if it tells nobody apart and a state is each party's own, for whomever it holds longest."""
    if party is not None or not context.own:
        return _holds_until(sentence, form, context if party is None else context.of(party), as_of)
    named = named_in(form.selector)
    meant = frozenset().union(*named.values()) if len(named) == len({one.event for one in form.selector.alternatives}) else context.parties
    found = [_holds_until(sentence, form, context.of(one), as_of) for one in context.parties if one in meant]
    return max((end for end in found if end is not None), default=None)


def _holds_until(sentence: Sentence, form: Cap, context: Context, as_of: int) -> int | None:
    """The instant up to which a cap goes on as now; None where it does not hold now. Weekdays and hours are left to the event."""
    modifiers = sentence.modifiers
    under = [_while(condition, context, as_of) for condition in modifiers.only]
    under += [_except(condition, context, as_of) for condition in modifiers.excepted]
    ways: list[int] = []
    for one in form.selector.alternatives:
        ends = under + [_while(part, context, as_of) for part in (*form.selector.filters, *one.filters) if isinstance(part, WhileFilter)]
        if None not in ends:
            ways.append(min((end for end in ends if end is not None), default=FOREVER))
    return min(max(ways), context.version.end) if ways else None


def _while(condition: Condition, context: Context, as_of: int) -> int | None:
    """Up to when a condition holds; None where it does not hold now."""
    match condition:
        case DateRange(first, last):
            begun = first is None or context.zone.midnight(first) <= as_of
            end = FOREVER if last is None else context.zone.midnight(last + 1)
            return end if begun and as_of < end else None
        case Season() | EveryOther():
            return _turns(condition, context, as_of, holds=True)
        case WhileFilter(state):
            return context.states[state].possible_until(as_of)
        case _:
            return FOREVER


def _except(condition: Condition, context: Context, as_of: int) -> int | None:
    """Up to when an exception does not hold; None where it holds now."""
    match condition:
        case DateRange(first, _) if first is not None and context.zone.midnight(first) > as_of:
            return context.zone.midnight(first)
        case DateRange():
            return FOREVER if _while(condition, context, as_of) is None else None
        case Season() | EveryOther():
            return _turns(condition, context, as_of, holds=False)
        case WhileFilter(state):
            return None if context.states[state].surely_at(as_of) else FOREVER
        case _:
            return FOREVER


def _turns(condition: Again, context: Context, as_of: int, *, holds: bool) -> int | None:
    """The midnight up to which dates that come again each year go on being there, or not; None where it is otherwise now."""
    today = context.zone.date_of(as_of)
    if condition.holds(today) != holds:
        return None
    runs = condition.runs(today, today + _TWO_YEARS)
    turn = next((day for opens, closes in runs for day in (opens, closes + 1) if day > today), None)
    return FOREVER if turn is None or turn > today + _TWO_YEARS else context.zone.midnight(turn)


_TWO_YEARS = 2 * 366


def less(ends: Iterable[tuple[int, Number]], total: Number, limit: Number) -> tuple[int | None, int | None]:
    """When a total falls: the first instant at which it is lower, and that from which it is under a limit that it has reached.

    `ends` says what leaves the total, and when.

    >>> less([(10, 1), (20, 1), (30, 1)], 3, 2)
    (10, 20)
    >>> less([(10, 1)], 1, 2), less([(10, 1)], 1, 0), less([(10, 5), (20, -5)], 0, 0)
    ((10, None), (10, None), (10, None))
    """
    lower = free = None
    full = total >= limit > 0
    for gone, amount in sorted(ends):
        total -= amount
        if lower is None and amount > 0:
            lower = gone
        if full and free is None and total < limit:
            free = gone
    return lower, free


def gone_on(day: int, length: Days) -> int:
    """The first date whose window of a length no longer holds a date. Where months differ in length, the way forth is not the way back.

    >>> from datetime import date
    >>> from pactlang.model.calendar import Days
    >>> gone_on(100, Days(days=7))
    107
    >>> date.fromordinal(gone_on(date(2026, 1, 31).toordinal(), Days(months=1))).isoformat()
    '2026-03-01'
    """
    found = add_days(day, length)
    while add_days(found, length, -1) < day:
        found += 1
    while add_days(found - 1, length, -1) >= day:
        found -= 1
    return found


def dates_counted(window: Period | Rolling, week_start: int, day: int) -> tuple[int, int]:
    """The first and the last date that a window of dates counts for one."""
    if isinstance(window, Period):
        first, after = period_bounds(window, day, week_start)
        return first, after - 1
    assert isinstance(window.length, Days)  # noqa: S101 - what is counted by dates is not counted by the hour
    return add_days(day, window.length, -1) + 1, day

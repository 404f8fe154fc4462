"""When a standing duty (interval, schedule, quota) applies: in force, narrowed by its `only` and `except` lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.checker.spans import FOREVER, intersect, subtract
from pactlang.model.agreement import DateRange, DayFilter, EveryOther, Season, WhileFilter

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Condition, Modifiers

EARLIEST = -FOREVER
_FAR_AHEAD = 12 * 366  # dates from now on for which it is worked out when what comes again each year holds


def active_spans(modifiers: Modifiers, context: Context) -> list[tuple[int, int]]:
    """The stretches of instants in which a standing duty applies. Conditions on weekdays are left to the form."""
    version = context.version
    spans = [(version.start, version.end)]
    for condition in modifiers.only:
        spans = intersect(spans, _where(condition, context))
    for condition in modifiers.excepted:
        holes = [] if isinstance(condition, DayFilter) else _where(condition, context)
        spans = [piece for lo, hi in spans for piece in subtract(lo, hi, holes)]
    return spans


def begins(modifiers: Modifiers, context: Context) -> int:
    """The instant of the first date of which a standing duty speaks, be that date left out or not: of the text, or of its `only from`."""
    firsts = [one.first for one in modifiers.only if isinstance(one, DateRange) and one.first is not None]
    return max([context.version.start, *map(context.zone.midnight, firsts)])


def on_such_weekdays(modifiers: Modifiers, day: int) -> bool:
    """Whether `only on …` and `except on …` let a sentence hold on a date, whatever its other conditions say."""
    if any(isinstance(one, DayFilter) and not one.holds(day) for one in modifiers.only):
        return False
    return not any(isinstance(one, DayFilter) and one.holds(day) for one in modifiers.excepted)


def on_such_dates(modifiers: Modifiers, day: int) -> bool:
    """Whether the dates of `only from …`, `except in odd weeks` let a sentence hold on a date, whatever the states and weekdays say."""
    only = [one for one in modifiers.only if isinstance(one, DateRange | Season | EveryOther)]
    excepted = [one for one in modifiers.excepted if isinstance(one, DateRange | Season | EveryOther)]
    return all(one.holds(day) for one in only) and not any(one.holds(day) for one in excepted)


def holds_from(modifiers: Modifiers, day: int) -> bool:
    """Whether there is any date from a given one on at which its `only from …` and `except from …` let a sentence hold.

    >>> from pactlang.model.agreement import Modifiers
    >>> away = (DateRange(first=739685, last=739690),)
    >>> holds_from(Modifiers(excepted=away), 739687), holds_from(Modifiers(excepted=(DateRange(first=739685, last=None),)), 739687)
    (True, False)
    >>> [holds_from(Modifiers(only=away), day) for day in (739684, 739690, 739691)]
    [True, True, False]
    """
    said = (*modifiers.only, *modifiers.excepted)
    dates = [one for one in said if isinstance(one, DateRange)]
    turns = {day} | {turn for one in dates for turn in (one.first, None if one.last is None else one.last + 1) if turn is not None}
    for again in (one for one in said if isinstance(one, Season | EveryOther)):
        turns |= {turn for first, last in again.runs(day, day + _FAR_AHEAD) for turn in (first, last + 1)}
    return any(turn >= day and on_such_dates(modifiers, turn) for turn in turns)


def _where(condition: Condition, context: Context) -> list[tuple[int, int]]:
    match condition:
        case DateRange(first, last):
            zone = context.zone
            return [
                (
                    EARLIEST if first is None else zone.midnight(first),
                    FOREVER if last is None else zone.midnight(last + 1),
                )
            ]
        case Season() | EveryOther():
            version, zone = context.version, context.zone
            last = min(version.last, zone.date_of(context.facts.as_of) + _FAR_AHEAD)
            runs = condition.runs(version.first, last) if version.first <= last else []
            return [(zone.midnight(opens), zone.midnight(closes + 1)) for opens, closes in runs]
        case WhileFilter(state):
            return context.states[state].sure
        case DayFilter():
            return [(EARLIEST, FOREVER)]
        case _:
            assert_never(condition)

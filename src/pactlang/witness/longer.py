"""Longer logs that keep one sentence as barely as can be: where it counts in other windows than another one does, they may break that.

As many events as a cap allows, all within one window of the other; as few as a quota asks for, none of them in one; dates of a schedule
and the longest stretches of an interval, for more than a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import Between, Cap, Interval, Quota, Rolling, Schedule, Sentence, Unit
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, Period, add_days, period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.witness.again import MOST, about, next_of, scheduled, stretched, until_edges
from pactlang.witness.entries import HOUR, moment_of, placed, with_field
from pactlang.witness.events import event_of, in_states
from pactlang.witness.limited import fewest_of
from pactlang.witness.nights import apart, overnight
from pactlang.witness.pool import Pool
from pactlang.witness.scenario import Log, Scenario
from pactlang.witness.sides import Side, form_of, judged_under

_AFTER = 400
_Days = tuple[int, int]  # the first day, and the first after


def longer_logs(sides: Sequence[Side], pool: Pool) -> Iterator[Scenario]:
    """Logs that keep one of the sides barely; also in each state that is named, from the first day on."""
    for scenario in _longer_logs(sides, pool):
        yield scenario
        days = {pool.start, scenario.entries[0].day, scenario.entries[0].day - 1} if scenario.entries else {pool.start}
        for began in (log for day in sorted(days) for log in in_states(day, pool)):
            yield Scenario((*began, *scenario.entries), scenario.last)


def _longer_logs(sides: Sequence[Side], pool: Pool) -> Iterator[Scenario]:
    for keep in sides:
        others = [side for side in sides if side is not keep] or [keep]
        if not isinstance(keep.rule, Sentence):
            continue
        match keep.rule.form:
            case Cap() as form:
                yield from _crowded(form, keep, others, pool)
                yield from _across(form, keep, pool)
            case Quota() as form:
                yield from _thin(form, keep, others, pool)
            case Schedule() as form:
                yield from scheduled(form, keep, pool)
                yield from _beside(until_edges(form, keep, pool), keep, others, pool)
            case Interval() as form:
                yield from stretched(form, pool)
                yield from _beside(until_edges(form, keep, pool), keep, others, pool)
            case _:
                pass


def _beside(cases: Iterator[Scenario], keep: Side, others: Sequence[Side], pool: Pool) -> Iterator[Scenario]:
    """The same; where the other side asks something else or of others, also beside what keeps that all along."""
    kept = [log for side in others for log in _keeping(side, pool) if not _of_one_duty(side, keep)]
    for case in cases:
        yield case
        for log in kept:
            so_far = (entry for entry in log if entry.day <= case.last)
            yield Scenario(tuple(sorted((*case.entries, *so_far), key=moment_of)), case.last)


def _keeping(side: Side, pool: Pool) -> list[Log]:
    """What keeps a side all along, as rarely as can be."""
    form = form_of(side.rule) if side.rule is not None else None
    cases = stretched(form, pool) if isinstance(form, Interval) else scheduled(form, side, pool) if isinstance(form, Schedule) else iter(())
    return [case.entries for case in islice(cases, 1)]


def _of_one_duty(side: Side, other: Side) -> bool:
    one, another = ((part.rule.form.duty) for part in (side, other))  # type: ignore[union-attr]
    return part_meaning(one) == part_meaning(another)


# --- counted ------------------------------------------------------------------------------------------------------


def _windows(side: Side, others: Sequence[Side], pool: Pool) -> list[_Days]:
    """Stretches of days in which a side counts: whole periods of a year, or so many days around where the others' periods meet."""
    form = form_of(side.rule) if side.rule is not None else None
    window = form.window if isinstance(form, Cap) else form.period if isinstance(form, Quota) else None
    first = date(date.fromordinal(pool.base).year, 1, 1).toordinal()
    if isinstance(window, Period):
        whole = _periods(window, first, first + 366, side.agreement.week_start)
        return whole[:: 6 if window is Period.WEEK else 1] if window is not Period.DAY else [(pool.base, pool.base + 1)]
    if window is None:
        return []
    if isinstance(window, Between):
        return [(first, first + 366)]  # a year in which none comes
    days = about(window.length)
    meets = {edge for one in others for edge, _ in _windows_of(one, first)[:8]} | {pool.base}
    shifts = {1, days // 2, days - 1, days} - {0}
    return [(edge - shift, edge - shift + days) for edge in sorted(meets) for shift in sorted(shifts)]


def _windows_of(side: Side, first: int) -> list[_Days]:
    form = form_of(side.rule) if side.rule is not None else None
    window = form.window if isinstance(form, Cap) else form.period if isinstance(form, Quota) else None
    return _periods(window, first, first + 366, side.agreement.week_start)[1:] if isinstance(window, Period) else []


def _periods(period: Period, first: int, end: int, week_start: int) -> list[_Days]:
    found = []
    while first < end:
        bounds = period_bounds(period, first, week_start)
        found.append(bounds)
        first = bounds[1]
    return found


def _crowded(form: Cap, keep: Side, others: Sequence[Side], pool: Pool) -> Iterator[Scenario]:
    """As many events as are allowed, all within one window of another side; of hours and money one event for all in each of its own."""
    number = fewest_of(form.measure, form.selector) if form.measure.sums else int(form.measure.limit)
    if form.measure.unit is Unit.HOURS and form.measure.limit > DAY_SECONDS:
        return
    for other in others:
        for window in _windows(other, [keep], pool):
            if isinstance(form.window, Rolling) and isinstance(form.window.length, Exact):
                yield from _by_hours(form, number, window, pool)
                continue
            if isinstance(form.window, Between):
                yield from _anew(form, form.window, number, window, pool)
                continue
            each = 1 if form.measure.by_dates else 0
            days = [day + place * each for day in _most_days(form, window, keep.agreement.week_start) for place in range(number)]
            if not 0 < len(days) <= MOST:
                continue
            for spread in (False, True):
                log = tuple(_as_much(entry, form) for entry in _events(form, days, pool, spread=spread))
                yield Scenario(log, window[1] + _AFTER)
                # One of them a day later, where a filter asks for days on which it could not come, or too many came.
                yield Scenario(log[1:], window[1] + _AFTER)


def _anew(form: Cap, between: Between, number: int, window: _Days, pool: Pool) -> Iterator[Scenario]:
    """As many events as a cap allows on each of some days, and each evening what it starts again with."""
    days = range(window[0], min(window[1], window[0] + max(1, MOST // max(1, number))))
    log: list[Entry] = []
    for day in days:
        log += (_as_much(entry, form) for entry in _events(form, [day] * number, pool, spread=True))
        log.append(placed(event_of(between.selector, pool, day).main, (day + 1) * DAY_SECONDS - 60))
    yield Scenario(tuple(sorted(log, key=moment_of)), window[1] + _AFTER)


def _most_days(form: Cap, window: _Days, week_start: int) -> list[int]:
    """The first day in a stretch of each window of a cap."""
    first, after = window
    if isinstance(form.window, Period):
        return [max(first, start) for start, _ in _periods(form.window, first, after, week_start)]
    days: list[int] = []
    while first < after:
        days.append(first)
        assert isinstance(form.window, Rolling)  # noqa: S101 - others are looked at apart
        assert isinstance(form.window.length, Days)  # noqa: S101
        first = add_days(first, form.window.length)
    return days


def _by_hours(form: Cap, number: int, window: _Days, pool: Pool) -> Iterator[Scenario]:
    """As many events as a cap by the hour allows, from the first minute of a stretch of days on."""
    assert isinstance(form.window, Rolling)  # noqa: S101 - the caller looked
    main = event_of(form.selector, pool, window[0]).main
    moments = [window[0] * DAY_SECONDS]
    while (later := next_of(moments[-1], form.window.length, pool)) < window[1] * DAY_SECONDS and len(moments) * number < MOST:
        moments.append(later)
    log = tuple(_as_much(placed(main, moment + 60 * place, 0), form) for moment in moments for place in range(number))
    if log:
        yield Scenario(log, window[1] + _AFTER)


def _as_much(entry: Entry, form: Cap | Quota) -> Entry:
    """The same event, so long or so dear as a limit says; of hours its share, where it takes several."""
    match form.measure.unit:
        case Unit.COUNT | Unit.DAYS | Unit.PEOPLE:
            return entry
        case Unit.NIGHTS:
            return overnight(entry, form.measure)
        case Unit.HOURS:
            return placed(entry, moment_of(entry), int(form.measure.limit) // fewest_of(form.measure, form.selector))
        case Unit.AMOUNT | Unit.SHARE:
            return with_field(with_field(entry, "unit", form.measure.currency), "amount", form.measure.limit)


def _events(form: Cap, days: Sequence[int], pool: Pool, *, spread: bool) -> Log:
    """An event on each of these days; with `spread` the first ones begin with their day, and those of the last day end with it."""
    found: list[Entry] = []
    for place, day in enumerate(days):
        main = event_of(form.selector, pool, day).main
        second = main.second or 0
        if spread:
            second = 60 if day != days[-1] or (len(set(days)) == 1 and place + 1 < len(days)) else DAY_SECONDS - HOUR
        found.append(placed(main, main.day * DAY_SECONDS + second + 60 * (place % 30), 0 if spread else None))
    return tuple(found)


def _across(form: Cap, keep: Side, pool: Pool) -> Iterator[Scenario]:
    """As many hours, or as much money, as a period allows at its end, and the same at the start of the next."""
    first = date(date.fromordinal(pool.base).year, 1, 1).toordinal()
    limit = form.measure.limit
    if not form.measure.sums:
        return
    for edge in [end for _, end in _windows_of(keep, first)[:14]] if form.measure.unit is not Unit.HOURS or limit < DAY_SECONDS else ():
        main = event_of(form.selector, pool, edge - 1).main
        if main.day != edge - 1:
            continue
        if form.measure.unit is Unit.HOURS:
            yield Scenario((placed(main, edge * DAY_SECONDS - int(limit), 2 * int(limit)),), edge + _AFTER)
        else:
            paid = _as_much(main, form)
            yield Scenario((paid, placed(paid, edge * DAY_SECONDS + 60)), edge + _AFTER)


def _thin(form: Quota, keep: Side, others: Sequence[Side], pool: Pool) -> Iterator[Scenario]:
    """As little as is asked for, as little as can be of it in one window of another side; hours and money all at once."""
    unit, limit = form.measure.unit, form.measure.limit
    number = fewest_of(form.measure, form.selector) if form.measure.sums else int(limit)
    if unit is Unit.HOURS and limit > DAY_SECONDS:
        return
    edges = [(edge + delta, edge + delta + 1) for edge in pool.edges for delta in (0, 1)]
    windows = [window for other in others for window in _windows(other, [keep], pool)]
    windows = list(dict.fromkeys((*windows, *edges)))
    asked = {one.date for one in judged_under(keep, Scenario((), max(after for _, after in windows)), pool)} if windows else set()
    for window in windows:
        every = _periods(form.period, pool.start, window[1], keep.agreement.week_start)
        # Nothing in a period of which nothing is asked; where all hangs on a state, something in each.
        periods = [period for period in every if not asked or period[1] - 1 in asked]
        days = [_outside(period, window, pool.start) for period in periods]
        if not 0 < number * len(days) <= MOST:
            continue
        for by in (None, pool.parties):
            mains = [event_of(form.selector, pool, day).main for day in days]
            mains = [replace(main, by=by) if by is not None else main for main in mains]
            step = apart(form.measure, 60)
            log = tuple(_as_much(placed(main, moment_of(main) + step * place), form) for main in mains for place in range(number))
            yield Scenario(log, window[1])


def _outside(period: _Days, window: _Days, start: int) -> int:
    """A day of a period that is not in a window, where there is one."""
    first = max(period[0], start)
    if first < window[0] or first >= window[1]:
        return first
    return window[1] if window[1] < period[1] else first

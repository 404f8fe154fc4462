"""Caps and quotas: as many as are allowed and one more, as many as are asked and one fewer, spread over a period as in a life."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import Between, PersonWord, Rolling, Unit
from pactlang.model.calendar import DAY_SECONDS, Exact, Period, period_bounds
from pactlang.witness.cases import Dial, Judge, Pair
from pactlang.witness.entries import EVENING, HOUR, lasting, moment_of, moved, placed, steps_in, with_field
from pactlang.witness.events import Occasion, event_of
from pactlang.witness.nearby import excuse_dials, meant_pairs
from pactlang.witness.nights import apart, overnight
from pactlang.witness.pool import Pool, parts_of, stranger
from pactlang.witness.scenario import LONG, Log, Scenario, ended

if TYPE_CHECKING:
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Cap, Measure, Quota, Selector

_LONG_DAY = 16 * 60  # minutes; longer is spread over several days
_SHARE = 600
_MANY = 60  # more events than this make no case that anybody would read


def cap_pairs(form: Cap, agreement: Agreement, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """A cap: the last event that is allowed and the first that is not."""
    if form.measure.sums:
        yield from _measured(form.measure, form.selector, pool, judge)
        return
    limit = int(form.measure.limit)
    if limit > _MANY:
        return
    if isinstance(form.window, Rolling):
        yield from _rolling(form, limit, pool, judge)
    elif isinstance(form.window, Between):
        yield from _until_next(form, form.window, limit, pool, judge)
    else:
        yield from _in_period(form, form.window, limit, agreement, pool, judge)
    if form.measure.by_dates:
        yield from _ending(form, limit, agreement, pool, judge)
    if limit:
        earlier = _before(form, limit, agreement, pool)

        def with_last(one: Occasion) -> Scenario:
            return ended((*one.before, *(moved(entry, one.main.day - pool.base) for entry in earlier), one.main))

        yield from meant_pairs(form.selector, pool, judge, with_last)
        for dial in excuse_dials(form, event_of(form.selector, pool, pool.base), earlier, pool):
            yield from judge.edges(dial)
    else:
        yield from meant_pairs(form.selector, pool, judge, lambda one: ended((*one.before, one.main)))


def _before(form: Cap, limit: int, agreement: Agreement, pool: Pool) -> Log:
    """As many as are allowed, in the days before the base day that count with it."""
    if isinstance(form.window, Rolling):
        length = form.window.length
        days = length.seconds // DAY_SECONDS if isinstance(length, Exact) else length.months * 28 + length.days
        first = pool.base - max(0, days - 1)
    elif isinstance(form.window, Between):
        first = pool.base - limit
    else:
        first = _in_force(period_bounds(form.window, pool.base, agreement.week_start)[0], agreement)
    spread = _spread(form, pool, min(first, pool.base), max(pool.base, first + 1), limit)
    if any(entry.day >= pool.base for entry in spread):  # filters moved some of them: all on the day itself
        return _spread(form, pool, pool.base, pool.base + 1, limit + 1)[:-1]
    return spread


def _in_force(first: int, agreement: Agreement) -> int:
    """The first date of a period on which the agreement holds: of a year, it may begin in the middle."""
    return first if agreement.in_force_from is None else max(first, agreement.in_force_from)


def _ending(form: Cap, limit: int, agreement: Agreement, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """Of dates or nights, the last event that goes on for longer and longer: up to midnight, into the night, into the next one."""
    one = event_of(form.selector, pool, pool.base)
    earlier = _before(form, limit, agreement, pool)
    earlier = earlier[1:] if form.measure.night is None else earlier  # the date on which it starts counts already

    def build(minutes: int) -> Scenario:
        return ended((*one.before, *earlier, lasting(one.main, minutes * 60)))

    yield from islice(judge.edges(Dial(build, [60, 4 * 60, 12 * 60, (limit + 2) * 24 * 60])), 1)


def _in_period(form: Cap, period: Period, limit: int, agreement: Agreement, pool: Pool, judge: Judge) -> Iterator[Pair]:
    first, after = period_bounds(period, pool.base, agreement.week_start)
    first = _in_force(first, agreement)
    before = event_of(form.selector, pool, pool.base).before
    spreads = [_spread(form, pool, first, after, limit + 1), _spread(form, pool, pool.base, pool.base + 1, limit + 1)]
    for many in spreads:
        kept = ended((*before, *many[:-1])) if limit else Scenario(before, many[-1].day + LONG)
        pair = judge.pair(kept, ended((*before, *many)))
        if pair is None:
            continue
        yield pair
        if limit:
            # The last one on the last day of the period, and on the day after.
            rest, last = many[:-1], many[-1]
            step = apart(form.measure, 60) if period is Period.DAY else DAY_SECONDS
            near = placed(last, (after - 1) * DAY_SECONDS + (last.second or 0))
            points = [0, 1, 2, 3] if step == DAY_SECONDS else [0, 300, 1440]

            def build(steps: int, rest: Log = rest, near: Entry = near, step: int = step) -> Scenario:
                return ended((*before, *rest, placed(near, moment_of(near) + steps * step)))

            yield from islice(judge.edges(Dial(build, points)), 1)
        return


def _until_next(form: Cap, window: Between, limit: int, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """One more than is allowed, and the same where the cap starts again before the last."""
    one = event_of(form.selector, pool, pool.base)
    many = _spread(form, pool, pool.base, pool.base + limit + 1, limit + 1)
    broken = ended((*one.before, *many))
    kept = [ended((*one.before, *many[:-1])) if limit else Scenario(one.before, many[-1].day + LONG)]
    if limit:
        anew = event_of(window.selector, pool, many[-1].day)
        main = placed(anew.main, (moment_of(many[-2]) + moment_of(many[-1])) // 2)
        kept.append(ended((*anew.before, *one.before, *many[:-1], main, many[-1])))
    for log in kept:
        pair = judge.pair(log, broken)
        if pair is not None:
            yield pair


def _rolling(form: Cap, limit: int, pool: Pool, judge: Judge) -> Iterator[Pair]:
    assert isinstance(form.window, Rolling)  # noqa: S101 - asked by the caller
    length = form.window.length
    one = event_of(form.selector, pool, pool.base)
    step, near = steps_in(length)
    if not limit:
        pair = judge.pair(Scenario(one.before, one.main.day + LONG), ended((*one.before, one.main)))
        yield from [pair] if pair is not None else []
        return
    between = max(1, near // (limit + 1)) if step == DAY_SECONDS else max(1, min(180, near // (limit + 1)))
    at = moment_of(one.main)
    for gap in (between * step, apart(form.measure, 60)):
        rest = tuple(_as(one.main, place, at + place * gap, form) for place in range(limit))
        last_at = moment_of(rest[-1])
        done = (last_at - at) // step

        def build(steps: int, rest: Log = rest) -> Scenario:
            return ended((*one.before, *rest, _as(one.main, limit, at + steps * step, form)))

        pairs = list(judge.edges(Dial(build, [done + 1, near - max(1, near // 10), near + 3, near * 9 // 8 + 12])))
        yield from pairs
        if pairs:
            return


def _as(entry: Entry, place: int, at: int, form: Cap | Quota) -> Entry:
    """The same at another time, with somebody else where each must be new; in a night where nights are counted."""
    found = overnight(placed(entry, at), form.measure)
    if PersonWord.SOMEONE_NEW in parts_of(form.selector, PersonWord) or form.measure.unit is Unit.PEOPLE:
        found = replace(found, with_=(stranger(place),))
    return found


def _spread(form: Cap | Quota, pool: Pool, first: int, after: int, count: int) -> Log:
    """Events that a sentence means, spread over some days, no two at the same time; of dates and nights, on one each."""
    found: list[Entry] = []
    taken: set[int] = set()
    for place in range(count):
        day = first + (after - first) * place // max(1, count)
        one = event_of(form.selector, pool, day).main
        if one.day >= after:
            one = moved(one, -7 if one.day - 7 >= first else 0)
        at = moment_of(one)
        while at in taken:
            at += apart(form.measure, 5 * 60)
        taken.add(at)
        found.append(_as(one, place, at, form))
    return tuple(sorted(found, key=moment_of))


def _measured(measure: Measure, selector: Selector, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """One event as long, or as dear, as is allowed; a minute or a cent more."""
    one = event_of(selector, pool, pool.base)
    yield from judge.edges(Dial(_amounts(one, measure, lambda log: ended(log)), _around(measure)))


def _around(measure: Measure) -> Sequence[int]:
    exact = int(measure.limit) // 60 if measure.unit is Unit.HOURS else int(measure.limit * 100)
    return [max(1, exact // 2), exact, exact + 1, exact * 2 + 2]


def _amounts(one: Occasion, measure: Measure, judged: Callable[[Log], Scenario]) -> Callable[[int], Scenario]:
    def build(steps: int) -> Scenario:
        if measure.unit is Unit.AMOUNT:
            main = with_field(with_field(one.main, "unit", measure.currency), "amount", Decimal(steps) / 100)
            return judged((*one.before, main))
        # A long limit is made of several days in a row, each at the same hours whatever is turned.
        most = int(measure.limit) // 60 + 60
        several = most > _LONG_DAY
        parts, rest = divmod(steps, _SHARE) if several else (0, steps)
        lengths = [*([_SHARE] * parts), *([rest] if rest else [])]
        start = 10 * HOUR if several else min(EVENING, DAY_SECONDS - most * 60)
        entries = [
            lasting(placed(one.main, (one.main.day + place) * DAY_SECONDS + start), minutes * 60) for place, minutes in enumerate(lengths)
        ]
        return judged((*one.before, *entries))

    return build


def _shared(form: Quota, pool: Pool, after: int) -> Dial:
    """A cent more or less of a hundred that all spent."""
    from pactlang.witness.shares import split  # few sentences ask for one

    main, exact = event_of(form.selector, pool, pool.base).main, int(form.measure.least * 100)
    return Dial(lambda own: Scenario(split(main, own, form, pool, main.day), after), [exact, exact - 1, exact // 2])


def quota_pairs(form: Quota, agreement: Agreement, pool: Pool, judged: Callable[[Pool], Judge]) -> Iterator[Pair]:
    """A quota: as many as are asked in one period, and one fewer."""
    first, after = period_bounds(form.period, pool.base, agreement.week_start)
    if _in_force(first, agreement) > first:  # a period that is cut asks for nothing; the next one is whole
        first, after = period_bounds(form.period, after, agreement.week_start)
        pool = replace(pool, bases=(first + (pool.base - first) % 7, *pool.bases[1:]))
    own = replace(pool, start=first)
    judge = judged(own)
    if form.measure.unit is Unit.SHARE:
        yield from judge.edges(_shared(form, own, after))
        return
    one = event_of(form.selector, own, pool.base)
    if form.measure.sums:
        for each in (one, Occasion(replace(one.main, by=pool.parties), one.before)):
            found = list(judge.edges(Dial(_amounts(each, form.measure, lambda log: Scenario(log, after)), _around(form.measure))))
            yield from found
            if found:
                return
        return
    count = int(form.measure.limit)
    if not 0 < count <= _MANY:
        return
    spreads = [_spread(form, own, first, after, count), _spread(form, own, pool.base, pool.base + 1, count)]
    # What each party owes on their own is kept by all together.
    spreads += [tuple(replace(entry, by=pool.parties) for entry in many) for many in spreads]
    for many in spreads:
        pair = judge.pair(Scenario((*one.before, *many), after), Scenario((*one.before, *many[:-1]), after))
        if pair is not None:
            yield pair
            return

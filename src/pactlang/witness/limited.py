"""Short logs for what is limited: prohibitions, caps, gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Between,
    Cap,
    Comparison,
    Gap,
    LengthFilter,
    Measure,
    PersonWord,
    Prohibition,
    Unit,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, Period, add_days, period_bounds
from pactlang.witness.answers import excused, later
from pactlang.witness.entries import HOUR, end_of, lasting, moment_of, placed, seconds_of, with_field
from pactlang.witness.events import Occasion, at_day, at_midnight, begun_by, event_of, settled
from pactlang.witness.nights import apart, overnight
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import STRANGER, STRANGERS, Pool, parts_of, stranger
from pactlang.witness.scenario import Log

if TYPE_CHECKING:
    from pactlang.model.agreement import Selector


def singles(form: Prohibition, pool: Pool) -> Iterator[Log]:
    """Single events, and each with what may excuse it."""
    for one in occasions(form.selector, pool, 220):
        yield settled(one)
    for one in occasions(form.selector, pool, 12, pairs=False):
        yield from excused(one, pool)


def caps(form: Cap, pool: Pool) -> Iterator[Log]:
    """As many events as are allowed and one more: together, by turns, with others, and at the edges of every window and period."""
    measures = parts_of(pool.things, Measure)
    for measure in measures:
        for count in _counts(measure, form):
            # First what reads most like a life: one on each of some days.
            yield from _bunch(event_of(form.selector, pool, pool.base), count, measure, range(count), pool)
    for one in occasions(form.selector, pool, 40):
        for measure in measures:
            for count in _counts(measure, form):
                yield from _bunch(one, count, measure, [0] * count, pool)
                if measure.by_dates:
                    # All on one date, and one that goes on over so many.
                    yield (*one.before, *(placed(one.main, moment_of(one.main) + place * 60) for place in range(count)))
                    yield (*one.before, lasting(one.main, (count - 1) * DAY_SECONDS))
                if measure.unit is Unit.HOURS:
                    # From midnight on, so that all is within one date, however long it is.
                    yield from _bunch(at_midnight(one), count, measure, [0] * count, pool)
    for measure in measures:
        if measure.unit is Unit.AMOUNT:
            yield from _given_back(measure, pool)
    base = event_of(form.selector, pool, pool.base)
    steps = _steps(pool)
    for measure in measures:
        if measure.unit is Unit.HOURS:
            # From midnight on, so that a long one is all within its day.
            yield from _bunch(at_midnight(base), 1, measure, [0], pool)
        for count in _counts(measure, form):
            for by in _turns(pool, count):
                yield from _bunch(base, count, measure, range(count), pool, by)
                for step in steps:
                    yield from _bunch(base, count, measure, [0] * (count - 1) + [step], pool, by)
            for company in _companies(form, pool, count):
                for acting in dict.fromkeys([base.main.by, *((party,) for party in pool.alone)]):
                    yield from _bunch(base, count, measure, [0] * count, pool, [acting] * count, company)
            if PersonWord.SOMEONE_NEW in parts_of(pool.things, PersonWord):
                # The same person each time, and each time somebody new beside them.
                for one in occasions(form.selector, pool, 40):
                    known = one.main.with_[:1]
                    fresh = [person for person in STRANGERS if person not in known][:count]
                    yield (*one.before, *(_beside(one.main, (*known, person), place) for place, person in enumerate(fresh)))
            for day in _edges(pool):
                yield from _bunch(at_day(base, day), count, measure, [0] * (count - 1) + [1], pool)
                for step in steps[:: max(1, len(steps) // 12)]:
                    yield from _bunch(at_day(base, day + 1), count, measure, [0] * (count - 1) + [step], pool)
    for window in parts_of(pool.things, Between):
        for measure in measures:
            yield from _anew(base, form, window, measure, pool)
    most = max((count for measure in measures for count in _counts(measure, form)), default=1)
    for one in (event_of(form.selector, pool, pool.base),):
        for log in excused(one, pool):
            before = tuple(placed(one.main, moment_of(one.main) - (most - place) * 60, 30) for place in range(1, most))
            yield (*before, *log)


def _anew(base: Occasion, form: Cap, window: Between, measure: Measure, pool: Pool) -> Iterator[Log]:
    """Events with an occasion before the last of them, at the same time, within it, and after it."""
    for place in range(len(window.selector.alternatives)):
        anew = event_of(window.selector, pool, pool.base, place)
        for count in _counts(measure, form):
            for log in _bunch(base, count, measure, range(count), pool):
                start, end = moment_of(log[-1]), end_of(log[-1])
                for at in sorted({start - 1800, start, (start + end) // 2, end + 1800}):
                    main = placed(anew.main, at)
                    yield tuple(sorted((*anew.before, *log, main), key=moment_of))
                    yield (*anew.before, *log[:-1], *sorted((main, log[-1], placed(log[-1], end + 3600)), key=moment_of))


def _beside(main: Entry, people: tuple[str, ...], place: int) -> Entry:
    """The same a minute later for each place, with these people."""
    return placed(replace(main, with_=people), moment_of(main) + place * 60)


def _given_back(measure: Measure, pool: Pool) -> Iterator[Log]:
    """Something given back that one sentence means, and then more than the limit spent that the other one means."""
    some = [event_of(one.selector, pool, pool.base) for one in parts_of(pool.things, Cap)]
    for back in some:
        for one in some:
            sums = ((back.main, -measure.limit), (placed(one.main, moment_of(one.main) + DAY_SECONDS), measure.limit + 1))
            yield (*settled(back)[:-1], *(with_field(with_field(main, "unit", measure.currency), "amount", each) for main, each in sums))


def _counts(measure: Measure, form: Cap) -> list[int]:
    """How many events reach a limit, and go past it."""
    if measure.sums:
        return [1, 2, *([fewest] if 2 < (fewest := fewest_of(measure, form.selector)) <= 40 else [])]
    limit = int(measure.limit)
    return [count for count in (limit, limit + 1) if 0 < count <= 40]


def fewest_of(measure: Measure, selector: Selector) -> int:
    """How many events it takes at least to reach a limit: of hours several, where none of them may last long."""
    short = [one.length for one in parts_of(selector, LengthFilter) if one.comparison in (Comparison.LESS_THAN, Comparison.AT_MOST)]
    return int(measure.limit) // (min(map(seconds_of, short)) - 60) + 1 if short and measure.unit is Unit.HOURS else 1


def _turns(pool: Pool, count: int) -> list[list[tuple[str, ...]]]:
    alone: list[list[tuple[str, ...]]] = [[(party,)] * count for party in pool.alone]
    many = len(pool.alone)
    in_turn: list[list[tuple[str, ...]]] = [[(pool.alone[(place + first) % many],) for place in range(count)] for first in range(many)]
    return [*alone, *in_turn, *([some] * count for some in pool.together)]


def _companies(form: Cap, pool: Pool, count: int) -> list[list[tuple[str, ...]]]:
    """Each event with somebody else, where a sentence tells people apart."""
    counted = any(one.unit is Unit.PEOPLE for one in parts_of(pool.things, Measure))
    if not (counted or parts_of(pool.things, WithFilter)) or not any(one.event in pool.with_person for one in form.selector.alternatives):
        return []
    names = (*pool.people, STRANGER)
    each: list[list[tuple[str, ...]]] = [[(group[place % len(group)],) for place in range(count)] for group in (names, STRANGERS)]
    together: list[list[tuple[str, ...]]] = [[STRANGERS[:size]] + [(one,) for one in STRANGERS[1:count]] for size in (2, count)]
    return [*each, [names[:2]] * count, *(together if counted else ())]


def _bunch(
    one: Occasion,
    count: int,
    measure: Measure,
    days: Sequence[int],
    pool: Pool,
    by: Sequence[tuple[str, ...]] | None = None,
    company: Sequence[tuple[str, ...]] | None = None,
) -> Iterator[Log]:
    """Several events close together, some of them days later; with amounts or lengths around the limit where these count."""
    found: list[Entry] = []
    start = moment_of(one.main)
    spread = apart(measure, 60 if measure.unit is Unit.COUNT else HOUR)
    if measure.unit is Unit.PEOPLE and company is None:
        company = [(stranger(place),) for place in range(count)]
    for place in range(count):
        entry = placed(one.main, start + place * spread + days[place] * DAY_SECONDS)
        entry = replace(entry, by=by[place]) if by else entry
        found.append(replace(entry, with_=company[place]) if company else entry)
    for acting in dict.fromkeys(by or ()):
        theirs = begun_by(one, acting, pool).before
        one = Occasion(one.main, (*one.before, *(entry for entry in theirs if entry not in one.before)))
    if not measure.sums:
        yield (*one.before, *found)
        if measure.unit is Unit.NIGHTS:
            yield (*one.before, *(overnight(entry, measure) for entry in found))
        return
    for share in (Decimal(0), Decimal(1), Decimal(60)):
        each = (measure.limit + share) / count
        if measure.unit is Unit.HOURS:
            yield (*one.before, *(lasting(entry, int(each)) for entry in found))
        else:
            sums = [with_field(with_field(entry, "unit", measure.currency), "amount", each) for entry in found]
            yield (*one.before, *sums)


def _steps(pool: Pool) -> list[int]:
    """How many days later the last of several events comes: at the edges of every window and period."""
    found = {0, 1, 2, 6, 7, 27, 31, 62, 92, 184, 366}
    for length in pool.durations:
        days = length.seconds // DAY_SECONDS if isinstance(length, Exact) else length.months * 30 + length.days
        found |= {max(0, days + delta) for delta in (-2, -1, 0, 1)}
    return sorted(found)


def _edges(pool: Pool) -> list[int]:
    """The last dates of a week, a month, a quarter and a year."""
    bounds = [period_bounds(period, pool.base, week)[1] - 1 for period in Period for week in (0, 6)]
    return sorted(set(bounds))


def gaps(form: Gap, pool: Pool) -> Iterator[Log]:
    """Two events, as far apart as is asked and nearer."""
    for one in occasions(form.selector, pool, 60):
        yield (*settled(one), placed(one.main, end_of(one.main) + 1800))
    base = event_of(form.selector, pool, pool.base).main
    before = event_of(form.selector, pool, pool.base).before
    pairs = [((party,), (other,)) for party in pool.alone for other in pool.alone]
    # Who is new is so once: two of those whom a sentence names, by whoever acts.
    newcomers = [pool.people[:2]] if len(pool.people) > 1 and PersonWord.SOMEONE_NEW in parts_of(pool.things, PersonWord) else []
    for by in [(base.by, base.by), *pairs, (pool.parties, pool.parties)]:
        first = replace(base, by=by[0])
        # Also on the next day and the same day of the next week: at the edge of a length, filters may not hold.
        for at in sorted({*later(end_of(first), pool.durations, pool), *(moment_of(first) + days * DAY_SECONDS for days in (1, 7))}):
            yield (*before, first, replace(placed(base, at), by=by[1]))
            if base.with_ and by[0] == by[1] and (by[0] == base.by or newcomers):
                for names in (STRANGERS[:2], *newcomers):
                    yield (*before, replace(first, with_=names[:1]), replace(placed(base, at), by=by[1], with_=names[1:]))
    for length in pool.durations:
        for extra in (0, 1):
            # The other way about: the later of the two is where the sentence applies.
            if isinstance(length, Days):
                back = (base.day - add_days(base.day, length, -1) + 1 - extra) * DAY_SECONDS
            else:
                back = length.seconds + seconds_back(base) - 1800 - extra * 60
            yield (*before, placed(base, moment_of(base) - back), base)
    for one in occasions(form.selector, pool, 4, pairs=False):
        for log in excused(one, pool):
            yield (placed(one.main, moment_of(one.main) - seconds_back(one.main)), *log)


def seconds_back(entry: Entry) -> int:
    """Far enough back that an entry ends half an hour before the next of its kind begins."""
    return end_of(entry) - moment_of(entry) + 1800

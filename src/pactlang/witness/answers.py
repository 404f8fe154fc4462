"""What may keep a duty or excuse an event, and when: at, just before and just after every length that is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactlang.checker.deadline import last_of, passed_after
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Ahead,
    ByClock,
    ByDateAsked,
    Duty,
    LengthFilter,
    Parties,
    Private,
    WhoWord,
    WithFilter,
    WithinDays,
    WithinHours,
    unasked,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, add_days
from pactlang.model.words import folded
from pactlang.witness.entries import HOUR, elapsed, moment_of, placed
from pactlang.witness.events import Occasion, names_of
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import MOST_ALONE, Pool, parts_of
from pactlang.witness.scenario import Log

ASKED = 2  # days until the date that an entry asks for, if nothing else is tried


def answers(duty: Duty, pool: Pool, after: Entry) -> Iterator[Log]:
    """What may keep a duty: by and to each party, by all, each apart, naming all, some or nothing."""
    kinds = [one.main for one in occasions(duty.selector, pool, 8, day=after.day, pairs=False)]
    by = pool.parties if duty.by is WhoWord.EACH_PARTY and not after.by else names_of(duty.by, pool, after.by)
    if duty.by is WhoWord.ADDRESSED:
        by = tuple(name for name in after.to if name not in after.by) or by
    full = replace(kinds[0], covering=_named_by(by, pool), by=by)
    full = replace(full, to=names_of(duty.to, pool, full.by if isinstance(duty.by, Parties) else after.by) if duty.to else ())
    if not parts_of(duty.selector, LengthFilter):
        full = replace(full, end_day=None, end_second=None)
    if not parts_of(duty.selector, WithFilter):
        full = replace(full, with_=())
    few = len(full.by) <= MOST_ALONE
    each = [(party,) for party in full.by] if few else []
    apart = tuple(replace(full, by=by, to=others_of(pool, by), covering=_named_by(by, pool)) for by in each)
    yield (full,)
    if duty.to is not None:
        yield apart or (replace(full, to=pool.parties),)  # each of them to all the others
    bys = [*((party,) for party in pool.alone), pool.parties]
    for by in bys:
        yield (replace(full, by=by, covering=_named_by(by, pool)),)
    for party in pool.alone if len(pool.parties) > 2 else ():
        yield (replace(full, by=others_of(pool, (party,))),)
    if pool.private:
        yield tuple(replace(entry, covering=_named_by(entry.by, pool, pool.private)) for entry in apart)
    for item in pool.covering:
        less = tuple(one for one in pool.covering if one != item)
        yield (replace(full, covering=less),)
        if few:
            yield tuple(replace(entry, covering=less) for entry in apart)
    for by in bys:
        for to in [(), *((party,) for party in pool.alone if by != (party,)), others_of(pool, by)]:
            yield (replace(full, by=by, to=to),)
    yield tuple(replace(full, by=(party,), to=()) for party in pool.alone)
    for kind in kinds[1:]:
        yield (replace(kind, covering=pool.covering, by=full.by, to=full.to),)


def _named_by(by: tuple[str, ...], pool: Pool, untold: Sequence[Private] | None = None) -> tuple[str, ...]:
    """What these name: all but what each of them keeps private, by every text (or by what is given)."""
    untold = pool.untold if untold is None else untold
    if not untold:
        return pool.covering
    kept = [unasked(untold, (party,)) for party in by] or [unasked(untold, ())]
    return tuple(item for item in pool.covering if not all(folded(item) in one for one in kept))


def others_of(pool: Pool, by: tuple[str, ...]) -> tuple[str, ...]:
    """All parties but these."""
    left_out = set(by)
    return tuple(party for party in pool.parties if party not in left_out)


def excused(one: Occasion, pool: Pool) -> Iterator[Log]:
    """The event with what may excuse it, at and around its limit of time."""
    for unless in pool.unless:
        moments = sorted(earlier(moment_of(one.main), (unless.within, *pool.durations), pool))
        for place, answer in enumerate(answers(unless.duty, pool, one.main)):
            for at in moments if place < 2 else moments[-2:]:
                yield (*one.before, *(placed(entry, at) for entry in answer), one.main)


def later(at: int, durations: Sequence[Duration], pool: Pool) -> set[int]:
    """Moments at, just before and just after each length from a moment on."""
    return _around(at, durations, 1, pool) | _clock_deadlines(at, pool) | _named_deadlines(at, pool) | _asked_deadlines(at, pool)


def earlier(at: int, durations: Sequence[Duration], pool: Pool) -> set[int]:
    """The same, back from a moment."""
    found = _around(at, durations, -1, pool) | _clocks_before(at, pool)
    return {one for one in found if one >= pool.start * DAY_SECONDS - 900 * DAY_SECONDS}


def _clocks_before(at: int, pool: Pool) -> set[int]:
    """Around the clock times up to which something must come before a moment."""
    found: set[int] = set()
    for lead in parts_of(pool.things, Ahead):
        if isinstance(lead.at_least, ByClock):
            edge = (at // DAY_SECONDS + lead.at_least.days_later) * DAY_SECONDS + lead.at_least.second
            found |= {edge - 60, edge, edge + 60}
    return {one for one in found if one <= at}


def _around(at: int, durations: Sequence[Duration], sign: int, pool: Pool) -> set[int]:
    found = {at + sign * 60, at + sign * HOUR, at}
    day, second = divmod(at, DAY_SECONDS)
    for length in durations:
        if isinstance(length, Exact):
            there = elapsed(at, sign * length.seconds, pool.zone)
            found |= {there + delta for delta in (-60, 0, 60, HOUR, -HOUR)}
            if sign > 0:
                found |= graced(there // DAY_SECONDS, pool, Days)
            continue
        if sign > 0:
            found |= graced(add_days(day, length), pool, Exact) | graced(add_days(day, length), pool, Days)
        for delta in (-1, 0, 1):
            date = add_days(day, length, sign) + delta
            found |= {date * DAY_SECONDS + clock for clock in (60, 12 * HOUR, second, DAY_SECONDS - 60)}
    return {one for one in found if (one >= at if sign > 0 else one <= at)}


def _asked_deadlines(at: int, pool: Pool) -> set[int]:
    """Around the end of the date that an entry asks for (`asking`)."""
    if not parts_of(pool.things, ByDateAsked):
        return set()
    last = at // DAY_SECONDS + ASKED
    found = {date * DAY_SECONDS + clock for date in (last - 1, last, last + 1) for clock in (60, 12 * HOUR, DAY_SECONDS - 60)}
    return found | graced(last, pool, Exact) | graced(last, pool, Days)


def asking(one: Occasion, pool: Pool, days: int = ASKED) -> Occasion:
    """An event that asks for a date so many days later, where sentences go by that; any other as it is."""
    if not parts_of(pool.things, ByDateAsked):
        return one
    return Occasion(replace(one.main, until=one.main.day + days), one.before)


def _named_deadlines(at: int, pool: Pool) -> set[int]:
    """Around the end of `within 2 working-days`, of as many dates of any kind, and of `within 4 working-hours`."""
    day = at // DAY_SECONDS
    found: set[int] = set()
    for limit in parts_of(pool.things, WithinDays):
        last = last_of(limit, day, pool.zone)
        for date in {last - 1, last, last + 1, day + limit.count, day + limit.count + 1}:
            found |= {date * DAY_SECONDS + clock for clock in (60, 12 * HOUR, DAY_SECONDS - 60)}
        found |= graced(last, pool, Exact) | graced(last, pool, Days)
    for hours in parts_of(pool.things, WithinHours):
        end = passed_after(hours, pool.zone.instant(*divmod(at, DAY_SECONDS)), pool.zone)
        for grace in (0, *(one.seconds for one in pool.graces if isinstance(one, Exact))):
            last, second = pool.zone.clock(end + grace)
            found |= {last * DAY_SECONDS + second + delta for delta in (-HOUR, -60, 0, 60, HOUR)}
        found |= graced(pool.zone.clock(end)[0], pool, Days)
    return {one for one in found if one >= at}


def graced(day: int, pool: Pool, kind: type[Duration]) -> set[int]:
    """The last moments of a grace of some kind after a date has ended, and just after."""
    found: set[int] = set()
    for grace in pool.graces:
        if isinstance(grace, kind):
            ends = (day + 1) * DAY_SECONDS + grace.seconds if isinstance(grace, Exact) else (add_days(day, grace) + 1) * DAY_SECONDS - 60
            found |= {ends, ends + 60}
    return found


def _clock_deadlines(at: int, pool: Pool) -> set[int]:
    day = at // DAY_SECONDS
    found: set[int] = set()
    for deadline in parts_of(pool.things, ByClock):
        for days in (deadline.days_later, deadline.days_later + 1):
            edge = (day + days) * DAY_SECONDS + deadline.second
            found |= {edge - 60, edge, edge + 60, edge + HOUR}
            for length in pool.durations:
                if isinstance(length, Exact):
                    found |= {edge + length.seconds, edge + length.seconds + 60}
    return {one for one in found if one >= at}

"""Longer logs of what comes again and again: dates of a schedule and the longest stretches of an interval, for more than a year.

Also answers up to some day and none after it, where a stretch of time begins or ends in which a sentence holds: what came before may count.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import Duty, Interval, Schedule
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, add_days
from pactlang.witness.answers import answers
from pactlang.witness.entries import EVENING, elapsed, moment_of, placed
from pactlang.witness.events import in_states
from pactlang.witness.owed import in_turn, usual_second
from pactlang.witness.pool import Pool
from pactlang.witness.scenario import Log, Scenario
from pactlang.witness.sides import Side, judged_under

MOST = 60  # entries
_YEAR = 430  # days, so that every month comes once


def scheduled(form: Schedule, keep: Side, pool: Pool) -> Iterator[Scenario]:
    """Every date of a schedule for more than a year, as the checker asks for them; on the day, as early and as late as is tolerated."""
    days = _asked(keep, pool)
    if not days:
        return
    at, late = usual_second(form), form.leeway
    step = late * DAY_SECONDS if form.about is None else form.about[1]
    for answer in in_turn(form, _whole(form.duty, pool)):
        for shift in dict.fromkeys((0, -step, step, *(late * DAY_SECONDS + _in_grace(grace, at) for grace in pool.graces))):
            log = tuple(placed(entry, day * DAY_SECONDS + at + shift) for day in days for entry in answer)
            last = max([days[-1] + late, *(entry.day for entry in log)])
            yield Scenario(log, last)
            for length in pool.durations if not shift else ():
                # What came before anything was in force may already count.
                for back in (1, about(length) - 1, about(length)):
                    earlier = tuple(placed(entry, (pool.start - back) * DAY_SECONDS + at) for entry in answer)
                    yield Scenario((*earlier, *log), last)
                    yield Scenario(earlier, days[0])
                    # It may have been by somebody else than what comes now.
                    yield Scenario((*(replace(entry, by=pool.parties) for entry in earlier[:1]), *log), last)
        if step:
            early_then_late = [day * DAY_SECONDS + at + (step if place % 2 else -step) for place, day in enumerate(days)]
            log = tuple(placed(entry, moment) for moment in early_then_late for entry in answer)
            yield Scenario(log, max(entry.day for entry in log))


def _in_grace(grace: Duration, at: int) -> int:
    """How long after a second of a date its grace is half over, or on its last date."""
    return DAY_SECONDS - at + grace.seconds // 2 if isinstance(grace, Exact) else about(grace) * DAY_SECONDS


def _whole(duty: Duty, pool: Pool) -> list[Log]:
    """What surely keeps a duty: all at once, and each apart."""
    found = list(answers(duty, pool, Entry("", pool.start)))
    joint = replace(found[0][0], by=pool.parties)
    return [found[0], (joint,), *(found[1:2] if duty.to is not None else ())]


def stretched(form: Interval, pool: Pool) -> Iterator[Scenario]:
    """The longest stretches that an interval allows for more than a year, from several days on and at several hours."""
    steps = {0, 1, 31, 59} if isinstance(form.every, Days) else {0}
    limit = next_of(pool.start * DAY_SECONDS, form.every, pool)
    for answer in _whole(form.duty, pool):
        for first in sorted(steps):
            for hour in (EVENING, 30 * 60, DAY_SECONDS - 30 * 60) if isinstance(form.every, Exact) else (EVENING,):
                at = (pool.start + first) * DAY_SECONDS + hour
                if at // DAY_SECONDS > limit // DAY_SECONDS:
                    continue
                moments = [at]
                while (moments[-1] < at + _YEAR * DAY_SECONDS and len(moments) * len(answer) < MOST) or len(moments) < 4:
                    moments.append(next_of(moments[-1], form.every, pool))
                log = tuple(placed(entry, moment) for moment in moments for entry in answer)
                yield Scenario(log, log[-1].day)
                if any(later <= earlier for earlier, later in pairwise(moments)):
                    return


def next_of(at: int, every: Duration, pool: Pool) -> int:
    """The last local moment that an interval allows after one."""
    if isinstance(every, Exact):
        return elapsed(at, every.seconds, pool.zone)
    day, second = divmod(at, DAY_SECONDS)
    return add_days(day, every) * DAY_SECONDS + second


def about(length: Duration) -> int:
    """About how many days a length lasts, at least one."""
    return max(1, -(-length.seconds // DAY_SECONDS) if isinstance(length, Exact) else length.months * 31 + length.days)


def until_edges(form: Interval | Schedule, keep: Side, pool: Pool) -> Iterator[Scenario]:
    """Answers as rare as is allowed, the last of them before a day on which a sentence begins or ceases to hold; then none."""
    starts = sorted({*pool.edges, *(edge + 1 for edge in pool.edges)})
    places: list[tuple[int, Log]] = [(start, ()) for start in starts] + [(pool.base, log) for log in in_states(pool.base, pool)]
    asked = _asked(keep, pool) if isinstance(form, Schedule) else []
    whole = _whole(form.duty, pool)
    for answer in (in_turn(form, whole) if isinstance(form, Schedule) else whole)[:2]:
        for start, state in places:
            for length in pool.durations[:4]:
                # Nothing from before a text was in force: where it takes over, the open stretch goes on.
                for last in (day for day in _last_answers(start, length) if day >= pool.start):
                    at = last * DAY_SECONDS + EVENING
                    for moments in ([at], [*_up_to(at, form, asked, pool), at]):
                        log = (*state, *(placed(entry, moment) for moment in moments for entry in answer))
                        for until in sorted({start + 1, last + about(length) + 1}):
                            yield Scenario(tuple(sorted(log, key=moment_of)), until)


def _last_answers(start: int, length: Duration) -> list[int]:
    """Days before one, among them the first and the last from which a length reaches it."""
    days = {start - 1, start - about(length), start - about(length) + 1, start - about(length) // 2 - 1}
    return sorted(days | {_back(start, length)} if isinstance(length, Days) else days)


def _up_to(at: int, form: Interval | Schedule, asked: list[int], pool: Pool) -> list[int]:
    """The moments before one at which a sentence is kept as barely as can be."""
    if isinstance(form, Interval):
        return [moment for moment in _back_from(at, form.every, pool)[:-1] if moment >= pool.start * DAY_SECONDS]
    return [moment for day in asked if (moment := day * DAY_SECONDS + usual_second(form)) < at]


def _asked(keep: Side, pool: Pool) -> list[int]:
    """The first dates of a schedule that the checker asks for; where it asks for none, those in a state that began at the start."""
    for began in ((), *in_states(pool.start, pool)):
        asked = judged_under(keep, Scenario(began, pool.start + _YEAR), pool)
        days = sorted({one.date for one in asked if one.status is Status.BREACH})[:MOST]
        if days:
            return days
    return []


def _back_from(at: int, every: Duration, pool: Pool) -> list[int]:
    """Moments as far apart as is allowed, the last of them given, back to before anything is in force."""
    moments = [at]
    while moments[0] >= pool.start * DAY_SECONDS and len(moments) < MOST:
        if isinstance(every, Exact):
            moments.insert(0, elapsed(moments[0], -every.seconds, pool.zone))
        else:
            day, second = divmod(moments[0], DAY_SECONDS)
            moments.insert(0, _back(day, every) * DAY_SECONDS + second)
    return moments


def _back(day: int, every: Days) -> int:
    """The earliest date from which a length reaches a day."""
    back = add_days(day, every, -1)
    while add_days(back - 1, every) >= day:
        back -= 1
    while add_days(back, every) < day:
        back += 1
    return back

"""Short logs for pauses, for what follows something, and for matrices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    BreachTrigger,
    Matrix,
    Pause,
    PauseAfter,
    RepeatAfter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, add_days
from pactlang.model.vocabulary import CONSENT, PAUSE
from pactlang.negotiate.answers import answers, earlier, later
from pactlang.negotiate.entries import EVENING, HOUR, end_of, moment_of, placed
from pactlang.negotiate.events import (
    at_day,
    in_state,
    settled,
)
from pactlang.negotiate.occasions import occasions
from pactlang.negotiate.pool import STRANGER, Pool, parts_of
from pactlang.negotiate.scenario import Log, Scenario

if TYPE_CHECKING:
    pass


def pauses(form: Pause, pool: Pool) -> Iterator[Log]:
    """A pause, and an event around each length that it may last."""
    for one in occasions(form.selector, pool, 40):
        stop = Entry(PAUSE, one.main.day - 1, 12 * HOUR, by=pool.parties[:1])
        yield (stop, *settled(one))
        for length in pool.durations:
            for delta in (-1, 0, 1):
                day = add_days(stop.day, length) + delta if isinstance(length, Days) else stop.day + length.seconds // DAY_SECONDS + delta
                yield (stop, *settled(at_day(one, day)))


def follow_ups(form: PauseAfter | RepeatAfter, pool: Pool, breaches: Sequence[Log]) -> Iterator[Scenario]:
    """What happens after something, around every length that is named."""
    if isinstance(form.trigger, BreachTrigger):
        triggers = [one for log in breaches for one in near(log, pool)]
    else:
        triggers = [settled(one) for one in occasions(form.trigger.selector, pool, 8)]
    for trigger in triggers[:8]:
        at = end_of(trigger[-1])
        if isinstance(form, PauseAfter):
            for one in occasions(form.selector, pool, 12):
                for moment in sorted(later(at, pool.durations, pool)):
                    delta = moment - moment_of(one.main)
                    before = (placed(entry, moment_of(entry) + delta) for entry in one.before)
                    log = (*trigger, *before, placed(one.main, moment))
                    yield Scenario(log, max(entry.day for entry in log) + 800)
            continue
        lengths = [part.length for part in parts_of(pool.things, RepeatAfter)]
        ends = {add_days(at // DAY_SECONDS, length) if isinstance(length, Days) else at // DAY_SECONDS + 1 for length in lengths}
        for answer in list(answers(form.duty, pool, trigger[-1]))[:12]:
            for every in [part.every for part in parts_of(pool.things, RepeatAfter)]:
                for end in ends:
                    yield Scenario((*trigger, *_until(answer, every, at, end)), end + 30)
        yield Scenario(trigger, at // DAY_SECONDS + 800)


def near(log: Log, pool: Pool) -> list[Log]:
    """A log as it is, and moved to the days and into the states in question."""
    found = [log]
    for day in (pool.base, pool.base - 1):
        delta = (day - log[-1].day) * DAY_SECONDS
        found.append(tuple(placed(entry, moment_of(entry) + delta) for entry in log))
    return [(*(began for name in pool.within for began in in_state(name, one[0], pool)), *one) for one in found]


def _until(answer: Log, every: Duration, at: int, end: int) -> Log:
    found: list[Entry] = []
    for _ in range(60):
        day, second = divmod(at, DAY_SECONDS)
        at = at + every.seconds if isinstance(every, Exact) else add_days(day, every) * DAY_SECONDS + second
        if at // DAY_SECONDS > end:
            break
        found += [placed(entry, at) for entry in answer]
    return tuple(found)


def matrices(form: Matrix, pool: Pool) -> Iterator[Log]:
    """Each activity by each party and by all, with a consent of each, at every length that is named."""
    both = parts_of(pool.things, Matrix)
    activities = dict.fromkeys(row.activity for matrix in both for row in matrix.rows)
    for event in dict.fromkeys(matrix.event for matrix in both):
        for activity in activities:
            for by in [*((party,) for party in pool.parties), pool.parties]:
                main = Entry(event, pool.base, EVENING, None, pool.base, EVENING + HOUR, by=by, tags=(activity,))
                main = replace(main, with_=(pool.people[:1] or (STRANGER,))) if event in pool.with_person else main
                yield (main,)
                for length in [matrix.ask_within for matrix in both]:
                    for at in sorted(earlier(moment_of(main), (length,), pool)):
                        for party in pool.parties:
                            yield (placed(Entry(CONSENT, main.day, by=(party,)), at), main)

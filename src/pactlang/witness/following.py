"""Short logs for pauses, for what follows something, and for matrices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    BreachTrigger,
    Matrix,
    Pause,
    PauseAfter,
    RepeatAfter,
    Response,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Duration, Exact, add_days
from pactlang.model.vocabulary import CONSENT, PAUSE
from pactlang.witness.answers import answers, earlier, later
from pactlang.witness.counted_up import broken_up, triggering
from pactlang.witness.entries import EVENING, HOUR, elapsed, end_of, moment_of, moved, placed, seconds_of
from pactlang.witness.events import at_day, in_state, settled
from pactlang.witness.occasions import occasions
from pactlang.witness.pool import STRANGER, Pool, parts_of
from pactlang.witness.scenario import Breach, Log, Scenario


def pauses(form: Pause, pool: Pool) -> Iterator[Log]:
    """A pause, and an event the day after, or at, just before and just after each length that it may last."""
    for number, one in enumerate(occasions(form.selector, pool, 40)):
        stop = Entry(PAUSE, one.main.day - 1, 12 * HOUR, by=pool.parties[:1])
        yield (stop, *settled(one))
        at = moment_of(one.main)
        if number < 12 or one.main.day in pool.bases[1:]:
            yield (placed(stop, at - 60), *settled(one))
        if number < 12:
            for moment in sorted(later(moment_of(stop), pool.durations, pool)):
                day = moment // DAY_SECONDS
                yield (stop, *settled(at_day(one, day)))
                if day == stop.day or number < 3:
                    yield (stop, *one.before, placed(one.main, moment))
            for length in pool.durations:
                if isinstance(length, Exact):
                    yield from ((placed(stop, elapsed(at, -length.seconds, pool.zone) + delta), *settled(one)) for delta in (-60, 0, 60))


def answered_breaches(form: Response, pool: Pool, breaches: Sequence[Breach]) -> Iterator[Scenario]:
    """A breach, and an answer to it: by and to each, at every moment that a deadline makes interesting."""
    horizon = longest(pool) + 2
    for breach in near(broken_up(breaches, form.trigger.times, pool), pool):
        yield Scenario(breach.entries, breach.at // DAY_SECONDS + horizon)
        after = Entry("", breach.at // DAY_SECONDS, by=breach.who)
        for place, answer in enumerate(answers(form.duty, pool, after)):
            moments = sorted(later(breach.at, pool.durations, pool)) if place <= len(pool.alone) + 1 else [breach.at + 60]
            for at in moments:
                log = (*breach.entries, *(placed(entry, at) for entry in answer))
                yield Scenario(log, max(at, breach.at) // DAY_SECONDS + horizon)


def longest(pool: Pool) -> int:
    """The most days that any length lasts, about."""
    return max((seconds_of(one) // DAY_SECONDS + 1 for one in pool.durations), default=0)


def follow_ups(form: PauseAfter | RepeatAfter, pool: Pool, breaches: Sequence[Breach]) -> Iterator[Scenario]:
    """What happens after something, around every length that is named."""
    for trigger in triggers_of(form, pool, breaches)[:9]:
        if isinstance(form, PauseAfter):
            for one in occasions(form.selector, pool, 12):
                for moment in sorted(later(trigger.at, pool.durations, pool)):
                    delta = moment - moment_of(one.main)
                    before = (placed(entry, moment_of(entry) + delta) for entry in one.before)
                    log = (*trigger.entries, *before, placed(one.main, moment))
                    yield Scenario(log, moment // DAY_SECONDS + 1)
            continue
        day = trigger.at // DAY_SECONDS
        lengths = [part.length for part in parts_of(pool.things, RepeatAfter)]
        ends = {add_days(day, length) if isinstance(length, Days) else day + 1 for length in lengths}
        for answer in list(answers(form.duty, pool, Entry("", day, by=trigger.who)))[:12]:
            for every in [part.every for part in parts_of(pool.things, RepeatAfter)]:
                for end in ends:
                    yield Scenario((*trigger.entries, *_until(answer, every, trigger.at, end)), end + 30)
        yield Scenario(trigger.entries, day + longest(pool) + 30)
        # Just when each length is over: with a grace, what is broken without it is not yet.
        soon = sorted({seconds_of(length) // DAY_SECONDS + more for length in pool.durations for more in (0, 1)})
        yield from (Scenario(trigger.entries, day + days) for days in soon)


def triggers_of(form: PauseAfter | RepeatAfter, pool: Pool, breaches: Sequence[Breach]) -> list[Breach]:
    """What something follows: a breach, or an event, each with its moment."""
    if isinstance(form.trigger, BreachTrigger):
        return near(broken_up(breaches, form.trigger.times, pool), pool)
    logs = [settled(one) for one in triggering(form.trigger, pool, 8)]
    return [Breach(log, end_of(log[-1]), log[-1].by) for log in logs]


def near(breaches: Sequence[Breach], pool: Pool) -> list[Breach]:
    """Logs as they are, and moved to the days and into the states in question."""
    found = []
    for one in breaches:
        day = one.entries[-1].day if one.entries else one.at // DAY_SECONDS
        for delta in dict.fromkeys((pool.base - day, 0, pool.base - 1 - day)):
            entries = tuple(moved(entry, delta) for entry in one.entries)
            at = one.at + delta * DAY_SECONDS
            here = Entry("", at // DAY_SECONDS, at % DAY_SECONDS)
            began = tuple(entry for name in pool.within for entry in in_state(name, entries[0] if entries else here, pool))
            found.append(Breach((*began, *entries), at, one.who))
    return found


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
            for by in [*((party,) for party in pool.alone), pool.parties]:
                main = Entry(event, pool.base, EVENING, None, pool.base, EVENING + HOUR, by=by, tags=(activity,))
                main = replace(main, with_=(pool.people[:1] or (STRANGER,))) if event in pool.with_person else main
                yield (main,)
                for length in [matrix.ask_within for matrix in both]:
                    for at in sorted(earlier(moment_of(main), (length,), pool)):
                        for party in pool.alone:
                            yield (placed(Entry(CONSENT, main.day, by=(party,)), at), main)

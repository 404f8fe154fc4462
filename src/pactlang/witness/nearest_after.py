"""The nearest cases of what comes after something: answers, notices, the time between two events, pauses, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import BreachTrigger, ByClock, EventTrigger, PauseAfter, RepeatAfter
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.vocabulary import PAUSE
from pactlang.witness.answers import asking
from pactlang.witness.cases import Dial
from pactlang.witness.counted_up import as_often, broken_up, led_up
from pactlang.witness.entries import HOUR, end_of, moment_of, placed, seconds_between
from pactlang.witness.events import Occasion, event_of, settled
from pactlang.witness.lengths import by_steps, points, settled_alone, span_minutes, within_a_day
from pactlang.witness.nearby import answer_to, excuse_dials, meant_pairs
from pactlang.witness.scenario import Breach, Scenario, ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.agreement import Gap, Pause, Precedence, Response
    from pactlang.model.calendar import Duration
    from pactlang.witness.cases import Judge, Pair
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log


def responses_near(form: Response, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    """Answers that come in time and too late."""
    whole = sum(span_minutes(length) for length in (*pool.durations, *pool.graces)) + 4 * 1440
    times = form.trigger.times
    if isinstance(form.trigger, EventTrigger):
        firsts = [
            asking(led_up(event_of(form.trigger.selector, pool, pool.base, place), times), pool)
            for place in range(len(form.trigger.selector.alternatives))
        ][:2]
    else:
        firsts = [Occasion(log[-1], log[:-1]) for log in as_often(broken, times, pool)]
    for one in _in_time(firsts[0], form) if isinstance(form.trigger, EventTrigger) else firsts:
        answer = answer_to(form.duty, pool, one.main)
        log, at = settled(one), end_of(one.main)

        def build(minutes: int, log: Log = log, at: int = at, answer: Log = answer) -> Scenario:
            return ended(_paid((*log, *(placed(entry, at + minutes * 60) for entry in answer)), form))

        if form.portion is not None:
            from pactlang.witness.portions import owed_cents  # few sentences ask for one

            owed, whole_log = owed_cents(form.portion), (*log, *(placed(entry, at + HOUR) for entry in answer))
            yield from judge.edges(Dial(lambda cents: ended(_paid(whole_log, form, cents)), [owed, owed - 1, owed // 2]))  # noqa: B023
        pairs = list(judge.edges(Dial(build, [1, 60, 720, 1440, 2880, whole // 2, whole, whole + 60 * 1440])))
        yield from sorted(pairs, key=_early)
        if pairs:
            break
    yield from _so_many(form, pool, judge, broken)
    if isinstance(form.trigger, EventTrigger):
        one = firsts[0]
        yield from meant_pairs(form.trigger.selector, pool, judge, lambda one: _billed(settled_alone(led_up(one, times)), form))
        for dial in excuse_dials(form, one, (), pool):
            yield from judge.edges(dial)


def _billed(case: Scenario, form: Response) -> Scenario:
    return replace(case, entries=_paid(case.entries, form))


def _paid(log: Log, form: Response, cents: int | None = None) -> Log:
    """The log with so much paid of a hundred, or with what is owed of it; as it is, if no part of an amount is."""
    if form.portion is None:
        return log
    from pactlang.witness.portions import owed_cents, paying  # few sentences ask for one

    return paying(log, form, owed_cents(form.portion) if cents is None else cents, form.currency)


def _in_time(one: Occasion, form: Response) -> Iterator[Occasion]:
    """What is to be answered; and the same earlier in its day, if the time of that day that ends the answer comes before its end."""
    yield one
    ends, begins = form.deadline, one.main.second or 0
    if isinstance(ends, ByClock) and not ends.days_later and ends.second <= begins + seconds_between(one.main):
        start = ends.second // 2 // HOUR * HOUR
        earlier = placed(one.main, one.main.day * DAY_SECONDS + start, min(seconds_between(one.main), (ends.second - start) // 2))
        yield Occasion(earlier, tuple(placed(entry, moment_of(entry) - begins + start) for entry in one.before))


def _so_many(form: Response, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    """As many as are counted up, and nothing after: the first of them within the window of the last, and a date too far away."""
    trigger, times = form.trigger, form.trigger.times
    if times is None:
        return
    days = span_minutes(times.window) // 1440
    logs = broken[:1] if isinstance(trigger, BreachTrigger) else [()]
    for log in logs:

        def build(steps: int, log: Log = log) -> Scenario:
            if isinstance(trigger, EventTrigger):
                one = event_of(trigger.selector, pool, pool.base)
                return settled_alone(led_up(one, times, one.main.day - steps))
            return ended(broken_up([Breach(log, 0)], times, pool, log[-1].day - steps)[0].entries)

        yield from judge.edges(Dial(build, [0 if isinstance(trigger, EventTrigger) else times.count - 1, days // 2, days + 2]))


def _early(pair: Pair) -> bool:
    """Whether what is broken came too early: what came too late is the plainer case."""
    return moment_of(pair.broken.entries[-1]) < moment_of(pair.kept.entries[-1])


def precedences_near(form: Precedence, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """What comes before far enough ahead, and too close."""
    one = event_of(form.trigger.selector, pool, pool.base)
    answer = answer_to(form.duty, pool, one.main)
    at = moment_of(one.main)
    lead = form.lead
    lengths = [length for length in (getattr(lead, name, None) for name in ("at_least", "at_most", "length")) if length is not None]
    step = 60 if any(isinstance(length, Exact | ByClock) for length in lengths) or not lengths else DAY_SECONDS

    def build(steps: int) -> Scenario:
        return ended(
            (*one.before, *(placed(entry, at - steps * step - (HOUR if step == DAY_SECONDS else 0)) for entry in answer), one.main)
        )

    points = {0, 1}
    for length in lengths:
        if isinstance(length, ByClock):
            near = max(0, at - (at // DAY_SECONDS + length.days_later) * DAY_SECONDS - length.second) // step
        else:
            near = span_minutes(length) * 60 // step
        points |= {max(0, near - near // 4), near + near // 8 + 3}
    yield from judge.edges(Dial(build, sorted(points)))
    yield from meant_pairs(form.trigger.selector, pool, judge, settled_alone)
    for dial in excuse_dials(form, one, (), pool):
        yield from judge.edges(dial)
    if not lengths:
        yield from judge.edges(Dial(build, [-1, 0]))


def gaps_near(form: Gap, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """Two events far enough apart, and too close."""
    one = event_of(form.selector, pool, pool.base)
    step = by_steps(form.length)
    from_ = end_of(one.main) if step == 60 else moment_of(one.main)

    def build(steps: int) -> Scenario:
        return ended((*settled(one), placed(one.main, from_ + steps * step)))

    yield from judge.edges(Dial(build, points(form.length)))


def pauses_near(form: Pause, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """An event after a pause, and in it."""
    one = event_of(form.selector, pool, pool.base)
    stop = Entry(PAUSE, one.main.day - 1, 9 * HOUR, by=pool.parties[-1:])
    step = 60 if isinstance(form.at_most, Exact) else DAY_SECONDS
    if form.at_most is None:
        stop = replace(stop, until=stop.day + 6)
    length = form.at_most if form.at_most is not None else Days(days=6)

    def build(steps: int) -> Scenario:
        return ended((*one.before, stop, placed(one.main, moment_of(one.main) + steps * step)))

    yield from judge.edges(Dial(build, [0, *points(length)]))


def follow_ups_near(form: PauseAfter | RepeatAfter, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    """What a breach is followed by, in time and not."""
    if isinstance(form, RepeatAfter) and within_a_day(form.every):
        return
    times = form.trigger.times
    if isinstance(form.trigger, EventTrigger):
        logs = [settled(led_up(event_of(form.trigger.selector, pool, pool.base), times))]
    else:
        logs = as_often(broken, times, pool)
    for log in logs:
        at = end_of(log[-1])
        if isinstance(form, PauseAfter):
            one = event_of(form.selector, pool, log[-1].day)
            things: Log = (one.main,)
            before = one.before
            length: Duration = form.length
            if isinstance(length, Days):  # dates count, so at the hour at which such things are
                at = at // DAY_SECONDS * DAY_SECONDS + (one.main.second or 0)
        else:
            things, before, length = answer_to(form.duty, pool, log[-1]), (), form.every
        step = by_steps(length)

        def build(steps: int, log: Log = log, at: int = at, things: Log = things, before: Log = before, step: int = step) -> Scenario:
            entries = (*log, *before, *(placed(entry, at + steps * step) for entry in things))
            return ended(entries) if isinstance(form, PauseAfter) else Scenario(entries, entries[-1].day)

        pairs = list(judge.edges(Dial(build, [*points(length), *points(length, 40)])))
        yield from pairs
        if pairs:
            return

"""The nearest cases of what comes again and again: intervals and schedules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.checker.forms.schedule import first_of
from pactlang.log.entry import Entry
from pactlang.model.agreement import Parties
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.recurrence import dates
from pactlang.witness.cases import Dial
from pactlang.witness.entries import EVENING, HOUR, placed
from pactlang.witness.hours import hour_for
from pactlang.witness.lengths import judge_edges, span_minutes, within_a_day
from pactlang.witness.nearby import answer_to, by_one_fewer
from pactlang.witness.scenario import Scenario
from pactlang.witness.sides import judged_under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.agreement import Agreement, Duty, Interval, Modifiers, Schedule
    from pactlang.witness.cases import Judge, Pair
    from pactlang.witness.lengths import Judged
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log


def intervals_near(form: Interval, pool: Pool, modifiers: Modifiers, judged: Judged) -> Iterator[Pair]:
    """The next one in time, and too late."""
    if within_a_day(form.every):
        return
    first = pool.base
    pool = replace(pool, start=first)
    answer = answer_to(form.duty, pool, Entry("", first))
    exact = isinstance(form.every, Exact) or isinstance(modifiers.grace, Exact)
    step = 60 if exact else DAY_SECONDS
    at = first * DAY_SECONDS + hour_for(form.duty.selector, EVENING)
    near = (span_minutes(form.every) + (span_minutes(modifiers.grace) if modifiers.grace else 0)) * 60 // step
    begun = _states(pool, first)

    def build(steps: int) -> Scenario:
        log = (*begun, *(placed(entry, at) for entry in answer), *(placed(entry, at + steps * step) for entry in answer))
        return Scenario(log, log[-1].day)

    yield from judged(pool).edges(Dial(build, [1, max(1, near // 2), near + 1440 * 60 // step + 1, near * 9 // 8 + 1440 * 60 * 2 // step]))


def _states(pool: Pool, day: int) -> Log:
    from pactlang.witness.events import in_state

    return tuple(began for name in pool.within for began in in_state(name, Entry("", day, 12 * HOUR), pool))


def schedules_near(form: Schedule, agreement: Agreement, pool: Pool, modifiers: Modifiers, judged: Judged) -> Iterator[Pair]:
    """A date that was met, and one that was not."""
    horizon = {"day": 4, "week": 9, "month": 33, "year": 367, "once": 1}[form.recurrence.rhythm.value] * max(1, form.recurrence.every)
    horizon = min(horizon, 5000)
    grace = modifiers.grace
    step = 60 if isinstance(grace, Exact) or ((form.by or form.about) and form.at is not None and grace is None) else DAY_SECONDS
    late = form.leeway + (span_minutes(grace) // 1440 if isinstance(grace, Days) else 0)
    found_days = _asked(form, agreement, pool, judged, horizon)
    if form.turns:  # the first one that is asked for, so that it is the same turn as in life
        found_days = [min(found_days)] if found_days else []
    for day in found_days[:12]:
        # What begins a state comes the day before, and must be in force then.
        own = replace(pool, start=day - 1 if pool.within else day, bases=(day,))
        duty = form.duty
        if form.turns:
            own = replace(own, start=agreement.in_force_from or first_of(form, day, agreement.week_start) - bool(pool.within))
            whose = [one.who for one in judged_under(judged(own).side, Scenario((), day), own) if one.date == day and one.who]
            duty = replace(form.duty, by=Parties(whose[0] if whose else form.turns[:1]))
        answer = answer_to(duty, own, Entry("", day))
        at = day * DAY_SECONDS + hour_for(form.duty.selector, form.at if form.at is not None else 19 * HOUR)
        begun = _states(own, day - 1)

        def build(steps: int, day: int = day, at: int = at, answer: Log = answer, begun: Log = begun) -> Scenario:
            log = (*begun, *(placed(entry, at + steps * step) for entry in answer))
            return Scenario(log, max(log[-1].day, day + late + (1 if isinstance(grace, Exact) else 0)))

        if step == DAY_SECONDS:
            points = [0, *range(1, late + 3)]
        else:
            points = [0, 1, 60, 1440 + (span_minutes(grace) if grace else 0) + late * 1440 + 60]
        found = list(judge_edges(judged(own), Dial(build, points)))
        yield from found
        if agreement.in_force_until is not None and day + late >= agreement.in_force_until:
            kept = build(0)  # nothing comes late after the end
            nothing = judged(own).pair(Scenario(kept.entries, kept.last + 1), Scenario(begun, kept.last + 1))
            yield from [nothing] if nothing is not None else []
        for pair in found[:1]:
            yield from by_one_fewer(pair, form, judged(own))
        yield from _by_the_wrong_one(form, duty, build(0), answer, judged(own))
        if found:
            return


def _by_the_wrong_one(form: Schedule, duty: Duty, kept: Scenario, answer: Log, judge: Judge) -> Iterator[Pair]:
    """The same on the same date, by whoever's turn it is and by somebody else's."""
    mine = duty.by.names if isinstance(duty.by, Parties) else ()
    other = next((name for name in form.turns if name not in mine), None)
    if other is not None:
        begun = kept.entries[: len(kept.entries) - len(answer)]
        wrong = tuple(replace(entry, by=(other,)) for entry in kept.entries[len(begun) :])
        pair = judge.pair(Scenario(kept.entries, kept.last + 1), Scenario((*begun, *wrong), kept.last + 1))
        if pair is not None:
            yield pair


def _asked(form: Schedule, agreement: Agreement, pool: Pool, judged: Judged, horizon: int) -> list[int]:
    """Dates on which the checker asks for it while the agreement is in force, those of ordinary days first."""
    first = agreement.in_force_from
    if form.recurrence.date is not None:
        return [form.recurrence.date]
    begins = form.first_turn.day if form.first_turn is not None else 0
    if first is not None:
        judge = judged(replace(pool, start=first))
        findings = judged_under(judge.side, Scenario((), max(first, pool.base, begins) + 2 * horizon), pool)
        asked = [one.date for one in findings if one.status is Status.BREACH]
        if asked:
            return sorted(asked, key=lambda day: (day < pool.base, day))
    starts = (pool.base, pool.base - horizon)
    return [day for start in starts for day in dates(form.recurrence, start, start + horizon, start, agreement.week_start)]

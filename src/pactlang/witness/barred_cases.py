"""The nearest cases of what is forbidden for a time after something: just before it is free, and just when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.model.agreement import BreachTrigger, ProhibitionAfter
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.witness.barring import at_moment, like, named
from pactlang.witness.cases import Dial, Judge, Pair
from pactlang.witness.counted_up import as_often, led_up
from pactlang.witness.entries import EVENING, HOUR, end_of, placed, steps_in
from pactlang.witness.events import Occasion, event_of, settled
from pactlang.witness.nearby import answer_to
from pactlang.witness.scenario import LONG, Log, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.witness.pool import Pool


def barred_pairs(form: ProhibitionAfter, pool: Pool, judge: Judge, broken: list[Log]) -> Iterator[Pair]:
    """The nearest cases: the event just before and just when it is free."""
    if isinstance(form.trigger, BreachTrigger):
        logs = as_often(broken, form.trigger.times, pool)
    else:
        one = led_up(event_of(form.trigger.selector, pool, pool.base), form.trigger.times)
        logs = [settled(Occasion(named(one.main, form), one.before))]
    for log in logs:
        first = log[-1]
        free: Log = ()
        event = like(event_of(form.selector, pool, first.day), form.selector, first, first.by, pool)
        at = end_of(first)
        if form.waits_for is not None:
            at = (first.day + 1) * DAY_SECONDS + 12 * HOUR
            free = tuple(placed(entry, at) for entry in answer_to(form.waits_for, pool, first))
        length = form.end if isinstance(form.end, Exact | Days) else Exact(0)
        step, count = steps_in(length)
        if step == DAY_SECONDS:
            at = at // DAY_SECONDS * DAY_SECONDS + (event.main.second or EVENING)

        def build(steps: int, log: Log = log, free: Log = free, event: Occasion = event, at: int = at, step: int = step) -> Scenario:
            entries = (*log, *free, *at_moment(event, at + steps * step))
            return Scenario(entries, max(entry.day for entry in entries) + LONG)

        back = 60 if form.waits_for is not None else 0
        points = [1 - back, max(1, count // 2) - back, count + 2, count + 12, count + 40]
        pairs = list(judge.edges(Dial(build, points)))
        yield from pairs
        if pairs:
            return

"""The nearest cases of what must not come so close before something: the last that is too close, the first that is far enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import WhoWord
from pactlang.model.calendar import DAY_SECONDS, Days
from pactlang.model.parts import doer
from pactlang.witness.barring import at_moment
from pactlang.witness.cases import Dial
from pactlang.witness.entries import end_of
from pactlang.witness.events import Occasion, event_of, settled
from pactlang.witness.lengths import by_steps, points
from pactlang.witness.nearby import meant_pairs
from pactlang.witness.scenario import ended
from pactlang.witness.too_close import by_them

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.agreement import ProhibitionBefore
    from pactlang.witness.cases import Judge, Pair
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Scenario


def too_close_pairs(form: ProhibitionBefore, pool: Pool, judge: Judge) -> Iterator[Pair]:
    """One event, and the later one closer and closer; then the first one with one feature changed."""
    one = event_of(form.selector, pool, pool.base)
    if doer(form.later) is WhoWord.THE_OTHERS and len(one.main.by) == len(pool.parties):
        one = Occasion(replace(one.main, by=pool.parties[:1]), one.before)
    two = by_them(event_of(form.later, pool, pool.base), one.main, form, pool)
    step = by_steps(form.length)
    at = end_of(one.main) if step == 60 else end_of(one.main) // DAY_SECONDS * DAY_SECONDS + (two.main.second or 0)
    if isinstance(form.length, Days) and at <= end_of(one.main):
        at += DAY_SECONDS

    def build(steps: int) -> Scenario:
        return ended((*settled(one), *at_moment(two, at + steps * step)))

    yield from judge.edges(Dial(build, [0, 1, *points(form.length), *points(form.length, 40)]))

    def soon_after(first: Occasion) -> Scenario:
        return ended((*settled(first), *at_moment(by_them(two, first.main, form, pool), end_of(first.main) + 60)))

    yield from meant_pairs(form.selector, pool, judge, soon_after)

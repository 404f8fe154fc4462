"""Short logs for what must not come so close before something: both, at every length between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import WhoWord
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.parts import doer
from pactlang.witness.answers import later, others_of
from pactlang.witness.barring import at_moment
from pactlang.witness.entries import end_of, lasting, moment_of
from pactlang.witness.events import Occasion, settled
from pactlang.witness.occasions import occasions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import ProhibitionBefore
    from pactlang.witness.pool import Pool
    from pactlang.witness.scenario import Log

_SOME = 12


def too_close(form: ProhibitionBefore, pool: Pool) -> Iterator[Log]:
    """Something, and what it must not come so close before: at every length that is named, by each and by all."""
    firsts = list(occasions(form.selector, pool, 40))
    for number, one in enumerate(firsts):
        then = [by_them(two, one.main, form, pool) for two in occasions(form.later, pool, _SOME, day=one.main.day)]
        for place, two in enumerate(then[: _SOME if number == 0 else 1]):
            for at in _moments(one.main, pool) if number < 3 and place < 2 else (end_of(one.main) + 60,):
                yield (*settled(one), *at_moment(two, at))
        for by in [*((party,) for party in pool.alone), pool.parties] if number < _SOME else ():
            yield (*settled(one), *at_moment(Occasion(replace(then[0].main, by=by), then[0].before), end_of(one.main) + 60))
        if number < 2:
            # What goes on for days ends on another date than it began.
            long = Occasion(lasting(one.main, 3 * DAY_SECONDS), one.before)
            for at in _moments(long.main, pool):
                yield (*settled(long), *at_moment(then[0], at))
    for one in firsts:
        yield settled(one)


def _moments(main: Entry, pool: Pool) -> list[int]:
    begin, end = moment_of(main), end_of(main)
    return sorted({begin - 60, begin, begin + 60, (begin + end) // 2} | later(end, pool.durations, pool))


def by_them(two: Occasion, first: Entry, form: ProhibitionBefore, pool: Pool) -> Occasion:
    """The later one, by whom it has to be."""
    match doer(form.later):
        case None | WhoWord.SAME_PARTY:
            return Occasion(replace(two.main, by=first.by), two.before)
        case WhoWord.THE_OTHERS:
            return Occasion(replace(two.main, by=others_of(pool, first.by)), two.before)
        case _:
            return two

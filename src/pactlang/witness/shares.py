"""Short logs for shares: of a hundred that all spent, so much is somebody's, and the rest the others'."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import Unit
from pactlang.model.calendar import DAY_SECONDS, period_bounds
from pactlang.witness.entries import HOUR, moment_of, placed, with_field
from pactlang.witness.events import event_of
from pactlang.witness.scenario import Log, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Measure, Quota
    from pactlang.witness.pool import Pool

_ALL = 10_000  # hundredths of a hundred


def shares(form: Quota, measures: Sequence[Measure], starts: Sequence[int], pool: Pool) -> Iterator[Scenario]:
    """A share that is just enough, by each of some sentences, and one that is not."""
    main = event_of(form.selector, pool, pool.base).main
    enough = [int(one.least * 100) for one in measures if one.unit is Unit.SHARE]
    for start in dict.fromkeys(starts):
        first, after = period_bounds(form.period, period_bounds(form.period, start)[1])
        for own in sorted({0, *(number + less for number in enough for less in (0, -1))}):
            for one in (main, *(replace(main, by=(party,)) for party in pool.parties if (party,) != main.by)):
                yield Scenario(split(one, own, form, pool, first + (one.day - first) % 7), after)
        together = replace(main, by=pool.parties)
        yield Scenario((_worth(placed(together, first * DAY_SECONDS + 10 * HOUR), form, _ALL),), after)


def split(own: Entry, hundredths: int, form: Quota, pool: Pool, day: int) -> Log:
    """So much of a hundred by some, the rest by the others."""
    second = own.second if own.second is not None else 10 * HOUR
    others = tuple(party for party in pool.parties if party not in own.by)
    mine = _worth(placed(own, day * DAY_SECONDS + second), form, hundredths)
    if not others or hundredths == _ALL:
        return (mine,)
    theirs = _worth(placed(replace(own, by=others), day * DAY_SECONDS + second + 600), form, _ALL - hundredths)
    return tuple(sorted((mine, theirs) if hundredths else (theirs,), key=moment_of))


def _worth(entry: Entry, form: Quota, hundredths: int) -> Entry:
    return with_field(with_field(entry, "unit", form.measure.currency), "amount", Decimal(hundredths) / 100)

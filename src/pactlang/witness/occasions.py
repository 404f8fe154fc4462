"""Events that a selector means, and their neighbours: the same with one or two of their features changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.witness.axes import axes_of
from pactlang.witness.events import Occasion, event_of
from pactlang.witness.pool import Pool

if TYPE_CHECKING:
    from pactlang.model.agreement import Selector


def occasions(selector: Selector, pool: Pool, limit: int, *, day: int | None = None, pairs: bool = True) -> Iterator[Occasion]:
    """Events that a selector means, then neighbours of them: one feature changed, then two; at most `limit`."""
    return islice(_occasions(selector, pool, pool.base if day is None else day, pairs), limit)


def _occasions(selector: Selector, pool: Pool, day: int, pairs: bool) -> Iterator[Occasion]:
    bases = [event_of(selector, pool, day, place) for place in range(len(selector.alternatives))]
    yield from bases
    axes = axes_of(pool, bases[0].main.type)
    for base in bases:
        for axis in axes:
            for change in axis:
                yield change(base)
    if not pairs:
        return
    for base in bases:
        for place, axis in enumerate(axes):
            for other in axes[place + 1 :]:
                for change in axis:
                    for again in other:
                        yield again(change(base))

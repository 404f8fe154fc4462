"""Whether a changed clause asks for more or for less, and of whom: what the comparison says of its sentences, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.witness.direction import Direction

if TYPE_CHECKING:
    from pactlang.diff.changes import ClauseChange, Comparison


class Effect(Struct, frozen=True):
    """What a changed clause does: `tighter`, `looser`, `both`, or nothing where no short log tells; for whom, in the order of the parties.

    Not `sure`: the short logs show one direction, and the other one may be so, too. `more` are those of whom it asks more, `less` those
    of whom it asks less, `less_protected` those towards whom less is owed.
    """

    direction: str = ""
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    less_protected: tuple[str, ...] = ()
    sure: bool = True


def effect_of(clause: ClauseChange, comparison: Comparison) -> Effect:
    """What all changes of a clause do together."""
    compared = [change.compared for change in clause.changes if change.direction is not Direction.NEITHER and not change.compared.none]
    ways = [way for way in (Direction.TIGHTER, Direction.LOOSER) if any(one.shows(way) for one in compared)]
    direction = "" if not ways else Direction.BOTH.value if len(ways) > 1 else ways[0].value
    sure = len(ways) != 1 or all(one.direction in ways for one in compared)
    parties = tuple(dict.fromkeys((*comparison.new.parties, *comparison.old.parties)))

    def named(name: str) -> tuple[str, ...]:
        return tuple(party for party in parties if any(party in getattr(one, name) for one in compared))

    less = named("freed")
    return Effect(direction, named("bound"), less, tuple(party for party in named("less_protected") if party not in less), sure)

"""Whether a changed clause asks for more or for less, and of whom: what the comparison says of its sentences, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.witness.direction import Direction

if TYPE_CHECKING:
    from pactlang.diff.changes import ClauseChange, Comparison

_SHOWN = (Direction.TIGHTER, Direction.LOOSER, Direction.BOTH)


class Effect(Struct, frozen=True):
    """What a changed clause does: `tighter`, `looser`, `both`, or nothing where no short log tells; for whom, in the order of the parties.

    `more` are those of whom it asks more, `less` those of whom it asks less, `less_protected` those towards whom less is owed.
    """

    direction: str = ""
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    less_protected: tuple[str, ...] = ()


def effect_of(clause: ClauseChange, comparison: Comparison) -> Effect:
    """What all changes of a clause do together."""
    shown = [change for change in clause.changes if change.direction in _SHOWN]
    directions = {change.direction for change in shown}
    direction = "" if not directions else Direction.BOTH.value if len(directions) > 1 else directions.pop().value
    compared = [change.compared for change in shown]
    parties = tuple(dict.fromkeys((*comparison.new.parties, *comparison.old.parties)))

    def named(name: str) -> tuple[str, ...]:
        return tuple(party for party in parties if any(party in getattr(one, name) for one in compared))

    less = named("freed")
    return Effect(direction, named("bound"), less, tuple(party for party in named("less_protected") if party not in less))

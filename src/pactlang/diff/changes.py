"""What a renegotiation changed, typed: one `Change` for each sentence, cell, state, person or line of the heading."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diff.fingerprints import Fingerprint
from pactlang.witness.direction import Compared, Direction

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement


class Part(StrEnum):
    """What a change is about."""

    HEADING = "heading"
    EVENT = "event"
    PERSON = "person"
    STATE = "state"
    DAYS = "days"  # a set of dates
    HOURS = "hours"  # with a name
    SENTENCE = "sentence"
    PROMISE = "promise"  # in plain words: shown, never judged
    KIND = "kind"  # of a clause
    CELL = "cell"  # of a matrix
    MATRIX = "matrix"
    AIM = "aim"  # a hope or a guarantee: held against the clauses, never judged
    EXAMPLE = "example"  # a few entries and what people mean them to be judged as


class Way(StrEnum):
    """How it changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REWORDED = "reworded"  # other words, the same meaning
    AFFECTED = "affected"  # the same words; something that they rest on means something else


class Change(Struct, frozen=True):
    """One thing that the two texts say differently.

    `name` is what it is called: a sentence's label, a person, `overnight: Ben` for a cell. `old` and `new` are the lines as they were
    written. `assent` names those who must agree for it to hold: whom it binds more, whom it protects less; all, where that cannot be
    told. A cell of a matrix is its own party's word alone.
    """

    part: Part
    way: Way
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    direction: Direction
    mark: Fingerprint
    compared: Compared = field(default_factory=Compared)
    assent: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Its short name, by which people accept it."""
        return self.mark.now

    @property
    def means_something_else(self) -> bool:
        """False where only the words are others."""
        return self.direction is not Direction.SAME


class ClauseChange(Struct, frozen=True):
    """A clause or a matrix in which something is said differently.

    `name` is its name in the new text (in the old one, where it is gone), `was` its old name: empty where it is new. `reasons` and
    `title` are what the new text says where the old one did not, `reasons_gone` what it no longer says.
    """

    name: str
    was: str
    gone: bool = False
    matrix: bool = False
    title: str = ""
    reasons: tuple[str, ...] = ()
    reasons_gone: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether it has another name now."""
        return bool(self.was) and self.was != self.name


class Comparison(Struct, frozen=True):
    """Two texts side by side. `around` is what stands outside of clauses; `moved` names the clauses that only stand elsewhere now.

    `pairs` are the sentences that belong together, by their labels in the old and in the new text.
    """

    old: Agreement
    new: Agreement
    around: tuple[Change, ...] = ()
    clauses: tuple[ClauseChange, ...] = ()
    moved: tuple[str, ...] = ()
    pairs: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order in which they are told."""
        return (*self.around, *(change for clause in self.clauses for change in clause.changes))


def assent_of(compared: Compared, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Who must agree: whom a change binds more and whom it protects less; all, where no log shows either, or one direction is shown and the
    other one may be so, too.
    """
    if compared.direction is Direction.CHANGED:
        return parties
    asked = {*compared.bound, *compared.less_protected}
    return tuple(party for party in parties if party in asked) or parties

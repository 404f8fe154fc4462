"""Who owes, to whom, and what has been covered so far."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from pactlang.model.agreement import Parties, Who, WhoWord

if TYPE_CHECKING:
    from collections.abc import Collection

    from pactlang.model.agreement import Duty

Pair = tuple[str | None, str | None]  # who, to whom; None is anybody
Alternatives = tuple[frozenset[Pair], ...]  # one of the sets must be covered as a whole

_ANYBODY: tuple[tuple[str | None, ...], ...] = ((None,),)


_MANY = 16  # names, of which each pair is looked up


class Owed:
    """Works out, for one duty, which (who, to whom) pairs must be covered after a given trigger; remembers each answer."""

    __slots__ = ("_by", "_known", "_parties", "_to")

    def __init__(self, duty: Duty, parties: tuple[str, ...]) -> None:
        self._by = duty.by
        self._to = duty.to
        self._parties = parties
        self._known: dict[tuple[str, ...], Alternatives] = {}

    def alternatives(self, actors: tuple[str, ...]) -> Alternatives:
        """What must be covered where `actors` did the trigger (or are the party that `each party` speaks of).

        An empty tuple: nothing is owed.
        """
        known = self._known.get(actors)
        if known is None:
            known = self._known[actors] = self._work_out(actors)
        return known

    def _work_out(self, actors: tuple[str, ...]) -> Alternatives:
        found: set[frozenset[Pair]] = set()
        for group in self._groups(self._by, actors):
            reached = {person: self._reached(person, actors) for person in group}
            owing = [person for person in group if reached[person]]
            for choice in product(*(reached[person] for person in owing)):
                pairs = frozenset((person, to) for person, tos in zip(owing, choice, strict=True) for to in tos)
                if pairs:
                    found.add(pairs)
        if len(found) < 2:
            return tuple(found)
        return tuple(sorted(found, key=lambda pairs: sorted((who or "", to or "") for who, to in pairs)))

    def _reached(self, person: str | None, actors: tuple[str, ...]) -> list[tuple[str | None, ...]]:
        """The sets of people of whom this person must reach one as a whole; nobody has to reach themselves."""
        options = [tuple(to for to in tos if to is None or to != person) for tos in self._addressees(person, actors)]
        return [tos for tos in options if tos]

    def _groups(self, who: Who | None, actors: tuple[str, ...]) -> tuple[tuple[str | None, ...], ...]:
        """The groups of people of whom one must act as a whole."""
        match who:
            case None | WhoWord.ANYONE:
                return _ANYBODY
            case Parties(names, every):
                return (names,) if every else tuple((name,) for name in names)
            case WhoWord.EVERYONE:
                return (self._parties,)
            case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY:
                return (actors,) if actors else ()
            case WhoWord.THE_OTHERS:
                others = tuple(party for party in self._parties if party not in actors)
                return (others,) if others else ()

    def _addressees(self, person: str | None, actors: tuple[str, ...]) -> list[tuple[str | None, ...]]:
        """The sets of people of whom one must be reached as a whole by this person."""
        match self._to:
            case None:
                return [(None,)]
            case WhoWord.ANYONE:
                return [(None,)]
            case Parties(names, every):
                return [names] if every else [(name,) for name in names]
            case WhoWord.EVERYONE:
                return [tuple(party for party in self._parties if party != person)]
            case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY:
                return [actors] if actors else []
            case WhoWord.THE_OTHERS:
                # After a joint act `the same party` is all who acted: the others are those who did not.
                out = actors if self._by in (None, WhoWord.ANYONE, WhoWord.SAME_PARTY, WhoWord.EACH_PARTY) else (person,)
                others = tuple(party for party in self._parties if party not in out)
                return [others] if others else []


class Coverage:
    """What is still to be covered."""

    __slots__ = ("left",)

    def __init__(self, alternatives: Alternatives) -> None:
        self.left: list[set[Pair]] = [set(pairs) for pairs in alternatives]

    def copy(self) -> Coverage:
        """The same state, to go on from apart."""
        fresh = Coverage(())
        fresh.left = [set(pairs) for pairs in self.left]
        return fresh

    def add(self, by: Collection[str], to: Collection[str]) -> bool:
        """Count an entry; whether it covered anything."""
        if len(by) + len(to) > _MANY:
            by, to = frozenset(by), frozenset(to)
        used = False
        for pairs in self.left:
            covered = [pair for pair in pairs if covers(pair, by, to)]
            if covered:
                used = True
                pairs.difference_update(covered)
        return used

    @property
    def done(self) -> bool:
        """Whether all is covered that must be."""
        return any(not pairs for pairs in self.left)

    def owing(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Who still owes something, in the agreement's order; all who may do it, where any of several may."""
        named = {who for pairs in self.left for who, _ in pairs if who is not None}
        return tuple(party for party in parties if party in named) or parties


def covers(pair: Pair, by: Collection[str], to: Collection[str]) -> bool:
    """Whether an entry by these to those covers a pair; where anybody may do it, whoever does need not reach themselves.

    >>> covers(("Ana", None), ("Ana", "Ben"), ()), covers((None, "Ben"), (), ("Cleo",))
    (True, False)
    """
    who, addressee = pair
    if who is None:
        return addressee is None or addressee in to or addressee in by
    return who in by and (addressee is None or addressee in to)

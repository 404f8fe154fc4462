"""Who owes, to whom, and what has been covered so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.agreement import Parties, SomeOf, WhoWord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty

Pair = tuple[str | None, str | None]  # who, to whom; None is anybody
Names = tuple[str | None, ...]

_ANYBODY: Names = (None,)
_OF_ACTORS = (WhoWord.SAME_PARTY, WhoWord.EACH_PARTY, WhoWord.THE_OTHERS)
_MANY = 16  # names, of which each is looked up
_KEPT = 256  # answers that are remembered: each may name all parties


class Needs(Struct, frozen=True):
    """Of whom something is owed, and to whom: `people`, of whom `enough` must do it; all of them, one, or any so many.

    `tos` are sets of addressees; somebody who owes must reach one of them as a whole, without themselves. What each owes stays apart: with
    `disclosure by everyone to Pak or Pal` there are two ways for each person, and not one for each choice that all of them could make.

    >>> needs = Needs(("Ana", "Ben"), 2, (("Ana",), ("Ben",)), frozenset(("Ana", "Ben")))
    >>> list(needs.options("Ana")), bool(needs), bool(NOTHING_OWED)
    ([('Ben',)], True, False)
    """

    people: Names
    enough: int
    tos: tuple[Names, ...]
    owing: frozenset[str | None]  # the same people, to be looked up

    def __bool__(self) -> bool:
        return bool(self.people)

    @property
    def every(self) -> bool:
        """Whether all of them must."""
        return self.enough == len(self.people)

    def options(self, person: str | None) -> Iterator[Names]:
        """The sets of people of whom this person must reach one as a whole; nobody has to reach themselves."""
        for tos in self.tos:
            others = tos if person is None or person not in tos else tuple(to for to in tos if to != person)
            if others:
                yield others


NOTHING_OWED = Needs((), 0, (), frozenset())


def asks_who_acted(duty: Duty) -> bool:
    """Whether who owes something, or to whom, follows from who acted."""
    to_others = duty.to is WhoWord.THE_OTHERS and duty.by in (None, WhoWord.ANYONE)
    by = duty.by.of if isinstance(duty.by, SomeOf) else duty.by
    return to_others or by in _OF_ACTORS or duty.to is WhoWord.SAME_PARTY


def addressed(trigger: Entry | None, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties whom an entry names after `to` and who had no part in it."""
    return () if trigger is None else tuple(party for party in parties if party in trigger.to and party not in trigger.by)


class Owed:
    """Works out, for one duty, who must reach whom after a given trigger; remembers its answers."""

    __slots__ = ("_asks_who", "_by", "_known", "_parties", "_to")

    def __init__(self, duty: Duty, parties: tuple[str, ...]) -> None:
        self._by = duty.by
        self._to = duty.to
        self._asks_who = asks_who_acted(duty)
        self._parties = parties
        self._known: dict[tuple[Names, Names], Needs] = {}

    def needs(self, actors: tuple[str, ...], trigger: Entry | None = None) -> Needs:
        """What must be done where `actors` did the trigger (or are the party that `each party` speaks of); false where nothing is owed."""
        reached = addressed(trigger, self._parties) if self._by is WhoWord.ADDRESSED else ()
        known = self._known.get((actors, reached))
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[actors, reached] = self._work_out(actors, reached)
        return known

    def hangs_on_who(self, actors: tuple[str, ...], trigger: Entry | None = None) -> bool:
        """Whether nobody can tell who owes it, or to whom: it is asked of whoever acted, or of the others, and no actor is named; or of
        each who was addressed, and the trigger says nobody.
        """
        return (not actors and self._asks_who) or (self._by is WhoWord.ADDRESSED and (trigger is None or not trigger.to))

    def perhaps(self, actors: tuple[str, ...], trigger: Entry) -> Iterator[Needs]:
        """What may be asked where `hangs_on_who`: of each who may have acted, or been addressed."""
        asks_to = self._by is WhoWord.ADDRESSED
        acting = [actors] if actors or not self._asks_who else [(party,) for party in self._parties]
        reached: list[Names] = [addressed(trigger, self._parties) if asks_to else ()]
        if asks_to and not trigger.to:
            reached = [(party,) for party in self._parties if party not in trigger.by]
        for one in acting:
            for names in reached:
                yield self._work_out(one, names)

    def _work_out(self, actors: tuple[str, ...], reached: Names) -> Needs:
        people, number = self._people(actors, reached)
        tos = tuple(sorted((_in_order(names) for names in self._addressees(actors)), key=_by_name))
        owing = tuple(person for person in _in_order(people) if any(to is None or to != person for names in tos for to in names))
        enough = len(owing) if number is None else min(number, len(owing))
        return Needs(owing, enough, tos, frozenset(owing)) if owing else NOTHING_OWED

    def _people(self, actors: tuple[str, ...], reached: Names) -> tuple[Names, int | None]:
        """Who owes it, and how many of them; None: all."""
        match self._by:
            case WhoWord.ADDRESSED:
                return reached, None
            case None | WhoWord.ANYONE:
                return _ANYBODY, None
            case Parties(names, every):
                return names, None if every else 1
            case WhoWord.EVERYONE:
                return self._parties, None
            case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY:
                return tuple(party for party in self._parties if party in actors), None  # nobody from outside owes anything
            case WhoWord.THE_OTHERS:
                return self._not_among(actors), None
            case SomeOf(number, of):
                return self._parties if of is WhoWord.EVERYONE else self._not_among(actors), number

    def _not_among(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(party for party in self._parties if party not in actors)

    def _addressees(self, actors: tuple[str, ...]) -> list[Names]:
        """The sets of people of whom one must be reached as a whole by whoever owes it, but for themselves."""
        match self._to:
            case None | WhoWord.ANYONE:
                return [_ANYBODY]
            case Parties(names, every):
                return [names] if every else [(name,) for name in names]
            case WhoWord.EVERYONE:
                return [self._parties]
            case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY | WhoWord.ADDRESSED:  # the last is refused
                return [actors]
            case WhoWord.THE_OTHERS:
                # After a joint act `the same party` is all who acted: the others are those who did not. Else all but whoever owes it.
                if self._by not in (None, WhoWord.ANYONE, WhoWord.SAME_PARTY, WhoWord.EACH_PARTY):
                    return [self._parties]
                return [self._not_among(actors)]
            case SomeOf():
                raise AssertionError("the grammar has no such addressees")


def _in_order(names: Names) -> Names:
    return tuple(sorted(dict.fromkeys(names), key=lambda name: name or ""))


def _by_name(names: Names) -> list[str]:
    return [name or "" for name in names]


class Coverage:
    """What is still to be covered."""

    __slots__ = ("_covered", "_met", "needs")

    def __init__(self, needs: Needs) -> None:
        self.needs = needs
        self._covered: set[Pair] = set()
        self._met: set[str | None] = set()

    def copy(self) -> Coverage:
        """The same state, to go on from apart."""
        fresh = Coverage(self.needs)
        fresh._covered, fresh._met = set(self._covered), set(self._met)
        return fresh

    def open_to(self, by: Collection[str], to: Collection[str]) -> list[Pair]:
        """The pairs that an entry covers and nothing before it did."""
        if len(by) + len(to) > _MANY:
            by, to = frozenset(by), frozenset(to)
        acting: Collection[str | None] = self.needs.people
        if len(acting) > _MANY:
            acting = [person for person in by if person in self.needs.owing]
        return [
            pair
            for who in acting
            for tos in self.needs.options(who)
            for addressee in tos
            if (pair := (who, addressee)) not in self._covered and covers(pair, by, to)
        ]

    def cover(self, pairs: Collection[Pair]) -> None:
        """Count pairs as covered."""
        self._covered.update(pairs)
        for who in {who for who, _ in pairs}:
            if any(all((who, to) in self._covered for to in tos) for tos in self.needs.options(who)):
                self._met.add(who)

    def cover_one(self, pair: Pair) -> bool:
        """Count one pair as covered; whether it was not before."""
        fresh = pair not in self._covered
        if fresh:
            self.cover([pair])
        return fresh

    def add(self, by: Collection[str], to: Collection[str]) -> bool:
        """Count an entry; whether it covered anything."""
        pairs = self.open_to(by, to)
        self.cover(pairs)
        return bool(pairs)

    def meet(self, people: Collection[str | None]) -> None:
        """Count people as having done all that they owe."""
        self._met.update(people)

    def has(self, person: str | None) -> bool:
        """Whether somebody has done all that they owe."""
        return person in self._met

    @property
    def done(self) -> bool:
        """Whether all is covered that must be."""
        return len(self._met) >= self.needs.enough

    @property
    def still(self) -> int:
        """How many of those who owe it must still do it, where any so many may; 0 where all must."""
        return 0 if self.needs.every else self.needs.enough - len(self._met)

    def owing(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Who still owes something, in the agreement's order; all who may still do it, where any one or so many may."""
        named = self.needs.owing - self._met
        outside = sorted(name for name in named if name is not None and name not in parties)
        return (*(party for party in parties if party in named), *outside) or parties


def covers(pair: Pair, by: Collection[str], to: Collection[str]) -> bool:
    """Whether an entry by these to those covers a pair; where anybody may do it, whoever does need not reach themselves.

    >>> covers(("Ana", None), ("Ana", "Ben"), ()), covers((None, "Ben"), (), ("Cleo",))
    (True, False)
    """
    who, addressee = pair
    if who is None:
        return addressee is None or addressee in to or addressee in by
    return who in by and (addressee is None or addressee in to)

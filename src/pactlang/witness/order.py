"""Which part of a sentence surely means no more than another: selectors, excuses, duties, the dates on which a sentence holds.

Each answer is an argument over what the parts say, for every log; False means only that nothing is sure. `stricter.py` puts them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from pactlang.model.agreement import (
    ByFilter,
    DateRange,
    DayFilter,
    EveryOther,
    Parties,
    People,
    PersonWord,
    Season,
    SomeOf,
    UnlessEvent,
    UnlessFilters,
    WhoWord,
    WithFilter,
)
from pactlang.model.meaning import part_meaning

if TYPE_CHECKING:
    from pactlang.model.agreement import Condition, Duty, Filter, Selector, Unless, Who

from pactlang.witness.filters import Ground, among, as_short, days_less, implies, named_less, same

_EACH = (ByFilter(WhoWord.EACH_PARTY), WithFilter(PersonWord.EACH_PERSON))


# --- events -------------------------------------------------------------------------------------------------------


def means_less(selector: Selector, than: Selector, ground: Ground, *, apart: str = "", doers: bool = False) -> bool:
    """Whether each event that a selector means is surely meant by the other.

    Where a sentence tells events apart by party or by person, both must, unless `apart` says why it does no harm: of a "limit", all of
    them together reach a number whenever one does, and one of them is whoever is named; of a "quota", what each reaches all of them
    together reach. `doers`: who has part in them must be said alike.
    """
    some, those = _flat(selector), _flat(than)
    if (doers or ground.stateful) and not _same_doers(some, those):
        return False
    return all(any(_all_implied(one, other, ground, apart) for other in those) for one in some)


def _flat(selector: Selector) -> list[tuple[str, tuple[Filter, ...]]]:
    """Each kind of event that a selector means, with all its filters."""
    return [(one.event, (*one.filters, *selector.filters)) for one in selector.alternatives]


def _same_doers(*groups: list[tuple[str, tuple[Filter, ...]]]) -> bool:
    doers = [{part_meaning(one) for _, filters in group for one in filters if isinstance(one, ByFilter)} for group in groups]
    return all(one == doers[0] for one in doers)


def _all_implied(one: tuple[str, tuple[Filter, ...]], other: tuple[str, tuple[Filter, ...]], ground: Ground, apart: str) -> bool:
    if one[0] != other[0]:
        return False
    for each in _EACH:
        if (each in one[1]) == (each in other[1]):
            continue
        if each in one[1] and not apart:
            return False
        if each in other[1] and not (apart == "limit" and any(_names_one(part, each, ground) for part in one[1])):
            return False
    return all(part in _EACH or any(implies(own, part, ground) for own in one[1]) for part in other[1])


def _names_one(part: Filter, each: Filter, ground: Ground) -> bool:
    """Whether a filter names somebody who has part in each event that it means, and is one of those whom `each` tells apart."""
    if isinstance(each, ByFilter):
        who = part.who if isinstance(part, ByFilter) else None
        return isinstance(who, Parties) and _one_for_all(who) and set(who.names) <= set(ground.parties)
    named = part.person if isinstance(part, WithFilter) else None
    return isinstance(named, People) and _one_for_all(named) and set(named.names).isdisjoint(ground.parties)


def _one_for_all(named: Parties | People) -> bool:
    return named.every or len(named.names) == 1


# --- excuses, dates -----------------------------------------------------------------------------------------------


def excuses_less(one: Unless | None, than: Unless | None, ground: Ground) -> bool:
    """Whether whatever an `unless` excuses is surely excused by the other."""
    if one is None or same(one, than):
        return True
    match one, than:
        case UnlessFilters(), UnlessFilters():
            return all(any(_excuse_implies(own, part, ground) for own in one.filters) for part in than.filters)
        case UnlessEvent(), UnlessEvent():
            return as_short(one.within, than.within) and asks_more(one.duty, than.duty, ground)
        case _:
            return False


def _excuse_implies(one: Filter, other: Filter, ground: Ground) -> bool:
    if isinstance(one, WithFilter) and isinstance(other, WithFilter):
        # All whom the event is with must be among them.
        named = isinstance(one.person, People) and isinstance(other.person, People)
        return same(one, other) or (
            named and not (one.person.every or other.person.every) and among(one.person.names, other.person.names)  # type: ignore[union-attr]
        )
    return implies(one, other, ground)


def holds_on_more(only: Sequence[Condition], excepted: Sequence[Condition], than: tuple[Sequence[Condition], Sequence[Condition]]) -> bool:
    """Whether lines `only` and `except` leave out nothing that the others keep in."""
    kept = all(any(_within(theirs, own) for theirs in than[0]) for own in only)
    return kept and all(any(_within(own, theirs) for theirs in than[1]) for own in excepted)


def _within(one: Condition, other: Condition) -> bool:
    if same(one, other):
        return True
    if isinstance(one, DateRange) and isinstance(other, DateRange):
        later = other.first is None or (one.first is not None and other.first <= one.first)
        return later and (other.last is None or (one.last is not None and one.last <= other.last))
    if isinstance(one, DayFilter) and isinstance(other, DayFilter):
        return days_less(one.days, other.days)
    return _by_the_month(one) and _by_the_month(other) and all(other.holds(day) for day in _TWO_YEARS if one.holds(day))


def _by_the_month(one: Condition) -> TypeGuard[Season | EveryOther]:
    """Whether it holds on the same dates in every common year, and in every leap year."""
    return isinstance(one, Season) or (isinstance(one, EveryOther) and one.unit == "month")


_TWO_YEARS = range(738_886, 738_886 + 731)  # 2024, a leap year, and 2025


# --- what is owed -------------------------------------------------------------------------------------------------


def asks_more(duty: Duty, than: Duty, ground: Ground) -> bool:
    """Whether whatever answers a duty surely answers the other."""
    if not means_less(duty.selector, than.selector, ground):
        return False
    if same(duty.by, than.by):
        return same(duty.to, than.to) or _reaches_more(duty, than)
    if not same(duty.to, than.to) or duty.to not in (None, WhoWord.ANYONE):
        return False  # nobody has to reach themselves, so whom to reach follows from who owes it
    return not ground.stateful and _by_more(duty.by, than.by, ground)


def _reaches_more(duty: Duty, than: Duty) -> bool:
    """Whether the same people, none of whom is to be reached, must reach more.

    >>> from pactlang.model.agreement import Alternative, Duty, Selector
    >>> told = Selector("disclosure", "disclosures", (Alternative("disclosure"),))
    >>> both, either = (Duty(told, Parties(("Cleo",)), Parties(("Ana", "Ben"), every=every)) for every in (True, False))
    >>> _reaches_more(both, either), _reaches_more(either, both)
    (True, False)
    """
    if than.to in (None, WhoWord.ANYONE):
        return False  # whoever has only themselves to reach owes nothing
    if not (isinstance(duty.by, Parties) and isinstance(duty.to, Parties) and isinstance(than.to, Parties)):
        return False
    apart = set(duty.by.names).isdisjoint((*duty.to.names, *than.to.names))
    return apart and named_less(duty.to.names, than.to.names, every=duty.to.every, than_every=than.to.every)


def _by_so_many(named: Who | None, others: SomeOf, ground: Ground) -> bool:
    """Whether all whom a duty names, or so many of them, are always so many as another asks for; nobody from outside is one of us."""
    match named:
        case Parties(names, every):
            us = set(names) & set(ground.parties)
            number = len(us) if every else int(us == set(names))
            return others.of is WhoWord.EVERYONE and number >= others.number
        case WhoWord.THE_OTHERS:
            return others.of is WhoWord.THE_OTHERS
        case SomeOf(number, of):
            return of is others.of and number >= others.number
        case _:
            return False


def _by_more(one: Who | None, other: Who | None, ground: Ground) -> bool:
    named = Parties(ground.parties) if one is WhoWord.EVERYONE else one
    others = Parties(ground.parties) if other is WhoWord.EVERYONE else other
    if other is WhoWord.ADDRESSED:
        return one in (WhoWord.EVERYONE, WhoWord.THE_OTHERS)
    if others in (None, WhoWord.ANYONE):
        return isinstance(named, Parties) or (isinstance(named, SomeOf) and named.of is WhoWord.EVERYONE)
    if isinstance(others, SomeOf):
        return _by_so_many(named, others, ground)
    if not isinstance(named, Parties) or not isinstance(others, Parties):
        return False
    return named_less(named.names, others.names, every=named.every, than_every=others.every)

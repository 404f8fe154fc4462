"""What two sentences speak of, gathered: the parties, people, places, tags, clock times and lengths that a short log may need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.timeline import zone_of
from pactlang.model.agreement import (
    AtFilter,
    ClockFilter,
    ClockPart,
    DateRange,
    DayFilter,
    EveryOther,
    FieldFilter,
    LengthFilter,
    Matrix,
    Modifiers,
    Parties,
    People,
    PersonWord,
    Private,
    Recurrence,
    Season,
    Selector,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    UnlessEvent,
    UnlessFilters,
    UnlessState,
    WhileFilter,
    WhoWord,
    WithinDays,
)
from pactlang.model.calendar import Days, Duration, Exact, load_zone
from pactlang.model.meaning import part_meaning
from pactlang.model.named import NO_DATE_FOR, HoursOn, NamedDays
from pactlang.model.once import once_each
from pactlang.model.parts import parts
from pactlang.witness.entries import EVENING, HOUR

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Person, State
    from pactlang.model.calendar import Zone

T = TypeVar("T")
STRANGER = "somebody"  # a person whom no agreement names
STRANGERS = (STRANGER, "another", "a-third", "a-fourth", "a-fifth", "a-sixth")


def stranger(place: int) -> str:
    """One of many people whom no agreement names.

    >>> stranger(0), stranger(9)
    ('somebody', 'person-9')
    """
    return STRANGERS[place] if place < len(STRANGERS) else f"person-{place}"


ELSEWHERE = "elsewhere"
OTHER_TAG = "other"
MOST_ALONE = 8
_YEAR = 366
_MOST_WAITS = 12


# By identity, since a search asks the same of the same things thousands of times; each is held, so that no other takes its place.
_known: dict[tuple[int, type], tuple[object, Sequence[object]]] = {}
_MOST_KNOWN = 4096


_all_parts = once_each(lambda thing: tuple(parts(thing)))


def parts_of(thing: object, kind: type[T]) -> Sequence[T]:
    """The parts of one type, each once, in order."""
    known = _known.get((id(thing), kind))
    if known is not None:
        return known[1]  # type: ignore[return-value]  # kept under its own type
    found: list[T] = []
    for part in _all_parts(thing):
        if isinstance(part, kind) and part not in found:
            found.append(part)
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[id(thing), kind] = (thing, found)
    return found


class Pool(Struct, frozen=True):
    """What logs for a pair of sentences are made of. `things` are the forms and modifiers of both (or of one).

    `alone` are the parties who are tried one by one, at most `MOST_ALONE`; `alike` holds each of the others with one of those whom the
    sentences speak of in the same way, or with nobody ("").
    """

    things: tuple[object, ...]
    parties: tuple[str, ...]
    alone: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]
    states: tuple[State, ...]
    people: tuple[str, ...]
    declared: tuple[Person, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]
    fields: tuple[FieldFilter, ...]
    clocks: tuple[ClockFilter, ...]
    day_filters: tuple[DayFilter, ...]
    sets: tuple[NamedDays, ...]
    lengths: tuple[LengthFilter, ...]
    state_names: tuple[str, ...]
    covering: tuple[str, ...]
    untold: tuple[Private, ...]  # what is private by every sentence that names items
    private: tuple[Private, ...]  # and what is by any
    durations: tuple[Duration, ...]
    graces: tuple[Duration, ...]
    unless: tuple[UnlessEvent, ...]
    start: int
    bases: tuple[int, ...]
    edges: tuple[int, ...]
    zone: Zone
    with_person: frozenset[str]
    within: tuple[str, ...] = ()  # the states in which most of the short logs happen
    hour: int = EVENING  # at which most events begin, and how long they last
    lasts: int = 2 * HOUR
    began: int = 0  # the first date on which all of the texts hold; 0 where none says it
    ends: int = 0  # the last one; 0 where none says it

    @property
    def together(self) -> list[tuple[str, ...]]:
        """Parties who act together: all; where an excuse is owed `to` somebody, also each two of the first three; as many as are asked for.

        Who is the only one to whom it is owed owes it to nobody.
        """
        pairs = combinations(self.alone[:3], 2) if any(one.duty.to is not None for one in self.unless) else ()
        many = {number for one in parts_of(self.things, SomeOf) for number in (one.number - 1, one.number) if number > 1}
        some = (self.parties[:number] for number in sorted(many))
        return list(dict.fromkeys((*some, self.parties, *pairs)))

    @property
    def addresses(self) -> bool:
        """Whether it matters to whom something was said: each who was addressed owes an answer."""
        return WhoWord.ADDRESSED in parts_of(self.things, WhoWord)

    @property
    def base(self) -> int:
        """The day on which most of the short logs happen."""
        return self.bases[0]


def pool_of(agreements: tuple[Agreement, ...], things: tuple[object, ...]) -> Pool:
    """The pool of some forms and modifiers (or whole states, people) under one or two agreements; the newest comes last."""
    newest = agreements[-1]
    states = tuple({part_meaning(state): state for agreement in agreements for state in agreement.states}.values())
    names = {part.state for part in parts(things) if isinstance(part, WhileFilter | UnlessState)}
    reached = (*things, *(state for state in states if state.name in names))
    modifiers = parts_of(reached, Modifiers)
    conditions = [one for part in modifiers for one in (*part.only, *part.excepted)]
    ranges = [*(one for one in conditions if isinstance(one, DateRange)), *_turns_of(conditions, agreements)]
    ranges += [*(DateRange(one.date, None) for one in parts_of(reached, Recurrence) if one.date is not None)]
    windows = parts_of(reached, HoursOn)
    weekdays = tuple(dict.fromkeys([*parts_of(reached, DayFilter), *(DayFilter(one.days) for one in windows)]))
    clocks = [*parts_of(reached, ClockFilter), *(ClockFilter(ClockPart.ANY, one.start, one.end) for one in windows)]
    sets: tuple[DayFilter | NamedDays, ...] = (*weekdays, *(one.days for one in parts_of(reached, WithinDays)))
    start, bases, edges = _days(agreements, ranges, sets, parts_of(reached, WithinDays))
    parties = tuple(dict.fromkeys(party for agreement in agreements for party in agreement.parties))
    alone, alike = _one_by_one(parties, reached)
    return Pool(
        things=things,
        parties=parties,
        alone=alone,
        alike=alike,
        states=states,
        people=_people(agreements, reached),
        declared=tuple(person for agreement in agreements for person in agreement.people),
        places=_flat(part.places for part in parts_of(reached, AtFilter)),
        tags=_flat(part.tags for part in parts_of(reached, TaggedFilter)),
        fields=tuple(parts_of(reached, FieldFilter)),
        clocks=tuple(dict.fromkeys(clocks)),
        day_filters=weekdays,
        sets=tuple(parts_of(sets, NamedDays)),
        lengths=tuple(parts_of(reached, LengthFilter)),
        state_names=tuple(sorted(names)),
        covering=_flat(one.covering for one in modifiers),
        untold=_untold([one for one in modifiers if one.names_items]),
        private=tuple(dict.fromkeys(kept for one in modifiers for kept in one.untold)),
        durations=_durations(reached, modifiers),
        graces=tuple(dict.fromkeys(one.grace for one in modifiers if one.grace is not None)),
        unless=tuple(parts_of(reached, UnlessEvent)),
        start=start,
        bases=bases,
        edges=edges,
        zone=zone_of(newest, load_zone("UTC")),
        with_person=frozenset(name for agreement in agreements for name, event in agreement.vocabulary.events.items() if event.with_person),
        began=max((agreement.in_force_from or 0 for agreement in agreements), default=0),
        ends=min((agreement.in_force_until for agreement in agreements if agreement.in_force_until is not None), default=0),
    )


def tagged(pool: Pool, tags: Sequence[str]) -> tuple[str, ...]:
    """The first person whom a text declares with one of these tags."""
    return next(((one.name,) for one in pool.declared if not set(tags).isdisjoint(one.tags)), pool.people[:1])


def _one_by_one(parties: tuple[str, ...], things: tuple[object, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The parties who are tried one by one, and whom each of the others is like.

    Of those whom the sentences name at the same places, or nowhere, none can be told from another. One of each kind is tried, those that
    are named first, then another of each, and so on.
    """
    if len(parties) <= MOST_ALONE:
        return parties, ()
    places: dict[str, list[object]] = {party: [] for party in parties}
    named = ((place, name, None) for place, part in enumerate(parts_of(things, Parties)) for name in part.names)
    cells = (
        (f"{place}.{row.activity}", name, cell)
        for place, matrix in enumerate(parts_of(things, Matrix))
        for row in matrix.rows
        for name, cell in zip(matrix.parties, row.cells, strict=True)
    )
    for place, name, cell in (*named, *cells):
        if name in places:
            places[name].append((place, cell))
    kinds: dict[tuple[object, ...], list[str]] = {}
    for party in parties:
        kinds.setdefault(tuple(places[party]), []).append(party)
    groups = sorted(kinds.items(), key=lambda kind: not kind[0])
    turns = [(turn, kind, party) for kind, (_, group) in enumerate(groups) for turn, party in enumerate(group[:MOST_ALONE])]
    tried = {party for _, _, party in sorted(turns, key=lambda one: one[:2])[:MOST_ALONE]}
    like = {group[0]: group for group in kinds.values()}
    others = ((other, first if first in tried else "") for first, group in like.items() for other in group if other not in tried)
    return tuple(party for party in parties if party in tried), tuple(others)


def _turns_of(conditions: Sequence[object], agreements: tuple[Agreement, ...]) -> Iterator[DateRange]:
    """Where what comes again each year begins and ends: its next two stretches, and that of a leap year if it ends as February does."""
    from datetime import date

    for one in dict.fromkeys(conditions):
        if isinstance(one, Season | EveryOther):
            year = _year_of(agreements)
            begins = date(year, 1, 1).toordinal()
            runs = one.runs(begins, begins + 3 * _YEAR)[:2]
            if isinstance(one, Season) and not {one.first, one.last}.isdisjoint(_END_OF_FEBRUARY):
                leap = date(year + (-year) % 4 or year, 2, 28).toordinal()
                runs += one.runs(leap, leap + 2)
            yield from (DateRange(first, last) for first, last in runs)


_END_OF_FEBRUARY = {(2, 28), (2, 29), (3, 1)}


def _year_of(agreements: tuple[Agreement, ...]) -> int:
    """The year in which most of the short logs happen."""
    from datetime import date

    given = [agreement.in_force_from for agreement in reversed(agreements) if agreement.in_force_from is not None]
    return date.fromordinal(given[0]).year if given else 2026


def _days(
    agreements: tuple[Agreement, ...], ranges: Sequence[DateRange], weekdays: Sequence[DayFilter | NamedDays], waits: Sequence[WithinDays]
) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """From when logs are judged, and the days on which they happen: a Monday in June, and around every date that is named.

    Where weekdays are named, too, also the nearest day of each kind on either side of each date.
    """
    from datetime import date

    year = _year_of(agreements)
    monday = date(year, 6, 8).toordinal()
    monday -= date.fromordinal(monday).weekday()
    edges = sorted({day for one in ranges for day in (one.first, one.last) if day is not None})
    around = [day + delta for day in edges for delta in (-1, 0, 1)]
    sides = [side for day in edges for side in (range(day, day + 7), range(day - 1, day - 8, -1))]
    for side in sides if weekdays else ():
        around += {tuple(one.holds(day) for one in weekdays): day for day in reversed(side)}.values()
    if parts_of(tuple(weekdays), NamedDays):
        around += _kinds_of_date(weekdays, waits, date(year, 1, 1).toordinal())
    first = min([monday, *around])
    return date(date.fromordinal(first).year, 1, 1).toordinal(), tuple(dict.fromkeys([monday, *around])), tuple(edges)


def _kinds_of_date(sets: Sequence[DayFilter | NamedDays], waits: Sequence[WithinDays], first: int) -> Iterator[int]:
    """The first date of each kind as far as sets of dates go, those just before and after it: where one set holds and another does not.

    Also the first date for each number of dates that `within 2 working-days` takes.
    """
    listed = [day for one in parts_of(tuple(sets), DateRange) for day in (one.first, one.last) if day is not None]
    last = min(max([first + _YEAR, *(day + 1 for day in listed)]), first + NO_DATE_FOR)
    seen: set[tuple[bool, ...]] = set()
    waited: set[tuple[int, ...]] = set()
    begin = min([first, *listed])
    for day in range(begin, last + 1):
        kind = tuple(one.holds(day) for one in sets)
        if kind not in seen:
            seen.add(kind)
            yield from (max(begin, day - 1), day, day + 1)
        takes = tuple(_waits(one, day) for one in waits)
        if takes not in waited and len(waited) < _MOST_WAITS:
            waited.add(takes)
            yield day


def _waits(limit: WithinDays, day: int) -> int:
    """How many dates it takes until so many of a set have come, as far as a month."""
    left = limit.count
    for step in range(1, 32):
        left -= limit.days.holds(day + step)
        if not left:
            return step
    return 32


def _people(agreements: tuple[Agreement, ...], things: tuple[object, ...]) -> tuple[str, ...]:
    named = [name for part in parts_of(things, People) for name in part.names]
    tags = {tag for part in parts_of(things, TaggedPeople) for tag in part.tags}
    for agreement in agreements:
        named += [person.name for person in agreement.people if tags & set(person.tags)]
        named += [person.name for person in agreement.people][:1]
        if PersonWord.SOMEONE_NEW in parts_of(things, PersonWord):
            named += [person.name for person in agreement.people if person.known_since is not None]
    return tuple(dict.fromkeys(named))[:6]


def _durations(things: tuple[object, ...], modifiers: Sequence[Modifiers]) -> tuple[Duration, ...]:
    """Every length that is named, and each with a grace added to it."""
    reminders = {length for one in modifiers for length in one.remind_before} | {one.warn_before for one in modifiers}
    reminders |= {one.revisit.every for one in modifiers if one.revisit is not None}
    named: list[Duration] = [one for one in parts(things) if isinstance(one, Exact | Days) and one not in reminders]
    graces = [one.grace for one in modifiers if one.grace is not None]
    added: list[Duration] = []
    for grace in graces:
        for length in named:
            if isinstance(length, Exact) and isinstance(grace, Exact):
                added.append(Exact(length.seconds + grace.seconds))
            elif isinstance(length, Days) and isinstance(grace, Days):
                added.append(Days(length.months + grace.months, length.days + grace.days))
    return tuple(dict.fromkeys([*named, *added]))


def _untold(modifiers: Sequence[Modifiers]) -> tuple[Private, ...]:
    return tuple(kept for kept in modifiers[0].untold if all(kept in one.untold for one in modifiers)) if modifiers else ()


def _flat(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def fitting(pool: Pool, form: object, modifiers: Modifiers) -> Pool:
    """The pool with a base day on which a sentence applies, as far as dates, weekdays and states go."""
    days = [pool.base + delta for delta in range(14)] + [edge + delta for edge in pool.edges for delta in range(-14, 15)]
    days += pool.bases
    narrowed = [one for selector in parts_of(form, Selector)[:1] for one in parts_of(selector, DayFilter)]
    only = [one for one in (*modifiers.only, *narrowed) if not isinstance(one, WhileFilter)]
    excused = [one for unless in parts_of(form, UnlessFilters) for one in unless.filters if len(unless.filters) == 1]
    never = [one for one in (*modifiers.excepted, *excused) if isinstance(one, DateRange | Season | EveryOther | DayFilter)]
    states = tuple(one.state for one in modifiers.only if isinstance(one, WhileFilter))
    for day in days:
        if all(one.holds(day) for one in only) and not any(one.holds(day) for one in never):
            return replace(pool, bases=(day, *(one for one in pool.bases if one != day)), within=states)
    return replace(pool, within=states)

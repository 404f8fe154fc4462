"""Single events for short logs: one that a selector means, with what must have been logged before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.states import PAUSED
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    DayFilter,
    DuringFilter,
    FieldFilter,
    LengthFilter,
    NotFilter,
    Parties,
    People,
    PersonSpec,
    PersonWord,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    UnlessFilters,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days
from pactlang.model.named import NO_DATE_FOR
from pactlang.model.vocabulary import PAUSE
from pactlang.witness.entries import HOUR, lasting, moment_of, moved, placed, seconds_of, timed, with_field
from pactlang.witness.hours import at_hours
from pactlang.witness.pool import ELSEWHERE, OTHER_TAG, STRANGER, Pool, parts_of, tagged

if TYPE_CHECKING:
    from pactlang.model.agreement import Filter, Selector, Who


class Occasion(Struct, frozen=True):
    """An event, and what must have been logged before it (a state that began)."""

    main: Entry
    before: tuple[Entry, ...] = ()


def settled(one: Occasion) -> tuple[Entry, ...]:
    """The event with what must stand before it."""
    return (*one.before, one.main)


def shifted(one: Occasion, days: int) -> Occasion:
    """The same some days later, with what stands before it."""
    return Occasion(moved(one.main, days), tuple(moved(entry, days) for entry in one.before))


def at_day(one: Occasion, day: int) -> Occasion:
    """The same on another day."""
    return shifted(one, day - one.main.day)


def at_midnight(one: Occasion) -> Occasion:
    """The same from the first instant of its day on; what stands before it (a state that begins) as long before it as it was."""
    back = moment_of(one.main) - one.main.day * DAY_SECONDS
    return Occasion(timed(one.main, 0), tuple(placed(entry, moment_of(entry) - back) for entry in one.before))


def event_of(selector: Selector, pool: Pool, day: int, place: int = 0) -> Occasion:
    """An event that a selector means."""
    alternative = selector.alternatives[place]
    people = (pool.people[0] if pool.people else STRANGER,) if alternative.event in pool.with_person else ()
    main = Entry(alternative.event, day, pool.hour, by=pool.parties[:1], with_=people, to=pool.parties[1:] if pool.addresses else ())
    found = Occasion(lasting(main, pool.lasts) if pool.lasts else main)
    filters = sorted((*alternative.filters, *selector.filters), key=_turn)
    states = [one for one in filters if isinstance(one, WhileFilter)]
    for one in filters:
        found = found if one in states else fitting_filter(found, one, pool)
    excuses = [unless.filters[0] for unless in parts_of(pool.things, UnlessFilters) if len(unless.filters) == 1]
    for excuse in excuses:
        found = Occasion(_apart(found.main, excuse, filters, pool), found.before)
    found = Occasion(_on_the_clock(found.main, filters, excuses), found.before)
    for one in states:  # they begin before the event is where it will be
        found = fitting_filter(found, one, pool)
    for name in pool.within:
        if not any(one == WhileFilter(name) for one in filters):
            found = Occasion(found.main, (*found.before, *in_state(name, found.main, pool)))
    return found


def _turn(one: Filter) -> int:
    """Whom a name or a tag asks for is also `someone new`, not the other way round. What it is not comes last, when it is said by whom."""
    if isinstance(one, NotFilter):
        return 2
    return 0 if isinstance(one, WithFilter) and isinstance(one.person, PersonWord) else 1


def _apart(main: Entry, excuse: Filter, filters: Sequence[Filter], pool: Pool) -> Entry:
    """The same event where an excuse does not hold of it, if it can be otherwise."""
    match excuse:
        case WithFilter(People(names)) if set(main.with_) & set(names):
            asked = [one.person for one in filters if isinstance(one, WithFilter)]
            named = [name for person in asked if isinstance(person, People) and not person.every for name in person.names]
            free = not asked or any(isinstance(one, PersonWord) for one in asked)
            others = [name for name in (named or ((*pool.people, STRANGER) if free else ())) if name not in names]
            # Whoever must be there and would excuse it alone does not where somebody else is, too.
            return replace(main, with_=(others[0],) if others else (*main.with_, STRANGER))
        case AtFilter(places) if main.place is None or main.place in places:
            named = [place for one in filters if isinstance(one, AtFilter) for place in one.places]
            others = [place for place in named if place not in places]
            return replace(main, place=others[0] if others else main.place if named else _other_place(places, pool))
        case TaggedFilter() | ToFilter() if not main.tags or not main.to:
            return _contrary(main, excuse, pool)
    return main


def _other_place(places: Sequence[str], pool: Pool) -> str:
    return next((place for place in pool.places if place not in places), ELSEWHERE)


def _contrary(main: Entry, one: Filter, pool: Pool) -> Entry:
    """The same event, of which a filter does not hold, and which says so."""
    match one:
        case ByFilter(Parties(names)):
            others = tuple(party for party in pool.parties if party not in names)[:1] or (STRANGER,)
            return replace(main, by=others, to=tuple(name for name in main.to if name not in others))
        case ToFilter(Parties(names)):
            return replace(main, to=tuple(party for party in pool.parties if party not in (*names, *main.by))[:1] or (STRANGER,))
        case WithFilter(People(names)):
            return replace(main, with_=tuple(name for name in (*pool.people, STRANGER) if name not in names)[:1])
        case WithFilter(TaggedPeople(tags)):
            meant = {person.name for person in pool.declared if not set(tags).isdisjoint(person.tags)}
            return replace(main, with_=tuple(name for name in (*pool.people, STRANGER) if name not in meant)[:1])
        case WithFilter():
            # Nobody from outside, so nobody new either; and nobody is with themselves.
            return replace(main, with_=tuple(party for party in pool.parties if party not in main.by)[:1])
        case AtFilter(places):
            return replace(main, place=_other_place(places, pool))
        case TaggedFilter(tags):
            kept = tuple(tag for tag in main.tags if tag not in tags)
            return replace(main, tags=kept or tuple(tag for tag in pool.tags if tag not in tags)[:1] or (OTHER_TAG,))
        case DayFilter(days):
            return moved(main, next((step for step in range(NO_DATE_FOR) if not days.holds(main.day + step)), 0))
        case DuringFilter(hours):
            windows = tuple(ClockFilter(ClockPart.ANY, line.start, line.end) for line in hours.lines)
            return at_hours(main, (), windows, shorter=True)
        case _:
            return main  # hours are settled with all others, and a state has not begun


def _on_the_clock(main: Entry, filters: Sequence[Filter], excuses: Sequence[Filter]) -> Entry:
    """The same event at an hour that its filters ask for and that excuses nothing, if there is one."""
    wanted, avoided = ([one for one in some if isinstance(one, ClockFilter)] for some in (filters, excuses))
    avoided += [one.part for one in filters if isinstance(one, NotFilter) and isinstance(one.part, ClockFilter)]
    fixed = any(isinstance(one, LengthFilter) for one in filters)
    named = any(isinstance(one, DuringFilter) for one in filters)  # on each date within hours of its own
    return at_hours(main, wanted, avoided, shorter=not fixed) if (wanted or avoided) and not named else main


def fitting_filter(found: Occasion, one: Filter, pool: Pool) -> Occasion:
    """The same event, of which a filter holds."""
    main = found.main
    match one:
        case ByFilter(who):
            main = replace(main, by=names_of(who, pool))
        case ToFilter(who):
            to = names_of(who, pool)
            # Nobody writes to themselves.
            others = tuple(party for party in pool.parties if party not in to)[:1] if set(main.by) <= set(to) else ()
            main = replace(main, to=to, by=others or main.by)
        case WithFilter(person):
            main = replace(main, with_=_with(person, pool))
        case AtFilter(places):
            main = replace(main, place=places[0])
        case TaggedFilter(tags, every):
            main = replace(main, tags=tuple(dict.fromkeys((*main.tags, *(tags if every else tags[:1])))))
        case DayFilter(days):
            steps = (step for step in range(NO_DATE_FOR) if days.holds(main.day + step))
            main = moved(main, next(steps, 0))
        case ClockFilter(part, start, end):
            inside = min(HOUR, ((end - start) % DAY_SECONDS or DAY_SECONDS) // 2)
            main = timed(main, (start - (2 * HOUR if part is ClockPart.END else 0) + inside) % DAY_SECONDS)
        case DuringFilter(hours):
            found_in = ((step, line) for step in range(NO_DATE_FOR) for line in hours.lines if line.days.holds(main.day + step))
            for step, line in islice(found_in, 1):
                inside = min(HOUR, ((line.end - line.start) % DAY_SECONDS or DAY_SECONDS) // 2)
                main = timed(moved(main, step), line.start + inside)
        case LengthFilter(comparison, length):
            longer = comparison in (Comparison.MORE_THAN, Comparison.AT_LEAST)
            step = DAY_SECONDS if isinstance(length, Days) else 0  # lengths in days count dates
            main = lasting(main, seconds_of(length) + (step + HOUR if longer else -step - 60))
        case FieldFilter(field, comparison, value):
            main = with_field(main, field, None if comparison is Comparison.WITHOUT else _value(field, comparison, value))
        case WhileFilter(state):
            return Occasion(main, (*found.before, *in_state(state, main, pool)))
        case NotFilter(contrary):
            main = _contrary(main, contrary, pool)
    return Occasion(main, found.before)


def names_of(who: Who | None, pool: Pool, actors: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Parties that `who` means: where one will do, the first. `actors` are those of whom `the same party` speaks."""
    match who:
        case WhoWord.THE_OTHERS | WhoWord.ADDRESSED if actors:
            acted = set(actors)
            return tuple(party for party in pool.parties if party not in acted)
        case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY if actors:
            return actors
        case Parties(names, every):
            return names if every else names[:1]
        case WhoWord.EVERYONE:
            return pool.parties
        case WhoWord.THE_OTHERS | WhoWord.ADDRESSED:
            return pool.parties[1:]
        case None | WhoWord.ANYONE | WhoWord.SAME_PARTY | WhoWord.EACH_PARTY:
            return pool.parties[:1]
        case SomeOf(number, of, fewer):
            return names_of(of, pool, actors)[: number - fewer]
        case _:
            assert_never(who)


def _with(person: PersonSpec, pool: Pool) -> tuple[str, ...]:
    match person:
        case People(names, every):
            return names if every else names[:1]
        case TaggedPeople(tags):
            return tagged(pool, tags)
        case PersonWord():
            return (STRANGER,)
        case _:
            assert_never(person)


def least_step(field: str) -> Decimal:
    """By how much two values of a field differ that people tell apart: a cent, or one."""
    return Decimal("0.01") if field == "amount" else Decimal(1)


def _value(field: str, comparison: Comparison, value: str | Decimal) -> str | Decimal:
    if isinstance(value, str):
        return value if comparison is Comparison.IS else "other"
    sign = {Comparison.MORE_THAN: 1, Comparison.LESS_THAN: -1, Comparison.IS_NOT: 1}.get(comparison, 0)
    return value + sign * least_step(field)


def in_state(name: str, entry: Entry, pool: Pool, back: int = HOUR) -> tuple[Entry, ...]:
    """What begins a state some time before an entry."""
    return next(iter(starts_of(name, entry, pool, back)), ())


def in_states(day: int, pool: Pool) -> Iterator[tuple[Entry, ...]]:
    """What begins each state that is named on a day, so that the next days are in it; of several, also what begins all of them."""
    found = [began for name in pool.state_names if (began := in_state(name, Entry("", day, 1), pool, 0))]
    yield from found
    if len(found) > 1:
        yield tuple(entry for began in found for entry in began)


def starts_of(name: str, entry: Entry, pool: Pool, back: int = HOUR) -> list[tuple[Entry, ...]]:
    """Everything that begins a state (as either text has it) some time before an entry, each on its own."""
    at = moment_of(entry) - back
    if name == PAUSED:
        return [(placed(Entry(PAUSE, entry.day, by=pool.parties[:1]), at),)]
    return [(brief(began, at),) for began in changing(name, pool, entry)]


def changing(name: str, pool: Pool, entry: Entry, *, ends: bool = False) -> list[Entry]:
    """Everything that begins (or ends) a state, as either text has it. If it is each party's own: for whoever does what an entry says, then
    for somebody else.
    """
    found: list[Entry] = []
    for state in (one for one in pool.states if one.name == name):
        selectors = state.ends if ends else state.starts
        plain = all_of(selectors, pool, entry.day)
        if state.each:
            others = tuple(party for party in pool.parties if party not in entry.by)[:1]
            found += [replace(one, by=by or one.by) for by in (entry.by, others) for one in plain]
        else:
            found += plain
    return found


def begun_by(one: Occasion, by: tuple[str, ...], pool: Pool) -> Occasion:
    """The same event by others. What begins a state that each party has of their own is theirs then, too."""
    own = {alternative.event for state in pool.states if state.each for selector in state.starts for alternative in selector.alternatives}
    before = tuple(replace(entry, by=by) if entry.type in own and entry.by == one.main.by else entry for entry in one.before)
    to = tuple(name for name in one.main.to if name not in by)  # nobody writes to themselves
    others = tuple(party for party in pool.parties if party not in by and party not in one.main.with_)
    with_ = tuple(
        dict.fromkeys(name for was in one.main.with_ for name in ((was,) if was not in by else others[:1]))
    )  # nor are with themselves
    return Occasion(replace(one.main, by=by, to=to, with_=with_), before)


def all_of(selectors: Sequence[Selector], pool: Pool, day: int) -> list[Entry]:
    """An event for each alternative of some selectors."""
    found = []
    pool = replace(pool, within=())  # what begins a state need not stand within it
    for selector in selectors:
        plain = replace(selector, filters=_no_states(selector.filters))
        found += [event_of(plain, pool, day, place).main for place in range(len(plain.alternatives))]
    return found


def brief(entry: Entry, at: int) -> Entry:
    """The same at a moment, without an end."""
    return replace(placed(entry, at, 60), end_day=None, end_second=None)


def _no_states(filters: Sequence[Filter]) -> tuple[Filter, ...]:
    return tuple(one for one in filters if not isinstance(one, WhileFilter))

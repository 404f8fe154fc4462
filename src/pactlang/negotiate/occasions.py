"""Single events for short logs: one that a selector means, and the same with one or two of its features changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.check.states import PAUSED
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    AtFilter,
    ByFilter,
    ClockFilter,
    ClockPart,
    Comparison,
    DayFilter,
    FieldFilter,
    LengthFilter,
    Parties,
    People,
    PersonWord,
    TaggedFilter,
    TaggedPeople,
    ToFilter,
    UnlessFilters,
    WhileFilter,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.vocabulary import PAUSE
from pactlang.negotiate.pool import ELSEWHERE, STRANGER, parts_of

if TYPE_CHECKING:
    from pactlang.model.agreement import Filter, Selector, Who
    from pactlang.negotiate.pool import Pool

EVENING = 20 * 3600
HOUR = 3600


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event, and what must have been logged before it (a state that began)."""

    main: Entry
    before: tuple[Entry, ...] = ()


Change = Callable[[Occasion], Occasion]


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


def event_of(selector: Selector, pool: Pool, day: int, place: int = 0) -> Occasion:
    """An event that a selector means."""
    alternative = selector.alternatives[place]
    people = (pool.people[0] if pool.people else STRANGER,) if alternative.event in pool.with_person else ()
    found = Occasion(Entry(alternative.event, day, EVENING, None, day, EVENING + 2 * HOUR, by=pool.parties[:1], with_=people))
    filters = (*alternative.filters, *selector.filters)
    for one in sorted(filters, key=_turn):
        found = _fitting(found, one, pool)
    for unless in parts_of(pool.things, UnlessFilters):
        if len(unless.filters) == 1:
            found = Occasion(_apart(found.main, unless.filters[0], filters, pool), found.before)
    for name in pool.within:
        if not any(one == WhileFilter(name) for one in filters):
            found = Occasion(found.main, (*found.before, *in_state(name, found.main, pool)))
    return found


def _turn(one: Filter) -> int:
    """Whom a name or a tag asks for is also `someone new`, not the other way round; a state begins before the event is where it will be."""
    if isinstance(one, WithFilter) and isinstance(one.person, PersonWord):
        return 0
    return 2 if isinstance(one, WhileFilter) else 1


def _apart(main: Entry, excuse: Filter, filters: Sequence[Filter], pool: Pool) -> Entry:
    """The same event where an excuse does not hold of it, if it can be otherwise."""
    match excuse:
        case WithFilter(People(names)) if set(main.with_) & set(names):
            asked = [one.person for one in filters if isinstance(one, WithFilter)]
            named = [name for person in asked if isinstance(person, People) and not person.every for name in person.names]
            free = not asked or any(isinstance(one, PersonWord) for one in asked)
            others = [name for name in (named or ((*pool.people, STRANGER) if free else ())) if name not in names]
            return replace(main, with_=(others[0],)) if others else main
        case AtFilter(places) if main.place in places:
            named = [place for one in filters if isinstance(one, AtFilter) for place in one.places]
            others = [place for place in named if place not in places]
            return replace(main, place=others[0] if others else main.place if named else None)
    return main


def _fitting(found: Occasion, one: Filter, pool: Pool) -> Occasion:
    main = found.main
    match one:
        case ByFilter(who):
            main = replace(main, by=names_of(who, pool))
        case ToFilter(who):
            main = replace(main, to=names_of(who, pool))
        case WithFilter(person):
            main = replace(main, with_=_with(person, pool))
        case AtFilter(places):
            main = replace(main, place=places[0])
        case TaggedFilter(tags, every):
            main = replace(main, tags=tuple(dict.fromkeys((*main.tags, *(tags if every else tags[:1])))))
        case DayFilter(days) if (main.day - 1) % 7 not in days:
            main = moved(main, (min(days) - (main.day - 1)) % 7)
        case ClockFilter(part, start, _):
            main = timed(main, (start - (2 * HOUR if part is ClockPart.END else 0) + HOUR) % DAY_SECONDS)
        case LengthFilter(comparison, length):
            longer = comparison in (Comparison.MORE_THAN, Comparison.AT_LEAST)
            main = lasting(main, _seconds(length) + (HOUR if longer else -60))
        case FieldFilter(field, comparison, value):
            main = with_field(main, field, _value(comparison, value))
        case WhileFilter(state):
            return Occasion(main, (*found.before, *in_state(state, main, pool)))
    return Occasion(main, found.before)


def names_of(who: Who | None, pool: Pool, actors: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Parties that `who` means: where one will do, the first. `actors` are those of whom `the same party` speaks."""
    match who:
        case WhoWord.THE_OTHERS if actors:
            return tuple(party for party in pool.parties if party not in actors)
        case WhoWord.SAME_PARTY | WhoWord.EACH_PARTY if actors:
            return actors
        case Parties(names, every):
            return names if every else names[:1]
        case WhoWord.EVERYONE:
            return pool.parties
        case WhoWord.THE_OTHERS:
            return pool.parties[1:]
        case _:
            return pool.parties[:1]


def _with(person: object, pool: Pool) -> tuple[str, ...]:
    match person:
        case People(names, every):
            return names if every else names[:1]
        case TaggedPeople():
            return pool.people[:1]
        case _:
            return (STRANGER,)


def moved(entry: Entry, days: int) -> Entry:
    """The same some days later."""
    return replace(entry, day=entry.day + days, end_day=None if entry.end_day is None else entry.end_day + days)


def timed(entry: Entry, second: int) -> Entry:
    """The same at another second of its day (or past it), as long as before."""
    length = seconds_between(entry)
    return placed(entry, entry.day * DAY_SECONDS + second, length)


def placed(entry: Entry, at: int, length: int | None = None) -> Entry:
    """The same at a local moment, in seconds over all days."""
    length = seconds_between(entry) if length is None else length
    day, second = divmod(at, DAY_SECONDS)
    if entry.end_day is None and not length:
        return replace(entry, day=day, second=second)
    end_day, end_second = divmod(at + length, DAY_SECONDS)
    return replace(entry, day=day, second=second, end_day=end_day, end_second=end_second)


def moment_of(entry: Entry) -> int:
    """When an entry starts, in local seconds over all days."""
    return entry.day * DAY_SECONDS + (entry.second or 0)


def end_of(entry: Entry) -> int:
    """When it ends, likewise."""
    return moment_of(entry) + seconds_between(entry)


def seconds_between(entry: Entry) -> int:
    """How long an entry lasts."""
    if entry.end_day is None or entry.end_second is None:
        return 0
    return (entry.end_day - entry.day) * DAY_SECONDS + entry.end_second - (entry.second or 0)


def lasting(entry: Entry, seconds: int) -> Entry:
    """The same, so long."""
    return placed(entry, moment_of(entry), max(60, seconds))


def with_field(entry: Entry, name: str, value: str | Decimal | None) -> Entry:
    """The same with a field."""
    fields = {key: known for key, known in entry.fields.items() if key != name}
    return replace(entry, fields=fields if value is None else {**fields, name: value})


def _value(comparison: Comparison, value: str | Decimal) -> str | Decimal:
    if isinstance(value, str):
        return value if comparison is Comparison.IS else "other"
    step = {Comparison.MORE_THAN: 1, Comparison.LESS_THAN: -1, Comparison.IS_NOT: 1}.get(comparison, 0)
    return value + step


def _seconds(length: Exact | Days) -> int:
    return length.seconds if isinstance(length, Exact) else (length.months * 30 + length.days) * DAY_SECONDS


def in_state(name: str, entry: Entry, pool: Pool, back: int = HOUR) -> tuple[Entry, ...]:
    """What begins a state some time before an entry."""
    return next(iter(_starts(name, entry, pool, back)), ())


def _starts(name: str, entry: Entry, pool: Pool, back: int = HOUR) -> list[tuple[Entry, ...]]:
    """Everything that begins a state (as either text has it) some time before an entry, each on its own."""
    at = moment_of(entry) - back
    if name == PAUSED:
        return [(placed(Entry(PAUSE, entry.day, by=pool.parties[:1]), at),)]
    selectors = [one for state in pool.states if state.name == name for one in state.starts]
    return [(_brief(began, at),) for began in _all_of(selectors, pool, entry.day)]


def _all_of(selectors: Sequence[Selector], pool: Pool, day: int) -> list[Entry]:
    """An event for each alternative of some selectors."""
    found = []
    pool = replace(pool, within=())  # what begins a state need not stand within it
    for selector in selectors:
        plain = replace(selector, filters=_no_states(selector.filters))
        found += [event_of(plain, pool, day, place).main for place in range(len(plain.alternatives))]
    return found


def _brief(entry: Entry, at: int) -> Entry:
    return replace(placed(entry, at, 60), end_day=None, end_second=None)


def _no_states(filters: Sequence[Filter]) -> tuple[Filter, ...]:
    return tuple(one for one in filters if not isinstance(one, WhileFilter))


# --- the features, one axis for each --------------------------------------------------------------------------


def axes_of(pool: Pool, event: str) -> list[list[Change]]:
    """What may be changed about an event, with the values that the sentences make interesting."""
    people = [(name,) for name in pool.people] + ([pool.people[:2]] if len(pool.people) > 1 else [])
    axes: list[list[Change]] = [
        [_set(by=(party,)) for party in pool.parties] + [_set(by=pool.parties)],
        [_set(with_=names) for names in ([*people, (STRANGER,)] if event in pool.with_person or people else [])],
        [_set(place=place) for place in ((*pool.places, ELSEWHERE, None) if pool.places else ())],
        [_set(tags=tags) for tags in _tag_sets(pool.tags)],
        [_on_weekday(weekday) for weekday in range(7)] if pool.day_filters else [],
        [_on_day(day) for day in pool.bases[1:]],
        _clock_changes(pool),
        [_long(seconds) for one in pool.lengths for seconds in (_seconds(one.length) + delta for delta in (-60, 0, 60))],
        [_with_value(one.field, value) for one in pool.fields for value in _values(one)],
        [_began(name, pool, back, place) for name in pool.state_names for back in _since(name, pool) for place in _ways(name, pool)]
        + [_ended(name, pool, place) for name in pool.state_names for place in range(_ends(name, pool))],
        [_met(pool)] if PersonWord.SOMEONE_NEW in parts_of(pool.things, PersonWord) else [],
    ]
    return [axis for axis in axes if len(axis) > 0]


def _tag_sets(tags: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(), *((tag,) for tag in tags), tags] if tags else []


def _values(one: FieldFilter) -> list[str | Decimal | None]:
    if isinstance(one.value, str):
        return [one.value, "other", None]
    return [one.value - 1, one.value, one.value + 1, None]


def _clock_changes(pool: Pool) -> list[Change]:
    found: list[Change] = []
    for clock in pool.clocks:
        for edge in (clock.start, clock.end):
            for delta in (-60, 0, 60):
                found += [_at_second(edge + delta), _ending_at(edge + delta)]
    return found


def _set(**values: object) -> Change:
    return lambda one: Occasion(replace(one.main, **values), one.before)  # type: ignore[arg-type]


def _on_weekday(weekday: int) -> Change:
    return lambda one: _shifted(one, (weekday - (one.main.day - 1)) % 7)


def _on_day(day: int) -> Change:
    return lambda one: _shifted(one, day - one.main.day)


def _shifted(one: Occasion, days: int) -> Occasion:
    return Occasion(moved(one.main, days), tuple(moved(entry, days) for entry in one.before))


def _at_second(second: int) -> Change:
    return lambda one: Occasion(timed(one.main, second % DAY_SECONDS), one.before)


def _ending_at(second: int) -> Change:
    return lambda one: Occasion(timed(one.main, second % DAY_SECONDS - seconds_between(one.main)), one.before)


def _long(seconds: int) -> Change:
    return lambda one: Occasion(lasting(one.main, seconds), one.before)


def _with_value(name: str, value: str | Decimal | None) -> Change:
    return lambda one: Occasion(with_field(one.main, name, value), one.before)


def _since(name: str, pool: Pool) -> list[int]:
    """How long ago a state may have begun: just now, and at the edges of the lengths that are named."""
    edges = [_seconds(length) + delta for length in pool.durations for delta in (-DAY_SECONDS, -60, 60, DAY_SECONDS)]
    lasts = any(state.name == name and state.lasts is not None for state in pool.states)
    return [HOUR, *(edge for edge in edges if edge > HOUR)] if lasts else [HOUR]


def _ways(name: str, pool: Pool) -> range:
    """In how many ways a state may begin."""
    return range(len(_starts(name, Entry("", pool.base, EVENING), pool)))


def _began(name: str, pool: Pool, back: int, place: int) -> Change:
    # The last axis of all: the event is where it will be when its state begins.
    def change(one: Occasion) -> Occasion:
        return Occasion(one.main, (*_without(name, one, pool), *_starts(name, one.main, pool, back)[place]))

    return change


def _without(name: str, one: Occasion, pool: Pool) -> list[Entry]:
    """What stands before an event, without the beginning of a state: it will begin otherwise."""
    types = {entry.type for way in _starts(name, one.main, pool) for entry in way}
    return [entry for entry in one.before if entry.type not in types]


def _ending(name: str, pool: Pool, day: int) -> list[Entry]:
    return _all_of([one for state in pool.states if state.name == name for one in state.ends], pool, day)


def _ends(name: str, pool: Pool) -> int:
    return len(_ending(name, pool, pool.base))


def _ended(name: str, pool: Pool, place: int) -> Change:
    def change(one: Occasion) -> Occasion:
        ended = _brief(_ending(name, pool, one.main.day)[place], moment_of(one.main) - HOUR)
        return Occasion(one.main, (*_without(name, one, pool), *in_state(name, one.main, pool, 2 * HOUR), ended))

    return change


def _met(pool: Pool) -> Change:
    """They have met before anything was in force."""
    return lambda one: Occasion(one.main, (*one.before, moved(one.main, pool.start - 30 - one.main.day)))


def settled(one: Occasion) -> tuple[Entry, ...]:
    """The event with what must stand before it."""
    return (*one.before, one.main)

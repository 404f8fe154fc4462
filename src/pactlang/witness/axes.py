"""What may be changed about an event, one axis for each feature, with the values that the sentences make interesting."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    FieldFilter,
    PersonWord,
    UnlessFilters,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.witness.entries import EVENING, HOUR, lasting, moment_of, moved, seconds_between, seconds_of, timed, with_field
from pactlang.witness.events import (
    Occasion,
    begun_by,
    brief,
    changing,
    fitting_filter,
    in_state,
    least_step,
    shifted,
    starts_of,
)
from pactlang.witness.pool import ELSEWHERE, OTHER_TAG, STRANGER, Pool, parts_of

Change = Callable[[Occasion], Occasion]


def axes_of(pool: Pool, event: str) -> list[list[Change]]:
    """What may be changed about an event, with the values that the sentences make interesting."""
    people = [(name,) for name in pool.people] + ([pool.people[:2]] if len(pool.people) > 1 else [])
    alone: list[tuple[str, ...]] = [()] if parts_of(pool.things, WithFilter) else []
    axes: list[list[Change]] = [
        [_excused(one, pool) for one in parts_of(pool.things, UnlessFilters)],
        [_by(by, pool) for by in (*((party,) for party in pool.alone), *pool.together)],
        [_set(with_=names) for names in ([*people, (STRANGER,), *alone] if event in pool.with_person or people else [])],
        [_addressing(to) for to in ((), *((party,) for party in pool.alone), pool.parties)] if pool.addresses else [],
        [_set(place=place) for place in ((*pool.places, ELSEWHERE, None) if pool.places else ())],
        [_set(tags=tags) for tags in (*_tag_sets(pool.tags), *([(OTHER_TAG,)] if pool.tags else ()))],
        [_on_weekday(weekday) for weekday in range(7)] if pool.day_filters else [],
        [_on_day(day) for day in pool.bases[1:]],
        _clock_changes(pool),
        [
            _long(seconds)
            for one in pool.lengths
            for seconds in (seconds_of(one.length) + delta for delta in (-DAY_SECONDS, -60, 0, 60, DAY_SECONDS))
        ],
        [_with_value(one.field, value) for one in pool.fields for value in _values(one)],
        [_began(name, pool, back, place) for name in pool.state_names for back in _since(name, pool) for place in _ways(name, pool)]
        + [
            _ended(name, pool, place, back)
            for name in pool.state_names
            for place in range(_ends(name, pool))
            for back in _ended_since(name, pool)
        ],
        [_met(-14), _met(pool.start - 30)] if PersonWord.SOMEONE_NEW in parts_of(pool.things, PersonWord) else [],
    ]
    return [axis for axis in axes if len(axis) > 0]


def _tag_sets(tags: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [(), *((tag,) for tag in tags), tags] if tags else []


def _values(one: FieldFilter) -> list[str | Decimal | None]:
    if isinstance(one.value, str):
        return [one.value, "other", None]
    step = least_step(one.field)
    return [one.value - step, one.value, one.value + step, None]


def _clock_changes(pool: Pool) -> list[Change]:
    found: list[Change] = []
    for clock in pool.clocks:
        for edge in (clock.start, clock.end):
            for delta in (-60, 0, 60):
                found += [_at_second(edge + delta), _ending_at(edge + delta)]
    return found


def _excused(unless: UnlessFilters, pool: Pool) -> Change:
    """All that would excuse the event at once."""

    def change(one: Occasion) -> Occasion:
        for wanted in unless.filters:
            one = fitting_filter(one, wanted, pool)
        return one

    return change


def _set(**values: object) -> Change:
    return lambda one: Occasion(replace(one.main, **values), one.before)


def _by(by: tuple[str, ...], pool: Pool) -> Change:
    if pool.addresses:  # nobody writes to themselves
        to = _addressing(pool.parties)
        return lambda one: to(begun_by(one, by, pool))
    return lambda one: begun_by(one, by, pool)


def _addressing(to: tuple[str, ...]) -> Change:
    return lambda one: Occasion(replace(one.main, to=tuple(name for name in to if name not in one.main.by)), one.before)


def _on_weekday(weekday: int) -> Change:
    return lambda one: shifted(one, (weekday - (one.main.day - 1)) % 7)


def _on_day(day: int) -> Change:
    return lambda one: shifted(one, day - one.main.day)


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
    lasts = any(state.name == name and state.lasts is not None for state in pool.states)
    return [HOUR, *(edge for edge in _edges(pool) if edge > HOUR)] if lasts else [HOUR]


def _edges(pool: Pool) -> list[int]:
    return [seconds_of(length) + delta for length in pool.durations for delta in (-DAY_SECONDS, -60, 60, DAY_SECONDS)]


def _ended_since(name: str, pool: Pool) -> list[int]:
    """How long ago a state may have begun that was ended an hour later; at the edges of lengths, too, if it has a shortest one."""
    least = any(state.name == name and state.least is not None for state in pool.states)
    return [2 * HOUR, *(edge for edge in _edges(pool) if edge > 2 * HOUR)] if least else [2 * HOUR]


def _ways(name: str, pool: Pool) -> range:
    """In how many ways a state may begin."""
    return range(len(starts_of(name, Entry("", pool.base, EVENING), pool)))


def _began(name: str, pool: Pool, back: int, place: int) -> Change:
    # The last axis of all: the event is where it will be when its state begins.
    def change(one: Occasion) -> Occasion:
        return Occasion(one.main, (*_without(name, one, pool), *starts_of(name, one.main, pool, back)[place]))

    return change


def _without(name: str, one: Occasion, pool: Pool) -> list[Entry]:
    """What stands before an event, without the beginning of a state: it will begin otherwise."""
    types = {entry.type for way in starts_of(name, one.main, pool) for entry in way}
    return [entry for entry in one.before if entry.type not in types]


def _ends(name: str, pool: Pool) -> int:
    return len(changing(name, pool, Entry("", pool.base), ends=True))


def _ended(name: str, pool: Pool, place: int, back: int) -> Change:
    def change(one: Occasion) -> Occasion:
        ended = brief(changing(name, pool, one.main, ends=True)[place], moment_of(one.main) - back + HOUR)
        return Occasion(one.main, (*_without(name, one, pool), *in_state(name, one.main, pool, back), ended))

    return change


def _met(day: int) -> Change:
    """They have met: on a day (before anything was in force), or so many days before if it is below 0."""
    return lambda one: Occasion(one.main, (*one.before, moved(one.main, day if day < 0 else day - one.main.day)))

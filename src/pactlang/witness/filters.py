"""Which filter surely means no more events than another, for every log; False means only that nothing is sure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.agreement import (
    AtFilter,
    ByClock,
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
    PersonWord,
    SomeOf,
    TaggedFilter,
    TaggedPeople,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import DAY_SECONDS, Days, Exact
from pactlang.model.meaning import part_meaning
from pactlang.model.named import HoursOn, NamedDays, NamedHours, WeekDays
from pactlang.model.words import folded

if TYPE_CHECKING:
    from pactlang.model.agreement import Filter, PersonSpec, Who
    from pactlang.model.calendar import Duration, Zone
    from pactlang.model.named import DaySet

_AN_HOUR = 3600  # by which a clock change makes a day longer or shorter
_YEARS = range(2015, 2040)  # in which a zone's clocks are looked at


class Ground(Struct, frozen=True):
    """What both sentences stand on: the parties, the zone by whose clocks they are read, and whether one speaks of a state that each
    party has of their own: then whom it names decides of whose state it speaks.
    """

    parties: tuple[str, ...]
    zone: Zone
    stateful: bool = False


def same(one: object, other: object) -> bool:
    """Whether two parts mean the same."""
    return part_meaning(one) == part_meaning(other)


def as_short(one: Duration, other: Duration) -> bool:
    """Whether a length is surely no longer than another, wherever both begin: hours against hours, dates and months against such."""
    if isinstance(one, Exact) or isinstance(other, Exact):
        return isinstance(one, Exact) and isinstance(other, Exact) and one.seconds <= other.seconds
    if one.months <= other.months and one.days <= other.days:
        return True
    return 31 * one.months + one.days <= 28 * other.months + other.days  # no month is longer, and none shorter


def as_far_ahead(one: Duration | ByClock, other: Duration | ByClock) -> bool:
    """Whether what comes so long before something, or by such a clock time, surely comes as far ahead as another asks."""
    match one, other:
        case ByClock(second, days), ByClock(than, than_days):
            return (days, second) <= (than_days, than)
        case ByClock(second, days), Exact(seconds):
            return seconds + _AN_HOUR <= -days * DAY_SECONDS - second
        case ByClock(_, days), Days():
            return not other.months and other.days <= -days
        case Exact(seconds), ByClock(second, days):
            return seconds >= (1 - days) * (DAY_SECONDS + _AN_HOUR) + _AN_HOUR - second
        case Days(), ByClock(_, days):
            return one.days > -days or one.months > 0
        case _:
            assert not isinstance(one, ByClock)  # noqa: S101 - with a clock time on one side, it is one of those above
            assert not isinstance(other, ByClock)  # noqa: S101 - likewise
            return as_short(other, one)


def implies(one: Filter, other: Filter, ground: Ground) -> bool:
    """Whether each event that a filter means is meant by the other."""
    if same(one, other):
        return True
    match one, other:
        case AtFilter(), AtFilter():
            return among(one.places, other.places)
        case TaggedFilter(), TaggedFilter():
            return named_less(one.tags, other.tags, every=one.every, than_every=other.every)
        case DayFilter(), DayFilter():
            return days_less(one.days, other.days)
        case DuringFilter(), DuringFilter():
            return _hours_less(one.hours, other.hours, ground.zone)
        case WithFilter(), WithFilter():
            return _with_less(one.person, other.person, ground)
        case ByFilter(), ByFilter():
            return _by_less(one.who, other.who)
        case ClockFilter(), ClockFilter():
            return _clock_less(one, other, ground.zone)
        case LengthFilter(), LengthFilter():
            return _length_less(one, other)
        case FieldFilter(), FieldFilter() if one.field == other.field:
            return _value_less(one, other)
        case NotFilter(), NotFilter():
            return implies(other.part, one.part, ground)
        case _:
            return False


def days_less(one: DaySet, other: DaySet) -> bool:
    """Whether each date of a set is surely one of the other."""
    if isinstance(one, WeekDays):
        return isinstance(other, WeekDays) and one.days <= other.days
    if not isinstance(other, NamedDays):
        return False
    return _each_in(one.lines, other.lines) and _each_in(other.excepted, one.excepted)


def _each_in(some: Sequence[object], those: Sequence[object]) -> bool:
    known = {part_meaning(one) for one in those}
    return all(part_meaning(one) in known for one in some)


def _hours_less(one: NamedHours, other: NamedHours, zone: Zone) -> bool:
    """Whether each window of some hours lies in one of the others, which opens on the same date."""
    return all(
        any(
            (same(own.days, their.days) or days_less(own.days, their.days)) and _opens_within(own, their, zone, same_date=True)
            for their in other.lines
        )
        for own in one.lines
    )


def among(some: Sequence[str], those: Sequence[str]) -> bool:
    """Whether each of some names is one of those, however they are capitalised."""
    known = set(map(folded, those))
    return all(folded(name) in known for name in some)


def named_less(some: Sequence[str], those: Sequence[str], *, every: bool, than_every: bool) -> bool:
    """Whether `a and b` (`every`), or `a or b`, says no less than another such list."""
    if than_every and not those:
        return True  # each person with a tag that nobody has
    if than_every and len(those) > 1:
        return (every or len(some) == 1) and among(those, some)
    if every:
        return any(among((name,), those) for name in some)
    return among(some, those)


def _with_less(one: PersonSpec, other: PersonSpec, ground: Ground) -> bool:
    if isinstance(one, People) and isinstance(other, People):
        return named_less(one.names, other.names, every=one.every, than_every=other.every)
    if isinstance(one, TaggedPeople) and isinstance(other, TaggedPeople):
        return among(one.tags, other.tags)
    if other is PersonWord.ANYONE:
        # A party may be named after `with`, and is nobody from outside.
        return one is PersonWord.SOMEONE_NEW or (isinstance(one, People) and set(one.names).isdisjoint(ground.parties))
    return False


def _by_less(one: Who, other: Who) -> bool:
    if other is WhoWord.ANYONE:
        return isinstance(one, Parties | SomeOf)
    if isinstance(other, SomeOf):
        if isinstance(one, SomeOf):
            less = one.number <= other.number if one.fewer else one.number >= other.number
            return one.of is other.of and one.fewer is other.fewer and less
        return isinstance(one, Parties) and one.every and not other.fewer and len(set(one.names)) >= other.number
    both_named = isinstance(one, Parties) and isinstance(other, Parties)
    return both_named and named_less(one.names, other.names, every=one.every, than_every=other.every)  # type: ignore[union-attr]


def _clock_less(one: ClockFilter, other: ClockFilter, zone: Zone) -> bool:
    if one.part is ClockPart.END and other.part is ClockPart.ANY:
        return False  # what has no length and ends with the window has no time in it
    return (one.part is other.part or other.part is ClockPart.ANY) and _opens_within(one, other, zone)


def _opens_within(one: ClockFilter | HoursOn, other: ClockFilter | HoursOn, zone: Zone, *, same_date: bool = False) -> bool:
    """Whether a window lies in another one: of the same date, or of the date before."""
    if same_date and one.start < other.start:
        return False
    ahead = (one.start - other.start) % DAY_SECONDS
    lasts, others = ((window.end - window.start) % DAY_SECONDS or DAY_SECONDS for window in (one, other))
    # A time that clocks skip is read as a later one, so it may come after one that it precedes.
    turned = [(one.start, other.start), (one.end, other.end)]
    return ahead + lasts <= others and not any(own != their and skipped(zone, own) | skipped(zone, their) for own, their in turned)


@lru_cache(maxsize=8)
def _skipped_minutes(zone: Zone) -> frozenset[int]:
    """The minutes of a day that a zone's clocks skip on some date."""
    found: set[int] = set()
    for year in _YEARS:
        first = date(year, 1, 1).toordinal()
        for day in range(first, first + 366):
            length = zone.midnight(day + 1) - zone.midnight(day)
            if length < DAY_SECONDS:
                found.update(minute for minute in range(1440) if zone.clock(zone.instant(day, minute * 60)) != (day, minute * 60))
    return frozenset(found)


def skipped(zone: Zone, second: int) -> bool:
    """Whether a zone's clocks skip a time of day on some date."""
    return second // 60 in _skipped_minutes(zone)


_FROM, _UP_TO = (Comparison.AT_LEAST, Comparison.MORE_THAN), (Comparison.AT_MOST, Comparison.LESS_THAN)


def _length_less(one: LengthFilter, other: LengthFilter) -> bool:
    for group, short, long in ((_FROM, other, one), (_UP_TO, one, other)):
        if one.comparison in group and other.comparison in group and as_short(short.length, long.length):
            return one.comparison in (other.comparison, group[1])
    return False


def _value_less(one: FieldFilter, other: FieldFilter) -> bool:
    """Whether each value that one comparison fits fits the other; an event without the field fits `is not` alone."""
    if one.comparison is Comparison.IS:
        return _fits(one.value, other)
    if isinstance(one.value, str) or isinstance(other.value, str):
        return False
    if other.comparison is Comparison.IS_NOT:
        return one.comparison is not Comparison.IS_NOT and not _fits(other.value, one)
    for group, sign in ((_FROM, 1), (_UP_TO, -1)):
        if one.comparison in group and other.comparison in group:
            ahead = sign * (one.value - other.value)
            return ahead > 0 or (ahead == 0 and (one.comparison is other.comparison or one.comparison in (_FROM[1], _UP_TO[1])))
    return False


def _fits(value: str | Decimal, other: FieldFilter) -> bool:
    if isinstance(value, str) or isinstance(other.value, str):
        alike = isinstance(value, str) and isinstance(other.value, str) and folded(value) == folded(other.value)
        return {Comparison.IS: alike, Comparison.IS_NOT: isinstance(value, str) and isinstance(other.value, str) and not alike}.get(
            other.comparison, False
        )
    return {
        Comparison.IS: value == other.value,
        Comparison.IS_NOT: value != other.value,
        Comparison.AT_LEAST: value >= other.value,
        Comparison.MORE_THAN: value > other.value,
        Comparison.AT_MOST: value <= other.value,
        Comparison.LESS_THAN: value < other.value,
        Comparison.WITHOUT: False,
    }[other.comparison]

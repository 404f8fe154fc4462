"""Dates and nights that an event touches, and how many different ones there are: three-valued where times are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.calendar import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.checker.event import Event
    from pactlang.model.calendar import Zone
    from pactlang.model.named import NamedHours

_ONE_AWAY = 2  # dates: a night begins at most so long before the event that it is of, wherever the zone skipped one


class Touched(Struct, frozen=True):
    """Dates, or evenings of nights, in order: those that an event surely touches, and those that it may; of `choice`, one at most."""

    sure: tuple[int, ...]
    possible: tuple[int, ...]
    choice: bool = False


class Counted(Struct, frozen=True):
    """One of these dates counts, unless `sure` says less: then perhaps none does."""

    days: tuple[int, ...]
    sure: bool


def touched(event: Event, night: NamedHours | None) -> Touched:
    """All that an event touches: local dates, or the evenings of the nights of `night`.

    What ends at midnight sharp does not touch the next date. An event that says no end touches the date on which it starts, and the night
    in which it starts; if it starts in none, it may have gone on into the next one.
    """
    zone = event.zone
    if night is None:
        last = max(event.day, zone.date_of(event.end_hi - 1))
        sure = max(event.day, zone.date_of(event.end_lo))  # if it ends at midnight sharp, the next date is none of those below
        days = tuple(day for day in range(event.day, last + 1) if zone.existing(day) == day)
        return Touched(tuple(day for day in days if day <= sure), days)
    last = zone.date_of(event.end_hi) if event.lasts else event.day
    windows = night.nights(event.day - _ONE_AWAY, last, zone)
    within = [one for one in windows if event.lo < one[2] and (event.end_hi > one[1] or event.hi >= one[1])]
    surely = {evening for evening, opens, closes in within if event.hi < closes and event.end_lo >= opens}
    found = {evening for evening, _, _ in within}
    if not event.lasts and not surely:
        found.update(_next_nights(event, night))
    return Touched(tuple(sorted(surely)), tuple(sorted(found)), choice=not event.lasts)


def counted(event: Event, night: NamedHours | None) -> Counted:
    """The one date, or night, that counts where a least number is asked for: the first that the event touches."""
    if night is None:
        return Counted((event.day,), sure=True)
    all_of = touched(event, night)
    first: list[int] = []
    closed = 0
    for evening, _, closes in night.nights(event.day - _ONE_AWAY, max(all_of.possible, default=event.day), event.zone):
        if evening not in all_of.possible or evening in first:
            closed = max(closed, closes) if evening in first else closed
            continue
        if first and event.hi < closed:
            break  # whoever was there so late was there in an earlier one
        first.append(evening)
        closed = closes
        if evening in all_of.sure:
            return Counted(tuple(first), sure=True)
    return Counted(tuple(first), sure=False)


def turn_of(day: int, night: NamedHours | None, zone: Zone) -> int:
    """From when on nothing counts for the dates before a date any more: its midnight, or when the last night before it is over."""
    nights = night.nights(day - _ONE_AWAY, day - 1, zone) if night is not None else ()
    return max([zone.midnight(day), *(closes for _, _, closes in nights)])


def day_at(instant: int, night: NamedHours | None, zone: Zone) -> int:
    """The date for which an event of an instant counts: its own, or in a night that of the evening."""
    day = zone.date_of(instant)
    nights = night.nights(day - _ONE_AWAY, day, zone) if night is not None else ()
    return next((evening for evening, opens, closes in nights if opens <= instant < closes), day)


def most_of(events: Iterable[Sequence[int]]) -> int:
    """How many different dates there are at most, if each event takes one of its own.

    >>> most_of([(1, 2), (1, 2), (1, 2), (4,)])
    3
    """
    taken: set[int] = set()
    for days in sorted(events, key=lambda one: one[-1]):
        free = next((day for day in days if day not in taken), None)
        if free is not None:
            taken.add(free)
    return len(taken)


def least_of(events: Iterable[Sequence[int]]) -> int:
    """How many different dates there are at least, if each event takes one of its own.

    >>> least_of([(1, 2), (2, 3), (3, 4)])
    2
    """
    last: int | None = None
    found = 0
    for days in sorted(events, key=lambda one: one[-1]):
        if last is None or days[0] > last:
            last = days[-1]
            found += 1
    return found


def _next_nights(event: Event, night: NamedHours) -> set[int]:
    """The nights into which an event without an end may have gone on: of the first window that opens after its start, within a day."""
    windows = sorted(night.nights(event.day - _ONE_AWAY, event.day + 1, event.zone), key=lambda one: one[1])
    starts = {event.lo, event.hi, *(closes for _, _, closes in windows if event.lo <= closes <= event.hi)}
    found = set()
    for start in starts:
        opened = next((one for one in windows if one[2] > start), None)
        if opened is not None and start < opened[1] <= start + DAY_SECONDS:
            found.add(opened[0])
    return found

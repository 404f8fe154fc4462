"""`after 3 conflicts in any 30 days, …`: with which of them there are so many; those counted are used up (R160)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.event import MAYBE, YES
from pactlang.model.calendar import add_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.forms.answers import Occasion
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Times

_MOST_WAYS = 2_000  # in which it may have gone; beyond, nothing is certain until a whole window holds none


class Made(Struct, frozen=True):
    """What made it so many, and its place among what was given; where that is not known, the last that it may have been."""

    occasion: Occasion
    place: int


def counted_up(things: Sequence[Occasion], times: Times) -> Iterator[Made]:
    """With which of some things, given by date and in order of time, there are so many on the dates that end with its own.

    Only how many of each date are not used up decides what comes later. So for each way in which it may have gone, as some of them perhaps
    do not count, this goes on with the dates of those alone.
    """
    ways: set[tuple[int, ...]] = {()}
    last = 0  # the date of those before
    place = 0
    for day, group in groupby(things, key=lambda thing: thing.day):
        of_date = list(group)
        first = add_days(day, times.window, -1) + 1
        ways = {tuple(one for one in way if one >= first) for way in ways} if last >= first else {()}
        last = day
        if not ways:  # it was given up
            for number, one in enumerate(of_date):
                yield Made(replace(one, certainty=MAYBE, entries=_evidence(things, place + number, first, times)), place + number)
        else:
            perhaps = sum(one.certainty != YES for one in of_date)
            worlds = [(way, len(of_date) - less) for way in ways for less in range(perhaps + 1)]
            made = [[number * times.count - len(way) for number in range(1, (len(way) + come) // times.count + 1)] for way, come in worlds]
            for turn in range(max(map(len, made))):
                ranks = {one[turn] for one in made if turn < len(one)}
                places = _at(of_date, ranks)
                number = places[-1]
                certainty = YES if all(turn < len(one) for one in made) else MAYBE
                occasion = _last_of([of_date[one] for one in places], of_date, ranks, certainty)
                yield Made(replace(occasion, entries=_evidence(things, place + number, first, times)), place + number)
            ways = {_left(way, come, day, times.count) for way, come in worlds}
            if len(ways) > _MOST_WAYS:
                ways = set()
        place += len(of_date)


def _left(way: tuple[int, ...], come: int, day: int, count: int) -> tuple[int, ...]:
    """The dates of those that are not used up after a date on which so many have come."""
    made, left = divmod(len(way) + come, count)
    return (day,) * left if made else (*way, *(day,) * come)


def _at(of_date: list[Occasion], ranks: set[int]) -> list[int]:
    """The places of those of one date that may be the first, the second … of it."""
    if all(one.certainty == YES for one in of_date) and all(_precedes(of_date, place, place + 1) for place in range(len(of_date) - 1)):
        return sorted(rank - 1 for rank in ranks)
    found = []
    for place in range(len(of_date)):
        least = 1 + sum(other.certainty == YES and _precedes(of_date, before, place) for before, other in enumerate(of_date))
        most = 1 + sum(before != place and not _precedes(of_date, place, before) for before in range(len(of_date)))
        if any(least <= rank <= most for rank in ranks):
            found.append(place)
    return found


def _precedes(of_date: list[Occasion], place: int, other: int) -> bool:
    """Whether one surely came before another: by its start, or by the order in which they are given."""
    one, two = of_date[place], of_date[other]
    if (one.lo, one.hi) == (two.lo, two.hi):
        return place < other
    return one.hi < two.lo or (one.hi == two.lo and place < other)


def _last_of(found: list[Occasion], of_date: list[Occasion], ranks: set[int], certainty: int) -> Occasion:
    """The one, or all that it may have been as one: when that was at the earliest and at the latest."""
    if len(found) == 1:
        return replace(found[0], certainty=certainty)
    sure = sorted(one.hi for one in of_date if one.certainty == YES)
    lo = max(min(one.lo for one in found), sorted(one.lo for one in of_date)[min(ranks) - 1])
    hi = max(one.hi for one in found)
    if len(sure) >= max(ranks):
        hi = min(hi, sure[max(ranks) - 1])
    ends = [(max(lo, one.end_lo), min(hi, one.end_hi) if (one.end_lo, one.end_hi) == (one.lo, one.hi) else one.end_hi) for one in found]
    # Where it is not even known on which date it ended, nothing is said for certain.
    certain = certainty if len({one.end_day for one in found}) == 1 else MAYBE
    return replace(
        found[-1],
        lo=lo,
        hi=hi,
        end_lo=min(end for end, _ in ends),
        end_hi=max(end for _, end in ends),
        end_day=max(one.end_day for one in found),
        certainty=certain,
    )


def _evidence(things: Sequence[Occasion], place: int, first: int, times: Times) -> tuple[Entry, ...]:
    """The entries of those that were counted, up to one of them: what is not used up came last."""
    found: list[Entry] = []
    counted = 0
    for one in reversed(things[: place + 1]):
        if one.day < first or counted == times.count:
            break
        counted += one.certainty == YES
        found[:0] = one.entries
    return tuple({id(entry): entry for entry in found}.values())

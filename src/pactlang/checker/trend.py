"""Whether a series creeps towards its limit: a rank test for a rise, and a line through medians for how steep it is.

A series holds how much of an allowance each occasion used: 0.5 is half of it, 1 all of it, more than 1 a breach. The test is
Mann and Kendall's (only the order of values counts, so one odd evening does not decide), the line is Theil and Sen's (the median of
all slopes). Both say little about a handful of points, so a rise must also be large, and near the limit, before anything is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import erfc, sqrt

from msgspec import Struct

WEEK = 7
# The stretches that are looked at, newest first, in days: a quarter, half a year, a year.
STRETCHES = (13 * WEEK, 26 * WEEK, 52 * WEEK)
FEWEST = 4  # points, for a trend
MOST = 60  # points of one stretch; of more, the middle of neighbours is taken
CHANCE = 0.02  # that a rise so clear comes from nothing, all stretches together
CHANCE_OVER = 0.2  # the same where the last occasion broke the limit: then there is more than a rise to go by
CHANCE_WITHIN = 0.1  # the same of the newest part of a rise that is real, if that part ends close to the limit
NEAR = 0.75  # of the allowance, where the line ends
CLOSE = 0.9  # the same, where less of a rise is enough
RISE = 0.2  # of the allowance, from where the line starts
OF_THE_REST = 0.5  # of what was left there, if that is less, and
LEAST = 0.1  # at least so much of the allowance
AHEAD = 26 * WEEK  # days in which the line must reach the limit
_EXACT = 10
_FEW, _DOZEN = 3, 12


class Point(Struct, frozen=True):
    """One occasion: its date (an ordinal) and how much of the allowance it used."""

    day: int
    use: float


class Trend(Struct, frozen=True):
    """A rise that is real: the line's use on its first and its last date, and the date on which it reaches the limit.

    `reaches` is None where the line stands at the limit already. `points` are those that it was drawn through.
    """

    first: int
    last: int
    start: float
    end: float
    chance: float
    reaches: int | None
    points: tuple[Point, ...]


def trend(points: Sequence[Point]) -> Trend | None:
    """The clearest rise towards the limit in the newest part of a series, or None.

    `points` are in order of their dates.

    >>> creeping = [Point(7 * week, 0.4 + 0.03 * week) for week in range(18)]
    >>> found = trend(creeping)
    >>> round(found.start, 2), round(found.end, 2), found.reaches
    (0.4, 0.91, 140)
    >>> trend([Point(7 * week, 0.5 + 0.1 * (week % 3)) for week in range(40)]) is None
    True
    """
    if len(points) < FEWEST:
        return None
    stretches: dict[int, Sequence[Point]] = {}
    for length in STRETCHES:
        part = [point for point in points if point.day > points[-1].day - length]
        if len(part) >= FEWEST:
            stretches[len(part)] = part
    found: list[Trend] = []
    sure = False
    for stretch in sorted(stretches.values(), key=len, reverse=True):
        thin = _thinned(stretch)
        uses = [point.use for point in thin]
        alone = rising_by_chance(uses)
        chance = min(1.0, alone * len(stretches))
        real = chance <= (CHANCE_OVER if uses[-1] > 1 else CHANCE)
        sure = sure or real
        rise = _rise(thin, chance) if real else None
        if rise is None and sure and alone <= CHANCE_WITHIN:
            rise = _last_steps(thin, chance)
        if rise is not None:
            found.append(rise)
    return min(found, key=lambda one: one.chance, default=None)


def _rise(points: Sequence[Point], chance: float) -> Trend | None:
    """The line through some points, if it rises so much and ends so near the limit."""
    slope, start = line([point.day for point in points], [point.use for point in points])
    end = start + slope * (points[-1].day - points[0].day)
    return _reaching(points, slope, start, chance) if end >= NEAR and end - start >= RISE else None


def _last_steps(points: Sequence[Point], chance: float) -> Trend | None:
    """The same of what was near its limit before, and is now close to it: there a small rise is most of what was left.

    Of values on whole days most are equal then, so that the middle of all slopes is flat: the line goes through means of neighbours.
    """
    days, means = _means(points)
    slope, start = line(days, means)
    start -= slope * (days[0] - points[0].day)
    end = start + slope * (points[-1].day - points[0].day)
    enough = max(LEAST, min(RISE, (1 - start) * OF_THE_REST)) if start < 1 else RISE
    return _reaching(points, slope, start, chance) if end >= CLOSE and end - start >= enough else None


def _reaching(points: Sequence[Point], slope: float, start: float, chance: float) -> Trend | None:
    """A line that rises, if it soon reaches the limit."""
    first, last = points[0].day, points[-1].day
    end = start + slope * (last - first)
    left = None if end >= 1 else int((1 - end) / slope) + 1
    if left is not None and left > AHEAD:
        return None
    return Trend(first, last, start, end, chance, None if left is None else last + left, tuple(points))


def _thinned(points: Sequence[Point]) -> Sequence[Point]:
    """At most `MOST` points: of neighbours, the median."""
    if len(points) <= MOST:
        return points
    size = -(-len(points) // MOST)
    from statistics import median  # with what it brings, longer to load than most logs are to judge

    groups = [points[place : place + size] for place in range(0, len(points), size)]
    return [Point(group[-1].day, median(point.use for point in group)) for group in groups]


def _means(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    """The dates and uses of at most a dozen points: of so many neighbours the mean."""
    size = max(_FEW, -(-len(points) // _DOZEN))
    groups = [points[place : place + size] for place in range(0, len(points), size)]
    days = [sum(point.day for point in group) / len(group) for group in groups]
    return days, [sum(point.use for point in group) / len(group) for group in groups]


def rising_by_chance(values: Sequence[float]) -> float:
    """How likely a rise this clear is among values in no order at all (Mann and Kendall, one side).

    >>> round(rising_by_chance([1, 2, 3, 4]), 4)  # one of the 24 orders
    0.0417
    >>> rising_by_chance([1, 1, 1])
    1.0
    """
    count = len(values)
    score = sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))
    if score <= 0:
        return 1.0
    ties = [number for number in Counter(values).values() if number > 1]
    if not ties and count <= _EXACT:
        pairs = count * (count - 1) // 2
        orders = _orders(count)
        return sum(orders[: (pairs - score) // 2 + 1]) / sum(orders)
    variance = (_spread(count) - sum(_spread(number) for number in ties)) / 18
    return erfc((score - 1) / sqrt(2 * variance)) / 2


def _spread(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


@lru_cache(maxsize=16)
def _orders(count: int) -> tuple[int, ...]:
    """How many orders of so many things have 0, 1, 2 … pairs the wrong way round."""
    orders = [1]
    for size in range(2, count + 1):
        longer = [0] * (len(orders) + size - 1)
        for place, number in enumerate(orders):
            for step in range(size):
                longer[place + step] += number
        orders = longer
    return tuple(orders)


def line(days: Sequence[float], uses: Sequence[float]) -> tuple[float, float]:
    """The slope a day and the use on the first day of the line through medians (Theil and Sen).

    >>> line([0, 1, 2], [0.5, 0.75, 9.0])
    (4.25, 0.5)
    """
    from statistics import median

    slopes = [(later - earlier) / (b - a) for (a, earlier), (b, later) in combinations(zip(days, uses, strict=True), 2) if b > a]
    slope = median(slopes) if slopes else 0.0
    return slope, median(use - slope * (day - days[0]) for day, use in zip(days, uses, strict=True))

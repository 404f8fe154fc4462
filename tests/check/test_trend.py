"""The statistics of drift: held against counting all orders, and against laws that a reader would expect."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.checker.trend import Point, line, rising_by_chance, trend

USES = st.lists(st.integers(0, 400).map(lambda number: number / 200), min_size=4, max_size=30)


def score(values: tuple[float, ...]) -> int:
    """How many pairs rise, less those that fall."""
    return sum((b > a) - (b < a) for place, a in enumerate(values) for b in values[place + 1 :])


@pytest.mark.parametrize("values", [(1, 2, 3, 4), (2, 1, 3, 4, 5), (3, 1, 2, 5, 4, 6), (1, 3, 2, 4, 6, 5, 7)])
def test_the_chance_of_a_rise_is_its_share_of_all_orders(values: tuple[float, ...]) -> None:
    orders = list(permutations(values))
    as_clear = sum(score(order) >= score(values) for order in orders)
    assert rising_by_chance(values) == pytest.approx(as_clear / len(orders))


def test_with_equal_values_the_chance_is_near_its_share_of_all_orders() -> None:
    values = (1, 1, 2, 2, 3, 3, 4, 3)
    orders = list(permutations(values))
    as_clear = sum(score(order) >= score(values) for order in orders)
    assert rising_by_chance(values) == pytest.approx(as_clear / len(orders), abs=0.01)


def test_one_odd_value_does_not_turn_the_line() -> None:
    days = [7 * week for week in range(9)]
    slope, start = line(days, [0.5] * 8 + [3.0])
    assert (slope, start) == (0.0, 0.5)


@given(USES)
def test_what_does_not_rise_is_no_drift(uses: list[float]) -> None:
    falling = sorted(uses, reverse=True)
    assert trend([Point(7 * place, use) for place, use in enumerate(falling)]) is None


@given(USES)
def test_what_stays_below_half_of_the_allowance_is_no_drift(uses: list[float]) -> None:
    assert trend([Point(7 * place, use / 4) for place, use in enumerate(uses)]) is None


@given(USES, st.integers(0, 5000))
def test_only_distances_between_dates_count(uses: list[float], ahead: int) -> None:
    found = trend([Point(7 * place, use) for place, use in enumerate(uses)])
    moved = trend([Point(7 * place + ahead, use) for place, use in enumerate(uses)])
    assert (found is None) == (moved is None)
    if found is not None and moved is not None:
        assert (moved.first - found.first, moved.start, moved.chance) == (ahead, found.start, found.chance)


@given(USES)
def test_a_trend_rises_to_near_its_limit(uses: list[float]) -> None:
    found = trend([Point(7 * place, use) for place, use in enumerate(uses)])
    if found is not None:
        assert found.end > found.start
        assert found.end >= 0.75
        assert found.reaches is None or found.reaches > found.last


def test_a_creep_over_half_a_year_is_seen_before_its_limit() -> None:
    rng = random.Random(7)
    points = [Point(7 * week, 0.5 + 0.5 * week / 26 + rng.uniform(-0.1, 0.1)) for week in range(20)]
    found = trend(points)
    assert found is not None
    assert found.reaches is not None
    assert 20 * 7 < found.reaches < 40 * 7


def test_a_step_up_is_seen() -> None:
    points = [Point(7 * week, 0.4 if week < 12 else 0.9) for week in range(24)]
    found = trend(points)
    assert found is not None
    assert found.end > 0.85


@pytest.mark.parametrize("weeks", [60, 400])
def test_years_of_steady_scatter_are_silent(weeks: int) -> None:
    rng = random.Random(1)
    assert trend([Point(7 * week, rng.uniform(0.35, 0.75)) for week in range(weeks)]) is None


def gaps(seed: int, weeks: int) -> list[Point]:
    """Half a year of gaps of 5.2 days, more or less, then so many weeks in which they grow to 6.9, where 7 are allowed; whole days."""
    chance, at, points = random.Random(seed), 0.5, []
    while at < (26 + weeks) * 7:
        middle = 5.2 + 1.7 * max(0.0, at - 26 * 7) / (weeks * 7) if weeks else 5.2
        before, at = int(at), at + min(max(chance.gauss(middle, 0.7), 1.0), 7.0)
        points.append(Point(int(at), (int(at) - before) / 7))
    return points


@pytest.mark.parametrize("weeks", [26, 52])
def test_gaps_in_whole_days_that_creep_to_the_limit_are_seen_in_nine_of_ten(weeks: int) -> None:
    assert sum(trend(gaps(seed, weeks)) is not None for seed in range(50)) >= 45


def test_gaps_that_stay_near_the_limit_are_told_in_fewer_than_one_of_twenty() -> None:
    assert sum(trend(gaps(seed, 0)) is not None for seed in range(60)) < 3


def test_gaps_that_were_always_near_the_limit_do_not_creep() -> None:
    assert trend([Point(7 * place, 0.98 if place % 3 else 0.9) for place in range(60)]) is None

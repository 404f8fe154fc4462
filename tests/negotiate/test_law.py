"""A direction that `diff` shows alone is contradicted by no random log; where a search is cut short, none is shown."""

from __future__ import annotations

import os
from random import Random

import pytest

from pactlang import InputError
from pactlang.checker.budget import Budget
from pactlang.diff.changes import assent_of
from pactlang.witness.direction import Direction
from pactlang.witness.search import compare_rules
from tests.negotiate.law import contradiction
from tests.negotiate.random_pairs import Text, given, pair

PAIRS = 400 if os.environ.get("PACT_FUZZ") == "long" else 30


def test_no_random_log_contradicts_a_direction() -> None:
    chance = Random(20_261_129)
    seen = 0
    while seen < PAIRS:
        old, new = pair(chance)
        try:
            shown, case = contradiction(given(old), given(new), seen)
        except InputError:  # a pair that the language refuses
            continue
        seen += 1
        assert case is None, (shown, old, new, case)


@pytest.mark.parametrize("steps", [0, 60, 600])
def test_a_search_that_is_cut_short_shows_no_direction_and_asks_everybody(steps: int) -> None:
    old, new = (given(Text(f"at most {number} encounters per month by Ana")) for number in (3, 2))
    compared = compare_rules(old, new, Budget(steps))
    assert compared.cut
    assert compared.direction is Direction.CHANGED
    assert (compared.tighter, compared.looser, compared.bound) == (None, None, ())
    assert assent_of(compared, old[0].parties) == old[0].parties


def test_the_same_pair_takes_the_same_steps() -> None:
    old, new = (given(Text(f"no encounter {words}")) for words in ("with kim", "with kim or dana"))
    used = []
    for _ in range(2):
        budget = Budget()
        compare_rules(old, new, budget)
        used.append(budget.used)
    assert used[0] == used[1] > 0

"""With many parties or clauses a search takes no longer: at most eight parties are tried one by one, and all changes share one budget."""

from __future__ import annotations

from itertools import islice

import pytest

from pactlang import load_text
from pactlang.checker.budget import Budget
from pactlang.diff.compare import compare
from pactlang.model.agreement import Agreement
from pactlang.witness.direction import Direction
from pactlang.witness.pool import MOST_ALONE, pool_of
from pactlang.witness.scenarios import scenarios
from pactlang.witness.search import compare_rules
from pactlang.witness.sides import things_of

MOST = 20_000


def crowd(number: int, sentence: str) -> Agreement:
    names = ", ".join(f"P{one}x" for one in range(number - 1))
    return load_text(f"pact\n    between {names} and Ben\n    time zone Europe/Berlin\nuse relationships\npromise it\n    {sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "at most 4 encounters per month by each party",
        "at least 2 days between encounters by each party",
        "no encounter unless consent by everyone within the last 2 days",
        "after each encounter, disclosure by everyone to the others within 2 days",
        "before each encounter, notice by the same party to the others at least 1 day ahead",
        "check-in by everyone every 2 weeks",
        "check-in by everyone every week on Sunday",
        "at least 1 date-night per week by each party",
    ],
)
def test_no_more_logs_are_tried_for_more_parties(sentence: str) -> None:
    counts = []
    for number in (10, 20, 40):
        text = crowd(number, sentence)
        rule = text.sentences[0]
        counts.append(sum(1 for _ in islice(scenarios(rule.form, pool_of((text,), (things_of(rule),))), MOST)))
    assert 0 < counts[0] == counts[1] == counts[2] < MOST


def test_whoever_was_not_tried_is_told_with_those_who_are_like_them() -> None:
    # Of twelve, eight are tried; the others are bound by `no encounter` and by a cap for each just the same.
    texts = [crowd(12, f"at most {limit} encounters per week by each party") for limit in (1, 0)]
    (change,) = compare(texts[0], texts[1]).changes
    assert change.direction is Direction.TIGHTER
    assert change.compared.bound == texts[0].parties
    # Only Ben is named, so that he is bound and none of the others is.
    (change,) = compare(crowd(12, "no check-in by Ben at home"), crowd(12, "no check-in by Ben")).changes
    assert change.compared.bound == ("Ben",)


def test_one_of_each_kind_is_tried() -> None:
    text = crowd(30, "after each encounter by P20x, disclosure by P21x or P22x to Ben within 2 days")
    pool = pool_of((text,), (things_of(text.sentences[0]),))
    assert len(pool.alone) == MOST_ALONE
    assert {"P20x", "P21x", "Ben"} < set(pool.alone)
    assert len(pool.alike) == 30 - MOST_ALONE
    assert dict(pool.alike).get("P22x", "P21x") == "P21x"
    assert dict(pool.alike)["P28x"] == "P0x"


def clauses(number: int, limit: int) -> Agreement:
    each = "".join(f"event e{one}\n\ncap c{one}\n    at most {limit} e{one} per week\n\n" for one in range(number))
    return load_text(f"pact\n    between Ana and Ben\n    time zone Europe/Berlin\n\n{each}")


def test_all_changes_share_one_budget() -> None:
    for number in (4, 8, 16):
        budget = Budget(200)
        changes = compare(clauses(number, 3), clauses(number, 2), budget=budget).changes
        assert [one.direction for one in changes] == [Direction.CHANGED] * number
        assert all(one.compared.cut for one in changes)
        assert 0 < budget.used < 200 + 100 * number  # the last step of each may go over


def test_the_share_of_a_change_that_is_soon_told_goes_to_the_others() -> None:
    alone = Budget()
    old, new = clauses(1, 3), clauses(1, 2)
    compare_rules((old, old.sentences[0]), (new, new.sentences[0]), alone)
    budget = Budget(3 * alone.used)
    assert [one.direction for one in compare(clauses(2, 3), clauses(2, 2), budget=budget).changes] == [Direction.TIGHTER] * 2

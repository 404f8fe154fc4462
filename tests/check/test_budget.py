"""A budget counts what was judged, the same each time; what is given up for it says so."""

from __future__ import annotations

from pactlang import load_text
from pactlang.checker.budget import Budget, braked
from pactlang.log.entry import Entry
from pactlang.model.calendar import load_zone

BERLIN = load_zone("Europe/Berlin")
TEXT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

check-in
    check-in by everyone every week on Sunday
"""


def used(days: int, entries: int = 0) -> int:
    """The steps of one judgement over so many days."""
    agreement, budget = load_text(TEXT), Budget()
    first = agreement.in_force_from
    assert first is not None
    log = [Entry("check-in", first + 3 + 7 * place, 72_000, by=("Ana", "Ben"), order=place) for place in range(entries)]
    budget.judge([agreement], log, BERLIN.midnight(first + days), BERLIN)
    return budget.used


def test_a_judgement_costs_as_much_as_there_is_to_judge() -> None:
    # A dozen for asking; from 1 January on, a Thursday, 10 Sundays are missed in 70 days (no pattern, since nothing was logged), and the
    # next one is due.
    assert used(70) == 12 + 10 + 1
    # 10 entries are read, and what is kept counts like what is not.
    assert used(70, 10) == 12 + 10 + 10 + 1


def test_twice_the_days_are_at_most_twice_the_steps() -> None:
    one, two, four = used(100), used(200), used(400)
    assert one < two <= 2 * one < four <= 4 * one


def test_a_spent_budget_says_so() -> None:
    budget = Budget(20)
    assert budget.take(15)
    assert budget.take(15)  # the last one may go over
    assert not budget.spent
    assert not budget.take()
    assert budget.spent


def test_the_emergency_brake_stops_before_the_next_judgement() -> None:
    budget = Budget()
    with braked(lambda: True):
        assert not budget.take()
        assert budget.spent
    assert not budget.take()  # what was cut short stays so
    assert Budget().take()


def test_parts_of_a_budget_never_take_more_than_the_whole() -> None:
    whole = Budget(100)
    for left in range(10, 0, -1):
        part = whole.share(left, most=15)
        while part.take(2):
            pass
        assert part.given <= 15
    assert whole.left >= -20  # the last step of each may go a little over


def test_many_parties_cost_more_and_few_nothing() -> None:
    def used(count: int) -> int:
        names = ", ".join(f"P{number}x" for number in range(count - 1))
        budget = Budget()
        text = load_text(TEXT.replace("between Ana and", f"between {names} and").replace("check-in by everyone", "check-in by Ben"))
        budget.judge([text], [], 0, BERLIN)
        return budget.used

    assert used(2) == used(7) == 12
    assert (used(80), used(800)) == (12 + 10, 12 + 100)

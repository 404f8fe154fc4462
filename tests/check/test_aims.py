"""Hopes and guarantees are for people and the linter: the checker answers the same with and without them."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement
from pactlang.model.calendar import load_zone
from pactlang.model.meaning import same_meaning

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-09-07
    time zone Europe/Berlin
use relationships
boundary home
    no encounter at home
check-in
    check-in by everyone every week on Sunday
pause
    anyone may pause encounters for at most 14 days
"""
DAY = 739_870  # a Thursday in September 2026
LOG = [
    Entry("encounter", DAY, 20 * 3600, by=("Ana",), with_=("dana",), place="home", order=0),
    Entry("pause", DAY + 1, 9 * 3600, by=("Ben",), order=1),
    Entry("encounter", DAY + 2, 20 * 3600, by=("Ana",), with_=("dana",), order=2),
]
AIMS = [
    "at least 1 date-night per week",
    "at most 1 encounter per month",
    "no encounter",
    "at least 30 days between encounters",
    "after each encounter, disclosure by Ana to Ben within 1 hour",
    "before each encounter, notice by Ana to Ben at least 48 hours ahead",
    "test by each party every 7 days",
    "check-in by everyone every day",
    "anyone may pause encounters for at most 1 day",
    "no encounter with someone new",
]


def _found(agreement: Agreement) -> list[tuple[object, ...]]:
    zone = load_zone("Europe/Berlin")

    def key(one: Finding) -> tuple[object, ...]:
        return one.id, one.status, one.date, one.who, one.moment

    return [key(one) for one in judge([agreement], LOG, zone.midnight(DAY + 40), zone, keep_all=True).findings]


@pytest.mark.parametrize("kind", ["hope", "guarantee"])
@pytest.mark.parametrize("sentence", AIMS)
def test_the_checker_answers_the_same_with_and_without_one(kind: str, sentence: str) -> None:
    bare, aimed = load_text(HEAD), load_text(f"{HEAD}{kind} ours\n    {sentence}\n")
    assert _found(bare) == _found(aimed) != []
    assert [aim.sentences[0].words for aim in (aimed.hopes if kind == "hope" else aimed.guarantees)] == [sentence]


@pytest.mark.parametrize("kind", ["hope", "guarantee"])
def test_it_is_part_of_what_people_sign(kind: str) -> None:
    one, other = (load_text(f"{HEAD}{kind} ours\n    at least {number} date-nights per month\n") for number in (1, 2))
    assert one.digest != other.digest
    assert not same_meaning(one, other)

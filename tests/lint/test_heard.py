"""Agreements that no rule had seen when they were marked: what is said of them, and how a mark and a finding meet."""

from __future__ import annotations

import pytest

from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from tests.lint.counting import LEAST, precision, recall, table
from tests.lint.heard import CORPUS, OPEN, SEALED, Heard, Mark, Said, answers, compare, counted, listing, marks_of, names
from tests.lint.subjects import subject_of

SMALL = """pact "Us"
    between Ana and Ben
use household
boundary a
    no noise at home
    no party
boundary b
    no guest
"""


@pytest.fixture(scope="module")
def compared() -> list[Heard]:
    return [compare(name) for name in names()]


def test_what_is_said_is_right(compared: list[Heard]) -> None:
    for family, counts in counted(compared).items():
        assert precision(counts) >= LEAST, f"{family.name}\n{table(counted(compared))}"


def test_every_family_is_marked_often_enough_to_tell(compared: list[Heard]) -> None:
    assert len(compared) >= 50
    assert all(counts["right"] + counts["missed"] >= 10 for counts in counted(compared).values())


def test_the_halves_are_the_whole() -> None:
    assert sorted(names(OPEN) + names(SEALED)) == names()
    assert not set(names(OPEN)) & set(names(SEALED))
    assert names(OPEN)[0] == names()[0]


@pytest.mark.parametrize("name", names())
def test_marks_name_what_is_there(name: str) -> None:
    text = (CORPUS / f"{name}.pact").read_text("utf-8").splitlines()
    known = {rule.code for rule in RULES} | {f"{family.value}?" for family in Family}
    assert 5 <= len(text) <= 35
    for mark in marks_of((CORPUS / f"{name}.marks").read_text("utf-8")):
        assert set(mark.codes) <= known
        assert all(text[line - 1].strip() for line in mark.lines)


@pytest.mark.parametrize(
    ("mark", "line", "met"),
    [
        ("5 C001", 5, True),  # the line itself
        ("5,8 C001", 8, True),  # one of two
        ("5 C001", 4, True),  # the heading above it
        ("4 C001", 6, True),  # a line below it
        ("5 C001", 6, False),  # another line of the same clause
        ("5 C001", 7, False),  # another heading
        ("whole C001", 6, True),
        ("5 C002/C001", 5, True),
        ("5 C002", 5, False),
        ("5 C?", 5, False),  # no rule says what there is no rule for
    ],
)
def test_a_mark_meets_what_was_said(mark: str, line: int, met: bool) -> None:
    assert bool(list(answers(marks_of(mark)[0], [Said("C001", line)], subject_of(SMALL)))) is met


def test_the_line_itself_goes_before_the_heading() -> None:
    said = [Said("C001", 4), Said("C001", 5)]
    assert next(answers(marks_of("5 C001")[0], said, subject_of(SMALL))) == said[1]


def test_what_differs_is_counted_and_listed() -> None:
    one = Heard("us", (Mark((3,), ("S001",)),), (Said("S002", 4, "So."),), (Mark((), ("S?",), "alone"), Mark((5,), ("W001",))))
    found = counted([one])
    assert found[Family.SAFETY] == {"right": 1, "wrong": 1, "missed": 1}
    assert (precision(found[Family.SAFETY]), recall(found[Family.SAFETY]), recall(found[Family.WORDING])) == (0.5, 0.5, 0.0)
    assert listing([one]).splitlines() == ["us.pact:4: S002 too much: So.", "us.pact:1: S? missed: alone", "us.pact:5: W001 missed: "]

"""Every sentence that a command prints about somebody's life says what is so, and every kind of sentence has a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.said.cases import Asked, Case, all_cases, difference
from tests.said.inventory import keys, outcome, still_open

CASES = [f"{case.file}: {case.name}" for case in all_cases()]


@pytest.mark.parametrize("name", CASES)
def test_a_command_says_what_is_so(name: str) -> None:
    wrong = outcome()[0][name]
    assert not wrong, "\n".join(["", *wrong])


def test_no_two_cases_bear_the_same_name() -> None:
    assert len(CASES) == len(set(CASES))


def test_every_kind_of_sentence_has_a_case() -> None:
    missing = [key for key in keys() if key not in outcome()[1]]
    assert missing == still_open(), "write a case (tests/said/README.md), then: python -m tests.said.inventory"


@pytest.mark.parametrize(
    ("fact", "held"),
    [
        ("2 encounters, Ana, March 2026, 1", True),
        ("3 encounters, Ana, March 2026, 1", False),
        ("2 encounters, Ben, March 2026, 1", False),
        ("2 encounters, Ana, 1", False),
        ('2 encounters, Ana, March 2026, 1, !"breach"', False),
    ],
)
def test_another_number_name_or_date_is_noticed(fact: str, held: bool, tmp_path: Path) -> None:
    case = next(case for case in all_cases() if case.name.startswith("a cap by each party"))
    other = Case(case.name, case.file, case.settings, case.files, [Asked("check", [fact])])
    assert bool(difference(other, tmp_path)) is not held

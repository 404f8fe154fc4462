"""The blind set can be read, its marks point at something, and what is said about it stays as right as it was."""

from __future__ import annotations

import pytest

from pactlang.lint.allow import rule_named
from pactlang.lint.rule import Family
from tests.lint.blind import HERE, Place, compared, counted, marks, precision
from tests.lint.subjects import subject_of

NAMES = sorted(path.stem for path in HERE.glob("*.pact"))
# As the second count had them; whoever teaches a rule to hear less raises its family's.
FLOORS = {**dict.fromkeys(Family, 0.9), Family.WORDING: 0.85}  # one of seven is too much: see docs/design.md


def test_each_text_has_its_marks() -> None:
    assert sorted(marks()) == NAMES
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_text_reads_without_a_fault_and_its_marks_point_at_lines(name: str) -> None:
    text = (HERE / f"{name}.pact").read_text(encoding="utf-8")
    assert len(subject_of(text).agreement.parties) >= 2
    lines = text.splitlines()
    for mark in marks()[name]:
        assert rule_named(mark.code) is not None
        assert mark.line <= len(lines)


def test_precision_does_not_fall() -> None:
    fallen = {family: precision(counts) for family, counts in counted().items() if precision(counts) < FLOORS[family]}
    assert fallen == {}


@pytest.mark.parametrize(
    ("marked", "heard", "numbers"),
    [
        ([], [], (0, 0, 0)),
        ([Place("S001", 3)], [Place("S001", 3)], (1, 0, 0)),
        ([Place("S001", 3)], [Place("S001", 4)], (0, 1, 1)),
        ([Place("V001", 0)], [Place("V001", 1)], (1, 0, 0)),
        ([Place("V001", 0)], [Place("V001", 1), Place("V001", 2)], (1, 1, 0)),
        ([Place("C001", 0), Place("C001", 5)], [Place("C001", 2), Place("C001", 5)], (2, 0, 0)),
        ([Place("C001", 2), Place("C002", 2)], [], (0, 0, 2)),
    ],
)
def test_marks_and_findings_are_paired(marked: list[Place], heard: list[Place], numbers: tuple[int, int, int]) -> None:
    assert tuple(len(places) for places in compared(marked, heard)) == numbers

"""The marked sets can be read, their marks point at something, and what is said about them stays as right as it was."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from pathlib import Path

import pytest

from pactlang.lint.allow import rule_named
from pactlang.lint.rule import Family, Sure
from pactlang.lint.rules import RULES
from tests.lint.marked_sets import FOLDER, LEAST, SETS, Mark, Place, compared, counted, marks, precision, said_too_much
from tests.lint.subjects import subject_of

TEXTS = [path for one in SETS for path in sorted((FOLDER / one).glob("*.pact"))]


def test_each_text_has_its_marks() -> None:
    assert [FOLDER / one / f"{name}.pact" for one in SETS for name in sorted(marks(FOLDER / one))] == TEXTS
    assert len(TEXTS) >= 150


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_reads_without_a_fault_and_its_marks_point_at_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(subject_of(text).agreement.parties) >= 2
    lines = text.splitlines()
    for mark in marks(path.parent)[path.stem]:
        for place in mark:
            assert rule_named(place.code) is not None
            assert place.line <= len(lines)


def test_precision_does_not_fall() -> None:
    every = [counted(FOLDER / name) for name in SETS]
    counts = {family: sum((one[family] for one in every), Counter()) for family in Family}
    assert all(one["right"] + one["missed"] >= 10 for one in counts.values())
    assert {family: precision(one) for family, one in counts.items() if precision(one) < LEAST} == {}


def test_a_rule_that_reads_plain_words_is_not_certain() -> None:
    reading = {rule.code for rule in RULES if "pactlang.lint.hearing" in inspect.getsource(sys.modules[rule.find.__module__])}
    assert {rule.code for rule in RULES if rule.sure is Sure.CERTAIN} & reading == set()
    assert len(reading) > 20


def test_what_is_certain_is_never_said_too_much() -> None:
    wrong = {place.code for one in SETS for name in marks(FOLDER / one) for place in said_too_much(FOLDER / one, name)}
    assert {rule.code for rule in RULES if rule.sure is Sure.CERTAIN} & wrong == set()


@pytest.mark.parametrize(
    ("marked", "heard", "numbers"),
    [
        ([], [], (0, 0, 0)),
        ([(Place("S001", 3),)], [Place("S001", 3)], (1, 0, 0)),
        ([(Place("S001", 3),)], [Place("S001", 4)], (0, 1, 1)),
        ([(Place("V001", 0),)], [Place("V001", 1)], (1, 0, 0)),
        ([(Place("V001", 0),)], [Place("V001", 1), Place("V001", 2)], (1, 1, 0)),
        ([(Place("C001", 0),), (Place("C001", 5),)], [Place("C001", 2), Place("C001", 5)], (2, 0, 0)),
        ([(Place("C001", 2),), (Place("C002", 2),)], [], (0, 0, 2)),
    ],
)
def test_marks_and_findings_are_paired(marked: list[Mark], heard: list[Place], numbers: tuple[int, int, int]) -> None:
    assert tuple(len(places) for places in compared(marked, heard)) == numbers

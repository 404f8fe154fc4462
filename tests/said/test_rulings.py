"""Each ruling in `rulings.txt` names the tests that hold it, and these are there."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.cases import by_hand
from tests.said import cases

HERE = Path(__file__).parent
TESTS = HERE.parent
_TEST = re.compile(r"(\S+\.py)::(test_\w+)")
_CASE = re.compile(r"(said|case) (\w+): (.+)")


def rulings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    ruling = ""
    for line in (HERE / "rulings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[ruling].append(line.strip())
        elif line and not line.startswith("#"):
            ruling = line
            assert ruling not in found, f"twice: {ruling}"
            found[ruling] = []
    return found


@cache
def names(kind: str, file: str) -> tuple[str, ...]:
    folder, read = (cases.FOLDER, cases.read_cases) if kind == "said" else (by_hand.FOLDER, by_hand.read_cases)
    return tuple(case.name for case in read(folder / f"{file}.cases"))


def missing(held_by: str) -> str:
    """What is wrong with the name of a test, or nothing."""
    if test := _TEST.fullmatch(held_by):
        text = (TESTS / test[1]).read_text(encoding="utf-8")
        return "" if f"def {test[2]}(" in text else f"no such test: {held_by}"
    if case := _CASE.fullmatch(held_by):
        found = [name for name in names(case[1], case[2]) if name.startswith(case[3])]
        found = [case[3]] if case[3] in found else found
        return "" if len(found) == 1 else f"{len(found)} such cases: {held_by}"
    file, words = held_by.split(" has ", 1)
    return "" if words in (TESTS.parent / file).read_text(encoding="utf-8") else f"no such words: {held_by}"


@pytest.mark.parametrize("ruling", rulings())
def test_a_ruling_is_held(ruling: str) -> None:
    held_by = rulings()[ruling]
    assert held_by, "no test is named"
    assert not [wrong for one in held_by if (wrong := missing(one))]


def test_what_is_not_there_is_noticed() -> None:
    assert missing("laws/test_left.py::test_nothing") == "no such test: laws/test_left.py::test_nothing"
    assert missing("said check: no case has this name").startswith("0 such cases")
    assert missing("tests/said/rulings.txt has nothing" + " of the kind").startswith("no such words")

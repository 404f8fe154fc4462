"""Agreements written and marked before any rule was run on them: what the linter says rightly, too much, and what it misses.

The texts are in `tests/lint/blind`, `third` and `fourth`, each with its marks (`marks.toml`). `python -m tests.lint.blind` prints
the table of the first, `python -m tests.lint.blind third` of another; with `each` behind it also each disagreement.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pactlang.lint.rule import Family, Profile
from pactlang.lint.runner import chosen, lint
from tests.lint.counting import table
from tests.lint.subjects import subject_of

FOLDER = Path(__file__).parent
SETS = ("blind", "third", "fourth")
TODAY = date(2026, 6, 1)
UNPROMISED = "S?"  # a wise friend would speak here, and no rule promises to
RULES = chosen(Profile.DEFAULT)[0]  # what `pact lint` says to those who have set nothing
FOR_THE_WHOLE_TEXT = "BMX"  # in these families the place does not count, and a code counts once for each text


class Place(NamedTuple):
    """A rule's code at a line; line 0 is anywhere in the text."""

    code: str
    line: int


# One thing to say: where two rules could say it, either will do.
Mark = tuple[Place, ...]


class Compared(NamedTuple):
    """One text: what was said rightly, what was said too much, and what was marked and not said."""

    right: list[Place]
    wrong: list[Place]
    missed: list[Place]


def marks(folder: Path) -> dict[str, list[Mark]]:
    """What is right to be said about each text of a set, by the name of its file."""
    return {name: [_mark(mark) for mark in found if not mark.startswith(UNPROMISED)] for name, found in _read(folder).items()}


def unpromised(folder: Path) -> int:
    """How many lines of a set are marked that no rule promises to hear."""
    return sum(mark.startswith(UNPROMISED) for found in _read(folder).values() for mark in found)


def _read(folder: Path) -> dict[str, list[str]]:
    read = tomllib.loads((folder / "marks.toml").read_text(encoding="utf-8"))
    return {name: of_one["findings"] for name, of_one in read.items()}


def said(text: str) -> list[Place]:
    """What the linter says about a text, each rule at most once a line (once a text where the place does not count)."""
    found = lint(subject_of(text, today=TODAY), RULES).findings
    places = {(one.rule.code, 0 if one.rule.code[0] in FOR_THE_WHOLE_TEXT else one.found.span.start_position.line) for one in found}
    return sorted(Place(*place) for place in places)


def compared(marked: list[Mark], heard: list[Place]) -> Compared:
    """Pairs what is marked with what is said, exact lines first.

    >>> compared([(Place("S001", 3),), (Place("V001", 0),)], [Place("V001", 2), Place("S001", 4)])
    Compared(right=[Place(code='V001', line=2)], wrong=[Place(code='S001', line=4)], missed=[Place(code='S001', line=3)])
    """
    open_marks = sorted(marked)
    right: list[Place] = []
    wrong: list[Place] = []
    for one in sorted(heard, key=lambda one: not any(one in mark for mark in marked)):
        meant = next((mark for place in (one, Place(one.code, 0)) for mark in open_marks if place in mark), None)
        if meant is None:
            wrong.append(one)
        else:
            open_marks.remove(meant)
            right.append(one)
    return Compared(right, wrong, [mark[0] for mark in open_marks])


def said_too_much(folder: Path, name: str) -> list[Place]:
    """What is said of one text of a set without a mark."""
    return compared(marks(folder)[name], said((folder / f"{name}.pact").read_text(encoding="utf-8"))).wrong


def counted(folder: Path) -> dict[Family, Counter[str]]:
    """For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`)."""
    found: dict[Family, Counter[str]] = {family: Counter() for family in Family}
    for name, marked in marks(folder).items():
        for kind, places in compared(marked, said((folder / f"{name}.pact").read_text(encoding="utf-8")))._asdict().items():
            for place in places:
                found[Family(place.code[0])][kind] += 1
    return found


def disagreements(folder: Path) -> str:
    """Each thing said too much and each thing missed, with the line that it is about."""
    rows: list[str] = []
    for name, marked in marks(folder).items():
        text = (folder / f"{name}.pact").read_text(encoding="utf-8")
        lines = ["(anywhere)", *text.splitlines()]
        one = compared(marked, said(text))
        rows += [f"too much {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.wrong]
        rows += [f"missed   {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.missed]
    return "\n".join(rows)


def _mark(words: str) -> Mark:
    """Places from words such as `S001:12` or `S008:9|W004:9`."""
    parts = (one.split(":") for one in words.split("|") if not one.startswith(UNPROMISED))
    return tuple(Place(code, int(line)) for code, line in parts)


if __name__ == "__main__":
    chosen_set = FOLDER / next((one for one in sys.argv[1:] if one != "each"), SETS[0])
    print(table(counted(chosen_set)))
    print(f"\nMarked beside these, and promised by no rule: {unpromised(chosen_set)}")
    if "each" in sys.argv:
        print(f"\n{disagreements(chosen_set)}")

"""Agreements written and marked before any rule was run on them: what the linter says rightly, too much, and what it misses.

The texts are in `tests/lint/blind`, the marks in `marks.toml` beside them. `python -m tests.lint.blind` prints the table,
`python -m tests.lint.blind each` also each disagreement.
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
from tests.lint.subjects import subject_of

HERE = Path(__file__).parent / "blind"
TODAY = date(2026, 6, 1)
UNPROMISED = "S?"  # a wise friend would speak here, and no rule promises to
RULES = chosen(Profile.DEFAULT)[0]  # what `pact lint` says to those who have set nothing
FOR_THE_WHOLE_TEXT = "BMX"  # in these families the place does not count, and a code counts once for each text


class Place(NamedTuple):
    """A rule's code at a line; line 0 is anywhere in the text."""

    code: str
    line: int


class Compared(NamedTuple):
    """One text: what was said rightly, what was said too much, and what was marked and not said."""

    right: list[Place]
    wrong: list[Place]
    missed: list[Place]


def marks() -> dict[str, list[Place]]:
    """What is right to be said about each text, by the name of its file.

    >>> all(names for names in marks())
    True
    """
    read = tomllib.loads((HERE / "marks.toml").read_text(encoding="utf-8"))
    return {name: [_place(mark) for mark in of_one["findings"] if not mark.startswith(UNPROMISED)] for name, of_one in read.items()}


def unpromised() -> int:
    """How many lines are marked that no rule promises to hear."""
    read = tomllib.loads((HERE / "marks.toml").read_text(encoding="utf-8"))
    return sum(mark.startswith(UNPROMISED) for of_one in read.values() for mark in of_one["findings"])


def said(name: str) -> list[Place]:
    """What the linter says about a text, each rule at most once a line (once a text where the place does not count)."""
    text = (HERE / f"{name}.pact").read_text(encoding="utf-8")
    found = lint(subject_of(text, today=TODAY), RULES).findings
    places = {(one.rule.code, 0 if one.rule.code[0] in FOR_THE_WHOLE_TEXT else one.found.span.start_position.line) for one in found}
    return sorted(Place(*place) for place in places)


def compared(marked: list[Place], heard: list[Place]) -> Compared:
    """Pairs what is marked with what is said, exact lines first.

    >>> compared([Place("S001", 3), Place("V001", 0)], [Place("V001", 2), Place("S001", 4)])
    Compared(right=[Place(code='V001', line=2)], wrong=[Place(code='S001', line=4)], missed=[Place(code='S001', line=3)])
    """
    open_marks = Counter(marked)
    right: list[Place] = []
    wrong: list[Place] = []
    for one in sorted(heard, key=lambda one: one not in open_marks):
        meant = one if open_marks[one] else Place(one.code, 0)
        if open_marks[meant]:
            open_marks[meant] -= 1
            right.append(one)
        else:
            wrong.append(one)
    return Compared(right, wrong, sorted(open_marks.elements()))


def counted() -> dict[Family, Counter[str]]:
    """For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`)."""
    found: dict[Family, Counter[str]] = {family: Counter() for family in Family}
    for name, marked in marks().items():
        for kind, places in compared(marked, said(name))._asdict().items():
            for place in places:
                found[Family(place.code[0])][kind] += 1
    return found


def precision(counts: Counter[str]) -> float:
    """The share of what was said that is right; 1 where nothing was said."""
    heard = counts["right"] + counts["wrong"]
    return counts["right"] / heard if heard else 1.0


def table() -> str:
    """The table, as Markdown."""
    rows = ["| family | right | said | marked | precision | recall |", "| --- | --- | --- | --- | --- | --- |"]
    for family, counts in counted().items():
        right, marked = counts["right"], counts["right"] + counts["missed"]
        recall = right / marked if marked else 1.0
        cells = (family.name.lower(), right, right + counts["wrong"], marked, f"{precision(counts):.2f}", f"{recall:.2f}")
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def disagreements() -> str:
    """Each thing said too much and each thing missed, with the line that it is about."""
    rows: list[str] = []
    for name, marked in marks().items():
        lines = ["(anywhere)", *(HERE / f"{name}.pact").read_text(encoding="utf-8").splitlines()]
        one = compared(marked, said(name))
        rows += [f"too much {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.wrong]
        rows += [f"missed   {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.missed]
    return "\n".join(rows)


def _place(mark: str) -> Place:
    code, line = mark.split(":")
    return Place(code, int(line))


if __name__ == "__main__":
    print(table())
    print(f"\nMarked beside these, and promised by no rule: {unpromised()}")
    if "each" in sys.argv:
        print(f"\n{disagreements()}")

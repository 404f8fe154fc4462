"""Agreements marked by hand before any rule was run on them: what the linter says rightly, too much, and what it misses.

The sets are folders in `tests/lint/marked`, each with its texts, their logs and one file of marks (`marks.toml`: `S001:12` is a rule and a
line, 0 is anywhere; `S008:9|W004:9` is either; `S?:9` is what a wise friend would say and no rule promises to). Marks that were seen to be
missing only after the rules had been run are `forgotten`, beside the `findings` as first written.

`python -m tests.lint.marked_sets` prints a table of each set (with forgotten marks, one as first marked, too), `python -m
tests.lint.marked_sets newcomer` of one, with each disagreement.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pactlang.lint.rule import Family, Profile
from pactlang.lint.runner import chosen, lint
from tests.lint.subjects import subject_of

FOLDER = Path(__file__).parent / "marked"
SETS = (
    "read_the_pages",
    "newcomer",
    "hints_and_jokes",
    "strangers_open",
    "strangers_sealed",
    "sixteen_lives",
    "sixteen_households",
    "sixteen_more",
    "sixteen_drafts",
    "sixteen_neighbours",
    "sixteen_strangers",
    "sixteen_by_a_third_stranger",
)
ALL_MARKS = ("findings", "forgotten")
AS_WRITTEN = ("findings",)  # the marks from before any rule was run
UNPROMISED = "?"  # a wise friend would speak here, and no rule promises to
# What `pact lint` says to those who have set nothing. Questions are no findings: which reading is meant, nobody else can mark.
RULES = tuple(rule for rule in chosen(Profile.DEFAULT)[0] if not rule.asks)
FOR_THE_WHOLE_TEXT = "BMX"  # in these families the place does not count, and a code counts once for each text


LEAST = 0.9
# For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`).
Counts = Mapping[Family, Counter[str]]


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


def marks(folder: Path, kinds: tuple[str, ...] = ALL_MARKS) -> dict[str, list[Mark]]:
    """What is right to be said about each text of a set, by the name of its file."""
    return {name: [_mark(mark) for mark in found if not _is_unpromised(mark)] for name, found in _read(folder, kinds).items()}


def unpromised(folder: Path) -> int:
    """How many lines of a set are marked that no rule promises to hear."""
    return sum(_is_unpromised(mark) for found in _read(folder, AS_WRITTEN).values() for mark in found)


def _is_unpromised(mark: str) -> bool:
    return mark[1:].startswith(UNPROMISED)


@cache
def _marks_file(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "marks.toml").read_text(encoding="utf-8"))


def _read(folder: Path, kinds: tuple[str, ...]) -> dict[str, list[str]]:
    texts = {name: of_one for name, of_one in _marks_file(folder).items() if name != "today"}
    return {name: [mark for kind in kinds for mark in of_one.get(kind, [])] for name, of_one in texts.items()}


def text_of(folder: Path, name: str) -> str:
    """One agreement of a set."""
    return (folder / f"{name}.pact").read_text(encoding="utf-8")


@cache
def said(folder: Path, name: str) -> list[Place]:
    """What the linter says about a text, each rule at most once a line (once a text where the place does not count)."""
    log = folder / f"{name}.pactlog"
    subject = subject_of(text_of(folder, name), log.read_text(encoding="utf-8") if log.exists() else "", _marks_file(folder)["today"])
    found = lint(subject, RULES).findings
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
    return compared(marks(folder)[name], said(folder, name)).wrong


def counted(folder: Path, kinds: tuple[str, ...] = ALL_MARKS) -> dict[Family, Counter[str]]:
    """For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`)."""
    found: dict[Family, Counter[str]] = {family: Counter() for family in Family}
    for name, marked in marks(folder, kinds).items():
        for kind, places in compared(marked, said(folder, name))._asdict().items():
            for place in places:
                found[Family(place.code[0])][kind] += 1
    return found


def disagreements(folder: Path) -> str:
    """Each thing said too much and each thing missed, with the line that it is about."""
    rows: list[str] = []
    for name, marked in marks(folder).items():
        lines = ["(anywhere)", *text_of(folder, name).splitlines()]
        one = compared(marked, said(folder, name))
        rows += [f"too much {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.wrong]
        rows += [f"missed   {name}:{place.line} {place.code} {lines[place.line].strip()}" for place in one.missed]
    return "\n".join(rows)


def _mark(words: str) -> Mark:
    """Places from words such as `S001:12` or `S008:9|W004:9`."""
    parts = (one.split(":") for one in words.split("|") if not one[1:].startswith(UNPROMISED))
    return tuple(Place(code, int(line)) for code, line in parts)


def precision(counts: Counter[str]) -> float:
    """How much of what was said is right, from 0 to 1; 1 where nothing was said.

    >>> precision(Counter(right=9, wrong=1))
    0.9
    """
    said = counts["right"] + counts["wrong"]
    return counts["right"] / said if said else 1.0


def recall(counts: Counter[str]) -> float:
    """How much of what is marked was said, from 0 to 1; 1 where nothing is marked."""
    marked = counts["right"] + counts["missed"]
    return counts["right"] / marked if marked else 1.0


def table(found: Counts) -> str:
    """The table, as Markdown."""
    rows = ["| family | marked | right | too much | missed | precision | recall |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for family, counts in found.items():
        numbers = (counts["right"] + counts["missed"], counts["right"], counts["wrong"], counts["missed"])
        cells = (family.name.lower(), *numbers, f"{precision(counts):.2f}", f"{recall(counts):.2f}")
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


if __name__ == "__main__":
    for chosen_set in sys.argv[1:] or SETS:
        if any(marks(FOLDER / chosen_set, ("forgotten",)).values()):
            print(f"{chosen_set}, as first marked\n\n{table(counted(FOLDER / chosen_set, AS_WRITTEN))}\n")
        print(f"{chosen_set}: {len(marks(FOLDER / chosen_set))} agreements\n\n{table(counted(FOLDER / chosen_set))}\n")
        print(f"Marked beside these, and promised by no rule: {unpromised(FOLDER / chosen_set)}\n")
        if len(sys.argv) > 1:
            print(disagreements(FOLDER / chosen_set))

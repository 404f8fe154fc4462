"""How much of what the linter says of agreements that it was not made for is right, and how much it misses.

The agreements and their marks stand in `corpus/`, with a page on how they were written. `python -m tests.lint.heard` prints the count for
all, and for each half; `python -m tests.lint.heard open` (or `sealed`) lists where the linter and the marks of that half differ.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pactlang.lint.rule import Family, Profile
from pactlang.lint.runner import chosen, lint
from pactlang.lint.subject import Subject
from tests.lint.counting import table
from tests.lint.subjects import subject_of

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2026, 3, 1)
OPEN, SEALED = "open", "sealed"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a wise friend would say: at one of these lines (none: about the whole text), by one of these codes.

    A code that is a letter and `?` is a thing to say for which there is no rule.
    """

    lines: tuple[int, ...]
    codes: tuple[str, ...]
    why: str = ""

    @property
    def family(self) -> Family:
        """The family of its first code."""
        return Family(self.codes[0][0])


@dataclass(frozen=True, slots=True)
class Said:
    """What the linter said: a rule's code, at a line of the text."""

    code: str
    line: int
    message: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """One agreement: the marks that were heard, what was said without a mark, and the marks that nobody heard."""

    name: str
    right: tuple[Mark, ...]
    wrong: tuple[Said, ...]
    missed: tuple[Mark, ...]


def marks_of(text: str) -> list[Mark]:
    """The marks of a `.marks` file.

    >>> marks_of("10,12  X001  the talk is owed while it is quiet")
    [Mark(lines=(10, 12), codes=('X001',), why='the talk is owed while it is quiet')]
    >>> marks_of("whole  S004/S008")[0].lines
    ()
    """
    rows = [line.split(maxsplit=2) for line in text.splitlines()]
    return [
        Mark(() if at == "whole" else tuple(map(int, at.split(","))), tuple(codes.split("/")), why[0] if why else "")
        for at, codes, *why in rows
    ]


def names(half: str = "") -> list[str]:
    """The agreements of one half, or all: by name, every second one is sealed."""
    every = sorted(path.stem for path in CORPUS.glob("*.pact"))
    return {OPEN: every[::2], SEALED: every[1::2]}.get(half, every)


def compare(name: str) -> Heard:
    """What `pact lint --all` says of one agreement, held against its marks. Each finding answers one mark at most."""
    log = CORPUS / f"{name}.pactlog"
    subject = subject_of((CORPUS / f"{name}.pact").read_text("utf-8"), log.read_text("utf-8") if log.exists() else "", TODAY)
    findings = lint(subject, chosen(Profile.DEFAULT)[0]).findings
    said = [Said(one.rule.code, one.found.span.start_position.line, one.found.message) for one in findings]
    right: list[Mark] = []
    missed: list[Mark] = []
    marks = marks_of((CORPUS / f"{name}.marks").read_text("utf-8"))
    for mark in sorted(marks, key=lambda one: (not one.lines, len(one.codes))):  # the most exact first
        answer = next(answers(mark, said, subject), None)
        (missed if answer is None else right).append(mark)
        if answer is not None:
            said.remove(answer)
    return Heard(name, tuple(right), tuple(said), tuple(missed))


def answers(mark: Mark, said: list[Said], subject: Subject) -> Iterator[Said]:
    """What was said that is what this mark means: at its lines first, then at the heading of a clause in which they stand, or under it."""
    fitting = [one for one in said if one.code in mark.codes]
    yield from (one for one in fitting if one.line in mark.lines or not mark.lines)
    for one in fitting:
        for line in mark.lines:
            heading = _heading(one.line, subject)
            if heading in (line, one.line) and heading == _heading(line, subject):
                yield one


def _heading(line: int, subject: Subject) -> int:
    """The line of the heading under which a line stands; a heading's own line."""
    return subject.places[subject.document.source.name, line][1].line.number


def counted(compared: Iterable[Heard]) -> dict[Family, Counter[str]]:
    """For each family: how many marks were heard, how much was said without one, how many were missed."""
    found: dict[Family, Counter[str]] = {family: Counter() for family in Family}
    for one in compared:
        for mark in one.right:
            found[mark.family]["right"] += 1
        for mark in one.missed:
            found[mark.family]["missed"] += 1
        for said in one.wrong:
            found[Family(said.code[0])]["wrong"] += 1
    return found


def listing(compared: Iterable[Heard]) -> str:
    """Where the linter and the marks differ, a line each."""
    rows: list[str] = []
    for one in compared:
        rows += [f"{one.name}.pact:{said.line}: {said.code} too much: {said.message}" for said in one.wrong]
        rows += [f"{one.name}.pact:{','.join(map(str, mark.lines)) or 1}: {'/'.join(mark.codes)} missed: {mark.why}" for mark in one.missed]
    return "\n".join(rows)


def main() -> None:
    """Print the tables, or the differences of one half."""
    if len(sys.argv) > 1:
        print(listing(map(compare, names(sys.argv[1]))))
        return
    for title, half in (("all", ""), (OPEN, OPEN), (SEALED, SEALED)):
        compared = [compare(name) for name in names(half)]
        print(f"{title}: {len(compared)} agreements\n\n{table(counted(compared))}\n")


if __name__ == "__main__":
    main()

"""Reads `directions.txt`: pairs of texts, and what is said of what changed between them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pactlang import load_text
from pactlang.model.agreement import Agreement

HEADER = """pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    time zone Europe/Berlin

use relationships

event expense
    plural expenses
    amount in EUR

person dana
person kim tagged coworker
person robin tagged neighbour known since 2020-01-01

state away
    starts with meeting
    ends with gratitude
    lasts at most 30 days

boundary another
    no date-night

boundary other
    no reflection

check-in weekly
    review by everyone every week on Friday

disclosure late
    after each incident, notice by Ben within 36 hours

"""


class Row(NamedTuple):
    """One pair: what it is about, the lines before and now (empty where there is no sentence), what is said of it."""

    about: str
    old: str
    new: str
    said: str


def rows() -> list[Row]:
    """Every row of the table."""
    found = []
    for block in (Path(__file__).parent / "directions.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            marked = {line[0]: line[2:] for line in lines[1:]}
            found.append(Row(lines[0], marked.get("-", ""), marked.get("+", ""), marked["="]))
    return found


def agreement(lines: str) -> Agreement:
    """The agreement of one side of a row."""
    clause, around = [], []
    outside = False
    header = HEADER
    for part in lines.split(" | ") if lines else []:
        if part.startswith("^ "):
            header = header.replace("\n\n", f"\n    {part[2:]}\n\n", 1)
            continue
        outside = outside or part.startswith("@ ")
        (around if outside else clause).append(part[2:] if part.startswith("@ ") else f"    {part}")
    text = header + "\n".join(around) + "\n\npromise tried\n" + "\n".join(clause or ['    "Nothing yet."']) + "\n"
    return load_text(text)

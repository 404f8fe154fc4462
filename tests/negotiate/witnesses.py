"""The logs that show what a change does, as `witnesses.txt` keeps them for every third row of `directions.txt`, and whom they find.

That each log is kept by one text and broken by the other is held by another test. Here none is chosen unseen:
`python -m tests.negotiate.witnesses` writes all anew; read the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pactlang.witness.direction import Compared, Witness
from tests.explain.kept_cases import log_line
from tests.negotiate.table import Row, rows

FILE = Path(__file__).parent / "witnesses.txt"
ROWS = rows()[::3]


def lines(compared: Compared) -> list[str]:
    """Both logs, and the people of whom something else is asked, or to whom."""
    found = [f"{compared.direction}{', cut short' if compared.cut else ''}"]
    found += [_line(one) for one in (compared.tighter, compared.looser) if one is not None]
    for name in ("bound", "freed", "more_protected", "less_protected"):
        if people := getattr(compared, name):
            found.append(f"{name.replace('_', ' ')}: {', '.join(people)}")
    return found


def _line(one: Witness) -> str:
    also = f", and breaks {', '.join(one.also)}" if one.also else ""
    answer = "" if one.answer is None else f", {one.answer.status} {one.answer.id}"
    shown = f"{one.breach.id} broken by the {one.broken_by} text{answer}{also}"
    return f"{shown}, by {date.fromordinal(one.last).isoformat()}: {log_line(one.entries)}"


def kept() -> dict[str, list[str]]:
    """What `witnesses.txt` keeps, by the name of the row."""
    blocks = FILE.read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    return {head: rest for head, *rest in (block.split("\n") for block in blocks)}


def shown(row: Row) -> list[str]:
    """What is shown of a row."""
    from tests.negotiate.test_directions import changed

    change = changed(row.old, row.new)
    return [] if change is None else lines(change.compared)


if __name__ == "__main__":
    FILE.write_text("\n\n".join("\n".join([row.about, *shown(row)]) for row in ROWS) + "\n", encoding="utf-8")

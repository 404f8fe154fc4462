"""How many clauses of the corpus can be said, and how: `python -m tests.corpus.table` writes the table of docs/measurements.md."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.corpus.corpus import FOLDERS, KINDS, rows

PAGE = Path(__file__).parents[2] / "docs/measurements.md"
HEAD = "| agreement | a log could show | clean | awkward | with loss | not at all | only words | said without loss | cleanly |"


def counts(folder: Path) -> Counter[str]:
    return Counter(row.kind for row in rows(folder))


def _cells(name: str, found: Counter[str]) -> str:
    shown = sum(found.values()) - found["words"]
    said = shown - found["none"] - found["loss"]
    cells = [name, shown, *(found[kind] for kind in KINDS), f"{said / shown:.0%}", f"{found['clean'] / shown:.0%}"]
    return "| " + " | ".join(map(str, cells)) + " |"


def table() -> str:
    total: Counter[str] = sum((counts(folder) for folder in FOLDERS), Counter())
    lines = [_cells(folder.name, counts(folder)) for folder in FOLDERS]
    return "\n".join([HEAD, "| --- " * 9 + "|", *lines, _cells("all", total)]) + "\n"


def left() -> str:
    """What cannot be said, or not without loss."""
    found = [(folder.name[:2], row) for folder in FOLDERS for row in rows(folder) if row.kind in ("loss", "none")]
    return "\n".join(f"{number}.{row.clause}\t{row.kind}\t{row.lost}\t{row.form}" for number, row in found)


if __name__ == "__main__":
    old = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(re.sub(rf"^{re.escape(HEAD)}\n(\|.*\n)*", lambda _: table(), old, flags=re.M), encoding="utf-8")
    print(left())

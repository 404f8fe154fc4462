"""What a count of the linter's findings against marks made by hand looks like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from pactlang.lint.rule import Family

LEAST = 0.9
# For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`).
Counts = Mapping[Family, Counter[str]]


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

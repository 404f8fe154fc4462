"""The strip of weeks at a terminal: one sign a week, which tells by its shape and not by colour alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pactlang.day.weeks import Cell, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.words.page import Page

_SIGNS = {Mark.BROKEN: "●", Mark.OPEN: "○", Mark.LET_GO: "◇", Mark.KEPT: "■", Mark.PAUSED: "–", Mark.NOTHING: "·"}
_STYLES = {Mark.BROKEN: "mark", Mark.OPEN: "due", Mark.KEPT: "good"}
_QUIET = "□"
LEGEND = (
    "One sign is a week: ■ kept  □ nothing against it  ● something not kept",
    "○ open  ◇ let go, repaired, or a wish missed  – paused",
)


def strip(page: Page, cells: Sequence[Cell]) -> str:
    """The signs of some weeks, coloured where colour is wanted."""
    return "".join(page.mark(sign_of(cell), _STYLES.get(cell.mark, "dim")) for cell in cells)


def sign_of(cell: Cell) -> str:
    """One character for a week."""
    return _QUIET if cell.mark is Mark.KEPT and not cell.kept else _SIGNS[cell.mark]


def key_of(cells: Sequence[Cell]) -> str:
    """What the signs of some weeks mean, what stands out first.

    >>> key_of([Cell(date(2026, 1, 5), kept=1), Cell(date(2026, 1, 12), broken=1, kept=2), Cell(date(2026, 1, 19), quiet=True)])
    '● not kept  ■ kept  □ nothing against it'
    """
    found = {
        "let go": any(cell.waived for cell in cells),
        "repaired": any(cell.repaired for cell in cells),
        "a wish missed": any(cell.missed for cell in cells),
    }
    words = {Mark.NOTHING: "nothing to tell", Mark.LET_GO: ", or ".join(name for name, there in found.items() if there)}
    meant = {sign_of(cell): "nothing against it" if sign_of(cell) == _QUIET else str(words.get(cell.mark, cell.mark)) for cell in cells}
    return "  ".join(f"{sign} {meant[sign]}" for sign in (*_SIGNS.values(), _QUIET) if sign in meant)


def months_line(months: Sequence[tuple[str, int]]) -> str:
    """The names of months above the columns of their weeks, where there is room for them.

    >>> months_line([("Feb", 1), ("Mar", 4), ("Apr", 5), ("May", 1)])
    ' Mar Apr  May'
    """
    last = len(months) - 1
    return "".join((name if number > len(name) or place == last else "").ljust(number) for place, (name, number) in enumerate(months))


def month_columns(firsts: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """For each month, how many of the weeks begin in it, in order."""
    months: list[tuple[str, int]] = []
    for first in firsts:
        name = f"{date.fromordinal(first):%b}"
        if months and months[-1][0] == name:
            months[-1] = (name, months[-1][1] + 1)
        else:
            months.append((name, 1))
    return tuple(months)

"""The lines of a table in the canonical layout."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from pactlang.language.characters import columns_of
from pactlang.language.scanner import normalised
from pactlang.language.tokens import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = " " * 4


def table_lines(rows: Sequence[str]) -> list[str]:
    """The lines of a table with their columns one below the other; what stands in quotation marks is one cell.

    >>> table_lines(["activity Ana Ben", "overnight yes  ask"])
    ['activity     Ana    Ben', 'overnight    yes    ask']
    """
    split = [[normalised(row[first:after]) for first, after in cells_of(row)] for row in rows]
    columns = zip_longest(*split, fillvalue="")
    widths = [max(map(columns_of, column)) for column in columns]
    return [_row(cells, widths) for cells in split]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(cell + " " * (width - columns_of(cell)) for cell, width in zip(cells, widths, strict=False)).rstrip()

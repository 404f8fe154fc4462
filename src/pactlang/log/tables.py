"""What logs in tables (CSV, Parquet) have in common: which column is which, and what a cell of text holds.

A column is called as the key in JSON Lines. Lists are joined by `;`. A field NAME has a column of its own, `field.NAME`:
a table can then be sorted and summed by it, and no value needs an escape. An empty cell is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, field

from pactlang.diagnostics import nearest_spelling
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, REQUIRED
from pactlang.log.words import number

FIELD = "field."
COLUMNS = tuple(key for key in KEYS if key != "fields")
_ITEM = re.compile(r"""; *(?:("(?:[^"]|"")*")(?= *(?:;|$))|([^;]*))""")
_EXPECTED = f"{', '.join(COLUMNS)}, or {FIELD}NAME"


class Layout(Struct, frozen=True):
    """Where a table has what: the place of the column of each key (None: no such column) and of each field."""

    columns: tuple[int | None, ...] = ()
    fields: tuple[tuple[str, int], ...] = ()
    faults: tuple[Fault, ...] = field(default=())

    @property
    def readable(self) -> bool:
        """Whether there is enough to make entries of."""
        return all(self.columns[KEYS.index(key)] is not None for key in REQUIRED)


def layout(names: Sequence[str]) -> Layout:
    """The layout that the names of the columns say, with what is wrong with them.

    >>> found = layout(["at", "type", "wiht", "field.amount"])
    >>> found.fields, [(fault.message, fault.nearest) for fault in found.faults]
    ((('amount', 3),), [('No log has a column `wiht`.', 'with')])
    """
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for place, name in enumerate(names):
        if name in places:
            faults.append(Fault(Code.TABLE, f"Two columns are called `{name}`.", "one of them").of(f"key {name}"))
        elif name in COLUMNS or (name.startswith(FIELD) and len(name) > len(FIELD)):
            places[name] = place
        else:
            nearest = nearest_spelling(name, COLUMNS)
            faults.append(Fault(Code.KEY, f"No log has a column `{name}`.", _EXPECTED, nearest).of(f"key {name}"))
    for key in REQUIRED:
        if key not in places:
            faults.append(Fault(Code.TABLE, f"The table has no column `{key}`.", "the columns `at` and `type` at least"))
    columns = tuple(places.get(key) for key in KEYS)
    fields = tuple((name[len(FIELD) :], place) for name, place in places.items() if name.startswith(FIELD))
    return Layout(columns, fields, tuple(faults))


def split_list(cell: str) -> list[str]:
    """The items of a list in one cell. One with a `;` of its own goes in quotation marks, its own quotation marks doubled.

    >>> split_list("Ana; Ben"), split_list(""), split_list('Ana;"A;B"')
    (['Ana', 'Ben'], [], ['Ana', 'A;B'])
    """
    if '"' not in cell:
        return [item.strip() for item in cell.split(";")] if cell else []
    return [plain.strip() if plain else marked[1:-1].replace('""', '"') for marked, plain in _ITEM.findall(f";{cell}")]


def joined_list(items: Sequence[str]) -> str:
    """A list as one cell, as `split_list` reads it back.

    >>> joined_list(["Ana", "A;B"])
    'Ana;"A;B"'
    """
    return ";".join('"{}"'.format(item.replace('"', '""')) if ";" in item or '"' in item else item for item in items)


def field_value(cell: str) -> str | int | Decimal:
    """The value of a field: a number where the cell looks like one, unless it is in quotation marks of its own.

    >>> field_value("45"), field_value("45.50"), field_value('"45"'), field_value("condom")
    (45, Decimal('45.50'), '45', 'condom')
    """
    if cell.isascii() and cell.isdecimal() and len(cell) < 20:
        return int(cell)
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1]
    try:
        amount = number(cell)
    except Fault:
        return Decimal(cell)  # too long, as whoever checks the record will say
    return cell if amount is None else amount

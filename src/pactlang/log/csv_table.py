"""Logs as CSV: a header with the names of the columns (see `tables`), then one entry a row."""

from __future__ import annotations

import csv
from functools import lru_cache, partial
from io import BytesIO, TextIOWrapper

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, LISTS, Values
from pactlang.log.moments import Remember
from pactlang.log.places import decoded
from pactlang.log.reading import MOST_IN_LINE, Reading, enough
from pactlang.log.record import Records
from pactlang.log.record_faults import record_faults
from pactlang.log.tables import FIELD, Layout, field_value, layout, split_list
from pactlang.source import SourceFile

_FIELDS = KEYS.index("fields")
_MOST_FAULTS = 20
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def read_csv(data: bytes, name: str) -> Reading:
    """Read a log in CSV. All faults are found at once; none is raised.

    >>> reading = read_csv(b"at,type,by,field.amount\\n2026-09-08,expense,Ana;Ben,45\\n", "us.csv")
    >>> reading.entries[0].by, reading.entries[0].fields
    (('Ana', 'Ben'), {'amount': Decimal('45')})
    """
    entries: list[Entry] = []
    faults: list[tuple[int, Fault]] = []
    records = Records(name)
    # Lines end where `SourceFile` ends them; a strict reader does not swallow the rest of the file after a lost quote.
    lines = TextIOWrapper(BytesIO(data), "utf-8-sig", errors="replace", newline="\n")
    reader = csv.reader(lines, strict=True)
    table: _Rows | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as wrong:
            faults.append((line, _broken(str(wrong))))
            if table is None:
                break
            continue
        if not any(cells):
            continue
        if enough(faults, line):
            break
        if table is None:
            found = layout(cells)
            faults.extend((line, fault) for fault in _header_faults(cells, found))
            if not found.readable:
                break
            table = _Rows(found, len(cells))
            continue
        if len(cells) > table.width:
            message = f"This row has {len(cells)} cells; the header has {table.width}."
            faults.append((line, Fault(Code.TABLE, message, "as many cells as columns; a cell with a comma in quotation marks")))
            continue
        values = table.values(cells)
        entry = records.entry(values, line, len(entries))
        if entry is not None:
            entries.append(entry)
        else:
            faults.extend((line, fault) for fault in record_faults(values)[:MOST_IN_LINE] or [_broken("it cannot be read")])
    return Reading(entries, faults, partial(decoded, data), find_in_row)


class _Rows:
    """Turns the cells of a row into the values of a record."""

    def __init__(self, found: Layout, width: int) -> None:
        self.width = width
        self._places = tuple(width if place is None else place for place in found.columns)
        lists = (KEYS.index(key) for key in LISTS)
        self._lists = tuple((at, place) for at in lists if (place := found.columns[at]) is not None)
        self._fields = found.fields
        self._split = Remember(split_list)
        self._value = Remember(field_value)

    def values(self, cells: list[str]) -> Values:
        cells += [""] * (self.width + 1 - len(cells))  # the last one stands for the columns that the table has not
        values: list[object] = [cells[place] for place in self._places]
        for at, place in self._lists:
            values[at] = self._split[cells[place]]
        values[_FIELDS] = {name: self._value[cells[place]] for name, place in self._fields if cells[place]}
        return tuple(values)


def _header_faults(cells: list[str], found: Layout) -> list[Fault]:
    for separator, called in _OTHER_SEPARATORS.items():
        if len(cells) == 1 and separator in cells[0]:
            return [Fault(Code.TABLE, f"The columns are separated by {called}.", "commas between columns, `;` between items of a list")]
    return list(found.faults[:_MOST_FAULTS])  # each is looked for in the header


def _broken(told: str) -> Fault:
    return Fault(Code.TABLE, f"This row is not CSV: {told}.", "cells with commas or quotation marks inside quotation marks")


def find_in_row(file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    """Where a cell stands, or an item of a list in it, as offsets in the file; None where the row has no such cell.

    >>> file = SourceFile("us.csv", "at,type,by\\n2026-09-08,test,Ana;Ben\\n")
    >>> file.span(*find_in_row(file, 2, "by", 1)).text
    'Ben'
    """
    kind, _, name = key.partition(" ") if " " in key else ("", "", key)
    column = FIELD + name if kind in ("field", "value") else name
    cells = _cells(file, line)
    place = _header(file.text).get(column, len(cells))
    if place >= len(cells):
        return None
    start, end = cells[place]
    text = file.text[start:end]
    if key in LISTS and text[:1] != '"':
        items = text.split(";")[: index + 1]
        end = start + len(";".join(items))
        start = end - len(items[-1].lstrip())
    return start, end


@lru_cache(maxsize=2)
def _header(text: str) -> dict[str, int]:
    """The columns of a table by their names; of two with one name, the last."""
    file = SourceFile("", text)
    line = next((number for number in range(1, file.line_count + 1) if file.line_text(number).strip()), 1)
    return {_bare(text[start:end]): place for place, (start, end) in enumerate(_cells(file, line))}


def _cells(file: SourceFile, line: int) -> list[tuple[int, int]]:
    """The places of the cells of the row that starts on a line, without the spaces around them."""
    text, place = file.text, file.line_start(line)
    found: list[tuple[int, int]] = []
    start, quoted = place, False
    while True:
        character = text[place : place + 1]
        if character == '"' and (quoted or place == start):
            quoted = not quoted or text[place + 1 : place + 2] == '"'
            place += quoted and place > start
        if not character or (not quoted and character in ",\n"):
            cell = text[start:place]
            left = len(cell) - len(cell.lstrip())
            found.append((start + min(left, len(cell)), start + max(left, len(cell.rstrip()))))
            if character != ",":
                return found
            start = place + 1
        place += 1


def _bare(cell: str) -> str:
    return cell[1:-1].replace('""', '"').strip() if cell[:1] == '"' else cell

"""Logs as CSV: a header with the names of the columns (see `tables`), then one entry a row, as spreadsheets write them (see `cells`)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import partial
from io import StringIO

from msgspec import Struct

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.keys import KEYS, LISTS, Value, Values
from pactlang.log.reading import MOST_IN_LINE, Reading, enough
from pactlang.log.record import Records
from pactlang.log.table_settings import NOT_SAID, TableSettings
from pactlang.log.table_values import Cells, with_faults
from pactlang.log.tables import Layout, items_of, layout
from pactlang.source import SourceFile

_FIELDS = KEYS.index("fields")
_SEPARATORS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?[ ,;\t]*(?:\r?\n|$)", re.IGNORECASE).match  # the first line that Excel writes and reads
_LOST = "text saved as UTF-8 (in Excel: “CSV UTF-8”; in LibreOffice: “Unicode (UTF-8)”)"
_TITLE_ROWS = 10


def read_csv(data: bytes, name: str, settings: TableSettings = NOT_SAID) -> Reading:
    """Read a log in CSV. All faults are found at once; none is raised.

    >>> reading = read_csv(b"at;type;by;field.amount\\n31.01.2026;expense;Ana, Ben;45,50\\n", "us.csv")
    >>> reading.entries[0].by, reading.entries[0].fields
    (('Ana', 'Ben'), {'amount': Decimal('45.50')})
    """
    entries: list[Entry] = []
    faults: list[tuple[int, Fault]] = []
    records = Records(name)
    text = table_text(data)
    head = _head(text, settings)
    make_text, find = partial(table_text, data), partial(_find, head)
    faults.extend((head.line, fault) for fault in head.layout.faults)
    if not head.layout.readable:
        return Reading([], faults, make_text, find)
    table = _Rows(head.layout, settings)
    for line, cells, _ in _rows(text, head.separator, head.last):
        if enough(faults, line):
            break
        if isinstance(cells, Fault):
            faults.append((line, cells))
            continue
        values, wrong = table.values(cells)
        entry = None if wrong else records.entry(values, line, len(entries))
        if entry is not None:
            entries.append(entry)
            continue
        for fault in with_faults(wrong, values)[:MOST_IN_LINE] or [_broken("it cannot be read")]:
            if fault.code is Code.ENCODING:
                fault.expected = _LOST
            faults.append((line, fault))
    return Reading(entries, faults, make_text, find)


def table_text(data: bytes) -> str:
    """The text of a table: UTF-8 or UTF-16, as the first bytes say. A return alone ends a line, too.

    >>> table_text("at,type".encode("utf-16")), table_text(b"at\\r2026-01-09\\r")
    ('at,type', 'at\\n2026-01-09\\n')
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    elif data[1:2] == b"\0" or (data[:1] == b"\0" and data[1:2]):
        text = data.decode("utf-16-le" if data[:1] != b"\0" else "utf-16-be", errors="replace")
    else:
        text = data.decode("utf-8-sig", errors="replace")
    return re.sub("\r(?!\n)", "\n", text) if "\r" in text else text


class _Head(Struct, frozen=True):
    """What separates the cells of a table, the first and the last line of its header, and which column is which."""

    separator: str
    line: int
    last: int
    layout: Layout


def _head(text: str, settings: TableSettings) -> _Head:
    """The header of a table, with what is wrong with it. The separator is the one that gives the columns that are needed."""
    said = _SEPARATOR_LINE(text)
    heads: list[_Head] = []
    for separator in [said[1]] if said else _SEPARATORS:
        first = next(_rows(text, separator, 1 if said else 0), None)
        if first is None:
            return _Head(separator, 1, 1, Layout())
        line, cells, last = first
        heads.append(_Head(separator, line, last, Layout(faults=(cells,)) if isinstance(cells, Fault) else layout(cells, settings)))
        if heads[-1].layout.readable:
            return heads[-1]
    best = max(heads, key=lambda head: (sum(place is not None for place in head.layout.columns), len(head.layout.names)))
    for line, cells, _ in _rows(text, best.separator, best.last):
        if line > best.line + _TITLE_ROWS:
            break
        if not isinstance(cells, Fault) and layout(cells, settings).readable:
            message = f"The names of the columns are in line {line}, below something else."
            fault = Fault(Code.TABLE, message, "the names of the columns in the first row, without a title above them")
            return _Head(best.separator, best.line, best.last, Layout(faults=(fault,)))
    return best


def _rows(text: str, separator: str, after: int) -> Iterator[tuple[int, list[str] | Fault, int]]:
    """The rows below a line that hold anything: their first line, their stripped cells or what is wrong with them, and their last line."""
    # Lines end where `SourceFile` ends them; a strict reader does not swallow the rest of the file after a lost quote.
    lines = StringIO(text, newline="\n")
    for _ in range(after):
        lines.readline()
    reader = csv.reader(lines, strict=True, delimiter=separator)
    while True:
        line = after + reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as wrong:
            yield line, _broken(str(wrong)), after + reader.line_num
            continue
        if any(cells):
            yield line, cells, after + reader.line_num


class _Rows:
    """Turns the cells of a row into the values of a record."""

    def __init__(self, found: Layout, settings: TableSettings) -> None:
        self._width = width = len(found.names)
        self._places = tuple(width if place is None else place for place in found.columns)
        self._fields = found.fields
        self._nameless = found.nameless
        self._cells = Cells(found, settings)

    def values(self, cells: list[str]) -> tuple[Values, list[Fault]]:
        """The values of a row, and what is wrong with its cells."""
        faults: list[Fault] = []
        width = self._width
        if len(cells) > width:
            if any(cells[width:]):
                message = f"This row has {len(cells)} cells; the header has {width}."
                faults.append(Fault(Code.TABLE, message, "as many cells as columns; a cell with a separator of its own in quotation marks"))
            del cells[width:]
        cells += [""] * (width + 1 - len(cells))  # the last one stands for the columns that the table has not
        for place in self._nameless:
            if cells[place] and not (place == 0 and cells[0].isdecimal()):
                faults.append(
                    Fault(Code.TABLE, "This cell is in a column without a name.", "a name in the first row").of(f"column {place}")
                )
        values: list[Value] = [cells[place] for place in self._places]
        values[_FIELDS] = {name: cells[place] for name, place in self._fields if cells[place]}
        meant, wrong = self._cells.meant(values)
        return meant, faults + wrong


def _broken(told: str) -> Fault:
    return Fault(Code.TABLE, f"This row is not CSV: {told}.", "cells with separators or quotation marks inside quotation marks")


def _find(head: _Head, file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    """Where a cell stands, or an item of a list in it, as offsets in the file; None where the row has no such cell."""
    cells = _cells(file, line, head.separator)
    place = head.layout.place(key)
    if place is None or place >= len(cells):
        return None
    start, end = cells[place]
    text = file.text[start:end]
    if key in LISTS and text[:1] != '"':
        item = list(items_of(text))[index : index + 1]
        return (start + item[0][0], start + item[0][1]) if item else (start, end)
    return start, end


def _cells(file: SourceFile, line: int, separator: str) -> list[tuple[int, int]]:
    """The places of the cells of the row that starts on a line, without the spaces around them."""
    text, place = file.text, file.line_start(line)
    found: list[tuple[int, int]] = []
    start, quoted = place, False
    while True:
        character = text[place : place + 1]
        if character == '"' and (quoted or place == start):
            quoted = not quoted or text[place + 1 : place + 2] == '"'
            place += quoted and place > start
        if not character or (not quoted and character in (separator, "\n")):
            cell = text[start:place]
            left = len(cell) - len(cell.lstrip())
            found.append((start + min(left, len(cell)), start + max(left, len(cell.rstrip()))))
            if character != separator:
                return found
            start = place + 1
        place += 1

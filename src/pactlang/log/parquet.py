"""Logs as Parquet: columns as in `tables`, lists as lists or joined by `;`, moments as text or as timestamps. Needs pyarrow."""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import Any

from pactlang.log.codes import Code
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.json_places import find_in_object
from pactlang.log.keys import KEYS, Values
from pactlang.log.moments import Remember
from pactlang.log.parquet_quick import QuickRows
from pactlang.log.reading import MOST_IN_LINE, Reading, enough
from pactlang.log.record import Records
from pactlang.log.table_settings import NOT_SAID, TableSettings
from pactlang.log.table_values import Cells, with_faults
from pactlang.log.tables import FIELD, Layout, layout

_BATCH = 1 << 16
MOST_ROWS = 2_000_000
MOST_UNPACKED = 200_000_000  # bytes
_FIELDS = KEYS.index("fields")
_Column = list[Any]


def read_parquet(data: bytes, name: str, settings: TableSettings = NOT_SAID) -> Reading:
    """Read a log in Parquet. All faults are found at once; none is raised. The line of an entry is its row.

    A place in such a log is shown in its row, written as JSON.

    >>> reading = read_parquet(b"no table", "us.parquet")
    >>> reading.faults[0][1].code.name
    'TABLE'
    """
    try:
        import pyarrow as pa  # noqa: F401 - only asked for; `_batches` uses it
    except ImportError:
        fault = Fault(Code.PACKAGE, "Reading Parquet needs pyarrow, which is not installed.", "`pip install 'pactlang[parquet]'`")
        return Reading([], [(1, fault)], str, find_in_object)
    return _read(lambda: _batches(data, settings), name, settings)


def read_table(table: Any, name: str, settings: TableSettings = NOT_SAID) -> Reading:
    """Read a log from a table or a batch of pyarrow in memory, as `read_parquet` reads the same table from a file."""
    return _read(lambda: _batches_of(table, settings), name, settings)


class _Columns:
    """Some rows of a table: as pyarrow has them, and as values of columns."""

    def __init__(self, pa: Any, batch: Any, converters: Sequence[Callable[[Any], _Column]]) -> None:
        self.pa, self.batch = pa, batch
        self._converters = converters

    def values(self) -> list[_Column]:
        """The values of each column. Raises `_UnreadableError`."""
        if self.batch is None:
            return [[] for _ in self._converters]
        with _told_plainly(self.pa):
            return [convert(column) for convert, column in zip(self._converters, self.batch.columns, strict=True)]


_Batches = Iterator[tuple[Layout, _Columns]]


def _read(batches: Callable[[], _Batches], name: str, settings: TableSettings) -> Reading:
    entries: list[Entry] = []
    faults: list[tuple[int, Fault]] = []
    as_text = partial(_as_text, batches)
    records = Records(name)
    row = 0
    quick: QuickRows | None = None
    try:
        for found, columns in batches():
            if row == 0:
                faults.extend((1, fault) for fault in found.faults)
                if not found.readable:
                    break
            cells = Cells(found, settings, typed=True)
            if settings is NOT_SAID and columns.batch is not None:
                quick = quick or QuickRows(columns.pa, found, records, cells)
                known = quick.entries(columns.batch, row + 1, len(entries))
                if known is not None:
                    entries += known
                    row += len(known)
                    continue
            for given in _rows(found, columns.values()):
                row += 1
                values, wrong = cells.meant(list(given))
                entry = None if wrong else records.entry(values, row, len(entries))
                if entry is not None:
                    entries.append(entry)
                else:
                    wrong = with_faults(wrong, values)
                    faults.extend((row, fault) for fault in wrong[:MOST_IN_LINE] or [_unreadable("this row")])
                    if enough(faults, row):
                        return Reading(entries, faults, as_text, find_in_object)
    except _UnreadableError as wrong:
        faults.append((row + 1, _unreadable(str(wrong))))
    return Reading(entries, faults, as_text, find_in_object)


class _UnreadableError(Exception):
    """The bytes are no Parquet table that a log can be read from."""


def _unreadable(told: str) -> Fault:
    return Fault(Code.TABLE, f"This Parquet table cannot be read: {told}.", "a table with one entry a row")


def _batches(data: bytes, settings: TableSettings) -> _Batches:
    """The columns of a table, some rows at a time. An empty table gives one empty batch. Raises `_UnreadableError`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    with _told_plainly(pa):
        file = _opened(pa, pq, data)
        yield from _columns(pa, file.schema_arrow, file.iter_batches(_BATCH), settings)


def _batches_of(table: Any, settings: TableSettings) -> _Batches:
    """The columns of a table in memory; the fields of an entry may also be one column of records, `fields`, as in JSON Lines."""
    import pyarrow as pa

    with _told_plainly(pa):
        whole = table if isinstance(table, pa.Table) else pa.Table.from_batches([table])
        place = whole.schema.get_field_index(KEYS[_FIELDS])
        if place >= 0 and pa.types.is_struct(kind := whole.schema.field(place).type):
            parts = whole.column(place).combine_chunks().flatten() if kind.num_fields else []
            whole = whole.remove_column(place)
            for part, values in zip(kind, parts, strict=True):
                whole = whole.append_column(f"{FIELD}{part.name}", values)
        yield from _columns(pa, whole.schema, iter(whole.to_batches(_BATCH)), settings)


@contextmanager
def _told_plainly(pa: Any) -> Iterator[None]:
    try:
        yield
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError, OverflowError, MemoryError) as wrong:
        raise _UnreadableError(str(wrong).splitlines()[0].rstrip(".") if str(wrong) else "it is damaged") from wrong


def _columns(pa: Any, schema: Any, batches: Iterator[Any], settings: TableSettings) -> _Batches:
    found = layout(schema.names, settings)
    texts = _Texts(pa)
    converters = [_converter(pa, field.type) for field in schema]
    empty = True
    for batch in batches:
        empty = False
        texts.weigh(batch.columns)
        yield found, _Columns(pa, batch, converters)
    if empty:
        yield found, _Columns(pa, None, converters)


def _opened(pa: Any, pq: Any, data: bytes) -> Any:
    """A table whose size is known before any of it is read: a few bytes may stand for millions of rows, or for one text in each of them.

    Texts are read as numbers of a list of different texts, so that one that comes often is there once. Raises `_UnreadableError`.
    """
    told = pq.read_metadata(pa.BufferReader(data))
    parts = [told.row_group(number) for number in range(told.num_row_groups)]
    if sum(part.total_byte_size for part in parts) > MOST_UNPACKED:
        raise _UnreadableError(f"unpacked it is larger than {MOST_UNPACKED // 1_000_000} MB")
    whole = pq.ParquetFile(pa.BufferReader(data))
    values = sum(values_in(whole, number) for number in range(len(parts)))
    if told.num_rows > MOST_ROWS or values > MOST_ROWS * 20:
        raise _UnreadableError(f"it has more than {MOST_ROWS:,} rows")
    schema = told.schema.to_arrow_schema()
    texts = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)]
    return pq.ParquetFile(pa.BufferReader(data), read_dictionary=texts)


def values_in(whole: Any, number: int) -> int:
    """How many values a row group of an opened file holds. Raises what pyarrow does if it is damaged.

    Asking about a column that is described wrongly ends the process; reading a row of it first raises instead.
    """
    next(whole.iter_batches(1, row_groups=[number]), None)
    part = whole.metadata.row_group(number)
    return sum(part.column(place).num_values for place in range(part.num_columns))


class _Texts:
    """How much the texts of all columns are, were each there as often as it comes; Parquet holds each of them once.

    Raises `ValueError` where that is more than anybody wrote.
    """

    def __init__(self, pa: Any) -> None:
        self._types = pa.types
        self._left = MOST_UNPACKED

    def weigh(self, columns: Iterable[Any]) -> None:
        """Count the texts of some rows."""
        import pyarrow.compute as pc

        for column in columns:
            if self._types.is_dictionary(column.type):
                self._left -= pc.sum(pc.take(pc.utf8_length(column.dictionary).cast("int64"), column.indices)).as_py() or 0
        if self._left < 0:
            raise ValueError(f"unpacked it is larger than {MOST_UNPACKED // 1_000_000} MB")


def _unpacked(column: Any) -> _Column:
    different = column.dictionary.to_pylist()
    return [None if place is None else different[place] for place in column.indices.to_pylist()]


def _converter(pa: Any, kind: Any) -> Callable[[Any], _Column]:
    """How to turn a column into values as JSON Lines has them."""
    types = pa.types
    if types.is_timestamp(kind):
        # Nanoseconds need another package; a log goes to the second.
        whole = pa.timestamp("us", kind.tz)
        return lambda column: [moment and moment.isoformat() for moment in column.cast(whole).to_pylist()]
    if types.is_date(kind):
        return lambda column: [day and day.isoformat() for day in column.cast(pa.date32()).to_pylist()]
    if types.is_time(kind):
        whole = pa.time64("us")
        return lambda column: [time and time.isoformat() for time in column.cast(whole).to_pylist()]
    if types.is_floating(kind):
        width = next((form for form, same in (("e", types.is_float16), ("f", types.is_float32)) if same(kind)), "d")
        decimals = Remember(partial(_decimal, width))
        return lambda column: [decimals[number] for number in column.to_pylist()]
    if types.is_dictionary(kind):
        return _unpacked
    return lambda column: column.to_pylist()


def _decimal(width: str, number: float | None) -> Decimal | None:
    """The shortest decimal that a float of this width stands for: 62.4, and not 62.400001525878906, which is what 32 bits make of it."""
    if number is None or number != number:
        return None
    if width == "d" or number in (math.inf, -math.inf):
        return Decimal(repr(number))
    shorter = (Decimal(f"{number:.{digits}g}") for digits in range(1, 10))
    return next(one for one in shorter if struct.unpack(width, struct.pack(width, one))[0] == number)


def _rows(found: Layout, columns: list[_Column]) -> Iterator[Values]:
    count = len(columns[0]) if columns else 0
    nothing: _Column = [None] * count
    fields = [(name, columns[place]) for name, place in found.fields]
    parts = [nothing if place is None else columns[place] for place in found.columns]
    parts[_FIELDS] = [{name: column[row] for name, column in fields if column[row] is not None} for row in range(count)]
    return zip(*parts, strict=True)


def _as_text(batches: Callable[[], _Batches]) -> str:
    """Every row as JSON, a line each, to point at."""
    lines: list[str] = []
    encode = json.JSONEncoder(ensure_ascii=False, default=str).encode
    try:
        for found, columns in batches():
            for values in _rows(found, columns.values()):
                lines.append(encode({key: value for key, value in zip(KEYS, values, strict=True) if value or value == 0}))
    except _UnreadableError:
        pass  # what could be read is shown
    return "\n".join(lines)

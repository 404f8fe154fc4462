"""Parquet in a dataset of many agreements: one row group at a time. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pactlang.fleet.index import AGREEMENT, MOST_ROWS, TEXT, Block, Lost, name_of
from pactlang.inputs.files import InputError
from pactlang.log.parquet import MOST_UNPACKED, values_in

if TYPE_CHECKING:
    from pactlang.fleet.index import Index


def needed() -> None:
    """Raise `InputError` where pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401, ICN001 - only asked for
    except ImportError:
        raise InputError("Parquet needs pyarrow, which is not installed: pip install 'pactlang[parquet]'") from None


def look_at(index: Index, number: int, path: Path) -> None:
    """Add the agreements of a file to an index. Raises `InputError`."""
    needed()
    import pyarrow.compute as pc

    with _told(path):
        file = _opened(path)
        if AGREEMENT not in file.schema_arrow.names:
            raise InputError(f"{path} has no column {AGREEMENT!r}, which says which agreement a row is of")
        row = 0
        for group in range(file.metadata.num_row_groups):
            index.blocks.append(Block(number, group, 0))
            column = file.read_row_group(group, columns=[AGREEMENT]).column(0)
            if column.null_count:
                index.lost.extend(Lost(number, row + place + 1) for place in pc.indices_nonzero(pc.is_null(column)).to_pylist())
            for one in pc.value_counts(column).to_pylist():
                name = name_of(one["values"])
                if name is not None:
                    index.add(name, one["counts"])
                elif one["values"] is not None:
                    places = pc.indices_nonzero(pc.equal(column, one["values"])).to_pylist()
                    index.lost.extend(Lost(number, row + place + 1) for place in places)
            row += len(column)


class Tables:
    """Row groups of some files. The newest one is kept as it was read: the next piece is mostly in it, too."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._file: tuple[int, Any] = (-1, None)
        self._block: Block | None = None
        self._table: Any = None
        self._places: dict[str, list[int]] = {}

    def of(self, blocks: Sequence[Block], wanted: dict[str, None]) -> dict[str, tuple[list[str], Any, str]]:
        """What blocks hold of some agreements: texts, a table of rows (None: no row), and why it cannot be had."""
        import pyarrow as pa

        texts: dict[str, list[str]] = {}
        tables: dict[str, list[Any]] = {}
        for block in blocks:
            with _told(self._paths[block.file]):
                for name, own in self._by_agreement(block, wanted):
                    table, brought = without_text(own)
                    texts.setdefault(name, []).extend(brought)
                    tables.setdefault(name, []).extend([table] if table.num_rows else [])
        found = {}
        for name, parts in tables.items():
            fault, whole = "", None
            try:
                whole = pa.concat_tables(parts, promote_options="permissive") if len(parts) > 1 else parts[0] if parts else None
            except (pa.ArrowException, ValueError, TypeError):
                fault = "Its rows are in tables whose columns are not alike."
            if whole is not None and whole.num_rows > MOST_ROWS:
                fault = f"It has more than {MOST_ROWS:,} rows."
            found[name] = (texts.get(name, []), whole, fault)
        return found

    def _by_agreement(self, block: Block, wanted: dict[str, None]) -> Iterator[tuple[str, Any]]:
        """The rows of each agreement that is wanted, in their order, without the column that names it."""
        if block != self._block:
            self._table, self._places = None, {}
            if self._file[0] != block.file:
                self._file = block.file, _opened(self._paths[block.file])
            whole = self._file[1].read_row_group(block.start)
            column = whole.schema.get_field_index(AGREEMENT)
            for place, given in enumerate(whole.column(column).to_pylist()):
                name = name_of(given)
                if name is not None:
                    self._places.setdefault(name, []).append(place)
            self._block, self._table = block, whole.remove_column(column)
        for name in wanted:
            rows = self._places.get(name)
            if rows:
                together = rows[-1] - rows[0] == len(rows) - 1
                yield name, self._table.slice(rows[0], len(rows)) if together else self._table.take(rows)


def without_text(table: Any) -> tuple[Any, list[str]]:
    """A table without the column of texts and without the rows that bring nothing else; and the different texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    place = table.schema.get_field_index(TEXT)
    if place < 0:
        return table, []
    column = table.column(place)
    rest = table.remove_column(place)
    found = [str(text) for text in pc.unique(column.cast(pa.string())).to_pylist() if text is not None]
    if not rest.num_columns:
        return rest.slice(0, 0), found
    if column.null_count < len(column):
        entry = pc.is_null(column)
        for other in rest.columns:
            entry = pc.or_(entry, pc.is_valid(other))
        rest = rest.filter(entry)
    return rest, found


@contextmanager
def _told(path: Path) -> Iterator[None]:
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError, OverflowError) as wrong:
        if isinstance(wrong, OSError) and wrong.errno is not None:
            raise  # the system says so, and not pyarrow
        why = str(wrong).splitlines()[0].rstrip(".") if str(wrong) else "it is damaged"
        raise InputError(f"{path} cannot be read as Parquet: {why}") from None


def _opened(path: Path) -> Any:
    """A file whose every row group can be held: what is in it may be far larger than it is. Texts are numbers of a list of texts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    told = pq.read_metadata(path)
    whole = pq.ParquetFile(path)
    for number in range(told.num_row_groups):
        part = told.row_group(number)
        if part.total_byte_size > MOST_UNPACKED or part.num_rows > MOST_ROWS or values_in(whole, number) > MOST_ROWS * 20:
            raise InputError(f"{path} has a row group that is larger than {MOST_UNPACKED // 1_000_000} MB or {MOST_ROWS:,} rows")
    schema = whole.schema_arrow
    texts = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)]
    return pq.ParquetFile(path, read_dictionary=texts)

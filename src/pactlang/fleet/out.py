"""Findings of many agreements as a file: JSON Lines as they came, or a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from pactlang.fleet.dataset import LINES, TABLES
from pactlang.inputs.files import InputError

Write = Callable[[BinaryIO, Iterable[bytes], bool], None]
_KIND = b"pactlang/fleet/1"
_FIRST = b'{"agreement":'
_GROUP = 100_000  # rows of a row group


def writer(out: str) -> Write:
    """What writes a file of that name. Raises `InputError` where it is no name for findings, or where somebody else's file stands there."""
    path = Path(out)
    ending = path.suffix.lower()
    if ending not in TABLES + LINES:
        raise InputError(f"{out}: the name of the findings must end in .parquet or .jsonl")
    if ending in TABLES:
        from pactlang.fleet.parquet import needed

        needed()
    if path.exists() and not (_is_table(path) if ending in TABLES else _is_lines(path)):
        raise InputError(f"{out} already exists and holds no findings that pact wrote; nothing was judged. Choose another name")
    return _write_table if ending in TABLES else _write_lines


def _is_lines(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            first = file.read(len(_FIRST))
    except OSError:
        return False
    return first in (b"", _FIRST)


def _is_table(path: Path) -> bool:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return bool((pq.read_schema(path).metadata or {}).get(b"pactlang") == _KIND)
    except (pa.ArrowException, OSError, ValueError):
        return False


def _write_lines(file: BinaryIO, pieces: Iterable[bytes], names: bool) -> None:
    for piece in pieces:
        file.write(piece)


def schema(names: bool) -> Any:
    """The columns of findings."""
    import pyarrow as pa

    text, number = pa.string(), pa.float64()
    columns = [
        ("agreement", text),
        ("status", text),
        ("id", text),
        ("clause", text),
        ("sentence", pa.int32()),
        ("form", text),
        ("at", text),
        ("due", text),
        ("measured", number),
        ("limit", number),
        ("unit", text),
        ("count", pa.int64()),
        ("rows", pa.list_(pa.int64())),
        ("repaired", pa.bool_()),
        ("disputed", pa.bool_()),
        ("code", text),
    ]
    if names:
        columns += [("who", pa.list_(text)), ("with", pa.list_(text)), ("message", text)]
    return pa.schema(columns, metadata={b"pactlang": _KIND})


def _write_table(file: BinaryIO, pieces: Iterable[bytes], names: bool) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = schema(names)
    decode = msgspec.json.decode
    rows: list[dict[str, Any]] = []
    with pq.ParquetWriter(pa.PythonFile(file, mode="w"), columns, compression="zstd") as table:

        def flush(least: int) -> None:
            while len(rows) >= least and rows:
                table.write_table(pa.Table.from_pylist(rows[:_GROUP], schema=columns))
                del rows[:_GROUP]

        for piece in pieces:
            rows += [decode(line) for line in piece.splitlines()]
            flush(_GROUP)
        flush(0)

"""A dataset of entries of many agreements, read piece by piece: what is in which part of it, and the rows of some agreements.

Files are looked at once, for who is where; then only the parts that a piece needs are read, so that memory does not grow with the dataset.
Nothing here trusts what it reads: a name in it is never a path, and a line or a part that is too large is not read whole.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from pactlang.fleet.index import AGREEMENT, MOST_NAME, MOST_ROWS, TEXT, Block, Index, Lost, name_of
from pactlang.inputs.files import InputError

if TYPE_CHECKING:
    from pactlang.fleet.parquet import Tables

TABLES = (".parquet",)
LINES = (".jsonl", ".ndjson")
BLOCK = 1 << 22  # bytes of JSON Lines that are read at once; a longer line is none


class Part(NamedTuple):
    """What a piece holds of one agreement: its texts, and its rows, as `judge_rows` takes them; or why they cannot be had."""

    texts: list[str]
    rows: Any
    fault: str = ""


def files_of(place: Path, what: str) -> list[Path]:
    """The files of a dataset: the one that is named, or all in a folder, in order of their names. Raises `InputError`."""
    if not place.is_dir():
        if place.suffix.lower() not in TABLES + LINES:
            raise InputError(f"{place} is not {what}: name a file that ends in .parquet or .jsonl, or a folder of such files")
        if not place.exists():
            raise InputError(f"there is no file {place}")
        return [place]
    found = []
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if name[:1] not in "._")
        found += [Path(folder, name) for name in sorted(names) if name[:1] not in "._" and name.lower().endswith(TABLES + LINES)]
    home = os.path.realpath(place)
    for path in found:
        if not Path(os.path.realpath(path)).is_relative_to(home):
            raise InputError(f"{path} is a link that leads out of its folder; to read it anyway, name it")
    if not found:
        raise InputError(f"there is no file in {place} that ends in .parquet or .jsonl")
    return found


def state_of(path: Path) -> list[int]:
    """What tells whether a file is still the same: its size, and when it was last written. Raises `InputError`."""
    try:
        state = path.stat()
    except (OSError, ValueError) as problem:
        raise InputError(f"{path} cannot be read: {getattr(problem, 'strerror', '') or problem}") from None
    if not stat.S_ISREG(state.st_mode):
        raise InputError(f"{path} is not an ordinary file")
    return [state.st_size, state.st_mtime_ns]


def look(paths: Sequence[Path]) -> Index:
    """Look over all files for who is where. Raises `InputError` where a file is none of a dataset."""
    index = Index()
    for number, path in enumerate(paths):
        try:
            if path.suffix.lower() in TABLES:
                from pactlang.fleet.parquet import look_at

                look_at(index, number, path)
            else:
                _look_at_lines(index, number, path)
        except OSError as problem:
            raise InputError(f"{path} cannot be read: {problem.strerror or problem}") from None
    return index


class Reader:
    """Reads what blocks of some files hold of some agreements."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._tables: Tables | None = None

    def parts(self, blocks: Sequence[Block], agreements: Sequence[str]) -> dict[str, Part]:
        """What is there of each of these agreements. Raises `InputError` where a file cannot be read."""
        wanted = dict.fromkeys(agreements)
        tables = [block for block in blocks if not block.end]
        found = _lines_of(self._paths, [block for block in blocks if block.end], wanted)
        if tables:
            from pactlang.fleet.parquet import Tables

            self._tables = self._tables or Tables(self._paths)
            for name, (texts, table, fault) in self._tables.of(tables, wanted).items():
                other = found.get(name, Part([], b""))
                if table is None or not other.rows:
                    found[name] = Part(other.texts + texts, other.rows if table is None else table, fault or other.fault)
                else:
                    found[name] = Part([], b"", "Its rows are partly JSON Lines and partly Parquet.")
        return found


class _Who(msgspec.Struct):
    agreement: str | int | None = None


def _look_at_lines(index: Index, number: int, path: Path) -> None:
    who = msgspec.json.Decoder(_Who).decode
    row = 0
    for start, data in _cut(path):
        index.blocks.append(Block(number, start, start + len(data)))
        counts: dict[str, int] = {}
        for line in data.splitlines():
            row += 1
            if not line or line.isspace():
                continue
            try:
                name = name_of(who(line).agreement)
            except (ValueError, RecursionError):
                name = _named_in(line)
            if name is None:
                index.lost.append(Lost(number, row))
            else:
                counts[name] = counts.get(name, 0) + 1
        for name, count in counts.items():
            index.add(name, count)


def _named_in(line: bytes) -> str | None:
    """Which agreement a line that cannot be read speaks of, if that can be told: then only this one goes without an answer."""
    start = line.find(b'"agreement"')
    if start < 0:
        return None
    after = line[start + len(b'"agreement"') :].lstrip()
    if after[:1] != b":":
        return None
    value = after[1:].lstrip()[: 6 * MOST_NAME]
    end = value.find(b'"', 1) + 1 if value[:1] == b'"' else next((at for at, one in enumerate(value) if one not in b"-0123456789"), 0)
    try:
        return name_of(msgspec.json.decode(value[:end])) if end else None
    except ValueError:
        return None


def _cut(path: Path) -> Iterator[tuple[int, bytes]]:
    """A file in blocks of whole lines, each with its place. Of a line that is longer than a block there is the beginning: it is broken."""
    with path.open("rb") as file:
        start = 3 if file.read(3) == b"\xef\xbb\xbf" else 0
        file.seek(start)
        while data := file.read(BLOCK):
            end = data.rfind(b"\n") + 1
            if not end and len(data) == BLOCK:
                yield start, data[: 6 * MOST_NAME]
                after = len(data)
                while (more := file.read(BLOCK)) and b"\n" not in more:
                    after += len(more)
                start += after + more.find(b"\n") + 1
            else:
                end = end if len(data) == BLOCK else len(data)
                yield start, data[:end]
                start += end
            file.seek(start)


def _lines_of(paths: Sequence[Path], blocks: Sequence[Block], wanted: dict[str, None]) -> dict[str, Part]:
    who = msgspec.json.Decoder(_Who).decode
    whole = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
    texts: dict[str, list[str]] = {}
    rows: dict[str, list[bytes]] = {}
    faults: dict[str, str] = {}
    for block in blocks:
        with paths[block.file].open("rb") as file:
            file.seek(block.start)
            data = file.read(block.end - block.start)
        for line in data.splitlines():
            if not line or line.isspace():
                continue
            try:
                name = name_of(who(line).agreement)
                if name not in wanted or name is None:
                    continue
                found = whole(line)
                text = msgspec.json.decode(found.pop(TEXT, b"null"))
            except (ValueError, RecursionError):
                name = _named_in(line)
                if name in wanted and name is not None:
                    rows.setdefault(name, []).append(line)
                continue
            own = rows.setdefault(name, [])
            del found[AGREEMENT]
            if text is not None:
                if isinstance(text, str):
                    texts.setdefault(name, []).append(text)
                else:
                    faults[name] = "Its text is not a text."
                if not any(bytes(value) != b"null" for value in found.values()):
                    continue  # a row that brings the text and no entry
            own.append(msgspec.json.encode(found))
            if len(own) > MOST_ROWS:
                faults[name] = f"It has more than {MOST_ROWS:,} rows."
                own.clear()
    return {name: Part(texts.get(name, []), b"\n".join(lines), faults.get(name, "")) for name, lines in rows.items()}

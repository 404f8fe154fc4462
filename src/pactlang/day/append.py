"""Adds an entry to a log, takes the last one back, forgets old ones: in turn with other writers, and never half.

Every change writes the whole log anew, as `pactlang.writing` does it. A log of ten thousand entries is half a megabyte: that takes
milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.hashes import sha256
from pactlang.log.write import entries_to_text, entry_to_json
from pactlang.writing import NotWrittenError, change_file, write_file

if TYPE_CHECKING:
    from pactlang.log.entry import Entry

JSON_LINES = (".jsonl", ".ndjson")
TEXT = (".pactlog", ".txt")


class Written(Struct, frozen=True):
    """A stretch of bytes that was added to a log: where it starts, how long it is, and a digest, but not what it says."""

    start: int
    length: int
    digest: str


def add(path: Path, *entries: Entry) -> Written:
    """Add entries at the end of a log, in the log's own format; a log that is not there yet is begun.

    Raises `NotWrittenError`; then the log is as it was.
    """
    if path.suffix in JSON_LINES:
        block = "".join(f"{entry_to_json(entry)}\n" for entry in entries).encode()
    elif path.suffix in TEXT:
        block = entries_to_text(entries).encode()
    else:
        raise NotWrittenError(f"{path} is not a text log; add the entry in the program that keeps that table")
    made = Written(0, 0, "")

    def changed(data: bytes) -> bytes:
        nonlocal made
        head = data if not data or data.endswith(b"\n") else data + _newline(data)
        own = block if b"\r\n" not in data else block.replace(b"\n", b"\r\n")
        made = Written(len(head), len(own), _digest(own))
        return head + own

    _change(path, changed)
    return made


def take_back(path: Path, written: Written) -> str:
    """Take back what `add` wrote and give its text; entries that others added after it stay.

    Raises `NotWrittenError` where that text does not stand there any more.
    """
    taken = b""

    def changed(data: bytes) -> bytes:
        nonlocal taken
        taken = data[written.start : written.start + written.length]
        if len(taken) != written.length or _digest(taken) != written.digest:
            raise NotWrittenError(f"{path} has changed since; remove the entry by hand")
        return data[: written.start] + data[written.start + written.length :]

    _change(path, changed)
    return taken.decode("utf-8", "replace").rstrip()


def keep_lines(path: Path, drop: Callable[[bytes], Callable[[int], bool]]) -> None:
    """Write a log without some of its lines (1-based); `drop` says of a text which."""

    def changed(data: bytes) -> bytes:
        gone = drop(data)
        return b"\n".join(line for number, line in enumerate(data.split(b"\n"), 1) if not gone(number))

    _change(path, changed)


def change_lines(path: Path, lines: Mapping[int, tuple[str, str]]) -> list[int]:
    """Put other text in place of lines (1-based) that read as given; the numbers of those that do not, and stay."""
    other: list[int] = []

    def changed(data: bytes) -> bytes:
        other.clear()
        found = data.split(b"\n")
        for number, (old, new) in lines.items():
            there = found[number - 1].rstrip(b"\r\n ") if number <= len(found) else b""
            if there == old.encode():
                found[number - 1] = new.encode() + found[number - 1][len(there) :]
            else:
                other.append(number)
        return b"\n".join(found)

    _change(path, changed)
    return other


def replace_whole(path: Path, data: bytes, was: bytes | None) -> None:
    """Put a text in the place of the one that it was made from (None: there was none). Raises `NotWrittenError`; then that one stays."""
    write_file(path, data, was=was, private=True)


def _change(path: Path, changed: Callable[[bytes], bytes]) -> None:
    # A log says who met whom and when: it is the owner's alone until they decide otherwise.
    change_file(path, lambda data: changed(data or b""), private=True)


def _newline(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()

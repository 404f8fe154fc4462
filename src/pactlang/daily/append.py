"""Adds an entry to a log, takes the last one back, forgets old ones: under a lock, and never half.

Every change writes the whole log to a temporary file, flushes it and puts it in the place of the old one. So a crash leaves the old log
or the new one, and nothing between; a second writer waits. A log of ten thousand entries is half a megabyte: that takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from msgspec import Struct

from pactlang.log.write import entry_to_json, entry_to_text
from pactlang.writing import replace_file

if TYPE_CHECKING:
    from pactlang.log.entry import Entry

PATIENCE = 30.0  # seconds to wait for another writer
JSON_LINES = (".jsonl", ".ndjson")
TEXT = (".pactlog", ".txt")


class NotWrittenError(Exception):
    """The log stays as it was; the message says why in plain words."""


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
        block = "".join(f"{entry_to_text(entry)}\n" for entry in entries).encode()
    else:
        raise NotWrittenError(f"{path} is no text log; add the entry where you keep that table")
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
            raise NotWrittenError(f"{path} was changed since; take the entry out by hand")
        return data[: written.start] + data[written.start + written.length :]

    _change(path, changed)
    return taken.decode("utf-8", "replace").rstrip()


def keep_lines(path: Path, was: bytes, drop: Callable[[int], bool]) -> None:
    """Write a log without some of its lines (1-based); `was` are the bytes that the decision was made on."""

    def changed(data: bytes) -> bytes:
        if data != was:
            raise NotWrittenError(f"{path} was changed by somebody else meanwhile; nothing was taken out")
        return b"\n".join(line for number, line in enumerate(data.split(b"\n"), 1) if not drop(number))

    _change(path, changed)


def _change(path: Path, changed: Callable[[bytes], bytes]) -> None:
    try:
        with _alone(path):
            data = path.read_bytes() if path.exists() else b""
            new = path.exists()
            replace_file(path, changed(data))
            if not new:
                # A log says who met whom and when: it is the owner's alone until they decide otherwise.
                path.chmod(0o600)
    except Timeout:
        raise NotWrittenError(f"{path} is in use by another program; try again") from None
    except OSError as problem:
        raise NotWrittenError(f"{path} cannot be written: {problem.strerror}") from None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """While no other pact changes this log. The lock is a file of its own, since the log itself is replaced."""
    real = path.resolve()
    with FileLock(real.with_name(f".{real.name}.lock"), timeout=PATIENCE, mode=0o600):
        yield


def _newline(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()

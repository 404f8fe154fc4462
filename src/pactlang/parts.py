"""Writes a file that takes hours to make: its parts are kept beside it as they come, so that a crash costs those alone that were in work.

Like all that is written it is old or new and never half of it, and what is kept beside it can be read by its owner alone from its first
byte on.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from pactlang.writing import LOCK_FLAGS, UNLOCKED, WRITTEN, ChangedMeanwhileError, alone, beside_of, clear, identity, put, told

_LONGEST_START = 10_000_000  # bytes of a first line that says what a file is made from
_LONGEST = 100  # bytes of what says how long a part is


class Parts:
    """The parts of one file. `kept` are those that are there, by their numbers."""

    def __init__(self, path: Path, real: Path, begun: Callable[[bytes], bytes]) -> None:
        self._path = path
        self._real = real
        self._was = identity(real)
        self.place = real.with_name(f"{os.path.basename(beside_of(real))}.parts")
        self.kept: dict[int, tuple[int, int]] = {}
        self._file = os.fdopen(os.open(str(self.place), LOCK_FLAGS, 0o600), "r+b")
        first = self._file.readline(_LONGEST_START)
        self._end = len(first)
        line = begun(first if first.endswith(b"\n") else b"")
        if line == first:
            self._look()
        else:
            self._file.seek(0)
            self._file.truncate()
            self._end = len(line)
            self._write(line)

    def _look(self) -> None:
        """Find the parts that are whole; what comes after the last of them was being written."""
        while True:
            head = self._file.readline(_LONGEST)
            try:
                number, length, mark = head.split()
                whole = (int(number), self._end + len(head), int(length), int(mark, 16))
            except ValueError:
                break
            data = self._file.read(whole[2])
            if len(data) != whole[2] or crc32(data) != whole[3]:
                break
            self.kept[whole[0]] = whole[1], whole[2]
            self._end = whole[1] + whole[2]
        self._file.seek(self._end)
        self._file.truncate()

    def _write(self, data: bytes) -> None:
        with told(self._path):
            self._file.write(data)
            self._file.flush()
            os.fsync(self._file.fileno())

    def add(self, number: int, data: bytes) -> None:
        """Keep a part. Raises `NotWrittenError`."""
        head = b"%d %d %x\n" % (number, len(data), crc32(data))
        self._file.seek(self._end)
        self._write(head + data)
        self.kept[number] = self._end + len(head), len(data)
        self._end += len(head) + len(data)

    def part(self, number: int) -> bytes:
        """A part that was kept."""
        start, length = self.kept[number]
        self._file.seek(start)
        return self._file.read(length)

    def finish(self, write: Callable[[BinaryIO], None]) -> None:
        """Write the file from its parts, in the place of the one that stood there at the beginning, and let go of them.

        Raises `NotWrittenError`, and what `write` raises; then the parts are still there.
        """
        with told(self._path):
            if not put(self._real, write, lambda path: identity(path) == self._was, private=True):
                raise ChangedMeanwhileError(f"someone else has changed {self._path} in the meantime; nothing was written. Try again")
            WRITTEN.append(str(self._path))
            os.unlink(str(self.place))

    def close(self) -> None:
        """Let go of the file of parts."""
        self._file.close()


@contextlib.contextmanager
def in_parts(path: Path, begun: Callable[[bytes], bytes]) -> Iterator[Parts]:
    """Make a private file in parts, over hours; nobody else of ours makes it meanwhile.

    `begun` gets the first line of what is kept from an earlier time (nothing where nothing is) and gives the line that says what this is
    made from; where it is the same, the parts that are kept are used. Raises `NotWrittenError`.
    """
    with told(path):
        real = path.resolve()
        turn = alone(real)
        locked = turn.__enter__()
    with contextlib.ExitStack() as stack:
        stack.push(turn)
        with told(path):
            if locked:
                clear(real)
            else:
                UNLOCKED.append(str(path))
            parts = Parts(path, real, begun)
        stack.callback(parts.close)
        yield parts

"""The last entries of a log, changed by hand: a copy goes to the editor, and comes back only if the log can then still be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.day.append import TEXT
from pactlang.log.read import read_log
from pactlang.writing import NotWrittenError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Tail(Struct, frozen=True):
    """The end of a log that is to be edited: all bytes as they were, where the end starts, and on which line (from 1)."""

    data: bytes
    start: int
    line: int

    @property
    def text(self) -> str:
        """What goes to the editor."""
        return self.data[self.start :].decode()

    def whole(self, edited: str) -> bytes:
        """The log with its end as it was edited, with the line ends that it has."""
        plain = edited.replace("\r\n", "\n")
        if plain and not plain.endswith("\n"):
            plain += "\n"
        own = plain.replace("\n", "\r\n") if b"\r\n" in self.data else plain
        return self.data[: self.start] + own.encode()


def tail_of(path: Path, data: bytes, entries: int) -> Tail:
    """The last entries of a log, with their notes. Raises `NotWrittenError` where it is no text.

    >>> tail_of(Path("us.pactlog"), b"# Ours\\n2026-01-02  test by Ana\\n2026-01-03  test by Ben\\n    Fine.\\n", 1).text
    '2026-01-03  test by Ben\\n    Fine.\\n'
    """
    if path.suffix not in TEXT:
        raise NotWrittenError(f"{path} is not a text log; edit it in the program that keeps that table")
    try:
        data.decode()
    except UnicodeDecodeError:
        raise NotWrittenError(f"{path} is not UTF-8 text; save it as UTF-8 first") from None
    lines = data.split(b"\n")
    firsts: Sequence[int] = sorted({entry.line for entry in read_log(data, str(path)).entries})
    # A line that cannot be read is to be mended here, too.
    faults = [fault.span.start_position.line for fault in read_log(data, str(path)).diagnostics]
    first = min([*firsts[-entries:], *faults], default=1)
    return Tail(data, sum(len(line) + 1 for line in lines[: first - 1]), first)

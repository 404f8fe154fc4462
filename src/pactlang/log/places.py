"""Where in a log's file a value stands: worked out only when there is something to say about it.

Entries carry a file name and a line and no more, since a log may hold a million of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pactlang.diagnostics import Diagnostic
from pactlang.log.faults import Fault
from pactlang.source import SourceFile, Span

# Where a value stands, as offsets in the file: asked with the line of its entry, its key (as in JSON) and its place in a list.
Finder = Callable[[SourceFile, int, str, int], tuple[int, int] | None]


class LogSource:
    """The file that entries were read from, able to point at their parts.

    `make_text` gives the text that people see; it is asked once, and only when a place is needed.

    >>> source = LogSource("us.pactlog", lambda: "2026-09-08  tst by Ana\\n", lambda file, line, key, index: None)
    >>> source.span(1).text
    '2026-09-08  tst by Ana'
    """

    __slots__ = ("_file", "_find", "_make_text", "name")

    def __init__(self, name: str, make_text: Callable[[], str], find: Finder) -> None:
        self.name = name
        self._make_text = make_text
        self._find = find
        self._file: SourceFile | None = None

    def read_again(self, read: Callable[[], bytes]) -> None:
        """Hold the bytes of the file no longer, where the text is to be made of these; who points into it reads the file again."""
        if self._file is None and isinstance(self._make_text, partial) and self._make_text.func is decoded:
            self._make_text = lambda: decoded(read())

    @property
    def file(self) -> SourceFile:
        """The text with its lines."""
        if self._file is None:
            self._file = SourceFile(self.name, self._make_text())
        return self._file

    def span(self, line: int, key: str = "", index: int = 0) -> Span:
        """Where a value of the entry on a line stands; the whole line where the value has no place of its own."""
        file = self.file
        line = max(1, min(line, file.line_count))
        found = self._find(file, line, key, index) if key else None
        if found is not None:
            return file.span(*found)
        text = file.line_text(line)
        start = file.line_start(line) + len(text) - len(text.lstrip())
        return file.span(start, max(start, file.line_start(line) + len(text.rstrip())))

    def diagnostic(self, line: int, fault: Fault) -> Diagnostic:
        """A fault of the entry on a line, with its place."""
        if fault.start is None:
            return fault.diagnostic(self.span(line, fault.key, fault.index))
        start = self.file.line_start(max(1, min(line, self.file.line_count)))
        return fault.diagnostic(self.file.span(start + fault.start, start + fault.end))


def decoded(data: bytes) -> str:
    """The text of a file without a byte order mark; bytes that are no UTF-8 become U+FFFD.

    >>> decoded(b"\\xef\\xbb\\xbf2026"), decoded(b"caf\\xe9")
    ('2026', 'caf\\ufffd')
    """
    return data.decode("utf-8-sig", errors="replace")

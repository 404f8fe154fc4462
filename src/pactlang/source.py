"""Source text and places in it: the only owner of offsets, lines and columns."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import force_setattr


class PlainError(Exception):
    """What went wrong, in words for people: a command that ends with one says them in a line, and its exit code is 2."""


class Position(Struct, frozen=True):
    """A place as people count it: line and column both start at 1, columns in characters.

    >>> Position(3, 5)
    Position(line=3, column=5)
    """

    line: int
    column: int


class SourceFile(Struct, frozen=True):
    """A text and the name it was read under.

    >>> source = SourceFile("us.pact", "cap monthly\\n    at most 4 encounters per month\\n")
    >>> source.position(16)
    Position(line=2, column=5)
    >>> source.line_text(2)
    '    at most 4 encounters per month'
    """

    name: str
    text: str
    _starts: tuple[int, ...] = ()  # where lines start; found here, never given

    def __post_init__(self) -> None:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at != -1:
            starts.append(at + 1)
            at = find("\n", at + 1)
        force_setattr(self, "_starts", tuple(starts))

    def __hash__(self) -> int:
        # Every place in a text is hashed with it: of a long one, its lines are not looked at each time (Python keeps a text's own hash).
        return hash((self.name, self.text))

    def __repr__(self) -> str:
        return f"SourceFile({self.name!r})"

    @property
    def line_count(self) -> int:
        """How many lines the text has; text after the last newline counts as one."""
        return len(self._starts)

    def line_start(self, line: int) -> int:
        """The offset at which a line (1-based) starts."""
        return self._starts[line - 1]

    def line_text(self, line: int) -> str:
        """A line (1-based) without its line break."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_span(self, line: int) -> Span:
        """A line (1-based) with its line break.

        >>> SourceFile("us.pact", "cap\\r\\n    private").line_span(1).text
        'cap\\r\\n'
        """
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return Span(self, self._starts[line - 1], end)

    def position(self, offset: int) -> Position:
        """Line and column of a character offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        """The stretch from one offset to another, the second excluded."""
        return Span(self, start, end)


class Span(Struct, frozen=True):
    """A stretch of one source file, by character offsets; the end is excluded.

    >>> span = SourceFile("us.pact", "pause breather\\n").span(6, 14)
    >>> span.text, span.start_position.column, span.end_position.column
    ('breather', 7, 15)
    """

    source: SourceFile
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"  # without the whole text

    @property
    def text(self) -> str:
        """The characters of the stretch."""
        return self.source.text[self.start : self.end]

    @property
    def start_position(self) -> Position:
        """Where the stretch starts."""
        return self.source.position(self.start)

    @property
    def end_position(self) -> Position:
        """Where it ends: the position just after its last character."""
        return self.source.position(self.end)

    def part(self, start: int, end: int) -> Span:
        """A stretch within this one, by offsets from its start."""
        return Span(self.source, self.start + start, self.start + end)

    def to(self, other: Span) -> Span:
        """The stretch from the start of this one to the end of the other."""
        return Span(self.source, self.start, other.end)

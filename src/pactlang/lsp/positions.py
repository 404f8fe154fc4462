"""Places as editors count them: lines and columns in UTF-8, UTF-16 or UTF-32 units, and offsets in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum

_BREAK = re.compile(r"\r\n|\n|\r")


class Encoding(StrEnum):
    """What a column counts."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


def width(text: str, encoding: Encoding) -> int:
    """How many units a text takes.

    >>> [width("aé😀", encoding) for encoding in Encoding]
    [7, 4, 3]
    """
    if encoding is Encoding.UTF32 or text.isascii():
        return len(text)
    if encoding is Encoding.UTF16:
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text.encode("utf-8", errors="surrogatepass"))


class Places:
    """The lines of a text, broken where the protocol breaks them: at a line feed, a carriage return, or both together.

    Lines and columns start at 0. A column beyond the end of its line is the end of the line; one inside a character is its start.

    >>> places = Places("a\\r\\n😀b", Encoding.UTF16)
    >>> places.place(4), places.offset(1, 2), places.offset(1, 99), places.offset(1, 1)
    ((1, 2), 4, 5, 3)
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    @property
    def lines(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def line(self, number: int) -> tuple[int, int]:
        """Where a line (from 0) starts, and where it ends, its break left out."""
        start = self._starts[number]
        if number + 1 == len(self._starts):
            return start, len(self.text)
        end = self._starts[number + 1]
        return start, end - (2 if self.text[end - 2 : end] == "\r\n" else 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; the end of the text for a line that is not there."""
        if line >= len(self._starts):
            return len(self.text)
        start, end = self.line(max(line, 0))
        text = self.text[start:end]
        if self.encoding is Encoding.UTF32 or text.isascii():
            return start + min(max(column, 0), len(text))
        used = 0
        for number, character in enumerate(text):
            used += width(character, self.encoding)
            if used > column:
                return start + number
        return end

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        return line, width(self.text[self._starts[line] : offset], self.encoding)

"""A line to words. Whole words only: `atmost` and `3encounters` are one word each, and no word of the language."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pactlang.source import Span


class Word(NamedTuple):
    """A piece of a line: its shape (`WORD`, `NUMBER`, `DATE`, `TIME`, `STRING`, `ZONE`, `DIGEST`, `_COMMA`, or `BAD`), text and place."""

    shape: str
    text: str
    start: int
    end: int


_PIECE = re.compile(r"""(?P<string>"[^"]*"|“[^”“]*[”“]|„[^“”]*[“”])|(?P<open>["“„].*)|(?P<comma>,)|(?P<chunk>[^\s,"“„]+)""")
_SHAPES = (
    ("DATE", re.compile(r"\d{4}-\d{2}-\d{2}")),
    ("TIME", re.compile(r"([01]\d|2[0-3]):[0-5]\d")),
    ("NUMBER", re.compile(r"\d+(\.\d+)?")),
    ("DIGEST", re.compile(r"sha256:[0-9a-f]+")),
    ("ZONE", re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)+")),
)


def words_of(span: Span) -> list[Word]:
    """The words of a stretch of one line, with offsets in the file.

    >>> from pactlang.source import SourceFile
    >>> source = SourceFile("us.pact", 'at most 4 date-nights, "x" 3encounters')
    >>> [(word.shape, word.text) for word in words_of(source.span(0, 38))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('WORD', 'at'), ('WORD', 'most'), ('NUMBER', '4'), ('WORD', 'date-nights'), ('_COMMA', ','),
     ('STRING', '"x"'), ('BAD', '3encounters')]
    """
    words = []
    for match in _PIECE.finditer(span.text):
        kind = match.lastgroup
        text = match.group()
        if kind == "string":
            shape = "STRING"
        elif kind == "comma":
            shape = "_COMMA"
        else:
            shape = _shape(text) if kind == "chunk" else "BAD"
        words.append(Word(shape, text, span.start + match.start(), span.start + match.end()))
    return words


def _shape(text: str) -> str:
    if text[0].isalpha():
        if text.isalpha() or all(map(_belongs_in_a_name, text)):
            return "WORD"
    elif text[0].isdigit() and text.isascii():
        for shape, pattern in _SHAPES[:3]:
            if pattern.fullmatch(text):
                return "BAD" if shape == "DATE" and date_ordinal(text) is None else shape
    for shape, pattern in _SHAPES[3:]:
        if pattern.fullmatch(text):
            return shape
    return "BAD"


def _belongs_in_a_name(character: str) -> bool:
    return character.isalnum() or character == "-" or unicodedata.category(character)[0] == "M" or character in "\u200c\u200d"


def date_ordinal(text: str) -> int | None:
    """A date `YYYY-MM-DD` as an ordinal, or None where there is no such date."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None

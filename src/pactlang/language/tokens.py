"""A line to words. Whole words only: `atmost` and `3encounters` are one word each, and no word of the language."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.later import ready

if TYPE_CHECKING:
    from pactlang.source import Span


class Word(Struct, frozen=True):
    """A piece of a line: its shape (a terminal that the grammar declares, or `BAD`), its text and its place."""

    shape: str
    text: str
    start: int
    end: int


_PIECE = ready(r"""(?P<string>"[^"]*"|“[^”“]*[”“]|„[^“”]*[“”])|(?P<open>["“„].*)|(?P<comma>,)|(?P<chunk>[^\s,"“„]+)""")
_CELL = r"""(?<!\S)(?:"[^"]*"|“[^”“]*[”“]|„[^“”]*[“”])(?!\S)|\S+"""  # what few texts have is compiled when it is first asked for
_OPENING = '"“„'
# Shown as nothing: each is a fault of its own, and the word is read without it.
_HIDDEN = "[\u00ad\u034f\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
_SHAPES = (
    ("A_DATE", ready(r"\d{4}-\d{2}-\d{2}")),
    ("A_TIME", ready(r"([01]\d|2[0-3]):[0-5]\d")),
    ("A_NUMBER", ready(r"\d+(\.\d+)?")),
)
_DIGEST, _ZONE = r"sha256:[0-9a-f]+", r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)+"


def words_of(span: Span) -> list[Word]:
    """The words of a stretch of one line, with offsets in the file.

    >>> from pactlang.source import SourceFile
    >>> source = SourceFile("us.pact", 'at most 4 date-nights, "x" 3encounters')
    >>> [(word.shape, word.text) for word in words_of(source.span(0, 38))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('A_NAME', 'at'), ('A_NAME', 'most'), ('A_NUMBER', '4'), ('A_NAME', 'date-nights'), ('_COMMA', ','),
     ('A_STRING', '"x"'), ('BAD', '3encounters')]
    """
    words = []
    for match in _PIECE.finditer(span.text):
        kind = match.lastgroup
        text = match.group()
        if kind == "string":
            shape = "A_STRING"
        elif kind == "comma":
            shape = "_COMMA"
        else:
            text = text if text.isascii() else re.sub(_HIDDEN, "", text)
            if not text:
                continue
            shape = _shape(text) if kind == "chunk" else "BAD"
        words.append(Word(shape, text, span.start + match.start(), span.start + match.end()))
    return _with_brackets(words) if "(was" in span.text else words


def _with_brackets(words: list[Word]) -> list[Word]:
    """The words of a line that says what somebody was called before: `Anna (was Ana)`. Nowhere else do brackets mean anything."""
    found: list[Word] = []
    opened = False
    for word in words:
        if word.text == "(was" and not opened:
            opened = True
            found += [Word("_OPEN", "(", word.start, word.start + 1), Word("A_NAME", "was", word.start + 1, word.end)]
        elif opened and word.shape == "BAD" and word.text.endswith(")"):
            opened = False
            inner = word.text[:-1]
            found += [Word(_shape(inner), inner, word.start, word.end - 1)] if inner else []
            found.append(Word("_CLOSE", ")", word.end - 1, word.end))
        else:
            found.append(word)
    return found


def written_name(name: str) -> str:
    """A name as a line holds it: in quotation marks where it is not one word.

    >>> print(written_name("Ana"), written_name("Ana B"), written_name('the "old" one'))
    Ana "Ana B" “the "old" one”
    """
    if name and _shape(name) == "A_NAME":
        return name
    marks = next((pair for pair in ('""', "“”", "„“") if not set(pair) & set(name)), '""')
    return f"{marks[0]}{name}{marks[1]}"


def cells_of(row: str) -> list[tuple[int, int]]:
    """Where each cell of a table's row begins and ends; what stands in quotation marks is one cell.

    >>> [ "activity  Ana  “Ben B”"[first:after] for first, after in cells_of("activity  Ana  “Ben B”")]
    ['activity', 'Ana', '“Ben B”']
    """
    return [found.span() for found in re.finditer(_CELL, row)]


def words_line(text: str) -> str:
    """The words of a line with single spaces between them, accents composed; quoted text as it is.

    >>> words_line('between  Ana ,Ben  and   Cleo')
    'between Ana, Ben and Cleo'
    >>> words_line('person dana   "Dana  of  old"')
    'person dana "Dana  of  old"'
    """
    found = ""
    for piece in (match.group() for match in _PIECE.finditer(text)):
        quoted = piece[0] in _OPENING
        found += ("" if not found or piece == "," else " ") + (piece if quoted else unicodedata.normalize("NFC", piece))
    return found


def _shape(text: str) -> str:
    if text[0].isalpha():
        if text.isalpha() or all(map(_belongs_in_a_name, text)):
            return "A_NAME"
    elif text[0].isdigit() and text.isascii():
        for shape, pattern in _SHAPES:
            if pattern.fullmatch(text):
                return "BAD" if shape == "A_DATE" and date_ordinal(text) is None else shape
    if ":" in text and re.fullmatch(_DIGEST, text):
        return "A_DIGEST"
    if "/" in text and re.fullmatch(_ZONE, text):
        return "A_ZONE"
    name, dot, number = text.rpartition(".")
    return "A_LABEL" if dot and number.isdecimal() and number.isascii() and name and _shape(name) == "A_NAME" else "BAD"


def _belongs_in_a_name(character: str) -> bool:
    return character.isalpha() or character.isdecimal() or character in "-\u200c\u200d" or unicodedata.category(character)[0] == "M"


FIRST_YEAR, LAST_YEAR = 1900, 2999


def date_ordinal(text: str) -> int | None:
    """A date `YYYY-MM-DD` as an ordinal, or None where there is no such date, or none that a calendar can reach from.

    >>> date_ordinal("2026-02-28"), date_ordinal("2026-02-30"), date_ordinal("0001-01-01")
    (739675, None, None)
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found.toordinal() if FIRST_YEAR <= found.year <= LAST_YEAR else None

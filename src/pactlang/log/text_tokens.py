"""One line of a log in the text format, cut into words, quoted words and commas."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.words import KEYWORDS


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"
    COMMA = "comma"


class Token(NamedTuple):
    """A word, the words inside quotation marks, or a comma, with its place in the line (quotation marks included)."""

    kind: Kind
    text: str
    start: int
    end: int

    def says(self, word: str) -> bool:
        """Whether it is this keyword; a quoted word never is one."""
        return self.kind is Kind.WORD and self.text == word

    @property
    def is_keyword(self) -> bool:
        """Whether it is a keyword."""
        return self.kind is Kind.WORD and self.text in KEYWORDS

    @property
    def is_plain(self) -> bool:
        """Whether it can be a name or a value: neither a comma nor a keyword."""
        return self.kind is not Kind.COMMA and not self.is_keyword


_GAP = re.compile(r"\s*")
_WORD = re.compile(r"[^\s,\"“”„‟«»]+")
_STRAIGHT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r'\\(["\\])')
# Word processors and telephones turn straight quotation marks into these.
_CURLED = re.compile(r"[“„‟”«»](.*?)[“”‟«»\"]")
_MIXED = re.compile(r'"(.*?)[“”‟«»]')


def tokens(line: str) -> list[Token]:
    """The tokens of a line up to its comment.

    >>> [token.text for token in tokens('test by Ana, at “the lake” # why')]
    ['test', 'by', 'Ana', ',', 'at', 'the lake']

    Raises `Fault` where a quotation mark is never closed.
    """
    found: list[Token] = []
    place, end = 0, len(line)
    while True:
        gap = _GAP.match(line, place)
        start = gap.end() if gap else place
        if start >= end or (line[start] == "#" and (start == 0 or start > place)):
            return found
        character = line[start]
        if character == ",":
            place = start + 1
            found.append(Token(Kind.COMMA, ",", start, place))
            continue
        word = _WORD.match(line, start)
        if word:
            place = word.end()
            found.append(Token(Kind.WORD, word.group(), start, place))
            continue
        token = _quoted(line, start)
        place = token.end
        found.append(token)


def _quoted(line: str, start: int) -> Token:
    straight = _STRAIGHT.match(line, start)
    if straight:
        return Token(Kind.QUOTED, _ESCAPE.sub(r"\1", straight[1]), start, straight.end())
    curled = _CURLED.match(line, start) or _MIXED.match(line, start)
    if curled:
        return Token(Kind.QUOTED, curled[1], start, curled.end())
    raise Fault(Code.QUOTE, "This quotation mark is never closed.", 'a second `"` after the words').at(start, len(line.rstrip()))


def quoted(text: str) -> str:
    """A text in quotation marks, as `tokens` reads it back.

    >>> print(quoted('the "old" lake'))
    "the \\"old\\" lake"
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

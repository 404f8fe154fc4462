"""One line of a log in the text format, cut into words, quoted words and commas."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import TypeVar

from msgspec import Struct

from pactlang.later import later, ready
from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.words import KEYWORDS

_T = TypeVar("_T")


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted"
    COMMA = "comma"


class Token(Struct, frozen=True):
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

    def read(self, check: Callable[[str], _T]) -> _T:
        """What a check makes of its text. Raises the check's `Fault` with this place."""
        try:
            return check(self.text)
        except Fault as fault:
            raise fault.at(self.start, self.end) from None


_MOST = 10_000  # in one line: who writes one by hand never comes near
_GAP = ready(r"\s*")
_WORD = ready(r"[^\s,\"“”„‟«»]+")
_STRAIGHT = later(r'"((?:[^"\\]|\\.)*)"')
_UNESCAPED = later(r'"([^"]*)"(?=[\s,]|$)')
_BOUND = later(r"[\s,]|$")
_ESCAPE = later(r'\\(["\\])')
# As an agreement reads them: another kind of mark between them is part of the words.
_TYPOGRAPHIC = later(r"(?:“([^“”]{0,999})[“”]|„([^“”]{0,999})[“”]|«([^«»]{0,999})»)(?=[\s,]|$)")
# Word processors and telephones turn straight quotation marks into these, often one of two.
_CURLED = later(r"[“„‟”«»](.*?)[“”‟«»\"]")
_MIXED = later(r'"(.*?)[“”‟«»]')


def tokens(line: str) -> list[Token]:
    """The tokens of a line up to its comment.

    >>> [token.text for token in tokens('test by Ana, at “the lake” # why')]
    ['test', 'by', 'Ana', ',', 'at', 'the lake']

    What an agreement can hold in quotation marks is the same here. A backslash before a quotation mark makes it part of the words, unless
    the line can only be read without that; where one is, two backslashes are one:

    >>> [token.text for token in tokens('walk at "the \\\\"old\\\\" lake"')], [token.text for token in tokens('walk by "A\\\\"')]
    (['walk', 'at', 'the "old" lake'], ['walk', 'by', 'A\\\\'])

    Raises `Fault` where a quotation mark is never closed, and for a line of more words than anyone writes.
    """
    with suppress(Fault):
        return _cut(line, bounded=True)
    if '\\"' in line:
        with suppress(Fault):
            return _cut(line, bounded=True, unescaped=True)
    return _cut(line)


def _cut(line: str, *, bounded: bool = False, unescaped: bool = False) -> list[Token]:
    """With `bounded`, straight marks end where a word may; with `unescaped`, a backslash before one is rather only a backslash."""
    found: list[Token] = []
    place, end = 0, len(line)
    mixed = not bounded or '\\"' not in line  # a straight mark may be closed by another kind
    shut = 0  # each straight mark before here is behind a backslash, so it would end where an earlier one did not
    while True:
        gap = _GAP.match(line, place)
        start = gap.end() if gap else place
        if start >= end or (line[start] == "#" and (start == 0 or start > place)):
            return found
        if len(found) >= _MOST:
            raise Fault(Code.LINE, f"This line has more than {_MOST:,} words and commas.", "a line for each entry").at(start, start + 1)
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
        words = _UNESCAPED.match(line, start) if unescaped else None
        if words is None and character == '"' and start >= shut:
            words = _STRAIGHT.match(line, start)
            if words is None or (bounded and not _BOUND.match(line, words.end())):
                shut = end if words is None else words.end() - 1
                words = None
        token = _quoted(line, start, words, mixed)
        place = token.end
        found.append(token)


def _quoted(line: str, start: int, words: re.Match[str] | None, mixed: bool) -> Token:
    if words:
        # Without a quotation mark in it, it is what an agreement could hold, in which a backslash is only a backslash.
        return Token(Kind.QUOTED, _ESCAPE.sub(r"\1", words[1]) if '"' in words[1] else words[1], start, words.end())
    curled = _TYPOGRAPHIC.match(line, start) or _CURLED.match(line, start) or (_MIXED.match(line, start) if mixed else None)
    if curled:
        return Token(Kind.QUOTED, next(one for one in curled.groups() if one is not None), start, curled.end())
    raise Fault(Code.QUOTE, "This quotation mark is never closed.", 'a second `"` after the words').at(start, len(line.rstrip()))


class Cursor:
    """Walks over the tokens of one line; gathers the faults, and where each part stands, by key and place in a list."""

    __slots__ = ("faults", "next", "places", "tokens")

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.next = 0
        self.faults: list[Fault] = []
        self.places: dict[tuple[str, int], tuple[int, int]] = {}

    def peek(self, ahead: int = 0) -> Token | None:
        """The token that stands next, or one further on."""
        at = self.next + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self, what: str, after: Token) -> Token:
        """The next token, which must be a name or a value. Raises `Fault` where it is none."""
        token = self.peek()
        if token is None or not token.is_plain:
            raise Fault(Code.PART, f"After `{after.text}` {what} is missing.", what).at(after.start, after.end)
        self.next += 1
        return token

    def keep(self, key: str, token: Token, index: int = 0) -> None:
        """Remember where a part stands."""
        self.places[key, index] = token.start, token.end

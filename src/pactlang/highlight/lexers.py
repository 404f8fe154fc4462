"""Pygments lexers for agreements and logs, so that documents and terminals are coloured alike; Rich takes them, too.

>>> from rich.syntax import Syntax
>>> Syntax("cap evenings", PactLexer()).lexer.name
'Pact'
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pygments.lexer import Lexer
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, Punctuation, String, Text, _TokenType

_Tokens = Iterator[tuple[int, _TokenType, str]]
_PIECE = re.compile(
    r"""(?P<space>[ \t]+)|(?P<comment>(?<!\S)\#.*)|(?P<comma>,)|(?P<word>[^\s,"“„]+)"""
    r"""|(?P<string>"[^"\n]*"?|“[^”\n]*”?|„[^“”\n]*[“”]?)|(?P<other>.)"""
)
_SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\d([T_]\S+)?"), Literal.Date),
    (re.compile(r"\d\d?:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?"), Literal.Date),
    (re.compile(r"[+-]?\d+([.,]\d+)?"), Number),
    (re.compile(r"sha256:[0-9a-f]*"), Number.Hex),
)
_LINES = re.compile(r"(?<=\n)")
_OWN_EVENTS = re.compile(r"^(?:event|term)[ \t]+(\S+)|^[ \t]+plural[ \t]+(\S+)", re.M | re.I)
_PARTIES = re.compile(r"between\s", re.I)
_PEOPLE = frozenset({"by", "to", "with"})
_JOINING = frozenset({"and", "or", ","})
_DECLARING = frozenset({"person", "event", "term", "state", "matrix", "hope", "guarantee", "use"})


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, frozenset[str]]]:
    """The one list of words, as it ships with the package: reading it is quicker than asking the grammar."""
    found = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
    return {language: {part: frozenset(words) for part, words in parts.items()} for language, parts in found.items()}


@lru_cache(maxsize=1)
def _pact_words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Headings, first words of sentences and modifiers, all other words, units with the names of days and months."""
    pact = _words()["pact"]
    headings = pact["headings"] | pact["clause_kinds"]
    calendar = pact["units"] | pact["weekdays"] | pact["months"]
    lines = (words for part, words in pact.items() if part not in ("headings", "clause_kinds", "units", "weekdays", "months"))
    return headings, pact["modifiers"], frozenset().union(*lines), calendar


@lru_cache(maxsize=1)
def _events() -> frozenset[str]:
    words = _words()
    return frozenset().union(words["log"]["events"], *words["vocabularies"].values())


def _shape(word: str) -> _TokenType | None:
    return next((token for pattern, token in _SHAPES if pattern.fullmatch(word)), None)


class PactLexer(Lexer):
    """Agreements: `*.pact`, and fenced `pact` blocks."""

    name = "Pact"
    url = "https://pypi.org/project/pactlang/"
    aliases = ["pact"]  # noqa: RUF012 - as Pygments has it
    filenames = ["*.pact"]  # noqa: RUF012
    mimetypes = ["text/x-pact"]  # noqa: RUF012

    def get_tokens_unprocessed(self, text: str) -> _Tokens:
        """Every character in exactly one token, line by line.

        >>> [str(token) for _, token, word in PactLexer().get_tokens_unprocessed("cap evenings")]
        ['Token.Keyword.Declaration', 'Token.Text', 'Token.Name.Class']
        """
        own = frozenset(name.casefold() for names in _OWN_EVENTS.findall(text) for name in names if name)
        place = 0
        for line in _LINES.split(text):
            yield from _pact_line(place, line, own)
            place += len(line)


def _pact_line(place: int, line: str, own: frozenset[str]) -> _Tokens:
    body = line.lstrip(" \t")
    indent = len(line) - len(body)
    if indent and body[:1] == ">":
        if line[:indent]:
            yield place, Text, line[:indent]
        yield place + indent, String.Doc, body
        return
    headings, modifiers, words, calendar = _pact_words()
    first, before, heading = True, "", ""
    row = indent > 0 and _is_row(body)
    parties = indent > 0 and _PARTIES.match(body) is not None
    for at, kind, piece in _pieces(place, line):
        if kind != "word":
            yield at, _PLAIN[kind], piece
            before = piece if kind == "comma" else before
            continue
        shape = _shape(piece)
        folded = piece.casefold()
        if shape is not None:
            token = shape
        elif first and row:
            token = Name.Label
        elif first and not indent and folded in headings:
            token, heading = Keyword.Declaration, folded
        elif first and indent and folded in modifiers:
            token = Keyword.Type
        elif heading and before == heading:
            token = Name.Entity if heading in _DECLARING else Name.Class
        elif (before in _PEOPLE or (parties and not first)) and folded not in words:
            token = Name.Variable
        elif before == "tagged":
            token = Name.Tag
        elif row:
            token = Keyword.Constant
        elif folded in words or piece in words:
            token = Keyword
        elif folded in calendar or piece in calendar:
            token = Keyword.Pseudo
        else:
            token = Name.Function if folded in _events() or folded in own else Name
        yield at, token, piece
        if folded not in _JOINING:
            before = folded if token in (Keyword, Keyword.Declaration) else before if before in _PEOPLE else ""
        first = False


def _is_row(body: str) -> bool:
    """Whether a line is a row of a table: a word, and under each name after it what may be."""
    cells = body.partition("#")[0].split()[1:]
    return bool(cells) and all(cell.casefold() in _words()["pact"]["cells"] for cell in cells)


_PLAIN = {"space": Text, "comment": Comment.Single, "string": String, "comma": Punctuation, "other": Text}


def _pieces(place: int, line: str) -> Iterator[tuple[int, str, str]]:
    """The pieces of a line; a `#` within a word starts no comment."""
    at = 0
    while at < len(line):
        match = _PIECE.match(line, at)
        if match is None:  # a line break
            yield place + at, "other", line[at:]
            return
        yield place + at, str(match.lastgroup), match.group()
        at = match.end()


def _field_follows(pieces: list[tuple[int, str, str]], words: frozenset[str]) -> bool:
    """Whether a field and its value stand after a comma, not one more name of a list."""
    two = [(kind, piece) for _, kind, piece in pieces if kind != "space"][:2]
    return len(two) == 2 and two[0][0] == "word" and two[1][0] in ("word", "string") and not {two[0][1], two[1][1]} & words


class PactLogLexer(Lexer):
    """Logs: `*.pactlog`, and fenced `pactlog` blocks."""

    name = "Pact log"
    url = "https://pypi.org/project/pactlang/"
    aliases = ["pactlog"]  # noqa: RUF012
    filenames = ["*.pactlog"]  # noqa: RUF012
    mimetypes = ["text/x-pactlog"]  # noqa: RUF012

    def get_tokens_unprocessed(self, text: str) -> _Tokens:
        """Every character in exactly one token, line by line.

        >>> [str(token) for _, token, word in PactLogLexer().get_tokens_unprocessed("2026-09-08  test by Ana") if word.strip()]
        ['Token.Literal.Date', 'Token.Name.Function', 'Token.Operator.Word', 'Token.Name.Variable']
        """
        place = 0
        for line in _LINES.split(text):
            yield from _log_line(place, line)
            place += len(line)


def _log_line(place: int, line: str) -> _Tokens:
    body = line.lstrip(" \t")
    if line[:1] in (" ", "\t") and body.strip() and body[0] != "#":
        yield place, Text, line[: len(line) - len(body)]
        yield place + len(line) - len(body), String.Doc, body
        return
    words = _words()["log"]["words"]
    event, before = False, ""
    pieces = list(_pieces(place, line))
    for number, (at, kind, piece) in enumerate(pieces):
        if kind != "word":
            yield at, _PLAIN[kind], piece
            if kind == "comma":
                before = "," if _field_follows(pieces[number + 1 :], words) else before
            continue
        shape = _shape(piece)
        if shape is not None:
            token = shape
        elif piece in words:
            token = Operator.Word
            instead = before == "instead" and piece == "of"  # of somebody, and of no entry
            before = before if piece in _JOINING or instead else piece
        elif not event:
            token, event = Name.Function, True
        elif before in _PEOPLE or before == "instead":
            token = Name.Variable
        elif before in ("about", "as", "of"):
            token = Name.Label
        elif before == ",":
            token, before = Name.Attribute, ""
        else:
            token = String if before else Name
        yield at, token, piece

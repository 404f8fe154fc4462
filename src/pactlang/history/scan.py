"""A quick look at the bytes of a text: who may have signed it, between whom it is, what it brings in. Nothing is parsed.

It finds what is worth parsing. Only what the parser then says decides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from pactlang.language.literate import is_literate
from pactlang.language.tokens import date_ordinal
from pactlang.model.words import evened

_SIGNED = re.compile(
    rb"""^[ \t]*signed[ \t]+by[ \t]+
    ("[^"\n]*"|\xe2\x80[\x9c\x9e](?:(?!\xe2\x80[\x9c\x9d])[^\n])*\xe2\x80[\x9c\x9d]|[^\s,"\#]+)
    [ \t]+on[ \t]+(\d{4}-\d\d-\d\d)
    (?:[ \t]+digest[ \t]+(sha256:[0-9a-f]+))?(?:[ \t]+after[ \t]+(sha256:[0-9a-f]+))?[ \t]*(?:[ \t]\#.*)?\r?(?:\n|\Z)""",
    re.M | re.I | re.X,
)
_BETWEEN = re.compile(rb"^[ \t]+between[ \t]+([^\n#]+)", re.M | re.I)
_INCLUDE = re.compile(rb'^[ ]{0,3}include[ \t]+(?:"([^"\n]*)"|\xe2\x80[\x9c\x9e]([^"\n]*?)\xe2\x80[\x9c\x9d])', re.M | re.I)
_QUOTED = re.compile(rb'"|\xe2\x80[\x9c\x9e]')
_PACT = re.compile(rb"^pact\b", re.M | re.I)
_FIRST_COLUMN = re.compile(rb"^[^\s#]", re.M)
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.I)
_WAS = re.compile(r"\(\s*was\s+[^)]*\)", re.I)


class Line(Struct, frozen=True):
    """A signature as it is written; the date as an ordinal."""

    party: str
    on: int
    digest: str = ""
    after: str = ""


class Scan(Struct, frozen=True):
    """What the bytes of a file show: its signatures and what it brings in, by names as they are written, from the file's own folder."""

    lines: tuple[Line, ...]
    includes: tuple[str, ...]


def scan(data: bytes, name: str) -> Scan:
    """Look at a file."""
    last = data.lower().rfind(b"signed")
    if last < 0:
        return Scan((), _includes(data))
    # Most texts are the one before with other clauses: up to the last line that may be a signature they are equal.
    end = data.find(b"\n", last) + 1
    head = _head(data[:end], is_literate(name)) if end else None
    if head is None:
        first, after = _heading(data, name)
        head = _lines(data[first:after])[0]
    return Scan(head, _includes(data))


@lru_cache(maxsize=1024)
def _head(data: bytes, literate: bool) -> tuple[Line, ...] | None:
    """The signatures among the first lines of a file; None where the heading that they stand under is to come."""
    if literate:
        return _lines(data)[0]
    heading = _PACT.search(data)
    if heading is None:
        return None
    following = _FIRST_COLUMN.search(data, heading.end())
    return _lines(data[heading.end() : following.start() if following is not None else len(data)])[0]


def words(data: bytes, name: str) -> bytes:
    """The bytes of a file without its signatures: where they are equal, so are the words that people sign."""
    if is_literate(name):
        return data  # in a page, a signature may stand in what only talks about the agreement
    first, after = _heading(data, name)
    return (data[:first] + _lines(data[first:after])[1] + data[after:]).replace(b"\r\n", b"\n")


def parties(data: bytes, name: str) -> frozenset[str]:
    """The names after `between`; none where they cannot be told without the parser."""
    found = _BETWEEN.search(data, *_heading(data, name))
    return frozenset() if found is None or _QUOTED.search(found[1]) else frozenset(_names(_text(found[1])))


def _heading(data: bytes, name: str) -> tuple[int, int]:
    """Where the lines under the `pact` heading are; of a page, anywhere."""
    if is_literate(name):
        return 0, len(data)
    heading = _PACT.search(data)
    if heading is None:
        return 0, len(data)
    following = _FIRST_COLUMN.search(data, heading.end())
    return heading.end(), following.start() if following is not None else len(data)


def _lines(under: bytes) -> tuple[tuple[Line, ...], bytes]:
    """The signatures among some lines, and the bytes without them."""
    lines: list[Line] = []
    rest: list[bytes] = []
    place = 0
    for match in _SIGNED.finditer(under):
        on = date_ordinal(match[2].decode())
        if on is not None:
            lines.append(Line(_name(match[1]), on, (match[3] or b"").decode(), (match[4] or b"").decode()))
            rest.append(under[place : match.start()])
            place = match.end()
    return tuple(lines), b"".join((*rest, under[place:]))


def _includes(data: bytes) -> tuple[str, ...]:
    if b"nclude" not in data and b"NCLUDE" not in data:
        return ()
    return tuple(_text(one or other) for one, other in _INCLUDE.findall(data))


def _text(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode(errors="replace"))


def _name(data: bytes) -> str:
    """What somebody is called, without its quotation marks."""
    text = data.decode(errors="replace")
    return evened(text[1:-1] if _QUOTED.match(data) else text)


def _names(words: str) -> list[str]:
    return [name.strip() for name in _NAMES.split(_WAS.sub("", words).strip()) if name.strip()]


def beside(name: str, other: str) -> str:
    """The name of a file that another one brings in, from the top; empty where it would lie outside.

    >>> beside("home/us.pact", "parts/rules.pact")
    'home/parts/rules.pact'
    """
    found: list[str] = []
    for part in (*name.split("/")[:-1], *other.split("/")):
        if part == ".." and not found:
            return ""
        if part == "..":
            found.pop()
        elif part not in ("", "."):
            found.append(part)
    return "/".join(found)

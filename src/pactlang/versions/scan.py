"""A quick look at the bytes of a text: who may have signed it, between whom it is, what it brings in. Nothing is parsed.

It finds what is worth parsing. Only what the parser then says decides.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from msgspec import Struct

from pactlang.syntax.literate import is_literate
from pactlang.syntax.tokens import date_ordinal

_SIGNED = re.compile(
    rb"""^[ \t]*signed[ \t]+by[ \t]+("[^"\n]*"|[^\s,"#]+)[ \t]+on[ \t]+(\d{4}-\d\d-\d\d)
    (?:[ \t]+digest[ \t]+(sha256:[0-9a-f]+))?(?:[ \t]+after[ \t]+(sha256:[0-9a-f]+))?[ \t]*(?:[ \t]\#.*)?\r?(?:\n|\Z)""",
    re.M | re.I | re.X,
)
_BETWEEN = re.compile(rb"^[ \t]+between[ \t]+([^\n#]+)", re.M | re.I)
_INCLUDE = re.compile(rb'^[ ]{0,3}include[ \t]+(?:"([^"\n]*)"|\xe2\x80[\x9c\x9e]([^"\n]*?)\xe2\x80[\x9c\x9d])', re.M | re.I)
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
    """What the bytes of a file show. `words` are its bytes without its signatures: where they are equal, so are the words of both.

    `parties` is empty where they cannot be told. `includes` are names as they are written, from the file's own folder.
    """

    lines: tuple[Line, ...]
    parties: frozenset[str]
    includes: tuple[str, ...]
    words: bytes


def scan(data: bytes, name: str) -> Scan:
    """Look at a file."""
    includes = tuple(_text(one or other) for one, other in _INCLUDE.findall(data)) if b"nclude" in data or b"NCLUDE" in data else ()
    first, after = 0, len(data)
    if not is_literate(name):
        heading = _PACT.search(data)
        if heading is not None:
            first = heading.end()
            following = _FIRST_COLUMN.search(data, first)
            after = following.start() if following is not None else after
    lines: list[Line] = []
    words, place = [data[:first]], first
    for match in _SIGNED.finditer(data, first, after):
        on = date_ordinal(match[2].decode())
        if on is None:
            continue
        lines.append(Line(_text(match[1].strip(b'"')), on, (match[3] or b"").decode(), (match[4] or b"").decode()))
        words.append(data[place : match.start()])
        place = match.end()
    words.append(data[place:])
    between = _BETWEEN.search(data, first, after)
    plain = between is not None and b'"' not in between[1]
    parties = frozenset(_names(_text(between[1]))) if between is not None and plain else frozenset[str]()
    # In a page, a signature may stand in what only talks about the agreement.
    rest = data if is_literate(name) else b"".join(words).replace(b"\r\n", b"\n")
    return Scan(tuple(lines), parties, includes, rest)


def _text(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode(errors="replace"))


def _names(words: str) -> list[str]:
    return [name.strip() for name in _NAMES.split(_WAS.sub("", words).strip()) if name.strip()]


def beside(name: str, other: str) -> str:
    """The name of a file that another one brings in, from the top; empty where it would lie outside.

    >>> beside("home/us.pact", "parts/rules.pact")
    'home/parts/rules.pact'
    """
    found: list[str] = []
    for part in (PurePosixPath(name).parent / other).parts:
        if part == ".." and not found:
            return ""
        if part == "..":
            found.pop()
        elif part != ".":
            found.append(part)
    return "/".join(found)

"""Content lines of iCalendar (RFC 5545): escaped, folded, and read back just far enough to know our own file again.

Written here and not by a library: an unchanged item must stay byte for byte, whatever version of a library is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FOLD_AT = 75  # octets in a line, without its end
END = "\r\n"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class TextError(ValueError):
    """A text holds a character that no calendar may show."""


def text(value: str) -> str:
    """A text value, escaped. Raises `TextError` for control characters.

    >>> text("one, two; three\\nfour")
    'one\\\\, two\\\\; three\\\\nfour'
    """
    value = value.replace("\r\n", "\n").replace("\t", " ")
    if _CONTROL.search(value):
        raise TextError(value)
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """A content line, cut so that no piece is longer than 75 octets and no character is split."""
    if len(line) * 4 <= FOLD_AT or len(line.encode()) <= FOLD_AT:
        return line + END
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > FOLD_AT:
            pieces.append(piece)
            piece, size = "", 1  # the space that a further piece starts with counts
        piece += character
        size += octets
    pieces.append(piece)
    return f"{END} ".join(pieces) + END


def written(lines: Iterable[str]) -> str:
    """Content lines as they stand in a file."""
    return "".join(fold(line) for line in lines)


def unfolded(raw: str) -> list[str]:
    """The content lines of a text, put together again."""
    return raw.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "").splitlines()


def value_of(lines: Iterable[str], name: str) -> str:
    """The value of the first line of a name, empty where there is none.

    >>> value_of(["DTSTART;TZID=Europe/Berlin:20260906T190000"], "DTSTART")
    '20260906T190000'
    """
    for line in lines:
        head, found, value = line.partition(":")
        if found and head.partition(";")[0] == name:
            return value
    return ""

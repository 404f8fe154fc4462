"""The words of a text as patterns look for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.later import later

if TYPE_CHECKING:
    from pactlang.language.tree import Line

_QUOTED = later(r'"[^"]*"')
TOKEN = later(r"[^\W\d_][\w-]*")


def as_read(text: str) -> str:
    """A text of the same length with straight apostrophes and ordinary spaces, so that one pattern fits all ways to type.

    >>> as_read("Ben\u2019s phone")
    "Ben's phone"
    """
    return text.translate({0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " "})


def tokens(line: Line) -> Iterator[tuple[int, str]]:
    """The names and words of a line of the language outside its quotes, each with where it starts in the line."""
    text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line.span.text)
    yield from ((found.start(), found[0]) for found in TOKEN.finditer(text))

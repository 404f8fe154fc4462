"""Agreements inside Markdown: which lines of a file stand in its fenced `pact` blocks.

Everything else is prose and means nothing here. Lines keep their numbers and their places, so that faults point into the file itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

ENDINGS = (".md", ".markdown")
FENCE = "pact"
_LONE_RETURN = re.compile(r"\r(?!\n)")


class Fence(NamedTuple):
    """A `pact` block: the numbers of its first line and of the line after its last one (from 1), without the marks around it.

    `indent` is how many spaces stand before its marks; as many are taken off each line. A `nested` one stands inside a list or a
    quotation, where its lines could be anybody's.
    """

    first: int
    after: int
    indent: int
    nested: bool = False


def is_literate(name: str) -> bool:
    """Whether a file of this name holds its agreement in Markdown.

    >>> is_literate("notes.md"), is_literate("us.pact")
    (True, False)
    """
    return name.lower().endswith(ENDINGS)


def fences(text: str) -> list[Fence]:
    r"""The `pact` blocks of a Markdown text, by the rules of CommonMark.

    >>> fences("We said:\n\n```pact\ncap\n    at most 4 encounters per month\n```\n")
    [Fence(first=4, after=6, indent=0, nested=False)]
    """
    from markdown_it import MarkdownIt  # only for these files: an agreement of its own is read without it

    found: list[Fence] = []
    # Lines are broken as everywhere here, so a carriage return alone breaks none.
    for token in MarkdownIt("commonmark").parse(_LONE_RETURN.sub(" ", text)):
        words = token.info.split()
        if token.type != "fence" or not words or words[0].casefold() != FENCE or token.map is None:
            continue
        first = token.map[0] + 2
        found.append(Fence(first, first + token.content.count("\n"), 0, token.level > 0))
    lines = text.split("\n")
    return [fence._replace(indent=_indent(lines[fence.first - 2])) for fence in found]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def prefix(line: str, indent: int) -> int:
    """How many characters at the start of a line in a block are the block's indent.

    >>> prefix("  cap", 2), prefix(" cap", 2), prefix("cap", 2)
    (2, 1, 0)
    """
    return min(indent, _indent(line))

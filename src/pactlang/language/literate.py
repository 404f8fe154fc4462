"""Agreements inside Markdown: which lines of a file stand in its fenced `pact` blocks.

Everything else is prose and means nothing here. Lines keep their numbers and their places, so that faults point into the file itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.later import ready

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from pactlang.source import SourceFile

ENDINGS = (".md", ".markdown")
FENCE = "pact"
_LONE_RETURN = ready(r"\r(?!\n)")


class Fence(Struct, frozen=True):
    """A block: the numbers of its first line and of the line after its last one (from 1), without the marks around it.

    `word` is the first one after its marks. `indent` is how many spaces stand before them; as many are taken off each line. A `nested`
    one stands inside a list or a quotation, where its lines could be anybody's. One that is not `closed` runs to the end of the page.
    """

    first: int
    after: int
    indent: int
    word: str
    nested: bool = False
    closed: bool = True

    @property
    def ours(self) -> bool:
        """Whether `pact` stands after its marks."""
        return self.word.casefold() == FENCE

    @property
    def read(self) -> bool:
        """Whether its lines are the agreement's."""
        return self.ours and not self.nested


def is_literate(name: str) -> bool:
    """Whether a file of this name holds its agreement in Markdown.

    >>> is_literate("notes.md"), is_literate("us.pact")
    (True, False)
    """
    return name.lower().endswith(ENDINGS)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # only for these files: an agreement of its own is read without it

    return MarkdownIt("commonmark").disable(["inline", "text_join"])  # what stands in a paragraph is nothing to us


@lru_cache(maxsize=8)
def fences(text: str) -> tuple[Fence, ...]:
    r"""The blocks of a Markdown text that have a word after their marks, by the rules of CommonMark.

    >>> fences("We said:\n\n```pact\ncap\n    at most 4 encounters per month\n```\n")
    (Fence(first=4, after=6, indent=0, word='pact', nested=False, closed=True),)
    """
    if "```" not in text and "~~~" not in text:
        return ()
    found: list[Fence] = []
    lines = text.split("\n")
    # Lines are broken as everywhere here, so a carriage return alone breaks none.
    for token in _parser().parse(_LONE_RETURN.sub(" ", text)):
        words = token.info.split()
        if token.type != "fence" or not words or token.map is None:
            continue
        mark, after = token.map
        count = len(token.content.removesuffix("\n").split("\n")) if token.content else 0
        found.append(Fence(mark + 2, mark + 2 + count, _indent(lines[mark]), words[0], token.level > 0, after > mark + 1 + count))
    return tuple(found)


@lru_cache(maxsize=8)
def block_lines(text: str) -> Mapping[int, int]:
    r"""The numbers (from 1) of all lines that are the agreement's, each with the indent of the block that it stands in.

    >>> dict(block_lines("We said:\n\n ```pact\n cap\n ```\n"))
    {4: 1}
    """
    read = [fence for fence in fences(text) if fence.read] if FENCE in text.lower() else []
    return MappingProxyType({number: fence.indent for fence in read for number in range(fence.first, fence.after)})


def agreement_line(source: SourceFile, number: int) -> str:
    r"""A line (from 1) as the agreement has it: of a Markdown page, nothing for prose, and a block's indent taken off.

    >>> from pactlang.source import SourceFile
    >>> page = SourceFile("notes.md", "We said:\n\n  ```pact\n  cap\n  ```\n")
    >>> agreement_line(page, 1), agreement_line(page, 4)
    ('', 'cap')
    """
    text = source.line_text(number)
    if not is_literate(source.name):
        return text
    indent = block_lines(source.text).get(number)
    return "" if indent is None else text[prefix(text, indent) :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def prefix(line: str, indent: int) -> int:
    """How many characters at the start of a line in a block are the block's indent.

    >>> prefix("  cap", 2), prefix(" cap", 2), prefix("cap", 2)
    (2, 1, 0)
    """
    return min(indent, _indent(line))

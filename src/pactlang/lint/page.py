"""A rule's page: the docstring of its module, with the same headings for every rule.

The first line says what the rule finds. Then `## Why`, `## Before`, `## After`, `## How to fix`, `## When to allow it`, and `## Near miss`,
in this order. `Before` holds a `pact` block in which the rule speaks; `After` and `Near miss` hold blocks in which it does not. A block
without a heading `pact "…"` is read under `HEAD`. A block may be followed by a `pactlog` block, its log; `as-of=2026-09-01` after
` ```pact ` sets today; `earlier` after ` ```pact ` marks an older version.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.later import later

if TYPE_CHECKING:
    from pactlang.lint.rule import Rule

SECTIONS = ("Why", "Before", "After", "How to fix", "When to allow it", "Near miss")
HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin

use relationships

"""
_FENCE = later(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


class Block(Struct, frozen=True):
    """A fenced block of a page: its language, the words after it, its text."""

    language: str
    words: tuple[str, ...]
    text: str

    @property
    def whole(self) -> str:
        """The text of an agreement, with a heading where the page leaves it out."""
        return self.text if re.search(r"^pact\b", self.text, re.M) else HEAD + self.text


class Page(Struct, frozen=True):
    """What a rule finds, in a sentence, and the sections of its page as Markdown."""

    title: str
    sections: dict[str, str]

    def blocks(self, section: str) -> list[Block]:
        """The fenced blocks of a section."""
        return [Block(found[1], tuple(found[2].split()), found[3]) for found in _FENCE.finditer(self.sections.get(section, ""))]


def page_of(rule: Rule) -> Page:
    """The page of a rule, from the docstring of the module that its function stands in."""
    text = sys.modules[rule.find.__module__].__doc__ or ""
    title, *rest = re.split(r"^## (.+)$", text.strip(), flags=re.M)
    sections = {heading.strip(): body.strip() for heading, body in zip(rest[::2], rest[1::2], strict=True)}
    return Page(title.strip(), sections)

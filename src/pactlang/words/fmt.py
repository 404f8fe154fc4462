"""What `pact fmt` has to say: which files changed or would, and how."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from pactlang.words.page import Page
from pactlang.words.words import count_words, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

_STYLES = {"+": "good", "-": "mark", "@": "dim"}


def diff_text(name: str, before: str, after: str, *, colour: bool = False) -> str:
    """The lines that a new layout changes, in the usual form; what cannot be seen is shown as an escape."""
    page = Page(colour=colour)
    pieces = difflib.unified_diff(before.split("\n"), after.split("\n"), name, f"{name} (formatted)", lineterm="", n=2)
    for place, line in enumerate(pieces):
        style = "name" if place < 2 else _STYLES.get(line[:1], "")
        page.line(page.mark(line, style) if style else safe(line))
    return page.text


def summary_text(changed: Sequence[str], files: int, *, written: bool, colour: bool = False) -> str:
    """Which files were reformatted, or would be."""
    page = Page(colour=colour)
    for name in changed:
        page.line(f"{page.mark(name, 'name')}: {'reformatted' if written else 'would be reformatted'}")
    rest = files - len(changed)
    if not changed or not written:
        page.line(f"{count_words(rest, 'file')} already formatted." if rest or not changed else "Nothing was written.")
    return page.text


def left_text(name: str, lines: Sequence[int], *, colour: bool = False) -> str:
    """What was left as it stands, since it cannot be read."""
    page = Page(colour=colour)
    numbers = ", ".join(map(str, lines[:10])) + (", …" if len(lines) > 10 else "")
    what = "the block at line" if len(lines) == 1 else "the blocks at lines"
    they = "it was" if len(lines) == 1 else "they were"
    page.line(f"{page.mark(name, 'name')}: {what} {numbers} cannot be read yet, so {they} left alone: pact check says why.")
    return page.text

"""The canonical layout as edits, for a whole file or some of its lines."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from pactlang.diagnostics import Edit
from pactlang.language.layout import format_agreement

if TYPE_CHECKING:
    from pactlang.source import SourceFile


def laid_out(source: SourceFile, first: int = 1, last: int | None = None) -> list[Edit]:
    """The edits that lay out the lines from one to another (from 1, both included; all of them where none are named).

    Nothing where the text after it would not say the same.

    >>> from pactlang.source import SourceFile
    >>> [edit.replacement for edit in laid_out(SourceFile("us.pact", "cap\\n  at most  4 encounters per month\\n"))]
    ['    at most 4 encounters per month\\n']
    """
    new = format_agreement(source)
    if not new.same or new.text == source.text:
        return []
    before, after = source.text.splitlines(keepends=True), new.text.splitlines(keepends=True)
    edits: list[Edit] = []
    place = [0]
    for line in before:
        place.append(place[-1] + len(line))
    for tag, from_line, to_line, from_new, to_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (last is not None and (from_line + 1 > last or max(to_line, from_line + 1) < first)):
            continue
        edits.append(Edit(source.span(place[from_line], place[to_line]), "".join(after[from_new:to_new]), "Lay out"))
    return edits

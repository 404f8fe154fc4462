"""Mending: edits of the rules put into a text, as many as do not touch each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pactlang.lint.runner import closed_blocks

if TYPE_CHECKING:
    from pactlang.diagnostics import Edit
    from pactlang.language.tree import Document
    from pactlang.lint.rule import Fix
    from pactlang.lint.runner import Finding


def mended(document: Document, findings: Sequence[Finding], *, unsafe: bool) -> tuple[str, list[tuple[Finding, Fix]]]:
    """The text with the first fix of each finding that may be applied and touches no other, and which these were.

    A fix is applied whole or not at all, and only where all its edits are in this file. A block with a line that could not be read
    stays as it is.
    """
    source = document.source
    closed = closed_blocks(document)
    taken: list[Edit] = []
    done: list[tuple[Finding, Fix]] = []
    for finding in findings:
        fix = next((one for one in finding.found.fixes if one.safe or unsafe), None)
        if fix is None or any(edit.span.source.name != source.name for edit in fix.edits):
            continue
        if any(_touch(edit, other) for edit in fix.edits for other in taken):
            continue  # it waits for the next round
        if any(first <= edit.span.start < after or first < edit.span.end < after for edit in fix.edits for first, after in closed):
            continue
        taken += fix.edits
        done.append((finding, fix))
    text = source.text
    for edit in sorted(taken, key=lambda one: (one.span.start, one.span.end), reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text, done


def _touch(one: Edit, other: Edit) -> bool:
    if one.span.start == one.span.end or other.span.start == other.span.end:
        return one.span.start <= other.span.end and other.span.start <= one.span.end
    return one.span.start < other.span.end and other.span.start < one.span.end

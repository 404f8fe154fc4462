"""Where nothing is said and nothing mended: blocks that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.tree import LineKind

if TYPE_CHECKING:
    from pactlang.language.tree import Block, Document


def closed_blocks(document: Document) -> list[tuple[int, int]]:
    """The blocks with a line that could not be read: nothing is mended there, and nothing said but that."""
    return [_whole(document, place) for place, block in enumerate(document.blocks) if _unread(block)]


def _unread(block: Block) -> bool:
    return block.heading is None or any(item.line.kind is LineKind.CODE and item.body is None for item in block.items)


def _whole(document: Document, place: int) -> tuple[int, int]:
    """Where a block starts, and where the next one does."""
    blocks = document.blocks
    after = blocks[place + 1].line.number if place + 1 < len(blocks) else document.source.line_count + 1
    end = document.source.line_start(after) if after <= document.source.line_count else len(document.source.text) + 1
    return document.source.line_start(blocks[place].line.number), end

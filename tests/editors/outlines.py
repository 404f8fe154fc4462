"""What a file says, line by line, in the same words for both parsers: the tree-sitter grammars and our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct
from tree_sitter import Node

from pactlang.language import tree
from pactlang.language.parse import parse as parse_ours
from pactlang.log.entry import Entry
from pactlang.log.text_line import read_line
from pactlang.source import SourceFile
from tests.editors.grammars import nodes, parse

# An interval and a schedule are one form of the grammar: which it is, is a matter of meaning.
_STANDING = {"interval_sentence", "schedule_sentence"}
_NAMES = {"name", "string", "zone", "cell", "answer"}


class Said(NamedTuple):
    """One line that says something: what it is, and the text and place (in bytes) of each name on it."""

    line: int
    what: str
    names: tuple[tuple[int, int, str], ...]


def ours(text: str) -> list[Said]:
    """An agreement as our own parser reads it."""
    source = SourceFile("us.pact", text)
    found = []
    for block in parse_ours(source).document.blocks:
        heading = _heading(block.heading)
        found.append(_said(text, block.line.number, heading, block.heading))
        for item in block.items:
            # Under an example stand entries, which are the log's matter.
            example = heading == "example_block"
            found.append(Said(item.line.number, "example_line", ()) if example else _said(text, item.line.number, _body(item), item.body))
    return found


def theirs(text: str) -> list[Said]:
    """An agreement as the grammar reads it."""
    data = text.encode()
    found = []
    for block in parse("pact", text).root_node.named_children:
        if block.type == "comment":
            continue
        heading = block.named_children[0] if block.named_children else block
        kind = heading.child_by_field_name("kind")
        what = f"clause_block {_text(data, kind).lower()}" if kind else block.type
        lines = [child for child in block.named_children if child.start_point.row > block.start_point.row and child.type != "comment"]
        own = [child for child in block.named_children if child.start_point.row == block.start_point.row]
        found.append(Said(block.start_point.row + 1, what, tuple(name for child in own for name in _names_below(data, child))))
        for line in lines:
            row = line.start_point.row + 1
            example = what == "example_block"
            found.append(Said(row, "example_line", ()) if example else Said(row, line.type, tuple(_names_below(data, line))))
    return found


def _text(data: bytes, node: Node) -> str:
    return data[node.start_byte : node.end_byte].decode()


def _names_below(data: bytes, node: Node) -> Iterator[tuple[int, int, str]]:
    for one in nodes(node):
        if one.type in _NAMES and one.is_named:
            yield one.start_byte, one.end_byte, _text(data, one)


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def _heading(heading: Any) -> str:
    assert heading is not None
    what = _snake(type(heading).__name__).replace("_heading", "_block")
    if what == "aim_block":  # a hope or a guarantee
        return f"{heading.kind}_block"
    return f"{what} {heading.kind}" if isinstance(heading, tree.ClauseHeading) else what


def _body(item: tree.Item) -> str:
    body = item.body
    if isinstance(body, tree.SentenceLine):
        what = f"{_snake(type(body.form).__name__)}_sentence"
        return "standing_sentence" if what in _STANDING else what
    if isinstance(body, tree.ModifierLine):
        return "wish_modifier" if body.word == "if we can" else f"{body.word.replace(' ', '_')}_modifier"
    if isinstance(body, tree.FieldLine):
        return f"{body.word.replace(' ', '_')}_line"
    if isinstance(body, tree.DaysLine):
        return "except_days_line" if body.excepted else "days_line"
    if isinstance(body, tree.HoursLine):
        return "hours_line"
    return "table_row" if isinstance(body, tree.TableLine) else item.line.kind.value


def _said(text: str, number: int, what: str, node: object) -> Said:
    places = {(name.span.start, name.span.end) for name in _names_in(node)}
    return Said(number, what, tuple(_place(text, start, end) for start, end in sorted(places)))


def _place(text: str, start: int, end: int) -> tuple[int, int, str]:
    first = len(text[:start].encode())
    return first, first + len(text[start:end].encode()), text[start:end]


def _names_in(node: object) -> Iterator[tree.Name]:
    if isinstance(node, tree.Name):
        yield node
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            yield from _names_in(getattr(node, name))
    elif isinstance(node, tuple | frozenset):
        for part in node:
            yield from _names_in(part)


# --- logs ---------------------------------------------------------------------------------------------------------------------------------

# The parts of an entry by the grammar's names of them, and by the reader's.
_PARTS = {
    ("by_part", "name"): "by",
    ("to_part", "name"): "to",
    ("with_part", "name"): "with",
    ("instead_part", "name"): "instead_of",
    ("noted_part", "name"): "noted_by",
    ("noted_part", "date"): "noted",
    ("covering_part", "item"): "covering",
    ("tagged_part", "item"): "tags",
    ("at_part", "place"): "place",
    ("as_part", "id"): "id",
    ("about_part", "id"): "about",
    ("until_part", "date"): "until",
    ("entry", "event"): "type",
    ("entry", "finding"): "target",
    ("entry", "id"): "about",
}


class Part(NamedTuple):
    """A part of an entry: what it is, and its place on its line in bytes."""

    line: int
    what: str
    start: int
    end: int


def our_parts(text: str, entries: list[Entry]) -> set[Part]:
    """The parts of all entries of a log as our own reader places them."""
    found = set()
    for entry in entries:
        line = text.split("\n")[entry.line - 1]
        for (key, _), (start, end) in read_line(line).places.items():
            what = "field" if key.startswith("field ") else "value" if key.startswith("value ") else key
            found.add(Part(entry.line, what, len(line[:start].encode()), len(line[:end].encode())))
    return found


def their_parts(text: str) -> set[Part]:
    """The parts of all entries of a log as the grammar places them."""
    found = set()
    for entry in parse("pactlog", text).root_node.named_children:
        for node in nodes(entry):
            what = _part(node)
            if what:
                found.add(Part(node.start_point.row + 1, what, node.start_point.column, node.end_point.column))
    return found


def _part(node: Node) -> str:
    above = node.parent
    if above is None or not node.is_named:
        return ""
    if above.type == "end":
        return "end" if node.prev_named_sibling is None else ""
    if above.type == "field":
        return "field" if node.type == "field_name" else "value"
    holder = above.parent if above.type in ("names", "items") and above.parent is not None else above
    return _PARTS.get((holder.type, node.type), "")

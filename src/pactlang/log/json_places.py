"""Where a value stands in a line of JSON."""

from __future__ import annotations

import json
import re

from pactlang.source import SourceFile

_decoder = json.JSONDecoder()
_GAP = re.compile(r"[\s,:]*")


def find_in_object(file: SourceFile, line: int, key: str, index: int) -> tuple[int, int] | None:
    """Where the value of a key stands, as offsets in the file; None where the line has no such key.

    `key` is a key of an entry, `key X` for the key X itself, `field X` and `value X` for a field's name and value.

    >>> file = SourceFile("us.jsonl", '{"by": ["Ana", "Ben"], "fields": {"amount": 45}}')
    >>> [file.span(*find_in_object(file, 1, key, 1)).text for key in ("by", "value amount", "field amount")]
    ['"Ben"', '45', '"amount"']
    """
    text, start = file.line_text(line), file.line_start(line)
    kind, _, name = key.partition(" ") if " " in key else ("", "", key)
    opening = text.find("{")
    if opening < 0:
        return None
    try:
        members = _members(text, opening)
        if kind in ("field", "value"):
            members = _members(text, members["fields"][1][0])
        found = members[name][0] if kind in ("key", "field") else members[name][1]
        if not kind and text[found[0]] == "[":
            items = _items(text, found[0])
            found = items[min(index, len(items) - 1)] if items else found
    except (ValueError, KeyError, IndexError, RecursionError):
        return None
    return start + found[0], start + found[1]


_Place = tuple[int, int]


def _members(text: str, opening: int) -> dict[str, tuple[_Place, _Place]]:
    """The keys of an object, each with its own place and its value's. Raises `ValueError` where it is no JSON."""
    found: dict[str, tuple[_Place, _Place]] = {}
    place = _skip(text, opening + 1)
    while text[place] != "}":
        key, key_end = _decoder.raw_decode(text, place)
        start = _skip(text, key_end)
        _, end = _decoder.raw_decode(text, start)
        found[key] = (place, key_end), (start, end)
        place = _skip(text, end)
    return found


def _items(text: str, opening: int) -> list[_Place]:
    found: list[_Place] = []
    place = _skip(text, opening + 1)
    while text[place] != "]":
        _, end = _decoder.raw_decode(text, place)
        found.append((place, end))
        place = _skip(text, end)
    return found


def _skip(text: str, place: int) -> int:
    gap = _GAP.match(text, place)
    return gap.end() if gap else place

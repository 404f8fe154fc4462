"""The vocabularies that ship with the package: ordinary pact files of events and terms."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.language.parse import Parsed, parse
from pactlang.language.tree import EventHeading, FieldLine
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.language.tree import Document

_FOLDER = Path(__file__).parent.parent / "vocabularies"


def vocabulary_names() -> list[str]:
    """The names that `use` may bring in."""
    return sorted(item.stem for item in _FOLDER.glob("*.pact"))


@lru_cache(maxsize=16)
def vocabulary(name: str) -> Document | None:
    """A vocabulary of the package, parsed once; None where there is none of this name."""
    if name not in vocabulary_names():
        return None
    text = (_FOLDER / f"{name}.pact").read_text(encoding="utf-8")
    parsed: Parsed = parse(SourceFile(f"vocabularies/{name}.pact", text))
    assert not parsed.diagnostics, parsed.diagnostics  # noqa: S101 - what ships is tested
    return parsed.document


def vocabulary_with(noun: str) -> str:
    """The first vocabulary that has an event of this name, singular or plural; an empty string where none has.

    >>> vocabulary_with("encounters"), vocabulary_with("moonwalk")
    ('relationships', '')
    """
    return _vocabularies_with().get(noun, "")


@lru_cache(maxsize=1)
def _vocabularies_with() -> dict[str, str]:
    """The first vocabulary of each event, by its singular and its plural."""
    found: dict[str, str] = {}
    for name in sorted(vocabulary_names(), key=lambda one: (one != "relationships", one)):
        document = vocabulary(name)
        assert document is not None  # noqa: S101 - it is one of the names
        for block in document.blocks:
            if isinstance(block.heading, EventHeading):
                fields = (item.body for item in block.items if isinstance(item.body, FieldLine))
                plurals = (word for field in fields if field.word == "plural" for word in field.values if isinstance(word, str))
                for noun in (block.heading.name, *plurals):
                    found.setdefault(noun, name)
    return found

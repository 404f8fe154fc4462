"""The vocabularies that ship with the package: ordinary pact files of events and terms.

A wheel has them as they were read when it was built (`VOCABULARIES`), since nearly every agreement uses one. A checkout reads its files.
"""

from __future__ import annotations

from functools import lru_cache
from marshal import dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.language.parse import parse
from pactlang.language.tree import EventHeading, FieldLine
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from pactlang.language.tree import Document

_FOLDER = Path(__file__).parent.parent / "vocabularies"
VOCABULARIES = "vocabularies.bin"


def vocabulary_names() -> list[str]:
    """The names that `use` may bring in."""
    return sorted(item.stem for item in _FOLDER.glob("*.pact"))


@lru_cache(maxsize=16)
def vocabulary(name: str) -> Document | None:
    """A vocabulary of the package, parsed once; None where there is none of this name."""
    if (built := _FOLDER / VOCABULARIES).is_file():
        return read_built(built, name)
    return _read(name) if name in vocabulary_names() else None


def _read(name: str) -> Document:
    text = (_FOLDER / f"{name}.pact").read_text(encoding="utf-8")
    parsed = parse(SourceFile(f"vocabularies/{name}.pact", text))
    assert not parsed.diagnostics, parsed.diagnostics  # noqa: S101 - what ships is tested
    return parsed.document


def write_built(target: Path) -> None:
    """Write all vocabularies as they are read now."""
    import pickle

    target.write_bytes(dumps({name: pickle.dumps(_read(name)) for name in vocabulary_names()}, 4))


def read_built(path: Path, name: str) -> Document | None:
    """A vocabulary of such a file; None where there is none of this name."""
    import _pickle  # type: ignore[import-not-found, unused-ignore]  # `pickle` itself has a whole reader in Python besides

    data = loads(path.read_bytes()).get(name)  # noqa: S302 - a file of the package itself
    document: Document | None = None if data is None else _pickle.loads(data)
    return document


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

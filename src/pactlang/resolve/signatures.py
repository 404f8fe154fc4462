"""What people sign, with its digest, and who signed, as the tree has it: before anything is resolved."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pactlang.hashes import sha256
from pactlang.language.tokens import words_line
from pactlang.language.tree import EntryLine, FieldLine, LineKind, Name, PactHeading, TableLine
from pactlang.model.agreement import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.language.tree import Document
    from pactlang.source import Span


def _fields(document: Document) -> Iterator[tuple[FieldLine, Span]]:
    for block in document.blocks:
        if isinstance(block.heading, PactHeading):
            for item in block.items:
                if isinstance(item.body, FieldLine):
                    yield item.body, item.line.span


def signatures_in(document: Document) -> list[Signature]:
    """The signatures under the `pact` heading, in the order of their lines."""
    found = []
    for body, span in _fields(document):
        match body.word, body.values:
            case "signed by", (Name() as party, int(on), str(digest), *after):
                found.append(Signature(str(party), on, digest, span, str(after[0]) if after else ""))
            case _:
                pass
    return found


def parties_in(document: Document) -> frozenset[str]:
    """The names after `between`."""
    return frozenset(str(name) for body, _ in _fields(document) if body.word == "between" for name in body.values if isinstance(name, Name))


# --- the words that a signature stands for -----------------------------------------------------------------------


def canonical_text(documents: Iterable[Document]) -> str:
    """The words of the files, a line each, without comments, blank lines and signatures, spacing evened out.

    It is what a signature stands for, so it changes with no layout: no `pact fmt`, now or later, makes a signature void.
    """
    return "".join(f"{line}\n" for document in documents for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    tables: set[int] = set()
    signatures: set[int] = set()
    notes: set[int] = set()
    for block in document.blocks:
        for item in block.items:
            if isinstance(item.body, TableLine):
                tables.add(item.line.number)
            elif isinstance(item.body, EntryLine) and item.body.note:
                notes.add(item.line.number)
            elif isinstance(block.heading, PactHeading) and isinstance(item.body, FieldLine) and item.body.word == "signed by":
                signatures.add(item.line.number)
    for line in document.lines:
        text = line.span.text
        if line.kind in (LineKind.BLANK, LineKind.COMMENT) or line.number in signatures:
            continue
        if line.kind is LineKind.REASON:
            text = f"> {text[1:]}"
        elif line.kind is LineKind.CODE and line.number not in tables:
            text = words_line(text)
        # How deep a line stands says nothing, but for an example: there it makes an entry a note.
        depth = "        " if line.number in notes else "    " if line.indent else ""
        yield unicodedata.normalize("NFC", depth + " ".join(text.split()))


def digest(documents: Iterable[Document]) -> str:
    """`sha256:…` over the words of the files (see `canonical_text`)."""
    return f"sha256:{sha256(canonical_text(documents).encode()).hexdigest()}"

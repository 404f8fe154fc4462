"""Who signed, and between whom a text is, as the tree has it: enough to tell whether all have signed, before anything is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.tree import FieldLine, Name, PactHeading
from pactlang.model.agreement import Signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.resolve.files import Gathered
    from pactlang.source import Span


def _fields(gathered: Gathered) -> Iterator[tuple[FieldLine, Span]]:
    for block in gathered.own[0].blocks:
        if isinstance(block.heading, PactHeading):
            for item in block.items:
                if isinstance(item.body, FieldLine):
                    yield item.body, item.line.span


def signatures_in(gathered: Gathered) -> list[Signature]:
    """The signatures under the `pact` heading, in the order of their lines."""
    found = []
    for body, span in _fields(gathered):
        match body.word, body.values:
            case "signed by", (Name() as party, int(on), str(digest), *after):
                found.append(Signature(str(party), on, digest, span, str(after[0]) if after else ""))
            case _:
                pass
    return found


def parties_in(gathered: Gathered) -> frozenset[str]:
    """The names after `between`."""
    return frozenset(str(name) for body, _ in _fields(gathered) if body.word == "between" for name in body.values if isinstance(name, Name))

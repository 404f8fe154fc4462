"""Questions about a reading that surprises some people: asked at the first sentence of a text, and not again at the next ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactlang.lint.rule import Found


def asked_once(each: Iterable[Found | None]) -> Iterator[Found]:
    """The first of some questions, which says of how many more sentences it could be asked."""
    found = [one for one in each if one is not None]
    more = f" ({len(found) - 1} more in this text)" if len(found) > 1 else ""
    for first in found[:1]:
        yield replace(first, message=first.message + more)

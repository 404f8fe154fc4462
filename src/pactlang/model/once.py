"""What is worked out once for a thing that is asked about again and again: a search judges the same text thousands of times."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

A = TypeVar("A")
B = TypeVar("B")


def once_each(work: Callable[[A], B], most: int = 256) -> Callable[[A], B]:
    """The same function, which works once for each of the last things given to it, told apart by identity.

    Things must not change afterwards. Each is held, so that no other takes its place; when there are `most`, all are let go.

    >>> asked = []
    >>> double = once_each(lambda things: asked.append(1) or 2 * things)
    >>> text = ("a",)
    >>> double(text), double(text), len(asked)
    (('a', 'a'), ('a', 'a'), 1)
    """
    known: dict[int, tuple[A, B]] = {}

    def look(thing: A) -> B:
        found = known.get(id(thing))
        if found is None:
            if len(known) >= most:
                known.clear()
            found = known[id(thing)] = (thing, work(thing))
        return found[1]

    return look

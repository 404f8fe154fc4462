"""The texts that brought signatures, found by a quick look at their bytes, and the order in which git has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.history.past import Past
from pactlang.history.scan import Line, words
from pactlang.language.literate import is_literate

if TYPE_CHECKING:
    from pactlang.history.walk import Step


class SigningText(Struct):
    """A text in one commit; its `key` is equal where the words are. `new` are the signatures that this commit brought."""

    step: Step
    root: str
    key: tuple[object, ...]
    new: tuple[Line, ...]
    after: frozenset[int] = frozenset()


def key_of(past: Past, step: Step, root: str) -> tuple[object, ...]:
    """What is equal where two texts have the same words: the bytes without signatures, and all that they bring in."""
    more = past.brings_in(step.files, root)
    return (is_literate(root), words(past.data(step.files[root]), root), *sorted(more.items()))


def signing_texts(past: Past) -> list[SigningText]:
    """The texts of all commits that brought a signature which none before them had, in the order of the steps."""
    numbers: dict[Line, int] = {}
    masks: dict[int, int] = {}  # by the place of the lines in memory, which one look shares with the next
    stood: dict[str, int] = {}  # the signatures that a commit or any before it had, a bit for each
    behind: dict[str, int] = {}  # the signing texts of a commit and of all before it, a bit for each
    found: list[SigningText] = []
    for step in past.steps:
        now = before = _of_any(stood, step.parents)
        places = earlier = _of_any(behind, step.parents)
        for root, blob in past.texts(step):
            lines = past.look(blob, root).lines
            mask = masks.get(id(lines))
            if mask is None:
                mask = masks[id(lines)] = sum({1 << numbers.setdefault(line, len(numbers)) for line in lines})
            if mask & ~before:
                new = tuple(line for line in lines if not before >> numbers[line] & 1)
                after = frozenset(place for place in range(len(found)) if earlier >> place & 1)
                places |= 1 << len(found)
                found.append(SigningText(step, root, key_of(past, step, root), new, after))
            now |= mask
        stood[step.hash], behind[step.hash] = now, places
    return found


def _of_any(masks: Mapping[str, int], parents: Sequence[str]) -> int:
    """What any of some commits has."""
    found = 0
    for parent in parents:
        found |= masks.get(parent, 0)
    return found


def in_git_order(texts: Sequence[SigningText], words: Callable[[SigningText], str]) -> list[SigningText]:
    """Git's order: what came before comes first; where neither did, by digest. No date of a commit plays a part."""
    found: list[SigningText] = []
    waiting = {place: len(text.after) for place, text in enumerate(texts)}
    following: dict[int, list[int]] = {}
    for place, text in enumerate(texts):
        for other in text.after:
            following.setdefault(other, []).append(place)
    ready: list[tuple[str, int]] = []
    for place, count in waiting.items():
        if not count:
            heappush(ready, (words(texts[place]), place))
    while ready:
        _, place = heappop(ready)
        found.append(texts[place])
        for other in following.get(place, ()):
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, (words(texts[other]), other))
    return found

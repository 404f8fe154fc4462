"""Finds out what became of each piece of a log: whether it stands, was changed, or was taken out; and what was added before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.words import ends_alike

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 4_000_000  # pairs of pieces that are held against each other, of all stretches that changed
_SPACES = re.compile(r"[ \t]+").sub
_QUOTE = re.compile(r"[\"“”„‟«»]").search  # between quotes a space is a letter as any other


class TooMuch(Exception):  # noqa: N818 - nothing is wrong with the text
    """Too much was changed to find out what became of what."""


class Aligned(Struct):
    """`now` is what each old piece is now (None: taken out); `added` is what stands before each of them, and last of all."""

    now: list[str | None]
    added: list[list[str]]


def said(piece: str) -> str:
    """What a piece says, however it is laid out.

    >>> said("2026-03-01   test  by Ana\\n      Quick.\\n") == said("2026-03-01  test by Ana\\n    Quick.\\n")
    True
    """
    return "\n".join(line.strip(" \t") if _QUOTE(line) else _SPACES(" ", line).strip(" ") for line in piece.split("\n"))


def is_entry(piece: str) -> bool:
    """Whether a piece is an entry, or was meant as one: no comment, no blank line."""
    return bool(piece.strip()) and not piece.startswith("#")


def align(old: Sequence[str], new: Sequence[str]) -> Aligned:
    """What became of each piece of an old text in a new one. Raises `TooMuch`.

    An entry that was taken out where another was put in counts as changed into it, the most similar of them first.

    >>> align(["a b c", "d e f"], ["a b x", "g h i", "d e f"])
    Aligned(now=['a b x', 'd e f'], added=[[], ['g h i'], []])
    """
    found = Aligned([None] * len(old), [[] for _ in range(len(old) + 1)])
    budget = [_MOST]
    one = other = 0
    stays = [*_same([said(piece) for piece in old], [said(piece) for piece in new], budget), (len(old), len(new))]
    for next_one, next_other in stays:
        pairs = _changed(old[one:next_one], new[other:next_other], budget)
        partners = {other + b: one + a for a, b in pairs}
        place = one
        for index in range(other, next_other):
            if index in partners:
                place = partners[index]
                found.now[place] = new[index]
                place += 1
            else:
                found.added[place].append(new[index])
        if next_one < len(old):
            found.now[next_one] = new[next_other]
        one, other = next_one + 1, next_other + 1
    return found


def _same(old: list[str], new: list[str], budget: list[int]) -> list[tuple[int, int]]:
    """The places of what stands in both, in order: first what is there once on each side, then what lies between."""
    start, end = ends_alike(old, new)
    found = [(place, place) for place in range(start)]
    found += _between(old, new, (start, len(old) - end), (start, len(new) - end), budget)
    return found + [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]


def _between(old: list[str], new: list[str], olds: tuple[int, int], news: tuple[int, int], budget: list[int]) -> list[tuple[int, int]]:
    mine, others = Counter(old[slice(*olds)]), Counter(new[slice(*news)])
    places = {new[place]: place for place in range(*news)}
    once = [(place, places[old[place]]) for place in range(*olds) if mine[old[place]] == 1 == others[old[place]]]
    found: list[tuple[int, int]] = []
    one, other = olds[0], news[0]
    for anchor in [*_rising(once), (olds[1], news[1])]:
        found += _by_stretches(old[one : anchor[0]], new[other : anchor[1]], one, other, budget)
        if anchor[0] < olds[1]:
            found.append(anchor)
        one, other = anchor[0] + 1, anchor[1] + 1
    return found


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, in order of their first, whose second rises, too."""
    lowest: list[int] = []  # of the ends of all rising parts of each length, the lowest
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        length = bisect_left(lowest, value)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [value]
        ends[length : length + 1] = [number]
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _by_stretches(old: list[str], new: list[str], one: int, other: int, budget: list[int]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    _spend(budget, len(old) * len(new))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(one + block.a + place, other + block.b + place) for block in blocks for place in range(block.size)]


def _changed(old: Sequence[str], new: Sequence[str], budget: list[int]) -> list[tuple[int, int]]:
    """Which of the new entries are which of the old ones, in order: as many as there can be, and as similar as can be."""
    mine = [(place, set(piece.split())) for place, piece in enumerate(old) if is_entry(piece)]
    others = [(place, set(piece.split())) for place, piece in enumerate(new) if is_entry(piece)]
    if not mine or not others:
        return []
    _spend(budget, len(mine) * len(others))
    best = [[0.0] * (len(others) + 1) for _ in range(len(mine) + 1)]
    for a in range(len(mine) - 1, -1, -1):
        for b in range(len(others) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], best[a + 1][b + 1] + _alike(mine[a][1], others[b][1]))
    found = []
    a = b = 0
    while a < len(mine) and b < len(others):
        if best[a][b] == best[a + 1][b + 1] + _alike(mine[a][1], others[b][1]):
            found.append((mine[a][0], others[b][0]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


def _alike(one: set[str], other: set[str]) -> float:
    return 0.01 + len(one & other) / len(one | other)


def _spend(budget: list[int], steps: int) -> None:
    budget[0] -= steps
    if budget[0] < 0:
        raise TooMuch

"""A misspelt word that is one slip away from a word that people use here: two letters swapped, one too many or one too few."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.slots import slots, verb_forms
from pactlang.language.rephrase.spelling import UNITS, WEEKDAYS, Token
from pactlang.language.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from pactlang.language.rephrase.chunks import Context

_SHORTEST = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "ers", "ly", "y")
_MEANT = frozenset(["medication", "quite", "flights", "flight"])  # one slip away from another word, and right


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """All words of the data, of the language, and every form of a verb."""
    here = Path(__file__).parent
    data = " ".join((here / name).read_text(encoding="utf-8") for name in ("phrases.txt", "shapes.txt"))
    listed = {word for words in slots().values() for one in words for word in one.split()}
    named = {one.casefold() for one in (*MONTHS, *WEEKDAYS, *UNITS, *load_tables().words)}
    return frozenset({*re.findall(r"[a-z]{4,}", data), *listed, *named, *verb_forms()})


@lru_cache(maxsize=1)
def _targets() -> frozenset[str]:
    """Words with hardly another English word one slip away."""
    return frozenset({*slots()["spelt"], *(one.casefold() for one in (*MONTHS, *WEEKDAYS) if len(one) > _SHORTEST)})


def mended(tokens: Sequence[Token], context: Context) -> list[Token]:
    """The same words with each slip mended, where one word only can be meant.

    >>> from pactlang.language.rephrase.chunks import Context
    >>> from pactlang.language.rephrase.spelling import spelled
    >>> [one.text for one in mended(spelled("no freinds untill tomorow mornig, pork in Lisas pan"), Context())]
    ['no', 'friends', 'until', 'tomorrow', 'morning', ',', 'pork', 'in', 'Lisas', 'pan']
    """
    nouns = {word for one in (*context.nouns, *context.nouns.values()) for word in one.split("-")}
    return [_mended(token, nouns, context) for token in tokens]


def _mended(token: Token, nouns: Container[str], context: Context) -> Token:
    word = token.text
    known = _words()
    if len(word) < _SHORTEST or not word.isalpha() or not word.islower() or not word.isascii():
        return token
    if word in known or word in nouns or word in _MEANT or context.knows(word):
        return token
    if any(word.endswith(end) and (word.removesuffix(end) in known or f"{word.removesuffix(end)}e" in known) for end in _ENDINGS):
        return token
    right = _targets()
    found = {one for one in _slips(word) if one in right or (one in nouns and len(one) > _SHORTEST)}
    return token._replace(text=found.pop(), exact=False) if len(found) == 1 else token


def _slips(word: str) -> Iterator[str]:
    for place in range(1, len(word) - 1):
        yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"  # two letters swapped
        yield f"{word[:place]}{word[place + 1 :]}"  # one too many
    for place in range(1, len(word)):
        for letter in _LETTERS:
            yield f"{word[:place]}{letter}{word[place:]}"  # one too few
    if word[-1] == word[-2]:
        yield word[:-1]
    if word.endswith("in"):
        yield f"{word}g"

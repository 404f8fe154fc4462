"""When two words that people wrote are the same word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from pactlang.diagnostics import nearest_name

_NEAR = 0.8  # free words are many, so fewer are taken for a slip than among names
_SEPARATORS = re.compile(r"[\s'’_-]+")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A tag, a place or a value as it is compared: without regard to case, or to how its letters are stored.

    >>> folded("Home") == folded("home"), folded("cafe\\u0301") == folded("Caf\\u00e9"), folded("home") == folded("home office")
    (True, True, False)
    """
    return word.lower() if word.isascii() else normalize("NFC", normalize("NFC", word).casefold())


def near_word(word: str, named: Iterable[str]) -> str:
    """The named tag, place or value that this one nearly is; empty where it is one of them, or near none.

    >>> named = ["home", "coworker", "room-1"]
    >>> [near_word(word, named) for word in ("coworkr", "Co-worker", "Coworker", "room-2", "phone", "dinner")]
    ['coworker', 'coworker', '', '', '', '']
    """
    by_look = {folded(one): one for one in named}
    look = folded(word)
    if look in by_look:
        return ""
    bare = {_SEPARATORS.sub("", one): meant for one, meant in by_look.items() if _DIGITS.findall(one) == _DIGITS.findall(look)}
    own = _SEPARATORS.sub("", look)
    return bare.get(own) or bare.get(nearest_name(own, bare, _NEAR), "")


def within(words: str, named: Iterable[str]) -> str:
    """The named place that stands among the words of another.

    >>> within("Home office", ["home", "work"]), within("homestead", ["home"])
    ('home', '')
    """
    each = set(re.split(r"[\s-]+", folded(words)))
    return next((one for one in sorted(named) if folded(one) in each and folded(one) != folded(words)), "")

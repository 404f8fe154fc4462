"""When two words that people wrote are the same word."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A tag, a place or a value as it is compared: without regard to case, or to how its letters are stored.

    >>> folded("Home") == folded("home"), folded("cafe\\u0301") == folded("Caf\\u00e9"), folded("home") == folded("home office")
    (True, True, False)
    """
    return word.lower() if word.isascii() else normalize("NFC", normalize("NFC", word).casefold())

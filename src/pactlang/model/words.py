"""When two words that people wrote are the same word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

from pactlang.diagnostics import nearest_name
from pactlang.later import ready

_NEAR = 0.8  # free words are many, so fewer are taken for a slip than among names
_SHORT = 3
_LONG = 40
_SEPARATORS = ready(r"[\s'’_-]+")
_DIGITS = ready(r"\d+")
_MORE_THAN_A_NAME = ready(r"^$|^\s|\s$|\s\s|[,;:\"“”«»()\[\]{}/\\|·]|\b(?:and|or)\b", re.IGNORECASE).search


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A tag, a place or a value as it is compared: without regard to case, or to how its letters are stored.

    >>> folded("Home") == folded("home"), folded("cafe\\u0301") == folded("Caf\\u00e9"), folded("home") == folded("home office")
    (True, True, False)
    """
    return word.lower() if word.isascii() else normalize("NFC", normalize("NFC", word).casefold())


def evened(name: str) -> str:
    """What somebody is called, as it is compared: accents composed, any space one plain space, none at the ends.

    >>> evened(" Ana\u00a0 B "), evened("Zoe\u0308") == "Zo\u00eb"
    ('Ana B', True)
    """
    return name if name.isascii() and name.isalnum() else " ".join(normalize("NFC", name).split())


def quoted(text: str) -> str:
    """A text in quotation marks, as agreements and logs read it back; what no agreement can hold, as logs do.

    >>> print(quoted('the "old" lake'), quoted("C:\\\\lake"), quoted("A\\\\"), quoted('a"b”c'))
    “the "old" lake” "C:\\lake" “A\\” "a\\"b”c"
    """
    # A single backslash at the end would make the mark behind it part of the words.
    if '"' in text or (len(text) - len(text.rstrip("\\"))) % 2:
        if not set("“”") & set(text) and len(text) < 1000:
            return f"“{text}”"
        if '"' in text:
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if not set("«»") & set(text):
            return f"«{text}»"
    return f'"{text}"'


def called(name: str) -> str:
    """What somebody is called, as a sentence says it: in quotation marks where it would read as several, or as more than a name.

    >>> print(called("Mary Ann"), called("A, B and C"))
    Mary Ann "A, B and C"
    """
    return name if _MORE_THAN_A_NAME(name) is None else quoted(name)


def _slips(word: str) -> Iterator[str]:
    """What somebody writes who changes two letters over, or says the plural; another letter in a short word is often another word.

    >>> [word in _slips("high") for word in ("hihg", "highs", "hgh", "low")], list(_slips("bins"))[:2], list(_slips("gym"))
    ([True, True, False, False], ['binss', 'bin'], ['gyms'])
    """
    yield f"{word}s"
    if word.endswith("s") and len(word) > _SHORT:
        yield word[:-1]
    for place in range(len(word) - 1 if _SHORT < len(word) <= _LONG else 0):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


class NearWords:
    """Tags, places or values that sentences name, to tell which of them another word nearly is.

    >>> named = NearWords(["home", "coworker", "room-1"])
    >>> [named.near(word) for word in ("coworkr", "Co-worker", "Coworker", "room-2", "phone", "dinner")]
    ['coworker', 'coworker', '', '', '', '']
    """

    __slots__ = ("_by_digits", "_looks", "_slips")

    def __init__(self, named: Iterable[str] = ()) -> None:
        self._looks: dict[str, str] = {}
        self._slips: dict[str, str] = {}
        self._by_digits: dict[tuple[str, ...], dict[str, str]] = {}  # words with other digits are others, however near
        for word in named:
            self.add(word)

    def add(self, word: str) -> None:
        """Name one more."""
        look = folded(word)
        if look not in self._looks:
            self._looks[look] = word
            bare = _SEPARATORS.sub("", look)
            self._by_digits.setdefault(tuple(_DIGITS.findall(look)), {})[bare] = word
            for slip in _slips(bare):
                self._slips.setdefault(slip, bare)

    def near(self, word: str) -> str:
        """The named word that this one nearly is; empty where it is one of them, or near none."""
        look = folded(word)
        if look in self._looks:
            return ""
        bare = self._by_digits.get(tuple(_DIGITS.findall(look)), {})
        own = _SEPARATORS.sub("", look)
        return bare.get(own) or bare.get(self._slips.get(own, "")) or bare.get(nearest_name(own, bare, _NEAR), "")

    def within(self, words: str) -> str:
        """The named place that stands among the words of another.

        >>> NearWords(["home", "work"]).within("Home office"), NearWords(["home"]).within("homestead")
        ('home', '')
        """
        look = folded(words)
        each = {one for one in re.split(r"[\s-]+", look) if one in self._looks and one != look}
        return min((self._looks[one] for one in each), default="")


def clock_words(second: int) -> str:
    """A time of day.

    >>> clock_words(7 * 3600 + 5 * 60)
    '07:05'
    """
    return f"{second // 3600:02}:{second % 3600 // 60:02}"


def list_words(words: Sequence[str], last: str = "and") -> str:
    """A list in words.

    >>> list_words(["Ana", "Ben", "Cleo"])
    'Ana, Ben and Cleo'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def ends_alike(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """With how many parts (of a text, characters) both begin alike, and with how many of the rest they end.

    >>> ends_alike("within 24 hours".split(), "within 2 hours".split()), ends_alike("aa", "aaa")
    ((1, 1), (2, 0))
    """
    most = min(len(old), len(new))
    first = last = 0
    while first < most and old[first] == new[first]:
        first += 1
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return first, last


def called_all(names: Iterable[str]) -> str:
    """What several people are called, as a list in words."""
    return list_words([called(name) for name in names])

"""How much a line's matter weighs: nobody needs a number for a blanket, and a coin in a common tin is no price."""

from __future__ import annotations

import re

from pactlang.later import later
from pactlang.lint.frames import Phrase

_SMALL = Phrase("small_matters", "small")
_TIN = Phrase("small_matters", "tin")
_NUMBER = later(r"\d{1,6}(?:[.,]\d{1,2})?|\b(?:twenty|thirty|fifty|hundred)\b", re.I)
_A_COIN = 10  # of whatever money


def small(words: str) -> bool:
    """Whether a line is about something small.

    >>> small("The blanket is washed now and then."), small("The rent is paid now and then.")
    (True, False)
    """
    return _SMALL.search(words) is not None


def custom(words: str) -> bool:
    """Whether a line puts small money into something common, whoever it is.

    >>> custom("Who is late pays 5 francs into the tin."), custom("Who is late pays Ana 5 francs.")
    (True, False)
    """
    coins = all(one[0][0].isdigit() and float(one[0].replace(",", ".")) <= _A_COIN for one in _NUMBER.finditer(words))
    return coins and _TIN.search(words) is not None

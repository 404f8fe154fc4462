"""Pieces that patterns for plain English are put together from.

Every piece is bounded: a gap is a few words at most, so that no pattern can run long on a strange line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property

# Whose: "his", "each other's", "Ben's", "the other one's".
WHOSE = r"(?:his|her|their|my|your|ur|our|the other's|the other one's|each other's|one another's|(?:the )?[\w-]{1,30}'s?)"
# A name, by its capital letter; the first word of a sentence may look like one.
NAME = (
    r"(?-i:(?!(?:It|This|That|There|These|The|An?|No|If|When|What|Who|We|You|I|He|She|They|On|In|At|And|Or|Each|Every|Everyone|All|"
    r"Our|Today|"
    r"Tomorrow|Whoever|Someone|Somebody|Anyone|Anybody|Everybody|Nobody|Let|Do|Never|Always)\b)[A-Z])[\w-]{1,30}"
)
# Somebody else's for certain, whoever speaks.
OTHERS = (
    rf"(?:the other's|the other one's|each other's|one another's|the other(?: person| partner| party)?'s|{NAME}'s?|(?:his|her|"
    rf"their|my) partner's)"
)
# Whoever acts, and whom it is done to.
WHO = rf"(?:{NAME}|he|she|they|we|i|you|u|both|either|each|everyone|one of us|the other(?: one| person| partner)?)"
WHOM = rf"(?:{NAME}|him|her|them|us|me|you|u|both|each other|one another|the other(?: one| person| partner)?)"
MUST = (
    r"(?:must|has to|have to|needs? to|is to|are to|shall|should|ought to|has got to|have got to|"
    r"(?:is|are) (?:required|expected|obliged|supposed|asked) to)"
)
MUST_NOT = (
    r"(?:must not|must never|mustn't|may not|may never|can ?not|can't|can never|shall not|shall never|should not|should never|shouldn't|"
    r"will not|will never|won't|do not|don't|does not|doesn't|never|(?:is|are) (?:not|never) (?:allowed |permitted |supposed )?to|"
    r"(?:is|are) forbidden (?:to|from)|(?:is|are) no longer allowed to|no longer|not (?:allowed |permitted )?to)"
)
MONEY = (
    r"(?:(?:\d{1,6}(?:[.,]\d{1,2})? ?|(?:an?|one|two|five|ten|twenty|fifty|a hundred) )(?:EUR|euros?|dollars?|USD|pounds?|GBP|"
    r"francs?|CHF|bucks|"
    r"cents?)\b|\d{1,6}(?:[.,]\d{1,2})? ?[€$£]|[€$£] ?\d{1,6}(?:[.,]\d{1,2})?)"
)
NUMBER = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|once|twice|half an)"
_MEASURED = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b(?:once|twice|daily|weekly|monthly|noon|midnight)\b|"
    rf"\b{NUMBER} (?:(?:whole|full|single|more|working|calendar) )?(?:minutes?|mins?|hours?|days?|nights?|evenings?|weeks?|months?|"
    rf"years?|times?)\b|\bsame (?:day|evening|"
    rf"week|night)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bat \d{1,2}\b|\bby (?:\d{1,2}|noon|ten|nine|eight|eleven)\b|\bat most\b|"
    r"\b(?:on|by) the (?:first|last|second|third|\d{1,2}(?:st|nd|rd|th))\b|"
    r"\bat least\b",
    re.I,
)


def gap(words: int) -> str:
    """Up to so many words between two others, none of which ends a sentence.

    >>> bool(re.fullmatch(r"reads " + gap(2) + "messages", "reads all her messages"))
    True
    """
    return rf"(?:[\w'-]{{1,30}},? ){{0,{words}}}"


class Phrase:
    """One pattern out of several, in whole words and in any case, to be used like one of `re`.

    It is compiled when it is first looked for: all of them take longer than most texts take to be judged.

    >>> bool(Phrase("never leaves?", "no way out").search("There is no way out."))
    True
    """

    def __init__(self, *parts: str) -> None:
        self._parts = parts

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(self._parts)})(?![\w])", re.I)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text that fits."""
        return self._compiled.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A text that is nothing but one of them."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in a part of a text that fits."""
        return self._compiled.finditer(text, start, end)


# What a sentence is searched for.
Pattern = re.Pattern[str] | Phrase


def measured(words: str) -> bool:
    """Whether a sentence says a number with its unit, a clock time or a day.

    >>> measured("We answer within two days"), measured("We answer in time")
    (True, False)
    """
    return _MEASURED.search(words) is not None

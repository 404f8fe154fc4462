"""Pieces that patterns for plain English are put together from.

Every piece is bounded: a gap is a few words at most, so that no pattern can run long on a strange line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from pactlang.lint.stems import digest, folded, known_stems

# Whose: "his", "each other's", "Ben's", "the other one's".
WHOSE = r"(?:his|her|their|my|your|ur|our|the other's|the other one's|each other's|one another's|(?:the )?[\w-]{1,30}'s?)"
# A name, by its capital letter; the first word of a sentence may look like one.
NAME = (
    r"(?-i:(?!(?:It|This|That|There|These|The|An?|No|If|When|What|Who|We|You|I|He|She|They|On|In|At|And|Or|Each|Every|Everyone|All|"
    r"Our|Today|"
    r"Tomorrow|Whoever|Someone|Somebody|Anyone|Anybody|Everybody|Nobody|Let|Do|Never|Always|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|June|July|August|September|October|November|December|"
    r"Christmas|Easter)\b)[A-Z])[\w-]{1,30}"
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

    A part of it is compiled when it is first looked for in a text that holds one of the stems which that part needs: all of them
    take longer than most texts take to be judged.

    >>> bool(Phrase("never leaves?", "no way out").search("There is no way out."))
    True
    """

    all_parts: ClassVar[list[str]] = []  # of every phrase, for the build

    def __init__(self, *parts: str) -> None:
        self._parts = parts
        self._near: frozenset[int] = frozenset()  # the parts that are compiled
        self._compiled: re.Pattern[str] | None = None
        self._turns = 0
        Phrase.all_parts.extend(parts)

    @cached_property
    def _stems(self) -> list[tuple[str, ...]]:
        known = known_stems()
        return [tuple(known.get(digest(part), ())) for part in self._parts]

    def _for(self, text: str) -> re.Pattern[str] | None:
        """A pattern that finds in this text what all parts would find; none where none of them can fit."""
        if self._turns <= _MOST_TURNS:
            low = folded(text)
            near = {place for place, stems in enumerate(self._stems) if not stems or any(stem in low for stem in stems)}
            if not near <= self._near:
                wanted = self._near | near if self._turns < _MOST_TURNS else frozenset(range(len(self._parts)))
                # The parts keep their order, which decides between two that fit at the same place.
                parts = "|".join(self._parts[place] for place in sorted(wanted))
                self._compiled = re.compile(rf"(?<![\w-])(?:{parts})(?![\w])", re.I)
                self._near = wanted
                self._turns += 1
        return self._compiled

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a text that fits."""
        pattern = self._for(text)
        return pattern.search(text) if pattern is not None else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A text that is nothing but one of them."""
        pattern = self._for(text)
        return pattern.fullmatch(text) if pattern is not None else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place in a part of a text that fits."""
        pattern = self._for(text)
        return pattern.finditer(text, start, end) if pattern is not None else iter(())


_MOST_TURNS = 3  # how often more parts are added before all are: a long text needs most of them anyway


# What a sentence is searched for.
Pattern = re.Pattern[str] | Phrase


def measured(words: str) -> bool:
    """Whether a sentence says a number with its unit, a clock time or a day.

    >>> measured("We answer within two days"), measured("We answer in time")
    (True, False)
    """
    return _MEASURED.search(words) is not None

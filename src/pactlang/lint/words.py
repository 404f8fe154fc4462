"""Whether a sentence says a number, a time or a day: then it is plain, whatever vague words stand in it."""

from __future__ import annotations

import re

from pactlang.later import later

_NUMBER = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|once|twice|half an)"
_MEASURED = later(
    r"\b\d{1,2}[:.]\d\d\b|\b(?:once|twice|daily|weekly|monthly|noon|midnight)\b|"
    rf"\b{_NUMBER} (?:(?:whole|full|single|more|working|calendar) )?(?:minutes?|mins?|hours?|days?|nights?|evenings?|weeks?|months?|"
    rf"years?|times?)\b|\bsame (?:day|evening|"
    rf"week|night)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bat \d{1,2}\b|\bby (?:\d{1,2}|noon|ten|nine|eight|eleven)\b|\bat most\b|"
    r"\b(?:on|by) the (?:first|last|second|third|\d{1,2}(?:st|nd|rd|th))\b|"
    r"\bat least\b",
    re.I,
)


def measured(words: str) -> bool:
    """Whether a sentence says a number with its unit, a clock time or a day.

    >>> measured("We answer within two days"), measured("We answer in time")
    (True, False)
    """
    return _MEASURED.search(words) is not None

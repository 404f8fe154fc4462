"""Months and dates as people write them beside numbers: `13-24 jan`, `apr to oct`, `july/aug`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_BY_START = {month[:3].casefold(): month for month in MONTHS} | {"sept": "September"}
_NAMED = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|sept)\.?"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
# `13-24 jan`, `13 jan - 24 jan`
_TO = r"(?:-|–|—|to|until|till|through)"
RUN = (
    rf"(?:(?:from|between)\s+)?\(?{_ORDINAL}(?:\s+{_NAMED})?(?:\s?[-–—]\s?|\s{_TO}\s)"
    rf"{_ORDINAL}\s+(?:of\s+)?{_NAMED}(?![\w-])\)?"
)
_RUN = re.compile(
    rf"(?:(?:from|between)\s+)?\(?(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<from>{_NAMED}))?\s?{_TO}\s?"
    rf"(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMED})\)?",
    re.IGNORECASE,
)
_BESIDE = frozenset(["to", "until", "till", "through", "and", "or", "-", "–"])


def month_of(word: str) -> str:
    """The month that a word is short for.

    >>> month_of("aug"), month_of("Sept."), month_of("march"), month_of("monday")
    ('August', 'September', 'March', '')
    """
    folded = word.casefold().rstrip(".")
    found = _BY_START.get(folded[:3], "") if len(folded) > 2 else ""
    return found if found and (folded in _BY_START or folded == found.casefold()) else ""


def run_of(said: str) -> list[str]:
    """The words of a run of dates.

    >>> run_of("13-24 jan"), run_of("(30 june - 2 jul)")
    (['from', '13', 'January', 'to', '24', 'January'], ['from', '30', 'June', 'to', '2', 'July'])
    """
    found = _RUN.fullmatch(said)
    if found is None:
        return []
    last = month_of(found["month"])
    return ["from", found["first"], month_of(found["from"] or found["month"]), "to", found["last"], last]


def listed(word: str, day: Callable[[str], str]) -> list[str]:
    """Days or months with strokes between them: `tue/sat`, `july/aug`."""
    parts = word.split("/")
    for told in (day, month_of):
        names = [told(one) for one in parts]
        if len(names) > 1 and all(names):
            return [part for name in names for part in ("and", name)][1:]
    return []


def full(words: Sequence[str]) -> Iterator[str]:
    """The same words, with months in full where they stand beside a number or another month: `apr to oct`, `2 aug`."""
    for place, word in enumerate(words):
        month = month_of(word)
        around = [words[one] for one in (place - 1, place + 1) if 0 <= one < len(words)]
        near = any(re.fullmatch(_ORDINAL, one) for one in around)
        for step in (-1, 1):
            one, other = place + step, place + 2 * step
            near = near or (0 <= other < len(words) and one >= 0 and words[one].casefold() in _BESIDE and bool(month_of(words[other])))
        yield month if month and near else word

"""What people say for `at most 200 EUR of expense between settlements`: `no more than 200 euros of expenses until we settle up`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIMIT = re.compile(r"\b(?:at most|no more than|not more than|max\.?|maximum|up to)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:per|an?|each|every|any)\s+(?:\d+\s+)?(?:day|week|month|quarter|year|fortnight)|\b(?:daily|weekly|monthly|yearly)\b",
    re.IGNORECASE,
)
_NOUN = r"(?P<noun>[^\W\d][\w-]*(?:\s+[^\W\d][\w-]*){0,2}?)"
_SETTLE = r"(?P<settle>(?:settle|square)(?:d|s)?(?:\s+up)?)"
_SETTLEMENT = ("settlement", "settlements")  # comes with the vocabulary that an amount asks for
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*,?\s+(?:from|between) (?:one|a|an|each) {_NOUN} (?:to|and|until) the next(?: one)?[.!]?$",
        rf"\s*,?\s+(?:until|till|before) (?:the|our|your) next {_NOUN}[.!]?$",
        rf"\s*,?\s+(?:since|after) (?:the|our|your) last {_NOUN}[.!]?$",
        rf"\s*,?\s+between (?:two |any two |the |our |your )?{_NOUN}[.!]?$",
        rf"\s*,?\s+(?:until|till|before|since) (?:we|you|they|everyone) (?:last |next )?{_SETTLE}(?: again)?[.!]?$",
        rf"^between (?:two |any two |the |our |your )?{_NOUN}\s*,?\s+(?=(?:at most|no|not|max|maximum|up)\b)",
    )
)


def of_occasions(line: str, nouns: Mapping[str, str]) -> tuple[str, str]:
    """A limit between two occasions as one of each month, and the occasions; the line itself and nothing if it is no such limit.

    `nouns` are the events that there are, with their plurals.

    >>> of_occasions("no more than 2 guests from one house meeting to the next", {"guest": "guests", "house-meeting": "house-meetings"})
    ('no more than 2 guests per month', 'house-meetings')
    >>> of_occasions("at most 2 guests until the next moon", {"guest": "guests"})
    ('at most 2 guests until the next moon', '')
    """
    if not _LIMIT.search(line) or _PERIOD.search(line):
        return line, ""
    for pattern in _SAID:
        found = pattern.search(line)
        if found is None:
            continue
        said = "settlement" if found.groupdict().get("settle") else "-".join(found["noun"].casefold().split())
        for name, plural in (*nouns.items(), _SETTLEMENT):
            if said in (name.casefold(), plural.casefold()):
                rest = f"{line[: found.start()]} {line[found.end() :]}".strip(" .,")
                return f"{rest} per month", plural
    return line, ""


def with_occasions(line: str, plural: str) -> str:
    """A limit of each month as one between occasions; nothing if it is no such limit.

    >>> with_occasions("at most 2 guests by each party per month", "house-meetings")
    'at most 2 guests by each party between house-meetings'
    """
    found = re.fullmatch(r"(at most .*) per month", line)
    return f"{found[1]} between {plural}" if found is not None else ""

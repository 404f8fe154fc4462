"""Which things in a calendar become which entries, in plain text: one rule a line, the first that fits holds.

title starts with "Date: " -> encounter by Ana with the rest
title is "Check-in" -> check-in by Ana and Ben
category is "Health" and title contains "test" -> test by Ana
calendar is "Work" -> nothing
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from pactlang.calendars.reading.occurrence import Occurrence

_ARROW = re.compile("->|→")
_CONDITION = re.compile(
    r"\s*(?P<what>title|category|calendar|place)\s+(?P<how>is|starts with|ends with|contains)\s+"
    r"(?:\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s\"]+))\s*"
)
_AND = re.compile(r"and\s")
NOTHING = "nothing"
_EXAMPLE = 'a rule says what becomes what, for example: title starts with "Date: " -> encounter by Ana with the rest'
_PARTS = 'a rule starts with title, category, calendar or place; then comes is, starts with, ends with or contains; then "words"'
_REST = re.compile(r"\bthe rest\b")


class RuleError(ValueError):
    """A rule cannot be read; `line` is its number."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class Condition(Struct, frozen=True):
    """`title starts with "Date: "`; compared without regard to upper and lower case."""

    what: str
    how: str
    words: str

    def rest(self, occurrence: Occurrence) -> str | None:
        """What is left of the text without the words that were asked for, or None where it does not fit."""
        words = self.words.casefold()
        for text in _texts(occurrence)[self.what]:
            folded = text.casefold()
            match self.how:
                case "is" if folded.strip() == words.strip():
                    return ""
                case "starts with" if folded.startswith(words):
                    return text[len(self.words) :].strip()
                case "ends with" if folded.endswith(words):
                    return text[: len(text) - len(self.words)].strip()
                case "contains" if words in folded:
                    place = folded.index(words)
                    return f"{text[:place]} {text[place + len(self.words) :]}".strip()
                case _:
                    pass
        return None


class Rule(Struct, frozen=True):
    """All conditions must fit; then `entry` is what the entry says after its time, or `nothing`."""

    line: int
    conditions: tuple[Condition, ...]
    entry: str

    @property
    def takes_nothing(self) -> bool:
        """Whether what fits is left out on purpose."""
        return self.entry == NOTHING

    def said(self, occurrence: Occurrence, name: Callable[[str], str]) -> str | None:
        """The entry's words for an occurrence, or None where the rule does not fit. `name` makes a name of the rest."""
        rests = [condition.rest(occurrence) for condition in self.conditions]
        if any(rest is None for rest in rests):
            return None
        rest = next((one for one in rests if one), "")
        if _REST.search(self.entry) and not rest:
            return None
        return _REST.sub(lambda _: name(rest), self.entry)


def read_rules(text: str) -> list[Rule]:
    """The rules of a text. Raises `RuleError`."""
    rules = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        parts = [part.strip() for part in _ARROW.split(line, maxsplit=1)]
        if len(parts) != 2 or not parts[1]:
            raise RuleError(number, _EXAMPLE)
        rules.append(Rule(number, _conditions(parts[0], number), parts[1]))
    if not rules:
        raise RuleError(1, "it contains no rule")
    return rules


def _conditions(text: str, number: int) -> tuple[Condition, ...]:
    found = []
    place = 0
    while True:
        one = _CONDITION.match(text, place)
        if one is None:
            raise RuleError(number, _PARTS)
        found.append(Condition(one["what"], one["how"], one["quoted"] if one["quoted"] is not None else one["word"]))
        place = one.end()
        if place == len(text):
            return tuple(found)
        more = _AND.match(text, place)
        if more is None:
            raise RuleError(number, f"conditions are joined with 'and', not {text[place:].strip()!r}")
        place = more.end()


def _texts(occurrence: Occurrence) -> dict[str, Sequence[str]]:
    return {
        "title": (occurrence.title,),
        "category": occurrence.categories,
        "calendar": (occurrence.calendar,),
        "place": (occurrence.place,),
    }

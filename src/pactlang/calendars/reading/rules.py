"""Which things in a calendar become which entries, in plain text: one rule a line, the first that fits holds.

title starts with "Date: " -> encounter by Ana with the rest
title is "Check-in" -> check-in by Ana and Ben
category is "Health" and title contains "test" -> test by Ana
kind is to-do and title is "Kitchen" -> cleaning by Ana
answer is declined -> nothing
calendar is "Work" -> nothing
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from msgspec import Struct

from pactlang.calendars.reading.occurrence import Occurrence

_ARROW = re.compile("->|→")
_CONDITION = re.compile(
    r"\s*(?P<what>title|category|calendar|place|status|answer|kind)\s+(?P<how>is|starts with|ends with|contains)\s+"
    r"(?:\"(?P<quoted>[^\"]*)\"|(?P<word>[^\s\"]+))\s*"
)
_AND = re.compile(r"and\s")
NOTHING = "nothing"
_EXAMPLE = 'a rule says what becomes what, for example: title starts with "Date: " -> encounter by Ana with the rest'
_PARTS = (
    "a rule starts with title, category, calendar, place, status, answer or kind; "
    'then comes is, starts with, ends with or contains; then "words"'
)
_KINDS = ("event", "to-do")
_ANSWERS = ("accepted", "declined", "tentative", "needs-action", "delegated")
_STATES = ("confirmed", "tentative", "completed")
_CANCELLED = "; what was called off is never taken"
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
        for text in _texts(occurrence)[self.what]:
            rest = self._rest(text)
            if rest is not None:
                return rest
        return None

    def _rest(self, text: str) -> str | None:
        words = self.words.casefold()
        # Folding can make one letter two: a place in the folded text is one in the text only where a letter begins.
        folded = "".join(map(str.casefold, text))
        letters = {place: number for number, place in enumerate(accumulate(map(len, map(str.casefold, text)), initial=0))}
        if self.how == "is":
            return "" if folded.strip() == words.strip() else None
        places = range(len(folded) - len(words) + 1) if self.how == "contains" else (0,)
        if self.how == "ends with":
            places = (len(folded) - len(words),)
        for place in places:
            if place in letters and place + len(words) in letters and folded.startswith(words, place):
                head, tail = text[: letters[place]], text[letters[place + len(words)] :]
                return f"{head} {tail}".strip() if self.how == "contains" else (head + tail).strip()
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

    @property
    def uses_rest(self) -> bool:
        """Whether the entry has a name in it that is left of the title."""
        return _REST.search(self.entry) is not None

    def with_rest(self, name: str) -> str:
        """The entry's words with a name for the rest."""
        return _REST.sub(lambda _: name, self.entry)

    def asks(self, what: str) -> bool:
        """Whether a condition is about this part of an event."""
        return any(condition.what == what for condition in self.conditions)

    def said(self, occurrence: Occurrence, name: Callable[[str], str]) -> str | None:
        """The entry's words for an occurrence, or None where the rule does not fit. `name` makes a name of the rest."""
        if occurrence.kind != "event" and not self.asks("kind"):
            return None  # what is to be done is no appointment
        rests = [condition.rest(occurrence) for condition in self.conditions]
        if any(rest is None for rest in rests):
            return None
        rest = next((one for one in rests if one), "")
        if self.uses_rest and not rest:
            return None
        return self.with_rest(name(rest))


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
        words = one["quoted"] if one["quoted"] is not None else one["word"]
        known = {"kind": _KINDS, "answer": _ANSWERS, "status": _STATES}.get(one["what"])
        if known is not None and one["how"] == "is" and words.casefold() not in known:
            raise RuleError(
                number, f"{one['what']} is one of {', '.join(known)}, not {words!r}" + _CANCELLED * (words.casefold() == "cancelled")
            )
        found.append(Condition(one["what"], one["how"], words))
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
        "status": (occurrence.status,) if occurrence.status else (),
        "answer": (occurrence.answer,) if occurrence.answer else (),
        "kind": (occurrence.kind,),
    }

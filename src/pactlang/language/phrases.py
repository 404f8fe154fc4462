"""Phrases that people use and the language does not: each with the words of the language that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pactlang.language.expected import FILTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_UNITS = ("minute", "hour", "day", "week", "month", "year")
_PERIODS = ("day", "week", "month", "quarter", "year")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# What may follow a place, or surely belongs to none.
_AFTER_A_PLACE = FILTERS | frozenset(
    ["and", "or", "per", "in", "every", "within", "unless", "for", "ever", "is", "are", "before", "after", "until"]
)
_BEFORE_NAMES = ("by", "to", "with", "at", "on", "tagged")


class Phrase(NamedTuple):
    """A stretch of words, from one to before another, and what says the same; empty where only `expected` can help."""

    first: int
    after: int
    message: str
    right: str = ""
    expected: str = ""


class _At(NamedTuple):
    """A place in a line: the words as written and folded, and the number of the word that cannot stand where it does."""

    written: Sequence[str]
    folded: Sequence[str]
    place: int

    def word(self, offset: int = 0) -> str:
        """The word so many places on; empty beyond the ends of the line."""
        number = self.place + offset
        return self.folded[number] if 0 <= number < len(self.folded) else ""

    def said(self, first: int, after: int, right: str = "", expected: str = "", message: str = "") -> Phrase:
        """The words from one offset to before another, as a phrase."""
        first, after = self.place + first, min(self.place + after, len(self.written))
        message = message or f"'{' '.join(self.written[first:after])}' is not how the language says it."
        return Phrase(first, after, message, right, expected)


def phrase_of(words: Sequence[str], place: int) -> Phrase | None:
    """The phrase at or around the word that cannot stand where it does; None where it is none that we know.

    >>> phrase_of("no more than 4 encounters per month".split(), 2)
    Phrase(first=0, after=3, message="'no more than' is not how the language says it.", right='at most', expected='')
    >>> phrase_of("at most 4 encounters per fortnight".split(), 5).right
    'in any 14 days'
    """
    at = _At(words, [word.casefold() for word in words], place)
    return next((found for find in _KINDS if (found := find(at)) is not None), None)


_OPENINGS = {
    ("no", "more", "than"): "at most",
    ("not", "more", "than"): "at most",
    ("never", "more", "than"): "at most",
    ("up", "to"): "at most",
    ("maximum", "of"): "at most",
    ("max", "of"): "at most",
    ("no", "less", "than"): "at least",
    ("no", "fewer", "than"): "at least",
    ("not", "less", "than"): "at least",
    ("minimum", "of"): "at least",
    ("min", "of"): "at least",
}
_MARKS = ("-", "*", "•", "–", "—", "·")


def _opening(at: _At) -> Phrase | None:
    """How a sentence starts."""
    start = _At(at.written, at.folded, 0)
    for said, right in _OPENINGS.items():
        if tuple(at.folded[: len(said)]) == said:
            return start.said(0, len(said), right)
    if at.folded[0] == "only" and at.place == 1 and at.word().isdigit():
        return start.said(0, 1, "at most")
    if at.folded[0] == "exactly" and at.place == 1:
        return start.said(0, 1, expected="'at most 4 …' and 'at least 4 …', a sentence each")
    if at.folded[0] in _MARKS and at.place == 0 and len(at.folded) > 1:
        return start.said(0, 1, message="No mark is needed before a sentence.", expected="the sentence alone")
    return None


def _window(at: _At) -> Phrase | None:
    """Over what time a limit counts."""
    before, word, after = at.word(-1), at.word(), at.word(1)
    if before == "per":
        if word == "fortnight":
            return at.said(-1, 1, "in any 14 days")
        if word[:1].isdigit():
            return at.said(-1, 0, "in any", message="A number of days is counted back from each event.")
        if word == "calendar" and after in _PERIODS:
            return at.said(0, 2, after)
    if before == "in" and word in ("a", "an", "each", "every", "the", "one") and after in _PERIODS:
        return at.said(-1, 1, "per")
    if at.word(-2) == "in" and before == "any" and word in _PERIODS:
        return at.said(-2, 0, "per")
    if word in ("every", "each") and after[:1].isdigit() and at.folded[:2] == ["at", "most"]:
        return at.said(0, 1, "in any", message="A number of days is counted back from each event.")
    return None


def _rhythm(at: _At) -> Phrase | None:
    """How often something comes back, and on which day."""
    before, word, after = at.word(-1), at.word(), at.word(1)
    if word == "once" and after in ("a", "an", "per", "every", "each") and at.word(2) in _UNITS:
        unit = at.word(2)
        return at.said(0, 3, expected=f"'at least 1 … per {unit}', 'at most 1 … per {unit}' or 'every {unit}'")
    if word in ("twice", "thrice") and after in ("a", "an", "per"):
        return at.said(0, 3, expected="a length such as 'every 6 months', or 'at least 2 … per year'")
    if before == "every" and word == "other" and after in _UNITS:
        return at.said(0, 2, f"2 {after}s")
    if before == "every" and word == "quarter":
        return at.said(0, 1, "3 months")
    if at.word(-2) == "every" and before.isdigit() and word in _MONTHS:
        return at.said(-1, 1, f"year on {before} {at.written[at.place]}")
    if before == "on" and word in _MONTHS and after.isdigit():
        return at.said(0, 2, f"{at.written[at.place + 1]} {at.written[at.place]}")
    number = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else ""
    if number.isdigit() and at.word(-2) == "on" and before == "the" and after in ("", "at", "for", "give", "of"):
        return at.said(-1, 1, f"day {number}")
    if number.isdigit() and before == "every" and at.folded[at.place + 1 : at.place + 4] == ["of", "the", "month"]:
        return at.said(0, 4, f"month on day {number}")
    return None


_LAST = dict(zip(_MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_UP_TO = ("to", "until", "till", "through", "and")


def _season(at: _At) -> Phrase | None:
    """`only in June`, `only between June and August`, `only from 1 June to 31 August`."""
    if at.folded[0] not in ("only", "except") or at.place != 2 or at.word(-1) not in ("in", "from", "between"):
        return None
    first, joint, last = at.word(), at.word(1), at.word(2)
    message = "A season has a first and a last date, and comes every year."
    if first in _MONTHS and not joint:
        return at.said(-1, 1, f"between 1 {first.title()} and {_LAST[first]} {first.title()}", message=message)
    if first in _MONTHS and joint in _UP_TO and last in _MONTHS:
        return at.said(-1, 3, f"between 1 {first.title()} and {_LAST[last]} {last.title()}", message=message)
    if first.isdigit() and joint in _MONTHS and last in _UP_TO and at.word(3).isdigit() and at.word(4) in _MONTHS:
        return at.said(-1, 5, f"between {first} {joint.title()} and {at.word(3)} {at.word(4).title()}", message=message)
    return None


def _length(at: _At) -> Phrase | None:
    """How long something takes, or how long before."""
    before, word, after = at.word(-1), at.word(), at.word(1)
    if word == "in" and after == "advance":
        return at.said(0, 2, "ahead")
    if before == "within" and word == "the" and after in ("next", "following"):
        return at.said(0, 3, at.word(2), message=f"'the {after}' is not needed here.")
    if before == "last" and word in _UNITS:
        return at.said(0, 1, f"1 {word}", message="A length has a number.")
    if before in ("noon", "midday"):
        return at.said(-1, 0, "12:00", message="A time has hours and minutes.")
    return None


def _clock(at: _At) -> Phrase | None:
    """`from 23:00 to 05:00`."""
    if at.word() == "from" and at.word(2) in ("to", "until", "till") and ":" in at.word(1) and ":" in at.word(3):
        return at.said(0, 4, f"between {at.word(1)} and {at.word(3)}")
    return None


def _said_twice(at: _At) -> Phrase | None:
    """`at home or at work`: a list of names needs the word before them once."""
    joining, again = at.word(-2), at.word(-1)
    if joining in ("and", "or") and again in _BEFORE_NAMES:
        earlier = next((word for word in reversed(at.folded[: at.place - 2]) if word in _BEFORE_NAMES), "")
        if earlier == again and at.place < len(at.written):
            return at.said(-1, 1, at.written[at.place], message=f"In a list, '{again}' comes once, before the first name.")
    return None


def _place(at: _At) -> Phrase | None:
    """`at the old mill`."""
    first = -2 if at.word(-3) == "at" and at.word(-2) in ("a", "an", "the") else -1
    begins, ends = at.place + first, len(at.written)
    if begins < 2 or at.word(first - 1) != "at" or at.word(-1) in ("least", "most", "") or not at.word(-1)[0].isalpha():
        return None
    while ends > at.place and any(word in _AFTER_A_PLACE or not word[0].isalpha() for word in at.folded[at.place : ends]):
        ends -= 1
    place = " ".join(at.written[begins:ends])
    message = "A place of several words goes in quotation marks."
    return at.said(first, ends - at.place, f'"{place}"', message=message) if ends > at.place else None


def _stopping(at: _At) -> Phrase | None:
    """`anyone may leave`: true of every agreement, and nothing that one could allow; `pause by anyone for at most 14 days`."""
    if at.folded[:3] == ["pause", "by", "anyone"]:
        return at.said(-at.place, 3 - at.place, expected="'anyone may pause encounters for at most 14 days'")
    if at.folded[:2] == ["anyone", "may"] and at.place == 2:
        message = "Everyone may leave, refuse or withdraw consent at any time; that needs no sentence."
        return at.said(0, 1, expected="'pause', or plain words in quotation marks", message=message)
    return None


_KINDS: tuple[Callable[[_At], Phrase | None], ...] = (_opening, _window, _rhythm, _season, _length, _clock, _said_twice, _place, _stopping)

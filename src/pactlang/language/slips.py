"""Slips that everybody makes, each with the right way to write it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from pactlang.diagnostics import nearest_spelling
from pactlang.language.tokens import FIRST_YEAR, LAST_YEAR, date_ordinal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence


LONGEST_WORD = 60  # nobody means anything by a longer one, and looking for it would take long


class Slip(NamedTuple):
    """What is wrong with a word, and how it is written (empty where that cannot be told)."""

    code: str
    message: str
    right: str = ""
    expected: str = ""


_UNIT_SAYINGS = {
    "hours": ("h", "hr", "hrs", "hour", "hours"),
    "minutes": ("m", "min", "mins", "minute", "minutes"),
    "days": ("d", "day", "days"),
    "weeks": ("w", "wk", "wks", "week", "weeks"),
    "months": ("mo", "mos", "month", "months"),
    "years": ("y", "yr", "yrs", "year", "years"),
}
_UNITS = {saying: unit for unit, sayings in _UNIT_SAYINGS.items() for saying in sayings}
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₺": "TRY", "₽": "RUB", "₴": "UAH"}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth")


def _twelve_hours(match: re.Match[str]) -> Slip:
    hour, minutes = int(match[1]), match[2] or "00"
    right = f"{hour % 12 + (12 if match[3].casefold() == 'p' else 0):02}:{minutes}"
    fits = 1 <= hour <= 12 and int(minutes) < 60
    return Slip("E007", "Times are written with 24 hours.", right if fits else "", "" if fits else "a time such as 19:30")


def _glued_unit(match: re.Match[str]) -> Slip:
    unit = _UNITS.get(match[2].casefold())
    if unit is None:
        return Slip("", "A number and a word need a space between them.", f"{match[1]} {match[2]}")
    return Slip("", "A number and its unit need a space between them.", f"{match[1]} {unit[:-1] if match[1] == '1' else unit}")


def _date(match: re.Match[str]) -> Slip:
    right = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match[0] == right or date_ordinal(right) is None:
        if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            return Slip("E007", f"The year {match[1]} is out of range.", expected=f"a year from {FIRST_YEAR} to {LAST_YEAR}")
        return Slip("E007", f"There is no date {right}.", expected="a date that is in the calendar")
    return Slip("E007", "Dates are written with hyphens and two digits each for month and day.", right)


def _day_first(match: re.Match[str]) -> Slip:
    # `1.9.2026` is read one way only; `01/09/2026` two ways.
    year = match[4] if len(match[4]) == 4 else f"20{match[4]}"
    right = f"{year}-{int(match[3]):02}-{int(match[1]):02}" if match[2] == "." else ""
    if right and date_ordinal(right) is None:
        right = ""
    message = "Dates are written year first, so that nobody can read them in two ways."
    return Slip("E007", message, right, "" if right else "a date such as 2026-09-01")


def _clock(match: re.Match[str]) -> Slip:
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        midnight = hour == 24 and minute == 0
        message = f"There is no time of day {match[0]}."
        return Slip("E007", message, "00:00" if midnight else "", "" if midnight else "a time from 00:00 to 23:59")
    return Slip("E007", "Times are written as two digits, a colon, two digits.", f"{hour:02}:{minute:02}")


def _money(match: re.Match[str]) -> Slip:
    number, sign = match["before"] or match["after"], match["left"] or match["right"]
    return Slip("", "The currency is a word of its own, after the number.", f"{number} {_CURRENCIES[sign]}")


def _foreign_digits(match: re.Match[str]) -> Slip:
    digits = "".join(character if character in ".:-" else str(unicodedata.digit(character)) for character in match[0])
    return Slip("", "Numbers are written with the digits 0 to 9.", digits)


_SIGNS = re.escape("".join(_CURRENCIES))
_SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Slip]], ...] = (
    (re.compile(r'["“„].*'), lambda _: Slip("E008", "This quotation mark is never closed.")),
    (re.compile(r"(\d{1,2})(?::(\d{2}))?([ap])\.?m\.?", re.IGNORECASE), _twelve_hours),
    (re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE), lambda found: Slip("", "A number is written without an ending.", found[1])),
    (re.compile(r"(\d{1,2})[.h](\d{2})(?::\d{2})?"), _clock),
    (re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?"), _clock),
    (re.compile(r"(\d+(?:\.\d+)?)-?([^\W\d_][\w-]*)"), _glued_unit),
    (re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"), _date),
    (re.compile(r"(\d{1,2})([-./])(\d{1,2})[-./](\d{4}|\d{2})"), _day_first),
    (re.compile(rf"(?P<left>[{_SIGNS}])(?P<before>\d+(?:\.\d+)?)|(?P<after>\d+(?:\.\d+)?)(?P<right>[{_SIGNS}])"), _money),
    (re.compile(r"(?![0-9])\d[\d.:-]*"), _foreign_digits),
    (re.compile(r"(.*[^،，、])[،，、]"), lambda found: Slip("", "Lists take a plain comma.", f"{found[1]},")),
    (re.compile(r"(.+?)[.;:!?]+"), lambda found: Slip("", f"No '{found[0][-1]}' is needed here.", found[1])),
    (
        re.compile(r"([^\W\d_][\w]*(?:[-‐‑‒–—−_][\w]+)*)"),
        lambda found: Slip("", "The words of a name are joined with hyphens.", re.sub("[‐‑‒–—−_]", "-", found[1])),
    ),
    (
        re.compile(r"([^\W\d_]+)['’]([^\W\d_]+)"),
        lambda found: Slip(
            "", "A name is made of letters, digits and hyphens.", f"{found[1]}-{found[2]}" if len(found[2]) > 1 else found[1]
        ),
    ),
)


def slip_of(text: str) -> Slip | None:
    """The slip in a word that is no word of the language; None where it is none that we know."""
    if len(text) > LONGEST_WORD:
        return None
    for pattern, make in _SLIPS:
        match = pattern.fullmatch(text)
        if match is not None:
            slip = make(match)
            return slip if slip.right != text else None
    return None


# What people say for a word of the language; the first that could stand at the place is offered.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "max": ("at most",),
    "maximum": ("at most",),
    "min": ("at least",),
    "minimum": ("at least",),
    "never": ("no",),
    "without": ("unless",),
    "not": ("no",),
    "a": ("per", "each", "1"),
    "an": ("per", "each", "1"),
    "each": ("every", "per", "each party"),
    "every": ("each", "per"),
    "any": ("each",),
    "monthly": ("every month", "per month"),
    "weekly": ("every week", "per week"),
    "daily": ("every day", "per day"),
    "yearly": ("every year", "per year"),
    "quarterly": ("per quarter", "every 3 months"),
    "fortnight": ("14 days",),
    "fortnightly": ("every 2 weeks", "in any 14 days"),
    "in": ("within",),
    "under": ("within",),
    "until": ("within",),
    "before": ("ahead",),
    "ahead": ("before",),
    "beforehand": ("ahead",),
    "earlier": ("ahead",),
    "can": ("may",),
    "could": ("may",),
    "if": ("while", "after each"),
    "when": ("while", "after each"),
    "whenever": ("after each",),
    "during": ("while",),
    "except": ("unless",),
    "for": ("to",),
    "everybody": ("everyone",),
    "both": ("everyone",),
    "all": ("everyone",),
    "us": ("everyone",),
    "we": ("everyone",),
    "anybody": ("anyone",),
    "either": ("anyone",),
    "somebody": ("someone new",),
    "til": ("until",),
    "till": ("until",),
    "to": ("until", "through", "and"),
    "is": ("means",),
    "=": ("is", "means"),
    "&": ("and",),
    "+": ("and",),
    "one": ("1",),
    "two": ("2",),
    "three": ("3",),
    "four": ("4",),
    "five": ("5",),
    "six": ("6",),
    "seven": ("7",),
    "eight": ("8",),
    "nine": ("9",),
    "ten": ("10",),
    "eleven": ("11",),
    "twelve": ("12",),
    "once": ("1",),
    "twice": ("2",),
    "mon": ("Monday",),
    "tue": ("Tuesday",),
    "wed": ("Wednesday",),
    "thu": ("Thursday",),
    "fri": ("Friday",),
    "sat": ("Saturday",),
    "sun": ("Sunday",),
    "weekday": ("weekdays",),
    "weekend": ("weekends",),
    "timezone": ("time zone",),
    "parties": ("between",),
    "reminder": ("remind",),
    "warning": ("warn",),
    "include": ("covering",),
    "including": ("covering",),
    "about": ("covering",),
}
_ARTICLES = frozenset({"a", "an", "the"})
_ITSELF = frozenset({"house"})  # who writes this means it, however near to `hours` it is


def meant_word(text: str, accepted: Collection[str], keywords: Collection[str], *, number: bool = False, cutoff: float = 0.66) -> str:
    """The word or words of the language that somebody meant; an empty string where none is close.

    `accepted` are the words that could stand here, `number` says whether a number could; `keywords` are all words of the language.

    >>> meant_word("atmost", {"at", "no"}, {"at", "most", "no"}), meant_word("four", (), (), number=True)
    ('at most', '4')
    """
    if len(text) > LONGEST_WORD:
        return ""
    folded = text.casefold()
    for option in _SYNONYMS.get(folded, ()):
        if option.split()[0] in accepted or (number and option[0].isdigit()):
            return option
    for place in range(2, 0 if folded in keywords else len(text) - 1):
        left, right = folded[:place], folded[place:]
        if left in accepted and right in keywords and not {left, right} & _ARTICLES:
            return f"{left} {right}"
    if folded in keywords or folded in _ITSELF:
        return ""
    slipped = [word for word in sorted(accepted) if _one_slip(folded, word.casefold())]
    return min(slipped, key=lambda word: word[0].casefold() != folded[0], default="") or nearest_spelling(text, accepted, cutoff)


def _one_slip(word: str, known: str) -> bool:
    """Whether a word is another with one letter wrong, or with two letters in the wrong order.

    >>> _one_slip("warm", "warn"), _one_slip("cpa", "cap"), _one_slip("house", "use")
    (True, True, False)
    """
    wrong = [place for place, (one, other) in enumerate(zip(word, known, strict=False)) if one != other]
    if len(word) != len(known) or len(word) < 3 or not wrong:
        return False
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (word[wrong[0]], word[wrong[1]]) == (known[wrong[1]], known[wrong[0]])
    return swapped or (len(wrong) == 1 and len(word) > 3)


def ordinal_word(number: str) -> str:
    """`first` for `1`; empty where the language has no such word."""
    return _ORDINALS[int(number)] if number.isdigit() and int(number) < len(_ORDINALS) else ""


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)


def written_date(words: Sequence[str]) -> tuple[str, int]:
    """The date that starts these words, written as the language writes it, and how many of them it takes; empty where none does.

    >>> written_date(["7", "September", "2026", "until"]), written_date(["Sept", "7", ",", "2026"]), written_date(["soon"])
    (('2026-09-07', 3), ('2026-09-07', 4), ('', 0))
    """
    pieces = [word for word in words if word != ","]
    if len(pieces) < 3 or not re.fullmatch(r"\d{4}", pieces[2]):
        return "", 0
    day, month = (pieces[0], pieces[1]) if _DAY.fullmatch(pieces[0]) else (pieces[1], pieces[0])
    number, named = _DAY.fullmatch(day), month.casefold()[:3]
    if number is None or named not in _MONTHS:
        return "", 0
    right = f"{pieces[2]}-{_MONTHS.index(named) + 1:02}-{int(number[1]):02}"
    return (right, words.index(pieces[2]) + 1) if date_ordinal(right) is not None else ("", 0)

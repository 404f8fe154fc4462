"""Dates, times, lengths and lists in plain English, the same on every machine whatever its locale."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pactlang.log.moments import clock_text
from pactlang.model.words import called
from pactlang.model.words import list_words as list_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.model.calendar import Zone

SOON = 2 * 3600  # seconds up to which it is told in minutes how far away something is
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# How nouns begin that are spoken like "you" or "won"; and those with an h that nobody hears.
_LIKE_YOU_OR_WON = ("eu", "once", "one", "u-", "unif", "unio", "uniq", "unit", "univ", "usa", "use", "usu", "util")
_SILENT_H = ("heir", "honest", "honor", "honour", "hour")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: int, *, weekday: bool = True, year: bool = True) -> str:
    """A date in words.

    >>> day_words(date(2026, 9, 25).toordinal())
    'Friday 25 September 2026'
    """
    found = date.fromordinal(day)
    words = f"{found.day} {MONTHS[found.month - 1]}"
    if weekday:
        words = f"{WEEKDAYS[found.weekday()]} {words}"
    return f"{words} {found.year}" if year else words


def span_words(first: int, last: int) -> str:
    """A run of dates in words; a whole month by its name.

    >>> span_words(date(2026, 9, 12).toordinal(), date(2026, 9, 25).toordinal())
    '12 to 25 September 2026'
    >>> span_words(date(2026, 9, 1).toordinal(), date(2026, 9, 30).toordinal())
    'September 2026'
    """
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if first == last:
        return day_words(first, weekday=False)
    if begin.day == 1 and date.fromordinal(last + 1).day == 1 and (begin.year, begin.month) == (end.year, end.month):
        return f"{MONTHS[begin.month - 1]} {begin.year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day} to {day_words(last, weekday=False)}"
    return f"{day_words(first, weekday=False, year=begin.year != end.year)} to {day_words(last, weekday=False)}"


def clock_words(instant: int, zone: Zone) -> str:
    """The clock time at an instant, `HH:MM`, with seconds where there are any."""
    return clock_text(zone.clock(instant)[1])


def moment_words(instant: int, zone: Zone, *, year: bool = True) -> str:
    """A moment in words, with its weekday."""
    day, _ = zone.clock(instant)
    return f"{day_words(day, year=year)}, {clock_words(instant, zone)}"


_MANY_HOURS = 240  # nobody sees in '525 h' how long that is


def length_words(seconds: int) -> str:
    """A length of time in hours and minutes, from ten times 24 hours on with days.

    >>> length_words(93_600), length_words(5_400), length_words(45), length_words(525 * 3600)
    ('26 h', '1 h 30 min', 'less than a minute', '21 days 21 h')
    """
    minutes = seconds // 60
    if minutes == 0:
        return "less than a minute" if seconds else "0 min"
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24) if hours >= _MANY_HOURS else (0, hours)
    parts = ([f"{days} days"] if days else []) + ([f"{hours} h"] if hours else []) + ([f"{minutes} min"] if minutes else [])
    return " ".join(parts)


def away_words(day: int, at: int | None, as_of: int, zone: Zone) -> str:
    """How far away a date is, counted in local dates; with a moment `at` on it, near ones by the clock.

    >>> from pactlang.model.calendar import load_zone
    >>> zone = load_zone("UTC")
    >>> noon = zone.instant(739_000, 12 * 3600)
    >>> away_words(739_000, noon + 7 * 3600, noon, zone), away_words(739_001, None, noon, zone), away_words(739_005, None, noon, zone)
    ('today at 19:00', 'tomorrow', 'in 5 days')
    >>> away_words(739_000, noon + 3000, noon, zone)
    'in 50 minutes'
    """
    here = zone.date_of(as_of)
    if at is not None and at - as_of < SOON:
        return f"in {count_words((at - as_of) // 60, 'minute')}" if at - as_of >= 60 else "now"
    if day - here > 1:
        return f"in {day - here} days"
    clock = f" at {clock_words(at, zone)}" if at is not None else ""
    return ("tomorrow" if day > here else "today") + clock


def number_words(number: int | Decimal) -> str:
    """A number without needless zeros.

    >>> number_words(Decimal("45.50")), number_words(Decimal("200"))
    ('45.5', '200')
    """
    if isinstance(number, int):
        return str(number)
    return f"{number.normalize():f}"


def count_words(number: int | Decimal, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count_words(1, "check-in"), count_words(2, "check-in"), count_words(0, "day")
    ('1 check-in', '2 check-ins', '0 days')
    """
    return f"{number_words(number)} {noun if number == 1 else plural or noun + 's'}"


def kept_words(kept: int) -> str:
    """How many promises were kept, for the first line of an answer, without a full stop.

    >>> kept_words(2), kept_words(0)
    ('2 promises kept', 'Nothing counted as kept')
    """
    return f"{count_words(kept, 'promise')} kept" if kept else "Nothing counted as kept"


def a_or_an(noun: str) -> str:
    """The article of a noun, by how it begins when it is spoken.

    >>> [a_or_an(noun) for noun in ("call", "evening", "use", "hour-paid", "uninvited-guest", "one-on-one", "U-turn")]
    ['a', 'an', 'a', 'an', 'an', 'a', 'a']
    """
    spoken = noun.lower()
    if spoken.startswith(_LIKE_YOU_OR_WON):
        return "a"
    return "an" if spoken[:1] in tuple("aeiou") or spoken.startswith(_SILENT_H) else "a"


def people_words(names: Sequence[str], last: str = "and") -> str:
    """People in words: a name that would read as several, or as more than a name, is in quotation marks.

    >>> print(people_words(["Ana", "Mary Ann", "A, B and C"]))
    Ana, Mary Ann and "A, B and C"
    """
    return list_words([called(name) for name in names], last)


def so_many_words(names: Sequence[str], number: int) -> str:
    """So many of some people, no matter who; all of them, if the number is 0.

    >>> so_many_words(["Ana", "Ben", "Cleo"], 1), so_many_words(["Ana", "Ben", "Cleo"], 2), so_many_words(["Ana", "Ben"], 2)
    ('Ana, Ben or Cleo', '2 of Ana, Ben and Cleo', 'Ana and Ben')
    """
    if number == 1:
        return people_words(names, "or")
    return people_words(names) if not number or number >= len(names) else f"{number} of {people_words(names)}"


def safe(text: str) -> str:
    """Text from a file made safe for a terminal: control and bidirectional characters become visible escapes.

    >>> safe("caf\\u202ee\\x1b[2J")
    'caf\\\\u202ee\\\\x1b[2J'
    >>> safe("a\\U000e0080b\\u3130")
    'a\\\\U000e0080b\\u3130'
    """
    if text.isprintable():
        return text
    return "".join(character if _is_plain(character) else _escaped(character) for character in text)


def _is_plain(character: str) -> bool:
    # Joiners (Cf) are part of ordinary words and emoji; everything else that has no shape of its own is not shown raw. What Unicode has yet
    # to fill may be a letter or an emoji that is newer than this Python, unless it is kept for what nobody sees.
    category = unicodedata.category(character)
    if category == "Cn":
        return not (character == "\u2065" or "\ufff0" <= character <= "\ufff8" or character >= "\U000e0000")
    return character in "\u200c\u200d" or category not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def escaped(text: str) -> str:
    """Text from a file for a line of Markdown: nothing in it is taken for markup.

    >>> escaped("1. <b> *a* [x](y)")
    '1\\\\. \\\\<b\\\\> \\\\*a\\\\* \\\\[x\\\\](y)'
    """
    shown = re.sub(r"([\\`*_\[\]<>#|~&!])", r"\\\1", safe(" ".join(text.split())))
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", shown)

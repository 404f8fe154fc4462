"""An entry as people say it, turned into the line that a log holds: `encounter with dana on friday 19:00 to 23:00`."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from pactlang.log.faults import Fault
from pactlang.log.moments import clock_text
from pactlang.log.text_tokens import Kind, Token, tokens
from pactlang.log.words import person_word

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_STARTS = ("at", "from")  # words that may stand before a time
_ENDS = ("to", "until", "till")


class Now(Struct, frozen=True):
    """The present moment in the agreement's zone: a date (an ordinal), a second of the day, an offset where the clock shows it twice."""

    day: int
    second: int
    offset: int | None = None


class _Found(Struct):
    day: int | None = None
    start: str = ""
    end: str = ""
    end_day: int | None = None


def full_line(said: str, now: Now, *, by: str = "", ahead: bool = False) -> str:
    """The entry as a log holds it, its date and time first.

    A weekday is the last such day, or with `ahead` the next one; today is both. Where neither date nor time is said, it is now; where
    only a time is said, today. `by` is added where the words name nobody after `by`. What cannot be understood stays as it is, so that
    the log's own reader tells what is wrong with it.

    >>> now = Now(date(2026, 9, 16).toordinal(), 43_200)  # a Wednesday, noon
    >>> full_line("encounter with dana on friday 19:00 to 23:00", now, by="Ana", ahead=True)
    '2026-09-18 19:00 to 23:00  encounter with dana by Ana'
    >>> full_line("disclosure by Ana to Ben about e1, covering who", now)
    '2026-09-16 12:00  disclosure by Ana to Ben about e1, covering who'
    >>> full_line("yesterday test by Ana", now)
    '2026-09-15  test by Ana'
    """
    try:
        words = list(tokens(said))
    except Fault:
        return said
    found = _Found()
    left = _without_when(words, found, now, ahead=ahead)
    if not left:
        return said
    body = _cut(said, words, left)
    if by and not any(word.says("by") for word in left):
        body = _with_by(said, left, body, person_word(by))
    if found.day is None and not found.start:
        found.start = clock_text(now.second - now.second % 60, now.offset)
    day = found.day if found.day is not None else now.day
    when = date.fromordinal(day).isoformat()
    if found.start:
        when += f" {found.start}"
    if found.end or found.end_day is not None:
        end = [date.fromordinal(found.end_day).isoformat()] if found.end_day is not None else []
        when += " to " + " ".join([*end, *([found.end] if found.end else [])])
    return f"{when}  {body}"


def _without_when(words: list[Token], found: _Found, now: Now, *, ahead: bool) -> list[Token]:
    """The words that do not say when; what does is put into `found`."""
    left: list[Token] = []
    place = 0
    while place < len(words):
        if words[place].says("noted"):
            # What follows is when it was written down, with a date and a time of its own.
            return [*left, *words[place:]]
        taken = _time(words, place, found) or _end(words, place, found, now, ahead=ahead)
        if not taken and not (left and left[-1].says("until")):
            taken = _date(words, place, found, now, ahead=ahead)
        if taken:
            place += taken
        else:
            left.append(words[place])
            place += 1
    return left


def _plain(words: list[Token], place: int) -> str:
    if place < len(words) and words[place].kind is Kind.WORD:
        return words[place].text
    return ""


def _time(words: list[Token], place: int, found: _Found) -> int:
    lead = 1 if _plain(words, place) in _STARTS else 0
    text = _plain(words, place + lead)
    if found.start or not _TIME.fullmatch(text):
        return 0
    found.start = _padded(text)
    return lead + 1


def _end(words: list[Token], place: int, found: _Found, now: Now, *, ahead: bool) -> int:
    if not found.start or found.end or _plain(words, place) not in _ENDS:
        return 0
    if _TIME.fullmatch(text := _plain(words, place + 1)):
        found.end = _padded(text)
        return 2
    day = _named_day(_plain(words, place + 1), now, ahead=ahead)
    if day is not None and _TIME.fullmatch(text := _plain(words, place + 2)):
        found.end_day, found.end = day, _padded(text)
        return 3
    return 0


def _date(words: list[Token], place: int, found: _Found, now: Now, *, ahead: bool) -> int:
    lead = 1 if _plain(words, place) == "on" else 0
    if _plain(words, place + lead) in ("last", "this", "next") and _plain(words, place + lead + 1).lower() in WEEKDAYS:
        # "next friday" is two different days to two people; the preview shows which one was understood. Said on a Friday, neither the
        # last nor the next one is today.
        which = _plain(words, place + lead)
        lead += 1
        day = _named_day(_plain(words, place + lead), now, ahead=which != "last")
        if day == now.day and which != "this":
            day += 7 if which == "next" else -7
    else:
        day = _named_day(_plain(words, place + lead), now, ahead=ahead)
    if found.day is not None or day is None:
        return 0
    found.day = day
    return lead + 1


def _named_day(text: str, now: Now, *, ahead: bool) -> int | None:
    said = text.lower()
    if said in ("today", "tonight"):
        return now.day
    if said in ("yesterday", "tomorrow"):
        return now.day + (1 if said == "tomorrow" else -1)
    if said in WEEKDAYS:
        away = (WEEKDAYS.index(said) - (now.day - 1)) % 7
        return now.day + away if ahead or not away else now.day + away - 7
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _cut(said: str, words: list[Token], left: list[Token]) -> str:
    """The words that are left, with what stood between them."""
    keep = set(left)
    parts: list[str] = []
    for word in words:
        if word not in keep:
            continue
        gap = "" if not parts or word.kind is Kind.COMMA else " "
        parts.append(gap + said[word.start : word.end])
    return "".join(parts).strip(" ,")


def _with_by(said: str, left: list[Token], body: str, by: str) -> str:
    """`by` put before the first comma, where a list or a field may begin."""
    lists = left[0].says("waive")  # what is waived may be a list
    first = next((place for place, word in enumerate(left) if word.kind is Kind.COMMA and not lists), len(left))
    head = _cut(said, left[:first], left[:first])
    return f"{head} by {by}{body[len(head) :]}"


def _padded(text: str) -> str:
    return text if len(text.split(":")[0]) == len("09") else f"0{text}"

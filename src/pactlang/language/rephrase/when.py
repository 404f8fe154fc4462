"""When something was, as people say it: the day and the hour, from words or from what is usual for them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.rules import joined, phrases, words_in
from pactlang.language.rephrase.spelling import WEEKDAYS, Token, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTH = "|".join(MONTHS)
_DAY = "|".join(WEEKDAYS)
_COUNT = r"(?P<n>\d+|an?|one|half an)"
_HOURS_OF = {"night": "21:00", "evening": "20:00", "afternoon": "15:00", "morning": "09:00"}
_CLOCK = r"(?P<clock>\d\d:\d\d)"
_WHENS = [
    re.compile(rf"(?<!\S)(?:{said})(?!\S)", re.IGNORECASE)
    for said in (
        rf"{_COUNT} (?P<unit>minute|hour|day|night|week)s? ago",
        rf"(?:on |since |last |this )*(?P<day>{_DAY})(?: (?P<part>night|evening|afternoon|morning))?",
        rf"(?:on |since )?(?:the )?(?P<date>\d+)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?",
        rf"(?:on |since )?(?P<month>{_MONTH}) (?P<date>\d+)(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?",
        r"(?:on |since )?(?:the )?(?P<date>\d+)(?:st|nd|rd|th)",
        r"(?:on |since )?(?P<iso>\d{4}-\d\d-\d\d)",
        r"(?:last|this|on the) (?P<weekend>weekend)",
        rf"(?:from |between )?{_CLOCK} (?:to|until|till|and|-) (?P<end>\d\d:\d\d)",
        rf"(?:at |around |from |about )?{_CLOCK}",
        r"(?:at|around) (?P<hour>\d\d?)(?: o'clock)?",
    )
]
ISO = r"\d{4}-\d\d-\d\d"
_BACK = frozenset(["last", "since"])  # words that look back, also before something is done
_NOON, _DAY_ENDS = 6, 24  # `at 5` is in the afternoon, `at 9` is not


class Now(NamedTuple):
    """The present moment: its date and how many minutes of the day have passed; with `ahead`, what is told of is still to come."""

    day: date
    minute: int
    ahead: bool = False


class When(Struct):
    """What a line says of when it was."""

    day: date | None = None
    start: str = ""
    end: str = ""
    marked: bool = False  # the hour is one that nobody said


def moment_of_words(text: str, now: Now) -> tuple[str, str] | None:
    """When something was, as an entry begins, of words that say nothing else; and an hour that is only usual for them, or nothing.

    >>> now = Now(date(2026, 9, 16), 720)
    >>> moment_of_words("yesterday 8pm", now), moment_of_words("two days ago", now), moment_of_words("last night", now)
    (('2026-09-15 20:00', ''), ('2026-09-14', ''), ('2026-09-15', '21:00'))
    >>> moment_of_words("some time", now) is None
    True
    """
    tokens = [token._replace(start=place) for place, token in enumerate(spelled(text))]
    found = When()
    taken = take_whens(tokens, found, now)
    if not tokens or any(one.start not in taken for one in tokens):
        return None
    usual = found.start if found.marked else ""
    if usual:
        found.start = found.end = ""
    return moments_of(found, now)[0], usual


def take_whens(tokens: Sequence[Token], found: When, now: Now) -> set[int]:
    """Puts what the words say of a day and an hour into `found`; the places of those that say it."""
    text = joined(list(tokens))
    taken: set[int] = set()
    for rule in phrases().whens:
        if found.day is None and (match := rule.pattern.search(text)) is not None:
            days, _, hour = rule.right.partition(" ")
            found.day = now.day + timedelta(int(days))
            if hour:
                found.start, found.marked = hour, True
            taken |= set(words_in(tokens, *match.span()))
    for pattern in _WHENS:
        match = pattern.search(text)
        if match is None:
            continue
        then = now._replace(ahead=now.ahead and not _BACK & set(match[0].casefold().split()))
        if taken.isdisjoint(places := words_in(tokens, *match.span())) and _of(match.groupdict(), found, then):
            taken |= set(places)
    return taken


def _of(said: dict[str, str | None], found: When, now: Now) -> bool:
    """Puts into `found` what one stretch of words says of the day or the hour; not where that is known already."""
    if said.get("clock") or said.get("hour"):
        if found.start and not found.marked:
            return False
        hour = int(said.get("hour") or 0)
        if hour > _DAY_ENDS - 1:
            return False
        found.marked = not said.get("clock")
        found.start = said.get("clock") or f"{hour + 12 if 0 < hour <= _NOON else hour:02}:00"
        found.end = said.get("end") or ""
        return True
    if found.day is not None:
        return False
    try:
        found.day = _day_of(said, found, now)
    except ValueError:
        return False
    return found.day is not None


def _day_of(said: dict[str, str | None], found: When, now: Now) -> date | None:
    if said.get("unit"):
        count = {"a": 1, "an": 1, "one": 1, "half an": 0.5}.get(said["n"] or "") or float(said["n"] or 0)
        if said["unit"] in ("minute", "hour"):
            minutes = now.minute - int(count * (60 if said["unit"] == "hour" else 1))
            found.start = f"{minutes // 60 % 24:02}:{minutes % 60:02}"
            return now.day + timedelta(minutes // (24 * 60))
        return now.day - timedelta(count * (7 if said["unit"] == "week" else 1))
    if said.get("day"):
        if said.get("part"):
            found.start, found.marked = _HOURS_OF[said["part"] or ""], True
        away = (WEEKDAYS.index((said["day"] or "").capitalize()) - now.day.weekday()) % 7
        return now.day + timedelta(away if now.ahead or not away else away - 7)
    if said.get("weekend"):
        away = (5 - now.day.weekday()) % 7
        return now.day + timedelta(away if now.ahead else away - 7)
    if said.get("iso"):
        return date.fromisoformat(said["iso"] or "")
    number = int(said["date"] or 0)
    if said.get("month"):
        year = int(said.get("year") or now.day.year)
        day = date(year, MONTHS.index((said["month"] or "").capitalize()) + 1, number)
        if said.get("year") or day == now.day or (day > now.day) == now.ahead:
            return day
        return day.replace(year=year + (1 if now.ahead else -1))
    day = now.day.replace(day=number)
    if day == now.day or (day > now.day) == now.ahead:
        return day
    first = now.day.replace(day=1)
    return (first + timedelta(31) if now.ahead else first - timedelta(1)).replace(day=number)


def hours_said(found: When) -> str:
    """The hour, or from when to when; in brackets if nobody said it."""
    start = f"‹{found.start}›" if found.marked else found.start
    return f"{start} to {found.end}" if found.end else start


def moments_of(found: When, now: Now) -> list[str]:
    """When it was, as an entry begins; now where nothing is said."""
    if found.day is None and not found.start:
        return [f"{now.day} {now.minute // 60:02}:{now.minute % 60:02}"]
    day = found.day
    if day is None:
        passed = int(found.start[:2]) * 60 + int(found.start[3:]) <= now.minute
        day = now.day if passed != now.ahead else now.day + timedelta(1 if now.ahead else -1)
    if not found.start:
        return [day.isoformat()]
    if found.end and found.end <= found.start:
        return [f"{day} {found.start} to {day + timedelta(1)} {found.end}"]
    return [f"{day} {hours_said(found)}"]

"""Dates to list under a heading `days NAME`: public holidays of a country, or what a calendar holds."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.inputs import InputError
from pactlang.inputs.files import read_file
from pactlang.words.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.calendars.reading.occurrence import Told
    from pactlang.inputs.files import Reader

_MOST_YEARS = 30
_LONGEST_TITLE = 60
_NOT_THERE = 'the dates of holidays need one more package: pip install "pactlang[holidays]"'


class Listed(Struct):
    """Dates with what each is called (first and last, as ordinals), and what of a calendar gives no date."""

    dates: list[tuple[int, int, str]] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)
    timed: int = 0

    @property
    def text(self) -> str:
        """The lines to paste.

        >>> Listed([(739737, 739737, "May Day"), (739974, 739987, "Winter break")]).text
        '    2026-05-01  # May Day\\n    2026-12-24 until 2027-01-06  # Winter break\\n'
        """
        return "".join(f"    {_said(first, last)}{_comment(title)}\n" for first, last, title in sorted(set(self.dates)))


def _said(first: int, last: int) -> str:
    begin, end = (date.fromordinal(day).isoformat() for day in (first, last))
    return begin if first == last else f"{begin} until {end}"


def _comment(title: str) -> str:
    words = " ".join(safe(title).replace("#", " ").split())
    return f"  # {words[:_LONGEST_TITLE].rstrip()}" if words else ""


def years_of(text: str, now: int) -> tuple[int, int]:
    """The first and the last year of `2026-2028` or `2026`; where nothing is said, the year `now` and the two after it.

    >>> years_of("2026-2028", 2020), years_of("2027", 2020), years_of("", 2026)
    ((2026, 2028), (2027, 2027), (2026, 2028))

    Raises `InputError`.
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if text and found is None:
        raise InputError(f"'{safe(text)}' says no years; write such as 2026-2028")
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (now, now + 2)
    if not 1900 <= first <= last <= 2999 or last - first >= _MOST_YEARS:
        raise InputError(f"'{safe(text)}' says no years; write at most {_MOST_YEARS}, the earlier first, such as 2026-2028")
    return first, last


def public_holidays(country: str, region: str, first: int, last: int) -> Listed:
    """The public holidays of a country (and a region of it) in some years. Raises `InputError`."""
    try:
        import holidays
    except ImportError:
        raise InputError(_NOT_THERE) from None
    code, part = country.upper(), region.upper()
    known: dict[str, list[str]] = holidays.list_supported_countries(include_aliases=False)
    if code not in known:
        raise InputError(f"no holidays are known for '{safe(country)}'; write a country as two letters, such as DE")
    parts = {one.upper(): one for one in known[code]}
    if part and part not in parts:
        shown = f"one of: {', '.join(sorted(parts))}" if parts else "leave --region out"
        raise InputError(f"no holidays are known for a region '{safe(region)}' of {code}; {shown}")
    # In the country's own words: else the language would be that of the machine.
    language = getattr(getattr(holidays, code), "default_language", None)
    found = holidays.country_holidays(code, subdiv=parts[part] if part else None, years=range(first, last + 1), language=language)
    if not found:
        raise InputError(f"no holidays of {code} are known from {first} to {last}")
    return Listed([(day.toordinal(), day.toordinal(), name) for day, name in found.items()])


def days_in(calendar: str, first: int, last: int, read: Reader = read_file) -> Listed:
    """The dates of whole days that a calendar (.ics) holds in some years; what has a time of day is none. Raises `InputError`."""
    from pactlang.calendars.reading.read import CalendarError, read_calendar

    try:
        found = read_calendar(read(Path(calendar)), date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())
    except CalendarError as wrong:
        raise InputError(f"{calendar}: {wrong}") from None
    whole = [(one.first, one.last, one.title) for one in found.found if one.first is not None and one.last is not None]
    return Listed(whole, found.left, len(found.found) - len(whole))


def left_words(left: Iterable[Told], timed: int) -> list[str]:
    """What of a calendar is no date to list, a line each."""
    found = [f"line {one.line}, “{safe(one.title)}”, left out: {one.reason}" for one in left]
    if timed:
        found.append(f"left out, since they have a time of day: {timed}")
    return found

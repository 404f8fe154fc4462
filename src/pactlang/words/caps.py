"""What is left of a cap, in words: for whom, with whom, up to when, and from when there is more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pactlang.model.agreement import Between, Cap, Rolling, Unit
from pactlang.model.calendar import Exact
from pactlang.words.words import count_words, day_words, length_words, moment_words, number_words, people_words, safe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from pactlang.checker.finding import Room
    from pactlang.model.calendar import Zone
    from pactlang.words.page import Page


def room_words(room: Room, zone: Zone, today: int) -> str:
    """What is left: `Ana 2 of 4`, `with dana 0 of 1, again from 1 April`, `40 of 100 EUR`, `Ben 1 or 2 of 3`."""
    by = f"{people_words(room.people)} " if room.people else ""
    people = f"with {people_words(room.with_)} " if room.with_ else "with anyone else " if room.others else ""
    least, most = room.left, max(0, room.limit - room.standing.used)
    left = _amount(least, room, bare=True) if least == most else f"{_amount(least, room, bare=True)} to {_amount(most, room, bare=True)}"
    again = ""
    assert isinstance(room.sentence.form, Cap)  # noqa: S101 - only caps have room
    window = room.sentence.form.window
    if room.standing.free is not None:
        again = f", again from {_when(room.standing.free, room, zone, today)}"
    elif isinstance(window, Between) and room.standing.used > 0:
        again = f", {'again' if room.standing.used >= room.limit else 'more'} after the next {window.selector.noun}"
    elif room.standing.until is None and room.standing.lower is not None and room.limit > 0:
        again = f", more from {_when(room.standing.lower, room, zone, today)}"
    return f"{by}{people}{left} of {_amount(room.limit, room)}{again}"


def used_words(room: Room) -> str:
    """How much is used: `Ana 2 of 4 used`."""
    people = f"with {people_words(room.with_)} " if room.with_ else "with anyone else " if room.others else ""
    by = f"{people_words(room.people)} " if room.people else ""
    return f"{by}{people}{_amount(room.standing.used, room, bare=True)} of {_amount(room.limit, room)} used"


def until_of(room: Room) -> int | None:
    """The last date for which what is left is meant: of the period, or on which the cap ends before."""
    return min((day for day in (room.standing.until, room.ends) if day is not None), default=None)


def warned_words(room: Room) -> str:
    """That a cap has come as near as somebody wanted to be told: `Ana: 3 of 4 encounters used (until 31 March)`."""
    assert isinstance(room.sentence.form, Cap)  # noqa: S101 - only caps have room
    selector = room.sentence.form.selector
    measure = room.sentence.form.measure
    what = selector.noun if measure.unit is Unit.AMOUNT else selector.plural or selector.noun
    noun = f" {what}" if measure.unit is Unit.COUNT else f" of {what}"
    by = [*room.people, *(f"with {name}" for name in room.with_)]
    until = until_of(room)
    up_to = "" if until is None else f" (until {day_words(until, weekday=False, year=False)})"
    used = _amount(room.standing.used, room, bare=True)
    spent = "" if measure.unit is Unit.PEOPLE else f"{noun} used"
    return f"{' '.join(by) + ': ' if by else ''}{used} of {_amount(room.limit, room)}{spent}{up_to}"


def warnings(page: Page, rooms: Iterable[Room]) -> None:
    """The caps of which so much is used that somebody wanted to be told (`warn at`), under a heading; nothing where there are none."""
    warned = [room for room in rooms if room.warned]
    over = [room for room in warned if room.standing.used > room.limit]
    for heading, some in (("Over a limit", over), ("Close to a limit", [room for room in warned if room not in over])):
        if not some:
            continue
        page.line()
        page.line(page.mark(heading, "due"))
        wide = max(len(safe(room.sentence.label)) for room in some)
        for room in some:
            gap = " " * (wide - len(safe(room.sentence.label)))
            page.line(f"  {page.mark(room.sentence.label, 'name')}{gap}  {safe(warned_words(room))}")


def _amount(number: int | Decimal, room: Room, *, bare: bool = False) -> str:
    if room.unit == "seconds":
        return length_words(int(number))
    assert isinstance(room.sentence.form, Cap)  # noqa: S101 - only caps have room
    measure = room.sentence.form.measure
    if measure.by_dates and not bare:
        return count_words(number, measure.unit.value.removesuffix("s"))
    if measure.unit is Unit.PEOPLE and not bare:
        return count_words(number, "person", "people")
    return f"{number_words(number)}{f' {measure.currency}' if measure.currency and not bare else ''}"


def _when(instant: int, room: Room, zone: Zone, today: int) -> str:
    """The date; for a window in hours, the moment."""
    assert isinstance(room.sentence.form, Cap)  # noqa: S101 - only caps have room
    window = room.sentence.form.window
    day = zone.date_of(instant)
    year = date.fromordinal(day).year != date.fromordinal(today).year
    if isinstance(window, Rolling) and isinstance(window.length, Exact):
        return moment_words(instant, zone, year=year)
    return day_words(day, weekday=False, year=year)

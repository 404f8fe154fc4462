"""One item as a VEVENT, in the few ways in which all calendar programs understand the same. `icalendar` writes it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Event, vRecur
from icalendar.parser import Contentline

from pactlang.calendars.export.alarms import lead_of
from pactlang.calendars.export.titles import title_of
from pactlang.calendars.export.wish import Titles
from pactlang.model.agreement import Rhythm
from pactlang.model.calendar import Exact, zone_footer, zone_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Component

    from pactlang.checker.agenda.item import Item, Series
    from pactlang.model.agreement import Recurrence
    from pactlang.model.calendar import Zone

HALF_HOUR = 1800
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class TextError(ValueError):
    """A text holds a character that no calendar may show."""


def is_utc(zone: Zone) -> bool:
    """Whether a zone is UTC by another name: its times need no zone in a calendar."""
    return zone.key in zone_names() and zone_footer(zone.key) in ("UTC0", "<UTC>0")


def stamp(instant: int) -> str:
    """An instant in UTC.

    >>> stamp(0)
    '19700101T000000Z'
    """
    return f"{datetime.fromtimestamp(instant, UTC):%Y%m%dT%H%M%SZ}"


def content(item: Item, titles: Titles) -> list[str]:
    """What the item says as content lines, without its name, its number and when it was made so."""
    title = shown(title_of(item, titles))
    event = Event()
    _add_times(event, item)
    event.add("STATUS", "CONFIRMED")
    event.add("SUMMARY", title)
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", title)
    alarm.add("TRIGGER", timedelta(seconds=-lead_of(item)))
    event.add_component(alarm)
    return lines_of(event)[1:-1]


def shown(words: str) -> str:
    """A text that a calendar may show. Raises `TextError` for control characters.

    >>> shown("one\\ttwo")
    'one two'
    """
    words = words.replace("\r\n", "\n").replace("\t", " ")
    if _CONTROL.search(words):
        raise TextError(words)
    return words


def lines_of(component: Component) -> list[str]:
    """The content lines of a component, in the order in which they were added."""
    return [str(line) for line in component.content_lines(sorted=False) if line]


def written(lines: Iterable[str]) -> str:
    """Content lines as a file holds them: none longer than 75 octets."""
    return "".join(f"{Contentline(line).to_ical().decode()}\r\n" for line in lines)


def _add_times(event: Event, item: Item) -> None:
    if item.all_day:
        event.add("DTSTART", date.fromordinal(item.day))
        event.add("DTEND", date.fromordinal(item.day + item.days))
    elif item.instant is not None:
        event.add("DTSTART", datetime.fromtimestamp(item.instant, UTC))
        event.add("DTEND", datetime.fromtimestamp(item.instant + (item.seconds or HALF_HOUR), UTC))
    else:
        _add_local(event, "DTSTART", item, item.day, item.clock or 0)
        _add_local(event, "DTEND", item, *_end(item))
    if item.series is not None and len(item.series.dates) > 1:
        event.add("RRULE", _rule(item, item.series))
        for day in item.series.skipped:
            if item.all_day:
                event.add("EXDATE", date.fromordinal(day))
            else:
                _add_local(event, "EXDATE", item, day, item.clock or 0)


def _add_local(event: Event, name: str, item: Item, day: int, second: int) -> None:
    """A date and a second of it in the item's zone. The zone is named and not looked up: it is written beside the events."""
    moment = datetime.fromordinal(day) + timedelta(seconds=second)
    if is_utc(item.zone):
        event.add(name, moment.replace(tzinfo=UTC))
    else:
        event.add(name, moment, parameters={"TZID": item.zone.key})


def _end(item: Item) -> tuple[int, int]:
    second = (item.clock or 0) + (item.seconds or HALF_HOUR)
    if item.days > 1 or (item.sentence is not None and _lasts_dates(item)):
        return item.day + item.days, item.clock or 0
    return item.day, second


def _lasts_dates(item: Item) -> bool:
    length = getattr(item.sentence.form, "length", None) if item.sentence is not None else None
    return length is not None and not isinstance(length, Exact)


def _rule(item: Item, series: Series) -> vRecur:
    last = date.fromordinal(series.last) if item.all_day else datetime.fromtimestamp(item.zone.instant(series.last, item.clock or 0), UTC)
    return vRecur({**_pattern(series.recurrence, series.week_start), "UNTIL": last})


def _pattern(recurrence: Recurrence, week_start: int) -> dict[str, object]:
    every = {"INTERVAL": recurrence.every} if recurrence.every > 1 else {}
    weekdays = [_WEEKDAYS[day] for day in recurrence.weekdays]
    match recurrence.rhythm:
        case Rhythm.DAY:
            return {"FREQ": "DAILY", **every}
        case Rhythm.WEEK:
            # In which week a date lies matters only where weeks are left out.
            begins = {"WKST": _WEEKDAYS[week_start]} if every else {}
            return {"FREQ": "WEEKLY", **every, "BYDAY": weekdays, **begins}
        case Rhythm.MONTH if recurrence.nth:
            return {"FREQ": "MONTHLY", **every, "BYDAY": [f"{recurrence.nth}{day}" for day in weekdays]}
        case Rhythm.MONTH:
            return {"FREQ": "MONTHLY", **every, "BYMONTHDAY": recurrence.month_day}
        case Rhythm.YEAR:
            return {"FREQ": "YEARLY", **every, "BYMONTH": recurrence.month, "BYMONTHDAY": recurrence.month_day}
        case Rhythm.ONCE:
            return {}  # a date alone is given without a rule

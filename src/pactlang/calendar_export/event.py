"""One item as the content lines of a VEVENT, in the few ways in which all calendar programs understand the same."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from pactlang.calendar_export.alarms import lead_of, trigger
from pactlang.calendar_export.lines import text
from pactlang.calendar_export.titles import title_of
from pactlang.calendar_export.wish import Titles
from pactlang.model.agreement import Rhythm
from pactlang.model.calendar import Exact, zone_footer, zone_names

if TYPE_CHECKING:
    from pactlang.agenda.item import Item, Series
    from pactlang.model.agreement import Recurrence
    from pactlang.model.calendar import Zone

HALF_HOUR = 1800
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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
    """What the item says, without its name, its number and when it was made so."""
    title = text(title_of(item, titles))
    return [
        *_times(item),
        "STATUS:CONFIRMED",
        f"SUMMARY:{title}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:{trigger(lead_of(item))}",
        "END:VALARM",
    ]


def _times(item: Item) -> list[str]:
    if item.all_day:
        lines = [f"DTSTART;VALUE=DATE:{_date(item.day)}", f"DTEND;VALUE=DATE:{_date(item.day + item.days)}"]
    elif item.instant is not None:
        lines = [f"DTSTART:{stamp(item.instant)}", f"DTEND:{stamp(item.instant + (item.seconds or HALF_HOUR))}"]
    else:
        lines = [f"DTSTART{_local(item, item.day)}", f"DTEND{_end(item)}"]
    if item.series is not None and len(item.series.dates) > 1:
        lines.append(f"RRULE:{_rule(item, item.series)}")
        lines += [f"EXDATE{_local(item, day)}" for day in item.series.skipped]
    return lines


def _local(item: Item, day: int) -> str:
    """A date of a series as a value with its parameters."""
    if item.all_day:
        return f";VALUE=DATE:{_date(day)}"
    second = item.clock or 0
    local = f"{_date(day)}T{second // 3600:02}{second // 60 % 60:02}{second % 60:02}"
    return f":{local}Z" if is_utc(item.zone) else f";TZID={item.zone.key}:{local}"


def _end(item: Item) -> str:
    second = (item.clock or 0) + (item.seconds or HALF_HOUR)
    day = item.day + second // 86_400
    if item.days > 1 or (item.sentence is not None and _lasts_dates(item)):
        day, second = item.day + item.days, item.clock or 0
    second %= 86_400
    local = f"{_date(day)}T{second // 3600:02}{second // 60 % 60:02}{second % 60:02}"
    return f":{local}Z" if is_utc(item.zone) else f";TZID={item.zone.key}:{local}"


def _lasts_dates(item: Item) -> bool:
    length = getattr(item.sentence.form, "length", None) if item.sentence is not None else None
    return length is not None and not isinstance(length, Exact)


def _rule(item: Item, series: Series) -> str:
    last = _date(series.last) if item.all_day else stamp(item.zone.instant(series.last, item.clock or 0))
    return f"{_pattern(series.recurrence, series.week_start)};UNTIL={last}"


def _pattern(recurrence: Recurrence, week_start: int) -> str:
    every = f";INTERVAL={recurrence.every}" if recurrence.every > 1 else ""
    weekdays = ",".join(_WEEKDAYS[day] for day in recurrence.weekdays)
    match recurrence.rhythm:
        case Rhythm.DAY:
            return f"FREQ=DAILY{every}"
        case Rhythm.WEEK:
            # In which week a date lies matters only where weeks are left out.
            begins = f";WKST={_WEEKDAYS[week_start]}" if every else ""
            return f"FREQ=WEEKLY{every};BYDAY={weekdays}{begins}"
        case Rhythm.MONTH if recurrence.nth:
            return f"FREQ=MONTHLY{every};BYDAY={recurrence.nth}{weekdays}"
        case Rhythm.MONTH:
            return f"FREQ=MONTHLY{every};BYMONTHDAY={recurrence.month_day}"
        case Rhythm.YEAR:
            return f"FREQ=YEARLY{every};BYMONTH={recurrence.month};BYMONTHDAY={recurrence.month_day}"


def _date(day: int) -> str:
    return f"{date.fromordinal(day):%Y%m%d}"

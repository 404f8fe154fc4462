"""A zone as calendars want it: from the rule that the zone's file ends with, held against the zone itself.

Programs differ most in what they do with zones. So there is one observance for standard time and at most one for summer time, each with a
yearly rule. Where that would be wrong for any moment of the time that is asked for, each real change gets an observance of its own.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.model.calendar import DAY_SECONDS, zone_footer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.calendar import Zone

_RULE = re.compile(
    r"(?:[A-Za-z]+|<[^>]+>)(?P<std>[-+]?[\d:]+)"
    r"(?:(?:[A-Za-z]+|<[^>]+>)(?P<dst>[-+]?[\d:]+)?,(?P<start>M[\d.]+)(?:/(?P<start_at>[-+]?[\d:]+))?,(?P<end>M[\d.]+)(?:/(?P<end_at>[-+]?[\d:]+))?)?"
)
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_HOUR = 3600
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Change(Struct, frozen=True):
    """A change of the clock: the instant, and the offsets before and after it (seconds east of UTC)."""

    instant: int
    before: int
    after: int


class Onset(Struct, frozen=True):
    """A yearly change by rule: the month, the week (5 is the last), the weekday (0 is Sunday), the local second of the day."""

    month: int
    week: int
    weekday: int
    second: int

    def on(self, year: int) -> int:
        """Its date in a year, as an ordinal."""
        first = date(year, self.month, 1).toordinal()
        day = first + (self.weekday - first % 7) % 7 + 7 * (self.week - 1)
        following = date(year + self.month // 12, self.month % 12 + 1, 1).toordinal()
        return day - 7 if day >= following else day

    @property
    def rule(self) -> str:
        """The same as a recurrence rule."""
        week = -1 if self.week == 5 else self.week
        return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={week}{_WEEKDAYS[self.weekday]}"


def vtimezone(zone: Zone, first: int, last: int) -> list[str]:
    """The content lines of a VTIMEZONE that is right for every instant from `first` to `last`."""
    year = _year(first) - 1
    begin = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(_year(last) + 1, 12, 31, tzinfo=UTC).timestamp())
    real = list(changes(zone, begin, end))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone.key}"]
    ruled = _by_rule(zone, real, year, _year(last) + 1)
    if ruled is not None:
        lines += ruled
    else:
        lines += _observance(Change(begin, zone.offset(begin), zone.offset(begin)), zone)
        for change in real:
            lines += _observance(change, zone)
    return [*lines, "END:VTIMEZONE"]


def changes(zone: Zone, begin: int, end: int) -> Iterator[Change]:
    """Every change of the clock between two instants, in order."""
    before = zone.offset(begin)
    for day in range(begin, end, DAY_SECONDS):
        reached = min(day + DAY_SECONDS, end)
        after = zone.offset(reached)
        if after != before:
            low, high = day, reached
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if zone.offset(middle) == before else (low, middle)
            yield Change(high, before, after)
            before = after


def _by_rule(zone: Zone, real: list[Change], first_year: int, last_year: int) -> list[str] | None:
    """Observances by yearly rules, or None where they would differ from the zone itself."""
    found = _RULE.fullmatch(zone_footer(zone.key))
    if found is None:
        return None
    standard = -_offset(found["std"])
    if found["start"] is None:
        if real:
            return None
        begin = int(datetime(first_year, 1, 1, tzinfo=UTC).timestamp())
        return _observance(Change(begin, standard, standard), zone)
    other = -_offset(found["dst"]) if found["dst"] else standard + _HOUR
    starts = _onset(found["start"], found["start_at"])
    ends = _onset(found["end"], found["end_at"])
    if not all(0 <= one.second < DAY_SECONDS for one in (starts, ends)):
        return None
    ruled = []
    for year in range(first_year, last_year + 1):
        ruled.append(Change(_instant(starts.on(year), starts.second) - standard, standard, other))
        ruled.append(Change(_instant(ends.on(year), ends.second) - other, other, standard))
    ruled.sort(key=lambda change: change.instant)
    if ruled != real:
        return None
    lines: list[str] = []
    for change, onset in sorted(zip(ruled[:2], _in_order(starts, ends, ruled[0], standard), strict=True), key=lambda one: one[0].after):
        lines += _observance(change, zone, onset.rule)
    return lines


def _in_order(starts: Onset, ends: Onset, first: Change, standard: int) -> tuple[Onset, Onset]:
    return (starts, ends) if first.before == standard else (ends, starts)


def _observance(change: Change, zone: Zone, rule: str = "") -> list[str]:
    # The smaller offset is called standard, whatever the law calls it (in Dublin summer is): programs know no other way.
    kind = "DAYLIGHT" if change.after > min(change.before, change.after) else "STANDARD"
    local = _EPOCH + timedelta(seconds=change.instant + change.before)
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{local:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_shown(change.before)}",
        f"TZOFFSETTO:{_shown(change.after)}",
        *([f"RRULE:{rule}"] if rule else []),
        f"TZNAME:{zone.name_at(change.instant)}",
        f"END:{kind}",
    ]


def _onset(rule: str, at: str | None) -> Onset:
    month, week, weekday = (int(part) for part in rule[1:].split("."))
    return Onset(month, week, weekday, _offset(at) if at else 2 * _HOUR)


def _offset(words: str) -> int:
    """Hours, minutes and seconds as POSIX writes them, in seconds."""
    parts = [int(part) for part in words.lstrip("+-").split(":")]
    seconds = sum(part * unit for part, unit in zip(parts, (_HOUR, 60, 1), strict=False))
    return -seconds if words.startswith("-") else seconds


def _shown(offset: int) -> str:
    sign = "-" if offset < 0 else "+"
    hours, rest = divmod(abs(offset), _HOUR)
    seconds = rest % 60
    return f"{sign}{hours:02}{rest // 60:02}" + (f"{seconds:02}" if seconds else "")


def _instant(day: int, second: int) -> int:
    return (day - _EPOCH.toordinal()) * DAY_SECONDS + second


def _year(instant: int) -> int:
    return (_EPOCH + timedelta(seconds=instant)).year

"""A calendar brought up to date: what changed is numbered anew, what is withdrawn says so, everything else stays byte for byte."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, vDuration
from msgspec import Struct, field

from pactlang.calendars.export.event import content, is_utc, lines_of, shown, stamp, written
from pactlang.calendars.export.standing import PRODID, Standing, StandingCalendar, value_of
from pactlang.calendars.export.titles import APPOINTMENT, CHECK_IN, REMINDER, calendar_name
from pactlang.calendars.export.uid import uid
from pactlang.calendars.export.vtimezone import vtimezone
from pactlang.calendars.export.wish import Titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.checker.agenda.item import Item
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

_NEUTRAL = frozenset((CHECK_IN, APPOINTMENT, REMINDER))


class Resource(Struct, frozen=True):
    """One event with the zones that it needs: what a CalDAV server keeps under one address."""

    uid: str
    event: str
    zones: str
    start: str
    withdrawn: bool = False


class Updated(Struct):
    """A calendar as it should stand, and how many of its items are new, changed, withdrawn or as before."""

    head: str
    resources: list[Resource] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    same: int = 0
    withdrawn: int = 0
    pruned: int = 0

    @property
    def live(self) -> int:
        """How many items there are, without those that were withdrawn."""
        return self.new + self.changed + self.same

    @property
    def data(self) -> bytes:
        """The whole calendar."""
        return (self.head + "".join(self.zones) + "".join(one.event for one in self.resources) + written(["END:VCALENDAR"])).encode()

    def alone(self, resource: Resource) -> bytes:
        """One event as a calendar of its own."""
        return f"{written(_head())}{resource.zones}{resource.event}{written(['END:VCALENDAR'])}".encode()


def _head(name: str = "") -> list[str]:
    """How a calendar begins: by its name, where it has one."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODID)
    calendar.add("CALSCALE", "GREGORIAN")
    if name:
        calendar.add("NAME", name)
        calendar.add("X-WR-CALNAME", name)
        calendar.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", vDuration(timedelta(hours=12)))
    return lines_of(calendar)[:-1]


def update(
    items: Sequence[Item],
    standing: StandingCalendar,
    agreement: Agreement,
    *,
    titles: Titles = Titles.NEUTRAL,
    changed: int = 0,
    last: int = 0,
    prune_before: str = "",
    exact: bool = True,
) -> Updated:
    """Bring a calendar up to date.

    `changed` is the moment of the newest entry or version: what is withdrawn is dated by it. `last` is the last date that zones must be
    right for (an ordinal). `prune_before`, as eight digits, takes out what was withdrawn and lies before it. Without `exact`
    (servers write what they are given in an order of their own) an event that says the same is the same.
    """
    updated = Updated(written(_head(shown(calendar_name(agreement, titles)))))
    zones = {item.zone.key: item.zone for item in items if item.clock is not None and not is_utc(item.zone)}
    zone_lines = {key: _zone(zone, [item for item in items if item.zone is zone], last) for key, zone in zones.items()}
    left = dict(standing.events)
    named = _named(items, left, titles)
    for name_, item, said in named:
        before = left.pop(name_, None)
        if before is not None and (_untouched(before, said) if exact else not before.cancelled and before.says(said)):
            raw = before.raw
            updated.same += 1
        elif before is not None:
            raw = _raw(name_, max(before.stamp, stamp(item.made)), before.sequence + 1, said)
            updated.changed += 1
        else:
            raw = _raw(name_, stamp(item.made), 0, said)
            updated.new += 1
        needs = item.clock is not None and item.zone.key in zone_lines
        updated.resources.append(Resource(name_, raw, zone_lines[item.zone.key] if needs else "", _start(said)))
    for old in left.values():
        if old.last_date < prune_before:
            updated.pruned += 1
            continue
        raw = _withdrawn(old, stamp(changed), titles)
        updated.withdrawn += 1
        zone = next((zone_lines[key] for key in zone_lines if f";TZID={key}:" in raw), "")
        if not zone and ";TZID=" in raw:
            zone = _old_zone(old, zone_lines, last)
        updated.resources.append(Resource(old.uid, raw, zone, _start(old.lines), withdrawn=True))
    updated.zones = [zone_lines[key] for key in sorted(zone_lines)]
    updated.resources.sort(key=lambda one: (one.start, one.uid))
    return updated


def _named(items: Sequence[Item], standing: dict[str, Standing], titles: Titles) -> list[tuple[str, Item, list[str]]]:
    """Every item with its UID and what it says.

    An item that is not known yet, at the times of one that is gone, is that one under a new clause name: it keeps its UID. First those at
    exactly the same times are looked for, then series that differ in their exceptions or their end, then the one series of that title.
    """
    own = [(uid(item.agreement.title, item.agreement.parties, item.key), item, content(item, titles)) for item in items]
    names = [name for name, _, _ in own]
    free = sorted((old for old in standing.values() if old.uid not in names and not old.cancelled), key=lambda old: old.uid)
    for likeness in (_times, _pattern):
        for place, (name, _, said) in enumerate(own):
            if name not in standing and names[place] == name and likeness(said):
                same = next((old for old in free if likeness(old.content) == likeness(said)), None)
                if same is not None:
                    free.remove(same)
                    names[place] = same.uid
    # A clause that had another name before may have another time now.
    new = [place for place, (name, _, _) in enumerate(own) if name not in standing and names[place] == name]
    for title in sorted({_title(own[place][2]) for place in new} - {""}):
        places = [place for place in new if _title(own[place][2]) == title]
        olds = [old for old in free if _title(old.content) == title]
        if len(places) == len(olds) == 1:
            names[places[0]] = olds[0].uid
    return [(name, item, said) for name, (_, item, said) in zip(names, own, strict=True)]


def _times(said: Iterable[str]) -> list[str]:
    """The lines that say when."""
    return sorted(line for line in said if line.startswith(("DTSTART", "DTEND", "RRULE", "EXDATE")))


def _pattern(said: Iterable[str]) -> list[str]:
    """The lines that say when a series is, without its end and its exceptions; nothing for a single event."""
    lines = [re.sub(r";UNTIL=\w+", "", line) for line in _times(said) if not line.startswith("EXDATE")]
    return lines if any(line.startswith("RRULE") for line in lines) else []


def _title(said: Sequence[str]) -> str:
    """The title of a series; nothing for a single event."""
    return value_of(said, "SUMMARY") if any(line.startswith("RRULE") for line in said) else ""


def _untouched(before: Standing, said: list[str]) -> bool:
    return before.whole and list(before.lines) == _lines(before.uid, before.stamp, before.sequence, said)


def _raw(name: str, made: str, sequence: int, said: Iterable[str]) -> str:
    return written(_lines(name, made, sequence, said))


def _lines(name: str, made: str, sequence: int, said: Iterable[str]) -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{name}", f"DTSTAMP:{made}", f"LAST-MODIFIED:{made}", f"SEQUENCE:{sequence}", *said, "END:VEVENT"]


def _withdrawn(old: Standing, changed: str, titles: Titles) -> str:
    """An event that is no longer meant: still there, so that programs which keep what is missing learn of it, and without an alarm."""
    said = _without_alarm(old.content)
    if titles is Titles.NEUTRAL:
        # Once it was asked for full titles; now it is not, and what was withdrawn must not go on telling.
        known = value_of(said, "SUMMARY") in _NEUTRAL
        said = [line if known or not line.startswith("SUMMARY") else f"SUMMARY:{REMINDER}" for line in said]
    said = ["STATUS:CANCELLED" if line.startswith("STATUS") else line for line in said]
    if said == old.content:
        return _raw(old.uid, old.stamp, old.sequence, said)
    return _raw(old.uid, max(old.stamp, changed), old.sequence + 1, said)


def _without_alarm(lines: Sequence[str]) -> list[str]:
    kept, inside = [], False
    for line in lines:
        inside = inside or line == "BEGIN:VALARM"
        if not inside:
            kept.append(line)
        inside = inside and line != "END:VALARM"
    return kept


def _start(lines: Sequence[str]) -> str:
    return value_of(lines, "DTSTART")[:8]


def _zone(zone: Zone, items: Sequence[Item], last: int) -> str:
    first = min(item.start for item in items)
    end = max(zone.midnight(last + 1), *(item.start for item in items))
    return written(vtimezone(zone, first, end))


def _old_zone(old: Standing, zone_lines: dict[str, str], last: int) -> str:
    """The zone of a withdrawn event that no other event is in any more."""
    from datetime import date

    from pactlang.model.calendar import load_zone, zone_names

    line = next(line for line in old.lines if line.startswith("DTSTART"))
    key = line.partition(";TZID=")[2].partition(":")[0]
    if key not in zone_names():
        return ""
    zone = load_zone(key)
    try:
        begin = date.fromisoformat(value_of(old.lines, "DTSTART")[:8]).toordinal()
    except ValueError:
        return ""  # 31 February: the export never wrote that
    zone_lines[key] = written(vtimezone(zone, zone.midnight(begin), zone.midnight(max(begin, last) + 1)))
    return zone_lines[key]

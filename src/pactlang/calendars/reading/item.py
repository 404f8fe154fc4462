"""An event or a to-do of a calendar, its own words understood: when it starts, how long it lasts, how it comes again."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from msgspec import Struct, field

from pactlang.calendars.reading.moments import Wall, read_length, read_wall
from pactlang.calendars.reading.parts import Part, Property, texts
from pactlang.calendars.reading.zones import Clock, Zones
from pactlang.log.moments import clock_text, date_text
from pactlang.model.calendar import load_zone

_EPOCH = date(1970, 1, 1).toordinal()
_ZONE_HINT = "write it down by hand"


class ProblemError(Exception):
    """Something about an event cannot be read; the message says what."""


class Home(Struct):
    """What a calendar says of all that is in it."""

    zones: Zones
    name: str = ""
    clock: Clock | None = None
    unknown: str = ""  # the name of its zone, where nobody knows that
    called_off: bool = False
    own: frozenset[str] = frozenset()


class Moment(Struct, frozen=True):
    """A time on a clock: `clock` is None where the time is that of wherever one is, or a whole day."""

    wall: Wall
    clock: Clock | None = None
    other: Clock | None = None
    zone: str = ""

    @property
    def instant(self) -> int:
        """Seconds since 1970; of a whole day or a time without a zone as if in UTC."""
        if self.clock is not None and self.wall.second is not None:
            return self.clock.instant(self.wall.day, self.wall.second)
        return (self.wall.day - _EPOCH) * 86400 + (self.wall.second or 0)

    def at(self, wall: Wall) -> Moment:
        """Another time on the same clock."""
        return Moment(wall, self.clock, self.other, self.zone)

    def on(self, clock: Clock | None) -> Wall:
        """What another clock shows at this moment; of a time without a zone the same."""
        if self.clock is None or clock is None or clock is self.clock or self.wall.second is None:
            return self.wall
        return Wall(*clock.clock(self.instant))

    @property
    def stamp(self) -> str:
        """The name of this moment, in UTC where it has a zone."""
        if self.clock is None or self.wall.second is None:
            return self.wall.stamp
        return Wall(*load_zone("UTC").clock(self.instant), utc=True).stamp


class Item(Struct):
    """What an event says, as far as it is not about coming again."""

    part: Part
    home: Home
    uid: str
    title: str
    status: str
    sequence: int
    remarks: list[str] = field(default_factory=list)
    details: dict[str, object] = field(default_factory=dict)

    @property
    def called_off(self) -> bool:
        """Whether it does not take place."""
        return self.status == "cancelled" or self.home.called_off

    @property
    def again(self) -> bool:
        """Whether it comes again, or is one of what comes again."""
        return self.uid.startswith(NO_UID) or any(one.value.strip() for name in _AGAIN for one in self.part.all(name))

    @property
    def of_series(self) -> bool:
        """Whether it takes the place of one of a series."""
        return any(one.value.strip() for one in self.part.all("RECURRENCE-ID"))

    @property
    def written(self) -> str:
        """When it is, as the calendar has it."""
        found = next(iter(self.part.all("DTSTART") or self.part.all("RECURRENCE-ID")), None)
        if found is None:
            return ""
        zone = found.parameters.get("TZID")
        return found.value.strip() + (f" {zone}" if zone else "")


NO_UID = "no-uid~"
_UTC = ("UTC", "ETC/UTC", "GMT", "Z")
_AGAIN = ("RRULE", "RDATE", "RECURRENCE-ID")


def item(part: Part, home: Home) -> Item:
    """What a part says of itself. One without a UID is known by its title."""
    title = part.text("SUMMARY").strip()
    uid = part.text("UID").strip()
    if not uid:
        uid = NO_UID + sha256(title.encode()).hexdigest()[:12]
    sequence = part.text("SEQUENCE").strip()
    return Item(
        part, home, uid, title, part.text("STATUS").strip().lower(), int(sequence) if sequence.isdecimal() and len(sequence) < 10 else 0
    )


def only(one: Item, name: str) -> Property | None:
    """The one property of a name. Raises `ProblemError` where there are two that differ."""
    found = one.part.all(name)
    if len({(it.value, str(sorted(it.parameters.items()))) for it in found}) > 1:
        raise ProblemError(f"it says {name} twice")
    return found[0] if found else None


def moment(one: Item, said: Property, text: str | None = None) -> Moment:
    """The time that a property says. Raises `ProblemError`."""
    text = said.value.strip() if text is None else text.strip()
    wall = read_wall(text, all_day=said.parameters.get("VALUE", "").upper() == "DATE")
    if wall is None:
        raise ProblemError(f"{said.name} `{text[:40]}` is not a time that can be read")
    if wall.second is None:
        return Moment(wall)
    if wall.utc:
        utc = load_zone("UTC")
        home = one.home.clock
        return Moment(wall, utc) if home is None else Moment(Wall(*home.clock(utc.instant(wall.day, wall.second))), home)
    name = said.parameters.get("TZID", "").strip()
    if not name:
        if one.home.unknown:
            one.remarks.append(f"taken at the time of your agreement's zone: nobody knows the calendar's, `{one.home.unknown}`")
        return Moment(wall, one.home.clock)
    zone = one.home.zones.named(name)
    if zone is None:
        raise UnknownZoneError(name, wall)
    return Moment(wall, zone.clock, zone.other, name)


def skipped(wall: Wall, clock: Clock) -> list[str]:
    """What to say of a time that a clock skips; nothing where it shows it.

    >>> skipped(Wall(date(2026, 3, 29).toordinal(), 9000), load_zone("Europe/Berlin"))
    ['on 2026-03-29 the clocks go forward and skip 02:30; that is 03:30']
    """
    if wall.second is None:
        return []
    day, second = clock.clock(clock.instant(wall.day, wall.second))
    if (day, second) == (wall.day, wall.second):
        return []
    then = "" if day == wall.day else f"{date_text(day)} "
    skips = f"on {date_text(wall.day)} the clocks go forward and skip {clock_text(wall.second)}"
    return [f"{skips}; that is {then}{clock_text(second)}"]


class UnknownZoneError(ProblemError):
    """A time in a zone that nobody knows."""

    def __init__(self, name: str, wall: Wall) -> None:
        self.wall = wall
        super().__init__(f"nobody knows its time zone `{name}`; {_ZONE_HINT}")


def starts(one: Item) -> Moment:
    """When it starts (a series: for the first time). Raises `ProblemError`."""
    said = only(one, "DTSTART")
    if said is None:
        raise ProblemError("it does not say when it starts (DTSTART)")
    found = moment(one, said)
    zone = said.parameters.get("TZID", "").strip()
    odd = []
    if found.wall.second is None and "T" in said.value.upper().removesuffix("T000000"):
        odd.append("taken as a whole day: its start is marked as a date, but has a time")
    if zone and found.wall.second is not None and said.value.strip().upper().endswith("Z") and zone.upper() not in _UTC:
        odd.append(f"taken as a time in UTC: its start ends in Z, but names a zone, too: `{zone}`")
    one.remarks += [remark for remark in odd if remark not in one.remarks]
    return found


def lasts(one: Item, start: Moment) -> tuple[int, int]:
    """How long it lasts: days on the clock, then seconds. What is wrong with its end is remarked, and then it has none."""
    none = (1, 0) if start.wall.second is None else (0, 0)
    try:
        said, length = only(one, "DTEND"), only(one, "DURATION")
        if said is not None:
            if length is not None:
                one.remarks.append("it says both when it ends and how long it lasts; taken up to DTEND")
            return _to_end(one, start, moment(one, said)) or none
        if length is None or not length.value.strip():
            return none
    except ProblemError as wrong:
        one.remarks.append(f"taken without its end: {wrong}")
        return none
    found = read_length(length.value)
    if found is None:
        one.remarks.append(f"taken without its length: `{length.value.strip()[:40]}` is not a length")
        return none
    if min(found) < 0:
        one.remarks.append(f"taken without its end: it would lie before the start (DURATION:{length.value.strip()})")
        return none
    if start.wall.second is None:
        if found[1] % 86400:
            one.remarks.append("taken as a whole day: its start has no time of day, its length has hours")
        return max(1, found[0] + -(-found[1] // 86400)), 0
    return found


def _to_end(one: Item, start: Moment, end: Moment) -> tuple[int, int] | None:
    if start.wall.second is None:
        last = end.wall.day + (end.wall.second is not None and end.wall.second > 0)
        if end.wall.second is not None:
            one.remarks.append("taken as a whole day: its start has no time of day, its end has one")
        if last < start.wall.day:
            one.remarks.append("taken without its end: it lies before the start")
        return max(1, last - start.wall.day), 0
    if end.wall.second is None:
        one.remarks.append("taken without its end: that is a whole day, its start has a time of day")
        return None
    if (start.clock is None) != (end.clock is None):
        # A time without a zone is on the other one's clock.
        start, end = Moment(start.wall, start.clock or end.clock), Moment(end.wall, end.clock or start.clock)
    if end.clock is not None:
        one.remarks += skipped(end.wall, end.clock)
    length = end.instant - start.instant
    if length < 0:
        one.remarks.append("taken without its end: it lies before the start")
        return None
    return 0, length


def details(one: Item) -> dict[str, object]:
    """What rules ask about, and what an entry may be made of."""
    if one.details:
        return one.details
    answer = ""
    for said in one.part.all("ATTENDEE") if one.home.own else ():
        address = said.value.strip().lower().removeprefix("mailto:")
        if address in one.home.own:
            answer = said.parameters.get("PARTSTAT", "NEEDS-ACTION").lower()
    one.details = {
        "title": one.title,
        "categories": tuple(text for said in one.part.all("CATEGORIES") for text in texts(said.value)),
        "calendar": one.home.name,
        "place": one.part.text("LOCATION"),
        "line": one.part.line,
        "status": one.status,
        "answer": answer,
    }
    return one.details

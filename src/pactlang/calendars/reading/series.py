"""When something takes place that comes again: its rule, its further dates, its exceptions, and the changes to single ones of it."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct, field

from pactlang.calendars.reading.item import Item, Moment, ProblemError, UnknownZoneError, moment, starts
from pactlang.calendars.reading.moments import Wall, read_length, read_wall
from pactlang.calendars.reading.recurrence import Recurrence, RecurrenceError, Steps, dates, read_recurrence


class NeverError(ProblemError):
    """A series that says of itself that it never comes; `day` is when it would start."""

    def __init__(self, day: int, message: str) -> None:
        self.day = day
        super().__init__(message)


class TooManyError(Exception):
    """More events lie on the dates, or may, than anybody's calendar holds."""


class Series(Struct):
    """The times of an event on some dates. `lengths` has those that differ from its own."""

    start: Moment
    walls: set[Wall] = field(default_factory=set)
    lengths: dict[Wall, tuple[int, int]] = field(default_factory=dict)
    off: set[Wall] = field(default_factory=set)
    doubtful: list[tuple[Wall, str]] = field(default_factory=list)

    def on_day(self, day: int) -> list[Wall]:
        """Its times on a date."""
        return sorted((one for one in self.walls if one.day == day), key=_order)


def series(one: Item, first: int, last: int, steps: Steps, most: int) -> Series:
    """The times of an event from `first` to `last` (dates on its own clock), without those that an EXDATE or EXRULE takes out.

    Raises `ProblemError` and `RecurrenceError`, and `TooManyError` where a rule gives more than `most`.
    """
    start = starts(one)
    found = Series(start)
    rules = [read_recurrence(said.value) for said in one.part.all("RRULE") if said.value.strip()]
    for rule in rules:
        found.walls |= _times(rule, start, first, last, steps, most)
    if not rules or not any(_begins(rule, start, steps) for rule in rules):
        # What the event itself says always counts, also where its rule would not come to it.
        found.walls |= {start.wall} if first <= start.wall.day <= last else set()
    for said in one.part.all("RDATE"):
        for text in filter(None, map(str.strip, said.value.split(","))):
            at, _, until = text.partition("/")
            try:
                wall = _same_kind(moment(one, said, at), start)
            except ProblemError as wrong:
                one.remarks.append(f"taken without one of its dates (RDATE): {wrong}")
                continue
            if first <= wall.day <= last:
                found.walls.add(wall)
            if until and (length := read_length(until)) is not None and min(length) >= 0:
                found.lengths[wall] = length
            elif until and (end := read_wall(until)) is not None:
                seconds = moment(one, said, until).instant - moment(one, said, at).instant
                found.lengths[wall] = (0, seconds) if seconds >= 0 and end.second is not None else (0, 0)
    for said in one.part.all("EXRULE"):
        if said.value.strip():
            found.walls -= _times(read_recurrence(said.value), start, first, last, steps, most)
    _without(one, found)
    return found


def _times(rule: Recurrence, start: Moment, first: int, last: int, steps: Steps, most: int) -> set[Wall]:
    until = None
    if rule.until:
        until = read_wall(rule.until)
        if until is None:
            raise RecurrenceError(f"its rule ends UNTIL={rule.until}, which cannot be read")
        if _after(start, until):
            raise NeverError(start.wall.day, f"it ends (UNTIL={rule.until}) before it starts; if it took place, write it down by hand")
    found = set()
    for day, second in dates(rule, start.wall.day, start.wall.second or 0, first, last, steps):
        wall = Wall(day, None if start.wall.second is None else second)
        if until is not None and _after(start.at(wall), until):
            break
        if day >= first:
            found.add(wall)
            if len(found) > most:
                raise TooManyError
    return found


def _begins(rule: Recurrence, start: Moment, steps: Steps) -> bool:
    """Whether a rule comes on the start itself."""
    day = start.wall.day
    return any(at == (day, start.wall.second or 0) for at in dates(rule, day, start.wall.second or 0, day, day, steps))


def _after(one: Moment, until: Wall) -> bool:
    if until.second is None or one.wall.second is None:
        return one.wall.day > until.day
    if until.utc and one.clock is not None:
        return one.instant > Moment(until).instant
    return _order(one.wall) > _order(until)


def _order(wall: Wall) -> tuple[int, int]:
    return wall.day, wall.second or 0


def _same_kind(at: Moment, start: Moment) -> Wall:
    """What the clock of a series shows at a moment: a date where it has dates, and where it has times that of its start."""
    wall = at.on(start.clock)
    if start.wall.second is None:
        return Wall(wall.day)
    return Wall(wall.day, start.wall.second if wall.second is None else wall.second)


def _without(one: Item, found: Series) -> None:
    before = set(found.walls)
    for said in one.part.all("EXDATE"):
        for text in filter(None, map(str.strip, said.value.split(","))):
            try:
                at = moment(one, said, text)
            except UnknownZoneError as wrong:
                if Wall(wrong.wall.day, wrong.wall.second) not in found.walls:
                    near = [wall for wall in found.walls if abs(wall.day - wrong.wall.day) <= 1]
                    found.doubtful += [(wall, f"it may be called off: {wrong}") for wall in near]
                found.walls = {wall for wall in found.walls if wall != Wall(wrong.wall.day, wrong.wall.second)}
                continue
            except ProblemError as wrong:
                raise ProblemError(f"which of its dates are called off is not known: {wrong}") from None
            wall = at.on(found.start.clock)
            if wall.second is None or found.start.wall.second is None:
                found.walls -= set(found.on_day(wall.day))
            elif Wall(wall.day, wall.second) in found.walls:
                found.walls.discard(Wall(wall.day, wall.second))
            elif found.on_day(wall.day):
                one.remarks.append(f"EXDATE {text} names a date on which it comes, but not its time: was that one called off?")
    found.off = before - found.walls
    found.walls -= {wall for wall, _ in found.doubtful}


class Change(Struct):
    """A part that takes the place of one of a series (`of`, on the clock of the series), or of that one and all later ones."""

    item: Item
    of: Wall
    onward: bool = False
    start: Moment | None = None
    problem: str = ""


def change(one: Item, whole: Series | None) -> Change:
    """What a part with a RECURRENCE-ID changes. Raises `ProblemError` where it does not say of which one it speaks.

    Where only its day fits, or the zone that it is told in is not known, it is the one of that day.
    """
    said = next(said for said in one.part.all("RECURRENCE-ID") if said.value.strip())
    try:
        at = moment(one, said)
        exact = True
    except UnknownZoneError as wrong:
        at, exact = Moment(Wall(wrong.wall.day, wrong.wall.second)), False
    wall = Wall(at.wall.day, at.wall.second) if whole is None else at.on(whole.start.clock)
    wall = Wall(wall.day, wall.second)
    if whole is not None and wall not in whole.walls:
        near = whole.on_day(wall.day)
        if not near and not exact:
            near = [one for days in (-1, 1) for one in whole.on_day(wall.day + days)]
        if near:
            wall = min(near, key=lambda one: abs((one.second or 0) - (wall.second or 0)))
    found = Change(one, wall, onward=said.parameters.get("RANGE", "").upper() == "THISANDFUTURE")
    try:
        if not one.called_off:
            found.start = starts(one)
    except ProblemError as wrong:
        found.problem = str(wrong)
    return found


class Changes:
    """The changes to a series, found by the place of what they change."""

    def __init__(self, changes: list[Change]) -> None:
        self.single = {one.of: one for one in changes}
        self._onward = sorted((one for one in changes if one.onward), key=lambda one: _order(one.of))

    def onward(self, wall: Wall) -> Change | None:
        """The change to this and all later ones that counts for a time of the series."""
        place = bisect_right(self._onward, _order(wall), key=lambda one: _order(one.of))
        return self._onward[place - 1] if place else None


def moved(wall: Wall, start: Moment, by: Change) -> Moment:
    """Where a time of a series lies after a change to it and all later ones: as far from its place as the changed one."""
    first = by.start or start.at(by.of)
    old, new = start.at(by.of).on(first.clock), first.wall
    at = start.at(wall).on(first.clock)
    if new.second is None:
        return first.at(Wall(at.day + new.day - old.day))
    days, second = divmod((at.second or 0) + new.second - (old.second or 0), 86400)
    return first.at(Wall(at.day + new.day - old.day + days, second))

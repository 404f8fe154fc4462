"""What a calendar holds on some dates: every event and to-do is found, left out with a reason, or counted as lying elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pactlang.calendars.reading.item import NO_UID, Home, Item, Moment, ProblemError, details, item, lasts, moment, skipped, starts
from pactlang.calendars.reading.moments import Wall
from pactlang.calendars.reading.occurrence import CalendarRead, Occurrence, Told
from pactlang.calendars.reading.parts import ITEMS, Cut, Part
from pactlang.calendars.reading.recurrence import RecurrenceError, Steps
from pactlang.calendars.reading.series import Change, Changes, NeverError, Series, TooManyError, change, moved, series
from pactlang.calendars.reading.zones import Zones

_EPOCH = date(1970, 1, 1).toordinal()
MOST = 20_000  # occurrences, and events that may lie on the dates
OFF = "called off"
_PROBLEMS = (ProblemError, RecurrenceError)


class Reader:
    """Reads the parts of a calendar. `first` and `last` are dates (ordinals); two days more on both sides are found, as zones differ."""

    def __init__(self, first: int, last: int, own: Iterable[str] = ()) -> None:
        self._first, self._last = max(first - 2, 1), min(last + 2, date.max.toordinal() - 2)
        self._own = frozenset(one.lower().removeprefix("mailto:") for one in own)
        self._steps = Steps()
        self._left: set[int] = set()
        self._passed: dict[str, tuple[int, int]] = {}
        self.read = CalendarRead()

    def all(self, parts: Cut) -> CalendarRead:
        """Everything in the parts. Raises `TooManyError`."""
        self.read.outside, self.read.others = parts.outside, parts.others
        shared = Zones(self._first, self._last, self._steps)
        if sum(len(calendar.parts) for calendar in parts.calendars) > MOST:
            raise TooManyError
        events: dict[str, list[Item]] = {}
        rules = [[part for part in calendar.parts if part.kind == "VTIMEZONE"] for calendar in parts.calendars]
        for part in (part for calendar in rules for part in calendar):
            shared.learn(part)
        for calendar, own in zip(parts.calendars, rules, strict=True):
            zones = shared
            if own and len(parts.calendars) > 1:  # two calendars may call different zones by one name
                zones = Zones(self._first, self._last, self._steps, shared)
                for part in own:
                    zones.learn(part)
            home = self._home(calendar, zones)
            for part in calendar.parts:
                if part.kind in ITEMS:
                    one = item(part, home)
                    events.setdefault(one.uid, []).append(one)
        for part in parts.broken:
            self._leave(item(part, Home(shared)), f"it has no end (END:{part.kind} is missing); export it again")
        self.read.uids = set(parts.passed) | set(events)
        self._passed = parts.passed
        for items in events.values():
            self._same_uid(items)
        return self.read

    def _home(self, calendar: Part, zones: Zones) -> Home:
        named = zones.named(calendar.text("X-WR-TIMEZONE")) if calendar.text("X-WR-TIMEZONE") else None
        return Home(
            zones,
            calendar.text("X-WR-CALNAME") or calendar.text("NAME"),
            named.clock if named is not None else None,
            "" if named is not None else calendar.text("X-WR-TIMEZONE").strip(),
            calendar.text("METHOD").strip().upper() == "CANCEL",
            self._own,
        )

    def _leave(self, one: Item, reason: str, when: str = "") -> None:
        self._left.add(one.part.line)
        self.read.left.append(Told(one.part.line, one.title, reason, when or one.written))

    def _leave_near(self, one: Item, day: int, reason: str) -> None:
        """Leave out what would lie on the dates asked for; all else lies elsewhere."""
        if self._first <= day <= self._last:
            self._leave(one, reason)
        else:
            self.read.outside += 1

    def _same_uid(self, items: list[Item]) -> None:
        """All that has one UID: events, perhaps several, and changes to single ones of them."""
        for one in items:
            if one.part.kind == "VTODO":
                self._to_do(one)
        events = [one for one in items if one.part.kind == "VEVENT"]
        changes = [one for one in events if one.of_series]
        wholes = [one for one in events if not one.of_series]
        message = next((one for one in wholes if one.home.called_off and not one.uid.startswith(NO_UID)), None)
        if message is not None:
            for one in events:
                self._off(one)
            return
        wholes = self._newest(wholes)
        if not wholes:
            self._changed(None, None, changes, single=False)
        for number, whole in enumerate(wholes):
            mine = changes if number == 0 else []
            if whole.called_off:
                for one in (whole, *mine):
                    self._off(one)
                continue
            try:
                widest = max(map(_shift, mine), default=0)
                found = series(whole, max(1, self._first - widest), min(self._last + widest, date.max.toordinal()), self._steps, MOST)
            except NeverError as wrong:
                self._leave_near(whole, wrong.day, str(wrong))
            except _PROBLEMS as wrong:
                self._leave(whole, str(wrong))
            except (ValueError, OverflowError):
                self._leave(whole, "its dates cannot be worked out; write it down by hand")
            else:
                self._changed(whole, found, mine, single=len(wholes) == 1)
                continue
            self._changed(None, None, mine, single=False)

    def _off(self, one: Item) -> None:
        """Leave out what was called off, if it would lie on the dates asked for, or does not say when."""
        try:
            elsewhere = not series(one, self._first, self._last, self._steps, MOST).walls
        except (*_PROBLEMS, ValueError, OverflowError):
            elsewhere = False
        if elsewhere:
            self.read.outside += 1
        else:
            self.read.off.add((one.uid, ""))
            self._leave(one, OFF)

    def _newest(self, wholes: list[Item]) -> list[Item]:
        """Of events with one UID those that are not older versions of others, nor there twice."""
        newest = max(((one.sequence, one.part.line) for one in wholes), key=lambda it: (it[0], -it[1]), default=(0, 0))
        if wholes:  # a newer version may have moved it to other dates
            newest = max(newest, self._passed.get(wholes[0].uid, newest), key=lambda it: it[0])
        kept: list[Item] = []
        for one in wholes:
            if one.sequence < newest[0] and not one.uid.startswith(NO_UID):
                self._leave(one, f"an older version of the event on line {newest[1]}")
                continue
            same = next((it for it in kept if it.written == one.written and it.title == one.title), None)
            if same is not None:
                self._leave(one, f"the same as the event on line {same.part.line}")
                continue
            kept.append(one)
        return kept

    def _changed(self, whole: Item | None, found: Series | None, items: list[Item], *, single: bool) -> None:
        """An event, and what takes the place of single ones of it."""
        changes: dict[Wall, Change] = {}
        for one in items:
            try:
                said = change(one, found)
            except ProblemError as wrong:
                self._leave(one, str(wrong))
                if whole is not None:
                    self._leave(whole, f"a change to one of its dates (line {one.part.line}) does not say to which")
                    whole, found = None, None
                continue
            old = changes.get(said.of)
            if old is not None:
                older, said = (said, old) if one.sequence < old.item.sequence else (old, said)
                self._leave_near(older.item, said.of.day, f"an older version of the event on line {said.item.part.line}")
            changes[said.of] = said
        placed = Changes(list(changes.values()))
        for said in changes.values():
            self._one_change(said, found)
        if whole is None or found is None:
            return
        self.read.off |= {(whole.uid, found.start.at(wall).stamp) for wall in found.off}
        before = len(self.read.found)
        length = lasts(whole, found.start)
        again = whole.again or not single or bool(items)
        for wall in sorted(found.walls, key=lambda one: (one.day, one.second or 0)):
            if wall in placed.single:
                continue
            by = placed.onward(wall)
            place = found.start.at(wall)
            if by is None:
                self._add(whole, place, found.lengths.get(wall, length), place.stamp if again else "")
            elif by.start is not None:
                self._add(by.item, moved(wall, found.start, by), lasts(by.item, by.start), place.stamp)
            else:
                self._leave(by.item, OFF if by.item.called_off else by.problem, place.stamp)
        for wall, reason in found.doubtful:
            self._leave(whole, reason, wall.stamp)
        self._remarks(whole, before)

    def _one_change(self, said: Change, found: Series | None) -> None:
        one = said.item
        if said.problem:
            self._leave(one, f"one of a series was changed, and the change cannot be read: {said.problem}")
            return
        if said.start is None:
            self.read.off.add((one.uid, said.of.stamp if found is None else found.start.at(said.of).stamp))
            self._leave_near(one, said.of.day, OFF)
            return
        try:
            at = moment(one, one.part.all("RECURRENCE-ID")[0]) if found is None else found.start.at(said.of)
            stamp = at.stamp
        except ProblemError:
            stamp = said.of.stamp
        before = len(self.read.found)
        self._add(one, said.start, lasts(one, said.start), stamp)
        self._remarks(one, before)

    def _add(self, one: Item, at: Moment, length: tuple[int, int], instance: str) -> None:
        if not self._first <= at.wall.day <= self._last:
            return
        if len(self.read.found) >= MOST:
            raise TooManyError
        told = {**details(one), "instance": instance}
        if at.wall.second is None:
            self.read.found.append(Occurrence(one.uid, first=at.wall.day, last=at.wall.day + length[0] - 1, **told))  # type: ignore[arg-type]
            return
        start = at.instant
        end = at.at(Wall(at.wall.day + length[0], at.wall.second)).instant + length[1] if length[0] else start + length[1]
        self.read.found.append(Occurrence(one.uid, start=start, end=max(start, end), floating=at.clock is None, **told))  # type: ignore[arg-type]
        if at.clock is not None:
            one.remarks += skipped(at.wall, at.clock)
        if at.other is not None and (other := at.other.instant(at.wall.day, at.wall.second)) != start:
            hours = (other - start) / 3600
            way = f"{abs(hours):g} {'hour' if abs(hours) == 1 else 'hours'} {'later' if hours > 0 else 'earlier'}"
            one.remarks.append(f"the calendar's rules for the zone `{at.zone}` are not those of the known zone; by the others it is {way}")

    def _remarks(self, one: Item, before: int) -> None:
        """What was read otherwise than written is told only of what was found."""
        if len(self.read.found) == before:
            self.read.outside += one.part.line not in self._left
            return
        for text in dict.fromkeys(one.remarks):
            self.read.remarks.append(Told(one.part.line, one.title, text, one.written))

    def _to_do(self, one: Item) -> None:
        done = next((said for said in one.part.all("COMPLETED") if said.value.strip()), None)
        if one.called_off or (done is None and one.status != "completed"):
            self._leave(one, OFF if one.called_off else "a to-do that is not finished")
            return
        if done is None:
            self._leave(one, "a finished to-do that does not say when it was finished")
            return
        try:
            at = moment(one, done)
            instance = moment(one, one.part.all("RECURRENCE-ID")[0]).stamp if one.of_series else ""
        except ProblemError as wrong:
            self._leave(one, str(wrong))
            return
        one.status = "completed"
        told = {**details(one), "instance": instance, "kind": "to-do"}
        if not self._first <= at.wall.day <= self._last:
            self.read.outside += 1
        elif at.wall.second is None:
            self.read.found.append(Occurrence(one.uid, first=at.wall.day, last=at.wall.day, **told))  # type: ignore[arg-type]
        else:
            self.read.found.append(
                Occurrence(one.uid, start=at.instant, end=at.instant, floating=at.clock is None, **told)  # type: ignore[arg-type]
            )


def _shift(one: Item) -> int:
    """By how many days a change to this and all later ones moves them, at most."""
    said = one.part.all("RECURRENCE-ID")[0]
    try:
        if said.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
            return min(400, abs(starts(one).wall.day - moment(one, said).wall.day) + 2)
    except ProblemError:
        pass
    return 0

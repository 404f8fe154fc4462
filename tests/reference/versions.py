"""Which version of an agreement judges what, and the log as each of them reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Schedule, Sentence
from pactlang.model.vocabulary import LEAVE

from .clock import Clock
from .record import FAR, Event, Scene


class Versions:
    """All versions of an agreement, with the log as of a moment."""

    def __init__(
        self,
        agreements: Sequence[Agreement],
        entries: Sequence[Entry],
        as_of: int,
        zone_fallback: str,
        supposed: Mapping[int, int] | None = None,
    ) -> None:
        self.as_of = as_of
        self.supposed = supposed or {}  # instants for entries without a time, by their place in the log
        self.zone_fallback = zone_fallback
        entries = sorted(entries, key=lambda entry: entry.order)
        self._first_entry = min((entry.day for entry in entries), default=FAR)
        self.agreements = sorted(agreements, key=self.first_date)
        self.events = self._read(entries)

    # --- when each is in force ---

    def first_date(self, version: Agreement) -> int:
        """R50: "An agreement that says no `in force from` is in force since the last of its signatures, a draft since the first entry
        of the log."
        """
        if version.in_force_from is not None:
            return version.in_force_from
        return self._first_entry if version.unsigned else max(signature.on for signature in version.signatures)

    def last_date(self, version: Agreement) -> int:
        """ "`until DATE` always includes that date"."""
        return FAR if version.in_force_until is None else version.in_force_until

    def in_force_on(self, day: int) -> Agreement | None:
        """The version that judges what starts on a date.

        Rule 13: "A text that not all have signed judges nothing while a signed one stands: the last fully signed text stays in force
        until replaced, lapsed or left." R45: "An unsigned text judges only where no signed one stands".
        """
        begun = [version for version in self.agreements if self.first_date(version) <= day]
        signed = [version for version in begun if not version.unsigned]
        drafts = [version for version in begun if version.unsigned]
        for latest in signed[-1:] + drafts[-1:]:
            if day <= self.last_date(latest):
                return latest
        return None

    def clock_of(self, version: Agreement) -> Clock:
        """The clock on the wall that a version speaks of."""
        return Clock(version.zone or self.zone_fallback)

    def leave_of(self, version: Agreement) -> Event | None:
        """R37: "`leave` ends the agreement at its very instant", and with it every version that had begun by that date."""
        begins = self.clock_of(version).midnight(self.first_date(version))
        return next((event for event in self.events if event.type == LEAVE and event.start >= begins), None)

    def judges(self, version: Agreement, instant: int) -> bool:
        """ "Each version judges the events that start while it is in force"."""
        leave = self.leave_of(version)
        day = self.clock_of(version).date(instant)
        return self.in_force_on(day) is version and (leave is None or instant < leave.start)

    def stretches_of(self, version: Agreement) -> list[tuple[int, int]]:
        """First and last date of each stretch in which a version is in force."""
        changes = {day for one in self.agreements for day in (self.first_date(one), self.last_date(one) + 1)}
        starts = sorted(day for day in changes if day <= FAR)
        found: list[tuple[int, int]] = []
        for first, following in zip(starts, [*starts[1:], FAR + 1], strict=True):
            if self.in_force_on(first) is not version:
                continue
            if found and found[-1][1] + 1 == first:
                first = found.pop()[0]
            found.append((first, following - 1))
        return found

    # --- the log ---

    def _read(self, entries: Sequence[Entry]) -> list[Event]:
        """The log in order, as of the moment.

        Rule 10: "entries that start after it are ignored (and counted); what starts before it counts whole." Rule 11: "Two entries
        equal in every field but the note are one" (R60: or in when and by whom they were noted).
        """
        seen: list[tuple[object, ...]] = []
        events = []
        for entry in entries:
            clock = self.clock_for(entry)
            begun = bind(entry, clock, None).start <= self.as_of  # what is written under today's date has happened
            if begun and what_it_says(entry) not in seen:
                seen.append(what_it_says(entry))
                events.append(bind(entry, clock, self.supposed.get(entry.order)))
        return sorted(events, key=lambda event: event.rank)

    def clock_for(self, entry: Entry) -> Clock:
        """R51: "an entry without an offset is read in the zone of the version in force on its date"."""
        begun = [version for version in self.agreements if self.first_date(version) <= entry.day]
        return self.clock_of(self.in_force_on(entry.day) or (begun or self.agreements[:1])[-1])

    # --- one version at a time ---

    def scenes(self) -> list[Scene]:
        """One scene for each version that was ever in force, the earliest first."""
        found = []
        for number, version in enumerate(self.agreements):
            clock = self.clock_of(version)
            earlier = [one for one in self.agreements[:number] if not one.unsigned]
            scene = Scene(
                agreement=version,
                clock=clock,
                events=[replace(event, day=clock.date(event.start)) for event in self.events],
                as_of=self.as_of,
                in_force_at=lambda instant, version=version: self.judges(version, instant),
                counted_at=lambda instant, some=(*earlier, version): any(self.judges(one, instant) for one in some),
                stretches=self.stretches_of(version),
                turn=lambda sentence, version=version: self._first_turn(sentence, version),
                left=self.leave_of(version),
            )
            if scene.stretches:
                found.append(scene)
        return found

    def _first_turn(self, sentence: Sentence, version: Agreement) -> int:
        """R46: "`every 2 weeks` keeps its turn across versions where the sentence's label and its schedule stay the same." """

        def has_it(other: Agreement) -> bool:
            return any(
                one.label == sentence.label and isinstance(one.form, Schedule) and one.form.recurrence == sentence.form.recurrence
                for one in other.sentences
            )

        in_force = [one for one in self.agreements if self.stretches_of(one)]
        first = in_force.index(version)
        while first > 0 and has_it(in_force[first - 1]):
            first -= 1
        return self.stretches_of(in_force[first])[0][0]


def what_it_says(entry: Entry) -> tuple[object, ...]:
    """Every field that makes an entry what it is."""
    beside = {"note", "noted", "noted_by", "file", "line", "order"}
    return tuple(getattr(entry, name) for name in entry.__struct_fields__ if name not in beside)


def bind(entry: Entry, clock: Clock, supposed: int | None) -> Event:
    """An entry with its instants; without a time it stands where it is supposed to, or at the midnight that begins its date."""
    start = clock.instant(entry.day, entry.second or 0, entry.offset) if supposed is None else supposed
    end = None
    if entry.end_day is not None:
        end = max(start, clock.instant(entry.end_day, entry.end_second or 0, entry.end_offset))
    elif entry.end_second is not None:
        # "the first such time later than the start"
        days = range(entry.day - 1, entry.day + 3)
        end = min(at for day in days if (at := clock.instant(day, entry.end_second, entry.end_offset)) > start)
    return Event(entry, start, end, clock.date(start), entry.second is not None)

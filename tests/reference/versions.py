"""Which version of an agreement judges what, and the log as each of them reads it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import msgspec

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Modifiers, Schedule, Sentence
from pactlang.model.vocabulary import LEAVE
from pactlang.source import Span

from .clock import Clock
from .record import FAR, Event, Scene


@dataclass(frozen=True)
class InForce:
    """A text from the date on which it takes over: `on` is the date on which it was agreed."""

    text: Agreement
    on: int
    first: int


class Versions:
    """All versions of an agreement, with the log as of a moment."""

    def __init__(
        self,
        agreements: Sequence[Agreement],
        entries: Sequence[Entry],
        as_of: int,
        zone_fallback: str,
        supposed: Mapping[int, int] | None = None,
        companies: Mapping[int, tuple[str, ...]] | None = None,
        stays: frozenset[int] = frozenset(),
    ) -> None:
        self.as_of = as_of
        self.stays = stays  # those without an end that are supposed to have gone on into a night
        self.supposed = supposed or {}  # instants for entries without a time, by their place in the log
        self.companies = companies or {}  # with whom those were of which nobody wrote it
        self.zone_fallback = zone_fallback
        entries = sorted(entries, key=lambda entry: entry.order)
        self._first_entry = min((entry.day for entry in entries), default=FAR)
        self._texts = agreements
        self.leaves: list[Entry] = []
        self._lay_out()
        entries = self._by_newest_names(entries)
        self.events = self._read(entries)
        self._leaving = [event for event in self.events if event.type == LEAVE]
        self.leaves = [event.entry for event in self._leaving]
        if self.leaves:
            self._lay_out()

    def _lay_out(self) -> None:
        agreed = self._agreed()
        self.in_turn = agreed if self.ever else self._drafts()
        self.agreements = [one.text for one in self.in_turn]

    # --- who is who ---

    def _by_newest_names(self, entries: Sequence[Entry]) -> list[Entry]:
        """R100: everybody is called by their newest name, in every text that was agreed on and in every entry.

        Sets the texts; gives the entries. "The name that is given up is theirs in the texts before, and in those after in which nobody
        else has it."
        """
        in_turn = list(self.in_turn)
        if not any(one.text.was for one in in_turn):
            return list(entries)
        names: list[dict[str, str]] = []
        for place, one in enumerate(in_turn):
            mine = {}
            called = {*one.text.parties, *(old for other in in_turn[: place + 1] for old, _ in other.text.was)}
            for name in called:
                now = name
                for other in in_turn if name not in one.text.parties else in_turn[place + 1 :]:
                    next_name = dict(other.text.was).get(now, now)
                    # "A new name that was somebody else's in an earlier text joins nobody."
                    theirs = name in one.text.parties and next_name in one.text.parties and next_name != name
                    now = now if theirs else next_name
                mine[name] = now
            names.append(mine)
        digests = {one.text.digest: mine for one, mine in zip(in_turn, names, strict=True)}
        self._texts = [with_names(text, digests.get(text.digest, {}), text.was) for text in self._texts]
        found = []
        for entry in entries:
            begun = [place for place, one in enumerate(in_turn) if one.first <= entry.day] or [0]
            found.append(with_names(entry, names[begun[-1]]))
        self._lay_out()
        return found

    # --- what was agreed, and when ---

    def given(self, party: str, day: int) -> list[tuple[int, int, str]]:
        """What somebody has signed by the end of a date and not taken back by leaving: dates, places, digests, the earliest first.

        "A signature with a digest counts for those words alone. One without counts for the first words under which that name and date
        stood." "A signature that was there before is no new one." "`leave` takes back that person's signatures."
        """
        found: list[tuple[int, int, str]] = []
        lines = [(text, one) for text in self._texts for one in text.signatures if one.party == party]
        for place, (text, one) in enumerate(lines):
            before = [words.digest for words, other in lines if not other.digest and other.on == one.on]
            words = one.digest or before[0] or text.digest
            if (one.on, words) not in [(on, known) for on, _, known in found]:
                found.append((one.on, place, words))
        left = [entry.day for entry in self.leaves if party in entry.by and entry.day <= day]
        return sorted(one for one in found if one[0] <= day and not any(one[0] <= leaving for leaving in left))

    def last_word(self, party: str, day: int) -> str:
        """ "Each person's latest signature is their last word (same date: the order in which they were written)." """
        given = self.given(party, day)
        return given[-1][2] if given else ""

    def _agreed(self) -> list[InForce]:
        """Date by date, what became the last word of all its parties, and of all of the text before who had not left."""
        found: list[InForce] = []
        ended = self.ever = False
        before: Agreement | None = None
        signed = {one.on for text in self._texts for one in text.signatures}
        for day in sorted(signed | {entry.day for entry in self.leaves}):
            for leave in (entry for entry in self.leaves if entry.day == day):
                # "It takes back that person's signatures": what was to begin later does not; what is in force ends.
                found = [one for one in found if one.first <= day or not set(leave.by) & set(one.text.parties)]
                begun = [one for one in found if one.first <= day]
                ended = ended or (bool(begun) and bool(set(leave.by) & set(begun[-1].text.parties)))
            for text in self._texts:
                if found and found[-1].text.digest == text.digest and not ended:
                    continue
                others = () if before is None else self._of_before(before, text, day)
                own = all(text.digest in [words for _, _, words in self.given(name, day)] for name in text.parties)
                if not own or any(self.last_word(name, day) != text.digest for name in (*text.parties, *others)):
                    continue
                # "On its first date if all had signed by the end of that date; else on the day after the last signature."
                first = day + 1 if text.in_force_from is None or text.in_force_from < day else text.in_force_from
                # "It drops texts agreed earlier that would begin on that day or later."
                found = [one for one in found if one.first < first]
                if not found or found[-1].text.digest != text.digest or ended:
                    found.append(InForce(text, day, first))
                before, ended, self.ever = text, False, True
        return found

    def _of_before(self, before: Agreement, text: Agreement, day: int) -> tuple[str, ...]:
        stay = (name for name in before.parties if not self._has_left(name, day))
        return tuple(dict(text.was).get(name, name) for name in stay)

    def _has_left(self, party: str, day: int) -> bool:
        left = [entry.day for entry in self.leaves if party in entry.by and entry.day <= day]
        return bool(left) and not self.given(party, day)

    def _drafts(self) -> list[InForce]:
        """ "Where none ever was, what is said is said as would be": from its first date, or since the first entry of the log."""
        firsts = [(text, self._first_entry if text.in_force_from is None else text.in_force_from) for text in self._texts]
        return sorted((InForce(text, first, first) for text, first in firsts), key=lambda one: one.first)

    # --- when each is in force ---

    def last_date(self, version: Agreement) -> int:
        """ "`until DATE` always includes that date"."""
        return FAR if version.in_force_until is None else version.in_force_until

    def turn_on(self, day: int) -> InForce | None:
        """What is in force on a date: the last that took over, until its own last date; after that nothing."""
        begun = [one for one in self.in_turn if one.first <= day]
        return begun[-1] if begun and day <= self.last_date(begun[-1].text) else None

    def in_force_on(self, day: int) -> Agreement | None:
        """The version that judges what starts on a date."""
        turn = self.turn_on(day)
        return None if turn is None else turn.text

    def clock_of(self, version: Agreement) -> Clock:
        """The clock on the wall that a version speaks of."""
        return Clock(version.zone or self.zone_fallback)

    def leave_in(self, turn: InForce) -> Event | None:
        """R37: "`leave` ends the agreement at its very instant": what one of its parties left after it had begun."""
        begins = self.clock_of(turn.text).midnight(turn.first)
        leaves = (event for event in self._leaving if set(event.by) & set(turn.text.parties))
        return next((event for event in leaves if event.start >= begins), None)

    def leave_of(self, version: Agreement) -> Event | None:
        """The leaving that ended a version: while it was in force, not one that came under a later one."""
        found = ((one, self.leave_in(one)) for one in self.in_turn if one.text is version)
        date = self.clock_of(version).date
        return next((leave for one, leave in found if leave is not None and self.turn_on(date(leave.start)) is one), None)

    def judges(self, version: Agreement, instant: int) -> bool:
        """ "Each version judges the events that start while it is in force"; it takes over at the midnight of its own zone."""
        begun = [one for one in self.in_turn if self.clock_of(one.text).midnight(one.first) <= instant]
        if not begun or begun[-1].text is not version or self.clock_of(version).date(instant) > self.last_date(version):
            return False
        leave = self.leave_in(begun[-1])
        return leave is None or instant < leave.start

    def day_of(self, event: Event) -> int:
        """R51: it belongs to a date of the zone of the text that judges it, also for the texts after it."""
        text = next((one for one in self.agreements if self.judges(one, event.start)), None)
        return event.day if text is None else self.clock_of(text).date(event.start)

    def stretches_of(self, version: Agreement) -> list[tuple[int, int]]:
        """First and last date of each stretch in which a version is in force."""
        changes = {day for one in self.in_turn for day in (one.first, self.last_date(one.text) + 1)}
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
            plain = bind(entry, clock, None)
            begun = plain.start <= self.as_of  # what is written under today's date has happened
            if begun and what_it_says(plain) not in seen:
                seen.append(what_it_says(plain))
                supposed = self.supposed.get(entry.order)
                if supposed is not None and entry.type == LEAVE:
                    supposed = min(supposed, self.as_of)  # it has happened
                events.append(dataclasses.replace(bind(entry, clock, supposed), supposed=self.companies.get(entry.order, ())))
        return sorted(events, key=lambda event: event.rank)

    def clock_for(self, entry: Entry) -> Clock:
        """R51: "an entry without an offset is read in the zone of the version in force on its date"."""
        begun = [one.text for one in self.in_turn if one.first <= entry.day]
        nearest = (begun or self.agreements[:1] or list(self._texts))[-1]
        return self.clock_of(self.in_force_on(entry.day) or nearest)

    # --- one version at a time ---

    def scenes(self) -> list[Scene]:
        """One scene for each version that was ever in force, the earliest first."""
        found = []
        events = [replace(event, day=self.day_of(event)) for event in self.events]
        for number, version in enumerate(self.agreements):
            clock = self.clock_of(version)
            earlier = self.agreements[:number]
            scene = Scene(
                agreement=version,
                clock=clock,
                events=events,
                as_of=self.as_of,
                in_force_at=lambda instant, version=version: self.judges(version, instant),
                counted_at=lambda instant, some=(*earlier, version): any(self.judges(one, instant) for one in some),
                ever_in_force_at=lambda instant: any(self.judges(one, instant) for one in self.agreements),
                stretches=self.stretches_of(version),
                turn=lambda sentence, version=version: self._first_turn(sentence, version),
                unit_of=self._unit_of,
                stays=self.stays,
                left=self.leave_of(version),
                earlier=tuple(earlier),
            )
            if scene.stretches:
                found.append(scene)
        for earlier, later in pairwise(found):
            ends, begins = earlier.clock.end_of(earlier.stretches[-1][1]), later.clock.midnight(later.stretches[0][0])
            if earlier.left is None and (ends == begins or earlier.clock.name != later.clock.name):
                earlier.after, later.before = later, earlier
        return found

    def _unit_of(self, event: Event) -> str:
        text = next((one for one in self.agreements if self.judges(one, event.start)), None)
        declared = None if text is None else text.vocabulary.events.get(event.type)
        return "" if declared is None else declared.unit

    def _first_turn(self, sentence: Sentence, version: Agreement) -> tuple[int, Modifiers]:
        """R46: "`every 2 weeks` … counts from the first such date on which the sentence holds, by its dates, and keeps its turn
        across versions where the sentence's label and its schedule stay the same." Given are the date from which to look for it, and
        what the sentence was tied to then.
        """

        def same_in(other: Agreement) -> Sentence | None:
            found = [
                one
                for one in other.sentences
                if one.label == sentence.label and isinstance(one.form, Schedule) and one.form.recurrence == sentence.form.recurrence
            ]
            return found[0] if found else None

        in_force = [one for one in self.agreements if self.stretches_of(one)]
        first = in_force.index(version)
        while first > 0 and same_in(in_force[first - 1]) is not None:
            first -= 1
        held = same_in(in_force[first])
        assert held is not None
        return self.stretches_of(in_force[first])[0][0], held.modifiers


def what_it_says(event: Event) -> tuple[object, ...]:
    """Everything that makes an entry what it is; of its moments, those that they mean (R60)."""
    beside = {"note", "noted", "noted_by", "file", "line", "order", "day", "second", "offset", "end_day", "end_second", "end_offset"}
    entry = event.entry
    said = tuple(getattr(entry, name) for name in entry.__struct_fields__ if name not in beside)
    return event.start, event.timed, event.end, entry.end_second is None, *said


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


_NAMED = ("parties", "party", "names", "turns", "by", "to", "with_", "noted_by", "instead_of")


def with_names(value: Any, names: Mapping[str, str], was: Sequence[tuple[str, str]] = ()) -> Any:
    """A text or an entry in which everybody is called as given. What `was` says is said already, and goes."""
    if isinstance(value, tuple):
        return tuple(with_names(one, names) for one in value)
    if not isinstance(value, msgspec.Struct) or isinstance(value, Span):
        return value
    changed = {}
    for name in value.__struct_fields__:
        one = getattr(value, name)
        if name in _NAMED and isinstance(one, str):
            changed[name] = names.get(one, one)
        elif name in _NAMED and isinstance(one, tuple) and all(isinstance(part, str) for part in one):
            changed[name] = tuple(names.get(part, part) for part in one)
        else:
            changed[name] = with_names(one, names)
    if was:
        changed["was"] = ()
    return type(value)(**changed)

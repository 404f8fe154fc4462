"""The log as the pass goes through it: entries in order of their start, each bound to the version under which it falls."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.agreed import Leave
from pactlang.checker.event import Event, bound
from pactlang.checker.people import called, entry_called, newest_names
from pactlang.checker.spans import FOREVER
from pactlang.checker.timeline import FAR_DAY, timeline, zone_of
from pactlang.log.bound import day_of, start_of
from pactlang.model.vocabulary import COMPLETE, CONFIRM, DISPUTE, LEAVE, LOG_WORDS, PAUSE, REFUSE, RESUME, WAIVE, WITHDRAW_CONSENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone


_STEERING = frozenset({PAUSE, RESUME, WITHDRAW_CONSENT, REFUSE})
_TOLD = frozenset({WAIVE, DISPUTE, CONFIRM, COMPLETE})


class Logged:
    """The entries bound to versions and zones: sorted, with those after *as of* left out."""

    def __init__(
        self, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, *, leaves_early: bool = False
    ) -> None:
        first_day = min((entry.day for entry in entries), default=FAR_DAY)
        first_day = min(first_day, default_zone.date_of(as_of))
        self.timeline = timeline(agreements, default_zone, first_day)
        self.versions = self.timeline.versions
        shown = self.timeline.at(as_of)
        self._zone = zone_of(shown.agreement if shown is not None else agreements[-1], default_zone)
        self._one_zone = len({version.zone.key for version in self.versions}) <= 1
        leaving = [(start_of(entry, self.zone_for(entry.day)), entry) for entry in entries if entry.type == LEAVE]
        leaving = [
            (at if leaves_early or entry.second is not None else self._latest(entry, as_of), entry) for at, entry in leaving if at <= as_of
        ]
        if leaving:
            # Leaving ends what is in force, and takes back what was signed for later.
            left = [Leave(entry.by, day_of(entry, self.zone_for(entry.day)), at) for at, entry in leaving]
            self.timeline = timeline(agreements, default_zone, first_day, left)
            self.versions = self.timeline.versions
        starts = self._starts_of(entries)
        self.left = self._left_by(leaving, as_of)
        self.entries = entries
        self._one_name_each(starts)
        entries = self.entries
        order: Sequence[int] = range(len(entries))
        if any(later < earlier for earlier, later in pairwise(starts)):
            order = sorted(order, key=starts.__getitem__)
        if starts and max(starts) > as_of:
            order = [place for place in order if starts[place] <= as_of]
        self._order = order
        self._starts = starts
        self.ignored = len(entries) - len(self._order)
        self.last_day = entries[self._order[-1]].day if len(self._order) else None
        told = [entries[place] for place in self._in_order(_TOLD)]
        self.remarked = [entry for entry in told if entry.type != COMPLETE]
        completes = [entry.until for entry in told if entry.type == COMPLETE and entry.until is not None]
        self.complete_end = self._zone.midnight(max(completes) + 1) if completes else FOREVER
        self.pauses = self.events_of(_STEERING)

    def _one_name_each(self, starts: Sequence[int]) -> None:
        """Call people by their newest names, in every text and every entry; all stays as it was given where nobody has another one."""
        names = newest_names([version.agreement for version in self.versions])
        if not any(names):
            return
        said = [tuple(one.items()) for one in names]
        self.versions = [replace(version, agreement=called(version.agreement)(said[version.index])) for version in self.versions]
        self.timeline = replace(self.timeline, versions=self.versions)
        begins = [version.start for version in self.versions[1:]]
        given = self.entries
        self.entries = [entry_called(entry, names[bisect_right(begins, at)]) for entry, at in zip(given, starts, strict=True)]
        self.left = next((now for was, now in zip(given, self.entries, strict=True) if was is self.left), None)

    def _latest(self, entry: Entry, as_of: int) -> int:
        """The last instant at which an entry without a time may have been, as it had been by *as of*."""
        zone = self.zone_for(entry.day)
        return min(zone.midnight(zone.existing(entry.day) + 1) - 1, as_of)

    def _left_by(self, leaving: Sequence[tuple[int, Entry]], as_of: int) -> Entry | None:
        """The entry by which somebody ended the agreement, where none has come into force since."""
        last = self.timeline.at(as_of)
        return next((entry for at, entry in leaving if last is not None and last.left and at == last.end), None)

    def _starts_of(self, entries: Sequence[Entry]) -> Sequence[int]:
        """The first instant at which each entry may have started; each date's midnight is looked up once in a run of entries."""
        starts = array("q")  # a fifth of what a list of a million numbers takes
        add = starts.append
        day, zone, midnight, plain = -1, self._zone, 0, False
        for entry in entries:
            if entry.day != day:
                day = entry.day
                zone = self.zone_for(day)
                midnight, plain = zone.day(day)
            second = entry.second
            if second is None:
                add(midnight)
            elif plain and entry.offset is None:
                add(midnight + second)
            else:
                add(zone.instant(day, second, entry.offset))
        return starts

    def zone_for(self, day: int) -> Zone:
        """The zone that an entry of this date is read in: of the version in force on it, else of the nearest one."""
        if self._one_zone or not self.versions:
            return self._zone
        zone = self.versions[0].zone
        for version in self.versions:
            if day >= version.first:
                zone = version.zone
        return zone

    def _in_order(self, types: Collection[str]) -> list[int]:
        """The places of the entries of some types, in order of their start."""
        entries = self.entries
        return [place for place in self._order if entries[place].type in types]

    def outside(self, closing: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
        """The entries before any version is in force, and those after the last one ended; words of the log itself are no part of these,
        nor is `closing`, what counts after the end.
        """
        if not self.versions:
            return [], []
        begins, ends = self.versions[0].start, self.versions[-1].end
        early = takewhile(lambda place: self._starts[place] < begins, self._order)
        late = reversed(list(takewhile(lambda place: self._starts[place] >= ends, reversed(self._order))))
        told = ([self.entries[place] for place in places] for places in (early, late))
        counted = set(map(id, closing))
        before, after = ([entry for entry in entries if entry.type not in LOG_WORDS and id(entry) not in counted] for entries in told)
        return before, after

    def events(self, types: Collection[str] | None = None, fitting: Callable[[Entry], bool] | None = None) -> Iterator[Event]:
        """Every event (of some types, or of some entries) in order of its start."""
        versions, starts, entries = self.versions, self._starts, self.entries
        one_zone = self._zone if self._one_zone or not versions else None
        index = 0
        opens, closes = (versions[0].start, versions[0].end) if versions else (FOREVER, FOREVER)
        day, zone, plain = -1, self._zone, False
        for place in self._order:
            entry = entries[place]
            if (types is not None and entry.type not in types) or (fitting is not None and not fitting(entry)):
                continue
            if entry.day != day:
                day = entry.day
                zone = one_zone or self.zone_for(day)
                plain = zone.day(day)[1]
            lo = starts[place]
            if entry is self.left:
                # It belongs to the version that it ends, so that what follows leaving can be asked for.
                ended = next(version.index for version in versions if version.left and version.start <= lo <= version.end)
                yield bound(entry, lo, zone, ended)
                continue
            while lo >= closes and index + 1 < len(versions):
                index += 1
                opens, closes = versions[index].start, versions[index].end
            version = index if opens <= lo < closes else -1
            if plain and entry.second is not None and entry.offset is entry.end_day is entry.end_second is None:
                # As nearly all are: the clock says all on its date, and no end is said.
                event = Event(entry, entry.type, entry.by, zone, version, day, True, lo, lo, lo, lo)
            else:
                event = bound(entry, lo, zone, version)
            if one_zone is None and event.version >= 0:
                event.seen_in(versions[index].zone)
            yield event

    def fitting(self, fits: Callable[[Entry], bool]) -> Iterator[Event]:
        """Those of the entries that fit."""
        return self.events(fitting=fits)

    def events_of(self, types: Collection[str]) -> list[Event]:
        """The events of some types, in order."""
        return list(self.events(types))

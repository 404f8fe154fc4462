"""Waivers and disputes: what the parties say of each other's breaches and entries (rule 12)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pactlang.checker.context import label_of
from pactlang.checker.finding import Remark, Status
from pactlang.checker.form import FormName
from pactlang.log.bound import start_of
from pactlang.model.agreement import Sentence
from pactlang.model.vocabulary import CONFIRM, DISPUTE, WAIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.calendar import Zone


class Waivers:
    """The waivers of a log. A breach is waived once every party who did not break it has waived it."""

    def __init__(self, entries: Iterable[Entry], zone_of: Callable[[int], Zone]) -> None:
        self._entries = [entry for entry in entries if entry.type == WAIVE]
        # The last instant at which each may have been written: one without a time may be of the evening.
        self._until = {id(entry): _latest(entry, zone_of(entry.day)) for entry in self._entries}
        self._zone_of = zone_of
        self._idle: dict[int, str] = {}  # why a waiver that fits something excuses nothing of it
        self._used: set[int] = set()
        self._by_target: dict[str | None, list[Entry]] = defaultdict(list)
        self._by_entry: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
        for entry in self._entries:
            self._by_target[entry.target].append(entry)
            if entry.about is not None:
                self._by_entry[entry.target, entry.about].append(entry)

    def apply(self, findings: Iterable[Finding]) -> None:
        """Turn breaches that have been waived into `waived`; what is due may be waived as soon as there is something to let go of."""
        if not self._entries:
            return
        for finding in findings:
            if finding.status not in (Status.BREACH, Status.DUE, Status.WAIVED) or finding.wished:
                continue
            fitting = self._fitting_to(finding)
            if fitting:
                # Nobody lets go beforehand of what has not happened yet.
                began = self._began(finding)
                self._idle.update((id(entry), _EARLY) for entry in fitting if self._until[id(entry)] < began)
                fitting = [entry for entry in fitting if self._until[id(entry)] >= began]
            for entry in fitting:
                if _given(finding, [entry]):
                    self._used.add(id(entry))
                else:
                    self._idle[id(entry)] = _FOR_OTHERS if _others(finding) else _EACH
            if fitting:
                finding.waived_by = _given(finding, fitting)
            if finding.status is Status.BREACH and fitting and not still_to_waive(finding):
                finding.status = Status.WAIVED

    def _fitting_to(self, finding: Finding) -> list[Entry]:
        """The waivers that name a finding, or its clause or sentence and the entry that it speaks of."""
        about = finding.subject.id if finding.subject is not None else None
        found = list(self._by_target.get(finding.id, ()))
        if about is not None:
            for target in {clause_of(finding), label_of(finding.sentence)}:
                found += self._by_entry.get((target, about), ())
        return found

    def remarks(self) -> list[Remark]:
        """The waivers that excuse nothing: they fit nothing, came before there was anything to waive, or are not by who can give them."""
        return [
            Remark(f"This waiver {self._idle.get(id(entry), _NOTHING)}, so it excuses nothing: {entry.target}", entry)
            for entry in self._entries
            if id(entry) not in self._used
        ]

    def _began(self, finding: Finding) -> int:
        """From when on a finding can be let go: what it speaks of has started, the event, the stretch, the period, the date."""
        if finding.form is not FormName.SCHEDULE:
            return finding.at
        first = finding.window[0] if finding.window is not None else finding.date
        return self._zone_of(first).midnight(first)


_NOTHING = "fits no breach"
_EARLY = "is dated before what it waives"
_FOR_OTHERS = "is for others to give"
_EACH = "is by several, and each has to give their own"


def _latest(entry: Entry, zone: Zone) -> int:
    start = start_of(entry, zone)
    return start if entry.second is not None else zone.midnight(zone.date_of(start) + 1) - 1


def clause_of(finding: Finding) -> str:
    """The name of the clause (or matrix) that a finding speaks of."""
    return finding.sentence.clause if isinstance(finding.sentence, Sentence) else finding.sentence.name


def _given(finding: Finding, waivers: list[Entry]) -> tuple[str, ...]:
    """Who of those who must has let it go. Where all broke it, each must let it go on their own."""
    if _others(finding):
        given = {party for entry in waivers for party in entry.by}
    else:
        given = {entry.by[0] for entry in waivers if len(entry.by) == 1}
    return tuple(party for party in _must(finding) if party in given)


def _others(finding: Finding) -> tuple[str, ...]:
    return tuple(party for party in finding.agreement.parties if party not in finding.who)


def _must(finding: Finding) -> tuple[str, ...]:
    return _others(finding) or finding.agreement.parties


def still_to_waive(finding: Finding) -> list[tuple[str, ...]]:
    """By whom a finding is still to be let go, as the entries that do it: one by all others, or one by each where all broke it."""
    left = tuple(party for party in _must(finding) if party not in finding.waived_by)
    if not left or _others(finding):
        return [left] if left else []
    return [(party,) for party in left]


def mark_disputed(findings: Iterable[Finding], entries: Iterable[Entry]) -> None:
    """Mark findings that rest on an entry that somebody disputes."""
    if named := disputed_entries(entries):
        for finding in findings:
            finding.disputed = any(entry.id in named for entry in finding.entries)


def disputed_entries(entries: Iterable[Entry]) -> set[str]:
    """The names of the entries that somebody disputes (and has not confirmed since)."""
    disputed: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.about is None or entry.type not in (DISPUTE, CONFIRM):
            continue
        for party in entry.by:
            if entry.type == DISPUTE:
                disputed.add((entry.about, party))
            else:
                disputed.discard((entry.about, party))
    return {about for about, _ in disputed}

"""Waivers and disputes: what the parties say of each other's breaches and entries (rule 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.check.context import label_of
from pactlang.check.finding import Remark, Status
from pactlang.model.agreement import Sentence
from pactlang.model.vocabulary import CONFIRM, DISPUTE, WAIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.check.finding import Finding
    from pactlang.log.entry import Entry


class Waivers:
    """The waivers of a log. A breach is waived once every party who did not break it has waived it."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [entry for entry in entries if entry.type == WAIVE]
        self._used: set[int] = set()

    def apply(self, findings: Iterable[Finding]) -> None:
        """Turn breaches that have been waived into `waived`; what is still due may be waived beforehand."""
        if not self._entries:
            return
        for finding in findings:
            if finding.status not in (Status.BREACH, Status.DUE, Status.WAIVED):
                continue
            fitting = [entry for entry in self._entries if _fits(entry, finding)]
            self._used.update(id(entry) for entry in fitting)
            if fitting:
                given = {party for entry in fitting for party in entry.by}
                finding.waived_by = tuple(party for party in finding.agreement.parties if party in given and party not in finding.who)
            if finding.status is Status.BREACH and fitting and _all_agree(finding, fitting):
                finding.status = Status.WAIVED

    def remarks(self) -> list[Remark]:
        """The waivers that fit no finding."""
        return [
            Remark(f"This waiver fits no breach, so it excuses nothing: {entry.target}", entry)
            for entry in self._entries
            if id(entry) not in self._used
        ]


def clause_of(finding: Finding) -> str:
    """The name of the clause (or matrix) that a finding speaks of."""
    return finding.sentence.clause if isinstance(finding.sentence, Sentence) else finding.sentence.name


def _fits(entry: Entry, finding: Finding) -> bool:
    if entry.target == finding.id:
        return True
    if entry.target not in (clause_of(finding), label_of(finding.sentence)):
        return False
    return entry.about is not None and finding.subject is not None and finding.subject.id == entry.about


def _all_agree(finding: Finding, waivers: list[Entry]) -> bool:
    parties = finding.agreement.parties
    others = [party for party in parties if party not in finding.who]
    if others:
        given = {party for entry in waivers for party in entry.by}
        return given.issuperset(others)
    # All broke it: each must let it go on their own.
    alone = {entry.by[0] for entry in waivers if len(entry.by) == 1}
    return alone.issuperset(parties)


def mark_disputed(findings: Iterable[Finding], entries: Iterable[Entry]) -> None:
    """Mark findings that rest on an entry that somebody disputes (and has not confirmed since)."""
    disputed: set[tuple[str, str]] = set()
    for entry in entries:
        if entry.about is None or entry.type not in (DISPUTE, CONFIRM):
            continue
        for party in entry.by:
            if entry.type == DISPUTE:
                disputed.add((entry.about, party))
            else:
                disputed.discard((entry.about, party))
    named = {about for about, _ in disputed}
    if named:
        for finding in findings:
            finding.disputed = any(entry.id in named for entry in finding.entries)

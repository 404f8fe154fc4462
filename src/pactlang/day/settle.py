"""Letting go together: which breaches one party can let go of now, and the one line that does it.

No blank cheque: each is a finding that the log shows, never what is due or unknown, never health, never what rests on a disputed entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.finding import Status
from pactlang.checker.waivers import still_to_waive
from pactlang.log.entry import Entry
from pactlang.model.agreement import ClauseKind, Sentence
from pactlang.model.parts import events, wanted
from pactlang.model.vocabulary import HEALTH, WAIVE

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding, Judgement


class Settling(Struct, frozen=True):
    """What `by` can let go of (`open`, the oldest first), and the other open breaches, each with why it is not among them."""

    by: str
    open: tuple[Finding, ...]
    left: tuple[tuple[Finding, str], ...] = ()


def settling(judgement: Judgement, by: str) -> Settling:
    """What a party can let go of as of a judgement."""
    found: list[Finding] = []
    left: list[tuple[Finding, str]] = []
    for finding in sorted(judgement.findings, key=lambda one: (one.date, one.at, one.id)):
        if finding.status is not Status.BREACH or finding.repaired or finding.wished:
            continue
        why = _why_not(finding, by)
        if why:
            left.append((finding, why))
        else:
            found.append(finding)
    return Settling(by, tuple(found), tuple(left))


def waivers(findings: Sequence[Finding], judgement: Judgement, by: str) -> tuple[Entry, ...]:
    """The entries, all dated now, by which one party lets these go: one line of a log."""
    zone, now = judgement.zone, judgement.as_of
    minute = now - now % 60
    day, second, offset = zone.written(minute if all(one.moment <= minute for one in findings) else now)
    return tuple(Entry(WAIVE, day, second, offset, by=(by,), target=one.id) for one in findings)


def _why_not(finding: Finding, by: str) -> str:
    """Why a breach is not offered, in a few words; empty where it is."""
    if _is_about_health(finding):
        return "about health"
    if finding.disputed:
        return "rests on a disputed entry"
    if by in finding.waived_by:
        return f"{by} has let it go already"
    if not any(by in group for group in still_to_waive(finding)):
        return "for the others to let go"
    return ""


def _is_about_health(finding: Finding) -> bool:
    sentence = finding.sentence
    if not isinstance(sentence, Sentence):
        return False
    kind = next((one.kind for one in finding.agreement.clauses if one.name == sentence.clause), None)
    return kind is ClauseKind.TESTING or bool(events(wanted(sentence.form)) & HEALTH)

"""A part of a judgement: some clauses, or from some date on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.engine import summary_of
from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.model.calendar import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Collection

    from pactlang.checker.finding import Finding, Judgement


def select(judgement: Judgement, *, since: int | None = None, only: Collection[str] = (), list_kept: bool = False) -> Judgement:
    """The findings of some clauses (all, where `only` is empty) and of dates (ordinals) from `since` on, counted anew.

    The judgement must list what was kept (`judge(…, keep_all=True)`) where anything is selected.
    """
    findings = [
        finding for finding in judgement.findings if (since is None or finding.date >= since) and (not only or clause_of(finding) in only)
    ]
    narrowed = since is not None or bool(only)
    kept = sum(finding.status is Status.KEPT for finding in findings) if narrowed else judgement.summary.kept
    summary = summary_of(findings, kept)
    shown = [finding for finding in findings if list_kept or finding.status is not Status.KEPT]
    rooms = [room for room in judgement.rooms if not only or room.sentence.clause in only]
    return replace(judgement, findings=shown, summary=summary, rooms=rooms)


def lately_broken(judgement: Judgement, first: int, last: int) -> list[Finding]:
    """What was not kept less than a day before a signature that was given between two instants (both included).

    Terms that are signed so soon are often signed from fear. Only what an entry led to is meant: where a log stops, dates go by without
    entries, and say nothing. A breach counts from when it became certain or, if that was later, from when it was noted.
    """
    return [
        one
        for one in judgement.findings
        if one.status is Status.BREACH and one.subject is not None and first - DAY_SECONDS < max(one.moment, one.noted) <= last
    ]

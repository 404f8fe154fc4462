"""A part of a judgement: some clauses, or from some date on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.engine import summary_of
from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pactlang.checker.finding import Judgement


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

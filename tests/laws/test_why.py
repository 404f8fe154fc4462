"""Law: what `check` finds, `why` tells alike; the waiver lines that it prints let the finding go when they stand in the log as printed."""

from __future__ import annotations

import dataclasses

from hypothesis import event, given
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.day.why import find, story_of
from pactlang.day.why_text import why_text
from pactlang.log.read import read_log
from pactlang.log.write import entry_to_text

from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import Case, LogShape, one_agreement, several_versions
from .moments import UTC, moments

SHAPE = LogShape(leaves=True, waivers=True, noted=True, untimed=True, size=14)
CASES = one_agreement((*FORMS, "matrix", "follow_up"), SHAPE, sentences=3) | several_versions(dataclasses.replace(SHAPE, leaves=False))


@given(CASES)
@tries(40)
def test_every_finding_has_a_story_and_its_waivers_let_it_go(drawn: Case) -> None:
    for case in moments(drawn, 3):
        checked = judge(case.models, case.entries, case.as_of, UTC)
        judgement = judge(case.models, case.entries, case.as_of, UTC, keep_all=True)
        for short in checked.findings:
            finding = find(short.id, judgement)
            assert finding is not None
            assert finding.status is short.status
        for finding in judgement.findings:
            story = story_of(finding, judgement)
            assert story.finding.status is finding.status
            assert bool(story.waivers) == (finding.status is Status.BREACH)
            if not story.waivers:
                continue
            event("a waiver is offered")
            text = why_text(story, judgement.zone)
            lines = [entry_to_text(waiver) for waiver in story.waivers]
            assert all(f"\n  {line}\n" in text for line in lines)
            read = read_log("".join(f"{line}\n" for line in lines), "more.pactlog")
            assert not read.diagnostics
            more = [replace(entry, order=10_000 + place) for place, entry in enumerate(read.entries)]
            after = judge(case.models, [*case.entries, *more], case.as_of, UTC, keep_all=True)
            again = find(finding.id, after)
            assert again is not None
            assert again.status is Status.WAIVED, f"{finding.id} is {again.status} after {lines}"
            # None of them is for nothing.
            fewer = judge(case.models, [*case.entries, *more[1:]], case.as_of, UTC, keep_all=True)
            kept = find(finding.id, fewer)
            assert kept is not None
            assert kept.status is Status.BREACH

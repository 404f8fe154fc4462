"""Law: what `check` finds or waits for, `why` tells alike; the waiver lines that it prints let the finding go if they stand in the log."""

from __future__ import annotations

import dataclasses

from hypothesis import event, given
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Judgement, Status, Wait
from pactlang.day.why import find, story_of
from pactlang.day.why_text import why_text
from pactlang.log.entry import Entry
from pactlang.log.read import read_log
from pactlang.log.write import entry_to_text
from pactlang.model.agreement import ByFilter, Parties
from pactlang.model.parts import filters

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


def said_of(wait: Wait, judgement: Judgement) -> list[Status]:
    """What is found of the entry that waits, by the sentence for which it does."""
    named = (wait.label, f"{wait.label}.otherwise")
    return [
        one.status
        for one in judgement.findings
        if one.subject is not None and one.subject.order == wait.entry.order and getattr(one.sentence, "label", "") in named
    ]


@given(one_agreement(("prohibition before",), LogShape(size=14), sentences=2))
@tries(120)
def test_what_is_open_is_kept_if_nothing_comes_before_then(drawn: Case) -> None:
    """As of the end it is kept with nothing more in the log; the second before, it is open; one by whom it must not be breaks it then."""
    for case in moments(drawn):
        now = judge(case.models, case.entries, case.as_of, UTC, keep_all=True)
        zone = now.zone
        known = [one for one in case.entries if zone.instant(one.day, one.second or 0, one.offset) <= case.as_of]
        for wait in now.waits:
            event("something waits")
            assert case.as_of < wait.end
            assert not said_of(wait, now)
            assert said_of(wait, judge(case.models, known, wait.end, UTC, keep_all=True)) == [Status.KEPT]
            assert wait in judge(case.models, known, wait.end - 1, UTC, keep_all=True).waits
            asked = [part.who for part in filters(wait.form.later) if isinstance(part, ByFilter)]
            if now.versions[-1].end < wait.end:
                continue  # what comes after the end breaks nothing
            if len(asked) < len(filters(wait.form.later)) or any(isinstance(who, Parties) for who in asked):
                continue  # not every entry by those parties is what is asked for
            for party in now.agreement.parties:
                day, second = zone.clock(wait.end - 1)
                more = Entry(wait.form.later.alternatives[0].event, day, second, by=(party,), order=10_000)
                found = said_of(wait, judge(case.models, [*known, more], wait.end, UTC, keep_all=True))
                event("one comes in the last second")
                assert len(found) == 1
                assert found[0] is not Status.UNKNOWN
                assert (found[0] is Status.KEPT) is not (wait.by is None or party in wait.by)

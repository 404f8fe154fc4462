"""Repair plans: what was agreed comes first and dated, what is done shows, and no word blames."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactlang.daily.repair import Phase, Plan, needs_repair, plan_of
from pactlang.log.read import read_log
from pactlang.render.repair import repair_json, repair_log, repair_markdown, repair_text
from pactlang.workspace import agreements_of, check_files

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))
BLAME = re.compile(r"\b(guilty|fault|failed|cheat|betray|should have|always|never again|punish(?!ment))\w*", re.I)


def plans(folder: Path, as_of: str = "") -> list[Plan]:
    files = [str(file) for file in (*agreements_of(folder), *sorted(folder.glob("*.pactlog")))]
    judgement = check_files(files, as_of=as_of or (folder / "as-of").read_text().strip(), keep_all=True).judgement
    today = judgement.zone.date_of(judgement.as_of)
    return [plan_of(finding, judgement, today) for finding in judgement.findings if needs_repair(finding)]


def late_nights(as_of: str) -> Plan:
    return next(plan for plan in plans(EXAMPLES / "first", as_of) if plan.finding.id == "late-nights@2026-09-25")


def test_what_was_agreed_comes_with_its_dates() -> None:
    steps = late_nights("2026-09-26T10:00").steps
    assert [step.number for step in steps] == list(range(1, 10))
    assert [step.phase for step in steps] == sorted((step.phase for step in steps), key=list(Phase).index)
    agreed = {action.agreed.label: action.by for step in steps for action in step.actions if action.agreed is not None}
    day = 739884  # 25 September 2026
    assert agreed == {"repair": day + 3, "repair.2": day + 14, "repair.3": None}
    assert not any(step.done for step in steps)


def test_what_is_done_shows_as_done() -> None:
    steps = late_nights("2026-10-05T12:00").steps
    assert [step.number for step in steps if step.done] == [2]
    assert "Done on 27 September 2026." in repair_text(late_nights("2026-10-05T12:00"), _zone())


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_every_plan_can_be_written_and_blames_nobody(folder: Path) -> None:
    for plan in plans(folder):
        own = f"“{plan.finding.sentence.words}”" if hasattr(plan.finding.sentence, "words") else ""
        for words in (repair_text(plan, _zone()), repair_markdown(plan, _zone()), repair_json(plan, _zone())):
            assert BLAME.search(words.replace(own, "")) is None
        log = repair_log(plan)
        assert read_log(log, "x.pactlog").entries == []
        once_done = re.sub(r"^# (\d)", r"\1", log, flags=re.M).replace("NAME", plan.agreement.parties[0])
        assert read_log(once_done, "x.pactlog").diagnostics == []
        markdown = repair_markdown(plan, _zone())
        assert all(f"## Impact sheet of {party}" in markdown for party in plan.agreement.parties)


def _zone():  # type: ignore[no-untyped-def]
    from pactlang.model.calendar import load_zone

    return load_zone("Europe/Berlin")

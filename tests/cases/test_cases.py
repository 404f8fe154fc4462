"""The cases of `check/`, judged as the command judges them, in both formats of the log."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pactlang.checker.finding import Status
from pactlang.checker.waivers import clause_of
from pactlang.inputs import check_files

CASES = sorted(folder for folder in (Path(__file__).parent / "check").iterdir() if folder.is_dir())


@pytest.mark.parametrize("log", ["log.pactlog", "log.jsonl"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_what_it_says(case: Path, log: str) -> None:
    wanted = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    judgement = check_files([str(case / "us.pact"), str(case / log)], as_of=wanted["as_of"]).judgement
    for clause, expected in wanted["clauses"].items():
        found = [finding for finding in judgement.findings if clause_of(finding) == clause]
        broken = Counter(date.fromordinal(finding.date).isoformat() for finding in found if finding.status is Status.BREACH)
        assert broken == Counter(expected["broken_on"]), clause
        if "due" in expected:
            assert sum(finding.status is Status.DUE for finding in found) == expected["due"], clause


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_formats_hold_the_same_findings(case: Path) -> None:
    as_of = json.loads((case / "expected.json").read_text(encoding="utf-8"))["as_of"]
    text, table = (check_files([str(case / "us.pact"), str(case / log)], as_of=as_of).judgement for log in ("log.pactlog", "log.jsonl"))
    assert [(one.id, one.status) for one in text.findings] == [(one.id, one.status) for one in table.findings]
    assert text.summary == table.summary


def test_there_are_forty_cases() -> None:
    assert len(CASES) == 40

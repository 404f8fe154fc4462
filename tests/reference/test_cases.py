"""The cases worked out from the page: the reference, the engine and both ways of reading a log must all find them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement
from pactlang.workspace import load, read_logs

from .comparing import Line, fast_lines, reference_lines

CASES = sorted((Path(__file__).parent.parent / "cases" / "check").iterdir())


@pytest.mark.parametrize("log", ["log.pactlog", "log.jsonl"])
@pytest.mark.parametrize("judge", [reference_lines, fast_lines], ids=["reference", "engine"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, judge: Callable[[Sequence[Agreement], Sequence[Entry], int], Counter[Line]], log: str) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    agreement = load(case / "us.pact")
    entries, _ = read_logs([case / log], [agreement])
    as_of = int(datetime.fromisoformat(expected["as_of"]).timestamp())
    lines = judge([agreement], entries, as_of)
    for clause, wanted in expected["clauses"].items():
        broken = [day for (label, status, day, _), times in lines.items() if (label, status) == (clause, "breach") for _ in range(times)]
        assert sorted(broken) == sorted(wanted["broken_on"]), clause
        if "due" in wanted:
            due = sum(times for (label, status, *_), times in lines.items() if (label, status) == (clause, "due"))
            assert due == wanted["due"], clause


def test_there_are_cases() -> None:
    assert len(CASES) == 40

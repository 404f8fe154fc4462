"""Cases worked out from the page by others, by brute force and by hand: the reference finds what they say, too."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from pactlang.inputs import load, moment_of, read_logs, zone_of_all

from ..cases.by_hand import Case, all_cases
from ..cases.found import kept
from .checker import judge
from .comparing import Line, line, reference_lines, verdict_line
from .missing_time import counts_nights
from .strategies import asks_what_is_said

KEPT = kept()
CASES = sorted(path for path in (Path(__file__).parent.parent / "cases" / "check").iterdir() if path.is_dir())


# Both logs of a case hold the same findings (tests/cases): one is enough here.
ONE_LOG = [pytest.param(case, ("log.pactlog", "log.jsonl")[place % 2], id=case.name) for place, case in enumerate(CASES)]


@pytest.mark.parametrize(("case", "log"), ONE_LOG)
def test_a_case_worked_out_by_brute_force(case: Path, log: str) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    agreement = load(case / "us.pact")
    entries, _ = read_logs([case / log], [agreement])
    as_of = int(datetime.fromisoformat(expected["as_of"]).timestamp())
    lines = reference_lines([agreement], entries, as_of)
    for clause, wanted in expected["clauses"].items():
        broken = [day for (label, status, day, _), times in lines.items() if (label, status) == (clause, "breach") for _ in range(times)]
        assert sorted(broken) == sorted(wanted["broken_on"]), clause
        if "due" in wanted:
            due = sum(times for (label, status, *_), times in lines.items() if (label, status) == (clause, "due"))
            assert due == wanted["due"], clause


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.file}: {case.name}")
def test_a_case_worked_out_by_hand(case: Case, tmp_path: Path) -> None:
    if any(line.startswith("error ") for line in case.expected):
        pytest.skip("an error in the texts: nothing is judged")
    pacts = [(tmp_path / f"us-{number}.pact", text) for number, text in enumerate(case.pacts)]
    log = tmp_path / "log.pactlog"
    for path, text in [*pacts, (log, case.log), *((tmp_path / name, text) for name, text in case.files.items())]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    agreements = [load(path) for path, _ in pacts]
    entries, _ = read_logs([log], agreements)
    if any(entry.second is None for entry in entries):
        pytest.skip("entries without a time: see test_missing_time")
    endless = any(entry.end_day is None and entry.end_second is None for entry in entries)
    if endless and counts_nights(agreements) and any("unknown" in line for line in case.expected):
        pytest.skip("nights, and an entry that says no end: see test_missing_time")
    asked = {"encounter", *re.findall(r"^event (\S+)\n    with person", case.text, re.MULTILINE)}
    asked |= {"notice"} if "notice with" in case.text else set()
    unsaid = any(entry.type in asked and not (entry.with_ and entry.by) for entry in entries)
    unsaid = unsaid or ("for each party" in case.text and any(not entry.by for entry in entries))
    unsaid = unsaid or (re.search(r"(least|than) \d+ of (us|the others)", case.text) is not None and any(not entry.by for entry in entries))
    if unsaid and any("unknown" in line for line in case.expected):
        pytest.skip("something of which nobody wrote with whom, or by whom: see test_missing_people")
    nowhere = "not at " in case.text and any(entry.type == "encounter" and entry.place is None for entry in entries)
    if asks_what_is_said(agreements) and (nowhere or any("unknown" in line for line in case.expected)):
        pytest.skip("something that an entry does not say: see test_missing_people")
    verdicts = judge(agreements, entries, moment_of(case.settings["as of"], zone_of_all(agreements)))
    every = "all" in case.settings
    found = {verdict.id: verdict.status for verdict in verdicts if every or verdict.status != "kept"}
    said = [line.partition(";")[0].split() for line in case.expected]
    assert found == {words[0]: words[1] for words in said if "@" in words[0]}
    assert Counter(map(verdict_line, verdicts)) == Counter(map(_kept_line, _findings(f"{case.file}: {case.name}")))


def _findings(name: str) -> list[str]:
    """What `found/` keeps of a case, without drift, which the reference does not look for."""
    assert name in KEPT, "a new case; read what is written of it: python -m tests.cases.found"
    return [one for one in KEPT[name] if re.match(r"(breach|waived|missed|repaired|due|unknown|kept) \S+@", one)]


def _kept_line(said: str) -> Line:
    status, name, day = re.match(r"(\w+) (\S+)@(\d{4}-\d\d-\d\d)", said).groups()  # type: ignore[union-attr]
    who = re.search(r"; who ([^;]+)", said)
    return line(name, status, date.fromisoformat(day).toordinal(), who[1].split(",") if who else ())


def test_there_are_cases() -> None:
    assert len(CASES) == 40

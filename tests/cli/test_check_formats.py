"""`pact check` for code hosts and for notes: SARIF, annotations, Markdown. They list what JSON lists, and decide nothing."""

from __future__ import annotations

import json
import re

from tests.lint.test_sarif import SCHEMA

from .running import Folder

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-01
    time zone Europe/Berlin
    signed by Ana on 2026-02-20
    signed by Ben on 2026-02-20

use relationships

cap evenings
    at most 1 encounter per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

check-in
    check-in by everyone every week on Sunday
"""
LOG = """2026-03-01  check-in by Ana and Ben
2026-03-05 20:00  encounter by Ana with dana at "the *lake* <b>", as e1
2026-03-06 09:00  disclosure by Ana to Ben about e1
2026-03-08  check-in by Ana and Ben
2026-03-12 20:00  encounter by Ana with dana, as e2
2026-03-13  disclosure by Ana to Ben about e2
2026-03-16 10:00  waive check-in@2026-03-15 by Ana
2026-03-16 10:00  waive check-in@2026-03-15 by Ben
"""
# Of the disclosure of 13 March no hour is known.
STATUSES = {"evenings@2026-03-12": "breach", "tell@2026-03-13": "unknown", "check-in@2026-03-15": "waived", "check-in@2026-03-22": "due"}


def answer(folder: Folder, *options: str) -> str:
    folder.write("us.pact", PACT)
    folder.write("us.pactlog", LOG)
    said = folder.run("check", "--as-of", "2026-03-20T12:00", *options)
    assert (said.code, said.err) == (1, "")
    return said.out


def test_the_log_has_a_finding_of_each_status(folder: Folder) -> None:
    found = json.loads(answer(folder, "--format", "json"))["findings"]
    assert {one["id"]: one["status"] for one in found} == STATUSES


def test_sarif_lists_each_finding_with_its_entries_and_holds_to_its_schema(folder: Folder) -> None:
    said = json.loads(answer(folder, "--format", "sarif", "--all"))
    assert [error.message for error in SCHEMA.iter_errors(said)] == []
    (run,) = said["runs"]
    by_id = {one["partialFingerprints"]["pactlang/finding/1"]: one for one in run["results"]}
    kinds = {"breach": "fail", "unknown": "review", "waived": "fail", "due": "open"}
    assert {name: by_id[name]["kind"] for name in STATUSES} == {name: kinds[status] for name, status in STATUSES.items()}
    assert {one["kind"] for one in run["results"] if "@" not in one["partialFingerprints"]["pactlang/finding/1"]} <= {"pass"}
    assert [name for name, one in by_id.items() if "suppressions" in one] == ["check-in@2026-03-15"]
    broken = by_id["evenings@2026-03-12"]
    assert broken["level"] == "error"
    assert broken["locations"][0]["physicalLocation"]["region"]["startLine"] == 11
    assert [one["physicalLocation"]["region"]["startLine"] for one in broken["relatedLocations"]] == [2, 5]
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]


def test_github_is_told_what_is_open_beside_the_entry(folder: Folder) -> None:
    lines = answer(folder, "--format", "github").splitlines()
    told = [line[: line.index("::", 2)] for line in lines]
    assert told == [
        "::error file=us.pactlog,line=5,title=evenings@2026-03-12",
        "::warning file=us.pactlog,line=5,title=tell@2026-03-13",
        "::notice file=us.pact,line=17,endLine=17,col=5,title=check-in@2026-03-22",
    ]


def test_markdown_tells_all_in_full_and_takes_nothing_for_markup(folder: Folder) -> None:
    page = answer(folder, "--format", "markdown")
    assert page.startswith("# Ana and Ben\n\n")
    assert re.findall(r"^## (.*)$", page, re.M) == ["Breaches (1)", "Cannot be told (1)", "Let go (1)", "Due (1)"]
    assert re.findall(r"^- \*\*(.*?)\*\*", page, re.M) == list(STATUSES)
    assert r"the \*lake\* \<b\>" in page


def test_a_draft_says_what_would_be_broken(folder: Folder) -> None:
    folder.write("us.pact", PACT.replace("    signed by Ben on 2026-02-20\n", ""))
    folder.write("us.pactlog", LOG)
    page = folder.run("check", "--as-of", "2026-03-20T12:00", "--format", "markdown").out
    assert "## Breaches if it were signed (1)" in page
    assert "encounter by Ana with dana · us.pactlog:5 (e2)" in page

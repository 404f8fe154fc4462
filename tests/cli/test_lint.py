"""`pact lint`, `pact rules` and `pact rule` as people and programs call them."""

from __future__ import annotations

import json

import pytest

from .running import Folder

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
use household
"""
VAGUE = 'promise tidy\n    "We tidy up soon."\n    chore by each party every week on Sunday\n'
CLASH = "check-in\n    chore by everyone every week on Sunday at 19:00\nboundary quiet\n    no chore on Sunday\n"
NOW = ("--as-of", "2026-03-01")


def test_nothing_to_say_is_0(folder: Folder) -> None:
    folder.write("us.pact", HEAD + "promise tidy\n    chore by each party every week on Sunday\n")
    answer = folder.run("lint", *NOW, "--select", "C,X")
    assert (answer.code, answer.out, answer.err) == (0, "No findings.\n", "")


def test_a_warning_is_0_and_with_strict_1(folder: Folder) -> None:
    folder.write("us.pact", HEAD + VAGUE)
    answer = folder.run("lint", *NOW, "--select", "C001")
    assert answer.code == 0
    assert "us.pact:9:" in answer.out
    assert "[C001 vague-word]" in answer.out
    assert folder.run("lint", *NOW, "--select", "vague-word", "--strict").code == 1


def test_an_error_is_1_with_the_log_that_shows_it(folder: Folder) -> None:
    folder.write("us.pact", HEAD + CLASH)
    answer = folder.run("lint", *NOW, "--select", "X")
    assert answer.code == 1
    assert "you cannot keep both" in answer.out
    assert "leaves no room for it" in answer.out


def test_faults_are_2_and_told_with_their_places(folder: Folder) -> None:
    folder.write("us.pact", HEAD + "cap a\n    atmost 3 chores per week\n")
    answer = folder.run("lint")
    assert answer.code == 2
    assert "us.pact:9:5:" in answer.out
    assert "Did you mean: at most?" in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "C999"), "there is no rule C999"),
        (("--ignore", "vague-wrod"), "did you mean vague-word?"),
        (("log.pactlog",), "is not an agreement"),
        (("--baseline", "us.pact"), "is not a baseline"),
    ],
)
def test_a_wrong_call_is_2(folder: Folder, words: tuple[str, ...], said: str) -> None:
    folder.write("us.pact", HEAD + VAGUE)
    folder.write("log.pactlog", "")
    answer = folder.run("lint", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_the_settings_of_the_folder_above_hold(folder: Folder) -> None:
    folder.write("us/us.pact", HEAD + VAGUE)
    folder.write("pact.toml", '[lint]\nignore = ["C001"]\n')
    assert "C001" not in folder.run("lint", "us", *NOW).out
    folder.write("pact.toml", '[lint]\nprofil = "gentle"\n')
    answer = folder.run("lint", "us", *NOW)
    assert (answer.code, answer.out) == (2, "")
    assert "there is no setting 'profil'" in answer.err


def test_a_baseline_keeps_what_is_known_quiet(folder: Folder) -> None:
    folder.write("us.pact", HEAD + VAGUE)
    folder.run("lint", *NOW, "--select", "C001", "--write-baseline", "known.json")
    answer = folder.run("lint", *NOW, "--select", "C001", "--baseline", "known.json")
    assert answer.out.startswith("No findings. (1 known before.)\n\n")
    folder.write("us.pact", HEAD + "# moved\n\n" + VAGUE + '    "We sweep often."\n')
    answer = folder.run("lint", *NOW, "--select", "C001", "--baseline", "known.json", "--format", "json")
    assert [one["message"] for one in json.loads(answer.out)["findings"]] == [
        '"often" can be understood differently: it leaves open how much or when.'
    ]


def test_programs_get_json_sarif_and_annotations(folder: Folder) -> None:
    folder.write("us.pact", HEAD + CLASH + VAGUE)
    found = json.loads(folder.run("lint", *NOW, "--select", "C001,X", "--format", "json").out)
    assert (found["schema"], {one["code"] for one in found["findings"]}) == ("pactlang/lint/1", {"C001", "X001"})
    said = json.loads(folder.run("lint", *NOW, "--select", "C,X", "--format", "sarif").out)
    run = said["runs"][0]
    assert said["version"] == "2.1.0"
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    lines = folder.run("lint", *NOW, "--select", "C,X", "--format", "github").out.splitlines()
    assert any(line.startswith("::error file=us.pact,line=9,endLine=9,col=5,title=X001 cannot-both-be-kept::") for line in lines)


def test_mending_writes_only_what_can_be_read(folder: Folder) -> None:
    text = HEAD.replace("use household", "use relationships") + "cap evenings\n    at most 4 encounters per month by each party\n# kept\n"
    folder.write("us.pact", text)
    assert folder.run("lint", *NOW, "--fix").code == 0
    assert (folder.path / "us.pact").read_text() == text  # nothing of it is safe to mend
    shown = folder.run("lint", *NOW, "--unsafe-fixes", "--diff").out
    assert "+" in shown
    assert (folder.path / "us.pact").read_text() == text
    answer = folder.run("lint", *NOW, "--unsafe-fixes")
    mended = (folder.path / "us.pact").read_text()
    assert mended != text
    assert "# kept" in mended
    assert "us.pact: M" in answer.err
    assert folder.run("fmt", "--check", "us.pact").code in (0, 1)
    assert folder.run("check", "us.pact", *NOW).code in (0, 1)


def test_rules_are_listed_and_explained(folder: Folder) -> None:
    listed = folder.run("rules").out
    assert "C001" in listed
    assert "X001" in listed
    told = folder.run("rule", "vague-word").out
    assert told == folder.run("rule", "c001").out
    assert "When to allow it" in told
    answer = folder.run("rule", "vage-word")
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean vague-word?" in answer.err


def test_the_graver_thing_is_said_alone(folder: Folder) -> None:
    folder.write("us.pact", HEAD + 'promise p\n    "Ben asks Ana before he goes out."\n    "Ben books a trip only if Ana agrees."\n')
    found = json.loads(folder.run("lint", *NOW, "--select", "S,B004", "--format", "json").out)["findings"]
    assert [(one["code"], one["location"]["line"]) for one in found] == [("S004", 9), ("B004", 10)]

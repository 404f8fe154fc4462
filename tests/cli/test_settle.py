"""`pact repair --settle`: one party lets go of what is open, after a yes, in one line; never of more than what happened."""

from __future__ import annotations

import json

import pytest

from .dialogue import Talk
from .running import Folder

PACT = """\
pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    in force from 2026-03-02
    time zone Europe/Berlin

use relationships

boundary home
    no encounter at home

disclosure tell
    after each encounter by each party, disclosure by the same party to the others within 24 hours

testing
    test by each party every 20 days

check-in
    check-in by everyone every week on Sunday
    except from 2026-03-09 until 2026-12-31
"""
LOG = """\
2026-03-03 20:00  encounter by Ana with dana at home, as e1
2026-03-04 09:00  disclosure by Ana to Ben and Cleo about e1
2026-03-04 20:00  encounter by Ana with dana, as e2
2026-03-06 20:00  encounter by Ana with dana at home, as e3
2026-03-07 09:00  disclosure by Ana to Ben and Cleo about e3
2026-03-08 20:00  encounter by Ben with kim at home, as e4
2026-03-08 22:00  disclosure by Ben to Ana and Cleo about e4
2026-03-20  test by Ben
2026-03-24 08:00  dispute e3 by Cleo
2026-03-24 12:00  encounter by Ana with dana, as e5
"""
NOW = ("--as-of", "2026-03-24T20:00")


@pytest.fixture
def three(folder: Folder) -> Folder:
    folder.write("us.pact", PACT)
    folder.write("us.pactlog", LOG)
    return folder


def settled(folder: Folder, *words: str) -> dict[str, object]:
    answer = folder.run("repair", "--settle", *NOW, "--format", "json", *words)
    assert (answer.code, answer.err) == (0, "This is a draft: not yet signed by Ana, Ben and Cleo.\n" if answer.err else "")
    told = json.loads(answer.out)
    assert told["schema"] == "pactlang/settle/1"
    return told


def test_only_what_happened_is_offered_and_the_rest_says_why(three: Folder) -> None:
    told = settled(three, "--as", "Ben")
    # Due (tell@2026-03-25 for e5) is nowhere; the check-in was missed by all three, so each lets it go for themselves.
    assert [one["id"] for one in told["open"]] == ["home@2026-03-03", "tell@2026-03-05", "check-in@2026-03-08"]
    assert told["line"] == "2026-03-24 20:00  waive home@2026-03-03, tell@2026-03-05, check-in@2026-03-08 by Ben"
    left = {one["id"]: one["why"] for one in told["left"]}
    assert left == {
        "home@2026-03-06": "rests on a disputed entry",
        "home@2026-03-08": "for the others to let go",
        "testing@2026-03-22": "about health",
        "testing@2026-03-22~3": "about health",
    }


def test_without_a_terminal_nothing_is_written(three: Folder) -> None:
    answer = three.run("repair", "--settle", "--as", "Ben", *NOW)
    assert answer.code == 0
    assert "  2026-03-24 20:00  waive home@2026-03-03, tell@2026-03-05, check-in@2026-03-08 by Ben\n" in answer.out
    assert "It stays open until Cleo also lets it go." in answer.out
    assert (three.path / "us.pactlog").read_text() == LOG


def test_a_yes_to_each_writes_one_line_which_can_be_taken_back(three: Folder) -> None:
    with Talk(three, "repair", "--settle", "--as", "Ben", *NOW, PACT_SESSION="1") as talk:
        talk.hears("home@2026-03-03")
        talk.hears("Let it go?")
        talk.says("perhaps")
        talk.hears("Please answer yes, no, all or stop.")
        talk.hears("Let it go?")
        talk.says("y")
        talk.hears("tell@2026-03-05")
        talk.says("no")
        talk.hears("check-in@2026-03-08")
        talk.says("YES")
        talk.hears("Not among them:")
        talk.hears("Write it to us.pactlog?")
        talk.says("")
        talk.hears("Written to us.pactlog.")
        assert talk.ends() == 0
    assert (three.path / "us.pactlog").read_text() == f"{LOG}2026-03-24 20:00  waive home@2026-03-03, check-in@2026-03-08 by Ben\n"
    assert [one["id"] for one in settled(three, "--as", "Ben")["open"]] == ["tell@2026-03-05"]
    assert three.run("log", "--undo", XDG_STATE_HOME=str(three.path / "state"), PACT_SESSION="1").code == 0
    assert (three.path / "us.pactlog").read_text() == LOG


def test_all_of_them_and_then_everyone(three: Folder) -> None:
    for party in ("Ben", "Cleo", "Ana"):
        with Talk(three, "repair", "--settle", "--as", party, *NOW) as talk:
            talk.hears("Let it go?")
            talk.says("all")
            talk.hears("Write it to us.pactlog?")
            talk.says("y")
            assert talk.ends() == 0
    findings = json.loads(three.run("check", *NOW, "--format", "json").out)["findings"]
    assert sorted(one["id"] for one in findings if one["status"] == "waived") == [
        "check-in@2026-03-08",
        "home@2026-03-03",
        "home@2026-03-08",
        "tell@2026-03-05",
    ]
    # What was let go still counts for how often it happened.
    assert json.loads(three.run("repair", "home@2026-03-06", *NOW, "--format", "json").out)["times"] == 2


@pytest.mark.parametrize("said", ["stop\n", "n\nn\nn\n", "\x04", "y\nn\nn\n|n\n", "a\n|no\n", "y\nn\nn\n|\x03", "\x00\ud7ff🦄\n\x04"])
def test_without_a_yes_nothing_is_written(three: Folder, said: str) -> None:
    with Talk(three, "repair", "--settle", "--as", "Ben", *NOW) as talk:
        talk.hears("Let it go?")
        first, _, last = said.partition("|")  # what was typed before the last question is no answer to it
        for line in first.splitlines(keepends=True):
            talk.says(line, end="")
        if last:
            talk.hears("Write it to us.pactlog?")
        if last == "\x03":
            assert talk.breaks_off(last) == 130
            assert "\npact: stopped; nothing was written\n" in talk.said
        else:
            talk.says(last, end="")
            assert talk.ends() == 1
    assert (three.path / "us.pactlog").read_text() == LOG


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "who lets go? Say --as NAME"),
        (("--as", "Bne"), "did you mean Ben?"),
        (("--as", "Ben", "home@2026-03-06"), "home@2026-03-06 is not offered: rests on a disputed entry"),
        (("--as", "Ben", "tell@2026-03-25"), "there is no open breach tell@2026-03-25"),
        (("--as", "Ben", "--format", "ics"), "--settle answers as text or json"),
    ],
)
def test_what_cannot_be_let_go_is_2(three: Folder, words: tuple[str, ...], told: str) -> None:
    answer = three.run("repair", "--settle", *NOW, *words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_a_list_is_logged_in_one_line_as_it_is_said(three: Folder) -> None:
    answer = three.run("log", "--yes", *NOW, "--as", "Ben", "waive home of e1, tell@2026-03-05")
    assert (answer.code, answer.err) == (0, "")
    assert (three.path / "us.pactlog").read_text() == f"{LOG}2026-03-24 20:00  waive home of e1, tell@2026-03-05 by Ben\n"
    assert three.run("may", *NOW, "waive home of e1, tell@2026-03-05 by Ben").code == 2
    forgotten = three.run("log", "--forget", "2026-03-06", "--yes")
    assert forgotten.code == 0
    assert "waive" not in (three.path / "us.pactlog").read_text()

"""`pact may` and `pact log` as people call them."""

from __future__ import annotations

import json

import pytest

from .running import Folder

NOW = ("--as-of", "2026-10-05T12:00")


def test_may_answers_and_writes_nothing(ours: Folder) -> None:
    before = (ours.path / "log.pactlog").read_bytes()
    answer = ours.run("may", *NOW, "test", "by", "Ben")
    assert (answer.code, answer.err) == (0, "")
    assert "Fits as it stands." in answer.out
    answer = ours.run("may", *NOW, "encounter by Ana with dana on friday 19:00 to 22:00")
    assert (answer.code, answer.err) == (1, "")
    assert "Not as things stand." in answer.out
    assert (ours.path / "log.pactlog").read_bytes() == before


def test_may_answers_scripts(ours: Folder) -> None:
    answer = ours.run("may", *NOW, "--format", "json", "--as", "Ana", "us.pact", "log.pactlog", "encounter with kim tomorrow 19:00")
    said = json.loads(answer.out)
    assert (answer.code, said["schema"], said["fits"], said["instead"]) == (1, "pactlang/may/1", False, None)
    assert {one["id"] for one in said["breaks"]} >= {"no-coworkers@2026-10-06"}


@pytest.mark.parametrize("words", [(), ("cehck-in by Ana",), ("--as", "Anna", "test"), ("encounter by Ana about e99",)])
@pytest.mark.parametrize("command", ["may", "log"])
def test_what_cannot_be_read_is_2(ours: Folder, command: str, words: tuple[str, ...]) -> None:
    before = (ours.path / "log.pactlog").read_bytes()
    answer = ours.run(command, *NOW, *words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err
    assert (ours.path / "log.pactlog").read_bytes() == before


def test_an_entry_is_written_and_taken_back(ours: Folder) -> None:
    state = {"XDG_STATE_HOME": str(ours.path / "state"), "PACT_SESSION": "one"}
    before = (ours.path / "log.pactlog").read_bytes()
    answer = ours.run("log", *NOW, "test yesterday", "--as", "Ben", "--note", "All fine.", **state)
    assert (answer.code, answer.err) == (0, "")
    assert (ours.path / "log.pactlog").read_bytes() == before + b"2026-10-04  test by Ben\n    All fine.\n"
    assert ours.run("log", "--undo", **(state | {"PACT_SESSION": "two"})).code == 2
    assert "test by Ben" in ours.run("log", "--undo", **state).out
    assert (ours.path / "log.pactlog").read_bytes() == before
    assert ours.run("log", "--undo", **state).code == 2
    assert b"Ben" not in b"".join(file.read_bytes() for file in (ours.path / "state").rglob("*.json"))


def test_what_is_written_days_later_says_so(ours: Folder) -> None:
    ours.run("log", *NOW, "2026-09-29 19:00 to 20:00 date-night by Ana and Ben")
    last = (ours.path / "log.pactlog").read_text().splitlines()[-1]
    assert last == "2026-09-29 19:00 to 20:00  date-night by Ana and Ben, noted 2026-10-05 12:00"


def test_forgetting_needs_a_yes(ours: Folder) -> None:
    before = (ours.path / "log.pactlog").read_bytes()
    assert ours.run("log", "--forget", "2026-09-20").code == 2
    assert (ours.path / "log.pactlog").read_bytes() == before
    answer = ours.run("log", "--forget", "2026-09-20", "--yes")
    assert answer.code == 0
    assert "git's history" in answer.out
    left = (ours.path / "log.pactlog").read_text()
    assert "2026-09-19" not in left
    assert "2026-09-20" in left


def test_nothing_that_names_what_was_forgotten_stays(ours: Folder) -> None:
    state = ours.path / "state"
    ours.run("log", "--yes", *NOW, "encounter by Ana with zorblax on 2026-10-01", XDG_STATE_HOME=str(state), PACT_SESSION="1")
    assert len(list((state / "pactlang").iterdir())) == 1
    ours.write(".log.pactlog.0a1b2c3d.tmp", "2026-10-01  encounter by Ana with zorblax\n")  # what a writer that died left behind
    ours.write("old.pactlog", "2026-10-01  encounter by Ben with zorblax\n")
    answer = ours.run("log", "us.pact", "log.pactlog", "--forget", "2026-10-04", "--yes", XDG_STATE_HOME=str(state), PACT_SESSION="2")
    assert (answer.code, answer.err) == (0, "")
    assert "old.pactlog has entries from that time, too" in answer.out
    (ours.path / "old.pactlog").unlink()
    assert [path.name for path in ours.path.rglob("*") if path.is_file() and b"zorblax" in path.read_bytes()] == []
    assert list((state / "pactlang").iterdir()) == []  # the digest of an entry tells those who guess right


def test_the_first_entry_begins_the_log(folder: Folder, ours: Folder) -> None:
    (ours.path / "log.pactlog").unlink()
    assert ours.run("log", *NOW, "test by Ben").code == 0
    assert (ours.path / "us.pactlog").read_text() == "2026-10-05 12:00  test by Ben\n"


def test_why_tells_the_story_of_a_finding(ours: Folder) -> None:
    answer = ours.run("why", *NOW, "us.pact", "log.pactlog", "late-nights@2026-09-25")
    assert (answer.code, answer.err) == (0, "")
    assert "2 late-nights by Ana from 12 to 25 September 2026; the limit is 1." in answer.out
    answer = ours.run("why", *NOW, "late-nights about e2")
    assert (answer.code, answer.err) == (0, "")
    assert "late-nights says nothing about e2" in answer.out
    said = json.loads(ours.run("why", *NOW, "--format", "json", "late-nights@2026-09-25").out)
    assert said["stories"][0]["finding"]["id"] == "late-nights@2026-09-25"


@pytest.mark.parametrize(
    ("words", "near"),
    [("late-nights@2026-09-24", "late-nights@2026-09-25"), ("tel about e1", "tell"), ("tell about e99", ""), ("tell of e1", "")],
)
def test_why_knows_what_there_is(ours: Folder, words: str, near: str) -> None:
    answer = ours.run("why", *NOW, words)
    assert (answer.code, answer.out) == (2, "")
    assert near in answer.err


def test_repair_plans_for_the_newest_breach(ours: Folder) -> None:
    answer = ours.run("repair", *NOW)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("A way back, for late-nights@2026-09-25\n")
    said = json.loads(ours.run("repair", *NOW, "tell@2026-09-20", "--format", "json").out)
    assert (said["finding"], len(said["steps"])) == ("tell@2026-09-20", 9)
    answer = ours.run("repair", *NOW, "tell@2026-09-13")
    assert (answer.code, answer.out) == (2, "")
    assert "tell@2026-09-20" in answer.err


def test_status_tells_the_day(ours: Folder) -> None:
    answer = ours.run("status", *NOW)
    assert (answer.code, answer.err) == (0, "")
    assert "late-nights  Ana 0 of 1, again from 9 October; Ben 1 of 1" in answer.out
    said = json.loads(ours.run("status", *NOW, "--for", "Ben", "--format", "json").out)
    assert (said["schema"], said["for"]) == ("pactlang/status/1", "Ben")
    assert ours.run("status", *NOW, "--due").out == ""
    answer = ours.run("status", *NOW, "--for", "Bne")
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean Ben?" in answer.err


def test_a_plan_can_go_into_a_calendar_that_says_nothing(ours: Folder) -> None:
    answer = ours.run("repair", "--as-of", "2026-09-26T10:00", "late-nights@2026-09-25", "--format", "ics")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("BEGIN:VEVENT") == 10
    assert "DTSTART;VALUE=DATE:20260928" in answer.out
    assert not {word for word in ("night", "Ana", "dana", "debrief", "encounter") if word in answer.out}


def test_signing_within_a_day_of_a_breach_is_told(folder: Folder) -> None:
    from datetime import UTC, datetime, timedelta

    day = (datetime.now(UTC) - timedelta(hours=3)).strftime("%Y-%m-%d %H:%M")
    head = 'pact "A"\n    between Ana and Ben\n    in force from 2026-01-05\n    time zone UTC\nuse relationships\n'
    folder.write("us.pact", head + "boundary b\n    no encounter at home\n")
    assert folder.run("sign", "us.pact", "--as", "Ana").err == ""
    folder.write("us.pactlog", f"{day} encounter by Ana with dana at home\n")
    answer = folder.run("sign", "us.pact", "--as", "Ben")
    assert answer.code == 0
    assert "less than a day ago" in answer.err


def test_a_plan_is_for_what_came_first(ours: Folder) -> None:
    text = (ours.path / "us.pact").read_text() + "\nrepair back\n    after each breach, debrief by everyone within 2 days\n"
    ours.write("us.pact", text)
    checked = json.loads(ours.run("check", "--as-of", "2026-12-01", "--format", "json").out)
    broken = [one["id"] for one in checked["findings"] if one["status"] == "breach"]
    assert any(one.startswith("back@") for one in broken)
    assert not json.loads(ours.run("repair", "--as-of", "2026-12-01", "--format", "json").out)["finding"].startswith("back@")


def test_where_nothing_is_broken_nothing_needs_repair(ours: Folder) -> None:
    ours.write("log.pactlog", "")
    answer = ours.run("repair", "--as-of", "2026-09-07T12:00")
    assert (answer.code, answer.out) == (0, "Nothing needs repair.\n")
    assert ours.run("repair", "--as-of", "2026-09-07T12:00", "--format", "json").code == 2


def test_a_waiver_that_excuses_nothing_says_so(ours: Folder) -> None:
    assert (
        "This waiver fits no breach, so it excuses nothing: tell@2026-01-08."
        in ours.run("log", *NOW, "waive tell@2026-01-08 by Ben", "--yes").out
    )


@pytest.mark.parametrize("command", ["may", "log"])
def test_without_an_entry_each_shows_how_it_is_called_itself(ours: Folder, command: str) -> None:
    words = ("leave by Ana", "us.pact", "log.pactlog") if command == "log" else ("us.pact", "log.pactlog")
    answer = ours.run(command, *NOW, *words)
    assert answer.code == 2
    assert f"For example: pact {command} " in answer.err

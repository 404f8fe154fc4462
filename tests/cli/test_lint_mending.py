"""What `pact lint --fix` writes and what it leaves as it stands; texts that can be read in part."""

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

use relationships

"""
TEXT = HEAD + "cap evenings\n    at most 4 encounters per month by Ana\n\ncheck-in\n    check-in by everyone every week on Sunday\n"
NOW = ("--as-of", "2026-03-01")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_mark_and_line_ends_stay(folder: Folder, mark: bytes, ending: str) -> None:
    file = folder.path / "us.pact"
    file.write_bytes(mark + TEXT.replace("\n", ending).encode())
    assert folder.run("lint", *NOW, "--unsafe-fixes").code in (0, 1)
    data = file.read_bytes()
    assert data.startswith(mark)
    assert b"\xef\xbb\xbf" not in data[3:]
    assert data.count(b"\r\n") == (data.count(b"\n") if ending == "\r\n" else 0)
    assert len(data) > len(TEXT)


def test_mending_twice_changes_nothing_more(folder: Folder) -> None:
    folder.write("us.pact", TEXT)
    folder.run("lint", *NOW, "--unsafe-fixes")
    once = (folder.path / "us.pact").read_bytes()
    assert folder.run("lint", *NOW, "--unsafe-fixes").err == ""
    assert (folder.path / "us.pact").read_bytes() == once


def test_what_cannot_be_read_stays_byte_for_byte(folder: Folder) -> None:
    broken = 'promise tidy\n    atmost 3 encounters per month by Ana\n    at most 3 encounters per month by Ana\n    "We talk soon."\n'
    folder.write("us.pact", TEXT + "\n" + broken)
    answer = folder.run("lint", *NOW, "--unsafe-fixes")
    assert answer.code == 2
    assert "Did you mean: at most?" in answer.out
    assert (folder.path / "us.pact").read_text().endswith(broken)


def test_of_a_text_that_can_be_read_in_part_the_rest_is_looked_at(folder: Folder) -> None:
    folder.write("us.pact", HEAD + 'cap a\n    atmost 3 encounters per week\npromise tidy\n    "We talk soon."\n')
    answer = folder.run("lint", *NOW, "--format", "json")
    found = json.loads(answer.out)
    assert answer.code == 2
    assert [one["code"] for one in found["faults"]] == ["E001"]
    assert [one["code"] for one in found["findings"] if one["code"][0] in "CMBV"] == ["C001"]  # nobody can tell what is missing


def test_another_encoding_is_not_written_anew(folder: Folder) -> None:
    data = TEXT.encode("utf-16")
    (folder.path / "us.pact").write_bytes(data)
    assert folder.run("lint", *NOW, "--unsafe-fixes").code == 2
    assert (folder.path / "us.pact").read_bytes() == data


def test_each_agreement_has_the_settings_of_its_own_folder(folder: Folder) -> None:
    for name in ("one", "two"):
        folder.write(f"{name}/us.pact", HEAD + 'promise tidy\n    "We talk soon."\n')
    folder.write("two/pact.toml", '[lint]\nignore = ["C001"]\n')
    found = json.loads(folder.run("lint", "two", "one", *NOW, "--format", "json").out)["findings"]
    assert [one["location"]["file"].replace("\\", "/") for one in found if one["code"] == "C001"] == ["one/us.pact"]


def test_a_baseline_counts(folder: Folder) -> None:
    vague = 'promise {}\n    "We talk soon."\n'
    folder.write("us.pact", HEAD + vague.format("a"))
    folder.run("lint", *NOW, "--select", "C001", "--write-baseline", "known.json")
    folder.write("us.pact", HEAD + vague.format("a") + vague.format("b"))
    found = json.loads(folder.run("lint", *NOW, "--select", "C001", "--baseline", "known.json", "--format", "json").out)
    assert (len(found["findings"]), found["known"]) == (1, 1)


def test_a_baseline_that_cannot_be_written_is_told(folder: Folder) -> None:
    folder.write("us.pact", TEXT)
    answer = folder.run("lint", *NOW, "--write-baseline", "none/known.json")
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be written" in answer.err


def test_standard_input_cannot_be_watched(folder: Folder) -> None:
    answer = folder.run("lint", "-", "--watch", *NOW, stdin=TEXT)
    assert (answer.code, answer.out) == (2, "")
    assert "--watch works only with files" in answer.err


def test_a_sentence_about_an_event_that_nobody_knows_stops_nothing(folder: Folder) -> None:
    text = HEAD + "boundary a\n    no picknick\ncap b\n    at most 2 encounterz per month\nafter c\n    atmost\n"
    folder.write("us.pact", text + 'promise d\n    "We talk soon."\n')
    found = json.loads(folder.run("lint", *NOW, "--format", "json").out)
    assert "C001" in [one["code"] for one in found["findings"]]
    assert {one["code"] for one in found["faults"]} >= {"E020"}


def test_what_is_mended_in_meaning_is_a_draft_again(folder: Folder) -> None:
    folder.write("us.pact", TEXT)
    assert "All have signed, but Ana and Ben without saying which words." in folder.run("verify").out
    answer = folder.run("lint", *NOW, "--unsafe-fixes")
    assert "us.pact no longer says what Ana and Ben signed, so it is a draft.\n" in answer.err
    assert "signed by Ana on 2026-01-04 digest sha256:" in (folder.path / "us.pact").read_text()
    verified = folder.run("verify")
    assert verified.code == 1
    assert "Ana  signed an earlier text on 4 January 2026" in verified.out

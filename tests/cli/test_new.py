"""`pact new`: a first agreement that is clean, judged and in a calendar; nothing that is there is touched."""

from __future__ import annotations

import json
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from pactlang.inputs import load_text
from pactlang.inputs.beginning import begin, templates

from .running import Folder

NAMES = [one.name for one in templates()]
FROM = ("--from", "2026-05-04", "--zone", "Europe/Berlin")
DAY = 739_740  # 4 May 2026


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_clean_kept_and_in_one_layout(folder: Folder, name: str) -> None:
    assert folder.run("new", "ours", "--template", name, *FROM).code == 0
    linted = folder.run("lint", "ours", "--as-of", "2026-05-04")
    assert (linted.code, linted.out.splitlines()[0]) == (0, "No findings.")
    assert folder.run("fmt", "--check", "ours/us.pact").code == 0
    checked = folder.run("check", "ours/us.pact", "--as-of", "2026-05-04T12:00")
    assert (checked.code, checked.err) == (0, "")
    assert "No breach." in checked.out
    assert folder.run("export", "ours/us.pact", "-o", "us.ics", "--as-of", "2026-05-04").code == 0
    text = (folder.path / "ours" / "us.pact").read_text()
    assert text.count("\n# Decide: ") >= 8
    assert text.startswith("# ")


def test_every_place_to_decide_is_right_above_what_is_decided() -> None:
    for name in NAMES:
        lines = begin(name, (), DAY, "UTC").text.splitlines()
        for above, below in pairwise(lines):
            assert not above.startswith("# Decide") or (below and below[0] not in " #"), (name, above)


@pytest.mark.parametrize("names", [("Lea", "Tom"), ("Jon", "Mia"), ("Mary Ann", "O'Neil"), ("Cleo and Dan", "by"), ('"A" or B', "Zoë")])
def test_any_two_names_are_put_in(names: tuple[str, str]) -> None:
    for one in ("couple", "opened", "coparents"):
        begun = begin(one, names, DAY, "Europe/Berlin")
        assert begun.parties == names
        assert load_text(begun.text).parties == names
        assert not {"Mia", "Jon", "Rosa", "Emre"} - set(names) & {word.strip(',."') for word in begun.text.split()}


def test_a_list_may_be_longer_where_nobody_is_named_alone(folder: Folder) -> None:
    assert folder.run("new", "flat", "--template", "roommates", "--between", "Ann, Bob, Cy and Di", *FROM).code == 0
    assert "cleaning by Ann, Bob, Cy and Di in turn" in (folder.path / "flat" / "us.pact").read_text()
    answer = folder.run("new", "three", "--template", "polycule", "--between", "Ann and Bob")
    assert (answer.code, answer.out) == (2, "")
    assert "give 3 names" in answer.err
    assert not (folder.path / "three").exists()


def test_dates_keep_their_length() -> None:
    assert "    in force from 2027-02-28 until 2027-08-27\n" in begin("opened", (), 740_040, "UTC").text
    assert "    in force from 2026-05-04 until 2027-05-03\n" in begin("team", (), DAY, "UTC").text
    assert "    in force from 2026-05-04\n" in begin("couple", (), DAY, "UTC").text


def test_what_is_new_is_for_its_owner_alone(folder: Folder) -> None:
    said = json.loads(folder.run("new", "a/b", *FROM, "--between", "Lea and Tom", "--format", "json").out)
    assert said == {
        "schema": "pactlang/new/1",
        "folder": "a/b",
        "template": "couple",
        "between": ["Lea", "Tom"],
        "from": "2026-05-04",
        "zone": "Europe/Berlin",
        "decisions": 10,
        "written": ["us.pact", "us.pactlog", ".gitattributes"],
        "notes": [],
    }
    for path in (folder.path / "a" / "b", *(folder.path / "a" / "b").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path
    assert [one["name"] for one in json.loads(folder.run("new", "--list", "--format", "json").out)["templates"]] == NAMES
    assert [line.split()[0] for line in folder.run("new", "--list").out.splitlines()] == NAMES


@pytest.mark.parametrize("name", ["us.pact", "other.pact", "us.pactlog"])
def test_nothing_that_is_there_is_touched(folder: Folder, name: str) -> None:
    folder.write(name, "ours\n")
    answer = folder.run("new")
    assert (answer.code, answer.out) == (2, "")
    assert f"{name} is there already" in answer.err
    assert {one.name: one.read_text() for one in folder.path.iterdir()} == {name: "ours\n"}


def test_links_are_not_followed(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "us.pact").symlink_to(tmp_path / "elsewhere")
    assert folder.run("new").code == 2
    (folder.path / "us.pact").unlink()
    (folder.path / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    assert folder.run("new", *FROM).code == 0
    assert not (tmp_path / "elsewhere").exists()


def test_an_empty_log_and_attributes_are_left_as_they_are(folder: Folder) -> None:
    folder.write("us.pactlog", "")
    folder.write(".gitattributes", "*.txt text\n")
    assert json.loads(folder.run("new", *FROM, "--format", "json").out)["written"] == ["us.pact"]
    assert (folder.path / ".gitattributes").read_text() == "*.txt text\n"


def test_in_a_repository_git_is_set_up(folder: Folder) -> None:
    subprocess.run(["git", "init", "-q"], cwd=folder.path, check=True)
    said = json.loads(folder.run("new", "ours", *FROM, "--format", "json").out)
    assert "git: hooks/pre-commit" in said["notes"]
    assert "*.pactlog" in (folder.path / ".gitattributes").read_text()
    assert folder.run("git", "install").out == "Everything is set up already.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--template", "opend"), "did you mean opened?"),
        (("--template", "../couple"), "there is no template"),
        (("--template", "x"), "there are: coparents"),
        (("--between", "Lea"), "two or more"),
        (("--between", "Lea and Tom\nuse team"), "on one line"),
        (("--between", "Lea and Lea"), "Lea"),
        (("--between", "Lea and me"), "'me' is someone else for each of you who reads it"),
        (("--between", "\x1b[31mLea and Tom"), "on one line"),
        (("--from", "soon"), "not a valid date"),
        (("--zone", "Europe/Berlinn"), "did you mean Europe/Berlin?"),
        (("--zone", "../../etc/passwd"), "no time zone"),
        (("a\0b",), "cannot be made"),
    ],
)
def test_what_cannot_be_meant_is_2_and_nothing_is_written(folder: Folder, words: tuple[str, ...], told: str) -> None:
    from .running import code_of

    if "\0" in words[0]:
        assert code_of("new", *words) == 2
        return
    answer = folder.run("new", "ours", *words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert list(folder.path.iterdir()) == []

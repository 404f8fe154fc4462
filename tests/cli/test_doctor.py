"""`pact doctor`: what is found and why, without a name of anyone; whatever lies there, it is told in lines."""

from __future__ import annotations

import json
import subprocess

import pytest

from .running import PACT, Folder

LOG = "2026-09-10 19:00  encounter by Ana with dana\n"


def told(folder: Folder, *words: str) -> tuple[int, dict[tuple[str, str], tuple[str, str]]]:
    answer = folder.run("doctor", "--format", "json", *words)
    assert answer.err == ""
    said = json.loads(answer.out)
    assert said["schema"] == "pactlang/doctor/1"
    assert ("wrong" in {one["state"] for one in said["lines"]}) == (answer.code == 1)
    return answer.code, {(one["part"], one["name"]): (one["state"], one["words"]) for one in said["lines"]}


def test_what_is_here_and_why(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("us.pactlog", LOG)
    code, lines = told(folder)
    assert code == 0
    assert lines["us.pact", "agreement"] == ("fine", "the only one in this folder; it can be read")
    assert lines["us.pact", "us.pactlog"] == ("fine", "a log, since it is next to it; 1 entry")
    assert lines["us.pact", "versions"][0] == "note"
    assert lines["Installed", "Python"][0] == "fine"
    text = folder.run("doctor").out
    assert "Ana" not in text
    assert "dana" not in text


@pytest.mark.parametrize(
    ("files", "line", "words"),
    [
        ({}, ("Here", "agreement"), "'pact new' makes one"),
        ({"us.pact": "pact\n"}, ("us.pact", "agreement"), "the first on line"),
        ({"us.pact": b"\xff\xfe\x00"}, ("us.pact", "agreement"), ""),
        ({"us.pact": PACT, "us.pactlog": "soon, Ana\n"}, ("us.pact", "us.pactlog"), "1 fault, the first on line 1"),
        ({"us.pact": PACT, "pact.toml": "[log]\nwho = 1\n"}, ("Here", "pact.toml"), "there is: as"),
        ({"us.pact": PACT, "pact.toml": "[log\n"}, ("Here", "pact.toml"), "pact.toml"),
    ],
)
def test_what_is_to_be_mended_is_1(folder: Folder, files: dict[str, str | bytes], line: tuple[str, str], words: str) -> None:
    for name, text in files.items():
        folder.write(name, text)
    code, lines = told(folder)
    assert code == 1
    assert lines[line][0] == "wrong"
    assert words in lines[line][1]


def test_several_agreements_and_a_repository(folder: Folder) -> None:
    folder.write("one.pact", PACT)
    folder.write("two.pact", PACT)
    subprocess.run(["git", "init", "-q"], cwd=folder.path, check=True)
    code, lines = told(folder)
    assert code == 0
    assert lines["Here", "agreement"] == ("note", "several, so every command asks which: one.pact, two.pact")
    assert "'pact git install' has not been run" in lines["Here", "git"][1]
    folder.run("git", "install")
    assert lines["Here", "git"] != told(folder)[1]["Here", "git"]


def test_links_and_strange_names_are_told(folder: Folder) -> None:
    (folder.path / "x.pact").symlink_to("/etc/passwd")
    assert told(folder)[0] == 1
    answer = folder.run("doctor", "nowhere\x1b[31m")
    assert (answer.code, answer.out) == (2, "")
    assert "\x1b" not in answer.err

"""Signing: where the line goes, what stays, what two people may do at the same time."""

from __future__ import annotations

import subprocess
from itertools import permutations
from pathlib import Path

import pytest

from pactlang import load_text
from pactlang.language.parse import parse
from pactlang.sign.sign import signed_text
from pactlang.source import SourceFile
from tests.cli.running import AS_OF, PACT, Folder

DAY = 739_858  # 2026-08-30
PARTIES = ("Ana", "Ben", "Cleo", "Dana")


def sign(text: str, party: str, on: int = DAY, digest: str = "") -> str:
    document = parse(SourceFile("us.pact", text)).document
    parties = load_text(text).parties
    return signed_text(document, parties, party, on, digest or load_text(text).digest)


def agreement(parties: int, more: int) -> str:
    lines = ["in force from 2026-09-01", "time zone Europe/Berlin", "week starts Sunday"][:more]
    return "\n    ".join(['pact "Ours"', f"between {', '.join(PARTIES[:parties])}", *lines]) + "\n\nuse relationships\n"


@pytest.mark.parametrize("parties", [2, 3, 4])
@pytest.mark.parametrize("more", [0, 1, 3])
def test_whoever_signs_first_the_text_is_the_same_in_the_end(parties: int, more: int) -> None:
    ends = set()
    for order in permutations(PARTIES[:parties]):
        text = agreement(parties, more)
        for party in order:
            text = sign(text, party)
        ends.add(text)
    (end,) = ends
    assert [signature.party for signature in load_text(end).signatures] == list(PARTIES[:parties])
    assert load_text(end).unsigned == ()
    assert "".join(line for line in end.splitlines(keepends=True) if "signed" not in line) == agreement(parties, more)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  signed by Ana on 2026-01-01 # at last\r\n", "  signed by Ana on 2026-08-30 digest sha256:0f # at last\r\n"),
        ("\tSigned  by  Ana on 2026-01-01 digest sha256:00\n", "\tsigned by Ana on 2026-08-30 digest sha256:0f\n"),
    ],
)
def test_an_old_signature_gives_way_in_its_place(before: str, after: str) -> None:
    text = f"# ours\npact # x\r\n    between Ana and Ben\n{before}\n\ncap  x\n"
    document = parse(SourceFile("us.pact", text)).document
    assert signed_text(document, ("Ana", "Ben"), "Ana", DAY, "sha256:0f") == text.replace(before, after)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pact\r\n  between Ana and Ben\r\n", "pact\r\n  between Ana and Ben\r\n  LINE\r\n"),
        ("pact\n  between Ana and Ben", "pact\n  between Ana and Ben\n  LINE"),
        ("pact\r\n  between Ana and Ben # us", "pact\r\n  between Ana and Ben # us\r\n  LINE"),
        ("pact\n  between Ana and Ben\n# end\n", "pact\n  between Ana and Ben\n  LINE\n# end\n"),
    ],
)
def test_line_ends_and_indents_are_those_of_the_file(text: str, expected: str) -> None:
    assert sign(text, "Ben", digest="sha256:0f") == expected.replace("LINE", "signed by Ben on 2026-08-30 digest sha256:0f")


# --- the command ---


def test_sign_and_verify(folder: Folder) -> None:
    file = folder.write("us.pact", b"\xef\xbb\xbf" + PACT.replace("\n", "\r\n").encode())
    answer = folder.run("verify")
    assert (answer.code, answer.err) == (1, "")
    assert "Ana  has not signed\n" in answer.out
    assert folder.run("sign", "us.pact", "--as", "Ana", "--on", "2026-08-30").code == 0
    once = file.read_bytes()
    assert folder.run("sign", "--as", "Ana").out.startswith("Ana has signed this text of us.pact, on 30 August 2026.\n")
    assert file.read_bytes() == once
    assert folder.run("sign", "--as", "Ben", "--on", "2026-09-01").code == 0
    lines = file.read_bytes().split(b"\n")
    assert b"\n".join(line for line in lines if b"signed by" not in line) == b"\xef\xbb\xbf" + PACT.replace("\n", "\r\n").encode()
    answer = folder.run("verify", "us.pact")
    assert answer.code == 0
    assert "All have signed this text. In force from 1 September 2026.\n" in answer.out
    assert "draft" not in folder.run("check", "us.pact", *AS_OF).out
    assert folder.run("fmt").code == 0
    assert folder.run("verify").code == 0


def test_a_changed_text_is_told(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    for party in ("Ana", "Ben"):
        folder.run("sign", "--as", party, "--on", "2026-08-30")
    text = (folder.path / "us.pact").read_text()
    folder.write("us.pact", text.replace("at most 1", "at most 2"))
    folder.run("sign", "--as", "Ben", "--on", "2026-09-02")
    answer = folder.run("verify")
    assert answer.code == 1
    assert "Ana  signed an earlier text on 30 August 2026\n  Ben  signed this text on 2 September 2026\n" in answer.out
    answer = folder.run("verify", "--format", "json")
    assert answer.code == 1
    assert '"signed": "another text"' in answer.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "Bem"], "Bem is not a party to this agreement; did you mean Ben?"),
        (["--as", "Zoe"], "there are: Ana, Ben"),
        (["--as", "Ana", "--on", "30.8.2026"], "is not a valid date"),
        (["--as", "Ana", "--key", "none"], "there is no file none"),
        (["--as", "Ana", "--key", "us.pact"], "us.pact did not sign"),
    ],
)
def test_what_is_refused_changes_nothing(folder: Folder, arguments: list[str], said: str) -> None:
    file = folder.write("us.pact", PACT)
    answer = folder.run("sign", "us.pact", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert file.read_text() == PACT
    assert [one.name for one in folder.path.iterdir()] == ["us.pact"]


def test_a_text_with_faults_is_not_signed(folder: Folder) -> None:
    file = folder.write("us.pact", PACT + "    warm at 1\nuse houshold\n")
    answer = folder.run("sign", "--as", "Ana")
    assert answer.code == 2
    assert "us.pact:10:5: 'warm'" in answer.err
    assert "us.pact:11:5: " in answer.err
    assert "signed by" not in file.read_text()
    assert folder.run("verify").code == 2
    assert folder.run("sign", "-", "--as", "Ana").code == 2


# --- two people at the same time ---


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("parties", [2, 3, 4])
@pytest.mark.parametrize("again", [False, True])
def test_signing_in_branches_needs_no_hand(folder: Folder, parties: int, again: bool) -> None:
    if git(folder.path, "init", "-q", "-b", "main").returncode:
        pytest.skip("no git here")
    text = agreement(parties, 3)
    if again:  # signed before, by the same means, and changed since
        for party in PARTIES[:parties]:
            text = sign(text, party, DAY - 90, "sha256:00")
    folder.write("us.pact", text)
    git(folder.path, "add", ".")
    git(folder.path, "commit", "-q", "-m", "text")
    for party in PARTIES[:parties]:
        git(folder.path, "checkout", "-q", "-b", party, "main")
        folder.write("us.pact", sign(text, party))
        git(folder.path, "commit", "-q", "-a", "-m", party)
    git(folder.path, "checkout", "-q", "main")
    for party in reversed(PARTIES[:parties]):
        merged = git(folder.path, "merge", "-q", party, "-m", party)
        assert merged.returncode == 0, merged.stdout + merged.stderr
    assert load_text((folder.path / "us.pact").read_text()).unsigned == ()


def test_who_has_signed_something_else_since_signs_the_old_text_anew_on_a_line_of_its_own(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    for party in ("Ana", "Ben"):
        folder.run("sign", "--as", party, "--on", "2026-08-30")
    both = (folder.path / "us.pact").read_text()
    folder.run("sign", "--as", "Ana", "--on", "2026-09-05")
    anew = (folder.path / "us.pact").read_text()
    lines = [line for line in anew.splitlines() if line not in both.splitlines()]
    assert len(lines) == 1
    assert lines[0].startswith("    signed by Ana on 2026-09-05 digest sha256:")
    assert " after " not in lines[0]
    assert "All have signed this text. In force from 1 September 2026.\n" in folder.run("verify").out

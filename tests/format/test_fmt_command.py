"""`pact fmt` as people call it."""

from __future__ import annotations

import os

from tests.cli.running import PACT, Folder

LOOSE = PACT.replace("    ", "  ").replace("\n", "\r\n") + "# end"
NEAT = PACT + "# end\n"


def test_it_writes_once_and_then_has_nothing_to_do(folder: Folder) -> None:
    file = folder.write("us.pact", b"\xef\xbb\xbf" + LOOSE.encode())
    file.chmod(0o640)
    answer = folder.run("fmt")
    assert (answer.code, answer.out, answer.err) == (0, "us.pact: reformatted\n", "")
    assert file.read_bytes().decode() == NEAT
    assert file.stat().st_mode & 0o777 == 0o640
    assert folder.run("fmt", "us.pact").out == "1 file already formatted.\n"
    assert os.listdir(folder.path) == ["us.pact"]  # noqa: PTH208


def test_check_and_diff_write_nothing(folder: Folder) -> None:
    file = folder.write("us.pact", LOOSE)
    folder.write("house.pact", "cap x\n    private\n")
    answer = folder.run("fmt", "--check")
    assert (answer.code, answer.out) == (1, "us.pact: would be reformatted\n1 file already formatted.\n")
    answer = folder.run("fmt", "--diff", "us.pact")
    assert answer.code == 1
    assert "-  between Ana and Ben\\x0d\n" in answer.out
    assert "+    between Ana and Ben\n" in answer.out
    assert file.read_bytes().decode() == LOOSE
    assert folder.run("fmt", "--check", "house.pact").code == 0


def test_standard_input(folder: Folder) -> None:
    answer = folder.run("fmt", "-", stdin=LOOSE)
    assert (answer.code, answer.out, answer.err) == (0, NEAT, "")
    assert folder.run("fmt", "-", "us.pact", stdin=LOOSE).code == 2


def test_what_cannot_be_read_stays_and_is_named(folder: Folder) -> None:
    file = folder.write("us.pact", LOOSE.replace("at most 1", "atmost  1"))
    answer = folder.run("fmt", "us.pact")
    assert answer.code == 0
    assert "us.pact: the block at line 8 cannot be read yet, so it was left alone" in answer.err
    assert "cap monthly\r\n  atmost  1 encounter per month by Ana\r\n" in file.read_bytes().decode()


def test_no_text_at_all_keeps_every_file_as_it_is(folder: Folder) -> None:
    file = folder.write("a.pact", LOOSE)
    folder.write("b.pact", b"cap x\xff\n")
    folder.write("c.pact", b"\xff\xfep\x00")
    answer = folder.run("fmt")
    assert (answer.code, answer.out) == (2, "")
    assert "b.pact:1:6: This file is not UTF-8" in answer.err
    assert "c.pact:1:1: This file is saved as UTF-16" in answer.err
    assert file.read_bytes().decode() == LOOSE


def test_only_agreements(folder: Folder) -> None:
    folder.write("us.pact", LOOSE)
    folder.write("log.pactlog", "2026-09-10  test by Ana\n")
    assert "only files that end in .pact" in folder.run("fmt", "log.pactlog").err
    answer = folder.run("fmt", "su.pact")
    assert (answer.code, answer.err) == (2, "pact: there is no file su.pact; did you mean us.pact?\n")


def test_a_link_stays_a_link(folder: Folder) -> None:
    file = folder.write("kept/us.pact", LOOSE)
    (folder.path / "us.pact").symlink_to(file)
    assert folder.run("fmt").code == 0
    assert (folder.path / "us.pact").is_symlink()
    assert file.read_text() == NEAT

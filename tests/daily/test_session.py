"""What a terminal remembers of its last entry does not stay for good."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pactlang.day import session
from pactlang.day.append import Written


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "pactlang"


def remember(terminal: str, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PACT_SESSION", terminal)
    session.remember(log, Written(0, 10, "sha256:1"))


def test_after_a_month_the_next_entry_of_any_terminal_removes_it(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal, days in (("1", 31), ("2", 29)):
        remember(terminal, tmp_path / "us.pactlog", monkeypatch)
        then = time.time() - days * 86_400
        os.utime(folder / f"last-{terminal}.json", (then, then))
    remember("3", tmp_path / "us.pactlog", monkeypatch)
    assert sorted(one.name for one in folder.iterdir()) == ["last-2.json", "last-3.json"]


def test_what_is_known_of_a_log_that_was_cut_goes_whichever_terminal_wrote_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember("1", tmp_path / "us.pactlog", monkeypatch)
    remember("2", tmp_path / "other.pactlog", monkeypatch)
    (folder / ".last-3.json.0123abcd.tmp").write_bytes((folder / "last-1.json").read_bytes())  # its writer was killed
    session.forget_log(tmp_path / "us.pactlog")
    assert [one.name for one in folder.iterdir()] == ["last-2.json"]

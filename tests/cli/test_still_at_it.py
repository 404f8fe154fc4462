"""A line that says for how long a command has looked: at a terminal, after a while, gone at the end."""

from __future__ import annotations

import io
import re
import sys
from time import sleep

import pytest

from pactlang.checker.budget import searching
from pactlang.cli import patience as patience_module
from pactlang.cli.patience import patience, still_at_it


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(patience_module, "_QUIET", 0.01)
    monkeypatch.setattr(patience_module, "_AGAIN", 0.02)


def test_what_takes_long_is_said_and_then_gone(hasty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    with patience():
        searching("cap \x1b[1mevenings")
        sleep(0.2)
    said = shown.getvalue()
    assert re.match("\r\x1b\\[Kstill looking \\(0 s\\): cap [^\x1b]*evenings …\r\x1b\\[K", said)
    assert said.endswith("…\r\x1b[K")


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    with still_at_it():
        pass
    assert not shown.getvalue()


def _fails() -> None:
    with still_at_it():
        sleep(0.2)
        raise ZeroDivisionError


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM"])
def test_where_nothing_is_drawn_nothing_is_said(hasty: None, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "dumb")
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    with still_at_it():
        sleep(0.1)
    assert not shown.getvalue()


def test_a_pipe_hears_nothing_and_a_failure_leaves_no_line(hasty: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", shown := io.StringIO())
    with still_at_it():
        sleep(0.1)
    assert not shown.getvalue()
    monkeypatch.setattr(sys, "stderr", seen := Terminal())
    with pytest.raises(ZeroDivisionError):
        _fails()
    assert seen.getvalue().endswith("\x1b[K")

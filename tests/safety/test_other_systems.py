"""What other systems do otherwise, as far as it can be tried here: Windows names of zones, its files that are looked at, its consoles."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from pactlang import writing
from pactlang.model import calendar
from pactlang.words import page


@pytest.mark.parametrize(
    ("said", "zone"),
    [("W. Europe Standard Time", "Europe/Berlin"), ("Pacific Standard Time\0\0rest", "America/Los_Angeles"), ("Nowhere Time", "")],
)
def test_windows_names_its_zones_otherwise(said: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = SimpleNamespace(HKEY_LOCAL_MACHINE=0, OpenKey=lambda *_: nullcontext(0), QueryValueEx=lambda *_: (said, 1))
    monkeypatch.setitem(sys.modules, "winreg", asked)
    assert calendar._windows_zone_name() == zone


def test_without_a_registry_there_is_no_name() -> None:
    assert calendar._windows_zone_name() == ""


def test_a_file_that_is_looked_at_is_replaced_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    refused = [PermissionError(13, "in use")] * 2

    def replace(one: str, other: Path) -> None:
        if refused:
            raise refused.pop()
        Path(one).rename(other)

    here = {name: getattr(os, name) for name in dir(os)}
    monkeypatch.setattr(writing, "os", SimpleNamespace(**{**here, "name": "nt", "replace": replace}))
    writing._put_in_place(str(new), old)
    assert old.read_text() == "new"
    refused += [PermissionError(13, "read-only")] * 1000
    monkeypatch.setattr(writing, "_LOOKED_AT", 0.05)
    with pytest.raises(PermissionError):
        writing._put_in_place(str(old), new)
    monkeypatch.setattr(writing, "os", SimpleNamespace(**{**here, "replace": replace}))
    left = len(refused)
    with pytest.raises(PermissionError):
        writing._put_in_place(str(old), new)
    assert len(refused) == left - 1


def test_a_console_that_cannot_be_told_to_draw_gets_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Console(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert page.wants_colour(Console())
    assert page.at_terminal(Console())
    here = {name: getattr(os, name) for name in dir(os)}
    monkeypatch.setattr(page, "os", SimpleNamespace(**{**here, "name": "nt"}))  # without Windows there is no `msvcrt`
    assert not page.wants_colour(Console())
    assert not page.at_terminal(Console())


def test_signs_of_print_are_typed_where_an_encoding_lacks_them() -> None:
    text = "“after each encounter” · 3 → 2 … Zoë\n"
    assert page.shown_in(text, "utf-8") == text
    assert page.shown_in(text, "cp1252") == text.replace("→", "->")
    assert page.shown_in(text, "cp437") == '"after each encounter" · 3 -> 2 ... Zoë\n'
    assert page.shown_in(text, "ascii") == '"after each encounter" - 3 -> 2 ... Zo\\xeb\n'

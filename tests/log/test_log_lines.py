"""Lines of logs as data: what is read, and what is said of what cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from pactlang.log import text_tokens
from pactlang.log.entry import Entry
from pactlang.log.faults import Fault
from pactlang.log.read import read_log

from .expectations import DATA, groups, rendered
from .known import FINDERS


def alike(entries: list[Entry]) -> list[Entry]:
    """The entries without where they were read."""
    return [replace(entry, file="", line=0) for entry in entries]


@pytest.mark.parametrize("name", FINDERS)
def test_every_fault_is_found_with_its_place(name: str) -> None:
    expected = (DATA / name).read_text(encoding="utf-8")
    assert rendered(expected, FINDERS[name]) == expected, "if that is right: python -m tests.log.expectations"


def good_logs() -> list[tuple[str, str]]:
    logs = []
    for block in (DATA / "good_lines.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        text = "\n".join(line[2:] for line in lines if line[:1] == ">")
        logs.append((text, "\n".join(line[2:] for line in lines if line[:1] == "=")))
    return logs


@pytest.mark.parametrize(("text", "jsonl"), good_logs())
def test_text_and_json_lines_read_alike(text: str, jsonl: str) -> None:
    from_text, from_json = read_log(text, "log.pactlog"), read_log(jsonl, "log.jsonl")
    assert not from_text.diagnostics
    assert not from_json.diagnostics
    assert alike(from_text.entries) == alike(from_json.entries)


@pytest.mark.parametrize("case", sorted(DATA.glob("case-*.pactlog")), ids=lambda path: path.stem)
def test_cases_read_alike_in_both_formats(case: Path) -> None:
    from_text = read_log(case.read_bytes(), "log.pactlog")
    from_json = read_log(case.with_suffix(".jsonl").read_bytes(), "log.jsonl")
    assert not from_text.diagnostics
    assert not from_json.diagnostics
    assert from_text.entries
    assert alike(from_text.entries) == alike(from_json.entries)
    assert [entry.line for entry in from_text.entries] == [entry.line for entry in from_json.entries]


def test_data_has_no_empty_group() -> None:
    assert all(list(groups((DATA / name).read_text(encoding="utf-8"))) for name in FINDERS)


def test_marks_behind_backslashes_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted:
        calls = 0

        def match(self, line: str, place: int) -> re.Match[str] | None:
            Counted.calls += 1
            return straight.match(line, place)

    straight = text_tokens._STRAIGHT
    monkeypatch.setattr(text_tokens, "_STRAIGHT", Counted())
    with pytest.raises(Fault):
        text_tokens.tokens("encounter by Ana at " + '"x» \\' * 1000 + '"')
    assert Counted.calls < 5  # each of them looks to the end of the line

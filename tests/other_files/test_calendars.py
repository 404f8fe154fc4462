"""Calendars of other people: what comes out of each, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.other_files.cases import imported, read_again, read_cases

CALENDARS = read_cases("calendars.cases")
AGAIN = read_cases("again.cases")


@pytest.mark.parametrize(("title", "parts"), CALENDARS, ids=[title for title, _ in CALENDARS])
def test_what_becomes_of_a_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, parts: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert imported(title, *parts[:-1]).rstrip("\n") == parts[-1]


@pytest.mark.parametrize(("title", "parts"), AGAIN, ids=[title for title, _ in AGAIN])
def test_a_calendar_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, parts: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_again(title, *parts[:-1]).rstrip("\n") == parts[-1]


def test_line_endings_of_old_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    calendar = "\r".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20260105T100000Z", "SUMMARY:A", "END:VEVENT", "END:VCALENDAR"]
    )
    assert "2026-01-05 11:00  meeting by Ana, as a" in imported("", 'title is "A" -> meeting by Ana', calendar)

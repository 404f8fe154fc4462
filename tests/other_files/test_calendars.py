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
    assert imported(title, *parts[:-1]).rstrip("\n") == parts[-1], "if that is right: python -m tests.other_files.cases"


@pytest.mark.parametrize(("title", "parts"), AGAIN, ids=[title for title, _ in AGAIN])
def test_a_calendar_that_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, parts: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_again(title, *parts[:-1]).rstrip("\n") == parts[-1], "if that is right: python -m tests.other_files.cases"


def test_line_endings_of_old_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    calendar = "\r".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20260105T100000Z", "SUMMARY:A", "END:VEVENT", "END:VCALENDAR"]
    )
    assert "2026-01-05 11:00  meeting by Ana, as a" in imported("", 'title is "A" -> meeting by Ana', calendar)


def test_whose_calendar_it_is_may_be_said_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ours").mkdir()
    monkeypatch.chdir(tmp_path / "ours")
    rules = "answer is accepted -> meeting by Ana"
    event = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20260105T{1}00Z\nSUMMARY:A\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{0}@example.org\nEND:VEVENT\n"
    calendar = f"BEGIN:VCALENDAR\n{event.format('ana', '1000')}{event.format('ben', '1200')}END:VCALENDAR"
    assert 'me = "ana@example.org"' in imported("", rules, calendar)
    for said, found in (('"ana@example.org"', ["ana"]), ('["Ana@example.org", "ben@example.org"]', ["ana", "ben"])):
        (tmp_path / "pact.toml").write_text(f"[import]\nme = {said}\n", encoding="utf-8")
        assert [name for name in ("ana", "ben") if f"as {name}" in imported("", rules, calendar)] == found
    assert "as ben" not in imported("me ana@example.org: goes before", rules, calendar)
    for settings, wrong in (("me = 3", "2: me must be an address"), ("mine = 3", "2: there is no setting 'mine' under [import]")):
        (tmp_path / "pact.toml").write_text(f"[import]\n{settings}\n", encoding="utf-8")
        assert f"pact.toml:{wrong}" in imported("", rules, calendar)

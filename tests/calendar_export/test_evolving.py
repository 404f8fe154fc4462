"""Logs that grow, exported again and again into the same calendar: it always holds exactly what a fresh one would."""

from __future__ import annotations

import json
import re
from pathlib import Path

import icalendar
import pytest

from pactlang.calendars.export.export import export
from pactlang.calendars.export.wish import Wish
from pactlang.inputs import load, moment_of, read_logs, zone_of_all
from tests.calendar_export.exporting import events

CASES = sorted(folder for folder in (Path(__file__).parents[1] / "cases" / "check").iterdir() if folder.is_dir())[::5]


def said(event: icalendar.Event) -> tuple[bytes, ...]:
    """What an event says, without its name, its number and when it was made so."""
    return tuple(event[key].to_ical() if key in event else b"" for key in ("DTSTART", "DTEND", "RRULE", "SUMMARY"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_calendar_keeps_up(case: Path) -> None:
    agreement = load(case / "us.pact")
    entries, _ = read_logs([case / "log.pactlog"], [agreement])
    zone = zone_of_all([agreement])
    days = sorted(set(re.findall(r"^\d{4}-\d\d-\d\d", (case / "log.pactlog").read_text(encoding="utf-8"), re.MULTILINE)))
    last = json.loads((case / "expected.json").read_text(encoding="utf-8"))["as_of"]
    calendar = b""
    known: dict[str, tuple[int, bytes]] = {}
    for day in [*days[::9], last]:
        fresh = export([agreement], entries, moment_of(day, zone), zone, Wish(caps=True)).updated.data
        calendar = export([agreement], entries, moment_of(day, zone), zone, Wish(caps=True), calendar).updated.data
        live = [event for event in events(calendar) if event["STATUS"] == "CONFIRMED"]
        assert sorted(map(said, live)) == sorted(map(said, events(fresh)))
        for event in events(calendar):
            now = event["SEQUENCE"], event["LAST-MODIFIED"].to_ical()
            before = known.get(str(event["UID"]), now)
            assert now[1] >= before[1]
            assert now[0] > before[0] or now == before
            known[str(event["UID"])] = now

"""A year of dates, as other people's programs expand them, is the checker's own: in eight zones, across every change of the clock."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar

from pactlang.calendars.export.vtimezone import changes, vtimezone
from pactlang.model.calendar import load_zone, zone_names
from tests.calendar_export.exporting import CHECK_IN, data, slots

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Europe/Dublin",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "UTC",
]
LAST = "2027-06-30"
SCHEDULES = [
    CHECK_IN,
    "check-in\n    check-in by everyone every 2 weeks on Monday and Thursday at 00:15\n",
    "check-in\n    check-in by everyone every month on day 31 at 23:30 for 90 minutes\n",
    "check-in\n    check-in by everyone every month on day 30 at 08:00\n",
    "check-in\n    check-in by everyone every 2 months on day 29 at 08:00\n",
    "check-in\n    check-in by everyone every year on 29 February at 08:00\n",
    "check-in\n    check-in by everyone every month on the last Sunday at 12:00\n",
    "check-in\n    check-in by everyone every day at 06:30\n    except on Saturday or Sunday\n",
    "check-in\n    check-in by everyone every 3 days at 21:00\n    except from 2026-08-01 until 2026-08-31\n",
]
ICAL_JS = Path(__file__).parent / "expand.mjs"


def by_python(calendar: bytes) -> list[datetime]:
    found = recurring_ical_events.of(Calendar.from_ical(calendar)).between(date(2026, 1, 1), date(2028, 1, 1))
    return sorted(event.start.astimezone(UTC) for event in found)


def by_ical_js(calendars: list[bytes], folder: Path) -> list[list[datetime]]:
    """What ical.js makes of the calendars; it reads the zones that stand in them and knows no others."""
    files = []
    for number, calendar in enumerate(calendars):
        file = folder / f"{number}.ics"
        file.write_bytes(calendar)
        files.append(str(file))
    module = folder / "node_modules" / "ical.js"
    done = subprocess.run(
        ["node", str(ICAL_JS), str(module / "dist" / "ical.js"), *files], capture_output=True, text=True, check=True, timeout=60
    )
    return [sorted(datetime.fromtimestamp(one, UTC) for one in found) for found in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def javascript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ical.js in it."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("npm is not installed: the engine that is not written in Python cannot be tried")
    folder = tmp_path_factory.mktemp("javascript")
    asked = [npm, "install", "--prefix", str(folder), "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "ical.js@2.2.1"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode:
        pytest.skip("ical.js could not be fetched from npm: the engine that is not written in Python cannot be tried")
    return folder


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_check_ins(zone: str) -> None:
    calendar = data(CHECK_IN, zone=zone)
    expected = slots(CHECK_IN, zone, LAST)
    assert len(expected) > 60
    assert by_python(calendar) == expected


@pytest.mark.parametrize("text", SCHEDULES)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe"])
def test_every_rhythm(zone: str, text: str) -> None:
    assert by_python(data(text, zone=zone)) == slots(text, zone, LAST)


def test_another_engine_says_the_same(javascript: Path) -> None:
    cases = [(zone, text) for zone in ZONES for text in SCHEDULES]
    found = by_ical_js([data(text, zone=zone) for zone, text in cases], javascript)
    for (zone, text), dates in zip(cases, found, strict=True):
        assert dates == slots(text, zone, LAST), (zone, text)


@pytest.mark.parametrize(
    "key", [*ZONES, "Asia/Gaza", "America/Nuuk", "Africa/El_Aaiun", "Europe/London", "America/Santiago", "Asia/Tehran"]
)
def test_a_zone_is_right_at_every_change(key: str) -> None:
    zone = load_zone(key)
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2024, 2034))
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *vtimezone(zone, first, last), "END:VCALENDAR", ""])
    read = Calendar.from_ical(text).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    moments = [moment for change in changes(zone, first, last) for moment in (change.instant - 1, change.instant, change.instant + 86_400)]
    for moment in [first, *moments, last]:
        local = datetime.fromtimestamp(moment, UTC) + timedelta(seconds=zone.offset(moment))
        if not zone.doubtful(local.toordinal(), local.hour * 3600 + local.minute * 60 + local.second):
            assert local.replace(tzinfo=read).utcoffset() == timedelta(seconds=zone.offset(moment)), (key, local)


def test_a_zone_never_has_a_list_of_dates() -> None:
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2026, 2028))
    for key in sorted(zone_names())[::7]:
        lines = vtimezone(load_zone(key), first, last)
        assert not [line for line in lines if line.startswith("RDATE")]
        assert lines.count("BEGIN:STANDARD") >= 1


def test_ruled_zones_have_one_observance_of_each_kind() -> None:
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2026, 2028))
    for key in ("Europe/Berlin", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe"):
        lines = vtimezone(load_zone(key), first, last)
        assert (lines.count("BEGIN:STANDARD"), lines.count("BEGIN:DAYLIGHT")) == (1, 1)
    dublin = vtimezone(load_zone("Europe/Dublin"), first, last)
    assert dublin[dublin.index("BEGIN:DAYLIGHT") + 3] == "TZOFFSETTO:+0100"

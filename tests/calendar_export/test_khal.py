"""A calendar program in which people import a file twice: khal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pactlang.calendars.export.wish import Titles
from tests.calendar_export.exporting import CHECK_IN, ENCOUNTER, TELL, TESTING, data

PAUSABLE = "pause breather\n    anyone may pause check-ins for at most 14 days\n" + CHECK_IN
CONFIG = """\
[calendars]
[[home]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
[sqlite]
path = {folder}/khal.db
"""


class Khal:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "calendar").mkdir()
        (folder / "config").write_text(CONFIG.format(folder=folder), encoding="utf-8")

    def run(self, *arguments: str) -> str:
        call = [str(Path(sys.executable).parent / "khal"), "-c", str(self.folder / "config"), *arguments]
        environment = {**os.environ, "HOME": str(self.folder), "PYTHONTZPATH": "", "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(call, capture_output=True, text=True, env=environment, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def take(self, calendar: bytes) -> None:
        file = self.folder / "reminders.ics"
        file.write_bytes(calendar)
        self.run("import", "--batch", "-a", "home", str(file))

    def shown(self, first: str, days: str) -> list[str]:
        """What the client lists."""
        form = "{start-date} {start-time} {status}{title}"
        return sorted(set(self.run("list", "--day-format", "", "--format", form, first, days).split("\n")) - {""})

    @property
    def stored(self) -> int:
        return len(list((self.folder / "calendar").glob("*.ics")))


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def test_twice_is_once(khal: Khal) -> None:
    first = data(CHECK_IN + TESTING + TELL, log=ENCOUNTER)
    khal.take(first)
    once = khal.shown("2026-06-01", "60d")
    khal.take(first)
    assert khal.shown("2026-06-01", "60d") == once
    assert khal.stored == 4
    assert [line for line in once if "Check-in" in line][:2] == [
        "2026-06-07 19:00 CONFIRMED Check-in",
        "2026-06-14 19:00 CONFIRMED Check-in",
    ]


def test_what_changes_between_two_imports(khal: Khal) -> None:
    text = PAUSABLE + TESTING + TELL
    log = ENCOUNTER + "2026-05-10  test by Ana and Ben\n"
    first = data(text, log=log)
    khal.take(first)
    assert any("2026-06-01 23:10" in line for line in khal.shown("2026-06-01", "3d"))
    # A new test, an answer, a pause, and the clause has another name.
    log += "2026-05-31  test by Ana\n2026-06-01 08:00  disclosure by Ana to Ben about e1\n2026-06-01 09:00  pause by Ben until 2026-06-08\n"
    changed = text.replace("check-in\n    check", "check-in sundays\n    check")
    second = data(changed, log=log, old=first)
    khal.take(second)
    assert khal.stored == 5  # with the end of the pause
    assert khal.shown("2026-06-01", "20d") == [
        "2026-06-01 23:10 CANCELLED Reminder",
        "2026-06-08  CONFIRMED Reminder",
        "2026-06-14 19:00 CONFIRMED Check-in",
    ]
    appointments = ["2026-08-08  CONFIRMED Appointment to book", "2026-08-29  CONFIRMED Appointment to book"]
    assert [line for line in khal.shown("2026-08-01", "40d") if "Appointment" in line] == appointments
    # Another time, and a clause that goes.
    third = data(PAUSABLE.replace("19:00", "20:30").replace("check-in\n    check", "check-in sundays\n    check"), log=log, old=second)
    khal.take(third)
    assert khal.stored == 5
    assert [line for line in khal.shown("2026-06-09", "8d") if "Check-in" in line] == ["2026-06-14 20:30 CONFIRMED Check-in"]
    assert [line for line in khal.shown("2026-08-01", "40d") if "Appointment" in line] == [
        line.replace("CONFIRMED", "CANCELLED") for line in appointments
    ]


def test_full_titles(khal: Khal) -> None:
    khal.take(data(CHECK_IN.replace("check-in\n", 'check-in "Unsere 🌙 Zeit, שלום; ja"\n', 1), titles=Titles.FULL))
    assert any("Unsere 🌙 Zeit, שלום; ja" in line for line in khal.shown("2026-06-01", "8d"))

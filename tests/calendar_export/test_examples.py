"""A year's reminders of every example stand beside it, as the command writes them, and other programs read them.

After a change that is meant, `python -m tests.calendar_export.test_examples` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar

from pactlang.calendars.export.wish import Wish
from pactlang.calendars.files import export_files
from pactlang.inputs import agreements_of

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file())


def calendar(folder: Path) -> bytes:
    """The reminders of an example, as `pact export` writes them in its folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        files = [*(str(path) for path in agreements_of(Path())), "log.pactlog"]
        return export_files(files, Wish(as_of=Path("as-of").read_text(encoding="utf-8").strip())).updated.data
    finally:
        os.chdir(before)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_example_has_its_reminders(folder: Path) -> None:
    # Where a checkout changed the ends of lines, what stands there still means the same.
    stands = (folder / "reminders.ics").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert calendar(folder) == stands, "if that is right: python -m tests.calendar_export.test_examples"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_reminders_of_an_example_are_sound(folder: Path) -> None:
    read = Calendar.from_ical((folder / "reminders.ics").read_bytes())
    assert not read.errors
    assert all(not component.errors for component in read.walk())
    assert {event["SUMMARY"] for event in read.walk("VEVENT")} <= {"Check-in", "Appointment to book", "Reminder"}
    first = date.fromisoformat((folder / "as-of").read_text(encoding="utf-8").strip()[:10])
    assert recurring_ical_events.of(read).between(first, first.replace(year=first.year + 1))


def main() -> None:
    """Write every example's reminders anew."""
    for folder in FOLDERS:
        (folder / "reminders.ics").write_bytes(calendar(folder))


if __name__ == "__main__":
    main()

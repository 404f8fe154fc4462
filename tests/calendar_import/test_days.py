"""`pact days`: lines to paste under a heading, from a calendar or from the public holidays of a country."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang import load_text
from pactlang.calendars.days import days_in, left_words, public_holidays
from pactlang.inputs import InputError
from tests.cli.running import Folder

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20260715
DTEND;VALUE=DATE:20260829
SUMMARY:Summer # no comment\\n    every year on 1 May
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20250501
RRULE:FREQ=YEARLY
SUMMARY:
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260716T100000Z
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
"""


def calendar(folder: Path) -> str:
    file = folder / "school.ics"
    file.write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    return str(file)


def test_whole_days_of_a_calendar_are_printed_and_a_title_stays_a_comment(tmp_path: Path) -> None:
    found = days_in(calendar(tmp_path), 2026, 2027)
    lines = found.text.splitlines()
    assert lines[0] == "    2026-05-01"
    assert lines[1].startswith("    2026-07-15 until 2026-08-28  # Summer no comment")
    assert lines[2] == "    2027-05-01"
    assert len(lines) == 3
    assert left_words(found.left, found.timed) == ["left out, since they have a time of day: 1"]


def test_what_is_printed_can_be_pasted(tmp_path: Path) -> None:
    text = f"pact\n    between Ana and Ben\nuse relationships\ndays free\n{days_in(calendar(tmp_path), 2026, 2026).text}"
    agreement = load_text(f"{text}boundary calm\n    no encounter on free\n")
    days = agreement.days[0].days
    assert sum(days.holds(day) for day in range(739617, 739617 + 365)) == 46  # 1 May, and 15 July to 28 August


def test_public_holidays_are_in_the_words_of_the_country() -> None:
    pytest.importorskip("holidays")
    lines = public_holidays("DE", "BE", 2026, 2026).text.splitlines()
    assert "    2026-04-03  # Karfreitag" in lines
    with pytest.raises(InputError, match="two letters"):
        public_holidays("Germany", "", 2026, 2026)
    with pytest.raises(InputError, match="BE"):
        public_holidays("de", "XX", 2026, 2026)


def test_the_command_prints_them_and_says_what_is_left_out(tmp_path: Path) -> None:
    done = Folder(tmp_path).run("days", calendar(tmp_path), "--years", "2026")
    assert done.code == 0
    assert done.out.startswith("    2026-05-01\n    2026-07-15 until 2026-08-28")
    assert "time of day: 1" in done.err


@pytest.mark.parametrize(
    "words", [(), ("x.ics", "--country", "DE"), ("x.ics",), ("x.ics", "--region", "BE"), ("--country", "DE", "--years", "soon")]
)
def test_a_call_that_is_wrong_is_said(words: tuple[str, ...], tmp_path: Path) -> None:
    done = Folder(tmp_path).run("days", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("pact: ")

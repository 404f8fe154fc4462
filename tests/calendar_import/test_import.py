"""Entries from a shared calendar: by rules, once, seen first, and whatever the calendar holds."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.calendars.files import ImportWish, import_files
from pactlang.calendars.reading.occurrence import Occurrence
from pactlang.calendars.reading.read import CalendarError, read_calendar
from pactlang.calendars.reading.rules import RuleError, read_rules
from pactlang.log.write import entry_to_text
from tests.cli.running import Folder, folder  # noqa: F401 - a fixture

PACT = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-02
    time zone Europe/Berlin

use relationships

person dana "Dana K."
"""
RULES = """\
# What our calendar means.
title starts with "Date: " -> encounter by Ana with the rest
title is "Check-in" → check-in by Ana and Ben
category is Work -> nothing
title contains "lab" and place is "Clinic" -> test by Ben
"""
FIRST, LAST = date(2026, 3, 2).toordinal(), date(2026, 11, 30).toordinal()


def calendar(*events: str) -> bytes:
    """A calendar of events, each given as its lines without a summary of what is always there."""
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//X//EN"]
    for number, event in enumerate(events):
        lines = event.strip().splitlines()
        uid = [] if any(line.startswith("UID") for line in lines) else [f"UID:e{number}@example.org"]
        whole += ["BEGIN:VEVENT", *uid, "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
    return "\r\n".join([*whole, "END:VCALENDAR", ""]).encode()


CHECK_IN = "DTSTART:{0}\nDTEND:{1}\nSUMMARY:Check-in"
HERE = ";TZID=Europe/Berlin:"
WEEKLY = f"DTSTART{HERE}20261004T190000\nDTEND{HERE}20261004T200000\nRRULE:FREQ=WEEKLY\nSUMMARY:Check-in\nUID:weekly"
WITHOUT = f"{WEEKLY}\nEXDATE{HERE}20261011T190000"
MOVED = f"UID:weekly\nRECURRENCE-ID{HERE}20261018T190000\nDTSTART{HERE}20261019T203000\nDTEND{HERE}20261019T213000\nSUMMARY:Check-in"
OFF = f"UID:weekly\nRECURRENCE-ID{HERE}20261025T190000\nDTSTART{HERE}20261025T190000\nSUMMARY:Check-in\nSTATUS:CANCELLED"
CASES = [
    (
        "a person by the title that was declared",
        ["DTSTART:20260912T173000Z\nDTEND:20260912T211000Z\nSUMMARY:Date: Dana K."],
        ["2026-09-12 19:30 to 23:10  encounter by Ana with dana, as e0@example.org"],
    ),
    (
        "a person who was not declared",
        ["DTSTART:20260912T173000Z\nDTEND:20260912T173000Z\nSUMMARY:date: Kim from work"],
        ["2026-09-12 19:30  encounter by Ana with Kim-from-work, as e0@example.org"],
    ),
    (
        "the zone of the calendar is not ours",
        ["DTSTART;TZID=America/New_York:20261025T163000\nDTEND;TZID=America/New_York:20261025T173000\nSUMMARY:Check-in"],
        ["2026-10-25 21:30 to 22:30  check-in by Ana and Ben, as e0@example.org"],
    ),
    (
        "a time without a zone is local",
        ["DTSTART:20260912T193000\nDTEND:20260912T203000\nSUMMARY:Check-in"],
        ["2026-09-12 19:30 to 20:30  check-in by Ana and Ben, as e0@example.org"],
    ),
    (
        "across midnight, and across days",
        [
            "DTSTART:20260912T200000Z\nDTEND:20260912T230000Z\nSUMMARY:Date: Kim",
            "DTSTART:20260918T160000Z\nDTEND:20260920T100000Z\nSUMMARY:Date: Kim",
        ],
        [
            "2026-09-12 22:00 to 01:00  encounter by Ana with Kim, as e0@example.org",
            "2026-09-18 18:00 to 2026-09-20 12:00  encounter by Ana with Kim, as e1@example.org",
        ],
    ),
    (
        "an hour that comes twice",
        [
            "DTSTART:20261025T003000Z\nDTEND:20261025T004500Z\nSUMMARY:Check-in",
            "DTSTART:20261025T013000Z\nDTEND:20261025T014500Z\nSUMMARY:Check-in",
        ],
        [
            "2026-10-25 02:30 to 02:45  check-in by Ana and Ben, as e0@example.org",
            "2026-10-25 02:30+01:00 to 02:45  check-in by Ana and Ben, as e1@example.org",
        ],
    ),
    (
        "a name that nobody could read",
        ['UID:a b\u202e"c\u0430, as x\nDTSTART:20260912T173000Z\nDTEND:20260912T173000Z\nSUMMARY:Check-in'],
        ["2026-09-12 19:30  check-in by Ana and Ben, as a-b-c-as-x"],
    ),
    (
        "all day",
        ["DTSTART;VALUE=DATE:20260912\nDTEND;VALUE=DATE:20260913\nSUMMARY:lab results\nLOCATION:Clinic"],
        ["2026-09-12  test by Ben, as e0@example.org"],
    ),
    (
        "what comes again, across the clock change, up to now",
        [WITHOUT],
        [
            "2026-10-04 19:00 to 20:00  check-in by Ana and Ben, as weekly/20261004T170000Z",
            "2026-10-18 19:00 to 20:00  check-in by Ana and Ben, as weekly/20261018T170000Z",
            "2026-10-25 19:00 to 20:00  check-in by Ana and Ben, as weekly/20261025T180000Z",
        ],
    ),
    (
        "an instance that was moved, and one that was cancelled",
        [WITHOUT, MOVED, OFF],
        [
            "2026-10-04 19:00 to 20:00  check-in by Ana and Ben, as weekly/20261004T170000Z",
            "2026-10-19 20:30 to 21:30  check-in by Ana and Ben, as weekly/20261018T170000Z",
        ],
    ),
    ("what is still to come", ["DTSTART:20261101T173000Z\nSUMMARY:Check-in"], []),
    ("what was called off", ["DTSTART:20260912T173000Z\nSUMMARY:Check-in\nSTATUS:CANCELLED"], []),
    ("what a rule leaves out", ["DTSTART:20260912T173000Z\nSUMMARY:Planning\nCATEGORIES:Work,Home"], []),
    ("before the agreement", ["DTSTART:20260212T173000Z\nSUMMARY:Check-in"], []),
]


@pytest.fixture
def home(folder: Folder) -> Folder:  # noqa: F811
    folder.write("us.pact", PACT)
    folder.write("rules.txt", RULES)
    return folder


def taken(home: Folder, data: bytes) -> list[str]:
    home.write("shared.ics", data)
    answer = home.run("import", "shared.ics", "--map", "rules.txt", "--as-of", "2026-10-31", "--yes")
    assert (answer.code, answer.err) == (0, "")
    log = home.path / "us.pactlog"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.mark.parametrize(("events", "lines"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_becomes_of_an_event(home: Folder, monkeypatch: pytest.MonkeyPatch, events: list[str], lines: list[str]) -> None:
    monkeypatch.chdir(home.path)
    home.write("shared.ics", calendar(*events))
    found = import_files([], ImportWish("shared.ics", "rules.txt", as_of="2026-10-31"))
    assert [entry_to_text(entry) for entry in found.entries] == lines


def test_nothing_is_taken_twice(home: Folder) -> None:
    first = taken(home, calendar(WITHOUT, MOVED, OFF))
    assert len(first) == 2
    assert taken(home, calendar(WITHOUT, MOVED, OFF)) == first
    assert taken(home, calendar(WEEKLY)) == [*first, *[line for line in taken(home, calendar(WEEKLY)) if line not in first]]
    assert len(taken(home, calendar(WEEKLY))) == 4


def test_nothing_is_written_unseen(home: Folder) -> None:
    home.write("shared.ics", calendar("DTSTART:20260912T173000Z\nSUMMARY:Check-in", "DTSTART:20260913T173000Z\nSUMMARY:Dentist \x1b[31m"))
    answer = home.run("import", "shared.ics", "--map", "rules.txt", "--as-of", "2026-10-31")
    assert answer.code == 1
    assert "1 new entry for us.pactlog" in answer.out
    assert "1 not covered by any rule:\n  Dentist" in answer.out
    assert "\x1b" not in answer.out
    assert not (home.path / "us.pactlog").exists()


def test_what_somebody_wrote_by_hand_is_left_alone(home: Folder) -> None:
    own = "2026-09-12 19:30  check-in by Ben and Ana\n"
    home.write("us.pactlog", own)
    assert taken(home, calendar("DTSTART:20260912T173000Z\nSUMMARY:Check-in")) == own.splitlines()


def test_a_rule_that_makes_no_entry_is_told(home: Folder) -> None:
    home.write("rules.txt", 'title is "Check-in" -> chekin by Ana')
    home.write("shared.ics", calendar("DTSTART:20260912T173000Z\nSUMMARY:Check-in"))
    answer = home.run("import", "shared.ics", "--map", "rules.txt", "--as-of", "2026-10-31", "--yes")
    assert answer.code == 2
    assert "rules.txt:1: what this rule produces is not a valid entry" in answer.err
    assert "check-in" in answer.err
    assert not (home.path / "us.pactlog").exists()


def test_our_own_reminders_are_not_what_took_place(home: Folder) -> None:
    home.run("export", "--as-of", "2026-10-31")
    answer = home.run("import", "reminders.ics", "--map", "rules.txt")
    assert (answer.code, "not what took place" in answer.err) == (2, True)


OFTEN = ",".join(map(str, range(24))), ",".join(map(str, range(60)))
NEVER = "DTSTART:19000101T000000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:x"
HOSTILE = [
    (b"BEGIN:VCALENDAR\r\n" + b"X" * 50_000_000, "larger than 20 MB"),
    (b"hello", "it is not a calendar"),
    (b"\xff\xfe\x00", "it is UTF-16"),
    (calendar("DTSTART:20200912T173000Z\nRRULE:FREQ=DAILY;BYHOUR={};BYMINUTE={}".format(*OFTEN)), "events lie"),
]


@pytest.mark.parametrize(("data", "said"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_calendar_ends_in_words(data: bytes, said: str) -> None:
    with pytest.raises(CalendarError, match=said):
        read_calendar(data, FIRST, LAST)


def test_dates_that_never_come_cost_few_steps() -> None:
    read = read_calendar(calendar(*[NEVER] * 40), FIRST, LAST)
    assert (read.found, read.left, read.outside) == ([], [], 40)


def test_wrong_zones_and_broken_lines_do_not_hide_the_rest() -> None:
    data = calendar(
        "DTSTART;TZID=Mars/Olympus:20260912T173000\nSUMMARY:Check-in",
        "DTSTART:not a date\nSUMMARY:Check-in",
        "SUMMARY:no start",
        "DTSTART:20260913T173000Z\nSUMMARY:Check-in\nRRULE:FREQ=NEVER",
        "DTSTART:20260914T173000Z\nSUMM\n ARY:Check-\n in",
    )
    read = read_calendar(data, FIRST, LAST)
    assert [(one.uid, one.title) for one in read.found] == [("e4@example.org", "Check-in")]
    assert [told.line for told in read.left] == [4, 10, 16, 21]


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=30, deadline=None)
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    whole = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260912T173000Z\r\n" + data + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    with contextlib.suppress(CalendarError):
        read_calendar(whole, FIRST, LAST)


WRONG_RULES = [
    ("", "it contains no rule"),
    ("title is x", "what becomes what"),
    ("colour is red -> nothing", "starts with title, category"),
    ('title is "a" or title is "b" -> nothing', "joined with 'and'"),
    ('title is "a -> nothing', "starts with title, category"),
]


@pytest.mark.parametrize(("text", "said"), WRONG_RULES)
def test_a_rule_that_cannot_be_read(text: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        read_rules(text)


def test_the_first_rule_that_fits_holds() -> None:
    rules = read_rules('title contains "a" -> nothing\ntitle ends with " ab" and calendar is Us -> encounter by Ana with the rest')
    one = Occurrence("u", "Kim AB", calendar="us")
    assert [rule.said(one, str) for rule in rules] == ["nothing", "encounter by Ana with Kim"]
    assert rules[1].said(Occurrence("u", " ab", calendar="us"), str) is None

"""What stands in a calendar, and above all what does not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event
from icalendar.parser import Contentlines

from pactlang.calendars.export.event import TextError, lines_of, shown, written
from pactlang.calendars.export.export import ExportError
from pactlang.calendars.export.uid import uid
from pactlang.calendars.export.wish import Titles
from tests.calendar_export.exporting import CHECK_IN, ENCOUNTER, HEAD, TELL, TESTING, data, events
from tests.cli.running import IN_ASCII

ALL = (
    CHECK_IN
    + TELL
    + TESTING
    + "pause breather\n    anyone may pause encounters for at most 14 days\n"
    + "review\n    review by everyone every 6 weeks\n"
    + "promise ours\n    at least 2 date-nights per month\n"
)
LOG = ENCOUNTER + "2026-05-30 08:00  pause by Ana until 2026-06-08\n"
CALENDAR = ["VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"]
EVENT = ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "SUMMARY", "CLASS", "TRANSP"]


def content_lines(calendar: bytes) -> list[str]:
    return [str(line) for line in Contentlines.from_ical(calendar)]


def names(lines: list[str]) -> list[str]:
    return [re.split("[:;]", line)[0] for line in lines]


def test_only_what_is_meant_to_stand_there() -> None:
    lines = content_lines(data(ALL, log=LOG))
    assert names(lines[: lines.index("BEGIN:VTIMEZONE")])[1:] == CALENDAR
    assert {line for line in lines if line.startswith("BEGIN:")} == {
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "BEGIN:STANDARD",
        "BEGIN:DAYLIGHT",
        "BEGIN:VEVENT",
        "BEGIN:VALARM",
    }
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert "X-PUBLISHED-TTL:PT12H" in lines
    for event in events(data(ALL, log=LOG)):
        found = set(event.keys()) - {"RRULE", "EXDATE"}
        assert found == set(EVENT)
        assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
        assert len(event.walk("VALARM")) == 1
        alarm = event.walk("VALARM")[0]
        assert set(alarm.keys()) == {"ACTION", "DESCRIPTION", "TRIGGER"}
        assert alarm["DESCRIPTION"] == event["SUMMARY"]
        assert re.fullmatch(r"-P(\d+D)?(T(\d+H)?(\d+M)?)?", alarm["TRIGGER"].to_ical().decode())


def test_neutral_means_that_nobody_learns_anything() -> None:
    calendar = data(ALL, log=LOG).decode().replace("\r\n ", "")
    said = re.findall(r"^(?:SUMMARY|DESCRIPTION|NAME|X-WR-CALNAME|PRODID):(.*)\r$", calendar, re.MULTILINE)
    assert set(said) == {"Check-in", "Appointment to book", "Reminder", "Reminders", "-//Calendar//Reminders 1//EN"}
    for word in ("Ana", "Ben", "dana", "tell", "encounter", "pause", "review", "disclosure", "pact", "ours", "date-night"):
        assert word not in calendar.replace("DISPLAY", "")


def test_names_of_items_say_nothing() -> None:
    found = [str(event["UID"]) for event in events(data(ALL, log=LOG))]
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in found)
    assert len({uid("t", (), ("ab", "c")), uid("t", (), ("a", "bc")), uid("ta", (), ("b", "c")), uid("", ("t",), ("a", "bc"))}) == 3
    # Whoever joins or goes, the agreement stays what it is called.
    assert uid("t", ("Ana", "Ben"), ("c",)) == uid("t", ("Ana", "Ben", "Cleo"), ("c",))


def test_full_titles_are_in_the_words_of_the_agreement() -> None:
    calendar = data(ALL, log=LOG, titles=Titles.FULL)
    titles = [str(event["SUMMARY"]) for event in events(calendar)]
    assert "check-in: check-in by everyone every week on Sunday at 19:00 for 1 hour" in titles
    assert "tell: after each encounter by Ana, disclosure by Ana to Ben within 24 hours (Ana)" in titles
    assert b"\r\nNAME:Ana and Ben\r\nX-WR-CALNAME:Ana and Ben\r\n" in calendar


def test_a_private_sentence_stays_neutral() -> None:
    private = TELL + "    private\n"
    assert [str(event["SUMMARY"]) for event in events(data(private, log=ENCOUNTER, titles=Titles.FULL))] == ["Reminder"]


ALARMS = [
    (CHECK_IN, "", "-PT15M"),
    (CHECK_IN + "    remind 2 hours before\n", "", "-PT2H"),
    (CHECK_IN + "    remind 1 day before\n", "", "-P1D"),
    (TESTING, "2026-05-10  test by Ana and Ben\n", "-PT15H"),
    (TESTING + "    remind 1 week before\n", "2026-05-10  test by Ana and Ben\n", "-P6DT15H"),
    (TESTING + "    remind 1 day before\n", "2026-05-10  test by Ana and Ben\n", "-PT15H"),
    (TELL, ENCOUNTER, "-PT12H"),
    (TELL + "    remind 3 hours before\n", ENCOUNTER, "-PT3H"),
    (TELL.replace("24 hours", "48 hours"), ENCOUNTER, "-PT12H"),
    (TELL.replace("24 hours", "14 hours"), ENCOUNTER, "-PT7H"),
    (TELL.replace("24 hours", "2 days"), ENCOUNTER, "-PT15H"),
    (TELL.replace("within 24 hours", "by 09:10 the next day"), ENCOUNTER.replace("19:30 to 23:10", "23:10"), "-PT5H"),
    ("promise call\n    aftercare by everyone every 6 hours\n", "2026-06-01 07:00  aftercare by Ana and Ben\n", "-PT3H"),
]


@pytest.mark.parametrize(("clause", "log", "trigger"), ALARMS)
def test_alarms(clause: str, log: str, trigger: str) -> None:
    found = events(data(clause, log=log, as_of="2026-06-01T08:00"))
    assert {event.walk("VALARM")[0]["TRIGGER"].to_ical().decode() for event in found} == {trigger}


LENGTHS = [
    ("at 19:00 for 1 hour", "DTSTART;TZID=Europe/Berlin:20260308T190000", "DTEND;TZID=Europe/Berlin:20260308T200000"),
    ("at 19:00", "DTSTART;TZID=Europe/Berlin:20260308T190000", "DTEND;TZID=Europe/Berlin:20260308T193000"),
    ("at 23:45", "DTSTART;TZID=Europe/Berlin:20260308T234500", "DTEND;TZID=Europe/Berlin:20260309T001500"),
    ("", "DTSTART;VALUE=DATE:20260308", "DTEND;VALUE=DATE:20260309"),
]


@pytest.mark.parametrize(("words", "start", "end"), LENGTHS)
def test_lengths(words: str, start: str, end: str) -> None:
    lines = content_lines(data(f"check-in\n    check-in by everyone every week on Sunday {words}\n"))
    assert start in lines
    assert end in lines
    until = "20270627" if not words else "20270627T"
    assert any(line.startswith(f"RRULE:FREQ=WEEKLY;UNTIL={until}") and line.endswith(";BYDAY=SU") for line in lines)


def test_utc_needs_no_zone() -> None:
    calendar = data(CHECK_IN, zone="UTC")
    assert b"VTIMEZONE" not in calendar
    assert b"DTSTART:20260308T190000Z" in calendar


def test_a_time_inside_a_clock_change_is_refused_with_its_place() -> None:
    for words in ("02:30", "02:00"):
        with pytest.raises(ExportError, match=r"us\.pact:9: on 2026-(03-29|10-25) the clocks"):
            data(CHECK_IN.replace("19:00", words))
    data(CHECK_IN.replace("19:00", "03:00"))


def test_ten_kilobytes_of_every_script() -> None:
    title = "🌙 " + "שבת " * 10 + "مساء " * 10 + "半年" * 1200 + "👩‍👩‍👧, a; b"
    clause = CHECK_IN.replace("check-in\n", f'check-in "{title}"\n', 1)
    calendar = data(clause, titles=Titles.FULL)
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    assert b"\n" not in calendar.replace(b"\r\n", b"")
    for line in calendar.split(b"\r\n"):
        line.decode()
    assert str(events(calendar)[0]["SUMMARY"]).startswith(title)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_or_is_refused(words: str) -> None:
    event = Event()
    try:
        event.add("SUMMARY", shown(words))
    except TextError:
        assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", words)
        return
    raw = written(lines_of(event))
    assert all(len(piece.encode()) <= 75 for piece in raw.split("\r\n"))
    assert str(Event.from_ical(raw)["SUMMARY"]) == words.replace("\r\n", "\n").replace("\t", " ")


@pytest.mark.parametrize("wrong", [{"horizon": "soon"}, {"horizon": "0d"}, {"horizon": "99y"}, {"prune_before": "May"}])
def test_a_wrong_call_is_told(wrong: dict[str, str]) -> None:
    with pytest.raises(ExportError, match="--"):
        data(CHECK_IN, **wrong)


def test_the_horizon_ends_a_series() -> None:
    assert b"UNTIL=20260630T" not in data(CHECK_IN, horizon="1m")
    assert b"UNTIL=20260726T170000Z" in data(CHECK_IN, horizon="1m")
    assert b"UNTIL=20260614T170000Z" in data(CHECK_IN, horizon="2w")


@IN_ASCII
def test_the_machine_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(HEAD.format(zone="Europe/Berlin") + ALL, encoding="utf-8")
    (tmp_path / "us.pactlog").write_text(LOG, encoding="utf-8")
    call = [sys.executable, "-m", "pactlang", "export", "us.pact", "-o", "-", "--as-of", "2026-06-01T12:00+02:00"]
    found = set()
    for zone, seed, locale in (("Asia/Tokyo", "1", "C"), ("America/Lima", "2", "de_DE.UTF-8")):
        settings_ = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONTZPATH": ""}
        found.add(subprocess.run(call, cwd=tmp_path, env=settings_, capture_output=True, check=True, timeout=60).stdout)
    assert found == {data(ALL, log=LOG)}


def test_what_is_yet_to_begin_has_all_its_reminders() -> None:
    """On the evening before, in the weeks before, and on the first day: the same dates."""
    text = CHECK_IN + TESTING + "review\n    review by everyone every 6 weeks\npromise talk\n    talk by everyone every 7 days\n"
    first, before, long_before = (
        {(str(event["SUMMARY"]), event["DTSTART"].to_ical()) for event in events(data(text, as_of=moment))}
        for moment in ("2026-03-02T00:00", "2026-03-01T20:00", "2026-02-01T20:00")
    )
    assert first == before == long_before
    assert len(first) >= 4

"""What a second export does to the calendar of the first: nothing comes twice, and what did not change stays byte for byte."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.calendars.export.export import ExportError
from pactlang.calendars.export.wish import Titles
from tests.calendar_export.exporting import CHECK_IN, ENCOUNTER, TELL, TESTING, data, events, exported, summary

PAUSABLE = "pause breather\n    anyone may pause check-ins for at most 14 days\n" + CHECK_IN


def uids(calendar: bytes) -> list[str]:
    return [str(event["UID"]) for event in events(calendar)]


def test_the_same_again_is_the_same_bytes() -> None:
    first = data(CHECK_IN + TESTING + TELL, log=ENCOUNTER)
    assert data(CHECK_IN + TESTING + TELL, log=ENCOUNTER) == first
    assert data(CHECK_IN + TESTING + TELL, log=ENCOUNTER, old=first) == first


def test_the_next_day_is_the_same_bytes() -> None:
    first = data(CHECK_IN + TESTING)
    assert data(CHECK_IN + TESTING, old=first, as_of="2026-06-02T12:00") == first
    assert data(CHECK_IN + TESTING, as_of="2026-06-02T12:00") == first


def test_a_new_test_moves_the_date() -> None:
    log = "2026-05-10  test by Ana\n2026-05-11  test by Ben\n"
    first = data(TESTING, log=log)
    second = data(TESTING, log=log + "2026-05-30  test by Ana\n", old=first)
    assert summary(first) == ["Appointment to book 20260808 CONFIRMED 0 -PT15H", "Appointment to book 20260809 CONFIRMED 0 -PT15H"]
    assert summary(second) == ["Appointment to book 20260809 CONFIRMED 0 -PT15H", "Appointment to book 20260828 CONFIRMED 1 -PT15H"]
    assert sorted(uids(first)) == sorted(uids(second))
    unchanged = re.findall(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", first, re.DOTALL)[1]
    assert unchanged in second


def test_what_was_done_is_cancelled_without_an_alarm() -> None:
    first = data(TELL, log=ENCOUNTER)
    done = ENCOUNTER + "2026-06-01 09:00  disclosure by Ana to Ben about e1\n"
    second = data(TELL, log=done, old=first)
    assert summary(first) == ["Reminder 20260601T211000Z CONFIRMED 0 -PT12H"]
    assert summary(second) == ["Reminder 20260601T211000Z CANCELLED 1"]
    assert uids(first) == uids(second)
    assert events(second)[0]["LAST-MODIFIED"].to_ical() == b"20260601T070000Z"
    assert data(TELL, log=done, old=second) == second


def test_what_was_cancelled_goes_when_it_is_asked_for() -> None:
    first = data(TELL + TESTING, log=ENCOUNTER)
    done = ENCOUNTER + "2026-06-01 09:00  disclosure by Ana to Ben about e1\n"
    second = data(TELL + TESTING, log=done, old=first)
    assert len(events(data(TELL + TESTING, log=done, old=second, prune_before="2026-06-01"))) == 3
    assert len(events(data(TELL + TESTING, log=done, old=second, prune_before="2026-06-02"))) == 2


def test_what_comes_back_is_live_again() -> None:
    first = data(TELL, log=ENCOUNTER)
    gone = data(TELL, old=first)
    back = data(TELL, log=ENCOUNTER, old=gone)
    assert summary(back) == ["Reminder 20260601T211000Z CONFIRMED 2 -PT12H"]


def test_a_pause_leaves_out_dates_and_keeps_the_series() -> None:
    first = data(PAUSABLE)
    second = data(PAUSABLE, log="2026-05-30 08:00  pause by Ana until 2026-06-08\n", old=first)
    series = events(second)[0]
    assert str(series["UID"]) == uids(first)[0]
    assert series["SEQUENCE"] == 1
    assert [one.to_ical() for one in series["EXDATE"]] == [b"20260531T190000", b"20260607T190000"]
    assert second.count(b"\r\nEXDATE;TZID=Europe/Berlin:") == 2
    assert series["LAST-MODIFIED"].to_ical() == b"20260530T060000Z"


def test_a_renegotiation_moves_the_series() -> None:
    first = data(CHECK_IN)
    second = data(CHECK_IN.replace("19:00", "20:00"), old=first)
    assert uids(first) == uids(second)
    assert [one.split()[1:4] for one in summary(second)] == [["20260308T200000", "CONFIRMED", "1"]]


def test_a_clause_that_goes_is_cancelled() -> None:
    first = data(CHECK_IN + TESTING)
    second = data(TESTING, old=first)
    assert summary(second)[0] == "Check-in 20260308T190000 CANCELLED 1"
    assert summary(second)[1:] == summary(data(TESTING))
    assert second.count(b"BEGIN:VTIMEZONE") == 1


def test_a_clause_with_another_name_keeps_its_events() -> None:
    first = data(CHECK_IN + TESTING)
    renamed = CHECK_IN.replace("check-in\n", "check-in sundays\n", 1) + TESTING.replace("testing\n", "testing health\n", 1)
    second = data(renamed, old=first)
    assert second == first
    assert data(renamed, old=second) == second


def test_only_and_for() -> None:
    text = CHECK_IN + TESTING
    assert len(events(data(text))) == 3
    assert len(events(data(text, only=("testing",)))) == 2
    assert len(events(data(text, party="Ana"))) == 2
    with pytest.raises(ExportError, match="Cleo is not a party"):
        data(text, party="Cleo")


def test_caps_are_asked_for() -> None:
    text = "cap evenings\n    at most 1 encounter in any 14 days\n"
    assert events(data(text, log=ENCOUNTER)) == []
    assert summary(data(text, log=ENCOUNTER, caps=True)) == ["Reminder 20260614 CONFIRMED 0 -PT15H"]


@pytest.mark.parametrize(
    "old", [b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n", b"\xff\xfe", b"hello", b"BEGIN:VEVENT\r\n"]
)
def test_a_calendar_of_somebody_else_is_left_alone(old: bytes) -> None:
    with pytest.raises(ExportError, match="was not written by this command"):
        data(CHECK_IN, old=old)


def test_a_file_that_an_editor_changed_is_still_ours() -> None:
    first = data(CHECK_IN)
    assert data(CHECK_IN, old=first.replace(b"\r\n", b"\n")) == first


def test_what_somebody_put_into_ours_is_not_carried_on() -> None:
    first = data(TELL, log=ENCOUNTER)
    hostile = first.replace(b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\r\nATTACH:https://example.org/x\r\n")
    assert b"ATTACH" not in data(TELL, log=ENCOUNTER, old=hostile)
    assert b"ATTACH" not in data(TELL, old=hostile)


DAMAGED = [
    (b"SEQUENCE:0", b"SEQUENCE:many"),
    (b"SEQUENCE:0\r\n", b""),
    (b"DTSTART:2026", b"DTSTART:99992026"),
    (b"UID:", b"UID:x"),
    (b"LAST-MODIFIED:2", b"LAST-MODIFIED:soon"),
    (b"SUMMARY:Reminder", b"SUMMARY:Re\x1b[31mminder"),
    (b"END:VEVENT", b"END:EVENT"),
]


@pytest.mark.parametrize(("before", "after"), DAMAGED)
def test_a_damaged_file_is_left_alone(before: bytes, after: bytes) -> None:
    damaged = data(TELL, log=ENCOUNTER).replace(before, after)
    with pytest.raises(ExportError, match="was not written by this command"):
        data(TELL, old=damaged)


def test_a_date_that_does_not_exist_is_no_reason_to_stop() -> None:
    odd = data(CHECK_IN).replace(b"DTSTART;TZID=Europe/Berlin:20260308", b"DTSTART;TZID=Europe/Berlin:20260231")
    assert len(events(data(TESTING, old=odd))) == 3


def test_full_titles_do_not_outlive_their_wish() -> None:
    full = data(TELL, log=ENCOUNTER, titles=Titles.FULL)
    assert b"disclosure by Ana" in full.replace(b"\r\n ", b"")
    gone = data(TELL, old=full)
    assert b"disclosure" not in gone.replace(b"\r\n ", b"")
    assert b"CANCELLED" in gone


def test_counts() -> None:
    first = exported(CHECK_IN + TELL, log=ENCOUNTER).updated
    second = exported(CHECK_IN + TESTING, old=first.data).updated
    assert (first.new, first.live) == (2, 2)
    assert (second.new, second.changed, second.same, second.withdrawn) == (2, 0, 1, 1)


CLAUSES = [CHECK_IN, CHECK_IN.replace("19:00", "18:30"), TESTING, TELL, PAUSABLE, "review\n    review by everyone every 6 weeks\n"]
LOGS = ["", ENCOUNTER, "2026-05-10  test by Ana\n", "2026-05-30 08:00  pause by Ana until 2026-06-08\n"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CLAUSES), st.sampled_from(LOGS)), min_size=1, max_size=5))
def test_whatever_happens_nothing_comes_twice(steps: list[tuple[str, str]]) -> None:
    old = b""
    numbers: dict[str, int] = {}
    for text, log in steps:
        new = data(text, log=log, old=old)
        live = [event for event in events(new) if event["STATUS"] == "CONFIRMED"]
        fresh = list(events(data(text, log=log)))
        assert sorted(one["DTSTART"].to_ical() for one in live) == sorted(one["DTSTART"].to_ical() for one in fresh)
        assert len(set(uids(new))) == len(uids(new))
        for event in events(new):
            assert event["SEQUENCE"] >= numbers.get(str(event["UID"]), 0)
            numbers[str(event["UID"])] = event["SEQUENCE"]
        assert data(text, log=log, old=new) == new
        old = new


def test_a_rule_whose_parts_stand_in_the_order_of_an_earlier_version_stays_as_it_is() -> None:
    now = data(CHECK_IN)
    before = re.sub(rb"RRULE:FREQ=WEEKLY;(UNTIL=\w+);BYDAY=SU", rb"RRULE:FREQ=WEEKLY;BYDAY=SU;\1", now)
    assert before != now
    assert data(CHECK_IN, old=before) == before


def test_a_line_that_somebody_added_is_not_carried_on() -> None:
    now = data(CHECK_IN)
    changed = data(CHECK_IN, old=now.replace(b"CLASS:PRIVATE", b"CLASS:PRIVATE\r\nLOCATION:home", 1))
    assert b"LOCATION" not in changed
    assert changed.replace(b"SEQUENCE:1", b"SEQUENCE:0") == now

"""Nothing lost, nothing twice: whatever stands in a calendar, and however it changes."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pactlang.calendars.files import ImportWish, import_files
from pactlang.calendars.reading.read import read_calendar
from pactlang.calendars.reading.recurrence import Steps, dates, read_recurrence
from pactlang.day.append import add
from tests.other_files.cases import PACT

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
TIMES = st.sampled_from(
    [
        *("20260105T190000", "20260112T190000Z", "20260330T233000Z", "20251231T230000", "20180105T190000", "20290105T190000", "20260229"),
        *("20260105", "", "x", "20260105T9", "2026-01-05T10:00:00Z"),
    ]
)
ZONES = st.sampled_from(["", "", ";TZID=Europe/Berlin", ";TZID=Nowhere/Land", ";VALUE=DATE", ";TZID=Pacific/Apia", ";RANGE=THISANDFUTURE"])
RULES = st.sampled_from(
    [
        *("", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=4", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=YEARLY", "FREQ=HOURLY", "FREQ=WEEKLY;UNTIL=20260120"),
        *("FREQ=WEEKLY;UNTIL=20100101T000000Z", "FREQ=NEVER", "FREQ=DAILY;UNTIL=x", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    ]
)


@st.composite
def items(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["VEVENT", "VEVENT", "VEVENT", "VTODO"]))
    lines = [f"UID:{draw(st.sampled_from(['a', 'b', 'c', '']))}"]
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "COMPLETED"):
        if draw(st.sampled_from([name == "DTSTART", name == "DTSTART", False, True])):
            lines.append(f"{name}{draw(ZONES)}:{draw(TIMES)}")
    lines.append(f"RRULE:{draw(RULES)}" if draw(st.booleans()) else "SUMMARY:x")
    lines.append(
        draw(st.sampled_from(["", "STATUS:CANCELLED", "STATUS:COMPLETED", "SEQUENCE:1", "DURATION:-P1D", "BEGIN:VALARM", "END:VALARM"]))
    )
    end = draw(st.sampled_from([f"END:{kind}\n"] * 9 + [""]))
    return f"BEGIN:{kind}\n" + "".join(f"{line}\n" for line in lines if line) + end


@settings(max_examples=150, deadline=None)
@given(st.lists(items(), max_size=6), st.sampled_from(["", "METHOD:CANCEL\n", "X-WR-TIMEZONE:America/New_York\n"]))
def test_what_a_file_holds_is_found_or_left_out_or_lies_elsewhere(parts: list[str], head: str) -> None:
    text = f"BEGIN:VCALENDAR\n{head}{''.join(parts)}BEGIN:VEVENT\nUID:z\nDTSTART:20260105T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    read = read_calendar(text.encode(), FIRST.toordinal(), LAST.toordinal())
    begins = {number for number, line in enumerate(text.splitlines(), 1) if re.fullmatch("BEGIN:(VEVENT|VTODO)", line)}
    told = {one.line for one in read.found} | {one.line for one in read.left}
    assert told <= begins
    assert len(told) + read.outside == len(begins)
    assert all(one.reason for one in read.left)


COMES = [
    *("FREQ=DAILY;INTERVAL=3", "FREQ=DAILY;BYMONTH=1,7", "FREQ=DAILY;BYDAY=SA,SU;BYMONTHDAY=1,-1", "FREQ=DAILY;COUNT=50;BYDAY=MO"),
    *("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
    *("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", "FREQ=WEEKLY;BYMONTH=3;COUNT=9", "FREQ=WEEKLY;INTERVAL=5;BYDAY=SU,MO;WKST=SU;COUNT=11"),
    *(
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=5",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-1,1",
        "FREQ=MONTHLY;BYDAY=-1FR,1MO",
    ),
    *("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2", "FREQ=MONTHLY;BYDAY=5SU;BYMONTH=3,8,11"),
    *("FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYDAY=-2SU;BYMONTH=10"),
    *("FREQ=YEARLY;BYYEARDAY=1,100,-1", "FREQ=YEARLY;BYWEEKNO=1,20,53;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=WE;WKST=SU"),
    *("FREQ=YEARLY;BYMONTH=1;BYDAY=TU,TH;BYSETPOS=-1", "FREQ=YEARLY;BYDAY=SU", "FREQ=YEARLY;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=6,9"),
]


@pytest.mark.parametrize("rule", COMES)
def test_rules_come_on_the_dates_that_the_common_library_finds(rule: str) -> None:
    for start in (date(2016, 2, 29), date(2023, 12, 31), date(2024, 5, 13)):
        begin, after = start.toordinal(), date(2030, 1, 1).toordinal()
        until = "" if "COUNT" in rule else ";UNTIL=20291231T000000"
        library = [one.toordinal() for one in rrulestr(rule + until, dtstart=datetime(start.year, start.month, start.day))]  # noqa: DTZ001
        library = [day for day in library if day < after]
        for first in (begin, date(2025, 6, 1).toordinal()):
            ours = [day for day, _ in dates(read_recurrence(rule), begin, 0, first, after - 1, Steps())]
            assert [day for day in ours if day >= first] == [day for day in library if day >= first]


@st.composite
def things(draw: st.DrawFn) -> str:
    """One thing in a calendar, called `x` or by Google's name for what goes on from it."""
    start = date(2026, 1, 5) + timedelta(days=draw(st.integers(0, 20)))
    clock = f"T{draw(st.sampled_from([9, 11, 12, 20])):02}0000"
    rule = draw(
        st.sampled_from(["", "", "RRULE:FREQ=WEEKLY;COUNT=3\n", "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=4\n", "RRULE:FREQ=WEEKLY;COUNT=2\n"])
    )
    off = f"EXDATE;TZID=Europe/Berlin:{start + timedelta(days=7):%Y%m%d}{clock}\n" if rule and draw(st.booleans()) else ""
    name = "x@example.org"
    lines = f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%d}{clock}\nSUMMARY:A\n{rule}{off}"
    if rule and draw(st.booleans()):
        later = start + timedelta(days=7)
        lines += f"END:VEVENT\nBEGIN:VEVENT\nUID:{name}\nRECURRENCE-ID;TZID=Europe/Berlin:{later:%Y%m%d}{clock}\n"
        lines += f"DTSTART;TZID=Europe/Berlin:{later + timedelta(days=2):%Y%m%d}T150000\nSUMMARY:A\n"
    elif draw(st.booleans()):
        name = "x_R20260105T100000@example.org"
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{name}\n{lines}END:VEVENT\nEND:VCALENDAR\n"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(things(), things())
def test_nothing_is_entered_twice_however_a_calendar_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    monkeypatch.chdir(tmp_path)
    log = Path("us.pactlog")
    log.unlink(missing_ok=True)
    Path("us.pact").write_text(PACT, encoding="utf-8")
    Path("rules.txt").write_text('title is "A" -> meeting by Ana', encoding="utf-8")
    wish = ImportWish("shared.ics", "rules.txt", "2013-01-01", "2026-12-31")
    Path("shared.ics").write_text(before, encoding="utf-8")
    first = import_files([], wish)
    add(log, *first.entries)
    Path("shared.ics").write_text(after, encoding="utf-8")
    second = import_files([], wish)
    compared = second.compared
    assert len(compared.new) + compared.known + len(compared.changed) + len(compared.twice) == len(second.taken.candidates)
    if second.entries:  # nothing is new while an entry waits whose time is not there any more, unless that was called off
        off = {f"{uid}/{place}" for uid, place in second.read.off}
        assert all(entry.id in off for entry in compared.gone)
        add(log, *second.entries)
    third = import_files([], wish)
    assert not third.entries
    assert len(third.compared.changed) == len(compared.changed)

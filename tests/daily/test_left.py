"""What `pact status` says is left of each cap, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from pactlang.day.status import Today, today_of
from pactlang.day.status_text import status_text
from pactlang.inputs import load_text, moment_of, read_logs, zone_of_all

HEADING = """pact "Ana and Ben"
    between Ana and Ben
    in force from {first}
    signed by Ana on {first}
    signed by Ben on {first}
    time zone Europe/Berlin
use relationships
event expense
    amount in EUR
state at-risk
    starts with conflict
    ends with test
"""


def today(texts: Sequence[tuple[str, str]], log: str, as_of: str) -> Today:
    agreements = [load_text(HEADING.format(first=first) + sentences) for first, sentences in texts]
    entries, faults = read_logs([Path("us.pactlog")], agreements, lambda _: log.encode())
    assert not faults
    zone = zone_of_all(agreements)
    return today_of(agreements, entries, moment_of(as_of, zone), zone)


def left(texts: Sequence[tuple[str, str]] | str, log: str, as_of: str) -> list[str]:
    """The lines under "Left"."""
    found = status_text(today([("2026-01-01", texts)] if isinstance(texts, str) else texts, log, as_of)).splitlines()
    if "Left" not in found:
        return []
    lines = found[found.index("Left") + 1 :]
    return [" ".join(line.split()) for line in lines[: lines.index("") if "" in lines else None]]


THREE = "".join(f"2026-03-{day} 20:00  {what} by Ana with dana\n" for day in ("05", "10", "16") for what in ("encounter", "meeting"))


def test_after_a_changed_number_what_happened_before_counts() -> None:
    # 5, 10 and 16 March: three of the new three. The roll: 5 March leaves the 30 days on 4 April.
    old = "cap evenings\n    at most 4 encounters per month by Ana\ncap roll\n    at most 4 meetings in any 30 days\n"
    assert left([("2026-01-01", old), ("2026-03-15", old.replace("4 ", "3 "))], THREE, "2026-03-17T12:00") == [
        "evenings Ana 0 of 3, again from 1 April",
        "roll 0 of 3, again from 4 April",
    ]


def test_a_cap_that_was_not_used_since_the_new_version_is_not_full_again() -> None:
    # All three lie before the second version.
    cap = "cap evenings\n    at most 4 encounters per month by Ana\n"
    assert left([("2026-01-01", cap), ("2026-03-20", cap)], THREE, "2026-03-21T12:00") == ["evenings Ana 1 of 4 (until 31 March)"]


def test_each_person_is_named() -> None:
    cap = "cap k\n    at most 1 encounter with each person per month\n"
    log = "2026-03-05 20:00  encounter by Ana with dana and kim\n"
    assert left(cap, log, "2026-03-17T12:00") == [
        "k with dana 0 of 1, again from 1 April; with kim 0 of 1, again from 1 April; with anyone else 1 of 1 (until 31 March)"
    ]
    assert left(cap, "", "2026-03-17T12:00") == ["k with each person 1 of 1 (until 31 March)"]


ENDED = "cap c\n    at most 2 encounters per month\n    only until 2026-03-10\n"
LATER = "cap c\n    at most 2 encounters per month\n    only from 2026-03-18\n"
EXCEPT = "cap c\n    at most 2 encounters per month\n    except from 2026-03-20 until 2026-03-22\n"
RISK = "cap c\n    at most 2 encounters per month\n    only while at-risk\n"
SELECTED = "cap c\n    at most 2 encounters while at-risk per month\n"
SAFE = "cap c\n    at most 2 encounters per month\n    except while at-risk\n"


@pytest.mark.parametrize(
    ("sentences", "log", "as_of", "lines"),
    [
        (ENDED, "", "2026-03-10T23:59", ["c 2 of 2 (until 10 March)"]),
        (ENDED, "", "2026-03-11T00:00", []),
        (LATER, "", "2026-03-17T23:59", []),
        (LATER, "", "2026-03-18T00:00", ["c 2 of 2 (until 31 March)"]),
        (EXCEPT, "", "2026-03-17T12:00", ["c 2 of 2 (until 19 March)"]),
        (EXCEPT, "", "2026-03-21T12:00", []),
        (RISK, "", "2026-03-17T12:00", []),
        (RISK, "2026-03-16 20:00  conflict by Ana\n", "2026-03-17T12:00", ["c 2 of 2 (until 31 March)"]),
        (RISK, "2026-03-16 20:00  conflict by Ana\n2026-03-17 11:00  test by Ana\n", "2026-03-17T12:00", []),
        (SELECTED, "", "2026-03-17T12:00", []),
        (SELECTED, "2026-03-16 20:00  conflict by Ana\n", "2026-03-17T12:00", ["c 2 of 2 (until 31 March)"]),
        (SAFE, "2026-03-16 20:00  conflict by Ana\n", "2026-03-17T12:00", []),
        (SAFE, "", "2026-03-17T12:00", ["c 2 of 2 (until 31 March)"]),
    ],
)
def test_what_has_ended_is_left_out(sentences: str, log: str, as_of: str, lines: list[str]) -> None:
    assert left(sentences, log, as_of) == lines


def test_amounts_and_hours() -> None:
    cap = "cap money\n    at most 100 EUR of expense per month\ncap hours\n    at most 3 hours of encounters per week\n"
    # 40.50 of 100 EUR, so 59.50; Tuesday 17 March: 90 of 180 minutes in the week from 16 March.
    log = "2026-03-16  expense by Ana, amount 40.50 EUR\n2026-03-16 20:00 to 21:30  encounter by Ana with dana\n"
    assert left(cap, log, "2026-03-17T12:00") == ["money 59.5 of 100 EUR (until 31 March)", "hours 1 h 30 min of 3 h (until 22 March)"]


def test_any_48_hours_end_at_an_instant() -> None:
    cap = "cap c\n    at most 1 encounter in any 48 hours\n"
    log = "2026-03-16 20:00  encounter by Ana with dana\n"
    assert left(cap, log, "2026-03-18T19:59") == ["c 0 of 1, again from Wednesday 18 March, 20:00"]
    assert left(cap, log, "2026-03-18T20:00") == ["c 1 of 1"]


def test_of_a_rolling_window_it_says_when_there_is_more() -> None:
    cap = "cap c\n    at most 3 encounters in any 7 days\n"
    assert left(cap, "2026-03-12 20:00  encounter by Ana with dana\n", "2026-03-17T12:00") == ["c 2 of 3, more from 19 March"]


def test_what_a_missing_time_leaves_open_is_said_as_such() -> None:
    # On the 17th without a time: it may still come, so that 48 hours hold one or none of it at noon.
    cap = "cap c\n    at most 2 encounters in any 48 hours\n"
    assert left(cap, "2026-03-17  encounter by Ana with dana\n", "2026-03-17T12:00") == [
        "c 1 to 2 of 2, more from Thursday 19 March, 23:59:59"
    ]


def test_a_cap_of_none_never_has_room_again() -> None:
    cap = "cap c\n    at most 0 encounters with each person in any 14 days\n"
    log = "2026-03-16 20:00 to 22:00  encounter by Ana with dana\n"
    assert left(cap, log, "2026-03-17T12:00") == ["c with dana 0 of 0; with anyone else 0 of 0"]


def test_warn_at_is_heard() -> None:
    cap = "cap c\n    at most 4 encounters per month by each party\n    warn at 3\n"
    log = "".join(f"2026-03-0{day} 20:00  encounter by Ana with dana\n" for day in (1, 2))
    assert left(cap, log, "2026-03-17T12:00") == ["c Ana 2 of 4; Ben 4 of 4 (until 31 March)"]
    log += "2026-03-05 20:00  encounter by Ana with dana\n"
    found = status_text(today([("2026-01-01", cap)], log, "2026-03-17T12:00"))
    assert found.endswith("Close to a limit\n  c  Ana: 3 of 4 encounters used (until 31 March)\n")


SUNDAYS = """cap talks
    at most 1 call by each party on Sunday per day
cap screens
    at most 2 hours of meetings not on Sunday per day
cap school
    at most 1 message per day
    only on weekdays
cap rest
    at most 1 request per day
    except on Monday
cap week
    at most 2 encounters on weekends per week
"""


def test_a_limit_of_each_day_is_not_left_on_days_that_it_does_not_name() -> None:
    # 1 March 2026 is a Sunday. What is counted by the week may still come on Saturday.
    assert left(SUNDAYS, "", "2026-03-01T12:00") == [
        "talks Ana 1 of 1; Ben 1 of 1 (until 1 March)",
        "rest 1 of 1 (until 1 March)",
        "week 2 of 2 (until 1 March)",
    ]
    assert left(SUNDAYS, "", "2026-03-02T12:00") == [
        "screens 2 h of 2 h (until 2 March)",
        "school 1 of 1 (until 2 March)",
        "week 2 of 2 (until 8 March)",
    ]
    # A meeting of Saturday night goes on into Sunday, and its hours count there.
    over = left(SUNDAYS, "2026-02-28 23:00 to 2026-03-01 00:30  meeting by Ana\n", "2026-03-01T12:00")
    assert "screens 1 h 30 min of 2 h (until 1 March)" in over

"""An entry as people say it, as the line that the log holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.day.otherwise import said_otherwise
from pactlang.day.short import Now, full_line
from pactlang.log.read import read_log

WEDNESDAY = Now(date(2026, 9, 16).toordinal(), 43_200)

# what was said, ahead, the line
SAID = [
    ("check-in by Ana and Ben", False, "2026-09-16 12:00  check-in by Ana and Ben"),
    ("today check-in by Ana", False, "2026-09-16  check-in by Ana"),
    ("check-in by Ana tomorrow 9:05", True, "2026-09-17 09:05  check-in by Ana"),
    ("wednesday 20:00 test by Ana", False, "2026-09-16 20:00  test by Ana"),
    ("wednesday 20:00 test by Ana", True, "2026-09-16 20:00  test by Ana"),
    ("test by Ana on Thursday", False, "2026-09-10  test by Ana"),
    ("test by Ana on Thursday", True, "2026-09-17  test by Ana"),
    ("test by Ana last thursday", True, "2026-09-10  test by Ana"),
    ("test by Ana next thursday", False, "2026-09-17  test by Ana"),
    ("test by Ana last wednesday", False, "2026-09-09  test by Ana"),
    ("test by Ana this wednesday", False, "2026-09-16  test by Ana"),
    ("test by Ana next wednesday", True, "2026-09-23  test by Ana"),
    ("encounter by Ana with dana at cafe from 19:00 until 23:10", False, "2026-09-16 19:00 to 23:10  encounter by Ana with dana at cafe"),
    ("encounter by Ana with dana at 19:00 at cafe", False, "2026-09-16 19:00  encounter by Ana with dana at cafe"),
    ("friday 22:00 to saturday 10:00 guest by Lotte", True, "2026-09-18 22:00 to 2026-09-19 10:00  guest by Lotte"),
    ("pause encounters by Ben until 2026-10-01", False, "2026-09-16 12:00  pause encounters by Ben until 2026-10-01"),
    ("complete until 2026-09-15", False, "2026-09-16 12:00  complete until 2026-09-15"),
    ("2026-09-12 19:30 to 23:10  encounter by Ana", False, "2026-09-12 19:30 to 23:10  encounter by Ana"),
    ("2026-09-12 19:30+02:00 to 23:10  encounter by Ana", False, "2026-09-12 19:30+02:00 to 23:10  encounter by Ana"),
    ('encounter by Ana at "on friday"', False, '2026-09-16 12:00  encounter by Ana at "on friday"'),
    ("test by Ana, noted 2026-09-15 10:00", False, "2026-09-16 12:00  test by Ana, noted 2026-09-15 10:00"),
]


@pytest.mark.parametrize(("said", "ahead", "line"), SAID)
def test_what_was_said_becomes_a_line_of_the_log(said: str, ahead: bool, line: str) -> None:
    assert full_line(said, WEDNESDAY, ahead=ahead) == line


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("test", "2026-09-16 12:00  test by Ana"),
        ("disclosure to Ben, covering who, when", "2026-09-16 12:00  disclosure to Ben by Ana, covering who, when"),
        ("test by Ben", "2026-09-16 12:00  test by Ben"),
    ],
)
def test_the_one_who_asks_is_added_where_nobody_is_named(said: str, line: str) -> None:
    assert full_line(said, WEDNESDAY, by="Ana") == line


@pytest.mark.parametrize("said", ['encounter by Ana at "the lake', "", "friday", "today 19:00"])
def test_what_cannot_be_understood_stays_as_it_is(said: str) -> None:
    assert full_line(said, WEDNESDAY, by="Ana") == said


@given(st.text(max_size=60))
def test_no_words_make_it_fall_over(said: str) -> None:
    read_log(full_line(said, WEDNESDAY, by="Ana"), "x.pactlog")


@given(st.sampled_from(SAID))
def test_a_full_line_stays_as_it_is(case: tuple[str, bool, str]) -> None:
    assert full_line(case[2], WEDNESDAY) == case[2]


OTHERWISE = [
    *("May 16", "on 16 September", "on the 3rd of May 2026", "sept 3rd", "last night", "this evening", "two days ago", "a few hours ago"),
    *(
        "in 2 hours",
        "the day before yesterday",
        "7pm",
        "at 7 pm",
        "from 7:30 a.m.",
        "at noon",
        "at 7",
        "16.9.2026",
        "on 16/9",
        "on the 3rd",
    ),
]


@pytest.mark.parametrize("when", OTHERWISE)
@pytest.mark.parametrize("said", ["meeting with dana {}", "{} meeting with dana", "meeting with dana {} by Ana, mood good"])
def test_other_ways_to_say_when_are_told_and_never_taken_for_now(when: str, said: str) -> None:
    found = said_otherwise(said.format(when), "your entry")
    assert found is not None
    assert found.span.text == when
    assert "19:00" in found.expected


@pytest.mark.parametrize(
    "said",
    ['meeting at "noon"', "meeting with May", "expense by Ana, amount 45", "test, noted 2026-09-12 19:00", *(one[0] for one in SAID)],
)
def test_what_is_read_or_means_something_else_is_none_of_them(said: str) -> None:
    assert said_otherwise(said, "your entry") is None

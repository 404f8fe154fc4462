"""A set of dates that lists no more soon is told of wherever a sentence rests on it: by itself, through another set, or through hours."""

from __future__ import annotations

from datetime import date

import pytest

from pactlang.lint.rules.version.days_run_out import find
from tests.lint.subjects import subject_of

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships
use household

event noise

days school-days
    2026-01-12 until 2026-03-27
"""
EVE = "days school-nights\n    the day before school-days\n"
QUIET = "hours quiet\n    on school-days between 00:00 and 06:00\n"
EVENINGS = f"{EVE}hours quiet\n    on school-nights between 22:00 and 07:00\n    between 12:00 and 13:00\n"
NIGHT = "hours night\n    on school-days between 00:00 and 06:00\n"
THERE = "boundary b\n    {}\n"
USED = [
    THERE.format("no noise on school-days"),
    EVE + THERE.format("no noise on school-nights"),
    THERE.format("no noise at home\n    only on school-days"),
    THERE.format("after each conflict, debrief by anyone within 2 school-days"),
    QUIET + THERE.format("no noise during quiet"),
    QUIET + THERE.format("no noise unless during quiet"),
    QUIET + THERE.format("at most 2 noises per week during quiet"),
    QUIET + THERE.format("at most 2 hours of noise during quiet per week"),
    QUIET + THERE.format("at least 2 days between noises during quiet"),
    QUIET + THERE.format("after each noise during quiet, debrief by anyone within 2 days"),
    QUIET + THERE.format("after each conflict, no noise during quiet for 7 days"),
    QUIET + THERE.format("after each conflict, debrief by anyone within 4 quiet"),
    EVENINGS + THERE.format("no noise during quiet"),
    EVENINGS + THERE.format("after each conflict, debrief by anyone within 4 quiet"),
    EVENINGS + "term late-noise means noise during quiet\n" + THERE.format("no late-noise"),
    NIGHT + THERE.format("at most 2 nights of encounters per week"),
    QUIET + "state loud\n    starts with noise during quiet\n    lasts at most 2 days\n" + THERE.format("no encounter while loud"),
]
NOT_USED = [
    THERE.format("no noise on weekdays"),
    QUIET + THERE.format("no noise between 00:00 and 06:00"),
    EVENINGS + "hours other\n    between 13:00 and 15:00\n" + THERE.format("no noise during other"),
    NIGHT + THERE.format("at most 2 days of encounters per week"),
    "hours night\n    between 23:00 and 06:00\n" + THERE.format("at most 2 nights of encounters per week"),
]


def found(text: str, today: date) -> list[str]:
    return [one.message for one in find(subject_of(HEAD + text, today=today))]


@pytest.mark.parametrize("text", USED)
def test_dates_that_run_out_are_told_of_wherever_they_are_used(text: str) -> None:
    assert found(text, date(2026, 1, 20)) == ["school-days lists no single date after 27 March 2026."]
    assert found(text, date(2026, 3, 28)) == ["school-days lists no single date after 27 March 2026."]
    assert found(text, date(2025, 12, 26)) == []  # more than 90 days ahead


@pytest.mark.parametrize("text", NOT_USED)
def test_dates_that_nothing_rests_on_are_not_told_of(text: str) -> None:
    assert found(text, date(2026, 3, 28)) == []

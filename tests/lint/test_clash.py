"""Pairs of sentences that cannot both be kept: what is proven, what is not said, and that no log contradicts a proof."""

from __future__ import annotations

import os
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang import load_text
from pactlang.checker.budget import Budget
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.lint.proof.clash import clashes
from pactlang.lint.proof.scene import Scene
from pactlang.lint.proof.stopped import due_while_stopped
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Sentence

HEAD = """pact "Case"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships
use household

person dana
person kim
"""


def agreement(*sentences: str) -> Agreement:
    clauses = [f"promise c{number}\n    {sentence}\n" for number, sentence in enumerate(sentences)]
    return load_text("\n".join([HEAD, *clauses]))


APART = [
    ("at least 3 date-nights per week", "at most 2 date-nights per week"),
    ("at least 2 date-nights per week", "at most 1 date-night in any 7 days"),
    ("at least 2 date-nights per week", "at most 7 date-nights per month"),
    ("at least 3 date-nights per week", "at least 4 days between date-nights"),
    ("at least 1 date-night at home per week", "no date-night at home"),
    ("at least 1 encounter by Ana per month", "no encounter by Ana"),
    ("at least 1 encounter with dana per month", "no encounter with dana"),
    ("check-in by everyone every week on Sunday at 19:00", "no check-in on weekends"),
    ("check-in by everyone every week on Sunday at 22:30", "no check-in between 22:00 and 07:00"),
    ("check-in by everyone every day", "at most 3 check-ins per week by each party"),
    ("check-in by everyone every 3 days", "at least 4 days between check-ins"),
    ("check-in by everyone every 7 days", "at most 3 check-ins per month"),
    ("check-in by Ana and Ben in turn every week on Sunday", "no check-in by Ben"),
    ("check-in by Ana and Ben in turn every month", "no check-in by Ben"),
    ("check-in by Ana and Ben in turn every week on Sunday", "at most 1 check-in by each party per month"),
    ("check-in by Ana and Ben in turn every day", "at least 3 days between check-ins by each party"),
    ("at least 3 nights of encounters per week", "at most 2 nights of encounters per week"),
    ("at least 3 nights of encounters at home per week", "at most 2 nights of encounters per week"),
    ("at least 5 days of date-nights per week", "at most 4 days of date-nights per week"),
    ("at least 3 days of date-nights per week", "at most 2 date-nights per week"),
    ("at least 3 nights of encounters per week", "at most 2 encounters per week"),  # in the third week at the latest
    ("at least 3 nights of encounters per week", "at most 2 days of encounters per week"),
    ("at least 3 days of encounters per week", "at least 4 days between encounters"),
    ("at least 4 nights of encounters per week", "at least 3 days between encounters"),
    ("check-in by everyone every day", "at most 3 days of check-ins per week"),
    ("check-in by everyone every 2 days", "at most 2 days of check-ins per week"),
    ("at least 1 night of encounters per month", "no encounter"),
    ("at least 1 night of encounters per month", "no encounter between 23:00 and 06:00"),
    ("at least 1 day of encounters by Ana per month", "no encounter by Ana"),
    ("at least 55 hours of date-nights per week by each party", "at most 45 hours of date-nights per week by each party"),
    ("at least 5 hours of date-nights per week by Ana", "at most 4 hours of date-nights per week"),
    ("at least 3 hours of date-nights at home per day", "at most 2 hours of date-nights per day"),
    ("at least 50 EUR of expenses per month by Ana", "at most 40 EUR of expenses per month by Ana"),
    ("at least 450 EUR of expenses at home per month by Ana", "at most 60 EUR of expenses per week by Ana"),
    ("at least 29 hours of date-nights per month", "at most 4 hours of date-nights per week"),
]
TOGETHER = [
    ("at least 2 date-nights per week", "at most 2 date-nights in any 7 days"),
    ("at least 1 date-night per week", "at most 4 date-nights per month"),  # a month holds four whole weeks
    ("at least 2 date-nights per week", "at least 3 days between date-nights"),
    ("at least 1 date-night per week", "no date-night at home"),
    ("at least 1 encounter per month", "no encounter with dana"),
    ("at least 1 encounter per month", "no encounter by Ana"),
    ("at least 4 encounters per month", "at most 2 encounters with each person per month"),
    ("at least 4 encounters per month", "at most 2 encounters by each party per month"),
    ("at least 1 encounter per month", "no encounter with someone new"),
    ("at least 1 encounter by Ana per month", "no encounter by Ana unless consent by Ben within the last 7 days"),
    ("check-in by everyone every week on Sunday at 19:00", "no check-in between 22:00 and 07:00"),
    ("check-in by everyone every week on Sunday give or take 2 days", "no check-in on weekends"),
    ("check-in by everyone every 3 days", "at least 3 days between check-ins"),
    ("check-in by everyone every 8 days", "at most 3 check-ins per month"),
    ("test by each party every 90 days", "no encounter at home"),
    ("check-in by Ana and Ben in turn every week on Sunday", "no check-in on weekdays"),
    ("check-in by Ana and Ben in turn every week on Sunday", "at most 3 check-ins by each party per month"),
    ("check-in by Ana and Ben in turn every 2 days", "at least 4 days between check-ins by each party"),
    ("check-in by Ana and Ben in turn every month", "no check-in by Ana on Sunday"),
    ("at least 2 nights of encounters per week", "at most 2 nights of encounters per week"),
    ("at least 3 nights of encounters per week", "at most 2 nights of encounters by each party per week"),
    ("at least 3 nights of encounters per week", "at most 2 nights of encounters at home per week"),
    ("at least 2 days of date-nights per week", "at most 2 date-nights per week"),
    # Several may be of one date or night, at midday or a visit of many nights.
    ("at least 3 encounters per week", "at most 2 nights of encounters per week"),
    ("at least 3 encounters per week", "at most 1 day of encounters per week"),
    ("at least 3 days of encounters per week", "at most 2 nights of encounters per week"),
    ("check-in by everyone every day", "at most 3 nights of check-ins per week"),
    ("at least 2 nights of encounters per week", "at most 3 days of encounters per week"),
    ("at least 2 nights of encounters per week", "at most 2 encounters per week"),
    ("at least 1 night of encounters per month", "no encounter between 23:00 and 00:00"),
    ("at least 1 night of encounters per month", "no encounter between 01:00 and 06:00"),
    ("at least 1 night of encounters starting between 18:00 and 22:00 per month", "no encounter between 00:30 and 06:00"),
    ("at least 1 night of encounters per month", "no encounter ending between 00:00 and 02:00"),
    ("at least 1 night of encounters lasting at least 3 hours per month", "no encounter between 18:00 and 02:30"),
    ("at least 3 hours of encounters per week", "at most 2 nights of encounters per week"),
    ("at least 45 hours of date-nights per week", "at most 45 hours of date-nights per week"),
    ("at least 5 hours of date-nights per week", "at most 4 hours of date-nights at home per week"),
    ("at least 5 hours of date-nights per week", "at most 4 hours of date-nights per week by Ana"),
    ("at least 5 hours of date-nights per week by Ana", "at most 4 hours of date-nights per week by Ben"),
    ("at least 50 EUR of expenses per month by Ana", "at most 40 EUR of expenses per month"),  # Ben may give something back
    ("at least 5 hours of date-nights per month", "at most 4 hours of date-nights per week"),
    ("at least 27 hours of date-nights per month", "at most 4 hours of date-nights per week"),  # a month reaches into six weeks
    ("at least 450 EUR of expenses per month by Ana", "at most 60 EUR of expenses per week"),
]


# A fifth of them each time; `make long` takes all.
@pytest.mark.parametrize(("owed", "limit"), APART if os.environ.get("PACT_FUZZ") == "long" else APART[::5])
def test_what_cannot_both_be_kept_is_shown_by_a_log(owed: str, limit: str) -> None:
    both = agreement(owed, limit)
    (found,) = clashes(both)
    assert (found.owed.words, found.limit.words if isinstance(found.limit, Sentence) else "") == (owed, limit)
    scene = Scene(both, (found.owed, found.limit), Budget())
    assert scene.broken(found.entries, found.until, "c1")
    assert found.least or not scene.broken(found.entries, found.until, "c0")


@pytest.mark.parametrize(("owed", "limit"), TOGETHER)
def test_what_can_both_be_kept_is_not_doubted(owed: str, limit: str) -> None:
    assert list(clashes(agreement(owed, limit))) == []


def test_a_time_that_is_planned_inside_quiet_hours_is_told_apart() -> None:
    (found,) = clashes(agreement("check-in by everyone every week on Sunday at 22:30", "no check-in between 22:00 and 07:00"))
    assert found.planned
    (found,) = clashes(agreement("check-in by everyone every week on Sunday at 22:30", "no check-in on Sunday"))
    assert not found.planned


@pytest.mark.parametrize(("until", "number"), [("2026-02-14", 0), ("2026-04-05", 1), ("2026-04-04", 0)])
def test_what_only_clashes_after_the_end_is_not_told(until: str, number: int) -> None:
    """In force from 1 February 2026: the 5th is a Thursday in February and March, and a Sunday in April."""
    both = agreement("review by everyone every month on day 5", "no review on weekends")
    ending = replace(both, in_force_from=date(2026, 2, 1).toordinal(), in_force_until=date.fromisoformat(until).toordinal())
    found = list(clashes(ending))
    assert len(found) == number
    assert all(one.until <= ending.in_force_until for one in found)


def test_a_table_may_forbid_what_a_sentence_asks_for() -> None:
    owed = "promise c0\n    at least 1 encounter by Ana tagged overnight per month\n"
    text = f"{owed}matrix m for encounter\n    activity Ana Ben\n    overnight yes no\n"
    (found,) = clashes(load_text(f"{HEAD}\n{text}"))
    assert not isinstance(found.limit, Sentence)
    assert list(clashes(load_text(f"{HEAD}\n{text}".replace("yes no", "yes yes")))) == []


def test_a_log_shows_what_is_due_on_a_date_on_which_it_is_due() -> None:
    """Every second week is counted from the first date: the visit is owed on 3 and 17 January, and not on the 10th."""
    text = agreement(
        "check-in by Ben every 2 weeks on Saturday at 10:00",
        "after each conflict, no check-in by Ben for 21 days",
    )
    (one,) = due_while_stopped(text, Budget())
    assert [date.fromordinal(entry.day).isoformat() for entry in one.entries] == ["2026-01-01", "2026-01-03"]


def test_a_spent_budget_is_told_and_proves_nothing() -> None:
    budget = Budget(50)
    assert list(clashes(agreement("at least 1 encounter by Ana per month", "no encounter by Ana"), budget)) == []
    assert budget.spent


OWED = st.one_of(
    st.builds("at least {} date-nights per {}".format, st.integers(1, 5), st.sampled_from(["week", "month"])),
    st.builds("date-night by Ana and Ben every {} days".format, st.integers(2, 12)),
    st.builds("date-night by Ana and Ben every {} weeks on Friday".format, st.integers(1, 2)),
)
LIMITS = st.one_of(
    st.builds("at most {} date-nights per {}".format, st.integers(1, 6), st.sampled_from(["week", "month"])),
    st.builds("at most {} date-nights in any {} days".format, st.integers(1, 4), st.integers(2, 20)),
    st.builds("at least {} days between date-nights".format, st.integers(2, 9)),
)


def test_other_nights_are_told_of_as_they_are() -> None:
    """From 23:00 on, two nights may begin and end on three dates or on one; and a night of some days only waits for its evening."""
    late = f"{HEAD}\nhours night\n    {{}}\n\npromise c0\n    at least 3 nights of encounters per week\n\npromise c1\n    {{}}\n"
    for lines, limit, number in (
        ("between 23:00 and 06:00", "at most 2 nights of encounters per week", 1),
        ("between 23:00 and 06:00", "at most 2 encounters per week", 1),
        ("between 23:00 and 06:00", "at most 2 days of encounters per week", 0),
        ("on weekends between 00:00 and 06:00", "at most 2 encounters per week", 0),
    ):
        assert len(list(clashes(load_text(late.format(lines, limit))))) == number, (lines, limit)


def test_what_takes_several_weeks_is_told_with_them() -> None:
    (found,) = clashes(agreement("at least 3 nights of encounters per week", "at most 2 encounters per week"))
    assert (found.together, found.least, found.most, found.last - found.first + 1) == (True, 9, 8, 22)


@settings(max_examples=8, deadline=None, derandomize=True, database=None)
@given(OWED, LIMITS, st.data())
def test_no_log_keeps_both_of_a_proven_pair(owed: str, limit: str, data: st.DataObject) -> None:
    both = agreement(owed, limit)
    found = next(clashes(both), None)
    assume(found is not None)
    assert found is not None
    scene = Scene(both, (found.owed, found.limit), Budget())
    days = st.integers(scene.first, found.last)
    for _ in range(10):
        chosen = sorted(data.draw(st.sets(days, max_size=found.last - scene.first + 1)))
        log = [Entry("date-night", day, 68_400, by=("Ana", "Ben"), order=place) for place, day in enumerate(chosen)]
        judged = judge([scene.agreement], log, scene.zone.midnight(found.last + 1), scene.zone)
        assert any(one.status is Status.BREACH for one in judged.findings), (owed, limit, chosen)

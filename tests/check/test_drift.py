"""Drift in whole logs: told while it creeps, silent otherwise, and never in the way of another finding."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Status
from pactlang.inputs import load_text, moment_of
from pactlang.log.entry import Entry
from pactlang.log.read import read_log
from pactlang.model.calendar import load_zone
from pactlang.words.drift import drift_words
from tests.reference.strategies import logs, version_lists

BERLIN = load_zone("Europe/Berlin")
PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
"""
DAY = date(2026, 1, 7).toordinal()


def drift(sentences: str, entries: list[Entry], as_of: str, keep_all: bool = False) -> list[Finding]:
    placed = [replace(entry, order=order) for order, entry in enumerate(entries)]
    findings = judge([load_text(PACT + sentences)], placed, moment_of(as_of, BERLIN), BERLIN, keep_all=keep_all).findings
    return [finding for finding in findings if finding.status is Status.DRIFT]


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def span(first: str, last: str) -> tuple[int, int]:
    return ordinal(first), ordinal(last)


def evenings(days: list[int], end: int = 22 * 3600) -> list[Entry]:
    return [Entry("encounter", DAY + day, 18 * 3600, None, DAY + day, end, by=("Ana",), with_=("dana",), id=f"e{day}") for day in days]


def told(days: list[int], hours: list[float]) -> list[Entry]:
    """Evenings, each told of so many hours after."""
    found = evenings(days)
    for day, late in zip(days, hours, strict=True):
        second = 22 * 3600 + round(late * 3600)
        found.append(Entry("disclosure", DAY + day + second // 86_400, second % 86_400, by=("Ana",), to=("Ben",), about=f"e{day}"))
    return found


TELL = "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n"
WEEKS = [7 * week for week in range(8)]
RISING = [4, 5, 8, 9, 13, 15, 17, 20]


def test_what_comes_later_each_time_is_told() -> None:
    found = drift(TELL, told(WEEKS, RISING), "2026-02-27")
    assert [(one.id, one.who) for one in found] == [("tell@2026-02-26~2", ("Ana",))]
    assert found[0].window == span("2026-01-08", "2026-02-26")
    assert drift_words(found[0]) == (
        "disclosure comes later: from about 4 h to 20 h after since 8 January 2026 (Ana); "
        "at this pace the limit of 24 h is reached around March 2026"
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 23), min_size=6, max_size=12).map(sorted), st.integers(0, 11))
def test_what_it_says_lies_within_what_happened(hours: list[int], odd: int) -> None:
    hours[odd % len(hours)] = 20
    for found in drift(TELL, told([7 * week for week in range(len(hours))], [float(one) for one in hours]), "2026-03-27"):
        assert found.drift is not None
        assert min(found.drift.shares) <= found.drift.start <= found.drift.end <= max(found.drift.shares)


@pytest.mark.parametrize("hours", [RISING[::-1], [12] * 8, [3, 20, 3, 20, 3, 20, 3, 20], [1, 1, 2, 2, 3, 3, 4, 4]])
def test_noise_a_fall_and_small_figures_are_not(hours: list[float]) -> None:
    assert drift(TELL, told(WEEKS, hours), "2026-02-27") == []


def test_what_lies_ever_less_far_back_is_not() -> None:
    """A test of yesterday uses no more of "within the last 7 days" than one of last week."""
    tests = [Entry("test", DAY + day - ago, 18 * 3600, by=("Ana",)) for day, ago in zip(WEEKS, [6, 6, 5, 4, 4, 3, 2, 1], strict=True)]
    before = "promise tested\n    before each encounter by Ana, test by Ana within the last 7 days\n"
    assert drift(before, evenings(WEEKS) + tests, "2026-02-27") == []


def test_what_is_long_ago_is_not() -> None:
    assert drift(TELL, told(WEEKS, RISING), "2026-05-30") == []


def test_a_sentence_may_be_left_alone() -> None:
    assert drift(TELL + "    watch off\n", told(WEEKS, RISING), "2026-02-27") == []


def test_its_name_is_the_same_whatever_is_listed() -> None:
    cap = "cap monthly\n    at most 5 encounters per month by Ana\n"
    days = [0, 30, 40, 60, 64, 70, 90, 94, 98, 106, 117, 120, 124, 128, 132]
    plain, listed = (drift(cap, evenings(days), "2026-05-24", keep_all=keep_all) for keep_all in (False, True))
    assert [one.id for one in plain] == [one.id for one in listed] == ["monthly@2026-05-19"]
    assert drift_words(plain[0]).startswith("more encounters: from about 1 to 5 since ")


def test_an_hour_that_creeps_to_a_window_is_told_before_it_is_broken() -> None:
    late = "boundary late\n    no encounter ending between 23:00 and 06:00\n"
    entries = [evenings([7 * week], 19 * 3600 + 1800 + 1500 * week)[0] for week in range(8)]
    found = drift(late, entries, "2026-03-01")
    assert drift_words(found[0]).startswith("encounters end later: from about 19:30 to 22:25 since 7 January 2026; ")
    assert found[0].who == ()


def test_a_few_more_each_month_and_later_is_told_before_the_first_breach() -> None:
    """2, 3, 4, then a fifth evening a month where 4 are allowed, from 22:10 to 02:10: the ends are told while nothing is broken.

    The numbers alone are told as the fifth evening breaks the cap: of months in which nothing changes, four in ten have a year with three
    such months in a row (docs/measurements.md).
    """
    days = [5, 19, 33, 42, 47, 54, 63, 71, 79, 87, 94, 101, 108, 113]  # from 12 January to 30 April
    ends = [22 * 3600 + 600 + 4 * 3600 * place // 13 for place in range(14)]
    late = [
        replace(evenings([day])[0], end_day=DAY + day + end // 86_400, end_second=end % 86_400) for day, end in zip(days, ends, strict=True)
    ]
    cap = "cap few\n    at most 4 encounters per month\n"
    window = "boundary night\n    no encounter ending between 02:15 and 06:00\n"
    months = [date.fromordinal(DAY + day).month for day in days]
    assert [months.count(month) for month in (1, 2, 3, 4)] == [2, 3, 4, 5]

    def first(sentences: str) -> int:
        """After how many evenings a pattern is told."""
        for place, entry in enumerate(late, 1):
            if drift(sentences, late[:place], date.fromordinal(entry.day + 1).isoformat()):
                return place
        return 0

    assert first(cap) == 14  # the fifth evening of April, which is one too many
    assert 0 < first(cap + window) < 14


def test_evenings_that_come_near_to_the_one_window_of_some_hours_are_told() -> None:
    """On nights on which none opens, it does not matter how late it gets; where several lines open at several times, nothing is said."""
    hours = "hours quiet\n    on Sunday through Thursday between 22:00 and 07:00\n{}boundary calm\n    no encounter during quiet\n"
    ends = [68_400 + 1_200 * week for week in range(8)]  # on Wednesdays, from 19:00 to 21:20
    weekdays = [one for day, end in zip(WEEKS, ends, strict=True) for one in evenings([day], end)]
    (found,) = drift(hours.format(""), weekdays, "2026-03-01")
    assert drift_words(found).startswith("encounters end later: from about 19:")
    assert "22:00 is reached" in drift_words(found)
    saturdays = [one for day, end in zip(WEEKS, ends, strict=True) for one in evenings([day + 3], end)]
    assert drift(hours.format(""), saturdays, "2026-03-02") == []
    assert drift(hours.format("    on Saturday between 00:00 and 09:00\n"), weekdays, "2026-03-01") == []
    assert drift(hours.replace("between 22:00 and 07:00", "").format(""), saturdays, "2026-03-02") == []


def test_broken_again_and_again_is_told() -> None:
    weekly = "check-in\n    check-in by everyone every week on Sunday at 19:00\n"
    # With an empty log nothing happened, so there is no pattern of what happens.
    assert drift(weekly, [], "2026-01-26") == []
    some = evenings([0])
    assert drift(weekly, some, "2026-01-19") == []
    found = drift(weekly, some, "2026-01-26")
    assert [drift_words(one) for one in found] == ["broken 3 times since 11 January 2026"]
    waived = read_log(
        "".join(f"2026-01-26  waive check-in@2026-01-{day} by {who}\n" for day in (11, 18, 25) for who in ("Ana", "Ben")), "x"
    ).entries
    assert drift(weekly, [*some, *waived], "2026-01-26") == []
    assert (found[0].window, found[0].date) == (span("2026-01-11", "2026-01-25"), ordinal("2026-01-25"))
    # The log ends on 7 January: six weeks later, on 18 February, it can still be said; a day later not.
    assert drift(weekly, some, "2026-02-18") != []
    assert drift(weekly, some, "2026-02-19") == []


def test_what_was_broken_more_than_a_quarter_ago_is_not_counted() -> None:
    weekly = "check-in\n    check-in by everyone every week on Sunday at 19:00\n"
    for as_of, first, broken in (("2026-04-11", "2026-01-11", 13), ("2026-04-12", "2026-01-18", 12)):
        (found,) = drift(weekly, evenings([89]), as_of)
        assert found.drift is not None
        assert (found.drift.since, found.drift.broken, found.window) == (ordinal(first), broken, span(first, "2026-04-05"))


def test_three_breaches_are_a_pattern_if_they_lie_six_days_apart() -> None:
    none = "boundary none\n    no encounter\n"
    (found,) = drift(none, evenings([0, 6, 12]), "2026-01-25")
    assert found.window == span("2026-01-07", "2026-01-19")
    assert [one.id for one in found.entries] == ["e0", "e6", "e12"]
    assert drift(none, evenings([0, 5, 11]), "2026-01-25") == []


def test_what_creeps_is_of_today_for_six_weeks_after_its_last_occasion() -> None:
    late = Entry("check-in", ordinal("2026-04-09"), 0, by=("Ana", "Ben"))  # something else, so that the log goes on
    entries = [*told(WEEKS, RISING), late]
    assert drift(TELL, entries, "2026-04-09T12:00") != []
    assert drift(TELL, entries, "2026-04-10T12:00") == []


def test_an_answer_that_never_came_draws_no_point() -> None:
    # Seven answers; the eighth evening (25 February) was never told of.
    seven = told(WEEKS[:7], [4, 6, 8, 11, 14, 17, 20])
    open_one = [*seven, *evenings(WEEKS[7:])]
    (before,), (after,) = drift(TELL, seven, "2026-02-26"), drift(TELL, open_one, "2026-03-20")
    assert before.drift is not None
    assert after.drift is not None
    assert (after.drift.shares, after.date) == (before.drift.shares, before.date)
    assert len(after.drift.shares) == 7


def test_a_date_that_has_passed_is_not_a_forecast() -> None:
    (found,) = drift(TELL, told(WEEKS, RISING), "2026-04-05")
    assert found.drift is not None
    assert found.drift.reaches is None
    assert drift_words(found) == "disclosure comes later: from about 4 h to 20 h after since 8 January 2026 (Ana)"


def test_one_bad_week_is_not_a_pattern() -> None:
    assert drift("boundary none\n    no encounter\n", evenings([0, 1, 2, 3]), "2026-01-20") == []


def test_a_new_limit_begins_anew() -> None:
    old = load_text(PACT + "cap monthly\n    at most 20 encounters per month by Ana\n")
    new = load_text(PACT.replace("2026-01-05", "2026-03-01") + "cap monthly\n    at most 4 encounters per month by Ana\n")
    entries = evenings([0, 3, 30, 33, 36, 60, 63, 66])
    for order, entry in enumerate(entries):
        entry.order = order
    findings = judge([old, new], entries, moment_of("2026-04-01", BERLIN), BERLIN).findings
    assert [one for one in findings if one.status is Status.DRIFT] == []


@settings(max_examples=60)
@given(st.data())
def test_drift_is_beside_all_else(data: st.DataObject) -> None:
    """No other finding moves, and what is told has a sentence of the agreement in force and a rise or breaches behind it."""
    spoken = data.draw(version_lists())
    entries = data.draw(logs(spoken))
    models = [one.model for one in spoken]
    as_of = max((entry.day for entry in entries), default=DAY)
    findings = judge(models, entries, BERLIN.midnight(as_of + 1) - 1, BERLIN, keep_all=True).findings
    names = [finding.id for finding in findings]
    assert len(names) == len(set(names))
    for finding in findings:
        if finding.status is Status.DRIFT:
            assert finding.drift is not None
            assert finding.drift.broken >= 3 or finding.drift.end > finding.drift.start
            assert drift_words(finding)

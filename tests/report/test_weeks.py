"""The strip of weeks and the few things to talk about, worked out by hand. 5 January 2026 is a Monday."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.checker.engine import judge
from pactlang.day.weeks_text import sign_of
from pactlang.inputs import load_text, moment_of, read_logs, zone_of_all
from pactlang.report.data import ClauseRow, Report
from pactlang.report.drawn import strip_svg
from pactlang.report.make import report_of

HEAD = """pact
    between Ana and Ben
    in force from 2026-01-05{until}
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
    week starts {week}
use relationships
"""
TEXT = """boundary home
    no encounter at home
check-in talk
    check-in by everyone every week on Wednesday
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
pause breather
    anyone may pause check-ins for at most 21 days
"""


def made(log: str, as_of: str, text: str = TEXT, week: str = "Monday", until: str = "", since: int | None = None) -> Report:
    agreement = load_text(HEAD.format(week=week, until=until) + text)
    entries, faults = read_logs([Path("us.pactlog")], [agreement], lambda _: log.encode())
    assert not faults
    zone = zone_of_all([agreement])
    judgement = judge([agreement], entries, moment_of(as_of, zone), zone, keep_all=True)
    return report_of(judgement, [agreement], entries, since=since)


def row(report: Report, name: str) -> ClauseRow:
    return next(one for one in report.clauses if one.name == name)


def signs(report: Report, name: str) -> str:
    return "".join(map(sign_of, row(report, name).cells))


EVENING = "2026-01-13 20:00  encounter by Ana with dana, as e1\n2026-01-14 10:00  disclosure by Ana to Ben about e1\n"


@pytest.mark.parametrize(
    ("log", "clause", "strip"),
    [
        # Wednesdays 7, 14, 21 and 28 January; the check is on Friday 30 January.
        ("2026-01-07  check-in by Ana and Ben\n2026-01-21  check-in by Ana and Ben\n", "talk", "■●■●"),
        # One of them is let go by both, each on their own.
        (
            "2026-01-07  check-in by Ana and Ben\n2026-01-15  waive talk@2026-01-14 by Ana\n2026-01-15  waive talk@2026-01-14 by Ben\n",
            "talk",
            "■◇●●",
        ),
        # Paused from 12 to 25 January: nothing is asked for then, and nothing is missed.
        ("2026-01-07  check-in by Ana and Ben\n2026-01-12  pause by Ana until 2026-01-25\n", "talk", "■––●"),
        # The row of the pause shows it as well; it is over and was respected, so that its first week is kept.
        ("2026-01-12  pause by Ana until 2026-01-25\n", "breather", "·■–·"),
        # What only forbids: a week in which something was logged and nothing was against it, a week without an entry, an evening at home.
        (EVENING + "2026-01-27 20:00  encounter by Ana with dana at home, as e2\n", "home", "·□·●"),
        # Told in time on 14 January; told late on 28 January, and one that is open at the check.
        (
            EVENING
            + "2026-01-26 20:00  encounter by Ana with dana, as e2\n2026-01-28 10:00  disclosure by Ana to Ben about e2\n"
            + "2026-01-30 11:00  encounter by Ana with kim, as e3\n",
            "tell",
            "·■·●",
        ),
        (EVENING + "2026-01-30 11:00  encounter by Ana with kim, as e3\n", "tell", "·■·○"),
    ],
)
def test_a_week_is_kept_not_kept_open_let_go_or_paused(log: str, clause: str, strip: str) -> None:
    assert signs(made(log, "2026-01-30T12:00"), clause) == strip


def test_one_evening_among_many_is_a_dot_on_a_kept_block_and_no_bar() -> None:
    """Under a limit of two, three evenings of one week: two were kept, and the block says so."""
    log = "".join(f"2026-01-{day:02} 20:00  encounter by Ana with dana, as e{day}\n" for day in (5, 6, 7))
    text = "cap two\n    at most 2 encounters per week by Ana\n"
    (cell,) = row(made(log, "2026-01-11T23:00", text), "two").cells
    assert (cell.kept, cell.broken) == (2, 1)
    assert cell.words == "Week from 5 January 2026: 2 kept, 1 not kept"
    drawn = strip_svg([cell])
    assert drawn.index('class="k"') < drawn.index('class="b"')
    assert "rect" not in drawn[drawn.index('class="b"') :]


@pytest.mark.parametrize(
    ("as_of", "week", "until", "firsts"),
    [
        # The week of the check counts from its first minute, not a minute before.
        ("2026-01-11T23:59", "Monday", "", ["2026-01-05"]),
        ("2026-01-12T00:00", "Monday", "", ["2026-01-05", "2026-01-12"]),
        # Weeks from Sunday: the first one begins before the agreement.
        ("2026-01-10T23:59", "Sunday", "", ["2026-01-04"]),
        ("2026-01-11T00:00", "Sunday", "", ["2026-01-04", "2026-01-11"]),
        # After the end there are no further weeks; before the beginning there is none.
        ("2026-03-01T12:00", "Monday", " until 2026-01-12", ["2026-01-05", "2026-01-12"]),
        ("2026-01-04T23:59", "Monday", "", []),
    ],
)
def test_which_weeks_are_shown(as_of: str, week: str, until: str, firsts: list[str]) -> None:
    found = made("", as_of, week=week, until=until)
    assert [cell.week.isoformat() for cell in row(found, "talk").cells] == firsts
    assert sum(number for _, number in found.months) == len(firsts)


def test_half_a_year_of_weeks_at_most_and_none_before_since() -> None:
    cells = row(made("", "2026-12-31T12:00"), "talk").cells
    assert (len(cells), cells[0].week.isoformat(), cells[-1].week.isoformat()) == (26, "2026-07-06", "2026-12-28")
    later = made("", "2026-02-01T12:00", since=739637)  # 21 January, a Wednesday
    assert [cell.week.isoformat() for cell in row(later, "talk").cells] == ["2026-01-19", "2026-01-26"]


def test_the_few_things_to_talk_about() -> None:
    """The newest, the one before it of another clause, and the clause with the most; one topic for each clause."""
    log = (
        "2026-01-27 20:00  encounter by Ana with dana at home, as e1\n2026-01-28 10:00  disclosure by Ana to Ben about e1\n"
        "2026-01-05 20:00  encounter by Ana with dana, as e0\n2026-01-08  check-in by Ana and Ben\n"
    )
    found = made(log, "2026-01-29T12:00")
    # talk is missed on 7 (kept a day late counts for nothing), 14, 21 and 28 January; home on 27, tell by the 6th.
    assert [(topic.clause, topic.labels, [line.id for line in topic.lines]) for topic in found.topics] == [
        ("talk", ("newest", "most often: 4 times", "again and again"), ["talk@2026-01-28", "talk@2026-01-28~2"]),
        ("home", ("before that",), ["home@2026-01-27"]),
    ]
    assert found.more == 4  # talk on 7, 14 and 21 January, tell


def test_nothing_to_talk_about() -> None:
    found = made(EVENING + "2026-01-07  check-in by Ana and Ben\n2026-01-14  check-in by Ana and Ben\n", "2026-01-16T12:00")
    assert (found.topics, found.more) == ((), 0)

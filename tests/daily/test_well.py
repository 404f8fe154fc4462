"""What went well: worked out by hand at the edges of weeks and of drifts. 5 January 2026 is a Monday."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pactlang.day.status_text import status_json, status_text
from pactlang.day.well import Well, well_of

from .test_status import today

EVENINGS = """boundary home
    no encounter at home
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
"""
FIRST = 739621  # 5 January 2026


def well(log: str, as_of: str, sentences: str = EVENINGS, since: int = FIRST) -> Well:
    return well_of(today(sentences, log, as_of).judgement, since)


def evening(day: str, told: str = "10:00", place: str = "cafe", name: str = "e1") -> str:
    following = f"{day[:-2]}{int(day[-2:]) + 1:02}"
    return f"{day} 20:00  encounter by Ana with dana at {place}, as {name}\n{following} {told}  disclosure by Ana to Ben about {name}\n"


@pytest.mark.parametrize(
    ("log", "as_of", "weeks", "row"),
    [
        # The week from 5 to 11 January is over as the 12th begins, and not a minute before.
        (evening("2026-01-06"), "2026-01-11T23:59", 0, 0),
        (evening("2026-01-06"), "2026-01-12T00:00", 1, 1),
        # Nothing was to keep in the weeks after it: they neither count nor break the row.
        (evening("2026-01-06"), "2026-02-02T00:00", 1, 1),
        # 20:00 on Sunday, told on Monday in time: that promise is of the second week, whose date is in its id.
        (evening("2026-01-11"), "2026-01-19T12:00", 1, 1),
        # Told late: a miss; let go is a miss as well, and so is what cannot be told.
        (evening("2026-01-06", "21:00"), "2026-01-19T12:00", 0, 0),
        (evening("2026-01-06", "21:00") + "2026-01-08  waive tell@2026-01-07 by Ben\n", "2026-01-19T12:00", 0, 0),
        (evening("2026-01-06", "").replace(" \n", "\n").replace("07   dis", "07  dis"), "2026-01-19T12:00", 0, 0),
        # A miss in the first week, none in the second and third.
        (
            evening("2026-01-06", place="home") + evening("2026-01-13", name="e2") + evening("2026-01-20", name="e3"),
            "2026-01-27T12:00",
            2,
            2,
        ),
        # The same in the middle: two weeks, one in a row.
        (
            evening("2026-01-06") + evening("2026-01-13", place="home", name="e2") + evening("2026-01-20", name="e3"),
            "2026-01-27T12:00",
            2,
            1,
        ),
    ],
)
def test_weeks_without_a_miss(log: str, as_of: str, weeks: int, row: int) -> None:
    found = well(log, as_of)
    assert (found.weeks, found.row) == (weeks, row)


def test_weeks_run_as_the_agreement_says() -> None:
    """From Sunday on, 10 January is the last day of its week, and 11 January one of the next."""
    found = today(EVENINGS, evening("2026-01-06"), "2026-01-11T12:00").judgement
    found.agreement = type(found.agreement)(
        **{name: getattr(found.agreement, name) for name in found.agreement.__struct_fields__} | {"week_start": 6}
    )
    # The week from 4 January began before the date since which is asked; from a day earlier on it counts.
    assert (well_of(found, FIRST).weeks, well_of(found, FIRST - 1).weeks) == (0, 1)


def test_a_week_that_began_before_is_not_called_whole() -> None:
    assert well(evening("2026-01-06"), "2026-01-19T12:00", since=FIRST + 1).weeks == 0


def test_thanks_and_joy_are_counted_and_nobody_by_name() -> None:
    log = (
        "2026-01-06  gratitude by Ana to Ben\n    For waiting up.\n2026-01-07  gratitude by Ana to Ben\n2026-01-08  joy by Ana and Ben\n"
        "2026-01-10 20:00  appreciation by Ana to Ben\n"
    )
    found = today(EVENINGS, log, "2026-01-10T19:59")  # what is later is not yet said
    assert [entry.type for entry in found.well.glad] == ["gratitude", "gratitude", "joy"]
    words = status_text(found)
    assert "Nothing counted as kept since 5 January.\n2 gratitudes and 1 joy." in words
    assert '"glad": {\n   "gratitude": 2,\n   "joy": 1\n  }' in status_json(found)


def telling(*hours: float) -> str:
    """An evening each week from 5 January on, told of after so many hours."""
    log = ""
    for week, after in enumerate(hours):
        start = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(weeks=week)
        log += f"{start:%Y-%m-%d %H:%M}  encounter by Ana with dana, as e{week}\n"
        log += f"{start + timedelta(hours=after):%Y-%m-%d %H:%M}  disclosure by Ana to Ben about e{week}\n"
    return log


CREEP = (3, 6, 9, 13, 18, 21)


@pytest.mark.parametrize(
    ("hours", "as_of", "label"),
    [
        # Six weeks up to 21 of 24 hours are a drift, and no more than that.
        (CREEP, "2026-02-11T00:00", []),
        # One occasion since is too few, two will do.
        ((*CREEP, 4), "2026-02-18T00:00", []),
        ((*CREEP, 4, 5), "2026-02-25T00:00", ["tell"]),
        # Two that are less, but not back by half of the rise.
        ((*CREEP, 20, 20), "2026-02-25T00:00", []),
        # Broken since.
        ((*CREEP, 4, 5, 25), "2026-03-04T00:00", []),
        # As near as before since.
        ((*CREEP, 4, 21, 4), "2026-03-04T00:00", []),
        # Long ago: the drift was last told more than 91 days before.
        ((*CREEP, *[4] * 16), "2026-06-03T00:00", []),
    ],
)
def test_what_a_drift_has_turned_back_from(hours: tuple[float, ...], as_of: str, label: list[str]) -> None:
    found = well(telling(*hours), as_of)
    assert [one.series.sentence.label for one in found.turned] == label


def test_it_says_how_near_it_came_and_the_nearest_since() -> None:
    words = status_text(today(EVENINGS, telling(*CREEP, 4, 5), "2026-02-25T00:00"))
    assert "tell has turned back from its limit: 21 h on 10 February 2026, nothing nearer than 5 h since; agreed: at most 24 h." in words

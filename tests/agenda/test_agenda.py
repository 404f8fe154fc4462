"""What comes next, form by form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.checker.agenda.series import fit, fit_turns
from pactlang.model.agreement import Recurrence, Rhythm
from pactlang.model.recurrence import dates
from tests.agenda.planning import HEAD, lines, plan

SIGNED = "    signed by Ana on {0}\n    signed by Ben on {0}\n"
CHECK_IN = "check-in\n    check-in by everyone every week on Sunday at 19:00 for 1 hour\n"
PAUSE = "pause breather\n    anyone may pause encounters for at most 14 days\n"
DATES = "promise ours\n    date-night by everyone every week on Friday at 20:00\n    except while paused\n"
REPAIR = """\
boundary home
    no encounter at home
repair
    after each breach, debrief by everyone within 3 days
    after each breach, encounters pause for 14 days
    after each debrief, check-in by everyone every 4 days for 6 weeks
"""

CASES = [
    ("a schedule is given whole", CHECK_IN, "", ["series check-in 2026-03-08T19:00 ×69 all"]),
    (
        "the hours within which it is asked are those of the calendar",
        (
            "hours desk\n    on Monday through Friday between 09:00 and 12:00\n"
            "promise early\n    check-in by Ana during desk every Monday\n"
            "promise late\n    date-night by everyone starting between 23:00 and 01:00 every Friday\n"
            "promise morning\n    call by Ben ending between 06:00 and 07:00 every Saturday\n"
            "promise evening\n    talk by Ben between 18:00 and 19:00 every Tuesday at 18:30\n"
        ),
        "",
        [
            "series early 2026-03-02T09:00 ×70 Ana",
            "series evening 2026-03-03T18:30 ×70 Ben",
            "series late 2026-03-06T23:00 ×69 all",
            "series morning 2026-03-07 ×69 Ben",
        ],
    ),
    (
        "a date alone is one of a series",
        "review\n    review by everyone on 2026-06-01 at 19:00\n",
        "",
        ["series review 2026-06-01T19:00 ×1 all"],
    ),
    ("so is a deadline, at its end", "review\n    review by Ana by 2026-06-20\n", "", ["series review 2026-06-20 ×1 Ana"]),
    (
        "a testing date is the last test and the interval, for each person",
        "testing\n    test by each party every 90 days\n",
        "2026-04-01  test by Ana\n2026-05-10  test by Ben\n",
        ["next testing 2026-06-30 Ana", "next testing 2026-08-08 Ben"],
    ),
    (
        "a testing date that is past stands until a new test",
        "testing\n    test by each party every 30 days\n",
        "2026-05-25  test by Ben\n",
        ["next testing 2026-04-01 Ana overdue", "next testing 2026-06-24 Ben"],
    ),
    (
        "a review that all hold together is one",
        "review\n    review by everyone every 6 weeks\n",
        "2026-05-25  review by Ana and Ben\n",
        ["next review 2026-07-06 all"],
    ),
    (
        "a review that one still owes is theirs",
        "review\n    review by everyone every 6 weeks\n",
        "2026-05-04  review by Ana and Ben\n2026-05-25  review by Ana\n",
        ["next review 2026-06-15 Ben", "next review 2026-07-06 Ana"],
    ),
    (
        "what is owed within hours is due after that much time",
        "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n",
        "2026-05-31 19:30 to 23:10  encounter by Ana with dana, as e1\n",
        ["deadline tell 2026-06-01T23:10 Ana"],
    ),
    (
        "grace is no later reminder",
        "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n    grace 6 hours\n",
        "2026-05-31 19:30 to 23:10  encounter by Ana with dana, as e1\n",
        ["deadline tell 2026-06-01T23:10 Ana"],
    ),
    (
        "what is done is no longer due",
        "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n",
        "2026-05-31 19:30 to 23:10  encounter by Ana with dana, as e1\n2026-06-01 09:00  disclosure by Ana to Ben about e1\n",
        [],
    ),
    (
        "what each owes is each one's own",
        "aftercare\n    after each encounter by each party, aftercare by the same party within 2 days\n",
        "2026-05-31 19:30  encounter by Ana and Ben with dana\n",
        ["deadline aftercare 2026-06-02 Ana", "deadline aftercare 2026-06-02 Ben"],
    ),
    (
        "a period in which something is to happen ends",
        "promise ours\n    at least 2 date-nights per month\n",
        "2026-06-01 11:00  date-night by Ana and Ben\n",
        ["period ours 2026-06-30 all"],
    ),
    ("a pause ends with its date", PAUSE, "2026-05-30 08:00  pause by Ana until 2026-06-06\n", ["pause-end breather 2026-06-06 all"]),
    ("a pause ends after the longest time", PAUSE, "2026-05-30 08:00  pause by Ana\n", ["pause-end breather 2026-06-13 all"]),
    (
        "what is forbidden for a time is free again; the last trigger counts, and what waits for somebody has no date",
        (
            "boundary calm\n    after each conflict, no encounter by the same party for 2 days\n"
            "boundary stop\n    after each conflict, no meeting until apology by the same party\n"
        ),
        "2026-05-30 08:00  conflict by Ana\n2026-05-31 08:00  conflict by Ana\n",
        ["free-again calm 2026-06-02 Ana"],
    ),
    ("a resume ends a pause", PAUSE, "2026-05-30 08:00  pause by Ana\n2026-06-01 08:00  resume by Ana\n", []),
    (
        "paused dates are left out",
        PAUSE + DATES,
        "2026-05-30 08:00  pause by Ana until 2026-06-06\n",
        ["series ours 2026-03-06T20:00 ×68 -1 all", "pause-end breather 2026-06-06 all"],
    ),
    (
        # R82: the pause runs from 30 May to the end of 6 June, so the Friday of 5 June is not asked for, by the check either.
        "a pause that follows something leaves its dates out",
        (
            "promise ours\n    date-night by everyone every week on Friday at 20:00\n"
            "pause rest\n    after each meeting, date-nights pause for 7 days\n"
        ),
        "2026-05-30 08:00  meeting by Ana\n",
        ["series ours 2026-03-06T20:00 ×68 -1 all", "pause-end rest 2026-06-06 all"],
    ),
    (
        "no pause takes a test out",
        (
            "testing t\n    test by everyone every week on Friday at 20:00\n"
            "pause breather\n    anyone may pause tests and encounters for at most 14 days\n"
        ),
        "2026-05-30 08:00  pause by Ana until 2026-06-06\n",
        ["series t 2026-03-06T20:00 ×69 all", "pause-end breather 2026-06-06 all"],
    ),
    (
        "what is paused itself is not asked for",
        PAUSE.replace("encounters", "date-nights") + DATES.replace("    except while paused\n", ""),
        "2026-05-30 08:00  pause by Ana until 2026-06-06\n",
        ["series ours 2026-03-06T20:00 ×68 -1 all", "pause-end breather 2026-06-06 all"],
    ),
    (
        "the steps of a repair",
        REPAIR,
        "2026-05-30 20:00  encounter by Ana with dana at home, as e1\n2026-05-31 20:00  debrief by Ana and Ben\n",
        ["next repair.3 2026-06-04 all", "pause-end repair.2 2026-06-13 all"],
    ),
    (
        "a cap that is full has room again",
        "cap evenings\n    at most 2 encounters per month by each party\ncap close\n    at most 1 encounter in any 14 days\n",
        "2026-05-30 20:00  encounter by Ana with dana\n",
        ["cap-free close 2026-06-13 all"],
    ),
    (
        "a cap by the month has room with the next one",
        "cap evenings\n    at most 2 encounters per month by each party\n",
        "2026-06-01 08:00  encounter by Ana with dana\n2026-06-01 10:00  encounter by Ana with dana\n",
        ["cap-free evenings 2026-07-01 Ana"],
    ),
]

DAYS = """\
days holidays
    2026-06-12 until 2026-06-13
days working
    weekdays
    except holidays
hours office
    on working between 09:00 and 17:00
"""
BROKEN = """\
boundary a
    no encounter at home
boundary b
    no encounter at cafe
boundary c
    no encounter at work
repair
    after each breach of a or b, debrief by everyone within 3 days
"""
CASES += [
    (
        "a turn is a series of each who takes it",
        "promise tidy\n    check-in by Ana and Ben in turn every week on Sunday\n",
        "2026-05-31 12:00  check-in by Ben instead of Ana\n",
        ["series tidy 2026-03-08 ×35 Ana", "series tidy 2026-03-15 ×34 Ben"],
    ),
    (
        "a turn of a month is due at its end, and nothing is asked of a cut one",
        "promise tidy\n    check-in by Ana and Ben in turn every month\n",
        "",
        ["series tidy 2026-04-30 ×8 Ana", "series tidy 2026-05-31 ×7 Ben"],
    ),
    (
        "a deadline that comes again is at its time",
        "promise p\n    check-in by Ana every week by Friday at 12:00\n    review by each party every month by day 5\n",
        "",
        ["series p.2 2026-03-05 ×16 all", "series p 2026-03-06T12:00 ×69 Ana"],
    ),
    (
        "dates with a name are left out",
        f"{DAYS}promise p\n    check-in by Ana every week on Friday\n    except on holidays\n",
        "",
        ["series p 2026-03-06 ×68 -1 Ana"],
    ),
    (
        "days and hours with a name count for a deadline",
        (
            f"{DAYS}promise p\n    after each conflict, debrief by Ana within 3 working\n"
            "    after each conflict, apology by Ana within 12 office\n"
        ),
        "2026-05-29 10:00  conflict by Ana\n",
        ["deadline p.2 2026-06-01T14:00 Ana", "deadline p 2026-06-03 Ana"],
    ),
    (
        "nights that are asked for end with their period",
        "promise ours\n    at least 2 nights of encounters per month\n",
        "",
        ["period ours 2026-06-30 all"],
    ),
    (
        "a cap of nights has room again when the first of them is out of its days",
        "cap c\n    at most 2 nights of encounters in any 7 days by Ana\n",
        "2026-05-29 20:00 to 2026-05-31 10:00  encounter by Ana with dana\n",
        ["cap-free c 2026-06-05 all"],
    ),
    (
        "a wish is in the calendar like a promise",
        "promise w\n    check-in by Ana every week on Sunday\n    if we can\n",
        "",
        ["series w 2026-03-08 ×69 Ana"],
    ),
    (
        "what follows breaches of some clauses is due after those",
        BROKEN,
        "2026-05-31 10:00  encounter by Ana with dana at cafe\n2026-05-31 12:00  encounter by Ana with dana at work\n",
        ["deadline repair 2026-06-03 Ana,Ben"],
    ),
    (
        "a pause that is named ends after its own longest time",
        f"{PAUSE}pause other\n    anyone may pause check-ins for at most 3 days\n",
        "2026-05-31 10:00  pause breather by Ben\n",
        ["pause-end breather 2026-06-14 all"],
    ),
    (
        "what somebody did in another's stead is no longer due",
        "promise p\n    after each conflict by Ana, debrief by Ana within 3 days\n",
        "2026-05-31 10:00  conflict by Ana\n2026-05-31 12:00  debrief by Ben instead of Ana\n",
        [],
    ),
]


@pytest.mark.parametrize(("text", "log", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_comes_next(text: str, log: str, expected: list[str]) -> None:
    assert lines(plan(text, log=log)) == expected


def test_the_agreement_ends() -> None:
    text = HEAD.replace("2026-03-02", "2026-03-02 until 2026-09-30") + CHECK_IN
    assert lines(plan(text)) == ["series check-in 2026-03-08T19:00 ×30 all", "end - 2026-09-30 all"]


def test_leaving_ends_everything() -> None:
    text = HEAD.replace("2026-03-02", "2026-03-02 until 2026-09-30") + CHECK_IN
    assert lines(plan(text, log="2026-03-20 10:00  leave by Ana\n")) == ["series check-in 2026-03-08T19:00 ×2 all"]


def test_versions_that_say_the_same_are_one_series() -> None:
    first = HEAD.replace("\nuse", SIGNED.format("2026-03-01") + "\nuse") + CHECK_IN
    second = HEAD.replace("2026-03-02", "2026-07-01").replace("\nuse", SIGNED.format("2026-06-20") + "\nuse") + CHECK_IN + PAUSE
    assert lines(plan(first, second)) == ["series check-in 2026-03-08T19:00 ×69 all"]


def test_a_version_that_changes_the_time_starts_another_series() -> None:
    first = HEAD.replace("\nuse", SIGNED.format("2026-03-01") + "\nuse") + CHECK_IN
    second = HEAD.replace("2026-03-02", "2026-07-01").replace("\nuse", SIGNED.format("2026-06-20") + "\nuse")
    second += CHECK_IN.replace("19:00", "20:00")
    found = plan(first, second)
    assert lines(found) == ["series check-in 2026-03-08T19:00 ×17 all", "series check-in 2026-07-05T20:00 ×52 all"]
    assert len({item.key for item in found.items}) == 2


def test_an_answer_to_one_leaves_the_keys_of_the_others() -> None:
    text = "disclosure tell\n    after each encounter by Ana, disclosure by Ana to Ben within 24 hours\n"
    log = "2026-05-31 19:30  encounter by Ana with dana\n2026-05-31 20:30  encounter by Ana with dana, as e2\n"
    before = [item.key for item in plan(text, log=log).items]
    after = [item.key for item in plan(text, log=log + "2026-05-31 20:00  disclosure by Ana to Ben\n").items]
    assert len(before) == 2
    assert after == before[1:]


def test_what_comes_in_order() -> None:
    found = plan(CHECK_IN + "testing\n    test by Ana every 30 days\n", log="2026-05-25  test by Ana\n")
    coming = [(date.fromordinal(day).isoformat(), item.kind.value) for day, item in found.coming(date(2026, 6, 15).toordinal())]
    assert coming[:3] == [("2026-06-21", "series"), ("2026-06-24", "next"), ("2026-06-28", "series")]


RECURRENCES = st.one_of(
    st.builds(Recurrence, st.just(Rhythm.DAY), st.integers(1, 9)),
    st.builds(
        Recurrence, st.just(Rhythm.WEEK), st.integers(1, 3), st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
    ),
    st.builds(Recurrence, st.just(Rhythm.MONTH), st.integers(1, 3), month_day=st.sampled_from([1, 15, 28, 29, 30, 31, -1])),
    st.builds(
        Recurrence, st.just(Rhythm.MONTH), st.integers(1, 2), st.integers(0, 6).map(lambda day: (day,)), st.sampled_from([1, 2, 4, 5, -1])
    ),
    st.builds(Recurrence, st.just(Rhythm.YEAR), st.integers(1, 2), month=st.sampled_from([2, 7]), month_day=st.sampled_from([1, 29, -1])),
)


@settings(max_examples=60, deadline=None)
@given(RECURRENCES, st.integers(0, 6), st.data())
def test_series_hold_exactly_the_dates(recurrence: Recurrence, week_start: int, data: st.DataObject) -> None:
    start = date(2026, 1, 1).toordinal() + data.draw(st.integers(0, 400))
    days = list(dates(recurrence, start, start + 800, start, week_start))
    kept = [day for day in days if data.draw(st.integers(0, 5))] if len(days) < 200 else days
    found = fit(kept, recurrence, week_start)
    assert sorted(day for series in found for day in series.dates) == kept
    for series in found:
        rule = series.recurrence
        ruled = list(dates(rule, series.first, series.last, series.first, series.week_start))
        if rule.rhythm is Rhythm.MONTH and rule.month_day > 28:
            # What a short month has instead stands on its own.
            ruled = [day for day in ruled if date.fromordinal(day).day == rule.month_day or len(series.dates) == 1]
        assert sorted([*series.dates, *series.skipped]) == ruled


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([0, 2, 4, 6], [(4, 0, 2)]),  # their own turn every other week
        ([0, 1, 2, 3], [(4, 0, 1)]),  # all turns are theirs for now
        ([0, 2, 3], [(3, 1, 1)]),  # one week left out is less than a second rule
        ([0, 2, 5], [(2, 0, 2), (1, 0, 2)]),  # three left out are more
        ([0, 2, 3, 5], [(2, 0, 2), (2, 0, 2)]),  # as many: what goes by turns
    ],
)
def test_turns_are_told_in_the_fewest_words(weeks: list[int], expected: list[tuple[int, int, int]]) -> None:
    """How many dates, how many left out, every how many weeks."""
    sunday = date(2026, 3, 1).toordinal()
    found = fit_turns([sunday + 7 * week for week in weeks], Recurrence(Rhythm.WEEK, weekdays=(6,)), 2, 0)
    assert [(len(one.dates), len(one.skipped), one.recurrence.every) for one in found] == expected


def test_what_names_somebody_concerns_them_and_what_names_nobody_concerns_all() -> None:
    items = plan("testing\n    test by Ana every 90 days\nreview\n    review by everyone every 6 weeks\n").items
    assert [(item.key[1], item.concerns("Ana"), item.concerns("Ben")) for item in sorted(items, key=lambda one: one.key)] == [
        ("review", True, True),
        ("testing", True, False),
    ]

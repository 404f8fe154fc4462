"""The day at a glance: nothing that is due is missing, and what is left adds up."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.day.status import AHEAD, Today, today_of
from pactlang.day.status_text import status_json, status_text
from pactlang.inputs import agreements_of, load_text, moment_of, read_logs, read_texts, zone_of_all

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file() and list(folder.glob("*.pactlog")))
PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
"""


def example(folder: Path, party: str = "") -> Today:
    texts = read_texts([str(file) for file in (*agreements_of(folder), *sorted(folder.glob("*.pactlog")))])
    moment = moment_of((folder / "as-of").read_text().strip(), texts.zone)
    return today_of(texts.agreements, texts.entries, moment, texts.zone, party)


def today(sentences: str, log: str, as_of: str) -> Today:
    agreement = load_text(PACT + sentences)
    entries, faults = read_logs([Path("us.pactlog")], [agreement], lambda _: log.encode())
    assert not faults
    zone = zone_of_all([agreement])
    return today_of([agreement], entries, moment_of(as_of, zone), zone)


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_nothing_that_is_due_is_missing(folder: Path) -> None:
    found = example(folder)
    here = found.judgement.zone.date_of(found.judgement.as_of)
    told = {
        (one.item.sentence.label, one.day) for first in (*found.now, *found.next) for one in first.open if one.item.sentence is not None
    }
    labels = {label for label, _ in told}
    for finding in found.judgement.findings:
        if finding.status is Status.DUE and finding.due is not None:
            label = finding.sentence.label  # type: ignore[union-attr]
            assert label in labels
            if finding.form is FormName.SCHEDULE and finding.date <= here + AHEAD:
                assert (label, finding.date) in told


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_it_fits_one_screen_and_is_the_same_each_time(folder: Path) -> None:
    words = status_text(example(folder))
    assert len(words.splitlines()) <= 45
    assert words == status_text(example(folder))
    assert status_json(example(folder)) == status_json(example(folder))


@pytest.mark.parametrize("folder", ALL, ids=lambda folder: folder.name)
def test_a_partys_own_is_part_of_all(folder: Path) -> None:
    whole = example(folder)
    for party in whole.judgement.agreement.parties:
        own = example(folder, party)
        assert {(one.item.key, one.day) for one in own.now} <= {(one.item.key, one.day) for one in whole.now}
        assert all(not one.item.who or party in one.item.who for one in (*own.now, *own.next))


@pytest.mark.parametrize(
    ("window", "log", "left"),
    [
        ("per month by each party", "", [(("Ana",), 0, None), (("Ben",), 0, None)]),
        (
            "per month by Ana",
            "2026-03-02 20:00 encounter by Ana with dana\n2026-02-27 20:00 encounter by Ana with dana\n",
            [(("Ana",), 1, None)],
        ),
        (
            "in any 7 days by Ana",
            "2026-03-05 20:00 encounter by Ana with dana\n2026-03-09 20:00 encounter by Ana with dana\n",
            [(("Ana",), 2, "2026-03-12")],
        ),
        ("in any 7 days by Ana", "2026-03-03 20:00 encounter by Ana with dana\n", [(("Ana",), 0, None)]),
    ],
)
def test_what_is_left_of_a_cap(window: str, log: str, left: list[tuple[tuple[str, ...], int, str | None]]) -> None:
    from datetime import date

    found = today(f"cap c\n    at most 2 encounters {window}\n", log, "2026-03-10T12:00")
    zone = found.judgement.zone
    free = [None if one.standing.free is None else zone.date_of(one.standing.free) for one in found.left]
    dates = [None if day is None else date.fromordinal(day).isoformat() for day in free]
    assert [(one.people, one.standing.used, day) for one, day in zip(found.left, dates, strict=True)] == left


def test_a_pause_shows_with_its_end() -> None:
    found = today(
        "pause breather\n    anyone may pause encounters for at most 14 days\n",
        "2026-03-08 10:00 pause by Ben\n",
        "2026-03-10T12:00",
    )
    assert "encounters, until the end of Sunday 22 March 2026, asked for by Ben" in status_text(found)


def test_due_alone_is_silent_where_nothing_is() -> None:
    weekly = "check-in\n    check-in by everyone every week on Sunday at 19:00\n"
    assert status_text(today(weekly, "", "2026-03-03T12:00"), due_only=True) == ""
    assert status_text(today(weekly, "", "2026-03-07T12:00"), due_only=True) == "tomorrow, 19:00         check-in\n"


def test_what_is_asked_after_a_breach_is_followed() -> None:
    found = today(
        "boundary b\n    no encounter at home\nrepair\n    after each breach, debrief by everyone within 3 days\n",
        "2026-03-08 20:00 encounter by Ana with dana at home\n",
        "2026-03-09T12:00",
    )
    assert [(one.finding.id, [finding.id for finding in one.open]) for one in found.repairs] == [("b@2026-03-08", ["repair@2026-03-11"])]
    assert "until Wednesday  debrief" in status_text(found)


TELL = "disclosure tell\n    after each encounter, disclosure by the same party to the others within 3 days\n"


def due_lines(text: str, heading: str) -> list[str]:
    """The lines under a heading, without their ids."""
    lines = text.splitlines()
    if heading not in lines:
        return []
    under = lines[lines.index(heading) + 1 :]
    return [" ".join(line.split()[:-1]) for line in under[: under.index("") if "" in under else None]]


def test_what_is_owed_under_the_old_text_is_owed_on_the_first_day_of_the_new_one() -> None:
    # e1 on 14 March under the first text: until the end of the 17th, whatever the text of the 15th says of new evenings.
    later = PACT.replace("2026-01-05", "2026-03-15").replace("2026-01-04", "2026-03-10")
    first, second = load_text(PACT + TELL), load_text(later + TELL.replace("3 days", "1 day"))
    log = "2026-03-14 20:00  encounter by Ana with dana, as e1\n2026-03-15 20:00  encounter by Ana with dana, as e2\n"
    entries, faults = read_logs([Path("us.pactlog")], [first, second], lambda _: log.encode())
    assert not faults
    zone = zone_of_all([first, second])
    found = status_text(today_of([first, second], entries, moment_of("2026-03-15T21:00", zone), zone))
    assert due_lines(found, "Due now") == [
        "until tomorrow disclosure by Ana after encounter e2 (and 1 more)",
    ]
    found = status_text(today_of([first, second], entries[:1], moment_of("2026-03-15T21:00", zone), zone))
    assert due_lines(found, "Due now") == ["until Tuesday disclosure by Ana after encounter e1"]


def test_a_check_in_of_today_that_is_done_is_not_due() -> None:
    weekly = "check-in\n    check-in by everyone every week on Sunday at 19:00\n"
    sunday = "2026-03-08T12:00"
    assert due_lines(status_text(today(weekly, "", sunday)), "Due now") == ["today, 19:00 check-in"]
    done = status_text(today(weekly, "2026-03-08 11:00  check-in by Ana and Ben\n", sunday))
    assert (due_lines(done, "Due now"), due_lines(done, "Next")) == ([], ["on 15 March, 19:00 check-in"])
    half = status_text(today(weekly, "2026-03-08 11:00  check-in by Ana\n", sunday))
    assert due_lines(half, "Due now") == ["today, 19:00 check-in by Ben"]


def test_a_promise_a_day_is_one_line() -> None:
    daily = "promise hello\n    message by each party every day\n".replace("message", "gratitude")
    found = today(daily, "2026-03-08 11:00  gratitude by Ana\n", "2026-03-08T12:00")
    assert due_lines(status_text(found), "Due now") == ["today gratitude by Ben (and 1 more)"]
    assert due_lines(status_text(found), "Next") == []


def test_an_answer_that_never_came_stays_open_until_it_comes() -> None:
    log = "2026-01-07 20:00  encounter by Ana with dana, as e1\n"
    as_of = "2026-03-08T12:00"
    assert due_lines(status_text(today(TELL, log, as_of)), "Due now") == [
        "since 10 January disclosure by Ana after encounter e1, still open"
    ]
    late = log + "2026-02-01 12:00  disclosure by Ana to Ben about e1\n"
    waived = log + "2026-02-01 12:00  waive tell@2026-01-10 by Ben\n"
    assert [due_lines(status_text(today(TELL, some, as_of)), "Due now") for some in (late, waived)] == [[], []]
    repair = TELL + "repair\n    after each breach, debrief by everyone within 3 days\n"
    settled = log + "2026-01-12 12:00  debrief by Ana and Ben\n"
    assert due_lines(status_text(today(repair, settled, as_of)), "Due now") == []
    assert [line.partition(" by")[0] for line in due_lines(status_text(today(repair, log, as_of)), "Due now")] == [
        "since 10 January disclosure",
        "since 14 January debrief",
    ]


def test_warned_of_in_time() -> None:
    early = "testing\n    test by Ana every 90 days\n    warn 10 days before\n"
    # 5 January and 90 days: 5 April; ten days before is 26 March.
    assert due_lines(status_text(today(early, "", "2026-03-25T12:00")), "Due now") == []
    assert due_lines(status_text(today(early, "", "2026-03-26T12:00")), "Due now") == ["until 5 April test by Ana"]


def test_a_text_that_took_over_after_its_first_date_is_spoken_of_too() -> None:
    late = load_text(
        PACT.replace("2026-01-04", "2026-01-10") + TELL + "pause breather\n    anyone may pause encounters for at most 14 days\n"
    )
    log = "2026-01-20 20:00  encounter by Ana with dana, as e1\n2026-03-07 20:00  encounter by Ana with dana, as e2\n"
    log += "2026-03-08  pause by Ben\n"
    entries, faults = read_logs([Path("us.pactlog")], [late], lambda _: log.encode())
    assert not faults
    zone = zone_of_all([late])
    found = status_text(today_of([late], entries, moment_of("2026-03-08T12:00", zone), zone))
    assert due_lines(found, "Due now") == [
        "since 23 January disclosure by Ana after encounter e1, still open",
        "until Tuesday disclosure by Ana after encounter e2",
    ]
    assert "encounters, until the end of Sunday 22 March 2026, asked for by Ben" in found


TALK = """check-in talk
    check-in by everyone every week on Wednesday
"""


def test_the_strip_of_weeks_tells_by_shape_and_in_words() -> None:
    # 5 January 2026 is a Monday. Of `home` there is nothing to tell but that nothing was against it.
    log = """2026-01-07  check-in by Ana and Ben
2026-01-21  check-in by Ana and Ben
2026-01-22  waive talk@2026-01-14 by Ana
2026-01-22  waive talk@2026-01-14 by Ben
2026-02-04  check-in by Ana and Ben
"""
    found = status_text(today(f"{TALK}boundary home\n    no encounter at home\n", log, "2026-02-05T10:00"))
    assert (
        found.partition("Week by week\n")[2]
        == """        Jan Feb
  talk  ■◇■●■  not kept in the week from 26 January; let go in the week from 12 January
  ● not kept  ◇ let go  ■ kept
"""
    )


def test_a_wish_missed_is_not_called_let_go() -> None:
    found = status_text(today(TALK.replace("Wednesday", "Wednesday\n    if we can"), "", "2026-01-20T10:00"))
    assert "  talk  ◇◇○  a wish missed in 2 weeks, the last from 12 January\n  ○ open  ◇ a wish missed\n" in found


def test_what_is_due_this_week_alone_makes_no_strip() -> None:
    assert not today(TALK, "2026-01-07  check-in by Ana and Ben\n", "2026-01-13T10:00").weeks

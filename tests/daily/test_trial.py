"""Trying an entry: what is said of it is what the checker says once it is in the log."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.day.may import Log, Trial, moved, try_entry
from pactlang.day.may_text import trial_text
from pactlang.inputs import load_text, moment_of, read_logs
from pactlang.log.read import read_log
from pactlang.model.calendar import load_zone

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
term late-night means encounter between 23:00 and 05:00
"""
BERLIN = load_zone("Europe/Berlin")
NOON = moment_of("2026-03-04T12:00", BERLIN)  # a Wednesday


def tried(sentences: str, log: str, entry: str) -> Trial:
    """An entry tried at noon of a Wednesday."""
    return try_entry(the_log(sentences, log), read_log(entry, "your entry").entries[0], ahead=True)


def the_log(sentences: str, log: str) -> Log:
    agreement = load_text(PACT + sentences)
    entries, faults = read_logs([Path("us.pactlog")], [agreement], lambda _: log.encode())
    assert not faults
    return Log([agreement], entries, NOON, BERLIN)


def ids(findings: object) -> list[str]:
    return [finding.id for finding in findings]  # type: ignore[attr-defined]


CAP = "cap evenings\n    at most 1 encounter by each party in any 7 days\n"
TELL = "disclosure tell\n    after each encounter, disclosure by the same party to the others within 24 hours\n    covering who\n"
NOTICE = "notice\n    before each encounter, notice by the same party to the others at least 24 hours ahead\n"
HOME = "boundary home\n    no encounter at home unless consent by Ben within the last 7 days\n"
LATE = "boundary late\n    no late-night\n"
MONDAY = "2026-03-02 19:00 to 22:00  encounter by Ana with dana, as e1\n"


def test_what_fits_fits() -> None:
    found = tried(CAP, "", "2026-03-06 19:00 to 22:00  encounter by Ana with dana")
    assert (found.fits, found.breaks, found.kept, found.needs, found.instead) == (True, (), 1, (), None)


def test_the_first_later_day_is_found() -> None:
    found = tried(CAP, MONDAY, "2026-03-06 19:00 to 22:00  encounter by Ana with dana")
    assert ids(found.breaks) == ["evenings@2026-03-06"]
    assert found.instead is not None
    assert (found.instead.day - found.entry.day, found.instead.second) == (3, 19 * 3600)


def test_another_time_of_the_same_day_comes_first() -> None:
    found = tried(LATE, "", "2026-03-06 04:00 to 04:30  encounter by Ana with dana")
    assert ids(found.breaks) == ["late@2026-03-06"]
    assert found.instead is not None
    assert (found.instead.day, found.instead.second, found.instead.end_second) == (found.entry.day, 5 * 3600, 5 * 3600 + 1800)


def test_a_consent_that_is_missing_is_named() -> None:
    found = tried(HOME, "", "2026-03-06 19:00 to 22:00  encounter by Ana with dana at home")
    assert ids(found.breaks) == ["home@2026-03-06"]
    assert [(entry.type, entry.by) for entry in found.needs] == [("consent", ("Ben",))]


def test_a_notice_that_can_still_be_given_is_named() -> None:
    found = tried(NOTICE, "", "2026-03-06 19:00 to 22:00  encounter by Ana with dana")
    assert [(entry.type, entry.by, entry.to) for entry in found.needs] == [("notice", ("Ana",), ("Ben",))]


def test_a_notice_that_comes_too_late_needs_another_day_as_well() -> None:
    found = tried(NOTICE, "", "2026-03-04 19:00 to 22:00  encounter by Ana with dana")
    assert (found.together, len(found.needs)) == (True, 1)
    assert found.instead is not None
    assert found.instead.day == found.entry.day + 1


def test_what_no_time_allows_gets_no_false_hope() -> None:
    found = tried("boundary never\n    no encounter with dana\n", "", "2026-03-06 19:00  encounter by Ana with dana")
    assert (found.fits, found.needs, found.instead) == (False, (), None)


def test_duties_that_start_are_told_with_their_end() -> None:
    found = tried(TELL, "", "2026-03-06 19:00 to 22:00  encounter by Ana with dana")
    assert ids(found.starts) == ["tell@2026-03-07"]
    assert found.starts[0].due == moment_of("2026-03-07T22:00", BERLIN)


def test_an_answer_settles_what_was_due() -> None:
    log = "2026-03-03 20:00 to 22:00  encounter by Ana with dana, as e1\n"
    found = tried(TELL, log, "2026-03-04 11:00  disclosure by Ana to Ben about e1, covering who")
    assert (ids(found.answers), found.lacking) == (["tell@2026-03-04"], ())


def test_an_answer_that_lacks_something_leaves_it_open() -> None:
    log = "2026-03-03 20:00 to 22:00  encounter by Ana with dana, as e1\n"
    found = tried(TELL, log, "2026-03-04 11:00  disclosure by Ana to Ben about e1")
    assert (found.answers, ids(found.lacking)) == ((), ["tell@2026-03-04"])


def test_before_the_agreement_nothing_is_said() -> None:
    assert not tried(CAP, "", "2026-01-02 19:00  encounter by Ana with dana").in_force


@pytest.mark.parametrize("sentences", [CAP, TELL, NOTICE, HOME, LATE, CAP + NOTICE + HOME + LATE])
@pytest.mark.parametrize("entry", [MONDAY.replace("03-02", "03-06"), "2026-03-05 23:00 to 23:30  encounter by Ben with kim at home\n"])
def test_what_is_offered_keeps_the_agreement_once_it_is_in_the_log(sentences: str, entry: str) -> None:
    log = the_log(sentences, MONDAY)
    found = try_entry(log, read_log(entry, "your entry").entries[0], ahead=True)
    ways = [[*found.needs, found.instead]] if found.together else [[*found.needs, found.entry], [found.instead]]
    for way in ways:
        if None in way or (way == [found.entry] and not found.fits):
            continue
        added = [replace(one, order=100 + place) for place, one in enumerate(way) if one is not None]
        end = log.zone.midnight(max(one.day for one in added) + 2)
        before = {one.id for one in judge(log.agreements, log.entries, end, log.zone).findings if one.status is Status.BREACH}
        after = judge(log.agreements, [*log.entries, *added], end, log.zone).findings
        caused = [one for one in after if one.status is Status.BREACH and one.id not in before and one.form.value != "response"]
        assert caused == []


def test_an_entry_keeps_its_length_when_it_moves_over_midnight() -> None:
    entry = read_log("2026-03-06 19:00 to 23:10  encounter by Ana with dana", "x").entries[0]
    late = moved(entry, entry.day + 1, 22 * 3600)
    assert (late.end_day, late.end_second) == (entry.day + 2, 2 * 3600 + 600)


@pytest.mark.parametrize(
    ("entry", "ahead"),
    [
        ("2026-03-04 11:59  test by Ana", False),
        ("2026-03-04 12:00  test by Ana", False),
        ("2026-03-04 12:01  test by Ana", True),
        ("2026-03-04  test by Ana", False),
        ("2026-03-05  test by Ana", True),
    ],
)
def test_what_lies_ahead_is_known(entry: str, ahead: bool) -> None:
    assert tried("", "", entry).future == ahead


def test_nobody_is_told_by_themselves() -> None:
    asked = "notice\n    before each encounter, notice by the same party to everyone at least 2 hours ahead\n"
    found = tried(asked, "", "2026-03-06 19:00  encounter by Ana with dana")
    assert [(one.by, one.to) for one in found.needs] == [(("Ana",), ("Ben",))]


def test_a_cap_that_comes_close_is_said_where_the_entry_brings_it_there() -> None:
    warned = "cap evenings\n    at most 3 encounters by each party per month\n    warn at 2\n"
    entry = "2026-03-06 19:00 to 22:00  encounter by Ana with dana"
    assert tried(warned, "", entry).close == ()
    assert [(room.people, room.standing.used, room.left) for room in tried(warned, MONDAY, entry).close] == [(("Ana",), 2, 1)]
    # Close already, and not by this one.
    assert tried(warned, MONDAY + MONDAY.replace("02 19", "03 19").replace(", as e1", ""), "2026-03-06 19:00  test by Ana").close == ()


EVENING = "2026-03-06 19:00 to 22:00  encounter by Ana with lou"


def test_who_it_is_with_is_part_of_what_is_asked_for() -> None:
    # Only a notice that names lou serves an evening with lou here; what is shown is the whole entry that was tried.
    asked = NOTICE.replace("each encounter", "each encounter with each person").replace("the others", "the others with the same person")
    found = tried(asked, "", EVENING)
    assert [(one.type, one.with_) for one in found.needs] == [("notice", ("lou",))]
    assert "It would fit with notice by Ana to Ben with lou before it." in trial_text(found, BERLIN)


def test_one_more_detail_makes_it_fit() -> None:
    rule = "boundary safe\n    no encounter where protection is not condom\n"
    found = tried(rule, "", EVENING)
    assert ids(found.breaks) == ["safe@2026-03-06"]
    assert found.fuller is not None
    assert found.fuller.fields == {"protection": "condom"}
    text = trial_text(found, BERLIN)
    assert "It would fit with one more detail: 2026-03-06 19:00 to 22:00  encounter by Ana with lou, protection condom" in text
    assert "No time within the next 60 days" not in text


def test_what_a_proposal_breaks_itself_counts() -> None:
    # The notice that is asked for is forbidden: there is no way.
    rule = (
        "notice\n    before each encounter, notice by the same party to the others at least 24 hours ahead\nboundary quiet\n    no notice\n"
    )
    found = tried(rule, "", EVENING)
    assert (found.needs, found.instead) == ((), None)


def test_the_search_counts_its_steps() -> None:
    log = the_log("boundary none\n    no encounter\n", "")
    entry = read_log(EVENING, "your entry").entries[0]
    short = try_entry(replace(log, budget=Budget(200)), entry, ahead=True)
    assert (short.cut, short.instead) == (True, None)
    assert "Not every time within the next 60 days was tried." in trial_text(short, BERLIN)
    whole = try_entry(replace(log, budget=Budget()), entry, ahead=True)
    assert (whole.cut, whole.instead) == (False, None)


def test_the_text_in_force_on_that_day_is_the_one_that_is_asked() -> None:
    # On 4 March the first text is in force, and the second from the 6th on; only the second asks for a notice.
    first = load_text(PACT + "cap evenings\n    at most 9 encounters per month\n")
    second = load_text(PACT.replace("2026-01-05", "2026-03-06").replace("2026-01-04", "2026-02-01") + NOTICE)
    log = Log([first, second], [], NOON, BERLIN)
    before, after = (read_log(f"2026-03-{day} 19:00  encounter by Ana with lou", "x").entries[0] for day in ("05", "06"))
    assert try_entry(log, before, ahead=True).fits
    found = try_entry(log, after, ahead=True)
    assert [(one.type, one.by) for one in found.needs] == [("notice", ("Ana",))]
    assert not try_entry(log, replace(before, day=before.day - 90), ahead=True).in_force

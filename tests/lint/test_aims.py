"""Hopes that stay possible and that do not, guarantees that follow and that do not; every log that is shown is judged again, twice."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from pactlang import load_text
from pactlang.checker.budget import Budget
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.lint.proof.aims import Shown, not_kept, out_of_reach
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Clause, ClauseKind
from pactlang.model.calendar import load_zone
from tests.reference.comparing import differences

ZONE = load_zone("Europe/Berlin")
HEAD = """pact "Case"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin

use relationships

person dana

"""
CAP = "at most 2 encounters per month by each party"
TELL = "after each encounter, disclosure by the same party to the others within 24 hours"
TALK = "check-in by everyone every week on Sunday at 19:00"
CARE_AT_HOME = "after each encounter at home, aftercare by everyone within 2 days"
TEST = "before each encounter, test by the same party within the last 30 days"

# The clauses' sentences, the hope's or guarantee's.
IN_REACH = [
    ([CAP], "at least 1 encounter per month by each party"),
    ([CAP, TELL, TALK, TEST], "at least 1 encounter per month by each party"),
    ([CAP], "at most 2 encounters per week by each party"),
    ([CAP], "at least 3 days between encounters"),
    (["no check-in on Sunday"], "check-in by everyone every week on Monday"),
    (["no encounter at home"], "after each encounter, aftercare by everyone within 2 days"),
    (["no encounter at home unless consent by Ben within the last 7 days"], CARE_AT_HOME),
    (["no encounter between 23:00 and 06:00"], "at least 1 date-night per week"),
    (["test by each party every 30 days"], "test by each party every 90 days"),
    (["at most 1 encounter in any 14 days"], "before each encounter, notice by the same party at least 2 days ahead"),
]  # fmt: skip
OUT_OF_REACH = [
    (["no encounter at home"], "after each encounter at home, aftercare by everyone within 2 days", "c0"),
    (["at most 2 encounters per month"], "at least 1 encounter per week", "c0"),
    ([TELL, "at most 2 encounters per month"], "at least 1 encounter per week", "c1"),
    (["no notice"], "before each encounter, notice by the same party at least 2 days ahead", "c0"),
    (["no check-in on Sunday"], "check-in by everyone every week on Sunday", "c0"),
    (["no date-night"], "at least 1 date-night per month", "c0"),
    (["at least 10 days between date-nights"], "at least 1 date-night per week", "c0"),
    (["at most 1 test per month by each party"], "test by each party every 7 days", "c0"),
    ([TALK, "no encounter"], "before each encounter, notice by the same party at least 2 days ahead", "c1"),
    (["no disclosure"], TELL, "c0"),
    (["no encounter with dana"], "after each encounter with dana, aftercare by everyone within 2 days", "c0"),
]
FOLLOWS = [
    (["at most 1 encounter per week by each party"], "at most 6 encounters per month by each party"),
    (["no encounter"], "no encounter at home"),
    ([TELL], "after each encounter, disclosure by the same party to the others within 2 days"),
    (["test by each party every 30 days"], "test by each party every 90 days"),
    (["at least 2 date-nights per week"], "at least 1 date-night per week"),
    (["at least 7 days between encounters"], "at least 3 days between encounters"),
    (["no encounter unless consent by Ben within the last 2 days"], "no encounter unless consent by Ben within the last 7 days"),
    ([TALK], "check-in by everyone every week on Sunday"),
    (["before each encounter, notice by the same party at least 3 days ahead"],
     "before each encounter, notice by the same party at least 1 day ahead"),
    (["at most 2 encounters in any 14 days"], "at most 2 encounters per week"),
]  # fmt: skip
DOES_NOT = [
    (["at most 2 encounters per week by each party"], "at most 4 encounters per month by each party"),
    (["no encounter at cafe"], "no encounter at home"),
    (["after each encounter, disclosure by the same party to the others within 2 days"], TELL),
    (["at most 4 encounters per month"], "at least 1 encounter per month"),
    (["test by each party every 90 days"], "test by each party every 30 days"),
    (["test by each party every 90 days"], TEST),
    ([TALK], "check-in by everyone every week on Monday"),
    (["at least 3 days between encounters"], "at least 7 days between encounters"),
    (["before each encounter, notice by the same party at least 1 day ahead"],
     "before each encounter, notice by the same party at least 3 days ahead"),
    ([TELL, TALK, CAP], "no encounter between 23:00 and 05:00"),
]  # fmt: skip


def agreement(sentences: list[str], aim: str) -> Agreement:
    clauses = "".join(f"promise c{number}\n    {sentence}\n\n" for number, sentence in enumerate(sentences))
    return load_text(f"{HEAD}{clauses}{aim}")


def hoped(sentences: list[str], hope: str) -> tuple[Agreement, list[Shown]]:
    found = agreement(sentences, f"hope h\n    {hope}\n")
    return found, list(out_of_reach(found, found.hopes[0], Budget()))


def guaranteed(sentences: list[str], guarantee: str) -> tuple[Agreement, list[Shown]]:
    found = agreement(sentences, f"guarantee g\n    {guarantee}\n")
    return found, list(not_kept(found, found.guarantees[0], Budget()))


def on_its_own(found: Agreement, shown: Shown) -> Agreement:
    """The clauses and the aim's sentence as a clause, in force from the first of what is shown."""
    clause = Clause(shown.sentence.clause, ClauseKind.PROMISE, "", (shown.sentence,), (), (), shown.sentence.span)
    return replace(found, aims=(), clauses=(*found.clauses, clause))


def broken(found: Agreement, entries: tuple[Entry, ...], until: int) -> set[str]:
    """The clauses that are broken by what events there are: for what stands of itself, the log may start later than the agreement."""
    as_of = ZONE.midnight(until + 1) - 1
    mine = judge([found], entries, as_of, ZONE, keep_all=True)
    assert differences([found], list(entries), as_of) == []
    standing = (FormName.QUOTA, FormName.INTERVAL, FormName.SCHEDULE)
    return {one.sentence.clause for one in mine.findings if one.status is Status.BREACH and one.form not in standing}


@pytest.mark.parametrize(("clauses", "hope"), IN_REACH, ids=[" / ".join([*one[0], one[1]]) for one in IN_REACH])
def test_a_hope_in_reach_is_not_doubted(clauses: list[str], hope: str) -> None:
    assert hoped(clauses, hope)[1] == []


@pytest.mark.parametrize(("clauses", "hope", "against"), OUT_OF_REACH, ids=[" / ".join([*one[0], one[1]]) for one in OUT_OF_REACH])
def test_a_hope_out_of_reach_is_said_with_the_clause_against_it(clauses: list[str], hope: str, against: str) -> None:
    found, shown = hoped(clauses, hope)
    assert len(shown) == 1
    assert {finding.sentence.clause for finding in shown[0].against} == {against}
    assert against in broken(on_its_own(found, shown[0]), shown[0].entries, shown[0].until)


@pytest.mark.parametrize(("clauses", "guarantee"), FOLLOWS, ids=[" / ".join([*one[0], one[1]]) for one in FOLLOWS])
def test_a_guarantee_that_follows_is_not_doubted(clauses: list[str], guarantee: str) -> None:
    assert guaranteed(clauses, guarantee)[1] == []


@pytest.mark.parametrize(("clauses", "guarantee"), DOES_NOT, ids=[" / ".join([*one[0], one[1]]) for one in DOES_NOT])
def test_a_guarantee_that_does_not_follow_has_a_log_that_shows_it(clauses: list[str], guarantee: str) -> None:
    found, shown = guaranteed(clauses, guarantee)
    assert len(shown) == 1
    own = broken(on_its_own(found, shown[0]), shown[0].entries, shown[0].until)
    assert own <= {"g"}
    if shown[0].entries:
        assert own == {"g"} or "every" in guarantee


@pytest.mark.parametrize(
    "clauses", [["review by everyone every month on day 5"], [TALK, "at least 4 date-nights per month", "at most 3 date-nights per month"]]
)
def test_a_hope_is_not_out_of_reach_because_time_ends_or_other_clauses_clash(clauses: list[str]) -> None:
    """June alone: what is counted by the month is told on the day after. Of two clauses that clash, none is what prevents a hope."""
    found = agreement(clauses, "hope h\n    at least 1 date-night per month\n")
    june = (date(2026, 6, 1).toordinal(), date(2026, 6, 30).toordinal())
    found = replace(found, in_force_from=june[0], in_force_until=june[1])
    assert list(out_of_reach(found, found.hopes[0], Budget())) == []


def test_a_search_that_runs_out_says_nothing_and_that_it_did() -> None:
    found = agreement([CAP, TELL, TALK, TEST], "hope h\n    at least 1 encounter per month by each party\n")
    budget = Budget(2)
    assert list(out_of_reach(found, found.hopes[0], budget)) == []
    assert budget.spent

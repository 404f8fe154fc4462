"""Cases lie in the agreement's own time, and are judged so by the agreement as it is in force; they name no id of their own."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from msgspec.structs import replace

from pactlang import load_text
from pactlang.checker.context import label_of
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.explain.page import explain_json, explain_text
from pactlang.explain.text import explained
from pactlang.model.agreement import Agreement
from pactlang.model.calendar import load_zone
from pactlang.witness.cases import Pair
from pactlang.witness.nearest import nearest_of

BERLIN = load_zone("Europe/Berlin")
TEXT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-10-01 until 2027-09-30
    time zone Europe/Berlin

use relationships

boundary other
    no reflection

promise this
    {}
"""
SAID = (
    "check-in by everyone every 2 weeks on Sunday\n    only from 2026-11-10",
    "check-in by everyone every 2 weeks on Sunday\n    only until 2027-01-15",
    "check-in by everyone every 3 weeks on Monday and Thursday",
    "review by everyone every year on 14 February",
    "at most 2 encounters per month\n    only until 2027-01-15",
    "at most 1 encounter in any 14 days\n    except from 2026-12-20 until 2027-01-06",
    "test by each party every 90 days",
    "at least 1 date-night per week",
    "at least 2 gratitudes by each party per month",
    "after each encounter, disclosure by the same party to the others within 24 hours\n    only from 2027-02-01",
    "before each encounter, test by the same party within the last 90 days",
    "before each encounter, notice by the same party at least 2 days ahead",
    "before each encounter, consent by the others to the same party at least 40 days ahead",
    "no encounter unless consent by the others within the last 60 days",
    "no encounter with someone new",
    "no encounter unless with someone new",
    "after each encounter with someone new by Ana, disclosure by Ana to Ben within 24 hours",
    "after each breach of other, apology by the same party within 2 days",
    "after each encounter, encounters pause for 3 days",
)


def pairs(said: str) -> tuple[Agreement, tuple[Pair, ...]]:
    """The cases of a sentence."""
    agreement = load_text(TEXT.format(said))
    return agreement, nearest_of(agreement, agreement.sentences[-1]).pairs


@pytest.mark.parametrize("said", SAID)
def test_the_checker_says_the_same_while_it_is_in_force(said: str) -> None:
    agreement, shown = pairs(said)
    assert shown
    first, last = agreement.in_force_from, agreement.in_force_until
    assert first is not None
    assert last is not None
    for pair in shown:
        named = {case.finding.date for case in (pair.kept, pair.broken) if case.finding is not None}
        assert all(first <= day <= last + 1 for day in named), said
        for case in (pair.kept, pair.broken):
            assert all(first <= entry.day <= last for entry in case.entries), said
            whole = replace(agreement, signatures=())
            findings = judge([whole], case.entries, BERLIN.midnight(case.last + 1) - 1, BERLIN, keep_all=True).findings
            states = {one.status for one in findings if label_of(one.sentence) == "this" and one.date in named}
            assert (Status.BREACH in states) is case.broken, (said, case)


def test_whom_they_had_met_before_is_shown_within_its_time() -> None:
    """In force from 1 October 2026, a Thursday. Without anybody who is known, `with someone new` leaves only none at all."""
    _, (none,) = pairs("no encounter with someone new")
    assert none.kept.entries == ()
    _, (again,) = pairs("no encounter unless with someone new")
    met, evening = again.broken.entries
    assert again.kept.entries == (evening,)
    assert met.with_ == evening.with_
    assert date(2026, 10, 1).toordinal() <= met.day == evening.day - 14


@pytest.mark.parametrize(
    "said", ["no encounter by each party", "at most 1 encounter per year", "at most 6 encounters by each party per year"]
)
def test_a_ban_that_nothing_narrows_and_a_year_that_is_cut_have_a_case(said: str) -> None:
    assert pairs(said)[1] != ()


def test_what_is_longer_than_the_agreement_has_no_case() -> None:
    """Two years do not pass in one."""
    assert pairs("review by everyone every 2 years")[1] == ()


def test_no_case_names_a_finding_of_its_own() -> None:
    agreement = load_text(TEXT.format("after each breach of other, apology by the same party within 2 days"))
    clauses = explained(agreement)
    assert not re.search(r"\w@\d{4}-", explain_text(agreement, clauses))
    cases = [
        case for clause in json.loads(explain_json(agreement, clauses))["clauses"] for one in clause["sentences"] for case in one["cases"]
    ]
    assert cases
    assert all("id" not in case[side]["finding"] for case in cases for side in ("kept", "broken") if case[side]["finding"])

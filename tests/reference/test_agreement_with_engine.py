"""The fast engine and the slow reference say the same about agreements and logs that nobody would think of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .comparing import differences, tries
from .spoken import FORMS
from .strategies import Case, LogShape, one_agreement, several_versions, with_a_new_name, with_other_words

EVERYTHING = (*FORMS, "matrix", "follow_up")


def check(case: Case) -> None:
    found = differences(case.models, case.entries, case.as_of)
    assert not found, "\n".join(["they differ:", *found])


@pytest.mark.parametrize("form", sorted(FORMS))
@given(data=st.data())
@tries(80)
def test_each_form(form: str, data: st.DataObject) -> None:
    check(data.draw(one_agreement((form,))))


@given(one_agreement(("share",), LogShape(unnamed=True)))
@tries(60)
def test_shares_of_what_says_too_little(case: Case) -> None:
    check(case)


@given(one_agreement(("portion",), LogShape(unnamed=True, size=8), sentences=1))
@tries(60)
def test_portions_of_what_says_too_little(case: Case) -> None:
    check(case)


@given(one_agreement(("matrix", "prohibition"), sentences=1))
@tries(80)
def test_matrix(case: Case) -> None:
    check(case)


@given(one_agreement(EVERYTHING, LogShape(noted=True), sentences=1))
@tries(120)
def test_follow_ups(case: Case) -> None:
    check(case)


@given(one_agreement(EVERYTHING, LogShape(waivers=True), sentences=1))
@tries(80)
def test_waivers_and_disputes(case: Case) -> None:
    check(case)


@given(one_agreement(EVERYTHING, LogShape(leaves=True, completes=True)))
@tries(80)
def test_leaving_and_logs_that_are_complete_until_a_date(case: Case) -> None:
    check(case)


@given(one_agreement(("pause", "pause", "schedule", "interval", "quota", "response"), sentences=3))
@tries(80)
def test_pauses_of_what_is_asked_for(case: Case) -> None:
    check(case)


@given(one_agreement(("pause_after", "schedule", "interval", "quota", "response", "cap"), sentences=3))
@tries(80)
def test_pauses_that_follow_something(case: Case) -> None:
    check(case)


@given(several_versions())
@tries(80)
def test_versions(case: Case) -> None:
    check(case)


@given(with_a_new_name(several_versions(LogShape(leaves=True))))
@tries(40)
def test_versions_in_which_somebody_has_a_new_name(cases: tuple[Case, Case]) -> None:
    check(cases[1])


@given(with_other_words(several_versions(LogShape(waivers=True), sentences=2)))
@tries(80)
def test_versions_in_which_a_clause_or_an_event_has_another_name(case: Case) -> None:
    check(case)


@given(one_agreement(EVERYTHING, LogShape(waivers=True, leaves=True, completes=True, noted=True, size=20), sentences=4))
@tries(60)
def test_everything_at_once(case: Case) -> None:
    check(case)

"""Whatever the sentence: what is shown as kept is kept, what is shown as broken is broken, by the engine and by the reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.explain.page import explain_json, explain_markdown, explain_text
from pactlang.explain.text import explained
from pactlang.witness.nearest import nearest_of

from ..reference.checker import judge as judge_slowly
from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import Parts, agreement_parts
from .holding import as_of, hold, named

EVERYTHING = (*FORMS, "matrix", "follow_up")


@pytest.mark.parametrize("form", sorted(FORMS))
@given(data=st.data())
@tries(12)
def test_each_form(form: str, data: st.DataObject) -> None:
    shown(data.draw(agreement_parts((form,), sentences=1)))


@given(agreement_parts(EVERYTHING, sentences=2))
@tries(25)
def test_everything(parts: Parts) -> None:
    shown(parts)


def shown(parts: Parts) -> None:
    agreement = parts.spoken().model
    for rule in named(agreement):
        for pair in nearest_of(agreement, rule).pairs:
            hold(pair, rule)
            for case in (pair.kept, pair.broken):
                entries = [replace(entry, order=place) for place, entry in enumerate(case.entries)]
                slow = judge_slowly([pair.agreement], entries, as_of(pair, case))
                assert case.broken == any(one.status in ("breach", "missed") and one.clause_label == label_of(rule) for one in slow)


@given(agreement_parts(EVERYTHING, sentences=2))
@tries(15)
def test_all_of_it_can_be_said(parts: Parts) -> None:
    agreement = parts.spoken().model
    clauses = explained(agreement)
    for said in (explain_text(agreement, clauses), explain_markdown(agreement, clauses), explain_json(agreement, clauses)):
        assert "None" not in said
        assert "\x1b" not in said

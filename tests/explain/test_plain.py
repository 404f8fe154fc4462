"""All forms, filters and lines under sentences in plain words, each with a pair of cases that holds."""

from __future__ import annotations

from typing import get_args

import pytest

from pactlang.explain.text import explained, explained_one, hover_words
from pactlang.model.agreement import Form, Modifiers
from pactlang.witness.nearest import nearest_of
from pactlang.words.plain import plain_words

from .holding import hold
from .plain_table import agreement, rows


@pytest.mark.parametrize(("said", "plain"), rows(), ids=[said for said, _ in rows()])
def test_plain_words(said: str, plain: str) -> None:
    whole = agreement(said)
    assert " ".join(plain_words(whole.sentences[-1], whole)) == plain


def test_every_form_and_modifier_has_a_row() -> None:
    """Otherwise `pact explain` may pass over one in silence."""
    sentences = [one for said, _ in rows() for one in agreement(said).sentences]
    plain = Modifiers()
    lacking = {kind.__name__ for kind in get_args(Form)} - {type(one.form).__name__ for one in sentences}
    lacking |= {name for name in plain.__struct_fields__ if all(getattr(one.modifiers, name) == getattr(plain, name) for one in sentences)}
    assert lacking == set(), "give each a row in tests/explain/plain.txt, in the words of words/plain.py"


@pytest.mark.parametrize("said", [said for said, _ in rows()])
def test_a_pair_of_cases(said: str) -> None:
    whole = agreement(said)
    pairs = nearest_of(whole, whole.sentences[-1]).pairs
    assert pairs
    for pair in pairs:
        hold(pair, whole.sentences[-1])


def test_a_state_is_told_apart() -> None:
    whole = agreement("no encounter while away")
    (away,) = explained(whole, "away")
    assert away.sentences[0].plain == (
        "“away” begins with a meeting.",
        "It ends with a gratitude.",
        "It ends at the latest with the end of the 30th day after.",
    )


def test_what_is_not_applied_says_so() -> None:
    whole = agreement("no pause by Ana")
    one = explained_one(whole.sentences[-1], whole)
    assert one.pairs == ()
    assert "not applied" in one.note


def test_a_limit_beyond_reading_says_so() -> None:
    whole = agreement("at most 500 encounters per year")
    one = explained_one(whole.sentences[-1], whole)
    assert one.pairs == ()
    assert "more entries than anyone would read" in one.note


def test_the_words_for_an_editor_are_short() -> None:
    whole = agreement("after each encounter by Ana, disclosure by Ana to Ben within 24 hours")
    told = hover_words(whole.sentences[-1], whole).splitlines()
    assert told[-2:] == [
        "Kept: disclosure by Ana to Ben on Thursday 29 January, 22:00 (disclosure came in time 24 h after).",
        "Broken: disclosure by Ana to Ben on Thursday 29 January, 22:01 (disclosure came 24 h 1 min after, 1 min late).",
    ]

"""The symmetry table, and what a new version asks for more or less."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang import load_text
from pactlang.lint.changes import changes
from pactlang.lint.symmetry import as_rows, table
from pactlang.model.agreement import Agreement

HEAD = """pact "Three"
    between Ana, Ben and Cem
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

"""
ALL = "Ana Ben Cem"

ROWS = [
    ("at most 2 encounters by Ana per week", {("is limited", "Ana")}),
    ("no encounter", {("is limited", ALL)}),
    ("at least 1 date-night by Ana or Ben per week", {("does", "Ana Ben")}),
    ("test by each party every 90 days", {("does", ALL)}),
    ("after each encounter by Ana, disclosure by the same party to the others within 2 days", {("does", "Ana"), ("hears", "Ben Cem")}),
    ("after each encounter, disclosure by Ana to Ben within 2 days", {("does", "Ana"), ("hears", "Ben")}),
    ("after each encounter by Ana, aftercare by the others within 2 days", {("does", "Ben Cem")}),
    ("before each encounter by Ana, consent by the others within the last 7 days", {("decides", "Ben Cem")}),
    ("no encounter at home unless consent by Ben within the last 7 days", {("is limited", ALL), ("decides", "Ben")}),
    ("anyone may pause encounters for at most 14 days", {("decides", ALL)}),
    ("at most 2 nights of encounters by Ana per week", {("is limited", "Ana")}),
    ("at least 3 days of date-nights by each party per week", {("does", ALL)}),
    ("after each conflict by Ana, no encounter by the same party for 24 hours", {("is limited", "Ana")}),
    ("after each conflict by Ana, no encounter by the others for 24 hours", {("is limited", "Ben Cem")}),
    ("after each conflict, no encounter by the same party until consent by Ben", {("is limited", ALL), ("decides", "Ben")}),
    ("after each conflict by Ana, no encounter by Ana until consent by the others", {("is limited", "Ana"), ("decides", "Ben Cem")}),
    ("after each conflict, no encounter until debrief by everyone", {("is limited", ALL)}),
    ("after each message, reply by each who was addressed within 2 days", {("does", ALL)}),
    ("after each message by Ana, reply by at least 2 of the others within 2 days", {("does", "Ben Cem")}),
    ("after each message by Ana, reply by each who was addressed within 2 days", {("does", "Ben Cem")}),
    ("after each message by Ana to Ben, reply by each who was addressed within 2 days", {("does", "Ben")}),
    ("no pause by Ana", set()),  # never applied: stopping is free
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_whom_a_sentence_concerns(sentence: str, expected: set[tuple[str, str]]) -> None:
    agreement = load_text(f"{HEAD}promise one\n    {sentence}\n")
    assert {(row.kind.value, " ".join(row.parties)) for row in table(agreement)} == expected


def test_the_table_has_a_column_for_each_party() -> None:
    clause = "promise one\n    at least 1 date-night by Ana or Ben per week\n    review by Ana and Cem in turn every month\n"
    text = f"{HEAD}{clause}\nmatrix m for encounter\n    activity Ana Ben Cem\n    dinner yes ask no\n"
    assert as_rows(load_text(text)) == [
        ("clause", "party", "sentence", "Ana", "Ben", "Cem"),
        ("one", "does", "at least 1 date-night by Ana or Ben per week", "may", "may", ""),
        ("one.2", "does", "review by Ana and Cem in turn every month", "yes", "", "yes"),
        ("", "decides", "dinner yes ask no", "", "yes", "yes"),
    ]


@given(st.permutations(("Ana", "Ben", "Cem")), st.sampled_from([sentence for sentence, _ in ROWS]))
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_other_names_give_the_same_table(order: list[str], sentence: str) -> None:
    names = dict(zip(("Ana", "Ben", "Cem"), order, strict=True))
    renamed = " ".join(names.get(word.rstrip(","), word.rstrip(",")) + ("," if word.endswith(",") else "") for word in sentence.split())
    one, other = (load_text(f"{HEAD}promise one\n    {words}\n") for words in (sentence, renamed))
    before = {(row.kind, frozenset(names[party] for party in row.parties)) for row in table(one)}
    assert {(row.kind, frozenset(row.parties)) for row in table(other)} == before


def version(*sentences: str) -> Agreement:
    return load_text(HEAD + "\n".join(f"promise p{number}\n    {sentence}\n" for number, sentence in enumerate(sentences)))


CHANGES = [
    ("at most 4 encounters by Ana per month", "at most 2 encounters by Ana per month", "Ana", ""),
    ("at most 2 encounters by Ana per month", "at most 2 encounters by each party per month", "Ben Cem", ""),
    ("at least 1 date-night by Ana per week", "at least 2 date-nights by Ana per week", "Ana", ""),
    ("at least 3 days between encounters by Ana", "at least 1 day between encounters by Ana", "", "Ana"),
    ("test by Ana every 90 days", "test by Ana every 60 days", "Ana", ""),
    ("after each test by Ana, result by Ana to Ben within 3 days", "after each test by Ana, result by Ana to Ben within 1 day", "Ana", ""),
    ("before each encounter, notice by Ana at least 3 days ahead", "before each encounter, notice by Ana at least 1 day ahead", "", "Ana"),
    ("before each encounter, test by Ana within the last 3 weeks", "before each encounter, test by Ana within the last 2 weeks", "Ana", ""),
    (
        "after each test by Ana, result by Ana to Ben within 3 days",
        "after each test by Ana, result by Ana to Ben within 3 days\n    covering kind",
        "Ana",
        "",
    ),
]


@pytest.mark.parametrize(("old", "new", "more", "less"), CHANGES)
@pytest.mark.parametrize("turned", [False, True])
def test_of_whom_a_change_asks_more(old: str, new: str, more: str, less: str, turned: bool) -> None:
    found = changes(version(new), version(old)) if turned else changes(version(old), version(new))
    assert found is not None
    (change,) = found
    tighter, looser = (" ".join(sorted(names)) for names in (change.tighter, change.looser))
    assert (tighter, looser) == ((less, more) if turned else (more, less))


def test_a_sentence_that_came_and_one_that_went() -> None:
    base = "review by everyone every 6 weeks"
    with_more = version(base, "no encounter by Ana")
    came, went = changes(version(base), with_more), changes(with_more, version(base))
    assert came is not None
    assert went is not None
    assert [(one.tighter, one.looser, one.gone) for one in came] == [(frozenset({"Ana"}), frozenset(), False)]
    assert [(one.tighter, one.looser, one.gone) for one in went] == [(frozenset(), frozenset({"Ana"}), True)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at most 4 encounters per month", "at most 4 encounters per week"),
        ("at most 4 encounters in any 30 days", "at most 3 encounters in any 20 days"),
        ("test by Ana every 90 days", "test by Ana every 3 months"),
        ("no encounter between 23:00 and 05:00", "no encounter between 22:00 and 05:00"),
        ("no encounter at home\n    only on weekends", "no encounter at home"),
    ],
)
def test_what_is_not_plain_is_left_alone(old: str, new: str) -> None:
    assert changes(version(old), version(new)) is None


def test_the_same_text_is_no_change() -> None:
    one = version("at most 4 encounters per month", "test by Ana every 90 days")
    assert changes(one, one) == []

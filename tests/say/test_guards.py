"""The guards of what is offered: nothing is swallowed, crossed over, turned round or filled in without being said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pactlang.language.rephrase.reading import reread
from pactlang.language.rephrase.rules import phrases
from pactlang.language.rephrase.spelling import spelled
from pactlang.resolve.free import Around
from pactlang.resolve.red_flags import flags
from pactlang.source import SourceFile
from tests.say.scoring import answer, rows
from tests.say.test_shapes import _stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.diagnostics import Offer

_SMALL = """in on at by to from with of for and or not no never nobody every each after before until unless except than per the a
an is are our my your his her if when within without only"""
_GRAMMAR = frozenset(_SMALL.split())


def _all() -> Iterator[tuple[str, Offer]]:
    for row in rows():
        line = row.typed.partition("\n")[2].strip() or row.typed
        for offer in answer(row)[0].offers:
            yield line, offer


def test_g2_a_new_name_swallows_no_word_of_grammar_no_number_and_nobody() -> None:
    for line, offer in _all():
        said = {word for word in re.findall(r"\b[A-Z]\w+", line) if not line.startswith(word)}
        for declared in offer.declares:
            name = re.match(r"event (\S+)", declared)
            if name is None:
                continue
            parts = name[1].split("-")
            assert not _GRAMMAR.intersection(parts), (line, name[1])
            assert not any(one[0].isdigit() for one in parts), (line, name[1])
            assert not {one.casefold() for one in said}.intersection(parts), (line, name[1])


def test_g2_at_most_one_new_event_for_each_thing_that_is_named() -> None:
    for line, offer in _all():
        states = {one.split()[1] for one in offer.declares if one.startswith("state ")}
        new = [one.split()[1] for one in offer.declares if one.startswith("event ")]
        own = [one for one in new if not any(one.startswith(state) for state in states)]
        assert len(own) <= 2 + line.count(",") + line.count(" and "), (line, own)


def test_g4_a_phrase_writes_only_what_it_has_found() -> None:
    """Every place on the right of a phrase stands on its left: `every other week` was once read as `every 2 units`."""
    text = (Path(__file__).parents[2] / "src/pactlang/language/rephrase/phrases.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        left, _, right = rest.partition(" -> ")
        if mark in ("=", "~"):
            named = {name for name in re.findall(r"\{([a-z]\w*?)(?:-1)?\}", right) if not name.isdigit()}
            assert named <= set(re.findall(r"\{(\w+)\}", left)), line
            groups = left.count("(")
            assert all(int(number) <= groups for number in re.findall(r"\{(\d+)\}", right)), line


@pytest.mark.parametrize("typed", ["no more than 12.50 euros a week on coffee", "everyone sends him 6.40 by the 5th", "coffee costs 2.50"])
def test_g4_a_sum_is_no_time(typed: str) -> None:
    stage = _stage("household", "Ana, Ben and Kim")
    for offer in stage.suggest(typed).offers:
        assert not re.search(r"\d\d:\d\d", " ".join(offer.lines)), offer.lines


CROSSING = [
    ("after each party on weekdays, cleaning by everyone within 2 days", "weekdays", "after each party on weekdays,"),
    ("after every party, cleaning by everybody at home within two days", "at home", "cleaning by everyone at home"),
    ("after each guest at home, Ana writes a message within 2 hours", "at home", "after each guest at home,"),
    ("if there is a party on Saturday, Kim cleans within 1 day", "on Saturday", "after each party on Saturday,"),
    ("before each party with 20 guests, notice by the same party 2 days ahead", "2 days", "at least 2 days ahead"),
    ("after each party, cleaning by Ben in the kitchen within 2 days", "at kitchen", "cleaning by Ben at kitchen"),
]


@pytest.mark.parametrize(("typed", "part", "inside"), CROSSING, ids=[one[0] for one in CROSSING])
def test_g3_what_narrows_one_side_of_a_comma_stays_there(typed: str, part: str, inside: str) -> None:
    offers = [one for one in _stage("household", "Ana, Ben and Kim").suggest(typed).offers if part in " ".join(one.lines)]
    assert offers
    for offer in offers:
        assert inside in " ".join(offer.lines), offer


@pytest.mark.parametrize("wanted", ["at least", "at most"])
def test_g4_at_least_is_never_at_most(wanted: str) -> None:
    other = "at most" if wanted == "at least" else "at least"
    for line, offer in _all():
        if wanted in line and other not in line:
            assert not any(said.startswith(other) for said in offer.lines), (line, offer.marked)


def test_g4_by_and_to_before_and_after_are_never_turned_round() -> None:
    stage = _stage("household", "Ana, Ben and Kim")
    for typed, wrong in [
        ("after each party, message to Ben within 1 day", "by Ben"),
        ("before each party, Kim tells everyone", "after each party"),
        ("after each party, Kim tells everyone", "before each party"),
        ("no party before 18:00", "between 18:00"),
        ("no party after 18:00", "and 18:00"),
        ("never a party without asking", "at least 1 party"),
        ("no escalation unless Kim agrees", "after each"),
    ]:
        for offer in stage.suggest(typed).offers:
            assert wrong not in " ".join(offer.lines), (typed, offer.marked)


def test_g5_what_is_read_has_no_value_that_nobody_said() -> None:
    exact = {digit for rule in phrases().rules if rule.mark == "=" for digit in re.findall(r"\d+", rule.right)}
    read = 0
    for row in rows():
        for line in row.typed.split("\n"):
            _, said = reread(SourceFile("", line).span(0, len(line)))
            assert "‹" not in said
            own = set(re.findall(r"\d+", " ".join(one.text for one in spelled(line)) + line))
            fewer = {str(int(one) - 1) for one in own} if "fewer" in line or "less" in line else set()
            assert set(re.findall(r"\d+", said)) <= own | fewer | exact, (line, said)
            read += bool(said)
    assert read > 20


def test_g6_an_offer_changes_something_and_is_nothing_that_is_never_applied() -> None:
    typed = [
        "Ana owes Ben sex every week", "no talking to friends", "no contact with anyone but Ben", "no therapy without consent by Ben",
        "Ana never says no", "no police", "no crying", "no leaving the house after 22:00", "Ben reads Ana's messages",
        "Ana tells Ben where she is every hour", "if Ana drinks she is slapped", "no safeword", "sex every day", "no doctor without asking",
    ]  # fmt: skip
    stage = _stage("relationships", "Ana and Ben")
    around = Around.of(("Ana", "Ben"), ())
    for line in typed:
        for offer in stage.suggest(line).offers:
            assert offer.lines != (line,)
            for sentence in stage.tried(offer):
                assert not sentence.not_applied, (line, offer.marked)
                assert not flags(sentence.form, sentence.modifiers, around), (line, offer.marked)


@pytest.mark.parametrize("typed", ["Ana never says no", "no safeword", "if Ana drinks she is slapped", "no contact with anyone but Ben"])
def test_g6_what_takes_a_freedom_away_is_told_and_not_offered(typed: str) -> None:
    advice = _stage("relationships", "Ana and Ben").suggest(typed)
    assert (advice.kind, advice.offers) == ("flag", ())
    assert advice.why


def test_g8_an_offer_that_leaves_words_out_says_so_and_never_hides_a_whole_one() -> None:
    for line, offer in _all():
        for lost in offer.lost:
            assert lost.split()[0].casefold() in line.casefold() or not lost, (line, lost)
    for row in rows():
        offers = answer(row)[0].offers
        whole = [place for place, one in enumerate(offers) if not one.lost]
        assert not whole or whole[0] == 0 or offers[0].cost <= offers[whole[0]].cost, row.typed


@pytest.mark.parametrize(
    "typed", ["no driving after any alcohol", "after a fight nobody leaves the house", "nobody calls during their vacation"]
)
def test_what_takes_more_than_one_sentence_is_told_how_and_not_turned_into_another(typed: str) -> None:
    advice = _stage("household", "Ana, Ben and Kim").suggest(typed)
    assert (advice.kind, advice.offers) == ("fault", ())
    assert "state" in advice.why

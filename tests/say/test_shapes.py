"""Shapes of whole lines: every shape of the data can be met, and every reading of it is a sentence where its words are put in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactlang.inputs.suggest import Stage
from pactlang.language.rephrase.shapes import shapes
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather

SHAPES = Path(__file__).parents[2] / "src/pactlang/language/rephrase/shapes.txt"
_PLACE = re.compile(r"\{(\w+)[!*~+-]?(?:\|[^}]*)?\}")
_OF_READINGS = {"clause", "other", "s", "turns"}


def _stage(vocabulary: str, parties: str) -> Stage:
    text = f'pact "us"\n    between {parties}\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse {vocabulary}\n'
    gathered = gather(Path("us.pact"), lambda _: text.encode())
    return Stage(gathered, resolve_gathered(gathered)[0], lambda _: text.encode())


def _blocks() -> list[tuple[list[str], list[str]]]:
    found: list[tuple[list[str], list[str]]] = []
    for line in SHAPES.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            if not found or found[-1][1]:
                found.append(([], []))
            found[-1][0].append(line)
    return found


def test_a_reading_writes_only_what_its_shapes_have() -> None:
    for lefts, readings in _blocks():
        assert readings, lefts
        has = {name for left in lefts for name in _PLACE.findall(left)} | _OF_READINGS
        for reading in readings:
            named = {name for name in _PLACE.findall(reading) if not name.isdigit()}
            assert named <= has, (lefts, reading)
    assert sum(len(lefts) for lefts, _ in _blocks()) == len(shapes())


def test_a_word_that_a_shape_drops_is_marked_as_dropped() -> None:
    """A number, a length, a time, days or somebody that a line holds is in each of its readings."""
    for lefts, readings in _blocks():
        for left in lefts:
            names = set(_PLACE.findall(left))
            counted = {name for name in names if re.fullmatch(r"(?:n|length|clock|days|cur|who)", name)}
            for reading in readings:
                spared = {"n"} if "tagged alone" in reading else {"cur"} if "amount is" in reading else set()
                assert not counted - spared - set(_PLACE.findall(reading)), (left, reading)


LINES = [line.split("\t") for line in (Path(__file__).parent / "shaped.tsv").read_text(encoding="utf-8").splitlines() if "\t" in line]


@pytest.mark.parametrize(("where", "typed", "offered"), LINES, ids=[typed for _, typed, _ in LINES])
def test_a_line_of_a_shape_is_offered(where: str, typed: str, offered: str) -> None:
    vocabulary, _, parties = where.partition(": ")
    advice = _stage(vocabulary, parties).suggest(typed)
    found = [" / ".join(one.marked).replace("\n    ", "; ") + (f" ~ {', '.join(one.lost)}" if one.lost else "") for one in advice.offers]
    assert offered in found


@pytest.mark.parametrize(
    "rest", ["not on Sundays", "excluding my sister", "as long as nobody is ill", "except in August", "(not counting family)"]
)
def test_what_narrows_a_line_is_never_set_beside_it_as_a_promise(rest: str) -> None:
    """`dinner every day, not on Sundays`: the first part alone would ask for more than was meant."""
    for offer in _stage("household", "Ana, Ben and Kim").suggest(f"dinner by everyone every week, {rest}").offers:
        assert not any(line.startswith('"') for line in offer.lines), offer


BROKEN = """
boundary tell
    no conflict

boundary careful
    no incident
"""


@pytest.mark.parametrize(
    ("typed", "offer"),
    [
        ("whoever breaks tell apologises within 2 days", "after each breach of tell, apology by the same party within 2 days"),
        ("whoever breaks tell or careful apologises within 2 days", "of tell or careful, apology by the same party within 2 days"),
        ("after each breach of tell and careful, apology within 2 days", "of tell or careful, apology by the same party within 2 days"),
        ("if tell or careful is broken, we talk within 2 days", "after each breach of tell or careful, talk by everyone within 2 days"),
        ("if tell is missed, Ana apologises within 2 days", "after each breach of tell, apology by Ana within 2 days"),
    ],
)
def test_what_follows_a_breach_names_the_clauses_of_the_text(typed: str, offer: str) -> None:
    text = f'pact "us"\n    between Ana and Ben\n    in force from 2026-01-01\n\nuse relationships\n{BROKEN}'
    gathered = gather(Path("us.pact"), lambda _: text.encode())
    stage = Stage(gathered, resolve_gathered(gathered)[0], lambda _: text.encode())
    (found,) = stage.suggest(typed, "repair", "after").offers
    assert found.lines[0].endswith(offer)
    assert not found.lost
    # The name of no clause is none.
    assert not any("breach of" in one.lines[0] for one in stage.suggest(typed.replace("tell", "shout"), "repair", "after").offers)


def test_a_currency_is_said_in_the_heading() -> None:
    stage = _stage("household", "Ana and Ben")
    for typed, unit in (("All amounts are in dollars.", "USD"), ("we count in CHF", "CHF"), ("money is counted in euros", "EUR")):
        advice = stage.suggest(typed)
        assert advice.why == f"The currency is said once, under 'pact': 'currency {unit}'.", typed
        assert not advice.offers

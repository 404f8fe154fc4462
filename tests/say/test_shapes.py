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

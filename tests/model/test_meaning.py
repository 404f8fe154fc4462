"""Two texts that mean the same compare equal; what changes a verdict does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang import load, load_text
from pactlang.model.meaning import meaning, same_meaning, wording

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-09-07
use relationships
person dana
cap monthly "Evenings"
    at most 4 encounters by Ana or Ben per month
    > Home matters.
promise
    "We listen."
aftercare
    after each encounter with dana at home, aftercare by everyone within 48 hours
matrix comfort for encounter
    activity Ana Ben
    dinner yes no
    travel ask ?
example "a long evening"
    2026-09-12 20:00  encounter by Ana with kim, tagged dinner
        "It rained."
    expect broken comfort
example "a short one"
    2026-09-13 20:00  encounter by Ben with kim
    expect kept as of 2026-09-14
"""

SAME = [
    ("    in force from 2026-09-07\n", "  in  force from 2026-09-07  # since the talk\n\n"),
    ("    in force from 2026-09-07\n", "    in force from 2026-09-07\n    signed by Ana on 2026-09-01\n"),
    ("at most 4 encounters by Ana or Ben per month", "at most 4 encounters per month by Ben or Ana"),
    ("encounter with dana at home,", "encounter at home with dana,"),
    ('"Evenings"', '"Evenings out"'),
    ("    > Home matters.\n", ""),
    ('    "We listen."\n', '    "We listen first."\n'),
    ("    dinner yes no\n    travel ask ?\n", "    travel ask ?\n    dinner yes no\n"),
    ("    activity Ana Ben\n    dinner yes no\n    travel ask ?\n", "    activity Ben Ana\n    dinner no yes\n    travel ? ask\n"),
    ("  encounter by Ana with kim, tagged", "   encounter by Ana with kim  , tagged"),
    ('        "It rained."\n', '        "It rained and rained."\n'),
    ('example "a long evening"', 'example "in the rain"'),
]

OTHER = [
    ("2026-09-12 20:00", "2026-09-12 21:00"),
    ("expect broken comfort", "expect kept"),
    (" as of 2026-09-14", " as of 2026-09-15"),
    ('example "a short one"\n    2026-09-13 20:00  encounter by Ben with kim\n    expect kept as of 2026-09-14\n', ""),
    ("at most 4", "at most 5"),
    ("per month", "per week"),
    ("by Ana or Ben", "by each party"),
    ("from 2026-09-07", "from 2026-09-08"),
    ("within 48 hours", "within 2 days"),
    ("with dana at home", "with dana"),
    ("cap monthly", "cap evenings"),
    ("dinner yes no", "dinner no yes"),
    ("aftercare\n    after", "repair\n    after"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_other_words_for_the_same(old: str, new: str) -> None:
    assert PACT.count(old) == 1
    assert same_meaning(load_text(PACT), load_text(PACT.replace(old, new)))


@pytest.mark.parametrize(("old", "new"), OTHER)
def test_another_meaning(old: str, new: str) -> None:
    assert old in PACT
    assert not same_meaning(load_text(PACT), load_text(PACT.replace(old, new)))


@pytest.mark.parametrize(("old", "new"), SAME)
def test_words_for_people_are_told_apart(old: str, new: str) -> None:
    changed = any(mark in old for mark in '">')
    assert (wording(load_text(PACT)) != wording(load_text(PACT.replace(old, new)))) is changed


@pytest.mark.parametrize("path", sorted(Path("examples").rglob("*.pact")), ids=str)
def test_a_meaning_can_be_kept_in_a_set(path: Path) -> None:
    assert len({meaning(load(path)), meaning(load(path))}) == 1

"""Lay lines by kind of phrasing: half of them were developed on, and half were sealed while the phrases were written."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.say.scoring import accepted, answer, golds, meant, rows, silent, unsaid, verdict

HERE = Path(__file__).parent
DEVELOPED, SEALED = (rows(HERE / name) for name in ("kinds.tsv", "kinds-sealed.tsv"))


def test_every_right_answer_is_a_sentence() -> None:
    for row in [*DEVELOPED[::5], *SEALED[::5]]:
        for _, said in golds(row):
            assert meant(row.context, row.declares, said) is not None, (row.typed, said)


def test_the_kinds_are_led_no_worse_than_before() -> None:
    told: Counter[str] = Counter(verdict(row, answer(row)[0]).split()[0] for row in DEVELOPED[::3])
    assert told["led"] >= 46  # of 53
    assert told["plain-wrong"] == 0


def test_one_word_that_changes_changes_the_answer() -> None:
    told: Counter[str] = Counter(verdict(row, answer(row)[0]) for row in rows(HERE / "pairs.tsv"))
    assert told == {"led": 160}


def test_what_is_no_promise_is_hardly_ever_offered_as_one() -> None:
    noise = rows(HERE / "noise.tsv")
    assert not any(accepted(row) for row in noise)
    told: Counter[str] = Counter(verdict(row, answer(row)[0]) for row in noise)
    assert told["led"] >= 56  # of 60


def test_none_is_accepted_as_something_else_and_no_number_is_dropped_silently() -> None:
    for row in DEVELOPED[1::4]:
        assert not silent(row), row
        assert not unsaid(row, answer(row)[0]), row

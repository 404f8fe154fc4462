"""Asking step by step: what is asked makes an entry that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.day.ask import first_question, questions
from pactlang.inputs import load, read_logs

FIRST = Path(__file__).parents[2] / "examples" / "first"
AGREEMENT = load(FIRST / "us.pact")
ENTRIES, _ = read_logs([FIRST / "log.pactlog"], [AGREEMENT])


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        ("disclosure", ["By whom?", "To whom?", "About which entry?", "Covering what?", "When?"]),
        ("test", ["By whom?", "When?"]),
        ("encounter", ["By whom?", "With whom?", "Where?", "A short name, to refer to it later?", "When?"]),
        ("waive", ["Which finding, or which clause of which entry?", "By whom?", "When?"]),
    ],
)
def test_only_what_an_event_needs_is_asked(event: str, asked: list[str]) -> None:
    assert [question.words for question in questions(event, AGREEMENT, ENTRIES)] == asked


def test_what_may_be_answered_is_offered() -> None:
    assert {"encounter", "disclosure", "pause", "waive"} <= set(first_question(AGREEMENT).offers)
    offers = {question.words: question.offers for question in questions("disclosure", AGREEMENT, ENTRIES)}
    assert offers["By whom?"] == ("Ana", "Ben")
    assert offers["About which entry?"][0] == "e3"
    assert offers["Covering what?"] == ("who", "when", "protection", "feelings")

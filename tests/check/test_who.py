"""What is owed by many is as many ways as there are people, never as many as choices that all of them could make."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.checker.who import Coverage, Owed
from pactlang.log.read import read_log
from pactlang.model.agreement import Agreement, Response
from pactlang.model.calendar import load_zone

SENTENCES = [
    "after each encounter, disclosure by everyone to P1x or P2x within 1 day",
    "before each encounter, notice by everyone to P1x or P2x at least 1 day ahead",
    "before each encounter, notice by everyone to P1x or P2x within the last 2 days",
    "no encounter unless consent by everyone to P1x or P2x within the last 2 days",
    "check-in by everyone to P1x or P2x every 7 days",
    "check-in by everyone to P1x or P2x every week on Sunday",
    "after each encounter, check-in by everyone to P1x or P2x every 2 days for 1 week",
]


def crowd(number: int, sentence: str) -> Agreement:
    names = ", ".join(f"P{one}x" for one in range(1, number)) + f" and P{number}x"
    return load_text(
        f"pact\n    between {names}\n    in force from 2026-01-05\n    time zone Europe/Berlin\n"
        f"use relationships\npromise it\n    {sentence}\n"
    )


@pytest.mark.parametrize("number", [8, 16, 32, 8000])
def test_there_are_as_many_ways_as_people(number: int) -> None:
    agreement = crowd(number, SENTENCES[0])
    form = agreement.sentences[0].form
    assert isinstance(form, Response)
    needs = Owed(form.duty, agreement.parties).needs(())
    ways = [tos for person in needs.people for tos in needs.options(person)]
    assert len(needs.people) == number
    assert len(ways) == 2 * number - 2  # P1x and P2x cannot tell themselves
    # Everybody tells P2x, and P2x tells P1x.
    coverage = Coverage(needs)
    for party in agreement.parties[:-1]:
        assert coverage.add((party,), ("P1x",) if party == "P2x" else ("P2x",))
    assert not coverage.done
    assert coverage.owing(agreement.parties) == agreement.parties[-1:]
    assert coverage.add(agreement.parties[-1:], ("P1x",))
    assert coverage.done


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_form_is_judged_with_many(sentence: str) -> None:
    # With one set for each choice of 40 people (2 to the 38th) none of these would ever end.
    agreement = crowd(40, sentence)
    log = read_log("2026-01-07 20:00  encounter by P3x with dana\n", "us.pactlog")
    as_of = 1768604400  # the end of 16 January 2026
    found = judge([agreement], log.entries, as_of, load_zone(agreement.zone)).findings
    assert any(one.status in (Status.BREACH, Status.DUE) for one in found)

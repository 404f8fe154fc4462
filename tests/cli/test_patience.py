"""The emergency brake: a search that takes too long is cut short and says so. It costs a case, and neither the answer nor the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import pactlang.checker.budget
from pactlang.cli.app import run

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

cap evenings
    at most {} encounters per week

check-in
    check-in by everyone every week on Sunday

promise dates
    at least 5 encounters per week
"""


@pytest.fixture
def stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[int, str]]:
    """Runs a command whose time is over before it begins to search."""
    (tmp_path / "old.pact").write_text(PACT.format(4))
    (tmp_path / "us.pact").write_text(PACT.format(3))
    hours = [f"2026-02-03 {hour}:00  encounter by Ana with dana\n" for hour in (10, 12, 14)]
    (tmp_path / "us.pactlog").write_text("".join(hours))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pactlang.checker.budget, "PATIENCE", -1.0)

    def answer(call: str) -> tuple[int, str]:
        shown = StringIO()
        with redirect_stdout(shown):
            code = run(call.split())
        return code, shown.getvalue()

    return answer


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        ("diff old.pact us.pact", 0, "too much to try out"),
        ("diff old.pact us.pact --exit-code", 1, "too much to try out"),
        ("explain us.pact", 0, "Not every short log was tried"),
        ("explain us.pact check-in", 0, "every Sunday"),
        ("lint us.pact", 0, "X001"),
        ("may us.pact us.pactlog 2026-02-04 19:00 encounter by Ana with dana --as-of 2026-02-04", 1, "evenings"),
    ],
)
def test_what_takes_too_long_costs_a_case_and_never_the_answer(
    call: str, code: int, said: str, stuck: Callable[[str], tuple[int, str]]
) -> None:
    found, shown = stuck(call)
    assert found == code
    assert said in " ".join(shown.split())


def test_every_sentence_is_still_put_in_plain_words(stuck: Callable[[str], tuple[int, str]]) -> None:
    _, shown = stuck("explain us.pact --format json")
    told = {one["label"]: one for clause in json.loads(shown)["clauses"] for one in clause["sentences"]}
    assert all(one["plain"] for one in told.values())
    assert {"evenings", "check-in", "dates"} <= told.keys()


def test_the_time_that_counts_is_that_of_this_program_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other things, or was asleep, changes no answer."""
    monkeypatch.setattr("time.monotonic", lambda: 1e9)
    with pactlang.checker.budget.patient():
        assert pactlang.checker.budget.Budget().take()

"""A pause that follows a breach lifts what comes after it: the log is judged again, and not once for each pause."""

from __future__ import annotations

from datetime import date

import pytest

from pactlang import load_text
from pactlang.checker import engine
from pactlang.model.calendar import load_zone

TEXT = """pact "Us"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin
    signed by Ana on 2025-12-20
    signed by Ben on 2025-12-20

use relationships

check-in talks
    check-in every day

repair
    after each breach of talks, check-ins pause for 10 days
"""


@pytest.mark.parametrize(("days", "broken"), [(120, 10), (240, 20)])
def test_many_pauses_after_each_other_take_two_rounds(days: int, broken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of 12 dates one is broken, and the pause from the next day on lifts eleven.
    rounds = []
    judge_once = engine._gone_through
    monkeypatch.setattr(engine, "_gone_through", lambda *args, **more: rounds.append(1) or judge_once(*args, **more))
    zone = load_zone("Europe/Berlin")
    judgement = engine.judge([load_text(TEXT)], [], zone.midnight(date(2026, 1, 1).toordinal() + days), zone)
    assert (judgement.summary.breach, len(rounds)) == (broken, 2)

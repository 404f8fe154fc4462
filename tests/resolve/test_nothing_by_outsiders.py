"""Under every form: leaving, waiving, pausing and resuming by somebody outside change nothing; nobody says yes or no in another's place."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang import load_text
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.inputs import moment_of, read_logs, zone_of_all
from pactlang.model.agreement import Agreement
from pactlang.model.vocabulary import COMPLETE, NOBODY_STANDS_IN, ONLY_PARTIES
from tests.resolve.test_what_no_form_may_do import HEAD, STATE, TABLE

MORE = "pause breather\n    anyone may pause guests or encounters or cooking\n\n"
LOG = """2026-02-02 20:00  incident by Ana, as e1
2026-02-02 21:00  encounter by Ana with kim
2026-02-03 20:00 to 23:30  {e} by Ana, as e2
2026-02-03 21:00  call by Ben
2026-02-04 20:00  encounter by Ana with kim, as e3
2026-02-04 22:30  guest by Ana at home, as e4
2026-02-05 10:00  pause by Ana until 2026-02-20
2026-02-07 20:00  {e} by Ana, as e5
2026-02-08 20:00  encounter by Ana with kim
2026-03-20 20:00  encounter by Ana with kim
"""
BY_KIM = {
    "leave": "2026-02-06 10:00  leave by kim",
    "pause": "2026-02-01 10:00  pause by kim until 2026-02-28",
    "resume": "2026-02-06 10:00  resume by kim",
    "waive": "2026-02-06 10:00  waive p of e{} by kim",
}


def found(agreement: Agreement, log: str) -> list[tuple[object, ...]]:
    entries, faults = read_logs([Path("us.pactlog")], [agreement], lambda _: log.encode())
    assert [one.code for one in faults if one.code != "E152"] == []
    zone = zone_of_all([agreement])
    findings = judge([agreement], entries, moment_of("2026-04-01", zone), zone).findings
    return [(one.id, one.status, one.fulfilled_at, one.measured) for one in findings]


@pytest.mark.parametrize("kind", TABLE)
def test_what_somebody_outside_stops_or_lets_go_counts_for_nothing(kind: str) -> None:
    some = 0
    for shape in TABLE[kind]:
        event = "ride" if shape.unit else "conflict" if kind != "waits" else "call"
        states = STATE.replace("{e}", event) if kind == "while" else ""
        agreement = load_text(f"{HEAD}{MORE}{states}promise p\n    {shape.text.replace('{e}', event)}\n")
        log = LOG.replace("{e}", event)
        before = found(agreement, log)
        broken = [str(one) for one, status, *_ in before if status is Status.BREACH and str(one).startswith("p")]
        some += bool(broken)
        lines = [BY_KIM["leave"], BY_KIM["pause"], BY_KIM["resume"], *(BY_KIM["waive"].format(number) for number in range(1, 6))]
        lines += [f"2026-03-30 10:00  waive {one} by kim" for one in broken[:2]]
        for line in lines:
            assert found(agreement, f"{log}{line}\n") == before, (shape.text, line)
    assert some, "none of them was broken, so nothing was tried"


def test_the_words_are_those_that_only_parties_say() -> None:
    assert set(BY_KIM) == set(ONLY_PARTIES)


def test_nobody_stands_in_for_what_is_somebodys_own() -> None:
    agreement = load_text(f"{HEAD}{MORE}promise p\n    call by Ana every week\n")
    for name in sorted(NOBODY_STANDS_IN - {COMPLETE}):
        target = {"waive": " p of e1", "confirm": " e1", "dispute": " e1"}.get(name, "")
        log = f"2026-02-02 20:00  incident by Ana, as e1\n2026-02-03 20:00  {name}{target} by Ben instead of Ana\n"
        _, faults = read_logs([Path("us.pactlog")], [agreement], {Path("us.pactlog"): log.encode()}.__getitem__)
        assert [one.code for one in faults] == ["E156"], name

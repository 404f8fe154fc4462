"""The emergency brake: a search that takes too long ends with 2, names what was not tried, and prints no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

import pactlang.checker.budget
from pactlang.cli.app import run
from pactlang.cli.faults import failed
from pactlang.inputs import InputError

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


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            "diff old.pact us.pact",
            "comparing evenings took too long; it and everything after it were skipped, so their direction is not known",
        ),
        ("explain us.pact", "looking for cases of evenings took too long; it and everything after it were skipped"),
        ("explain us.pact check-in", "looking for cases of check-in took too long; it and everything after it were skipped"),
        ("lint us.pact", "looking for X001 took too long; it and the rules after it were skipped"),
        (
            "may us.pact us.pactlog 2026-02-04 19:00 encounter by Ana with dana --as-of 2026-02-04",
            "looking for what would make it fit took too long; not all times within the next 60 days were tried",
        ),
    ],
)
def test_what_takes_too_long_gives_no_answer(
    call: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.pact").write_text(PACT.format(4))
    (tmp_path / "us.pact").write_text(PACT.format(3))
    (tmp_path / "us.pactlog").write_text("2026-02-03  check-in by Ana and Ben\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pactlang.checker.budget, "PATIENCE", -1.0)
    with pytest.raises(InputError) as wrong:
        run(call.split())
    assert failed(wrong.value) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"pact: {said}\n"

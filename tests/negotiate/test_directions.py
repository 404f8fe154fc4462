"""What is said of each change in `directions.txt`; the mirror law; every direction is shown by a log that the checker judges so."""

from __future__ import annotations

import os
from functools import cache

import pytest
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.diff.changes import Change, Part
from pactlang.diff.compare import compare
from pactlang.diff.words import direction_words
from pactlang.model.agreement import Agreement
from pactlang.model.calendar import load_zone
from pactlang.witness.direction import Witness
from tests.negotiate.table import Row, agreement, rows
from tests.negotiate.tried import kept as kept_logs
from tests.negotiate.witnesses import kept, lines

ROWS = [pytest.param(row, id=row.about) for row in rows()]
# A sixth of them each time, with the newest and those whose logs are not kept yet. The logs
# that show a direction are judged once more for some. `make long` takes all.
if os.environ.get("PACT_FUZZ") != "long":
    ROWS = [row for number, row in enumerate(ROWS) if number % 6 == 0 or number >= len(ROWS) - 6 or row.id not in kept_logs()]
SHOWN = ROWS if os.environ.get("PACT_FUZZ") == "long" else ROWS[::2]
MIRRORED = ROWS if os.environ.get("PACT_FUZZ") == "long" else ROWS[::8]
BERLIN = load_zone("Europe/Berlin")
WITNESSES = kept()


@cache
def changed(old: str, new: str) -> Change | None:
    """What is said of the one sentence that differs."""
    found = [
        change
        for clause in compare(agreement(old), agreement(new)).clauses
        for change in clause.changes
        if clause.name == "tried" and change.part is Part.SENTENCE
    ]
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize("row", ROWS)
def test_a_change_is_called_what_it_is(row: Row) -> None:
    change = changed(row.old, row.new)
    assert change is not None
    assert direction_words(change) == row.said
    if row.about in WITNESSES:
        assert lines(change.compared) == WITNESSES[row.about], "if that is right: python -m tests.negotiate.witnesses"


@pytest.mark.parametrize("row", MIRRORED)
def test_the_other_way_round_it_is_the_mirror(row: Row) -> None:
    one, other = changed(row.old, row.new), changed(row.new, row.old)
    assert one is not None
    assert other is not None
    assert other.compared == one.compared.mirrored


@pytest.mark.parametrize("row", [row for row in SHOWN if "same meaning" not in row.values[0].said])  # type: ignore[union-attr]
def test_the_log_that_shows_it_is_kept_by_one_and_broken_by_the_other(row: Row) -> None:
    """Judged once more, with nothing of what the comparison prepared but the day on which it begins."""
    change = changed(row.old, row.new)
    assert change is not None
    for witness in (change.compared.tighter, change.compared.looser):
        if witness is None:
            continue
        old, new = breaches(agreement(row.old), witness), breaches(agreement(row.new), witness)
        assert (old == 0) == (witness.broken_by == "new"), (old, new)
        assert (new == 0) == (witness.broken_by == "old"), (old, new)


def breaches(text: Agreement, witness: Witness) -> int:
    started = replace(text, in_force_from=witness.breach.agreement.in_force_from)
    findings = judge([started], witness.entries, BERLIN.midnight(witness.last + 1) - 1, BERLIN).findings
    # A pause may lift what another sentence asks for.
    tried = ("tried", label_of(witness.breach.sentence))
    return sum(one.status is Status.BREACH and one.id.startswith(tried) for one in findings)


def test_there_are_many_rows_and_each_has_a_name_of_its_own() -> None:
    names = [row.about for row in rows()]
    assert len(names) == len(set(names)) >= 120

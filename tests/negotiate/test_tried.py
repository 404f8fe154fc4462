"""No search tries other logs, and nothing is surely stricter than something else, unseen. `make long` asks all rows.

A row that is new is asked as soon as its logs are kept.
"""

from __future__ import annotations

import os

import pytest

from tests.negotiate import proofs, tried
from tests.negotiate.table import Row, rows

LONG = os.environ.get("PACT_FUZZ") == "long"
PROOFS, TRIED = proofs.kept(), tried.kept()
SENTENCES = list(proofs.sentences())


@pytest.mark.parametrize("row", [pytest.param(row, id=row.about) for row in rows()[:: 1 if LONG else 9] if row.about in TRIED])
def test_the_logs_that_are_tried_are_those_that_are_kept(row: Row) -> None:
    assert tried.line(row) == TRIED[row.about], "if that is right: python -m tests.negotiate.tried"


@pytest.mark.parametrize("said", [said for said in SENTENCES[:: 1 if LONG else 8] if said in PROOFS])
def test_what_is_sure_is_what_is_kept(said: str) -> None:
    sure = [line for line in proofs.lines(said) if line[2:] in PROOFS]
    assert sure == PROOFS[said], "if that is right: python -m tests.negotiate.proofs"


def test_what_is_kept_is_of_what_the_table_holds() -> None:
    assert set(TRIED) <= {row.about for row in rows()}
    assert set(PROOFS) <= set(SENTENCES)

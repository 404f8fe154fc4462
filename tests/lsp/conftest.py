"""A small folder with an agreement, what it brings in, and its log; and the server's own parts looking at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.lsp.positions import Encoding
from pactlang.lsp.study import Desk, Study
from pactlang.lsp.texts import Texts

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    time zone Europe/Berlin

use relationships

include "house.pact"

person dana "Dana" tagged friend

event picnic
    plural picnics
    with person
    fields place, weather

term late-night means encounter between 23:00 and 05:00

state ill
    starts with refuse
    lasts at most 5 days

cap evenings "Evenings out"
    at most 4 encounters per month by Ana

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
    covering who, when

boundary garden
    no picnic at garden with dana unless ill

check-in
    check-in by everyone every week on Sunday at 19:00

repair
    after each breach of evenings, debrief by everyone within 3 days
"""
HOUSE = """cap late
    at most 1 late-night by each party in any 14 days

boundary quiet
    no picnics between 22:00 and 06:00
"""
LOG = """# Ours.
2026-01-10 19:00 to 22:00  encounter by Ana with dana at cafe, as e1
2026-01-11 20:00  disclosure by Ana to Ben about e1, covering who
2026-01-11 19:00  check-in by Ana and Ben
2026-01-17 15:00  picnic by Ben with dana at park, weather fine, as p1
    It was sunny.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "us.pact").write_text(PACT, encoding="utf-8")
    (tmp_path / "house.pact").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "us.pactlog").write_text(LOG, encoding="utf-8")
    return tmp_path


@pytest.fixture
def texts() -> Texts:
    return Texts(Encoding.UTF16)


@pytest.fixture
def desk(texts: Texts) -> Desk:
    return Desk(texts)


@pytest.fixture
def study(folder: Path, desk: Desk) -> Study:
    found = desk.study(folder / "us.pact")
    assert found is not None
    return found

"""What two editors are asked with the language server: one agreement, one log, and what has to come back."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# The title is longer in UTF-8 and in UTF-16 than in letters; so is the line of the fault.
AGREEMENT = """\
pact "Ana 💛 Ben"
    between Ana and Ben
    in force from 2026-03-01 until 2026-04-30
    time zone Europe/Berlin
    signed by Ana on 2026-02-20
    signed by Ben on 2026-02-20

use relationships

event stroll
    plural strolls
    fields mood

cap strolls "💛 é"
  atmost 1 stroll   per month # 💛
"""
LOG = "2026-03-05 20:00  stroll by Ana\n2026-03-06 20:00  stroll by Ben\n"
FAULT = (14, 2)  # line and column, from 0
MENDED = "    at most 1 stroll per month  # 💛"


def write(folder: Path) -> None:
    """The files; the test is skipped where the server's package is not installed."""
    if importlib.util.find_spec("pygls") is None:
        pytest.skip("pygls is not installed")
    (folder / "us.pact").write_text(AGREEMENT, encoding="utf-8")
    (folder / "log.pactlog").write_text(LOG, encoding="utf-8")

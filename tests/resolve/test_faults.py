"""Names and meanings: every fault is said once, where it is, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..syntax.expectations import RESOLVE_DATA, faults_rendered, resolve_faults


@pytest.mark.parametrize("file", sorted(RESOLVE_DATA.glob("*.txt")), ids=lambda file: file.stem)
def test_every_fault_is_said_where_it_is(file: Path) -> None:
    expected = file.read_text(encoding="utf-8")
    assert faults_rendered(expected, resolve_faults) == expected, "if that is right: python -m tests.syntax.expectations"

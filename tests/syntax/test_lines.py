"""Every surface form of the language is read as what it means, and every fault is said where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from .expectations import DATA, faults_rendered, good_lines, good_rendered, syntax_faults

GOOD = sorted(DATA.glob("good_*.txt"))
FAULTS = sorted(DATA.glob("faults_*.txt"))


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_every_form_is_read_as_what_it_means(file: Path) -> None:
    expected = file.read_text(encoding="utf-8")
    assert good_rendered(expected) == expected
    assert "= NOT READ" not in expected
    assert list(good_lines(expected))


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_every_fault_is_said_where_it_is(file: Path) -> None:
    expected = file.read_text(encoding="utf-8")
    assert faults_rendered(expected, syntax_faults) == expected

"""Every surface form of the language is read as what it means, and every fault is said where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.language.parse import parse
from pactlang.language.tree import LineKind
from pactlang.source import SourceFile

from .agreements import AGREEMENT
from .expectations import DATA, faults_rendered, good_lines, good_rendered, syntax_faults

GOOD = sorted(DATA.glob("good_*.txt"))
FAULTS = sorted(DATA.glob("faults_*.txt"))


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_every_form_is_read_as_what_it_means(file: Path) -> None:
    expected = file.read_text(encoding="utf-8")
    assert good_rendered(expected) == expected, "if that is right: python -m tests.syntax.expectations"
    assert "= NOT READ" not in expected
    assert list(good_lines(expected))


@pytest.mark.parametrize("file", FAULTS, ids=lambda file: file.stem)
def test_every_fault_is_said_where_it_is(file: Path) -> None:
    expected = file.read_text(encoding="utf-8")
    assert faults_rendered(expected, syntax_faults) == expected, "if that is right: python -m tests.syntax.expectations"


def test_the_whole_example_is_read_without_a_fault() -> None:
    parsed = parse(SourceFile("us.pact", AGREEMENT))
    assert parsed.diagnostics == ()
    assert all(block.heading is not None for block in parsed.document.blocks)
    said = (LineKind.PROMISE, LineKind.REASON)
    assert all(item.body is not None or item.line.kind in said for block in parsed.document.blocks for item in block.items)
    assert sum(len(block.items) for block in parsed.document.blocks) == 32

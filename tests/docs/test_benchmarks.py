"""What is measured by hand still fits the code: each name that a benchmark takes from pactlang is there."""

from __future__ import annotations

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[2] / "benchmarks").rglob("*.py"))


@pytest.mark.parametrize("file", BENCHMARKS, ids=lambda file: file.stem)
def test_a_benchmark_takes_nothing_that_is_gone(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "pactlang":
            module = import_module(node.module or "")
            gone = [one.name for one in node.names if not hasattr(module, one.name) and not find_spec(f"{node.module}.{one.name}")]
            assert not gone, f"{file.name}: not in {node.module}: {', '.join(gone)}"

"""Patterns that the build compiles are those that Python compiles, and are used by that Python alone."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest

import pactlang
from pactlang import later

PACKAGE = Path(pactlang.__file__).parent


@pytest.fixture(scope="module")
def table() -> bytes:
    return later.built(PACKAGE)


def used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: bytes) -> None:
    (tmp_path / later.TABLE).write_bytes(table)
    monkeypatch.setattr(later, "__file__", str(tmp_path / "later.py"))
    later._table.cache_clear()
    later._compiled.cache_clear()


def test_each_is_what_python_makes_of_it(table: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp, patterns = marshal.loads(table)  # noqa: S302 - made by this test
    pairs = [(source, flags) for flags, sources in patterns.items() for source in sources]
    assert stamp == later._stamp()
    assert len(pairs) > 80
    used(monkeypatch, tmp_path, table)
    monkeypatch.setattr(later.re, "compile", None)  # none is compiled anew
    found = [later._compiled(*pair) for pair in pairs]
    monkeypatch.undo()
    for pattern, (source, flags) in zip(found, pairs, strict=True):
        same = re.compile(source, flags)
        assert (pattern, pattern.groups, dict(pattern.groupindex)) == (same, same.groups, dict(same.groupindex)), source
    later._table.cache_clear()


def test_it_is_the_same_each_time(table: bytes) -> None:
    assert later.built(PACKAGE) == table


@pytest.mark.parametrize("spoilt", [b"", b"\xff", marshal.dumps(("another Python", {})), marshal.dumps(3)], ids=repr)
def test_another_table_is_passed_over(spoilt: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    used(monkeypatch, tmp_path, spoilt)
    assert later._compiled("(?P<one>a+)", re.IGNORECASE).match("AAb")["one"] == "AA"  # type: ignore[index]
    monkeypatch.undo()
    later._table.cache_clear()

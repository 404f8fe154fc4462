"""The vocabularies of a wheel, as they were read when it was built, are those that reading the files gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.resolve import vocabularies
from pactlang.resolve.vocabularies import VOCABULARIES, read_built, vocabulary, vocabulary_names, write_built


def test_built_ones_are_those_that_are_read(tmp_path: Path) -> None:
    write_built(tmp_path / VOCABULARIES)
    assert vocabulary_names()
    for name in vocabulary_names():
        assert read_built(tmp_path / VOCABULARIES, name) == vocabulary(name)
    assert read_built(tmp_path / VOCABULARIES, "nothing") is None


def test_the_built_file_is_what_counts_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_built(tmp_path / VOCABULARIES)
    monkeypatch.setattr(vocabularies, "_FOLDER", tmp_path)
    found = vocabulary.__wrapped__("relationships")
    assert found is not None
    assert found.blocks

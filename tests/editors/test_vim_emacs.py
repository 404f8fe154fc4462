"""The word lists of Vim and Emacs say what `editors/keywords.json` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editors.vim_emacs import WRITTEN, lists


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.name)
def test_a_list_is_what_the_language_says(file: Path) -> None:
    assert file.read_text(encoding="utf-8") == WRITTEN[file](), "run: python -m tests.editors.vim_emacs"


def test_every_word_of_a_sentence_is_coloured_somewhere() -> None:
    found = lists()
    assert {"within", "party", "before"} <= set(found["clause"])
    assert "party" not in found["events"]  # household's feast gives way to `each party`
    assert not set(found["clause"]) & set(found["values"])

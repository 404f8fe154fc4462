"""The file that editors read says what the language says."""

from __future__ import annotations

from tests.editors.keywords import FILE, SHIPPED, as_text


def test_the_file_is_what_the_language_says() -> None:
    for file in (FILE, SHIPPED):
        assert file.read_text(encoding="utf-8") == as_text(), "run: python -m tests.editors.keywords"

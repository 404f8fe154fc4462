"""Every sentence of the examples cut off after any word is read, or told to be unfinished; reading it never fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.language.parse import parse
from pactlang.source import SourceFile

EXAMPLES = Path(__file__).parents[2] / "examples"
LINES = sorted(
    {line.strip() for file in EXAMPLES.rglob("*.pact") for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("    ")}
)


def test_a_sentence_may_end_anywhere() -> None:
    for line in LINES:
        words = line.split()
        for number in range(1, len(words)):
            text = "promise a\n    " + " ".join(words[:number]) + "\n"
            assert parse(SourceFile("us.pact", text)).document.source.text == text


@pytest.mark.parametrize("line", ["anyone may", "Ana may", "everyone may"])
def test_a_permission_without_what_it_permits_is_told(line: str) -> None:
    assert parse(SourceFile("us.pact", f"pause a\n    {line}\n")).diagnostics != ()

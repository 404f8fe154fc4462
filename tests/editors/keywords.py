"""Writes `editors/keywords.json`, and the same where the package keeps it: `python -m tests.editors.keywords`."""

from __future__ import annotations

import json
from pathlib import Path

from pactlang.highlight.keywords import keywords

ROOT = Path(__file__).parents[2]
FILE = ROOT / "editors" / "keywords.json"
# A word of one phrase alone (`each who was addressed`) that far more often names a field (`covering who, when`): what colours by lists of
# words leaves it a name. Those that read whole lines colour it in its phrase.
OFTEN_NAMES = frozenset({"who"})
SHIPPED = ROOT / "src" / "pactlang" / "highlight" / "words.json"


def as_text() -> str:
    return json.dumps(keywords(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for file in (FILE, SHIPPED):
        file.write_text(as_text(), encoding="utf-8")

"""Writes `editors/keywords.json`, and the same where the package keeps it: `python -m tests.editors.keywords`."""

from __future__ import annotations

import json
from pathlib import Path

from pactlang.highlight.keywords import keywords

ROOT = Path(__file__).parents[2]
FILE = ROOT / "editors" / "keywords.json"
SHIPPED = ROOT / "src" / "pactlang" / "highlight" / "words.json"


def as_text() -> str:
    return json.dumps(keywords(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for file in (FILE, SHIPPED):
        file.write_text(as_text(), encoding="utf-8")

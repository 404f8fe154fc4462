"""Writes `editors/keywords.json`: `python -m tests.editors.keywords`."""

from __future__ import annotations

import json
from pathlib import Path

from pactlang.highlight.keywords import keywords

FILE = Path(__file__).parents[2] / "editors" / "keywords.json"


def as_text() -> str:
    return json.dumps(keywords(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")

"""Every file and folder that the pages for those who change it name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["CONTRIBUTING.md", "SECURITY.md", "docs/design.md", "docs/inside.md", "docs/threat-model.md"]
BUILT = {"tables.bin", "phrases.bin"}


def named(text: str) -> set[str]:
    """The paths in a text's code spans; of one with a blank in it (`forms/<form>.py`), the folder."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    found = {path.split("/<")[0] for path in re.findall(r"`(?:python -m )?([\w-]+(?:/[\w.<>*-]+)+/?)`", prose)}
    return {path.split("/*")[0].rstrip("/") for path in found}


def is_there(path: str) -> bool:
    parts = Path(path).parts
    if parts[-1] in BUILT or any((base / path).exists() for base in (ROOT, ROOT / "src/pactlang", ROOT / "tests")):
        return True
    return any(one.parts[-len(parts) :] == parts for one in (ROOT / "src").rglob(parts[-1]))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page: str) -> None:
    assert sorted(path for path in named((ROOT / page).read_text(encoding="utf-8")) if not is_there(path)) == []


def test_what_is_not_there_is_seen() -> None:
    assert named("Look at `check/forms/<form>.py`, `a/b.py`, `docs/*.md`, and `no path`.") == {"check/forms", "a/b.py", "docs"}
    assert not is_there("check/forms/cap.py")
    assert is_there("checker/forms/cap.py")

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


def test_a_name_after_a_path_is_in_that_file() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    pairs = re.findall(r"`(?:src/pactlang/)?([\w/]+\.py)`\s\((`\w+`(?:, `\w+`)*)[),]", text)
    lacking = []
    for path, names in pairs:
        (file,) = [base / path for base in (ROOT / "src" / "pactlang", ROOT) if (base / path).is_file()]
        words = set(re.findall(r"\w+", file.read_text(encoding="utf-8")))
        lacking += [f"{path}: {name}" for name in re.findall(r"\w+", names) if name not in words]
    assert len(pairs) >= 10
    assert lacking == []


def test_every_kept_list_stands_in_the_table_and_its_command_is_there() -> None:
    """What a test says to run is in CONTRIBUTING.md, and runs."""
    files = {file: file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py")}
    said = {name for text in files.values() for name in re.findall(r"(?:run|is right|then|meant|of it): python -m (tests[.\w]+)", text)}
    told = set(re.findall(r"`(tests\.[.\w]+)`", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert sorted(said - told) == []
    for name in told:
        file = ROOT / f"{name.replace('.', '/')}.py"
        assert '__name__ == "__main__"' in files.get(file, ""), name


def test_what_is_not_there_is_seen() -> None:
    assert named("Look at `check/forms/<form>.py`, `a/b.py`, `docs/*.md`, and `no path`.") == {"check/forms", "a/b.py", "docs"}
    assert not is_there("check/forms/cap.py")
    assert is_there("checker/forms/cap.py")

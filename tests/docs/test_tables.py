"""Tables in the documents say what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactlang.language.codes import MEANINGS
from pactlang.language.tree import EventHeading, TermHeading
from pactlang.log.codes import Code
from pactlang.resolve.vocabularies import vocabulary, vocabulary_names

ROOT = Path(__file__).parents[2]
LANGUAGE = ROOT / "docs" / "language.md"


def test_the_vocabularies_have_these_events() -> None:
    text = LANGUAGE.read_text(encoding="utf-8")
    table = {name: set(events.split(", ")) for name, events in re.findall(r"^\| `([\w-]+)` \| ([a-z, -]+) \|$", text, re.M)}
    found = {}
    for name in vocabulary_names():
        document = vocabulary(name)
        assert document is not None
        headings = [block.heading for block in document.blocks]
        found[name] = [str(heading.name) for heading in headings if isinstance(heading, EventHeading)]
        for heading in headings:
            if isinstance(heading, TermHeading):
                assert f"the term `{heading.name}`" in text
    wrong = [f"| `{name}` | {', '.join(events)} |" for name, events in found.items() if table.get(name) != set(events)]
    assert not wrong, "\n".join(["", "in the table of vocabularies in docs/language.md:", *wrong])


def test_no_two_readings_share_a_number() -> None:
    numbers = re.findall(r"^- (R\d+)\. ", LANGUAGE.read_text(encoding="utf-8"), re.M)
    assert len(numbers) == len(set(numbers)) >= 60


def test_every_file_of_the_package_is_on_the_map() -> None:
    """Each folder and each module above it is named in docs/design.md."""
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "pactlang"
    for entry in package.iterdir():
        if entry.name.startswith(("_", ".")) or entry.name == "py.typed":
            continue
        assert f"`{entry.name}{'/' if entry.is_dir() else ''}" in text, f"give {entry.name} a row on the map in docs/design.md"


def test_every_code_has_its_meaning() -> None:
    text = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `(E\d{3})` \| (.*) \|$", text, re.M))
    assert table == {**MEANINGS, **{code.value: code.meaning for code in Code}}


@pytest.mark.parametrize("path", [ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda path: path.name)
def test_a_test_that_is_named_exists(path: Path) -> None:
    for file, name in re.findall(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`", path.read_text(encoding="utf-8")):
        assert not name or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{name}"
        assert (ROOT / file).is_file(), file


def test_every_modifier_has_a_row_in_the_language() -> None:
    builder = (ROOT / "src" / "pactlang" / "language" / "builder.py").read_text(encoding="utf-8")
    table = LANGUAGE.read_text(encoding="utf-8").split("\n## Modifiers\n")[1].split("\n## ")[0]
    told = "\n".join(re.findall(r"^\| (.*?) \| ", table, re.M))
    words = re.findall(r'ModifierLine\("([^"]+)"', builder)
    assert len(words) > 15
    for word in words:
        assert re.search(rf"\b{word.replace(' ', '.*')}\b", told), f"give `{word}` a row under Modifiers in docs/language.md"

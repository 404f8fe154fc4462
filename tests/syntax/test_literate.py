"""Agreements inside Markdown: what is read of them, what stays as it is, and that places are those of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.inputs import InputError, agreements_of, load, load_text
from pactlang.language.literate import fences

HEAD = 'pact "Us"\n    between Ana and Ben\n\nuse relationships\n'
CAP = "cap monthly\n    at most 4 encounters per month\n"

# A Markdown text, and the lines (from 1) that are an agreement's.
READ = [
    ("```pact\na\nb\n```\n", [2, 3]),
    ("~~~pact\na\n~~~\n", [2]),
    ("``` Pact ours\na\n```\n", [2]),
    ("````pact\na\n```\nb\n````\n", [2, 3, 4]),
    ("   ```pact\n   a\n   ```\n", [2]),
    ("    ```pact\n    a\n    ```\n", []),
    ("```pactlog\na\n```\n", []),
    ("```text\n```pact\n```\n", []),
    ("<!--\n```pact\na\n```\n-->\n", []),
    ("```pact\na\n", [2]),
    ("```pact\na", [2]),
    ("```pact\n\n\n", [2, 3]),
    ("```pact", []),
    ("```pact\r\na\r\n```\r\n", [2]),
    ("a\rb\n\n```pact\nc\n```\n", [4]),
    ("```pact\n```\n", []),
    ("`pact` is a word\n", []),
    ("> ```pact\n> a\n> ```\n", []),
    ("- ```pact\n  a\n  ```\n", []),
]


@pytest.mark.parametrize(("text", "lines"), READ, ids=[repr(text) for text, _ in READ])
def test_which_lines_are_read(text: str, lines: list[int]) -> None:
    found = [number for fence in fences(text) if fence.read for number in range(fence.first, fence.after)]
    assert found == lines


def page(*blocks: str, prose: str = "Some words.") -> str:
    return "".join(f"{prose}\n\n```pact\n{block}```\n\n" for block in blocks)


def test_several_blocks_are_one_agreement_with_the_digest_of_the_plain_text() -> None:
    plain = load_text(HEAD + CAP)
    inside = load_text(page(HEAD, CAP), "notes.md")
    assert inside.digest == plain.digest
    assert [clause.name for clause in inside.clauses] == ["monthly"]
    assert inside.clauses[0].sentences[0].span.start_position.line == 14


def test_a_clause_may_go_on_in_the_next_block() -> None:
    inside = load_text(page(HEAD, CAP, "    at most 2 encounters per week\n"), "notes.md")
    assert [one.label for one in inside.sentences] == ["monthly", "monthly.2"]


FAULTS = [
    ("# Hello\n", "E022", 1),
    (page(HEAD, CAP.replace("at most", "atmost")), "E001", 14),
    (page(HEAD) + "- a list\n\n  ```pact\n  cap\n  ```\n", "E011", 12),
]


@pytest.mark.parametrize(("text", "code", "line"), FAULTS, ids=[code for _, code, _ in FAULTS])
def test_faults_stand_where_they_stand_in_the_page(text: str, code: str, line: int) -> None:
    with pytest.raises(InputError) as wrong:
        load_text(text, "notes.md")
    assert [(one.code, one.span.start_position.line) for one in wrong.value.diagnostics] == [(code, line)]


def test_a_folder_with_a_pact_file_does_not_ask_its_readme(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(page(HEAD), encoding="utf-8")
    assert agreements_of(tmp_path) == [tmp_path / "README.md"]
    (tmp_path / "us.pact").write_text(HEAD, encoding="utf-8")
    assert agreements_of(tmp_path) == [tmp_path / "us.pact"]
    (tmp_path / "other.md").write_text("no block here\n", encoding="utf-8")
    (tmp_path / "us.pact").unlink()
    assert agreements_of(tmp_path) == [tmp_path / "README.md"]


def test_a_page_may_be_brought_in(tmp_path: Path) -> None:
    (tmp_path / "us.pact").write_text(HEAD + '\ninclude "house.md"\n', encoding="utf-8")
    (tmp_path / "house.md").write_text(page(CAP), encoding="utf-8")
    assert [clause.name for clause in load(tmp_path / "us.pact").clauses] == ["monthly"]

"""Agreements inside Markdown: what is read of them, what stays as it is, and that places are those of the file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.format import format_agreement
from pactlang.resolve.digest import digest
from pactlang.source import SourceFile
from pactlang.syntax.literate import fences
from pactlang.syntax.parse import parse
from pactlang.workspace import InputError, agreements_of, load, load_text

EXAMPLE = Path(__file__).parents[2] / "examples" / "literate"
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
    found = [number for fence in fences(text) if not fence.nested for number in range(fence.first, fence.after)]
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


PROSE = st.text(st.sampled_from("ab*_#>- \t\n🌧\u05d0"), max_size=40).filter(lambda text: "```" not in text)


@given(st.lists(st.tuples(PROSE, st.sampled_from([HEAD, CAP, CAP.replace("    ", "  "), "boundary x\n  no encounter\n"])), max_size=4))
def test_the_words_around_stay_byte_for_byte(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{prose}\n\n```pact\n{block}```\n\n" for prose, block in parts)
    source = SourceFile("notes.md", text)
    found = [fence for fence in fences(text) if not fence.nested]
    new = format_agreement(source)
    again = [fence for fence in fences(new.text) if not fence.nested]

    def around(whole: str, blocks: list) -> list[str]:  # type: ignore[type-arg]
        lines = whole.split("\n")
        inside = {number for fence in blocks for number in range(fence.first, fence.after)}
        return [line for number, line in enumerate(lines, 1) if number not in inside]

    assert new.same
    assert around(new.text, again) == around(text, found)
    assert format_agreement(SourceFile("notes.md", new.text)).text == new.text
    assert digest([parse(source).document]) == digest([parse(SourceFile("notes.md", new.text)).document])


@given(st.lists(st.tuples(PROSE, st.sampled_from([HEAD, CAP])), max_size=4))
def test_a_page_read_back_is_the_page(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{prose}\n\n```pact\n{block}```\n\n" for prose, block in parts)
    assert parse(SourceFile("notes.md", text)).document.rebuilt() == text


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


COMMANDS = [
    ("check ours.md log.pactlog --as-of 2026-04-03T12:00+02:00", 1, "ours.md:24"),
    ("lint ours.md", 0, "ours.md:"),
    ("fmt ours.md --check", 0, "laid out already"),
    ("status ours.md --as-of 2026-04-03T12:00+02:00", 0, "rent"),
    ("why ours.md log.pactlog guests@2026-03-14 --as-of 2026-04-03", 0, "ours.md"),
    ("explain ours.md overnight", 0, "at most 4 guests"),
    ("verify ours.md", 0, "Noor"),
    ("diff ours.md ours.md", 0, ""),
    ("check", 1, "guests@2026-03-14"),
]


@pytest.mark.parametrize(("call", "code", "says"), COMMANDS, ids=[one[0] for one in COMMANDS])
def test_every_command_takes_a_page(call: str, code: int, says: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "README.md").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "pactlang", *call.split()], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (code, "")
    assert says in done.stdout


def test_a_page_is_signed_in_its_block(tmp_path: Path) -> None:
    file = tmp_path / "us.md"
    file.write_text(page(HEAD, CAP), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pactlang", "sign", "us.md", "--as", "Ben"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines[5].startswith("    signed by Ben on ")
    assert [line for line in lines if "signed by" not in line] == page(HEAD, CAP).split("\n")
    assert load(file).unsigned == ("Ana",)

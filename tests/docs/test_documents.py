"""Every example in the documents is run.

A block `pact` loads without a fault; one that brings no `pact` heading of its own gets a usual one. A block `pactlog` after it is its
log, and a block `expect` after that lists every finding that is not kept, `as of` a moment. In a block `pact-fault` the last line is the
first fault's message. A block `console` is run in a folder that holds the document's blocks with a `title=`.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from pactlang.workspace import InputError, check_files, load_text

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
HEADER = """pact "Ana and Ben"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin
    signed by Ana on 2025-12-30
    signed by Ben on 2025-12-30
    signed by Cleo on 2025-12-30

use relationships

"""


class Block(NamedTuple):
    kind: str
    title: str
    text: str
    line: int


def blocks(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"^```([\w-]*)(?: title=(\S+))?\n(.*?)^```$", text, re.M | re.S):
        found.append(Block(match[1], match[2] or "", match[3], text.count("\n", 0, match.start()) + 1))
    return found


def examples(kind: str) -> list[object]:
    return [
        pytest.param(path, place, id=f"{path.name}:{block.line}")
        for path in DOCUMENTS
        for place, block in enumerate(blocks(path))
        if block.kind == kind
    ]


def whole(text: str) -> str:
    return text if re.search(r"^pact\b", text, re.M) else HEADER + text


@pytest.mark.parametrize(("path", "place"), examples("pact"))
def test_an_agreement_is_read_and_judges_as_it_says(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    load_text(whole(found[place].text))
    kinds = [block.kind for block in found[place + 1 : place + 3]]
    if kinds != ["pactlog", "expect"]:
        return
    (tmp_path / "us.pact").write_text(whole(found[place].text), encoding="utf-8")
    (tmp_path / "us.pactlog").write_text(found[place + 1].text, encoding="utf-8")
    moment, *expected = found[place + 2].text.splitlines()
    assert moment.startswith("as of ")
    judgement = check_files([str(tmp_path / "us.pact"), str(tmp_path / "us.pactlog")], as_of=moment.removeprefix("as of ")).judgement
    told = [f"{finding.id} {finding.status.value}" for finding in judgement.findings if finding.status.value != "kept"]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(("path", "place"), examples("pact-fault"))
def test_a_faulty_agreement_is_refused_in_these_words(path: Path, place: int) -> None:
    *text, message = blocks(path)[place].text.splitlines()
    with pytest.raises(InputError) as refused:
        load_text(whole("\n".join(text) + "\n"))
    assert refused.value.diagnostics[0].message == message


@pytest.mark.parametrize(("path", "place"), examples("console"))
def test_a_command_answers_as_shown(path: Path, place: int, tmp_path: Path) -> None:
    found = blocks(path)
    for block in found:
        if block.title:
            (tmp_path / block.title).write_text(block.text, encoding="utf-8")
    command, _, shown = found[place].text.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    run = subprocess.run(
        [str(Path(sys.executable).with_name(program)), *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.stdout + run.stderr == shown


def test_the_reference_has_examples() -> None:
    kinds = [block.kind for block in blocks(ROOT / "docs" / "language.md")]
    assert kinds.count("expect") >= 15

"""The fenced blocks of the documents, and which of them belong together.

A block starts with three backticks and a word that says what it is:

- `pact`: an agreement, or a piece of one, which then gets `HEADER` above it;
- `pactlog`, `jsonl`, `csv`: a log; those right before an `expect` are judged by the agreement above them;
- `expect`: `as of MOMENT`, then every finding that is not kept, one a line; `kept NUMBER` may stand among them;
- `remarks`: the remarks and the sentences not applied of the judgement before it, one a line;
- `pact-fault`, `pactlog-fault`: a text that is refused; its last line is the message of the first fault;
- `console`: commands with their answers, run in a folder that holds every titled block above them;
- `pycon`: a Python session, run in the same folder;
- anything else is not run.

After the word, `title=NAME` gives the block a file name; `add-to=NAME` puts its lines at the end of an earlier one. Agreements with titles
that stand one right after the other are versions of one agreement.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
# The pages of the rules are written by their rules, and tried in tests/lint.
_WRITTEN = [file for file in (ROOT / "docs").rglob("*.md") if file.parent.name != "rules"]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *_WRITTEN])
HEADER = """pact "Ana, Ben and Cleo"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin
    signed by Ana on 2025-12-30
    signed by Ben on 2025-12-30
    signed by Cleo on 2025-12-30

use relationships

"""
LOGS = {"pactlog": ".pactlog", "jsonl": ".jsonl", "csv": ".csv"}
KINDS = frozenset({"pact", *LOGS, "expect", "remarks", "pact-fault", "pactlog-fault", "console", "pycon", "text", "sh", "json"})


class Block(NamedTuple):
    """One fenced block: what it is, its file name, whether it is added to a file that is there, its text, its line."""

    kind: str
    title: str
    adds: bool
    text: str
    line: int


def blocks(path: Path) -> list[Block]:
    """Every fenced block of a document, in order."""
    text = path.read_text(encoding="utf-8")
    found = []
    for match in re.finditer(r"^```([\w-]*)(?: (title|add-to)=(\S+))?\n(.*?)^```$", text, re.M | re.S):
        found.append(Block(match[1], match[3] or "", match[2] == "add-to", match[4], text.count("\n", 0, match.start()) + 1))
    return found


def whole(text: str) -> str:
    """An agreement that can stand alone."""
    return text if re.search(r"^pact\b", text, re.M) else HEADER + text


class Example(NamedTuple):
    """An `expect` block with the agreements and the logs that it speaks of."""

    versions: list[Block]
    logs: list[Block]
    expected: Block


def example_at(found: list[Block], place: int) -> Example:
    """What the `expect` block at a place speaks of: the logs right before it, and the nearest agreement above them."""
    start = place
    while found[start - 1].kind in LOGS:
        start -= 1
    last = next(number for number in range(start - 1, -1, -1) if found[number].kind == "pact")
    first = last
    while first and found[last].title and found[first - 1].kind == "pact" and found[first - 1].title:
        first -= 1
    return Example(found[first : last + 1], found[start:place], found[place])


def write_titled(found: list[Block], folder: Path) -> None:
    """Write every block that has a file name."""
    for block in found:
        if not block.title:
            continue
        target = folder / block.title
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_text(encoding="utf-8") if block.adds else ""
        target.write_text(before + block.text, encoding="utf-8")


def answers(console: str, folder: Path) -> str:
    """A `console` block as it should be: each of its commands with what it answers in a folder."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}", "NO_COLOR": "1"}
    told = ""
    for command in re.findall(r"^\$ (.*)$", console, re.M):
        assert command.startswith(("pact ", "pactlang ")), command
        run = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S602
        told += f"$ {command}\n{run.stdout}{run.stderr}"
    return told

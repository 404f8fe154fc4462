"""Runs the real command in a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pactlang.cli.app import run
from pactlang.cli.faults import failed
from pactlang.source import PlainError
from tests.cli.forking import COMMAND, called

EXAMPLE = Path(__file__).parents[2] / "examples" / "first"
# Where the locale is plain ASCII, Python itself cannot read the list of packages of a folder with another name.
IN_ASCII = pytest.mark.skipif(not sys.prefix.isascii(), reason="the folder of this Python has a name that ASCII cannot spell")
_OURS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8", "TZ")


@dataclass(frozen=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    err: str


def code_of(*arguments: str) -> int:
    """The exit code of a command that is run in this process. What is told in words is said as always; a mistake of ours is raised."""
    try:
        return run(list(arguments))
    except PlainError as told:
        return failed(told)


def interrupted(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What a command says that ends by Ctrl+C; one that does not end is killed, and the test fails."""
    process.send_signal(signal.SIGINT)
    try:
        return process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


class Folder:
    """A folder with files, in which commands are run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run(self, *arguments: str, stdin: str | bytes = b"", **environment: str) -> Answer:
        given = stdin if isinstance(stdin, bytes) else stdin.encode()
        code, out, err = called(arguments, self.path, self.environment(**environment), given)
        answer = Answer(code, out.decode(), err.decode())
        assert "Traceback" not in answer.err
        return answer

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _OURS}
        return kept | {"COLUMNS": "100", "PYTHONUTF8": "1"} | more


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder."""
    return Folder(tmp_path)


@pytest.fixture
def ours(folder: Folder) -> Folder:
    """A folder with the first example in it: one agreement and its log."""
    folder.write("us.pact", (EXAMPLE / "us.pact").read_bytes())
    folder.write("log.pactlog", (EXAMPLE / "log.pactlog").read_bytes())
    return folder


__all__ = ["AS_OF", "COMMAND", "PACT", "Answer", "Folder", "code_of"]

AS_OF = ("--as-of", "2026-10-05")
PACT = """\
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-09-01
    time zone Europe/Berlin

use relationships

cap monthly
    at most 1 encounter per month by Ana
"""

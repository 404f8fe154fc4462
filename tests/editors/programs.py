"""Editors as programs: started headless on files of a test's own, with this checkout's `pact` on the path."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.editors.keywords import FILE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

EDITORS = FILE.parent
# Nobody's settings, but the packages that the system has.
EMACS = ["--batch", "--no-init-file", "--no-site-file"]
LONGEST = 60  # seconds until an editor counts as stuck


def program(name: str) -> str:
    """Where an editor is; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def surroundings(folder: Path) -> dict[str, str]:
    """An environment with a home of its own and this checkout's `pact` first on the path."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    script = place / "pact"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pactlang "$@"\n')
    script.chmod(0o755)
    return {**os.environ, "PATH": f"{place}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def run(command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None) -> str:
    """What a program said, on both its outputs; the test fails if it fails."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env={**surroundings(folder), **(more or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def _in_vim(path: Path) -> str:
    """A path as a string of Vim's."""
    return "'" + str(path).replace("'", "''") + "'"


def linked(folder: Path) -> Path:
    """The folder of all editors' files, under a plain name: Vim reads brackets in the names of its folders as patterns."""
    link = folder / "editors"
    if not link.exists():
        link.symlink_to(EDITORS, target_is_directory=True)
    return link


def ask_vim(name: str, folder: Path, file: str, expressions: Sequence[str], commands: Sequence[str] = ()) -> list[Any]:
    """What Vim (`vim`) or Neovim (`nvim`) answers to expressions, with a file open and after some commands."""
    runtime = linked(folder) / ("nvim" if name == "nvim" else "vim")
    answers = folder / "answers.json"
    script = folder / "ask.vim"
    lines = [
        "set encoding=utf-8 nomore shortmess+=I",
        f"execute 'set runtimepath^=' . fnameescape({_in_vim(runtime)})",
        "filetype plugin indent on",
        "syntax on",
        f"edit {file}",
        *commands,
        f"call writefile([json_encode([{', '.join(expressions)}])], {_in_vim(answers)})",
        "qall!",
    ]
    # A fault in the script has to end the editor: it would wait for keys that nobody presses.
    script.write_text(
        "\n".join(["try", *lines, "catch", "call writefile([v:exception, v:throwpoint], 'fault.txt')", "cquit", "endtry", ""])
    )
    quiet = ["--headless"] if name == "nvim" else ["-N", "-es"]
    try:
        run([program(name), *quiet, "-u", "NONE", "-i", "NONE", "-n", "-S", script], folder)
    except AssertionError:
        fault = folder / "fault.txt"
        pytest.fail(fault.read_text() if fault.exists() else "the editor could not be asked")
    found: list[Any] = json.loads(answers.read_text(encoding="utf-8"))
    return found

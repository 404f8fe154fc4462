"""This program gives what the vectors say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import COMMAND
from tests.vectors import run
from tests.vectors.run import vectors, wrong


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["name"])
def test_a_vector(tmp_path: Path, vector: dict[str, Any]) -> None:
    assert wrong(vector, COMMAND, tmp_path) == []


def test_the_runner_holds_any_program_to_them(tmp_path: Path) -> None:
    """From any folder, a program named as one names it there; one that always says 0, and none at all."""
    (tmp_path / "yes.py").write_text("")

    def ran(*program: str) -> tuple[int, str]:
        call = [sys.executable, str(Path(run.__file__)), *program]
        done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout.splitlines()[-1]

    code, last = ran(sys.executable, "yes.py")
    assert code == 1
    assert last.startswith(f"{len(vectors())} vectors, ")
    assert ran("no-such-program")[0] == ran()[0] == 2

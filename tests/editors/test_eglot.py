"""Emacs with Eglot and `pact lsp`, end to end: what a person has who follows editors/emacs/README.md."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.editors import served
from tests.editors.programs import EDITORS, EMACS, program, run


def _has_eglot() -> bool:
    command = [program("emacs"), *EMACS, "--eval", "(progn (package-initialize) (require 'eglot))"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_emacs_with_the_server(tmp_path: Path) -> None:
    served.write(tmp_path)
    if not _has_eglot():
        pytest.skip("Eglot is not installed")
    script = Path(__file__).parent / "eglot.el"
    said = run([program("emacs"), *EMACS, "-L", EDITORS / "emacs", "-l", script], tmp_path)
    found = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    assert "problem" not in found, (found, said)
    assert found["same_server"]
    faults = [one for one in found["fault"] if one[:2] == list(served.FAULT)]
    assert [kind for *_, kind in faults] == ["eglot-error"]
    assert "E001" in faults[0][2]
    assert [1, 0] in [one[:2] for one in found["log"]]
    assert {"at", "warn", "stroll", "at most … per …"} <= set(found["completion"])
    assert "stroll" in found["hover"]
    assert found["formatted"][-1] == served.MENDED
    agreement, log = found["renamed"]
    assert "event walk" in agreement
    assert agreement[-1] == served.MENDED.replace("stroll", "walk")
    assert log == served.LOG.replace("stroll", "walk").splitlines()

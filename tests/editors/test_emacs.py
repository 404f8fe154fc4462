"""The modes of Emacs: they compile without a warning, their words pass checkdoc, and ERT holds them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.editors.programs import EDITORS, EMACS, program, run

FILES = ("pact-words.el", "pact-mode.el")


def _copied(folder: Path) -> list[str | Path]:
    """Emacs, on copies of the modes: what it compiles is left in a folder of the test's own."""
    for name in (*FILES, "pact-mode-tests.el"):
        shutil.copy(EDITORS / "emacs" / name, folder)
    return [program("emacs"), *EMACS, "-L", folder]


def test_the_modes_compile_without_a_warning(tmp_path: Path) -> None:
    command = [
        *_copied(tmp_path),
        "--eval",
        "(setq byte-compile-error-on-warn t)",
        "-f",
        "batch-byte-compile",
        *FILES,
        "pact-mode-tests.el",
    ]
    run(command, tmp_path)
    assert (tmp_path / "pact-mode.elc").exists()


def test_their_words_pass_checkdoc(tmp_path: Path) -> None:
    look = "".join(f'(checkdoc-file "{name}")' for name in FILES)
    assert run([*_copied(tmp_path), "--eval", f"(progn (require 'checkdoc) {look})"], tmp_path) == ""


def test_ert(tmp_path: Path) -> None:
    said = run([*_copied(tmp_path), "-l", "pact-mode-tests.el", "-f", "ert-run-tests-batch-and-exit"], tmp_path)
    assert "0 unexpected" in said

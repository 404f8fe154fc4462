"""Every reader gets its corpus and files made from it: the same ones each time, and with PACT_FUZZ=long as many as there is patience for.

A file on which a reader fails is kept in `corpus/`, so that it is tried first from then on (see README.md).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.mutate import mutated
from tests.fuzz.readers import LOG, PACT, READERS

CORPUS = Path(__file__).parent / "corpus"
LONG = os.environ.get("PACT_FUZZ") == "long"
ROUNDS = int(os.environ.get("PACT_FUZZ_ROUNDS", "4000" if LONG else "60"))
SEED = int.from_bytes(os.urandom(4)) if LONG else 7
TRIED = [(name, file) for name in READERS for file in sorted((CORPUS / name).iterdir())]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "PACT_SESSION"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copy(PACT, tmp_path / "us.pact")
    shutil.copy(LOG, tmp_path / "us.pactlog")
    return tmp_path


@pytest.mark.parametrize(("name", "file"), TRIED, ids=[f"{name}/{file.name}" for name, file in TRIED])
def test_a_file_of_the_corpus_is_read_or_refused(folder: Path, name: str, file: Path) -> None:
    READERS[name](folder, file.read_bytes())


@pytest.mark.parametrize("name", READERS)
def test_a_broken_file_is_read_or_refused(folder: Path, name: str) -> None:
    random = Random(f"{SEED} {name}")
    files = [file.read_bytes() for file in sorted((CORPUS / name).iterdir())]
    for number in range(ROUNDS):
        data = mutated(random.choice(files), files, random)
        try:
            READERS[name](folder, data)
        except Exception as wrong:
            kept = Path.cwd() / f"fuzzed-{name}-{number}"
            if LONG:
                kept.write_bytes(data)
            raise AssertionError(f"{name}, round {number} of seed {SEED}: {wrong!r}\n{data[:2000]!r}") from wrong

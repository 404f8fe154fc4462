"""Each example, judged as its README says, gives what stands beside it: as text and as JSON.

After a change that is meant, `python -m tests.examples.test_examples` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pactlang.checker.examples import run_examples
from pactlang.checker.select import select
from pactlang.inputs import Checked, agreements_of, check_files, load, zone_of_all
from pactlang.words.examples import why
from pactlang.words.json import judgement_json
from pactlang.words.text import judgement_text

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(folder for folder in EXAMPLES.iterdir() if (folder / "as-of").is_file())


def judged(folder: Path) -> Checked:
    """An example as the command judges it when called in a copy of its folder, so that what git keeps of it plays no part."""
    before = Path.cwd()
    with TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        os.chdir(copy)
        try:
            files = [*(str(path) for path in agreements_of(Path())), "log.pactlog"]
            return check_files(files, as_of=Path("as-of").read_text(encoding="utf-8").strip())
        finally:
            os.chdir(before)


def written(folder: Path) -> dict[str, str]:
    """The answer in both forms."""
    judgement = select(judged(folder).judgement)
    return {"expected.txt": judgement_text(judgement), "expected.json": judgement_json(judgement)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_example_gives_what_it_says(folder: Path) -> None:
    for name, found in written(folder).items():
        assert found == (folder / name).read_text(encoding="utf-8"), "if that is right: python -m tests.examples.test_examples"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_example_reads_without_a_word_of_warning(folder: Path) -> None:
    assert judged(folder).warnings == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_an_example_means_is_what_the_checker_finds(folder: Path) -> None:
    for path in agreements_of(folder):
        agreement = load(path)
        results = run_examples(agreement, zone_of_all([agreement]))
        assert [why(one) for one in results if not one.holds] == []
        assert (folder.name == "couple-disclosure") == bool(results)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_json_of_an_example_adds_up(folder: Path) -> None:
    document = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    ids = [finding["id"] for finding in document["findings"]]
    assert len(ids) == len(set(ids))
    found = ["repaired" if finding["repaired"] else finding["status"] for finding in document["findings"]]
    for status in ("breach", "waived", "repaired", "due", "unknown"):
        assert document["summary"][status] == found.count(status)


def test_there_are_the_examples_of_the_readme() -> None:
    names = [
        "couple-disclosure",
        "couple-evenings",
        "first",
        "flat",
        "literate",
        "media",
        "opened",
        "parents",
        "parents-turns",
        "polycule",
        "recovery",
        "team",
    ]
    assert [folder.name for folder in FOLDERS] == names


if __name__ == "__main__":
    for one in FOLDERS:
        for name, text in written(one).items():
            (one / name).write_text(text, encoding="utf-8")

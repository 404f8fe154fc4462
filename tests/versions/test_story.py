"""The example that a script builds: what git keeps is judged as two files side by side are, and its story is told as it stands there.

After a change that is meant, `python -m tests.versions.test_story` writes the story anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from .repository import Repository

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "story-b-history"
BESIDE = ROOT / "examples" / "couple-evenings"
AS_OF = (BESIDE / "as-of").read_text(encoding="utf-8").strip()
TOLD = {
    "history.txt": ("history",),
    "history.md": ("history", "--format", "markdown"),
    "diff.txt": ("diff", "HEAD~4:us.pact", "us.pact", "--replay", "log.pactlog", "--as-of", AS_OF),
}


def built(folder: Path) -> Repository:
    """The repository that the script writes."""
    story = Repository(folder / "story")
    subprocess.run(["sh", str(EXAMPLE / "build.sh"), str(story.path)], check=True, env=Repository(folder).environment())
    return story


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return built(tmp_path_factory.mktemp("git"))


def test_it_is_judged_as_two_files_side_by_side(story: Repository) -> None:
    answer = story.run("check", "--as-of", AS_OF)
    assert (answer.code, answer.err) == (1, "")
    expected = (BESIDE / "expected.txt").read_text(encoding="utf-8")
    told = re.sub(r"\b[0-9a-f]{7}:\./first\.pact:", "v1.pact:", answer.out)
    assert re.sub(r"\bus\.pact:", "v2.pact:", told) == expected, "if that is right: python -m tests.examples.test_examples"


# The page tells what the text tells, and the same comparisons take as long again.
SHORT = {name: call for name, call in TOLD.items() if name != "history.md" or os.environ.get("PACT_FUZZ") == "long"}


@pytest.mark.parametrize(("name", "call"), SHORT.items())
def test_its_story_is_told_as_it_stands_there(story: Repository, name: str, call: tuple[str, ...]) -> None:
    answer = story.run(*call)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (EXAMPLE / name).read_text(encoding="utf-8"), "if that is right: python -m tests.versions.test_story"


@pytest.mark.parametrize(("page", "file"), [("keep-it-in-git.md", "history.txt"), ("compare-two-versions.md", "diff.txt")])
def test_the_how_tos_quote_it(page: str, file: str) -> None:
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    told = (EXAMPLE / file).read_text(encoding="utf-8")
    quoted = re.findall(r"^```text\n(Nora and Felix · .*?|\d+ changes: .*?)^```$", text, re.M | re.S)
    assert quoted
    for block in quoted:
        for part in block.split("  …\n"):
            assert part in told


def test_the_script_writes_over_nothing(tmp_path: Path) -> None:
    done = subprocess.run(["sh", str(EXAMPLE / "build.sh"), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        repository = built(Path(place))
        for file, how in TOLD.items():
            (EXAMPLE / file).write_text(repository.run(*how).out, encoding="utf-8")
    sys.exit(0)

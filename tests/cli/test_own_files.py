"""What a command writes never takes the place of what somebody else wrote."""

from __future__ import annotations

import pytest

from tests.cli.running import Folder

PACT = 'pact "Us"\n    between Ana and Ben\n    in force from 2026-01-05\nuse household\n\npromise p\n    "We answer soon."\n'
LOG = "2026-01-06 10:00  message by Ana to Ben\n"
NOW = ("--as-of", "2026-02-01")


@pytest.mark.parametrize(
    ("call", "file", "said"),
    [
        (("report", "us.pact", "us.pactlog", *NOW, "-o", "us.pact"), "us.pact", "the name of a report must end in .html"),
        (("report", "us.pact", "us.pactlog", *NOW, "-o", "us.pactlog"), "us.pactlog", "the name of a report must end in .html"),
        (("report", "us.pact", "us.pactlog", *NOW, "-o", "mine.html"), "mine.html", "mine.html already exists and is not a report"),
        (("lint", "us.pact", *NOW, "--write-baseline", "us.pact"), "us.pact", "the name of a baseline must end in .json"),
        (("lint", "us.pact", *NOW, "--write-baseline", "mine.json"), "mine.json", "mine.json already exists and is not a baseline"),
        (("export", "us.pact", "us.pactlog", *NOW, "-o", "us.pact"), "us.pact", "the name of a calendar must end in .ics"),
    ],
)
def test_a_file_that_is_not_ours_stays(folder: Folder, call: tuple[str, ...], file: str, said: str) -> None:
    kept = {"us.pact": PACT, "us.pactlog": LOG, "mine.html": "<p>Holiday</p>", "mine.json": '{"a": 1}'}
    for name, text in kept.items():
        folder.write(name, text)
    answer = folder.run(*call)
    assert (answer.code, (folder.path / file).read_text()) == (2, kept[file])
    assert said in answer.err


def test_what_is_ours_is_brought_up_to_date(folder: Folder) -> None:
    folder.write("us.pact", PACT)
    folder.write("us.pactlog", LOG)
    for _ in range(2):
        assert folder.run("report", *NOW, "-o", "r.html").code == 0
        assert folder.run("lint", *NOW, "--write-baseline", "known.json").code == 0
    assert (folder.path / "r.html").stat().st_mode & 0o777 == 0o600

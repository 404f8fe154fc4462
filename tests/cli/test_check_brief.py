"""`pact check` is short and hides nothing that is open."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pactlang.checker.finding import Status
from pactlang.inputs import InputError, check_files
from pactlang.words.text import judgement_text
from tests.cases.by_hand import FOLDER, read_cases
from tests.cli.running import Folder

OPEN = (Status.BREACH, Status.UNKNOWN, Status.DUE, Status.DRIFT)

US = """
pact "Us"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin
    signed by Ana on 2025-12-20
    signed by Ben on 2025-12-20

use relationships

cap evenings
    at most 2 encounters per month

promise daily
    gratitude by everyone every day

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

promise after
    after each breach of evenings, debrief by everyone within 3 days
"""
LOG = """
2026-01-05 20:00  encounter by Ana with kim as a
2026-01-06 10:00  disclosure by Ana to Ben
2026-01-12 20:00  encounter by Ana with kim as b
2026-01-13 10:00  disclosure by Ana to Ben
2026-01-20 20:00  encounter by Ana with kim as c
2026-01-21 10:00  disclosure by Ana to Ben
"""


def ids_in(text: str) -> set[str]:
    return set(re.findall(r"[\w.-]+@\d{4}-\d\d-\d\d(?:~\d+)?", text))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.cases"))[::3], ids=lambda path: path.stem)
def test_every_open_finding_is_named(path: Path, tmp_path: Path) -> None:
    """A month on, when nearly all is old, too."""
    for number, case in enumerate(list(read_cases(path))[::4]):
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            judgement = check_files(case.written(folder), as_of=case.settings["as of"]).judgement
        except InputError:
            continue
        for since in (None, judgement.as_of + 1):
            told = ids_in(judgement_text(judgement, since=since))
            assert {one.id for one in judgement.findings if one.status in OPEN} <= told, case.name


def shown(folder: Folder, *options: str, log: str = LOG, now: str = "2026-01-31") -> str:
    (folder.path / "us.pact").write_text(US)
    (folder.path / "us.pactlog").write_text(log)
    return folder.run("check", "--as-of", now, *options).out


def test_what_a_breach_set_off_is_told_under_it(folder: Folder) -> None:
    lines = [line.strip() for line in shown(folder).splitlines()]
    under = next(line for line in lines if line.startswith("After it: after@"))
    assert "debrief" in under.lower()
    assert [line for line in lines if line.startswith("after@")] == []


def test_alike_misses_are_three_and_then_their_ids(folder: Folder) -> None:
    text = shown(folder)
    assert text.count("No gratitude entry") == 3
    assert "and 27 more:" in text
    assert len([one for one in ids_in(text) if one.startswith("daily@")]) == 31 + 1  # thirty misses, the pattern, and what is due today


def test_older_ones_are_a_line_each_and_full_tells_all(folder: Folder) -> None:
    short, full = (shown(folder, *options, now="2026-03-20") for options in ([], ["--full"]))
    assert "at most 2 encounters per month" not in short
    assert re.search(r"^  evenings@2026-01-20  3 encounters", short, re.MULTILINE)
    assert "What is older is a line each" in short
    assert "“at most 2 encounters per month”" in full
    assert "What is older" not in full
    assert ids_in(short) == ids_in(full)


def test_since_all_last_talked(folder: Folder) -> None:
    log = LOG + "2026-01-25 20:00  check-in by Ana and Ben\n2026-01-26 20:00  check-in by Ana\n"
    assert "“at most 2 encounters per month”" in shown(folder, log=log)
    assert "“at most 2 encounters per month”" not in shown(folder, "--since-talk", log=log)
    (folder.path / "us.pactlog").write_text(LOG)
    done = folder.run("check", "--as-of", "2026-01-31", "--since-talk")
    assert "the last 30 days are shown in full" in done.err
    assert "“at most 2 encounters per month”" in done.out


def test_counts_alone(folder: Folder) -> None:
    """3 disclosures and 2 evenings kept; 30 days without gratitude, 1 cap, 1 debrief broken; today's gratitude due."""
    last = shown(folder, "--summary").splitlines()[-1]
    assert last.startswith("5 kept · 32 breaches · ")
    assert last.endswith(" · 1 due")


def test_the_last_line_says_what_made_the_exit_code(folder: Folder) -> None:
    assert shown(folder).splitlines()[-1] == "Exit code 1, for 32 breaches: after 1, daily 30, evenings 1."


def test_a_draft_says_what_would_be_broken(folder: Folder) -> None:
    (folder.path / "us.pact").write_text(re.sub(r"    signed by Ben.*\n", "", US))
    (folder.path / "us.pactlog").write_text(LOG)
    assert "breaches if it were signed" in folder.run("check", "--as-of", "2026-01-31").out


def test_counts_alone_as_json(folder: Folder) -> None:
    document = json.loads(shown(folder, "--summary", "--format", "json"))
    assert document["findings"] == []
    assert document["summary"]["breach"] == 32

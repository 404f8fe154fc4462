"""`pact explain`, called as people call it."""

from __future__ import annotations

import json

import pytest

from .running import Folder

PACT = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

state away
    starts with meeting
    lasts at most 3 days

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
    > *Hearing it late* hurt.
    "We are kind about it."

cap evenings
    at most 2 encounters per week by each party
    at least 2 days between encounters

matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
    travel     ask   no
"""


@pytest.fixture
def one(folder: Folder) -> Folder:
    folder.write("us.pact", PACT)
    return folder


def test_all_of_it(one: Folder) -> None:
    done = one.run("explain")
    assert (done.code, done.err) == (0, "")
    assert "After each encounter that Ana has part in, there is a disclosure by Ana to Ben" in done.out
    assert "no log can show whether it was kept" in done.out
    assert "“away” begins with a meeting." in done.out
    assert done.out.count("      kept    ") == done.out.count("      broken  ") > 4


def test_the_nearest_minute(one: Folder) -> None:
    told = one.run("explain", "us.pact", "tell").out
    assert "kept    disclosure by Ana to Ben on Thursday 29 January, 22:00\n" in told
    assert "broken  disclosure by Ana to Ben on Thursday 29 January, 22:01\n" in told
    assert "evenings" not in told


def test_one_sentence_by_its_label(one: Folder) -> None:
    told = one.run("explain", "us.pact", "evenings.2").out
    assert "at least 2 days between encounters" in told
    assert "per week" not in told


def test_json_holds_logs_that_check_judges_likewise(one: Folder) -> None:
    answer = json.loads(one.run("explain", "us.pact", "tell", "--format", "json").out)
    assert answer["schema"] == "pactlang/explain/1"
    pair = answer["clauses"][0]["sentences"][0]["cases"][0]
    one.write("kept.pactlog", "\n".join(pair["kept"]["log"]) + "\n")
    one.write("broken.pactlog", "\n".join(pair["broken"]["log"]) + "\n")
    assert one.run("check", "us.pact", "kept.pactlog", "--only", "tell", "--as-of", "2026-12-01").code == 0
    assert one.run("check", "us.pact", "broken.pactlog", "--only", "tell", "--as-of", "2026-12-01").code == 1


def test_markdown_takes_nothing_for_markup(one: Folder) -> None:
    told = one.run("explain", "us.pact", "comfort", "--format", "markdown").out
    assert told.startswith("# Ana and Ben: do we mean the same?\n")
    assert "- **kept**: " in told
    assert "- **broken**: " in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("us.pact", "tel"), "there is no clause tel; did you mean tell?"),
        (("us.pact", "other.pact"), "name one agreement"),
        (("none.pact",), "there is no file none.pact"),
    ],
)
def test_what_is_not_there(one: Folder, words: tuple[str, ...], said: str) -> None:
    done = one.run("explain", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err

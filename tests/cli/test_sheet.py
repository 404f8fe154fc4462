"""`pact sheet`: one side, feelings first, what is open filled in, and no word that blames."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pactlang.day.sheet_kinds import Kind
from tests.daily.test_repair import BLAME

from .running import Folder

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = ("--as-of", "2026-03-12")
PACT = """\
pact "Ana and <b>"
    between Ana and "<b>Ben"
    in force from 2026-03-01
    time zone Europe/Berlin
    signed by Ana on 2026-02-20
    signed by "<b>Ben" on 2026-02-20

use {vocabulary}

event outing
    plural outings

disclosure tell
    after each outing, reply by the same party to the others within 24 hours

review
    review by everyone every month on the first Sunday
"""
LOG = """\
2026-03-01  review by Ana and "<b>Ben"
2026-03-03 20:00  outing by Ana, as e1
2026-03-06 20:00  outing by "<b>Ben", as e2
2026-03-07 09:00  reply by "<b>Ben" to Ana about e2
2026-03-08  gratitude by Ana
"""


@pytest.fixture
def two(folder: Folder) -> Folder:
    folder.write("us.pact", PACT.format(vocabulary="relationships"))
    folder.write("us.pactlog", LOG)
    return folder


def told(folder: Folder, *words: str) -> str:
    answer = folder.run("sheet", *words, *NOW)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


@pytest.mark.parametrize("kind", Kind)
def test_each_sheet_has_one_side_and_begins_with_feelings(two: Folder, kind: Kind) -> None:
    text = told(two, kind.value)
    lines = text.splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 80
    assert BLAME.search(text) is None
    headings = re.findall(r"^\S.*$", text, re.M)[2:]
    first = ["What went well", "How I am"] if kind in (Kind.CHECK_IN, Kind.REVIEW) else ["How I am"]
    assert headings[: len(first)] == first
    assert "  For you alone. Nobody has to show this part." in lines
    assert "Questions I have" in lines or kind is Kind.APOLOGY
    assert ("What the log shows" in lines) == kind.may_be_about
    assert text.count("____\n") >= 4


def test_a_check_in_names_what_went_well_then_what_is_open(two: Folder) -> None:
    text = told(two, "check-in")
    assert text.index("  · 2 promises kept since 1 March 2026.") < text.index("  · 1 gratitude.") < text.index("tell@2026-03-04: No")
    assert "  · Open since 4 March: Reply by Ana after outing e1.\n" in text
    assert text.endswith('In the log, once it is done: check-in by Ana and "<b>Ben"\n')


def test_what_a_table_of_answers_asked_for_is_open_too(two: Folder) -> None:
    table = '\nmatrix comfort for outing\n    activity  Ana  "<b>Ben"\n    late      yes  no\n'
    two.write("us.pact", PACT.format(vocabulary="relationships") + table)
    two.write("us.pactlog", "2026-03-03 20:00  outing by Ana, tagged late\n")
    assert "  · comfort@2026-03-03: Late: " in told(two, "check-in")


def test_an_impact_is_about_the_newest_breach_or_the_one_that_is_named(two: Folder) -> None:
    text = told(two, "impact", "--as", "<b>Ben")
    assert text == told(two, "impact", "tell@2026-03-04", "--as", "<b>Ben")
    assert "What it did to\n  Trust:\n" in text
    assert re.findall(r"^  (\w+(?: \w+)?):$", text, re.M) == ["Trust", "Safety", "Intimacy", "Daily life"]
    assert text.endswith('In the log, once it is done: impact by "<b>Ben" about tell@2026-03-04\n')
    assert "“after each outing, reply by the same party to the others within 24 hours”" in " ".join(told(two, "apology").split())


def test_who_are_no_lovers_are_not_asked_about_intimacy(two: Folder) -> None:
    two.write("us.pact", PACT.format(vocabulary="team"))
    assert "Intimacy" not in told(two, "impact")


def test_a_sheet_without_a_breach_leaves_room_instead(two: Folder) -> None:
    two.write("us.pactlog", LOG.splitlines(keepends=True)[0])
    text = told(two, "apology")
    assert "about" not in text.splitlines()[0]
    assert "Now it says" not in text


def test_what_is_in_files_cannot_be_a_part_of_the_page(two: Folder) -> None:
    page = told(two, "debrief", "--format", "html")
    assert "<b>" not in page
    assert "&lt;b&gt;Ben" in page
    assert not re.search(r"<script|https?://|src=", page)
    assert r"\<b\>Ben" in told(two, "debrief", "--format", "markdown") or "&lt;b>Ben" in told(two, "debrief", "--format", "markdown")
    told_as = json.loads(told(two, "debrief", "--format", "json"))
    assert (told_as["schema"], told_as["finding"], told_as["kind"]) == ("pactlang/sheet/1", "tell@2026-03-04", "debrief")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("impact", "tel@2026-03-04"), "there is no finding tel@2026-03-04; did you mean tell@2026-03-04?"),
        (("check-in", "tell@2026-03-04"), "a check-in sheet is about all that is open, not about tell@2026-03-04; leave it out"),
        (("impact", "--as", "Cleo"), "Cleo"),
        (("impakt",), "'impakt' is not one of"),
        ((), "Missing argument 'KIND'. Choose from:\n  check-in,\n  reflection"),
    ],
)
def test_what_is_no_sheet_is_told(two: Folder, words: tuple[str, ...], message: str) -> None:
    answer = two.run("sheet", *words)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err

"""`pact fix`: what is shown, what is written, and what is never written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from pactlang.inputs.fixing import text_to_fix
from tests.cli.running import Folder

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'pact "Ana and Ben"\n    between Ana and Ben\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse household\n\n'


@pytest.fixture
def here(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_every_line_that_needs_it_is_shown_and_nothing_is_written(here: Folder) -> None:
    text = f"{HEAD}max 3 parties a month\n\ncap guests\n    at most 2 guests\n    be kind\n    at most 2 guests per week\n"
    file = here.write("us.pact", text)
    answer = here.run("fix", "--format", "json")
    assert answer.code == 1
    assert file.read_text(encoding="utf-8") == text
    lines = json.loads(answer.out)["lines"]
    assert [(one["line"], one["kind"]) for one in lines] == [(8, "read-as"), (11, "offer"), (12, "plain")]
    assert lines[0]["options"][0]["heading"] == "cap parties"
    assert lines[1]["options"][0]["holes"]
    assert lines[2]["cue"] == "kind"
    assert all(one["options"][-1]["plain"] for one in lines[1:])


def test_a_taken_offer_is_written_with_what_it_declares(here: Folder) -> None:
    file = here.write("us.pact", f"{HEAD}no smoking at home\n")
    assert here.run("fix", "us.pact:8", "1").code == 0
    assert file.read_text(encoding="utf-8") == f"{HEAD}event smoking\n\nboundary smoking\n    no smoking at home\n"
    assert here.run("fix").code == 0


@pytest.mark.parametrize(
    ("line", "values", "declared", "written"),
    [
        ("no party during quiet-hours", ("23:00", "06:00"), "hours quiet-hours\n    between 23:00 and 06:00", ""),
        (
            "no party during quiet hours",
            ("23:00", "06:00"),
            "hours quiet-hours\n    between 23:00 and 06:00",
            "no party during quiet-hours",
        ),
        (
            "after each guest, cleaning by Ana within 4 core-hours",
            ("09:00", "17:00"),
            "hours core-hours\n    between 09:00 and 17:00",
            "",
        ),
        ("no party on school-nights", ("Sunday through Thursday",), "days school-nights\n    Sunday through Thursday", ""),
        ("no party on off-days", ("2026-05-01",), "days off-days\n    2026-05-01", ""),
        ("at most 2 parties per month\n    except on feast-days", ("weekends",), "days feast-days\n    weekends", ""),
        (
            "no party on school-nights during quiet-hours",
            ("weekdays", "22:00", "06:00"),
            "days school-nights\n    weekdays\n\nhours quiet-hours\n    between 22:00 and 06:00",
            "",
        ),
    ],
)
def test_days_and_hours_that_nobody_declared(here: Folder, line: str, values: tuple[str, ...], declared: str, written: str) -> None:
    text = f"{HEAD}promise us\n    {line}\n"
    file = here.write("us.pact", text)
    number = text.rstrip().count("\n") + 1
    name = declared.split()[1]
    assert f"called '{name}'" in here.run("check", "us.pact").err
    assert here.run("fix", f"us.pact:{number}", "1", *values).code == 0
    wanted = f"{HEAD}{declared}\n\npromise us\n    {written or line}\n"
    assert file.read_text(encoding="utf-8") == wanted
    assert here.run("fix").code == 0


@pytest.mark.parametrize(
    "line",
    [
        "no party on Sundays",
        "no party on the last day",
        "no shoes on campus",
        "guests per week",
        "after each guest, call by Ana within 2 days",
    ],
)
def test_no_days_are_offered_where_nobody_names_any(here: Folder, line: str) -> None:
    here.write("us.pact", f"{HEAD}event shoes\n\npromise us\n    {line}\n    {line} at\n")
    assert " called '" not in here.run("check", "us.pact").err


@pytest.mark.parametrize("line", ["no party on working-days", "no party unless on school-nights", "no party during quiet-hours"])
def test_a_line_that_lacks_them_alone_says_no_more(here: Folder, line: str) -> None:
    here.write("us.pact", f"{HEAD}promise us\n    {line}\n")
    assert f" called '{line.split()[-1]}' here yet. [E020]" in here.run("check", "us.pact").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("on working-days", "no days called 'working-days'"),
        ("during rest-hours", "no hours called 'rest-hours'"),
        ("on campus", "'campus'"),
    ],
)
def test_a_state_that_lacks_them_says_so(here: Folder, words: str, told: str) -> None:
    here.write("us.pact", f"{HEAD}state busy\n    starts with party {words}\n    ends with party\n")
    err = here.run("check", "us.pact").err
    assert told in err
    assert ("There are no" in err) == ("campus" not in words)


@pytest.mark.parametrize(
    "line",
    [
        "if late by more than 15 minutes, message by the late party to the other before the agreed time",
        "if we have a row by noon, message by the first party to the other",
        "at least 3 days between parties by the same party",
        "party by Ana evry week",
    ],
)
def test_what_is_offered_can_be_taken(here: Folder, line: str) -> None:
    file = here.write("us.pact", f"{HEAD}promise this\n    {line}\n")
    offered = json.loads(here.run("fix", "--format", "json").out)["lines"][0]["options"]
    assert offered
    assert not any(one.get("holes") for one in offered)
    for number in range(1, len(offered) + 1):
        here.write("us.pact", f"{HEAD}promise this\n    {line}\n")
        assert here.run("fix", "us.pact:9", str(number)).code == 0
        assert here.run("fix").code == 0, file.read_text(encoding="utf-8")


def test_what_nobody_said_is_asked_for(here: Folder) -> None:
    text = f"{HEAD}cap parties\n    at most 4 parties\n"
    file = here.write("us.pact", text)
    answer = here.run("fix", "us.pact:9", "1")
    assert answer.code == 2
    assert "leaves ‹month› to you" in answer.err
    assert file.read_text(encoding="utf-8") == text
    assert here.run("fix", "us.pact:9", "1", "often").code == 2
    for odd in ("week ‹now›", "›", "week\n    no party", "\x1b[2J"):
        refused = here.run("fix", "us.pact:9", "1", odd)
        assert (refused.code, refused.err) == (2, "pact: a value is a few words on one line\n")
    assert here.run("fix", "us.pact:9", "1", "week").code == 0
    assert file.read_text(encoding="utf-8") == text.replace("parties\n", "parties per week\n").replace(
        "cap parties per week", "cap parties"
    )


def test_all_writes_what_can_mean_one_thing_and_nothing_else(here: Folder) -> None:
    file = here.write("us.pact", f"{HEAD}cap parties\n    max 4 parties a month  # ours\n    dinner once a month\n")
    assert here.run("fix", "--all").code == 1
    assert file.read_text(encoding="utf-8") == f"{HEAD}cap parties\n    at most 4 parties per month  # ours\n    dinner once a month\n"


def test_plain_words_become_a_promise(here: Folder) -> None:
    file = here.write("us.pact", f"{HEAD}promise us\n    be kind\n")
    assert here.run("fix", "us.pact:9", "1").code == 0
    assert file.read_text(encoding="utf-8") == f'{HEAD}promise us\n    "be kind"\n'


def test_a_text_that_somebody_signed_stays(here: Folder) -> None:
    text = HEAD.replace("Berlin\n", "Berlin\n    signed by Ana on 2026-01-01\n") + "cap parties\n    max 4 parties a month\n"
    file = here.write("us.pact", text)
    answer = here.run("fix", "us.pact:10", "1")
    assert answer.code == 2
    assert "Ana signed this very text" in answer.err
    assert file.read_text(encoding="utf-8") == text
    # Nothing offers what would then be refused.
    here.write("us.pact", text.replace("max 4 parties a month", "dinner once a month"))
    for command in ("fix", "check"):
        told = here.run(command, "us.pact")
        assert "Remove the signatures, then take one: pact fix us.pact:10 1" in told.out + told.err
    # What they signed was another text: this one is being renegotiated.
    here.write(
        "us.pact",
        text.replace("2026-01-01", f"2026-01-01 digest sha256:{'0' * 64}").replace("max 4 parties a month", "dinner once a month"),
    )
    for command in ("fix", "check"):
        told = here.run(command, "us.pact")
        assert "Take one: pact fix us.pact:10 1" in told.out + told.err


def test_what_goes_under_a_sentence_is_put_there(here: Folder) -> None:
    file = here.write(
        "us.pact",
        f"{HEAD.replace('household', 'relationships')}disclosure tell\n"
        "    after each encounter, disclosure by Ana within 12 hours covering who and protection\n",
    )
    told = here.run("check", "us.pact")
    assert "Write it in two lines." in told.err
    assert "Take one: pact fix us.pact:9 1" in told.err
    assert "\n             covering who and protection\n" in here.run("fix", "us.pact").out
    assert here.run("fix", "us.pact:9", "1").code == 0
    assert file.read_text(encoding="utf-8").endswith("within 12 hours\n    covering who and protection\n")


def test_nobody_signs_a_line_in_other_words(here: Folder) -> None:
    text = f"{HEAD}cap parties\n    max 4 parties a month\n"
    file = here.write("us.pact", text)
    answer = here.run("sign", "us.pact", "--as", "Ana", "--on", "2026-01-01")
    assert answer.code == 2
    assert "pact fmt us.pact" in answer.err
    assert file.read_text(encoding="utf-8") == text
    assert here.run("fmt").code == 0
    assert here.run("sign", "us.pact", "--as", "Ana", "--on", "2026-01-01").code == 0


@pytest.mark.parametrize(
    "call",
    [("us.pact:8", "9"), ("us.pact:2", "1"), ("us.pact", "1"), ("us.pact:8", "1", "more")],
    ids=["no offer", "fine", "no line", "value"],
)
def test_a_wrong_call_writes_nothing(here: Folder, call: tuple[str, ...]) -> None:
    file = here.write("us.pact", f"{HEAD}no smoking\n")
    assert here.run("fix", *call).code == 2
    assert file.read_text(encoding="utf-8") == f"{HEAD}no smoking\n"


def test_an_event_of_a_vocabulary_is_brought_in_by_its_name(tmp_path: Path) -> None:
    """'encounter' is in `relationships`: to declare it anew would lose what is known of it."""
    folder = Folder(tmp_path)
    (tmp_path / "us.pact").write_text('pact "Us"\n    between Ana and Ben\n\ncap few\n    at most 2 encounters per month\n')
    assert "(with 'use relationships')" in folder.run("check").err
    assert folder.run("fix", "us.pact:5", "1").code == 0
    assert "use relationships\n\ncap few\n    at most 2 encounters per month\n" in (tmp_path / "us.pact").read_text()
    assert folder.run("fmt", "--check").code == 0


def test_an_offer_says_on_which_case_it_differs_from_the_first(tmp_path: Path) -> None:
    file = tmp_path / "us.pact"
    file.write_text(
        HEAD.replace("between Ana and Ben", "between Ana, Ben and Cleo") + "cap guests\n    at most 2 guests every evening\n",
        encoding="utf-8",
    )
    first, second = (one for one in text_to_fix(file).lines[0].advice.offers if not one.plain)
    assert not first.apart
    assert second.lines[0].startswith("at most 2 guests per day by each party")
    assert second.apart.startswith("guest by Ana with somebody on ")
    assert second.apart.endswith(": breaks 1, not this")


def test_a_sentence_whose_event_nobody_declared_is_told_just_that(here: Folder) -> None:
    here.write("us.pact", f"{HEAD}promise us\n    no smoking  at home\n    at most 2 parties a week, please\n")
    first, second = re.findall(r"^us\.pact:.*$", here.run("check", "us.pact").err, re.M)
    assert "There is no event 'smoking' here." in first
    assert "This is not yet a sentence of the language." in second

"""`pact log` as a talk at a real terminal: it asks again, goes back, knows who you are, and loses nothing that was typed."""

from __future__ import annotations

import shlex
import sys

import pytest

from .dialogue import Talk
from .running import Folder

PACT = """\
pact "Nika and Ole"
    between Nika and Ole
    in force from 2026-09-01
    time zone Europe/Berlin
    signed by Nika on 2026-08-30
    signed by Ole on 2026-08-30

use relationships

person dana "Dana"

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when

promise ours
    at least 1 date-night by Nika and Ole per month
"""
LOG = """\
# Ours
2026-09-10 20:00  encounter by Nika with "Kim Lee" at "old lake", as e1
2026-09-11 09:00  disclosure by Nika to Ole about e1, covering who, when
    Tea.
"""
NOW = ("--as-of", "2026-09-16T12:00")  # a Wednesday
HEARD = ("What happened?", "By whom?", "To whom?", "About which entry?", "Covering what?", "When?", "A note")


@pytest.fixture
def two(folder: Folder) -> Folder:
    folder.write("us.pact", PACT)
    folder.write("us.pactlog", LOG)
    folder.write("pact.toml", '[log]\nas = "Nika"\n')
    return folder


def added(folder: Folder) -> str:
    text = (folder.path / "us.pactlog").read_text()
    assert text.startswith(LOG)
    return text.removeprefix(LOG)


def talk_of(folder: Folder, answers: list[tuple[str, str]], *words: str, **environment: str) -> tuple[int, str]:
    """The exit code and the screen of a talk; each answer is given once its question was heard."""
    with Talk(folder, "log", *NOW, *words, **environment) as talk:
        for heard, said in answers:
            talk.hears(heard)
            talk.says(said, end="" if said == "\x04" else "\n")
        return talk.ends(), talk.said


def test_one_thing_after_the_other_as_people_say_it(two: Folder) -> None:
    answers = ["told", "", "", "e1", "WHO and when", "yesterday 8pm", "Late, and fine."]
    code, said = talk_of(two, [*zip(HEARD, answers, strict=True), ("Write it to us.pactlog?", "")])
    assert code == 0
    assert added(two) == "2026-09-15 20:00  disclosure by Nika to Ole about e1, covering who, when\n    Late, and fine.\n"
    assert "By whom? (Nika or Ole) [Nika]" in said
    assert "To whom? (Ole) [Ole]" in said


def test_what_is_wrong_is_told_at_once_and_asked_again(two: Folder) -> None:
    answers = [
        ("What happened?", "told"),
        ("By whom?", "Nikka"),
        ("Did you mean Nika?", "nika"),
        ("To whom?", "<"),
        ("By whom?", "Ole"),
        ("To whom?", "Nika"),
        ("About which entry?", "e7"),
        ("No entry is called `e7`", "e1"),
        ("Covering what?", "-"),
        ("When?", "the day of the blue moon"),
        ("When?", "two days ago"),
        ("A note", ""),
        ("Write it to us.pactlog?", "what?"),
        ("Write it to us.pactlog?", "y"),  # what is typed before that is no answer to it
    ]
    code, screen = talk_of(two, answers)
    assert code == 0
    assert "Please answer y or n." in screen
    assert added(two) == "2026-09-14  disclosure by Ole to Nika about e1\n"


def test_names_and_places_of_the_log_are_offered_and_put_into_quotation_marks(two: Folder) -> None:
    answers = [
        ("What happened?", "encounter"),
        ("By whom?", ""),
        ("dana or Kim Lee", "kim lee"),
        ("(old lake)", "the new lake"),
        ("A short name", "by the lake"),
        ("Did you mean by-the-lake?", "by-the-lake"),
        ("When?", "last night"),
        ("At what time?", "9:30pm"),
        ("A note", "# not a comment"),
        ("Write it", "y"),
    ]
    assert talk_of(two, answers)[0] == 0
    assert added(two) == ('2026-09-15 21:30  encounter by Nika with "Kim Lee" at "the new lake", as by-the-lake\n    \\# not a comment\n')


def test_a_whole_entry_may_be_the_first_answer(two: Folder) -> None:
    assert talk_of(two, [("What happened?", "date-night by Nika and Ole on sunday"), ("Write it", "y")])[0] == 0
    assert added(two) == "2026-09-13  date-night by Nika and Ole, noted 2026-09-16 12:00\n"


@pytest.mark.parametrize("stop", ["\x04", "\x03"])
def test_what_was_typed_is_shown_when_it_is_stopped(two: Folder, stop: str) -> None:
    with Talk(two, "log", *NOW) as talk:
        for heard, said in zip(HEARD, ["told", "ole", "", "e1"], strict=False):
            talk.hears(heard)
            talk.says(said)
        talk.hears("Covering what?")
        assert talk.breaks_off(stop) == (1 if stop == "\x04" else 130)
        assert "  pact log 'disclosure by Ole to Nika about e1'\n" in talk.said
    assert added(two) == ""


def test_a_no_keeps_the_words(two: Folder) -> None:
    answers = [("What happened?", "date night"), ("By whom?", "Nika Ole"), ("When?", ""), ("A note", "it's late"), ("Write it", "n")]
    code, said = talk_of(two, answers)
    assert code == 1
    assert "pact log 'date-night by Nika and Ole' --note 'it'\"'\"'s late'\n" in said
    assert added(two) == ""


@pytest.mark.parametrize("junk", ["\x01\x02", "🦄" * 200, '"', 'a, b, "c', "by by by", "waive", "x" * 5000, "%s{}[red]", "1", ","])
def test_any_answer_is_taken_and_asked_again(two: Folder, junk: str) -> None:
    with Talk(two, "log", *NOW) as talk:
        talk.hears("What happened?")
        talk.says("test")
        talk.hears("By whom?")
        talk.says(junk[:3000])
        talk.hears("?")
        for _ in range(3):
            talk.says("\x04", end="")
        assert talk.ends() == 1
    assert added(two) == ""


def test_who_you_are_is_said_once(two: Folder) -> None:
    assert two.run("log", "--yes", *NOW, "test").code == 0
    assert added(two) == "2026-09-16 12:00  test by Nika\n"
    two.write("us.pactlog", LOG)
    assert two.run("log", "--yes", *NOW, "test", "--as", "Ole").code == 0
    assert added(two) == "2026-09-16 12:00  test by Ole\n"
    for text, told in (
        ('[log]\nas = "Nikka"\n', "pact.toml:2: Nikka"),
        ("[log]\nwho = 1\n", "there is: as"),
        ("[log]\nas = 1\n", "must be the name"),
    ):
        two.write("pact.toml", text)
        answer = two.run("log", "--yes", *NOW, "test")
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err


def test_at_a_terminal_git_says_who_you_are_if_a_party_is_called_so(two: Folder) -> None:
    (two.path / "pact.toml").unlink()
    two.write("home/.gitconfig", "[user]\n    name = Ole Hansen\n")
    home = {"HOME": str(two.path / "home"), "GIT_CONFIG_NOSYSTEM": "1"}
    with Talk(two, "log", *NOW, **home) as talk:
        talk.hears("What happened?")
        talk.says("test")
        talk.hears("By whom? (Nika or Ole) [Ole]")
    assert two.run("log", "--yes", *NOW, "check-in", **home).code == 0
    assert added(two) == "2026-09-16 12:00  check-in\n"


def test_undo_goes_back_entry_by_entry(two: Folder) -> None:
    state = {"XDG_STATE_HOME": str(two.path / "state"), "PACT_SESSION": "1"}
    for words in ("test", "date-night by Nika and Ole", "gratitude"):
        assert two.run("log", "--yes", *NOW, words, **state).code == 0
    for words in ("gratitude", "date-night", "test"):
        assert words in two.run("log", "--undo", **state).out
    assert added(two) == ""
    assert two.run("log", "--undo", **state).code == 2
    assert list((two.path / "state" / "pactlang").iterdir()) == []


def editor(folder: Folder, *changes: str) -> dict[str, str]:
    """An editor that makes one change after the other, each the next time that it is opened: Python over `text`."""
    script = folder.write("away/editor.py", "")
    script.write_text(
        "import sys, pathlib\n"
        f"count = pathlib.Path({str(script)!r} + '.count')\n"
        "turn = int(count.read_text()) if count.exists() else 0\n"
        "count.write_text(str(turn + 1))\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "text = file.read_text()\n"
        f"text = eval({list(changes)!r}[turn])\n"
        "file.write_text(text)\n"
    )
    return {"EDITOR": shlex.join([sys.executable, str(script)]), "TMPDIR": str(script.parent)}


def left_over(folder: Folder) -> list[str]:
    return [one.name for one in (folder.path / "away").iterdir() if one.name.startswith("pact-")]


def test_the_last_entries_are_edited_and_written_back(two: Folder) -> None:
    with Talk(two, "log", "--edit", **editor(two, "text.replace('Tea.', 'Tea and cake.')")) as talk:
        talk.hears("Written to us.pactlog.")
        assert talk.ends() == 0
    assert (two.path / "us.pactlog").read_text() == LOG.replace("Tea.", "Tea and cake.")
    assert left_over(two) == []


def test_faults_are_shown_and_the_text_is_edited_again(two: Folder) -> None:
    with Talk(
        two,
        "log",
        "--edit",
        **editor(two, "text.replace('covering', 'coverin')", "text.replace('coverin', 'covering') + '2026-09-12  test by Nika'"),
    ) as talk:
        talk.hears("coverin")
        talk.hears("Edit it again?")
        talk.says("")
        talk.hears("Written to us.pactlog.")
        assert talk.ends() == 0
    assert (two.path / "us.pactlog").read_text() == f"{LOG}2026-09-12  test by Nika\n"


def test_an_edit_that_is_given_up_is_kept_elsewhere(two: Folder) -> None:
    with Talk(two, "log", "--edit", **editor(two, "'nonsense'")) as talk:
        talk.hears("Edit it again?")
        talk.says("n")
        talk.hears("Your text is in ")
        assert talk.ends() == 1
    assert added(two) == ""
    kept = two.path / "away" / left_over(two)[0]
    assert kept.stat().st_mode & 0o077 == 0
    assert [one.read_text() for one in kept.iterdir()] == ["nonsense"]


def test_what_somebody_else_wrote_meanwhile_stays(two: Folder) -> None:
    other = two.path / "us.pactlog"
    change = (
        f"text + '2026-09-12  test by Ole\\n' * (__import__('pathlib').Path({str(other)!r}).write_text('2026-09-01  test by Ole\\n') and 1)"
    )
    with Talk(two, "log", "--edit", **editor(two, change)) as talk:
        talk.hears("Your text is in ")
        assert talk.ends() == 2
        assert "someone else has changed" in talk.said
    assert other.read_text() == "2026-09-01  test by Ole\n"


@pytest.mark.parametrize(
    ("name", "told"), [("no-such-editor", "there is no editor no-such-editor"), ("'", "there is no editor"), ("false", "ended with 1")]
)
def test_an_editor_that_is_none_changes_nothing(two: Folder, name: str, told: str) -> None:
    (two.path / "away").mkdir()
    with Talk(two, "log", "--edit", EDITOR=name, TMPDIR=str(two.path / "away")) as talk:
        talk.hears(told)
        assert talk.ends() == 2
    assert added(two) == ""
    assert left_over(two) == []
    assert two.run("log", "--edit").code == 2


def test_an_editor_that_leaves_nothing_takes_nothing_out(two: Folder) -> None:
    with Talk(two, "log", "--edit", **editor(two, "''", "text")) as talk:
        talk.hears("This takes out ")
        talk.says("")
        talk.hears("Edit it again?")
        talk.says("n")
        assert talk.ends() == 1
    assert added(two) == ""


def test_what_an_editor_was_asked_to_take_out_goes(two: Folder) -> None:
    with Talk(two, "log", "--edit", **editor(two, "text[:text.rindex('2026-')]")) as talk:
        talk.hears("This takes out 1 entry. Write it?")
        talk.says("y")
        talk.hears("Written to us.pactlog.")
        assert talk.ends() == 0
    assert (two.path / "us.pactlog").read_text() == LOG[: LOG.rindex("2026-")]


def test_the_copy_for_the_editor_is_not_told_as_written(two: Folder) -> None:
    script = two.write("away/editor.sh", '#!/bin/sh\necho more >> "$1"\nkill -INT 0\nexit 3\n')
    script.chmod(0o700)
    with Talk(two, "log", "--edit", EDITOR=str(script), TMPDIR=str(script.parent)) as talk:
        talk.hears("Nothing was written. Your text is in ")
        talk.hears("the editor")
        assert talk.ends() == 2
    assert "written before" not in talk.said
    assert added(two) == ""


def test_a_waiver_of_no_clause_is_not_said_to_lack_an_event(two: Folder) -> None:
    wrong = two.run("log", "waive nonsense@2026-03-01, nonsense@2026-03-02 by Nika", *NOW, "-y")
    assert wrong.code == 2
    assert "No clause is called" in wrong.err
    assert "names an event" not in wrong.err
    assert "names an event" in two.run("log", "walked the dog by Nika", *NOW, "-y").err


def test_with_a_log_for_each_an_entry_goes_into_that_of_who_did_it_or_it_is_asked(two: Folder) -> None:
    (two.path / "us.pactlog").rename(two.path / "Nika-2026.pactlog")
    two.write("others.pactlog", "")
    assert two.run("log", "test by Nika", *NOW, "-y").code == 0
    assert (two.path / "Nika-2026.pactlog").read_text().endswith("test by Nika\n")
    missing = two.run("log", "test by Ole", *NOW, "-y")
    assert (missing.code, "which log?" in missing.err) == (2, True)
    with Talk(two, "log", "test by Ole", *NOW) as talk:
        talk.hears("2  others.pactlog")
        talk.hears("Into which log? A number:")
        talk.says("others")
        talk.hears("Please answer with a number from 1 to 2.")
        talk.says("2")
        talk.hears("Write it to others.pactlog?")
        talk.says("y")
        talk.hears("Written to others.pactlog.")
        assert talk.ends() == 0
    assert (two.path / "others.pactlog").read_text().endswith("test by Ole\n")


def test_lines_that_were_pasted_together_are_no_yes(two: Folder) -> None:
    with Talk(two, "log", *NOW) as talk:
        talk.hears("What happened?")
        talk.says("date-night by Nika and Ole yesterday 19:00\n\ny\n")
        talk.hears("Write it to us.pactlog?")
        talk.says("perhaps")
        talk.hears("Please answer y or n.")
        talk.hears("Write it to us.pactlog?")
        assert added(two) == ""
        talk.says("n")
        assert talk.ends() == 1
    assert added(two) == ""


def test_a_terminal_that_tells_what_was_pasted_makes_it_one_answer(two: Folder) -> None:
    with Talk(two, "log", *NOW, TERM="xterm") as talk:
        talk.hears("What happened?")
        talk.hears("> ")
        talk.says("\x1b[200~date-night by Nika and Ole\nyesterday 19:00\x1b[201~")
        talk.hears("Write it to us.pactlog?")
        talk.says("")
        assert talk.ends() == 0
    assert added(two) == "2026-09-15 19:00  date-night by Nika and Ole\n"

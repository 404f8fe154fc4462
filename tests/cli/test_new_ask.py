"""`pact new --ask` at a real terminal: only what was answered is written, each sentence after its cases; nothing before the last yes."""

from __future__ import annotations

import pytest

from pactlang.inputs import load_text
from pactlang.inputs.topics import TOPICS, clause, head, without_unused

from .dialogue import Talk
from .running import Folder

PARTIES = ("Lea", "Mary Ann", "Tom")
DAY = 739_740  # 4 May 2026


def test_every_number_that_may_be_answered_gives_a_sentence() -> None:
    text = head(PARTIES, DAY, "Europe/Berlin")
    for topic in TOPICS:
        for number in {topic.least, topic.least + 1, topic.usual, topic.most}:
            load_text(f"{text}\n{clause(topic, number, PARTIES, text)}")
        text += f"\n{clause(topic, topic.usual, PARTIES, text)}"
    assert without_unused(text) == text
    assert "use household" not in without_unused(f"{head(PARTIES, DAY, 'UTC')}\n{clause(TOPICS[0], 1, PARTIES, '')}")


def start(talk: Talk) -> None:
    talk.hears("Who is it between?")
    talk.says("Lea")
    talk.hears("An agreement is between two or more.")
    talk.hears("Who is it between?")
    talk.says("Lea and I")
    talk.hears("'I' is someone else for each of you who reads it; write the name.")
    talk.hears("Who is it between?")
    talk.says("Lea and Tom")


def test_what_was_answered_is_written_after_its_cases(folder: Folder) -> None:
    with Talk(folder, "new", "ours", "--ask", "--from", "2026-05-04", "--zone", "Europe/Berlin") as talk:
        start(talk)
        for topic in TOPICS:
            talk.hears(topic.ask)
            if topic.clause.startswith("disclosure"):
                talk.says("yes")
                talk.hears(topic.number)
                talk.says("soon")
                talk.hears("Please answer with a number from 1 to 720.")
                talk.says("12")
                talk.hears("within 12 hours")
                talk.hears("kept")
                talk.hears("broken")
                talk.hears("Is that what you mean?")
                talk.says("n")
                talk.hears("Another number?")
                talk.says("")
                talk.hears(topic.number)
                talk.says("")
                talk.hears("Is that what you mean?")
            talk.says("")
        talk.hears("in your own words")
        talk.says("at most two encounters a month by each of us")
        talk.hears("at most 2 encounters per month")
        talk.hears("A number, or p")
        talk.says("1")
        talk.hears("Is that what you mean?")
        talk.says("y")
        talk.hears("in your own words")
        talk.says("before spending over 50 euros, tell the other")
        talk.hears("A number, or p")
        talk.says("1")
        talk.hears("or what instead? [the same party]")
        talk.says("my mother")
        talk.hears("That would still not be a sentence:")
        talk.hears("or what instead? [the same party]")
        talk.says("y")
        talk.hears("Is that what you mean?")
        talk.says("n")
        talk.hears("in your own words")
        talk.says("we are kind to each other")
        talk.hears("plain words")
        talk.says("p")
        talk.hears("Is that what you mean?")
        talk.says("y")
        talk.hears("in your own words")
        talk.says("")
        talk.hears("Write this as your first draft?")
        talk.says("y")
        talk.hears("Begun in ours:")
        assert talk.ends() == 0
    text = (folder.path / "ours" / "us.pact").read_text()
    agreement = load_text(text)
    assert agreement.parties == ("Lea", "Tom")
    assert [one.words for one in agreement.sentences] == [
        "after each encounter, disclosure by the same party to the others within 24 hours",
        "at most 2 encounters per month by each party",
    ]
    assert '    "we are kind to each other"\n' in text
    assert "household" not in text
    assert folder.run("check", "ours/us.pact", "--as-of", "2026-05-04").code == 0


@pytest.mark.parametrize("stop", ["\x04", "\x03"])
def test_nothing_is_written_before_the_end_and_nothing_is_lost(folder: Folder, stop: str) -> None:
    with Talk(folder, "new", "ours", "--ask", "--between", "Lea and Tom", "--from", "2026-05-04", "--zone", "UTC") as talk:
        talk.hears(TOPICS[0].ask)
        talk.says("y")
        talk.hears(TOPICS[0].number)
        talk.says("2")
        talk.hears("Is that what you mean?")
        talk.says("y")
        talk.hears(TOPICS[1].ask)
        assert talk.breaks_off(stop) == (1 if stop == "\x04" else 130)
        talk.hears("This is what you have so far:")
        talk.hears("at most 2 encounters per month by each party")
    assert not (folder.path / "ours").exists()


def test_it_needs_a_terminal_and_a_free_folder(folder: Folder) -> None:
    answer = folder.run("new", "--ask")
    assert (answer.code, answer.out) == (2, "")
    folder.write("us.pact", "ours\n")
    with Talk(folder, "new", "--ask") as talk:
        talk.hears("us.pact is there already")
        assert talk.ends() == 2


def test_who_by_whose_clock_and_from_when_take_anything_and_are_asked_again(folder: Folder) -> None:
    with Talk(folder, "new", "ours", "--ask") as talk:
        talk.hears("Who is it between?")
        talk.says("Lea/Tom")
        talk.hears("Who is it between?")
        talk.says("Lea & Tom")
        for wrong, told in (("Mars", "There is no time zone Mars"), ("Europe/Viena", "did you mean Europe/Vienna?"), ("europe/vienna", "")):
            talk.hears("By whose clock?")
            talk.says(wrong)
            if told:
                talk.hears(told)
        for wrong in ("last spring", "2026-02-30", "2026-05-04"):
            talk.hears("From which date on?")
            talk.says(wrong)
        talk.hears("Which of these matter to you?")
        assert talk.breaks_off("\x04") == 1
        talk.hears("Nothing was written. This is what you have so far:")
        talk.hears("between Lea and Tom")
        talk.hears("in force from 2026-05-04")
        talk.hears("time zone Europe/Vienna")
    assert not (folder.path / "ours").exists()


def test_what_people_say_of_a_place_and_a_date_is_understood(folder: Folder) -> None:
    with Talk(folder, "new", "ours", "--ask") as talk:
        talk.hears("Who is it between?")
        talk.says("Lea and\x08Tom\x00")  # unseen characters
        talk.hears("Who is it between?")
        talk.says("Lea and Tom")
        talk.hears("By whose clock?")
        talk.says("new york")
        talk.hears("did you mean America/New_York?")
        talk.hears("By whose clock? [America/New_York]")
        talk.says("")
        talk.hears("From which date on?")
        talk.says("31 February")
        talk.hears("is not a valid date")
        talk.hears("From which date on?")
        talk.says("1 january 2027")
        talk.hears("That is Friday 1 January 2027.")
        talk.hears("Which of these matter to you?")
        assert talk.breaks_off("\x04") == 1
        talk.hears("in force from 2027-01-01")
        talk.hears("time zone America/New_York")


def test_the_arrow_keys_move_in_what_was_typed(folder: Folder) -> None:
    with Talk(folder, "new", "ours", "--ask") as talk:
        talk.hears("Who is it between?")
        talk.says("ea and Tom\x1b[H\x1b[1~\x01L")  # to the beginning
        talk.hears("By whose clock?")
        assert talk.breaks_off("\x04") == 1


def test_a_question_is_broken_between_words(folder: Folder) -> None:
    with Talk(folder, "new", "ours", "--ask", "--between", "Lea and Tom", "--from", "2026-05-04", TERM="xterm", COLUMNS="60") as talk:
        talk.hears("By whose clock?")
        talk.says("UTC")
        for topic in TOPICS:
            talk.hears(topic.ask)
            talk.says("")
        talk.hears("One sentence, in your\nown words; Return if not.\n")
        talk.says("we never sleep over at someone else's place")
        assert "us.pact" not in talk.hears("A number, or p for a promise in plain words, or Return to\nsay it otherwise: ")
        assert talk.breaks_off("\x04") == 1

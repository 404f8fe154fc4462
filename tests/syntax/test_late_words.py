"""Words that came into the language later take no name from anybody: parties, events, clauses, states and places may be called so."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.highlight.keywords import keywords
from pactlang.language.line import _LATE

# What a line under a clause has always been able to start with: no event is called so there.
FIRST = frozenset(
    {
        *("a", "after", "an", "anyone", "at", "before", "no", "the"),
        *("covering", "except", "grace", "only", "optionally", "private", "remind", "warn", "watch"),
    }
)
WORDS = sorted({*_LATE, "we", "can"})
LINES = (
    "at most 4 {0}s per month by each party",
    "{0} by Ana every week on Sunday at 19:00",
    "{0} every day",
    "after each {0} by {1}, {0}-answer within 24 hours",
    "after each breach of {0}, {0}-answer within 24 hours",
    "before each {0}, {0}-answer at least 1 day ahead",
    "no {0} by {1} at {0} tagged {0} unless with dana",
    "no {0} while {0}",
    "anyone may pause {0}s for at most 14 days",
)


@pytest.mark.parametrize("word", WORDS)
def test_whatever_is_called_like_a_late_word_is_read_as_that(word: str) -> None:
    party = word.capitalize()
    heading = f"""pact "Us"
    between Ana and {party}
    time zone Europe/Berlin

event {word}
    plural {word}s

event {word}-answer

state {word}
    starts with {word}

boundary {word}
    no {word} at home

"""
    found = load_text(heading + "repair after\n" + "".join(f"    {line.format(word, party)}\n    if we can\n" for line in LINES[:-1]))
    sentences = [one for one in found.sentences if one.clause == "after"]
    assert [one.words for one in sentences] == [line.format(word, party) for line in LINES[:-1]]
    assert all(one.modifiers.wish for one in sentences)
    assert load_text(heading + f"pause\n    {LINES[-1].format(word, party)}\n").sentences[-1].form.selector.noun == word  # type: ignore[union-attr]


def test_no_other_word_takes_the_start_of_a_line_from_an_event() -> None:
    said = keywords()["pact"]
    new = {*said["sentence_starts"], *said["modifiers"]} - FIRST - set(_LATE)
    assert new == set(), "an event of this name could not be read any more: put each into _LATE in language/line.py"

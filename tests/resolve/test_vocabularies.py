"""What the vocabularies hold means one thing in all of them, and takes no name from anybody."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.language.tree import EventHeading
from pactlang.resolve.vocabularies import vocabulary, vocabulary_names

HEAD = """pact "Us"
    between Ana and Ben
    time zone Europe/Berlin

"""
ALL = "".join(f"use {name}\n" for name in vocabulary_names())
EVENTS = load_text(HEAD + ALL).vocabulary.events


def names_of(name: str) -> set[str]:
    document = vocabulary(name)
    assert document is not None
    return {str(block.heading.name) for block in document.blocks if isinstance(block.heading, EventHeading)}


def test_a_word_means_one_thing_in_all_of_them() -> None:
    """All of them together are read without a fault; so each event is declared in the very same way wherever it stands."""
    assert set(EVENTS) > {name for one in vocabulary_names() for name in names_of(one)} - {"consent"}
    nouns = [noun for event in EVENTS.values() for noun in {event.name, event.plural}]
    assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_what_people_call_so_themselves_goes_before(name: str) -> None:
    """A term, an event, the plural of another event: a text that declares one reads as it did before a vocabulary learnt the word."""
    if name == "consent":
        return
    plural = EVENTS[name].plural
    own = [f"event own-thing\n    plural {noun}\n" for noun in {name, plural}] + [
        f"event {noun}\n    plural x-{noun}\n" for noun in {name, plural}
    ]
    for lines in own:
        agreement = load_text(f"{HEAD}{ALL}{lines}")
        event = lines.split()[1]
        assert agreement.vocabulary.events[event].plural == lines.split()[3]
        assert name == event or name not in agreement.vocabulary.events
    term = load_text(f"{HEAD}{ALL}event dance\nterm {name} means dance at home\ncap few\n    at most 1 {name} per week\n")
    (one,) = term.sentences[0].form.selector.alternatives  # type: ignore[union-attr]
    assert one.event == "dance"


def test_a_party_a_person_a_state_and_a_clause_may_be_called_like_any_event() -> None:
    for name in sorted(EVENTS):
        text = (
            HEAD.replace("Ben", name)
            + ALL
            + f"person {name}-too\nstate {name}\n    starts with check-in\npromise {name}\n    no guest while {name}\n"
        )
        assert load_text(text).sentences[0].clause == name

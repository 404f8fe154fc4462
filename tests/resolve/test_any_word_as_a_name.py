"""Declared names win over the words of the language: each word of the grammar as a party, an event, a clause.

A new word of the grammar that takes a name away from anybody is seen here: the lists below say which words could never be names there.
"""

from __future__ import annotations

import pytest

from pactlang.highlight.keywords import keywords
from pactlang.inputs import InputError, load_text
from pactlang.model.agreement import Agreement, BreachTrigger, Prohibition, Response

WORDS = sorted({word for words in keywords()["pact"].values() for one in words for word in one.split() if word.isalpha() or "-" in word})
HEAD = 'pact "Us"\n    between Ana and {0}\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse relationships\n\n'
PARTY = """boundary x
    no encounter by {0}
    at most 2 encounters by {0} or Ana per month
    after each encounter by {0}, disclosure by {0} to Ana within 2 days
    test by {0} every 30 days
    call by Ana and {0} in turn every week on Sunday
"""
EVENT = """event {0}
    plural {0}

boundary x
    no {0} by Ana
    at most 2 {0} by Ana per month
    at least 1 {0} per week
    after each {0} by Ana, call by Ana within 2 days
    before each {0}, call by Ana within the last 7 days
"""
OWED = """event {0}
    plural {0}

promise x
    {0} by Ana every 30 days
    {0} by Ana and Ben in turn every week on Sunday
    {0} by Ana by 2026-05-01
"""
CLAUSE = """cap {0}
    at most 2 encounters per month

repair r
    after each breach of {0}, call by everyone within 2 days
"""
NO_PARTY = {"anyone", "breach", "each", "everyone", "others", "same", "someone", "the"}
NO_EVENT = {"a", "an", "any", "breach", "each", "every", "first", "pause", "the"}
# What a sentence begins with, or what follows a number.
NO_EVENT_THERE = {"day", "days", "hour", "hours", "minute", "minutes", "month", "months", "week", "weeks", "year", "years"}
NOT_OWED = {
    "after",
    "anyone",
    "at",
    "before",
    "covering",
    "except",
    "grace",
    "no",
    "only",
    "optionally",
    "private",
    "remind",
    "signed",
    "warn",
}
NOT_OWED |= {"watch"}


def read(text: str, word: str, other: str = "Ben") -> Agreement | None:
    try:
        return load_text((HEAD + text).format(word, word) if other == "" else HEAD.format(other) + text.format(word))
    except InputError:
        return None


def refused(text: str, other: str = "Ben") -> set[str]:
    return {word for word in WORDS if read(text, word, other) is None}


def test_a_party_may_be_called_anything_else() -> None:
    assert refused(PARTY, "") == NO_PARTY


@pytest.mark.parametrize(("text", "not_there"), [(EVENT, NO_EVENT_THERE), (OWED, NOT_OWED)], ids=["limited", "owed"])
def test_an_event_may_be_called_anything_else(text: str, not_there: set[str]) -> None:
    assert refused(text) == NO_EVENT | not_there


def test_a_clause_may_be_called_anything() -> None:
    assert refused(CLAUSE) == set()


def test_what_is_named_is_what_is_meant() -> None:
    for word in sorted(set(WORDS) - NO_EVENT - NO_EVENT_THERE):
        agreement = read(EVENT, word)
        assert agreement is not None
        first = agreement.sentences[0].form
        assert isinstance(first, Prohibition)
        assert [one.event for one in first.selector.alternatives] == [word]
    for word in WORDS:
        agreement = read(CLAUSE, word)
        assert agreement is not None
        last = agreement.sentences[-1].form
        assert isinstance(last, Response)
        assert last.trigger == BreachTrigger(word)

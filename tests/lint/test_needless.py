"""Sentences that another one makes needless, and those that speak of nothing."""

from __future__ import annotations

import pytest

from pactlang import load_text
from pactlang.lint.proof.needless import needless, never

from .test_clash import HEAD, agreement

AFTER = "after each conflict"
NEEDLESS = [
    ("at most 4 encounters per month", "at most 2 encounters per month"),
    ("at most 2 encounters at home per month", "at most 2 encounters per month"),
    ("at most 2 encounters per month", "no encounter"),
    ("no encounter at home on weekends", "no encounter at home"),
    ("no encounter at home unless with dana", "no encounter at home"),
    ("at least 2 days between encounters", "at least 3 days between encounters"),
    ("at least 1 date-night per week", "at least 2 date-nights per week"),
    ("test by each party every 90 days", "test by each party every 60 days"),
    ("check-in by Ana every Sunday", "check-in by each party every Sunday"),
    ("check-in by Ana and Ben in turn every Sunday", "check-in by each party every Sunday"),
    ("check-in by Ana and Ben in turn every Sunday starting with Ben on 2026-01-04", "check-in by everyone every Sunday at 19:00"),
    ("after each encounter, aftercare within 3 days", "after each encounter, aftercare within 2 days"),
    ("after each encounter, aftercare within 3 days", "after each encounter, aftercare within 3 days, but no sooner than 1 day after"),
    (
        "after each encounter, aftercare within 4 days, but no sooner than 1 day after",
        "after each encounter, aftercare within 3 days, but no sooner than 2 days after",
    ),
    (
        "after each message, reply by each who was addressed within 3 days",
        "after each message, reply by each who was addressed within 2 days",
    ),
    (
        "after each message by Ana, reply by each who was addressed within 3 days",
        "after each message by Ana, reply by the others within 2 days",
    ),
    ("after each message, reply by at least 1 of us within 3 days", "after each message, reply by at least 2 of us within 3 days"),
    ("after each message, reply by at least 2 of us within 3 days", "after each message, reply by everyone within 2 days"),
    ("after each message, reply by at least 1 of the others within 3 days", "after each message, reply by the others within 3 days"),
    ("before each encounter, test by Ana within the last 90 days", "before each encounter, test by Ana within the last 30 days"),
    ("at most 3 nights of encounters per week", "at most 2 nights of encounters per week"),
    ("at most 3 days of encounters at home per week", "at most 3 days of encounters per week"),
    ("at most 2 nights of encounters per week", "no encounter"),
    ("at most 2 nights of encounters in any 7 days", "at most 2 nights of encounters in any 14 days"),
    ("at least 2 days of date-nights per week", "at least 3 days of date-nights per week"),
    ("at least 3 date-nights per week", "at least 3 days of date-nights per week"),
    (f"{AFTER}, no encounter by the same party for 12 hours", f"{AFTER}, no encounter by the same party for 24 hours"),
    (f"{AFTER}, no encounter by the same party for 24 hours", f"{AFTER}, no encounter by the same party for 2 days"),
    (f"{AFTER}, no encounter by the same party for 2 days", f"{AFTER}, no encounter by the same party for 1 month"),
    (f"{AFTER}, no encounter at home for 24 hours", f"{AFTER}, no encounter for 24 hours"),
    (f"{AFTER} at home, no encounter by the same party for 24 hours", f"{AFTER}, no encounter by the same party for 24 hours"),
    (f"{AFTER}, no encounter by the same party for 24 hours", "no encounter"),
    (f"{AFTER}, no encounter at home until consent by the same party", "no encounter at home"),
    (f"{AFTER}, no encounter by the same party for 24 hours", f"{AFTER}, no encounter for 24 hours"),
]
NEEDED = [
    ("at most 4 encounters per month", "at most 2 encounters per week"),
    ("at most 4 encounters per month", "at most 2 encounters by each party per month"),
    ("at most 2 encounters with dana per month", "at most 2 encounters with kim per month"),
    ("at most 1 encounter per month", "at most 2 encounters per month unless with dana"),
    ("no encounter at home", "no encounter at home unless with dana"),
    ("no encounter at home", "no encounter at work"),
    ("after each message, reply by the others within 3 days", "after each message, reply by each who was addressed within 2 days"),
    ("after each message, reply by at least 2 of us within 3 days", "after each message, reply by at least 1 of us within 2 days"),
    ("after each message, reply by at least 1 of us within 3 days", "after each message, reply by at least 1 of the others within 2 days"),
    ("after each message, reply by at least 1 of the others within 3 days", "after each message, reply by at least 1 of us within 2 days"),
    ("after each encounter, aftercare within 3 days", "after each encounter, aftercare within 48 hours"),
    ("after each encounter, aftercare within 3 days, but no sooner than 1 day after", "after each encounter, aftercare within 2 days"),
    (
        "after each encounter, aftercare within 3 days, but no sooner than 1 day after",
        "after each encounter, aftercare within 2 days, but no sooner than 24 hours after",
    ),
    ("after each encounter by Ana, aftercare within 3 days", "after each encounter by Ben, aftercare within 2 days"),
    ("test by Ana every 90 days", "test by Ben every 60 days"),
    ("check-in by Ana and Ben in turn every Sunday", "check-in by Ana every Sunday"),
    ("check-in by Ana and Ben in turn every Sunday", "check-in by each party every Saturday"),
    ("check-in by Ana and Ben in turn every Sunday", "check-in by Ana and Ben in turn every Sunday starting with Ben on 2026-01-04"),
    ("check-in by Ana every Sunday at 18:00 give or take 30 minutes", "check-in by each party every Sunday"),
    ("at most 4 encounters per month", "at most 2 encounters per month\n    if we can"),
    # A visit may last for many nights, and several may fall into one.
    ("at most 3 nights of encounters per week", "at most 2 encounters per week"),
    ("at most 3 encounters per week", "at most 2 nights of encounters per week"),
    ("at most 3 nights of encounters per week", "at most 2 days of encounters per week"),
    ("at most 3 nights of encounters per month", "at most 2 nights of encounters per week"),
    ("at least 2 days of date-nights per week", "at least 3 date-nights per week"),
    # What begins after midnight is in a night of the week before.
    ("at least 3 date-nights per week", "at least 3 nights of date-nights per week"),
    ("at least 3 nights of date-nights per week", "at most 3 nights of date-nights per week"),
    (f"{AFTER}, no encounter by the same party for 12 hours", f"{AFTER}, no encounter by the others for 24 hours"),
    (f"{AFTER} by Ana, no encounter by the same party for 12 hours", f"{AFTER} by Ben, no encounter by the same party for 24 hours"),
    (f"{AFTER}, no encounter for 12 hours", f"{AFTER} at home, no encounter for 24 hours"),
    # Two dates may be shorter, or longer, than so many hours.
    (f"{AFTER}, no encounter for 1 day", f"{AFTER}, no encounter for 24 hours"),
    (f"{AFTER}, no encounter for 47 hours", f"{AFTER}, no encounter for 2 days"),
    (f"{AFTER}, no encounter until aftercare by everyone", f"{AFTER}, no encounter for 24 hours"),
    (f"{AFTER}, no encounter until aftercare by everyone", f"{AFTER}, no encounter until aftercare by Ana"),
    (f"{AFTER}, no encounter for 12 hours", f"{AFTER}, no encounter for 24 hours\n    only on weekends"),
    # Breaches of its own clause set off neither.
    ("after each breach, no encounter for 12 hours", "after each breach, no encounter for 24 hours"),
    ("after each breach, gratitude by everyone within 3 days", "after each breach, gratitude by everyone within 2 days"),
]


@pytest.mark.parametrize(("weak", "strong"), NEEDLESS)
@pytest.mark.parametrize("turned", [False, True])
def test_what_another_sentence_makes_needless(weak: str, strong: str, turned: bool) -> None:
    (found,) = needless(agreement(*((strong, weak) if turned else (weak, strong))))
    if weak != "at most 1 encounter per month":
        assert (found.sentence.words, found.other.words, found.same) == (weak, strong, False)


@pytest.mark.parametrize(("one", "other"), [pair for pair in NEEDED if "unless with dana" not in pair[1]])
def test_what_asks_for_something_of_its_own(one: str, other: str) -> None:
    assert list(needless(agreement(one, other))) == []


def test_an_exception_in_the_wider_sentence_keeps_the_narrower_one_needed() -> None:
    found = list(needless(agreement("no encounter at home on weekends", "no encounter at home unless with dana")))
    assert found == []


def test_the_same_twice_is_told_once() -> None:
    (found,) = needless(agreement("no encounter at home", "no encounters at home"))
    assert (found.sentence.label, found.other.label, found.same) == ("c1", "c0", True)


def test_a_modifier_may_make_the_difference() -> None:
    assert list(needless(agreement("no encounter at home\n    only on weekends", "no encounter at home\n    only on weekdays"))) == []
    (found,) = needless(agreement("no encounter at home\n    only on weekends", "no encounter at home"))
    assert found.sentence.label == "c0"
    (found,) = needless(agreement(f"{AFTER}, no encounter for 12 hours\n    only on weekends", f"{AFTER}, no encounter for 24 hours"))
    assert found.sentence.label == "c0"


def test_a_wish_may_be_needless_but_makes_nothing_needless() -> None:
    (found,) = needless(agreement("at most 4 encounters per month\n    if we can", "at most 2 encounters per month"))
    assert found.sentence.label == "c0"


def test_a_repair_follows_more_breaches_than_other_sentences() -> None:
    after = "after each breach of c, no encounter for {}\n"
    text = f"{HEAD}\npromise c\n    no encounter at home\n\nrepair r\n    {after}\npromise p\n    {after}"
    (found,) = needless(load_text(text.format("24 hours", "12 hours")))
    assert found.sentence.label == "p"
    assert list(needless(load_text(text.format("12 hours", "24 hours")))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "no late-night on Friday on Monday",
        "no encounter lasting more than 3 hours lasting less than 1 hour",
        "no encounter where protection is condom where protection is none",
        "after each encounter on Friday on Monday, aftercare within 2 days",
        "no encounter at home\n    only from 2026-05-01\n    only until 2026-04-01",
        "no encounter at home\n    only on weekends\n    except on Saturday through Sunday",
        "no encounter at home\n    only between 1 June and 31 August\n    except in even months\n    except between 1 July and 31 July",
        "no encounter at home\n    only in odd weeks\n    except in odd weeks",
        "at least 1 encounter per month\n    only in odd weeks",
        "at least 1 encounter per year\n    only between 1 January and 30 December",
        "encounter by Ana every year on 24 December\n    only in odd months",
    ],
)
def test_a_sentence_that_speaks_of_nothing(sentence: str) -> None:
    text = f"{HEAD}\nterm late-night means encounter between 23:00 and 05:00\n\npromise c0\n    {sentence}\n"
    (found,) = never(load_text(text))
    assert found.because


@pytest.mark.parametrize(
    "sentence",
    [
        "no encounter on Friday or Monday",
        "no encounter lasting more than 1 hour lasting less than 3 hours",
        "no encounter at home\n    only from 2026-05-01\n    only until 2026-06-01",
        "no encounter at home\n    only between 1 December and 28 February\n    only in even months",
        "at least 1 encounter per week\n    only in odd weeks",
        "at least 1 encounter per month\n    except between 20 June and 10 August",
        "encounter by Ana every year on 29 February\n    only in even months",
    ],
)
def test_a_sentence_that_speaks_of_something(sentence: str) -> None:
    assert list(never(agreement(sentence))) == []

"""What `pact new --ask` asks about: for each matter one sentence with a number in it. Only what was answered is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from pactlang.log.words import person_word
from pactlang.model.words import quoted


class Topic(Struct, frozen=True):
    """One matter: how it is asked for, the number that is asked, a usual one and its bounds, and the clause that it gives."""

    ask: str
    number: str
    usual: int
    least: int
    most: int
    clause: str
    vocabulary: str = "relationships"


_PLURAL = "\u2026"  # after a number: an `s`, where it is not one
TOPICS = (
    Topic(
        "A limit to how often someone spends time with others?",
        "How many times a month, at most, for each of you?",
        3,
        0,
        31,
        "cap evenings\n    at most {n} encounter… per month by each party\n",
    ),
    Topic(
        "Telling each other afterwards?",
        "Within how many hours?",
        24,
        1,
        720,
        "disclosure tell\n    after each encounter, disclosure by the same party to the others within {n} hour…\n",
    ),
    Topic(
        "Saying it before?",
        "How many hours ahead, at least?",
        24,
        1,
        720,
        "notice heads-up\n    before each encounter, notice by the same party to the others at least {n} hour… ahead\n",
    ),
    Topic("Tests?", "Every how many days, for each of you?", 90, 7, 730, "testing\n    test by each party every {n} day…\n"),
    Topic("A talk at a fixed rhythm?", "Every how many days?", 7, 1, 366, "check-in\n    check-in by everyone every {n} day…\n"),
    Topic(
        "Cleaning?",
        "How often a week, at least, for each of you?",
        1,
        1,
        7,
        "promise cleaning\n    at least {n} cleaning… per week by each party\n",
        "household",
    ),
    Topic(
        "Money that is spent for all?",
        "From which sum on do all decide?",
        100,
        1,
        100_000,
        "consent big-things\n"
        "    before each expense by each party where amount is at least {n}, decision by everyone within the last 14 days\n",
        "household",
    ),
    Topic(
        "Quiet hours?",
        "From which hour in the evening, 18 to 23?",
        22,
        18,
        23,
        "boundary quiet\n    no noise between {n}:00 and 07:00\n",
        "household",
    ),
    Topic(
        "Guests who stay the night?",
        "How many nights in any 30 days, at most, for each of you?",
        4,
        0,
        30,
        "cap guests\n    at most {n} overnight-guest… by each party in any 30 days\n",
        "household",
    ),
    Topic(
        "Something that is done in turn, such as the shopping?",
        "Every how many weeks?",
        1,
        1,
        26,
        "promise turns\n    shopping by {all} in turn {every} on Saturday give or take 1 day\n",
        "household",
    ),
    Topic(
        "A pause that anyone may take, without a reason?",
        "For how many days, at most?",
        14,
        1,
        366,
        "pause breather\n    anyone may pause {paused} for at most {n} day…\n",
    ),
    Topic("Looking at all of this again?", "After how many weeks?", 6, 1, 104, "review\n    review by everyone {every}\n"),
)


def head(parties: Sequence[str], first: int, zone: str) -> str:
    """The first lines: between whom, from when (an ordinal), by which clock."""
    plain = f"{', '.join(parties[:-1])} and {parties[-1]}"
    lines = (
        f"pact {quoted(plain)}",
        f"    between {_all(parties)}",
        f"    in force from {date.fromordinal(first)}",
        f"    time zone {zone}",
        "",
        "use relationships",
        "use household",
    )
    return "".join(f"{line}\n" for line in lines)


def clause(topic: Topic, number: int, parties: Sequence[str], so_far: str) -> str:
    """The clause of a topic.

    >>> print(clause(TOPICS[0], 1, ("Ana", "Ben"), ""), end="")
    cap evenings
        at most 1 encounter per month by each party
    """
    many = "" if number == 1 else "s"
    every = "every week" if number == 1 else f"every {number} weeks"
    paused = "encounters" if "encounter" in so_far else "check-ins" if "check-in" in so_far else "talks"
    return topic.clause.format(n=number, all=_all(parties), every=every, paused=paused).replace(_PLURAL, many)


def without_unused(text: str) -> str:
    """The text without a vocabulary of which it uses nothing. Raises `InputError` for a text that cannot be read."""
    from pactlang.inputs.files import InputError
    from pactlang.inputs.texts import load_text

    for name in ("relationships", "household"):
        left = text.replace(f"use {name}\n", "", 1)
        try:
            load_text(left)
        except InputError:
            continue
        text = left
    return text


def _all(parties: Sequence[str]) -> str:
    words = [person_word(one) for one in parties]
    return f"{', '.join(words[:-1])} and {words[-1]}"

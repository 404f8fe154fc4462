"""Sentences that are never applied, and near misses that are."""

from __future__ import annotations

import pytest

from .test_names import sentence

MORE = "event jealousy\nevent Crush\nevent whereabouts\nevent phone-check\nevent walk\n" + "".join(
    f"event {name}\n"
    for name in (
        "therapy",
        "doctor-visit",
        "support-group",
        "friends",
        "family-visit",
        "family-call",
        "going-out",
        "night-out",
        "sex",
        "slap",
        "kiss",
        "lock-up",
    )
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no jealousy", "feelings are free"),
        ("at most 1 crush by Ana per month", "feelings are free"),
        ("before each jealousy, consent by Ben within the last 7 days", "feelings are free"),
        ("whereabouts by Ana to Ben every 1 day", "not for fear or coercion"),
        ("after each encounter, phone-check by Ben within 1 day", "not for fear or coercion"),
        ("at least 1 phone-check per week", "not for fear or coercion"),
        ("after each encounter by Ana, disclosure by Ana to Ben within 1 day\n    covering who, passwords", "not for fear or coercion"),
        ("anyone may pause tests for at most 14 days", "health holds first"),
        ("after each breach, tests pause for 14 days", "health holds first"),
        ("no therapy", "help from outside is always free"),
        ("no doctor-visit by Ana", "help from outside is always free"),
        ("no support-group by each party unless consent by Ben within the last 7 days", "help from outside is always free"),
        ("no friends by Ana", "whom somebody sees is free"),
        ("no family-call by each party", "whom somebody sees is free"),
        ("no family-visit by Ana", "whom somebody sees is free"),
        ("before each going-out by Ana, consent by Ben within the last 7 days", "nobody needs another's leave"),
        ("no family-visit by Ana unless consent by Ben within the last 7 days", "nobody needs another's leave"),
        ("before each friends by Ana, any consent by Ben at least 1 day ahead", "nobody needs another's leave"),
        ("at least 2 sex per week by Ana", "a no is free at every moment"),
        ("sex by each party every 3 days", "a no is free at every moment"),
        ("after each conflict, sex by everyone within 1 day", "a no is free at every moment"),
        ("after each conflict, slap by Ana to Ben within 1 day", "nobody may hurt or lock in another"),
    ],
)
def test_a_red_flag_is_not_applied(text: str, said: str) -> None:
    assert said in sentence(text, MORE.replace("Crush", "crush")).not_applied


@pytest.mark.parametrize(
    "text",
    [
        "after each jealousy, check-in by everyone within 3 days",
        "no phone-check",
        "at most 2 walks per week",
        "anyone may pause encounters for at most 14 days",
        "test by each party every 90 days",
        "after each encounter by Ana, disclosure by Ana to Ben within 1 day\n    covering who, when, where",
        "no therapy by Ana at home",
        "no sex",
        "lock-up by anyone every day",
        "no slap",
        "at most 3 sex per week",
        "before each sex, consent by the others within the last 1 day",
        "after each sex, aftercare by everyone within 1 day",
        "at least 1 kiss per day",
        "no therapy\n    only from 2026-03-01",
        "after each breach, therapy by everyone within 30 days",
        "no family-visit",
        "no family-visit by each party",
        "no friends by Ana between 22:00 and 06:00",
        "at most 2 friends by Ana per week",
        "before each friends by Ana, notice by Ana to Ben at least 2 hours ahead",
        "before each going-out by each party, consent by the others within the last 7 days",
        "before each night-out by Ana, consent by Ben within the last 7 days",
        "before each going-out by Ana, notice by Ana at least 2 hours ahead",
    ],
)
def test_what_is_no_red_flag_is_applied(text: str) -> None:
    assert sentence(text, MORE).not_applied == ""

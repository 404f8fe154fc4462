"""Sentences that are never applied, and near misses that are."""

from __future__ import annotations

import pytest

from .test_names import sentence

MORE = "event jealousy\nevent Crush\nevent whereabouts\nevent phone-check\nevent walk\n"


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
    ],
)
def test_what_is_no_red_flag_is_applied(text: str) -> None:
    assert sentence(text, MORE).not_applied == ""

"""What is true and seldom worth a minute is told to those alone who want to hear everything."""

from __future__ import annotations

import pytest

from pactlang.lint.rule import Profile
from pactlang.lint.runner import chosen, lint
from tests.lint.subjects import subject_of

HEAD = """pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin
"""
DOUBTFUL = {
    "X006 a message": """use household
boundary noise
    no noise at home
    after each noise at home, message by the same party within 1 day
""",
    "X006 a consequence": """use household
boundary noise
    no noise at home
    after each noise at home, no guest by the same party for 7 days
""",
    "B007 goals": """use relationships
promise goals
    at least 5 workouts by Ana per week
    at least 3 workouts by Ben per week
""",
    "M019": """event hand-in
state thesis-done
    starts with hand-in by Ana
promise calm
    no hand-in while thesis-done
""",
    "M008": """use relationships
promise us
    at least 1 date-night by Ana and Ben per week
cap evenings
    at most 2 encounters per month by each party
""",
    "S011": """use household
event drug-test
    fields result
testing
    drug-test by each party every week on Monday
    after each drug-test where result is positive, talk by everyone within 2 days
""",
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_it_is_told_in_the_strict_profile_alone(name: str) -> None:
    code = name[:4]
    subject = subject_of(HEAD + DOUBTFUL[name])
    told = {profile: {one.rule.code for one in lint(subject, chosen(profile)[0]).findings} for profile in (Profile.DEFAULT, Profile.STRICT)}
    assert code not in told[Profile.DEFAULT]
    assert code in told[Profile.STRICT]

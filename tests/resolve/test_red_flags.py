"""Sentences that are never applied, and near misses that are."""

from __future__ import annotations

import pytest

from .test_names import sentence
from .watching import ASKS, FINE, NEVER

MORE = "person kim tagged close\nevent jealousy\nevent Crush\nevent whereabouts\nevent phone-check\nevent walk\n" + "".join(
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
        "feelings-talk",
        "chore",
        "photo-deletion",
        "location",
        "refusal",
        "safe-word",
        "consent-withdrawal",
        "withdrawal",
        "jealousy-start",
        "jealousy-end",
        "angry-call",
    )
)
MORE += "state jealous\n    starts with jealousy-start\n    ends with jealousy-end\n"
MORE += "state tender\n    starts with jealousy\nstate away\n    starts with meeting\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no jealousy", "feelings are free"),
        ("after each jealousy-start, encounters pause for 7 days", "feelings are free, so after 'jealousy-start'"),
        ("no encounter while jealous", "feelings are free, so after 'jealousy-start'"),
        ("no jealousy-end", "feelings are free"),
        ("after each refusal, apology by the same party within 2 days", "nothing can follow 'refusal'"),
        ("after each refusal, check-in by everyone within 2 days", "nothing can follow 'refusal'"),
        ("after each consent-withdrawal, encounters pause for 7 days", "nothing can follow 'consent-withdrawal'"),
        ("at most 1 refusal per month by Ana", "no sentence can limit 'refusal'"),
        ("before each safe-word, consent by Ben within the last 7 days", "no sentence can limit 'safe-word'"),
        ("after each safe-word, chore by the same party within 2 days", "after 'safe-word' only a check-in"),
        ("at least 1 refusal by Ben per month", "no sentence can ask for 'refusal'"),
        ("at most 1 crush by Ana per month", "feelings are free"),
        ("before each jealousy, consent by Ben within the last 7 days", "feelings are free"),
        ("love by Ana every week", "feelings are free, so no sentence can ask for 'love'"),
        ("after each jealousy, encounters pause for 7 days", "feelings are free, so after 'jealousy'"),
        ("after each jealousy, apology by the same party within 1 day", "feelings are free, so after 'jealousy'"),
        ("after each jealousy, check-in by the same party within 1 day", "feelings are free, so after 'jealousy'"),
        ("after each jealousy, chore by everyone within 1 day", "feelings are free, so after 'jealousy'"),
        ("no encounter while tender", "feelings are free, so after 'jealousy'"),
        ("chore by everyone every day\n    only while tender", "feelings are free, so after 'jealousy'"),
        ("at most 0 friends by Ana in any 30 days", "free to see anyone they like"),
        ("after each conflict, friends pause for 30 days", "free to see anyone they like"),
        ("after each breach, family-calls pause for 30 days", "free to see anyone they like"),
        ("after each breach, doctor-visits pause for 30 days", "help from outside is always free"),
        ("at most 0 doctor-visits by Ana per month", "help from outside is always free"),
        ("before each therapy by Ana, consent by Ben within the last 7 days", "'therapy' needs nobody's permission"),
        ("before each therapy, consent by the others to the same party within the last 7 days", "'therapy' needs nobody's permission"),
        ("no test by Ana", "health comes first, so no sentence can forbid 'test'"),
        ("at most 0 tests per month", "health comes first, so no sentence can forbid 'test'"),
        ("consent by Ana and Ben in turn every week on Sunday", "no sentence can ask for 'consent'"),
        ("consent by Ben every day by 19:30", "no sentence can ask for 'consent'"),
        ("consent by Ben every Friday at 18:00 give or take 30 minutes", "no sentence can ask for 'consent'"),
        ("consent by everyone by 2026-09-30", "no sentence can ask for 'consent'"),
        ("at least 1 consent by Ben per month\n    if we can", "no sentence can ask for 'consent'"),
        ("leave by Ana by 2026-09-30", "no sentence can ask for 'leave'"),
        ("pause by Ana and Ben in turn every month", "no sentence can ask for 'pause'"),
        ("chore by Ana and Ben in turn every day\n    only while paused", "after 'pause' only a check-in"),
        ("after each refuse, check-in by everyone within 2 days\n    if we can", "nothing can follow 'refuse'"),
        ("after each pause, chore by everyone within 7 days\n    if we can", "after 'pause' only a check-in"),
        ("after each conflict or refuse, apology by everyone within 2 days", "nothing can follow 'refuse'"),
        ("after each breach, leave by Ana within 2 days", "no sentence can ask for 'leave'"),
        ("sex by Ana and Ben in turn every week on Sunday", "no sentence can ask for 'sex'"),
        ("sex by each party every month by day 5", "no sentence can ask for 'sex'"),
        ("jealousy by Ana by 2026-09-30", "no sentence can ask for 'jealousy'"),
        ("whereabouts by Ana and Ben in turn every day", "whereabouts"),
        ("after each refuse, apology by the same party within 2 days", "nothing can follow 'refuse'"),
        ("after each refuse, check-in by everyone within 2 days", "nothing can follow 'refuse'"),
        ("after each refuse, date-nights pause for 7 days", "nothing can follow 'refuse'"),
        ("after each pause, apology by everyone within 2 days", "after 'pause' only a check-in"),
        ("after each pause, check-in by Ana within 2 days", "after 'pause' only a check-in"),
        ("after each pause by each party, check-in by each party within 2 days", "after 'pause' only a check-in"),
        ("after each pause, check-in by the others within 2 days", "after 'pause' only a check-in"),
        ("after each pause, encounters pause for 7 days", "after 'pause' only a check-in"),
        ("after each resume, apology by the same party within 3 days", "after 'resume' only a check-in"),
        ("after each resume, encounters pause for 7 days", "after 'resume' only a check-in"),
        ("chore by anyone every day\n    only while paused", "after 'pause' only a check-in"),
        ("no encounter by Ana while paused", "after 'pause' only a check-in"),
        ("after each leave, photo-deletion by the same party within 2 days", "what follows 'leave' is owed by all alike"),
        ("after each leave, photo-deletion by Ana to kim within 2 days", "what follows 'leave' is owed by all alike"),
        ("after each leave, photo-deletion by everyone to Ben within 2 days", "what follows 'leave' is owed by all alike"),
        ("after each leave, encounters pause for 7 days", "what follows 'leave' is owed by all alike"),
        ("pause by Ana every week", "no sentence can ask for 'pause'"),
        ("after each encounter, resume by everyone within 1 day", "no sentence can ask for 'resume'"),
        ("at least 1 pause per month", "no sentence can ask for 'pause'"),
        ("consent by Ben every week", "no sentence can ask for 'consent'"),
        ("after each encounter, consent by Ben within 1 day", "no sentence can ask for 'consent'"),
        ("at least 2 consents per month", "no sentence can ask for 'consent'"),
        ("after each breach, waive by the others within 3 days", "no sentence can ask for 'waive'"),
        ("whereabouts by Ana to Ben every 1 day", "not for fear or coercion"),
        ("location by Ben to Ana every 1 day", "whereabouts ('location')"),
        ("after each encounter, disclosure by Ana within 1 hour\n    covering where, who", "whereabouts ('where' within the hour)"),
        ("after each encounter, phone-check by Ben within 1 day", "not for fear or coercion"),
        ("at least 1 phone-check per week", "not for fear or coercion"),
        ("after each encounter by Ana, disclosure by Ana to Ben within 1 day\n    covering who, passwords", "not for fear or coercion"),
        ("anyone may pause tests for at most 14 days", "health comes first"),
        ("after each breach, tests pause for 14 days", "health comes first"),
        ("no therapy", "help from outside is always free"),
        ("no doctor-visit by Ana", "help from outside is always free"),
        ("no support-group by each party unless consent by Ben within the last 7 days", "help from outside is always free"),
        ("no friends by Ana", "everyone is free to see anyone they like"),
        ("no family-call by each party", "everyone is free to see anyone they like"),
        ("no family-visit by Ana", "everyone is free to see anyone they like"),
        ("before each going-out by Ana, consent by Ben within the last 7 days", "nobody needs another's permission"),
        ("no family-visit by Ana unless consent by Ben within the last 7 days", "nobody needs another's permission"),
        ("before each friends by Ana, any consent by Ben at least 1 day ahead", "nobody needs another's permission"),
        ("at least 2 sex per week by Ana", "anyone may say no at any time"),
        ("sex by each party every 3 days", "anyone may say no at any time"),
        ("after each conflict, sex by everyone within 1 day", "anyone may say no at any time"),
        ("after each conflict, slap by Ana to Ben within 1 day", "nobody may hurt another or lock them in"),
    ],
)
def test_a_red_flag_is_not_applied(text: str, said: str) -> None:
    assert said in sentence(text, MORE.replace("Crush", "crush") + "event love\n").not_applied


@pytest.mark.parametrize("name", NEVER)
def test_nobody_is_watched(name: str) -> None:
    told = "after each encounter, disclosure by Ana within 1 day\n    covering who, {}"
    for text in (f"{name} by Ana every week", f"at least 1 {name} per month", told.format(name)):
        assert f"('{name}')" in sentence(text, f"event {name}\n").not_applied


@pytest.mark.parametrize("name", [*ASKS, *FINE])
def test_the_neighbours_of_watching_are_applied(name: str) -> None:
    declared = "" if name == "check-in" else f"event {name}\n"
    assert sentence(f"{name} by Ana every week", declared).not_applied == ""


@pytest.mark.parametrize(
    "text",
    [
        "after each jealousy, check-in by everyone within 3 days",
        "after each jealousy, feelings-talk by each party within 3 days",
        "after each jealousy-start, check-in by everyone within 3 days",
        "after each angry-call, aftercare by the same party within 3 days",
        "after each safe-word, aftercare by everyone within 3 days",
        "at most 2 withdrawals per month",
        "after each jealousy, aftercare within 1 day",
        "after each jealousy, check-in by Ana and Ben every 4 days for 2 weeks",
        "check-in by everyone every day\n    only while tender",
        "no encounter unless tender",
        "no encounter while away",
        "after each pause, check-in by everyone within 3 days",
        "after each pause by Ana, check-in by each party within 3 days",
        "after each pause, aftercare by Ana and Ben to the others within 3 days",
        "after each resume, check-in by everyone within 3 days",
        "no encounter while paused",
        "check-in by anyone every day\n    only while paused",
        "test by each party every 90 days\n    except while paused",
        "after each leave, photo-deletion by each party within 7 days",
        "after each leave, photo-deletion by everyone to kim within 7 days",
        "after each leave, photo-deletion by each party to each person tagged close within 7 days",
        "after each pause, check-in by everyone to kim within 3 days",
        "before each encounter, consent by the others within the last 7 days",
        "no encounter unless consent by Ben within the last 7 days",
        "after each consent, encounter by Ana within 7 days",
        "after each encounter by Ana, disclosure by Ana to Ben within 61 minutes\n    covering where, who",
        "after each encounter by Ana, disclosure by Ana to Ben within 1 hour\n    covering who, when",
        "after each encounter by Ana, disclosure by Ana to Ben within 1 day\n    covering location",
        "no location",
        "no phone-check",
        "at most 2 walks per week",
        "anyone may pause encounters for at most 14 days",
        "test by each party every 90 days",
        "after each encounter by Ana, disclosure by Ana to Ben within 1 day\n    covering who, when, where",
        "no therapy by Ana at home",
        "anyone may pause family-visits",
        "after each breach, family-visits pause for 7 days",
        "at most 1 therapy by Ana per month",
        "before each doctor-visit by Ana, notice by Ana to Ben at least 48 hours ahead",
        "no test by Ana at home",
        "at most 0 encounters per month",
        "test by Ana by 2026-09-30",
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

"""Short agreements as people write them, each with everything that the rules on missing parts and on balance may say of it."""

from __future__ import annotations

import pytest

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Family, Profile
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from tests.lint.subjects import subject_of

RULES_HERE = [rule for rule in RULES if rule.family in (Family.MISSING, Family.BALANCE)]

TWO = """pact "Two"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin

"""
OPEN = (
    TWO
    + """use relationships

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection

testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days

aftercare
    after each encounter, aftercare by everyone within 2 days

check-in
    check-in by everyone every week on Sunday

pause
    anyone may pause encounters for at most 14 days

repair
    after each breach, debrief by everyone within 3 days

"""
)
HOME = (
    TWO.replace("Ana and Ben", "Ana, Ben, Cem and Dina")
    + """use household

"""
)

CASES = [
    ("nothing agreed yet", TWO, set()),
    (
        "two who see nobody else",
        TWO
        + """use relationships

boundary us
    no encounter
    > We are enough for each other.

promise evenings
    at least 1 date-night by Ana and Ben per week
""",
        set(),
    ),
    (
        "open, and all is there",
        OPEN,
        set(),
    ),
    (
        "open, in plain words alone",
        TWO
        + """promise us
    "We may both see other people."
    "If one of us says stop, it stops. We get tested every spring and tell each other the result."
    "Condoms with others. The next evening is for the two of us, and on Sundays we talk about it."
""",
        set(),
    ),
    (
        "open, in one plain sentence",
        TWO
        + """promise us
    "We may both see other people."
""",
        {"no-testing", "protection-not-named", "no-aftercare", "no-check-in", "no-pause"},
    ),
    (
        "not open, in plain words",
        TWO
        + """promise us
    "We do not see other people."
""",
        set(),
    ),
    (
        "dinner dates only",
        TWO
        + """use relationships

cap dinners
    at most 2 encounters by each party per month

promise kind
    "Nothing physical with anybody else. We tell each other beforehand."
    "We can stop this at any time, and talk about it on Sundays. Coming home is the best part."
""",
        set(),
    ),
    (
        "a flat with chores for each",
        HOME
        + """promise bins
    chore where what is bins by Ana every week on Monday

promise plants
    chore where what is plants by Ben every week on Monday

promise kitchen
    cleaning by each party every 4 weeks

repair
    "Whoever forgot brings cake."
""",
        {"repair-only-in-words"},
    ),
    (
        "a flat in which one feeds the cat",
        HOME
        + """promise cat
    chore where what is cat by Dina every day

promise kitchen
    cleaning by each party every 4 weeks
""",
        set(),
    ),
    (
        "one feeds the cat and does the bins and the shopping",
        HOME
        + """promise all-of-it
    chore where what is cat by Dina every day
    shopping by Dina every 3 days

promise kitchen
    cleaning by each party every 4 weeks
""",
        {"binds-only-one", "no-repair"},
    ),
    (
        "quiet hours for one who plays, with a reason",
        HOME
        + """boundary cello
    no noise by Cem between 20:00 and 09:00
    > Only Cem has a cello.
""",
        set(),
    ),
    (
        "a room of one's own",
        HOME
        + """boundary my-room
    no guest at bens-room unless consent by Ben within the last 1 day
""",
        set(),
    ),
    (
        "one says yes or no to all guests",
        HOME
        + """consent guests
    before each overnight-guest, consent by Ben within the last 7 days
""",
        {"consent-by-one"},
    ),
    (
        "each asks the other, in sentences of their own",
        OPEN
        + """consent away
    before each encounter tagged travel by Ana, consent by Ben within the last 7 days
    before each encounter tagged travel by Ben, consent by Ana within the last 7 days
""",
        set(),
    ),
    (
        "only one has a limit, and asked for it",
        OPEN
        + """cap mine
    at most 2 encounters per month by Ana
    > Ana asked for this: she says yes too fast.
""",
        set(),
    ),
    (
        "only one has a limit",
        OPEN
        + """cap yours
    at most 2 encounters per month by Ana
""",
        {"limit-on-one"},
    ),
    (
        "only one may go out, and the other rules it out for himself",
        TWO
        + """use relationships

boundary ben
    no encounter by Ben

cap ana
    at most 2 encounters per month by Ana

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
    covering who, protection

testing
    test by Ana every 90 days
    after each test, result by the same party to the others within 3 days

aftercare
    after each encounter, aftercare by everyone within 2 days

check-in
    check-in by everyone every week on Sunday

pause
    anyone may pause encounters for at most 14 days

repair
    after each breach, debrief by everyone within 3 days
""",
        set(),
    ),
    (
        "a last word about one's own things",
        HOME
        + """promise words
    "Ben decides about his own shelf."
    "Only Ana may use her drill."
    "On odd weeks Cem decides what we cook, on even weeks Dina decides; it is their turn."
""",
        set(),
    ),
    (
        "a last word about everything",
        HOME
        + """promise words
    "If we do not agree, Ben has the last word."
""",
        {"one-has-the-last-word"},
    ),
    (
        "two numbers for two people, without a word on why",
        HOME
        + """cap guests
    at most 4 overnight-guests by Ana per month
    at most 1 overnight-guest by Ben per month
""",
        {"different-numbers"},
    ),
    (
        "two sentences with the same number",
        HOME
        + """cap guests
    at most 4 overnight-guests by Ana per month
    at most 4 overnight-guests by Ben per month
""",
        set(),
    ),
    (
        "one apologises for all",
        HOME
        + """promise kitchen
    cleaning by each party every 4 weeks

repair
    after each breach, apology by Ana to Ben within 2 days
""",
        {"repair-by-one"},
    ),
    (
        "a table with an honest spread",
        OPEN
        + """matrix comfort for encounter
    activity    Ana   Ben
    dinner      yes   ask
    overnight   ask   no
    travel      yes   no
""",
        set(),
    ),
    (
        "a feeling that is to be logged",
        TWO
        + """event honesty

promise us
    honesty by each party every 2 days
""",
        {"event-nobody-can-see"},
    ),
    (
        "a notice for one, with a reason that says why for that one",
        HOME
        + """notice
    before each guest by Cem, notice by Cem to the others at least 1 day ahead
    > Cem's friends are loud, and he says so himself.
""",
        set(),
    ),
    (
        "only one sees others, so only that one is tested",
        OPEN.replace("by each party", "by Ana").replace("after each encounter", "after each encounter by Ana"),
        {"tells-and-never-hears"},
    ),
    (
        "money of one that waits for the other",
        TWO
        + """use coparents

cap costs
    at most 100 EUR of expense by Ana per month unless consent by Ben within the last 14 days
""",
        {"limit-on-one", "consent-by-one"},
    ),
    (
        "a team that says others in another sense",
        TWO
        + """use team

promise kindness
    "When you see others struggling, ask. We are seeing other people as grown-ups."

check-in
    standup by everyone every day
""",
        set(),
    ),
    (
        "messages in one direction",
        TWO
        + """use coparents

disclosure school
    after each school-event, message by Ana to Ben within 2 days
""",
        {"tells-and-never-hears"},
    ),
    (
        "messages in one direction, another telling in the other",
        TWO
        + """use coparents

disclosure school
    after each school-event, message by Ana to Ben within 2 days

notice trips
    before each trip, notice by Ben to Ana at least 7 days ahead
    before each trip, notice by Ana to Ben at least 7 days ahead
""",
        {"no-repair"},
    ),
    (
        "a yes from one, and a table that asks the other",
        OPEN
        + """consent trips
    before each encounter tagged travel, consent by Ben within the last 7 days

matrix comfort for encounter
    activity  Ana  Ben
    travel    ask  yes
""",
        set(),
    ),
    (
        "a yes to what one does oneself",
        OPEN
        + """consent slowly
    no encounter by Ben unless consent by Ben within the last 2 days
""",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in CASES])
def test_all_that_is_said(text: str, expected: set[str]) -> None:
    assert {one.rule.name for one in run(subject_of(text), RULES_HERE)} == expected


@pytest.mark.parametrize(("reason", "severity"), [("", None), ("    > Hearing it late hurt.\n", Severity.NOTE)])
def test_a_reason_makes_a_warning_a_note(reason: str, severity: Severity | None) -> None:
    tell = "disclosure more\n    after each encounter by Ana, disclosure by Ana to Ben within 2 days\n    covering when\n"
    one_way = OPEN.replace("disclosure by the same party to the others", "disclosure by Ana to Ben")
    found = [
        one.found
        for one in run(subject_of(TWO + "use relationships\n\n" + tell + reason), RULES_HERE)
        if one.rule.name == "tells-and-never-hears"
    ]
    assert [one.severity for one in found] == [severity]
    assert {one.rule.name for one in run(subject_of(one_way), RULES_HERE)} == {"tells-and-never-hears"}


def test_the_gentle_profile_says_the_few_things_that_matter() -> None:
    first = 'pact "First"\n    between Ana and Ben\n\nuse relationships\n\ncap\n    at most 4 encounters per month by each party\n'
    gentle = [rule for rule in RULES_HERE if rule.profile is Profile.GENTLE]
    said = [one.rule.name for one in run(subject_of(first), gentle)]
    assert said == ["no-review-or-end", "no-testing", "no-pause", "no-start-date", "cap-without-disclosure"]


def test_who_repairs_what_only_another_can_break() -> None:
    limit = "cap evenings\n    at most 4 encounters per month by Ben\n"
    text = TWO + "use relationships\n\n" + limit + "repair\n    after each breach of evenings, apology by Ana to Ben within 2 days\n"
    said = [one.found.message for one in run(subject_of(text), RULES_HERE) if one.rule.code == "B010"]
    assert said == ["Here Ana is the one to repair what only Ben can break."]

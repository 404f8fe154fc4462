"""Short agreements as people write them, marked by hand: how much of what the linter says is right, and how much it misses.

The agreements of `test_missing_and_balance.py` are marked for missing parts and balance, those here for all other families; each counts
for every family, so that a word too many anywhere lowers its precision. `python -m tests.lint.test_corpus` prints the table.
"""

from __future__ import annotations

from collections import Counter

from pactlang.lint.allow import rule_named
from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import lint
from tests.lint.marked_sets import LEAST, precision, table
from tests.lint.subjects import subject_of
from tests.lint.test_missing_and_balance import CASES

MARKED_ELSEWHERE = "MB"
HEAD = """pact "Us"
    between Ana and Ben
    in force from 2026-01-05 until 2027-12-31
    signed by Ana on 2026-01-03
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships

"""
# What people wrote, and every code of the families C, S, W, V and X that is right to be said, as often as it is.
CORPUS: list[tuple[str, str, list[str]]] = [
    (
        "a careful couple",
        HEAD
        + """disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    "If it is after midnight, breakfast is soon enough."  # allow: C001 because breakfast is the time
check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
    "Phones stay in the kitchen; nobody has to answer for feelings."
""",
        [],
    ),
    (
        "good will, few numbers",
        HEAD
        + """disclosure tell
    "We tell each other soon, and often enough."
    "Not too late in the evening, please."
aftercare
    "We spend a reasonable amount of time together."
""",
        ["C001", "C001", "C001", "C001"],
    ),
    (
        "control, called openness",
        HEAD
        + """promise open
    "Ben gives Ana his passwords, and she reads his messages on Sunday."
    "Both share their location whenever they are out."
    "Ana stops seeing her friends while we work on this."
""",
        ["S001", "S001", "S002", "S003"],
    ),
    (
        "freedoms, said as freedoms",
        HEAD
        + """promise free
    "Nobody has to share their location, and nobody asks for passwords."
    "Anyone may leave, pause or say no at any time, without a reason."
    "Friends are friends: no one stops seeing theirs for us."
    "Jealousy is allowed. We say it when it comes."
""",
        [],
    ),
    (
        "fear of losing",
        HEAD
        + """promise stay
    "Ana must ask for permission before going out on weekdays."
    "No falling in love with anyone else."
    "We never leave each other, whatever happens."
""",
        ["S004", "S004", "S006"],
    ),
    (
        "fines and thirds",
        HEAD
        + """promise late
    "Whoever tells late pays a fine of 50 euros."
    "If it happens again, we are done: last warning."
    "Whoever pauses owes the other a weekend."
""",
        ["C001", "S005", "W003", "S008"],  # how late is late?,
    ),
    (
        "hurt, still in the words",
        HEAD
        + """promise truth
    "Ben is not to be so selfish again, or else."
    "Cheating means everything that was not said before."
    "We will always be honest."
""",
        ["W001", "W001", "W002", "W003"],
    ),
    (
        "a template, half filled in",
        HEAD
        + """promise talk "Our talk"
    "We talk every ____ at TIME."
    > We want NAME to feel safe.
review
    > Later.
""",
        ["C002", "C002", "C002", "C003"],
    ),
    (
        "a household with a purse",
        HEAD.replace("use relationships", "use household")
        + """promise purse
    "Each puts 40 euros a week into the purse, and receipts into the tin."
    "The late shift sleeps until ten."
    "A pound of coffee a week is a common good."
""",
        [],
    ),
    (
        "sundays, twice",
        HEAD
        + """check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
promise talk
    check-in by everyone every week on Sunday at 19:00 for 1 hour
cap evenings
    at most 4 encounters per month by each party
cap many
    at most 9 encounters per month by each party
""",
        ["X002", "X003"],
    ),
    (
        "quiet hours over the talk",
        HEAD
        + """check-in
    check-in by everyone every week on Sunday
boundary quiet-sundays
    no check-in on Sunday
promise ours
    at least 4 date-nights by Ana and Ben per month
cap calm
    at most 3 date-nights per month
""",
        ["X001", "X001"],
    ),
    (
        "limits that leave room",
        HEAD
        + """promise ours
    at least 2 date-nights by Ana and Ben per month
cap calm
    at most 2 date-nights per week
check-in
    check-in by everyone every week on Sunday
boundary quiet
    no encounter on Sunday
""",
        [],
    ),
    (
        "signed by one, and under other words",
        HEAD.replace("    signed by Ben on 2026-01-04\n", "").replace("on 2026-01-03", "on 2026-01-03 digest sha256:00ff")
        + "check-in\n    check-in by everyone every week on Sunday\n",
        ["V001", "V002"],
    ),
    (
        "signed after it began",
        HEAD.replace("2026-01-04", "2026-02-01") + "check-in\n    check-in by everyone every week on Sunday\n",
        ["V004"],
    ),
    (
        "an address for emergencies",
        HEAD
        + """promise help
    "In an emergency: +49 170 1234567, or dana.k@example.org."
    "The flat is on the third floor, door on the left."
person marlen
person marlene
""",
        ["S007", "S007", "C005"],
    ),
    (
        "punishment, by another name",
        HEAD
        + """promise late
    "Whoever is late loses the right to the next evening."
    "We do not punish; we talk."
    "The silent treatment is for nobody."
""",
        ["C001", "W004"],
    ),
    (
        "a poem",
        HEAD
        + """promise vow
    "I choose you on plain days."
    "We look up when the other comes in."
    > Often enough is when neither of us counts.
""",
        [],
    ),
    (
        "events that nobody uses",
        HEAD
        + """event sauna
    plural saunas
event walk
    plural walks
promise out
    at least 2 walks per month
boundary b
    no encounter at home at cafe
""",
        ["C004", "X004"],
    ),
]


def counted() -> dict[Family, Counter[str]]:
    """For each family: what was said rightly (`right`), what was said too much (`wrong`), and what was missed (`missed`)."""
    found: dict[Family, Counter[str]] = {family: Counter() for family in Family}
    marked = [(text, [_code(name) for name in names], MARKED_ELSEWHERE, "CSWVX") for _, text, names in CASES]
    marked += [(text, codes, "CSWVX", "") for _, text, codes in CORPUS]
    for text, codes, families, silent in marked:
        said = Counter(
            one.rule.code
            for one in lint(subject_of(text), [rule for rule in RULES if not rule.asks]).findings
            if one.rule.code[0] in families + silent
        )
        if families == MARKED_ELSEWHERE:  # there a code is marked once, however often it is said
            said = Counter({code: 1 if code[0] in families else number for code, number in said.items()})
        right = said & Counter(codes)
        for name, counts in (("right", right), ("wrong", said - right), ("missed", Counter(codes) - said)):
            for code, number in counts.items():
                found[Family(code[0])][name] += number
    return found


def _code(name: str) -> str:
    rule = rule_named(name)
    assert rule is not None
    return rule.code


def test_there_are_enough_agreements_to_tell() -> None:
    assert len(CASES) + len(CORPUS) >= 40
    assert all(counts["right"] >= 3 for counts in counted().values())


def test_what_is_said_is_right() -> None:
    for family, counts in counted().items():
        assert precision(counts) >= LEAST, family


if __name__ == "__main__":
    print(table(counted()))

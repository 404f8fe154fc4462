"""A direction that `diff` shows alone is contradicted by no random log; where a search is cut short, none is shown."""

from __future__ import annotations

import os
from itertools import islice
from random import Random

import pytest

from pactlang import InputError
from pactlang.checker.budget import Budget
from pactlang.diff.changes import assent_of
from pactlang.witness.direction import Direction
from pactlang.witness.search import STEPS, batches, compare_rules
from pactlang.witness.stricter import never_shown
from tests.negotiate.law import contradiction, says
from tests.negotiate.random_pairs import Text, given, pair

PAIRS = 400 if os.environ.get("PACT_FUZZ") == "long" else 30


def test_no_random_log_contradicts_a_direction() -> None:
    chance = Random(20_261_129)
    seen = 0
    while seen < PAIRS:
        old, new = pair(chance)
        try:
            shown, case = contradiction(given(old), given(new), seen)
        except InputError:  # a pair that the language refuses
            continue
        seen += 1
        assert case is None, (shown, old, new, case)


SURE = 60 if os.environ.get("PACT_FUZZ") == "long" else 3
LOGS = 10_000 if os.environ.get("PACT_FUZZ") == "long" else 60  # of each kind


def test_what_is_said_never_to_be_shown_is_shown_by_no_log_of_the_search() -> None:
    chance = Random(20_261_130)
    seen = 0
    while seen < SURE:
        texts = pair(chance)
        try:
            old, new = map(given, texts)
        except InputError:
            continue
        never = set(never_shown(old, new))
        seen += bool(never)
        for batch in batches(old, new, Budget(STEPS)) if never else ():
            for case in islice(batch.cases, LOGS):
                assert not says(batch.sides, case, batch.pool, never), (texts, case)


SURELY = [
    ("at most 3 encounters per month", "at most 2 encounters per month"),
    ("at most 3 encounters at home per month", "at most 3 encounters per month"),
    ("no encounter at home by Ana unless with kim", "no encounter by Ana"),
    ("no encounter\n    except on weekends", "no encounter"),
    ("at least 2 date-nights per month", "at least 3 date-nights per month"),
    ("at least 2 days between encounters", "at least 3 days between encounters"),
    ("after each encounter, disclosure by Ana within 48 hours", "after each encounter, disclosure by Ana within 24 hours"),
    ("after each encounter, disclosure by Ana by 22:00 the next day", "after each encounter, disclosure by Ana by 12:00 the next day"),
    (
        "before each encounter, notice by Ana at least 1 day ahead",
        "before each encounter, notice by Ana at least 1 day ahead and at most 3 days ahead",
    ),
    ("before each encounter, test by Ana within the last 3 months", "before each encounter, test by Ana within the last 30 days"),
    ("test by Ana every 3 months", "test by Ana every 6 weeks"),
    ("check-in by Ana every 2 weeks on Sunday", "check-in by Ana every week on Sunday"),
    ("check-in by Ana every week on Sunday\n    grace 2 days", "check-in by Ana every week on Sunday"),
    ("check-in by Ana every week on Sunday give or take 2 days", "check-in by Ana every week on Sunday give or take 1 day"),
    ("at most 2 encounters per week", "at most 2 encounters in any 7 days"),
    ("at most 2 encounters per month", "at most 2 encounters per quarter"),
    ("at most 2 encounters in any 24 hours", "at most 1 encounter in any 48 hours"),
    ("at most 2 encounters by Ana per month", "at most 2 encounters by each party per month"),
    ("at most 2 encounters by each party per month", "at most 2 encounters per month"),
    ("at most 2 encounters with kim per month", "at most 2 encounters with each person per month"),
    (
        "at most 2 encounters with kim per month by Ana\n    only from 2026-09-01",
        "at most 1 encounter with kim or dana by Ana in any 31 days",
    ),
    ("at most 2 encounters per month unless with kim or dana", "at most 2 encounters per month unless with kim"),
    ("no encounter starting between 23:00 and 05:00", "no encounter between 22:00 and 05:00"),
    ("no encounter on Friday lasting more than 3 hours", "no encounter on Friday or Saturday lasting at least 3 hours"),
    ("no encounter where protection is none", "no encounter where protection is not condom"),
    ("no encounter\n    except from 2026-08-01 until 2026-08-20", "no encounter\n    except from 2026-08-01 until 2026-08-10"),
    ("no encounter unless consent by Ben within the last 7 days", "no encounter unless consent by Ben and Cleo within the last 2 days"),
    ("at least 2 days between encounters at home by Ana", "at least 3 days between encounters by each party"),
    ("at least 1 date-night per month by Ana or Ben", "at least 1 date-night on Friday per month by Ana"),
    ("after the first encounter, aftercare by Ana or Ben within 2 days", "after each encounter, aftercare by everyone within 1 day"),
    (
        "after each encounter at home, disclosure by Ana to Ben within 2 days\n    covering who\n    grace 2 days",
        "after each encounter, disclosure by Ana to Ben and Cleo within 2 days\n    covering who, when\n    grace 1 day",
    ),
    (
        "before each encounter at home, consent by Ben or Cleo within the last 7 days",
        "before each encounter, consent by Ben within the last 7 days",
    ),
    ("before each encounter at home, notice by Ana at least 1 day ahead", "before each encounter, notice by Ana at least 2 days ahead"),
    ("test by Ana every 90 days\n    grace 7 days", "test by each party every 60 days"),
    ("check-in by Ana or Ben every week on Sunday", "check-in by everyone every week on Sunday and Wednesday"),
    ("after each conflict, check-in by Ana every 4 days for 3 weeks", "after each conflict, check-in by everyone every 3 days for 6 weeks"),
    ("after each conflict, encounters pause for 3 days", "after each conflict, encounters pause for 5 days"),
    ("anyone may pause encounters for at most 3 days", "anyone may pause encounters"),
    ("at most 3 encounters per month\n    if we can", "at most 5 date-nights per week"),
    ("after each conflict at home, no encounter by Ana for 24 hours", "after each conflict, no encounter by Ana for 2 days"),
    ("at least 2 date-nights per week", "at least 3 days of date-nights at home per week"),
]
PERHAPS = [
    ("at most 3 encounters per month", "at most 2 encounters per week"),
    ("test by Ana every 90 days", "test by Ana every 3 months"),
    ("after each encounter, disclosure by Ana within 48 hours", "after each encounter, disclosure by Ana within 2 days"),
    (
        "check-in by Ana every month on day 31\n    grace 24 hours\n    only while away",
        "check-in by Ana every month on day 31\n    only while away",
    ),
    ("check-in by Ana every 3 weeks on Sunday", "check-in by Ana every 2 weeks on Sunday"),
    # What one text asks for is lifted for longer.
    ("anyone may pause reviews for at most 3 days", "anyone may pause reviews for at most 2 days"),
    ("after each conflict, reviews pause for 3 days", "after each conflict, reviews pause for 5 days"),
    # A date may have 25 hours, and a month 31 days.
    ("at most 1 encounter per day", "at most 1 encounter in any 24 hours"),
    ("at most 1 encounter per month", "at most 1 encounter in any 30 days"),
    # What is done on a date that is left out begins the next stretch sooner, so that who does more may be late.
    (
        "test by Ana every 7 days\n    except from 2026-03-01 until 2026-03-31",
        "test by anyone every 7 days\n    except from 2026-03-01 until 2026-03-31",
    ),
    # A week may lie in two months.
    ("at most 2 encounters per week", "at most 2 encounters per month"),
    # Money that is given back elsewhere counts, too.
    ("at most 100 EUR of expense at home per month", "at most 100 EUR of expense per month"),
    # One of length zero ends at the end of the window, and has no time in it.
    ("no encounter ending between 23:00 and 05:00", "no encounter between 23:00 and 05:00"),
    # Clocks skip 02:30 once a year: it is read as 03:30 then, which is after 03:00.
    ("no encounter between 02:30 and 05:00", "no encounter between 02:00 and 05:00"),
    # Two people may reach a number that neither reaches alone.
    ("at most 2 encounters by Ana or Ben per month", "at most 2 encounters by each party per month"),
    # Whoever acted owes it, and that is somebody else then.
    ("after each encounter by Ana, notice by the same party within 2 days", "after each encounter, notice by the others within 2 days"),
    # Who gave one together with somebody else used up theirs as well.
    (
        "before each encounter at home, notice by everyone at least 1 day ahead",
        "before each encounter, notice by everyone at least 1 day ahead",
    ),
    # The first one at all may have been at another place.
    ("after the first encounter at home, aftercare within 2 days", "after the first encounter, aftercare within 2 days"),
    # All whom one is with must be among them.
    ("no encounter unless with anyone", "no encounter unless with kim"),
    # Both must be there.
    ("no encounter with dana and kim", "no encounter unless with dana"),
    # A party may be named after `with`, and is nobody from outside.
    ("no encounter with Ben", "no encounter with anyone"),
    ("at least 1 date-night by Ana per month", "at least 1 date-night by each party per week"),
    # Whoever did the one is somebody else then.
    ("after each conflict by Ana, no encounter by the others for 2 days", "after each conflict, no encounter by the others for 2 days"),
    # A night after midnight is one of the week before.
    ("at least 2 date-nights per week", "at least 2 nights of date-nights per week"),
]


@pytest.mark.parametrize(("old", "new"), SURELY)
def test_where_one_limit_is_stricter_the_other_direction_is_not_looked_for(old: str, new: str) -> None:
    one, other = given(Text(old)), given(Text(new))
    assert never_shown(one, other) == {Direction.LOOSER}
    assert never_shown(other, one) == {Direction.TIGHTER}


@pytest.mark.parametrize(("old", "new"), PERHAPS)
def test_where_that_is_not_sure_both_are_looked_for(old: str, new: str) -> None:
    assert not never_shown(given(Text(old)), given(Text(new)))


def test_what_is_not_applied_is_broken_by_nobody() -> None:
    """What some of them owe `while paused` is the price of a pause, so it is not applied: to ask all for it is tighter, never looser."""
    all_alike, some = (given(Text(f"check-in by {who} every day at 20:00\n    only while paused")) for who in ("anyone", "Ben or Cleo"))
    assert [bool(getattr(rule, "not_applied", "")) for _, rule in (all_alike, some)] == [False, True]
    assert never_shown(some, all_alike) == {Direction.LOOSER}
    assert never_shown(all_alike, some) == {Direction.TIGHTER}


@pytest.mark.parametrize("steps", [0, 60, 600])
def test_a_search_that_is_cut_short_shows_no_direction_and_asks_everybody(steps: int) -> None:
    old, new = (given(Text(f"at most {number} encounters per month by Ana")) for number in (3, 2))
    compared = compare_rules(old, new, Budget(steps))
    assert compared.cut
    assert compared.direction is Direction.CHANGED
    assert (compared.tighter, compared.looser, compared.bound) == (None, None, ())
    assert assent_of(compared, old[0].parties) == old[0].parties


def test_the_same_pair_takes_the_same_steps() -> None:
    old, new = (given(Text(f"no encounter {words}")) for words in ("with kim", "with kim or dana"))
    used = []
    for _ in range(2):
        budget = Budget()
        compare_rules(old, new, budget)
        used.append(budget.used)
    assert used[0] == used[1] > 0

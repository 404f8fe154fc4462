"""What waits for an occasion or is owed during a pause: what is proven, what is not said, and that the checker stands behind each log."""

from __future__ import annotations

import os

import pytest

from pactlang import load_text
from pactlang.checker.budget import Budget
from pactlang.checker.finding import Status
from pactlang.lint.proof.clash import clashes
from pactlang.lint.proof.occasions import Blocked, needs_forbidden, never_comes
from pactlang.lint.proof.scene import Scene
from pactlang.lint.proof.stopped import answers_forbidden, due_while_stopped
from pactlang.model.agreement import Agreement, Prohibition, Sentence

from .test_clash import HEAD, agreement

# Of the searches that take longest, a third each time; `make long` takes all.
EACH = 1 if os.environ.get("PACT_FUZZ") == "long" else 3
TEST = "before each encounter by Ana, test by Ana within the last 90 days"
NOTICE = "before each encounter by Ana, notice by Ana to Ben at least 48 hours ahead"
CARE = "after each encounter at home, aftercare by everyone within 2 days"
TELL = "after each encounter, disclosure by the same party to the others within 2 days"
WEEKLY = "check-in by everyone every week on Sunday at 19:00"
AFTER = "after each breach, check-in by everyone within 3 days"
WEEKLY_AT_HOME = "check-in at home by everyone every week on Sunday at 19:00"
LATER = "after each check-in, gratitude within 7 days"  # so a pause forbids check-ins
CLOSE = "after each aftercare, gratitude within 7 days"


@pytest.mark.parametrize(
    ("asks", "forbids"),
    [(NOTICE, "no notice"), (NOTICE, "no notice by Ana"), (CARE, "no aftercare"), (TELL, "no disclosure")],
)
def test_what_is_asked_for_and_forbidden_is_shown(asks: str, forbids: str) -> None:
    both = agreement(asks, forbids)
    (found,) = needs_forbidden(both, Budget())
    confirmed(both, found)


@pytest.mark.parametrize(
    ("asks", "forbids"),
    [
        (TEST, "no test by Ben"),
        (TEST, "no test at home"),
        (TEST, "no test on weekends"),
        (TEST, "no test unless consent by Ben within the last 7 days"),
        (TELL, "no disclosure between 22:00 and 08:00"),
        (TEST, "no test lasting less than 3 hours"),
        (TELL, "no disclosure by Ana"),
        (f"{CARE}\n    only while paused", "no aftercare"),
    ],
)
def test_what_leaves_a_way_is_not_doubted(asks: str, forbids: str) -> None:
    assert list(needs_forbidden(agreement(asks, forbids), Budget())) == []


@pytest.mark.parametrize("forbids", ["no encounter at home", "no encounter", "no encounter at home or cafe"])
def test_an_occasion_that_is_forbidden_is_shown(forbids: str) -> None:
    both = agreement(CARE, forbids)
    (found,) = never_comes(both, Budget())
    assert Scene(both, (found.limit,), Budget()).broken(found.entries, found.until, "c1")


@pytest.mark.parametrize(
    "forbids", ["no encounter at cafe", "no encounter at home by Ana", "no encounter at home on Sunday", "no encounter with dana"]
)
def test_an_occasion_that_may_come_is_not_doubted(forbids: str) -> None:
    assert list(never_comes(agreement(CARE, forbids), Budget())) == []


UNTIL = "after each conflict, no {} until {} by the same party"


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (UNTIL.format("aftercare", "gratitude"), "no gratitude", 1),
        (UNTIL.format("aftercare", "gratitude"), "no gratitude by Ana", 0),
        (UNTIL.format("aftercare", "gratitude"), "no gratitude at home", 0),
        # Each waits for what the other forbids.
        (UNTIL.format("aftercare", "gratitude"), UNTIL.format("gratitude", "aftercare"), 1),
        (UNTIL.format("aftercare", "gratitude"), "after each conflict, no gratitude by Ana until aftercare by everyone", 0),
        (UNTIL.format("aftercare", "gratitude"), "after each encounter, no gratitude until aftercare by everyone", 0),
        (UNTIL.format("aftercare", "gratitude"), "after each conflict, no gratitude until debrief by everyone", 0),
        (UNTIL.format("aftercare", "gratitude"), "after each conflict, no gratitude for 14 days", 0),
    ],
)
def test_what_lasts_until_something_forbidden_never_ends(one: str, other: str, number: int) -> None:
    both = agreement(one, other)
    found = list(needs_forbidden(both, Budget()))
    assert len(found) == number
    for blocked in found:
        assert Scene(both, both.sentences, Budget()).broken(blocked.entries, blocked.until, "c1")


def test_what_forbids_for_a_time_after_something_forbidden_never_comes() -> None:
    both = agreement("after each encounter at home, no aftercare for 24 hours", "no encounter at home")
    (found,) = never_comes(both, Budget())
    assert (found.sentence.label, isinstance(found.limit, Sentence) and found.limit.label) == ("c0", "c1")
    assert list(never_comes(agreement("after each encounter, no aftercare for 24 hours", "no encounter at home"), Budget())) == []


@pytest.mark.parametrize(("cell", "number"), [("no", 1), ("ask", 0), ("?", 0), ("yes", 0)])
def test_only_a_no_in_the_table_forbids(cell: str, number: int) -> None:
    care = "promise c0\n    after each encounter tagged overnight, aftercare by everyone within 2 days\n"
    often = "promise c1\n    at least 1 encounter by Ana tagged overnight per month\n"
    text = f"matrix m for encounter\n    activity Ana Ben\n    overnight {cell} {cell}\n"
    both = load_text(f"{HEAD}\n{care}{often}{text}")
    assert len(list(clashes(both))) == number
    assert len(list(never_comes(both, Budget()))) == number


@pytest.mark.parametrize(
    ("stops", "owed", "more"),
    [
        ("after each encounter, aftercare pauses for 5 days", "after each encounter, aftercare by everyone within 2 days", (CLOSE,)),
        ("after each breach, check-ins pause for 14 days", AFTER, ("no encounter at home", LATER)),
        ("after each breach, check-ins pause for 14 days", AFTER, ("at most 2 encounters per month", LATER)),
        # A pause of only some of it lifts nothing.
        ("after each breach, check-ins at home pause for 14 days", WEEKLY_AT_HOME, ("no encounter at home", LATER)),
    ][::EACH],
)
def test_what_is_owed_while_it_is_paused_is_shown(stops: str, owed: str, more: tuple[str, ...]) -> None:
    all_of_it = agreement(stops, owed, *more)
    (found,) = due_while_stopped(all_of_it, Budget())
    assert (found.limit.label if isinstance(found.limit, Sentence) else "", found.sentence.label) == ("c0", "c1")
    confirmed(all_of_it, found, *(one for one in all_of_it.sentences if not isinstance(one.form, Prohibition) or more))


@pytest.mark.parametrize(
    ("stops", "owed"),
    [
        ("anyone may pause encounters for at most 14 days", WEEKLY),
        ("anyone may pause check-ins for at most 14 days", WEEKLY),
        ("anyone may pause check-ins for at most 14 days", "check-in by everyone every 4 days"),
        ("anyone may pause disclosures for at most 14 days", TELL),
        ("after each breach, check-ins pause for 2 days", AFTER),
        ("after each breach, check-ins pause for 14 days", AFTER),  # only asked for, so it may be done
        ("after each breach, check-ins pause for 14 days", WEEKLY),
        ("after each breach, check-ins pause for 14 days", "check-in by everyone every 4 days"),
        ("after each breach, encounters pause for 14 days", AFTER),
        ("after each breach of c2, check-ins pause for 2 days", AFTER),
    ],
)
def test_what_a_pause_leaves_room_for_is_not_doubted(stops: str, owed: str) -> None:
    assert list(due_while_stopped(agreement(stops, owed, "no encounter at home"), Budget())) == []


ONCE = "after each conflict, aftercare by the same party within {}"
CALM = "after each conflict, no aftercare by the same party for {}"


@pytest.mark.parametrize(
    ("stops", "owed"),
    [
        (CALM.format("24 hours"), ONCE.format("4 hours")),
        (CALM.format("24 hours"), ONCE.format("23 hours")),
        (CALM.format("2 days"), ONCE.format("2 days")),
        (CALM.format("3 days"), "after each conflict by Ana, aftercare by Ana within 2 days"),
        ("after each conflict, no aftercare for 24 hours", "after each conflict, aftercare by everyone within 12 hours"),
        ("after each conflict, no aftercare for 24 hours", "after each conflict, aftercare by the others by 12:00 the next day"),
    ][::EACH],
)
def test_an_answer_within_the_time_for_which_it_is_forbidden_is_shown(stops: str, owed: str) -> None:
    both = agreement(stops, owed)
    (found,) = answers_forbidden(both, Budget())
    assert found.sentence.label == "c1"
    confirmed(both, found)
    assert list(due_while_stopped(both, Budget())) == []


@pytest.mark.parametrize(
    ("stops", "owed"),
    [
        (CALM.format("24 hours"), ONCE.format("2 days")),
        (CALM.format("24 hours"), ONCE.format("24 hours")),  # the last instant is free
        (CALM.format("4 hours"), ONCE.format("250 minutes")),  # free for ten minutes that no sentence names
        (CALM.format("2 days"), ONCE.format("3 days")),
        ("after each conflict, no aftercare by the others for 24 hours", ONCE.format("4 hours")),
        ("after each conflict, no aftercare at home for 24 hours", ONCE.format("4 hours")),
        ("after each conflict at home, no aftercare for 24 hours", ONCE.format("4 hours")),
        ("after each encounter, no aftercare for 24 hours", ONCE.format("4 hours")),
        ("after each conflict, no aftercare until gratitude by the same party", ONCE.format("4 hours")),
        ("after each conflict, no aftercare lasting less than 3 hours for 24 hours", ONCE.format("4 hours")),
        (f"{CALM.format('24 hours')}\n    only while paused", ONCE.format("4 hours")),
        (CALM.format("24 hours"), f"{ONCE.format('4 hours')}\n    grace 24 hours"),
    ][::EACH],
)
def test_an_answer_that_may_come_when_it_is_free_is_not_doubted(stops: str, owed: str) -> None:
    assert list(answers_forbidden(agreement(stops, owed), Budget())) == []


@pytest.mark.parametrize(
    ("stops", "number"),
    [
        ("after each conflict, no check-in for 10 days", 1),
        ("after each conflict, no check-in for 24 hours", 0),
        ("after each conflict, no check-in by Ana for 10 days", 1),
        ("after each conflict, no check-in until gratitude by everyone", 0),
    ][::EACH],
)
def test_what_is_owed_each_week_may_be_forbidden_for_so_long(stops: str, number: int) -> None:
    both = agreement(stops, WEEKLY)
    found = list(due_while_stopped(both, Budget()))
    assert len(found) == number
    for one in found:
        confirmed(both, one)


@pytest.mark.parametrize("proof", [needs_forbidden, never_comes, due_while_stopped, answers_forbidden])
def test_a_spent_budget_is_told_and_proves_nothing(proof: object) -> None:
    budget = Budget(2)
    sentences = agreement(
        CARE,
        "no aftercare",
        "no encounter at home",
        "after each encounter at home, aftercare pauses for 5 days",
        "after each encounter at home, no aftercare for 5 days",
    )
    assert list(proof(sentences, budget)) == []  # type: ignore[operator]
    assert budget.spent


def confirmed(whole: Agreement, found: Blocked, *sentences: Sentence) -> None:
    """The log keeps the sentence and breaks what stands in its way, and without the answer the sentence is not kept."""
    scene = Scene(whole, sentences or whole.sentences, Budget())
    label = found.limit.label if isinstance(found.limit, Sentence) else found.limit.name
    assert Status.KEPT in scene.statuses(found.entries, found.until, found.sentence.label)
    assert not scene.broken(found.entries, found.until, found.sentence.label)
    assert scene.broken(found.entries, found.until, label)


def test_a_limit_on_a_field_leaves_a_way() -> None:
    both = agreement(TELL, "no encounter where protection is not condom")
    assert list(never_comes(both, Budget())) == []

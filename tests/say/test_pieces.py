"""Lines read piece by piece: each is in the sentence or told, whatever stands first, and no rule is offered without what it hangs on."""

from __future__ import annotations

import pytest

from pactlang.language.rephrase.slots import cut, opens, verb_forms
from pactlang.language.rephrase.spelling import spelled
from tests.say.test_shapes import _stage

STAGE = _stage("household", "Ana, Ben and Kim")

# What is typed, and what is offered with no word left out.
READ = [
    ("if an ex texts us we say so the same day", "message by the same party to the others by 23:59 the same day"),
    ("no party unless everyone is ok with it", "no party unless consent by everyone within the last ‹7 days›"),
    ("no drilling before 8 or after 6, never on sundays", "no drilling on Sunday"),
    ("no messages after 22:00 unless the heating is down", "except while heating-down"),
    ("landlord emails get forwarded to everybody the same day", "after each landlord-email, forwarded by ‹the same party› to"),
    (
        "review of each request by someone other than the author within 2 days",
        "after each request, review by at least 1 of the others within 2 days",
    ),
    ("tell the others about a new job within 2 days of it happening", "to the others within 2 days"),
    ("3 meetings a week minimum", "at least 3 meetings per week"),
    ("heating never above 20", "no heating where level is more than 20"),
    ("1 hr screens schooldays, 2 weekend", "at most 2 hours of screen-time per day on weekends"),
    ("at least 1 call of at least 1 hour per week", "at least 1 call lasting at least 1 hour per week"),
    ("no party by Ana while Ben is ill", "no party by Ana while ill"),
    ("drinks by Ben on at most 3 days per week", "at most 3 days of drinks per week by Ben"),
    ("cleaning by Ana, Ben and Kim in turns every week, starting with Ben", "cleaning by Ben, Kim and Ana in turn every week"),
    ("at least 1 call per week by Ana with Ben and at least 1 with Kim", "at least 1 call by Ana with Kim per week"),
    ("if I slip I tell Ana within 24 hours + go to a meeting next day", "after each slip, meeting"),
    ("nothing over 150€ without asking first", "no expense where amount is more than 150 unless consent by the others"),
    ("no guests except in December", "except between 1 December and 31 December"),
    ("payments over 50 euros need a yes from everyone", "where amount is more than 50 unless consent by everyone"),
    ("rent is due on the first, 3 days grace", "grace 3 days"),
    ("emails answered the same day, even if just thanks", "> even if just thanks"),
    ("after each guest, message by the same party to the others covering who, when within 2 hours", "within 2 hours // covering who, when"),
    ("new neighbour = tell the others within 2 days", "after each new-neighbour"),
    ("no parties after 2026-06-30", "no party // only from 2026-07-01"),
    ("guests ok but tell the others a week b4", "before each guest, notice by the same party to the others at least 1 week ahead"),
    ("each party needs consent by everyone at least 2 days before", "before each party, consent by everyone at least 2 days ahead"),
    ("cooking by one person every week, taking turns: Ben, Ana, Kim", "cooking by Ben, Ana and Kim in turn every week"),
    ("call by Ben to Ana every day by 21:00 when travelling", "call by Ben to Ana every day by 21:00 // only while travelling"),
    ("call by Ana every day except holidays", "call by Ana every day // except on holidays"),
    ("at most 2 dinners per week with other people", "at most 2 dinners per week with anyone"),
    ("home by anyone before 02:00 after each party", "after each party, arrival by the same party by 02:00 the next day"),
    ("if one of us kisses someone else, we say so the same day", "after each kiss, "),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), READ, ids=[one[0] for one in READ])
def test_a_line_is_read_whatever_stands_first(typed: str, said: str) -> None:
    offers = [" // ".join(one.marked) for one in STAGE.suggest(typed).offers if not one.lost]
    assert any(said in one for one in offers), STAGE.suggest(typed).offers


# What is typed, and what it must not become: the rule without what it hangs on, or the contrary.
NEVER = [
    ("if no check-in on Sunday, check-in by both before Tuesday 21:00", ["check-in by everyone every Tuesday", "no check-in"]),
    ("after 3 missed check-ins, talk with the manager within 2 days", ["after each check-in"]),
    ("if Kim doesn't call, no party on Sunday", ["no party on Sunday"]),
    ("phones in the basket by 21:00", ["phone-use by"]),
    ("this came out of our talk on Sunday", ["every Sunday"]),
    ("no release without approval by the landlord's lawyer", ["consent by everyone"]),
    ("midnight on Fridays", ["midnight by"]),
    ("no party by Ana while Ben is ill", ["state Ben", "while Ben"]),
    ("no decision = no party", ["after each decision", "no decision"]),
    ("after 2 breaches of quiet, no parties by the same party for 14 days", ["after each party", "party by the same party by"]),
    ("dinner by one person every week, taking turns: Ana, Kim, Otto", ["event otto", "Ana and Kim in turn"]),
    ("no parties in the week before a review", ["before each party, review"]),
    ("anyone may pause guests at most 2 times per year", ["at most 2 guests"]),
    ("only Ana may pause guests", ["no guest by"]),
    ("call by Ana every day, doesn't count if Ben is ill", ["no count", "no call"]),
]


@pytest.mark.parametrize(("typed", "wrong"), NEVER, ids=[one[0] for one in NEVER])
def test_what_a_rule_hangs_on_is_never_dropped(typed: str, wrong: list[str]) -> None:
    for offer in STAGE.suggest(typed).offers:
        if not offer.lost:
            assert not any(one in " ".join((*offer.lines, *offer.declares)) for one in wrong), offer


# What is said of a line that no offer fits.
WHY = [
    ("after each breach of quiet, talk by everyone within 3 days", "fault", "There is no clause 'quiet' here yet"),
    ("after 3 breaches of quiet, no parties by the same party for 7 days", "fault", "There is no clause 'quiet' here yet"),
    ("no guests by Ana in the days before a review", "plain", "A time before something is said in hours"),
    ("anyone may pause guests at most 2 times per year", "plain", "as often as they need"),
    ("only Ana may pause guests for at most 7 days", "plain", "Anyone may pause at any moment"),
    ("anyone may pause guests until everyone agrees", "plain", "no end of a pause can be asked for"),
    ("either of us can call off this arrangement with a week's notice", "plain", "Stopping is free"),
    ("patience by everyone always", "plain", "No log could show this"),
    ("no answer = closed", "fault", "as long as nothing was decided"),
    ("a break only before the first dinner", "plain", "for good once something else has happened"),
]


@pytest.mark.parametrize(("typed", "kind", "why"), WHY, ids=[one[0] for one in WHY])
def test_a_line_that_no_offer_fits_is_told_why(typed: str, kind: str, why: str) -> None:
    advice = STAGE.suggest(typed)
    assert (advice.kind, why in advice.why, [one for one in advice.offers if not one.lost]) == (kind, True, [])


def test_only_when_all_are_there_is_a_ban_on_the_rest() -> None:
    (offer, *_) = _stage("relationships", "Ana, Ben and Cleo").suggest("only when we're all there").offers
    assert offer.lines == ("no encounter unless by Ana and Ben and Cleo",)


def test_two_rules_on_one_line_are_two_lines() -> None:
    offer = STAGE.suggest("Kim vacuums on Mondays, Ana cooks every day except Sunday").offers[0]
    assert [one.partition(" ")[2] for one in offer.lines] == ["by Kim every Monday", "by Ana every day", "on Sunday"]


def test_the_first_of_each_is_the_first_with_each_person() -> None:
    stage = _stage("relationships", "Ana, Ben and Cleo")
    (offer, *_) = stage.suggest("before each first date, message by the same party to the others at least 24 hours before").offers
    assert offer.lines[0].startswith("before the first encounter by each party with each person, message"), offer


def test_words_that_only_tell_a_time_open_nothing() -> None:
    assert opens(["once", "a", "week"], 0) is None
    assert opens(["before", "22:00", "on", "Fridays"], 0) is None
    assert opens(["after", "3", "missed", "calls"], 0) == ("after", 1, False)
    pieces = cut(spelled("whoever finishes the milk buys the milk"), STAGE.context)[1]
    assert [(one.role, one.whose) for one in pieces] == [("after", True), ("main", False)]


def test_every_form_of_a_verb_is_known() -> None:
    found = verb_forms()
    assert [found[one][0] for one in ("washes", "tidied", "sat", "put", "hoovering")] == [
        "washing",
        "tidying",
        "sitting",
        "putting",
        "hoovering",
    ]

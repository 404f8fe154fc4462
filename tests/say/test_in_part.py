"""A line with a piece that nothing reads: the part that reads is offered, every other piece is told, and what turns on it is not lost."""

from __future__ import annotations

import re

import pytest

from pactlang.diagnostics import Offer
from pactlang.language.rephrase.pieces import without_interjections
from pactlang.words.suggest import lost_words
from tests.say.test_shapes import _stage

STAGE = _stage("household", "Ana, Ben and Kim")

# What is typed, the sentence for the part that reads, and what is told beside it: left out, or in plain words.
READS_IN_PART = [
    ("cleaning by Ben every Saturday, starting when the lease does", "cleaning by Ben every Saturday",
     ["starting when the lease does"], []),
    ("cleaning by Ana every Sunday 18:00 (+/- 15 min)", "cleaning by Ana every Sunday at 18:00 give or take 15 minutes", [], []),
    ("no vacuuming after 22:00. the neighbours bang on the pipes", "no vacuuming between 22:00 and ‹06:00›", [],
     ["The neighbours bang on the pipes."]),
    ("after each party, cleaning by Ben within 1 day - what a smell", "after each party, cleaning by Ben within 1 day", [],
     ["What a smell."]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said", "lost", "plain"), READS_IN_PART, ids=[one[0] for one in READS_IN_PART])
def test_the_part_that_reads_is_offered_and_the_rest_is_told(typed: str, said: str, lost: list[str], plain: list[str]) -> None:
    offers = STAGE.suggest(typed).offers
    told = [(one.marked[0], [*one.lost], [line.strip('"') for line in one.lines if line.startswith('"')]) for one in offers]
    assert (said, lost, plain) in told, told


LIMITED = [  # whom, where, when and but for what: nobody meant the ban without it
    ("relationships", "never an encounter with a coworker of the other party"),
    ("relationships", "no disclosure to anyone outside without permission of the other party"),
    ("household", "no driving by anyone outside the agreement"),
    ("household", "no guests at home (flu season) unless Kim's mum says so"),
    ("household", "at most 3 guests per week by each party, except in the run-up to Easter"),
    ("household", "at most 2 drinks per day before a shift at the hospital"),
]


@pytest.mark.parametrize(("vocabulary", "typed"), LIMITED, ids=[typed for _, typed in LIMITED])
def test_a_ban_or_a_cap_is_never_offered_without_what_limits_it(vocabulary: str, typed: str) -> None:
    offers = _stage(vocabulary, "Ana, Ben and Kim").suggest(typed).offers
    assert not [one.lines for one in offers if re.match(r"no |never |at most ", one.lines[0])]


@pytest.mark.parametrize(
    "tail", ["with the twins of a plumber", "outside the allotment gates", "unless the moon sings", "below deck three"]
)
@pytest.mark.parametrize("ban", ["no party", "never a party", "at most 2 parties per month", "no smoking by Ben"])
def test_a_limit_put_behind_a_ban_is_in_what_is_offered_or_there_is_no_offer(ban: str, tail: str) -> None:
    bare = {one.lines[0] for one in STAGE.suggest(ban).offers} | {ban}
    assert not bare & {one.lines[0] for one in STAGE.suggest(f"{ban} {tail}").offers}


def test_people_meant_anyway_and_where_something_is_left_limit_nothing() -> None:
    for typed, said in [
        ("no bad-mouthing the other parent", "no bad-mouthing"),
        ("laundry not left in the machine longer than 3 hours", "no laundry lasting more than 3 hours"),
    ]:
        offers = _stage("household", "Ana, Ben and Kim").suggest(typed).offers
        assert said in [one.lines[0] for one in offers], offers


GLUED = [
    ("household", "no driving by anyone outside the agreement"),
    ("relationships", "refund half to the other party if a party cancels"),
    ("household", "pause watering when it rains"),
    ("relationships", "request testing before the first encounter with someone new"),
    ("household", "outside agreement calls by Ben every week"),
]


@pytest.mark.parametrize(("vocabulary", "typed"), GLUED, ids=[typed for _, typed in GLUED])
def test_no_event_is_named_by_words_of_roles_and_shares(vocabulary: str, typed: str) -> None:
    new = [one for offer in _stage(vocabulary, "Ana and Ben").suggest(typed).offers for one in offer.declares if one.startswith("event ")]
    assert not [one for one in new if re.search(r"-", one) and re.search(r"agreement|outside|half|pause|request|party", one)], new


def test_pausing_something_is_a_pause() -> None:
    assert _stage("household", "Ana and Ben").suggest("either of us can pause watering").offers[0].lines[0].startswith("anyone may pause ")


EXCEPTED = [
    ("no guests (flu season) unless Kim's mum says so", "unless"),
    ("at most 3 guests per week by each party, except in the run-up to Easter", "except"),
    ("no party on weekdays (exams!) except if the moon is full", "except"),
    ("no noise from the cellar, only when the plumber is in", "only"),
    ("cleaning by Ben every Saturday, but not in the week of the fair", "not"),
]


@pytest.mark.parametrize(("typed", "word"), EXCEPTED, ids=[one[0] for one in EXCEPTED])
def test_an_exception_is_in_the_sentence_or_told_as_left_out(typed: str, word: str) -> None:
    """In a promise beside it in plain words it would look as if it were kept."""
    for offer in STAGE.suggest(typed).offers:
        sentence = " ".join(line for line in offer.lines if not line.startswith('"'))
        assert re.search(r"\b(unless|except|only)\b", sentence) or any(word in one for one in offer.lost), offer


CONDITIONS = [
    "if the bus is late, no cooking by Ben",
    "unless the heating is broken, no guests in the living room",
    "if mum rings during dinner - no guests",
]


@pytest.mark.parametrize("typed", CONDITIONS)
def test_what_is_asked_on_a_condition_is_not_offered_without_it(typed: str) -> None:
    for offer in STAGE.suggest(typed).offers:
        assert offer.lines[0] not in ("no cooking by Ben", "no guests", "no guest"), offer


HOPES = [
    "we trust each other, whatever comes",
    "I want us to feel safe here (really)",
    "we love each other, no matter what the neighbours say",
]


@pytest.mark.parametrize("typed", HOPES)
def test_a_hope_has_no_part_that_is_checked(typed: str) -> None:
    found = STAGE.suggest(typed)
    assert found.kind in ("plain", "fault"), found
    assert not found.offers, found


@pytest.mark.parametrize("typed", ["Ben can see Kim any time, but only on days off", "Ana may have the car whenever, just not on Mondays"])
def test_what_somebody_may_do_is_no_duty(typed: str) -> None:
    for offer in STAGE.suggest(typed).offers:
        assert " every " not in offer.lines[0], offer
        assert not offer.lines[0].startswith("at least"), offer


@pytest.mark.parametrize(
    ("typed", "without"),
    [
        ("No shoes inside lol. Boots too!!", "No shoes inside. Boots too."),
        ("whoever shouts says sorry", "whoever shouts says sorry"),
        ("no guest w/o a written ok", "no guest w/o a written ok"),
        ("lol", "lol"),
    ],
)
def test_only_what_says_nothing_is_dropped(typed: str, without: str) -> None:
    assert without_interjections(typed) == without


def test_what_holds_more_of_the_line_goes_before_a_part_of_it() -> None:
    """An end that nobody can date is asked for; without it the ban would go on for ever."""
    offers = STAGE.suggest("no guest by Ben until the boiler man has been").offers
    assert any("only until ‹2026-12-31›" in one.marked for one in offers)
    assert not any(one.marked == ("no guest by Ben",) for one in offers), offers


def test_what_turns_the_meaning_round_is_told_by_itself() -> None:
    offer = Offer(("no party",), lost=("exam time", "unless all 3 say yes"))
    assert list(lost_words(offer)) == ["without “unless all 3 say yes”, which changes what it says", "leaves out: “exam time”"]


def test_a_promise_in_plain_words_keeps_all_its_words() -> None:
    """The joints amid a clause were once dropped with the one at its beginning: `Ben and Kim` became `Ben Kim`."""
    for typed in ("no guests after 22:00. Ben and Kim sing, and Ana sleeps", "no guests on Mondays - cake and tea for Ben and Kim instead"):
        for offer in STAGE.suggest(typed).offers:
            for line in (one.strip('".') for one in offer.lines if one.startswith('"')):
                assert line.casefold() in typed.casefold(), offer


# What is typed, what no offer says of it, and the offer that there is (nothing: none).
NOT_SO = [
    ("household", "phones in the kitchen by everyone every day by 21:30", "phone-use|phoning", ""),
    ("household", "screens off by 21:00 every day", "screen", ""),
    ("coparents", "alcohol locked away by Ben every day by 22:00", "absence", ""),
    ("household", "cleaning by everyone every day by 21:30", "by anyone", "cleaning by everyone every day by 21:30"),
    ("relationships", "after the first date with someone new, Ana tells Ben within a day", "the first",
     "after each encounter with someone new, disclosure by Ana to Ben within 1 day"),
    ("household", "after the first guest with someone new, Kim cleans within a day", "the first",
     "after each guest with someone new, cleaning by Kim within 1 day"),
    ("relationships", "after the first encounter with Dana, Ana tells Ben within a day", "after each", ""),
    ("household", "no guest stays longer than 14 days in a row", "in any 4 days", "at most 14 days of guest in any 15 days"),
    ("household", "at most 3 nights of guests in 14 days", "per", "at most 3 nights of guests in any 14 days"),
    ("household", "guests at most 4 days every 14 days", "per", ""),
    ("household", "after each party, cleaning by someone other within 1 day", "by the others|anyone",
     "after each party, cleaning by at least 1 of the others within 1 day"),
    ("household", "no party unless somebody else agrees", "by the others",
     "no party unless consent by at least 1 of the others within the last 7 days"),
    ("household", "no guests by Ben on his weekends", "on weekends", ""),
    ("household", "no guests by Ben on weekends", "his", "no guest by Ben on weekends"),
]  # fmt: skip


@pytest.mark.parametrize(("vocabulary", "typed", "never", "said"), NOT_SO, ids=[one[1] for one in NOT_SO])
def test_nothing_else_is_offered_in_place_of_what_was_meant(vocabulary: str, typed: str, never: str, said: str) -> None:
    lines = [one.lines[0] for one in _stage(vocabulary, "Ana, Ben and Kim").suggest(typed).offers]
    assert not [one for one in lines if re.search(rf"\b(?:{never})\b", one)], lines
    assert not said or said in lines, lines


def test_whose_weekends_they_are_is_told_as_left_out() -> None:
    offers = _stage("household", "Ana and Ben").suggest("cooking by Ben on his weekends").offers
    assert offers
    assert all("his weekends" in one.lost for one in offers)


@pytest.mark.parametrize("heading", ["balances", "fairness"])
def test_nobody_spends_nights_of_what_a_heading_says(heading: str) -> None:
    offers = _stage("relationships", "Ana, Ben and Kim").suggest("at least 2 nights per week by Ben with Kim", "promise", heading).offers
    assert [one.lines[0] for one in offers] == ["at least 2 overnights by Ben with Kim per week"]
    said = _stage("household", "Ana and Ben").suggest("at most 3 nights per week", "cap", "guests").offers
    assert said[0].lines[0] == "at most 3 nights of guests per week", said

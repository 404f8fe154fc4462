"""What free people write: the kinds of their lines that were learnt, each said by two, and a line beside it that stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.inputs.suggest import Stage
from pactlang.resolve import resolve_gathered
from pactlang.resolve.files import gather
from tests.say.by_fix import _of

HEAD = 'pact "Us"\n    between {}\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse relationships\nuse household\n'


def _stage(parties: str) -> Stage:
    text = HEAD.format(parties).encode()
    gathered = gather(Path("us.pact"), lambda _: text)
    return Stage(gathered, resolve_gathered(gathered)[0], lambda _: text)


TWO, THREE = _stage("Ana and Ben"), _stage("Ana, Ben and Cleo")

# who, the line, a sentence of the first three offers; `not` where none of them says this
SAID = [
    # I and me are somebody, who is asked for where two could be meant
    (TWO, "ben does the dishes mon, i do them tue", "dish by Ana every Tuesday"),
    (THREE, "i water the plants on sundays", "by ‹Ana› every Sunday"),
    (TWO, "ben pays me 320 on the first", "by Ben to Ana where amount is at least 320 every month on day 1"),
    (THREE, "tell me before a party", "not ‹Ana›"),
    # who is named and is no party
    (THREE, "no party unless Maria says yes", "no party unless consent by Maria within the last ‹7 days›"),
    (THREE, "rent to Sam by the 1st", "rent by ‹everyone› to Sam every month by day 1"),
    (THREE, "no release without approval by the lead", "no release unless consent by lead within the last ‹7 days›"),
    (THREE, "no encounter with Dana", "not person Dana"),
    # both, and the others
    (THREE, "not seeing Dan unless we both say ok", "no meeting with Dan unless consent by everyone within the last ‹7 days›"),
    (TWO, "spending over 200 euros needs agreement by both", "unless consent by everyone within the last ‹7 days›"),
    (THREE, "no party unless everyone else agrees", "unless consent by the others within the last ‹7 days›"),
    # sums without a currency, and one of another currency
    (TWO, "ana owes 15 for wifi every 1st", "payment by Ana tagged wifi where amount is at least 15 every month on day 1"),
    (TWO, "anything over 80 ask first", "where amount is more than 80"),
    (TWO, "at most 3 parties a month", "not amount"),
    # dates and days as they are typed
    (THREE, "no parties 13-24 jan", "only between 13 January and 24 January"),
    (THREE, "ana mows every 2nd sat apr to oct", "only between 1 April and 31 October"),
    (THREE, "no noise 9-12 on sundays", "not January"),
    (THREE, "Tues is Ana+Ben, Thurs is Cleo", "evening by Ana and Ben every Tuesday"),
    (THREE, "bins out weds night, we take turns", "in turn between ‹18:00› and ‹00:00› every Wednesday"),
    (THREE, "visits sundays 2-5 only", "no visit unless on Sunday between 14:00 and 17:00"),
    (THREE, "rehearsal thurs 6", "every Thursday at 18:00"),
    (THREE, "cleaning by Ana from monday 3", "not 15:00"),
    (THREE, "quiet 11-7", "no noise between 23:00 and 07:00"),
    (THREE, "no calls 9-12 on Monday", "between 09:00 and 12:00"),
    (THREE, "dinner together every evenng at 7", "every day at 19:00"),
    # what only insists is left out; what forbids stays
    (TWO, "protection always w others no debate", "no encounter with anyone where protection is not condom"),
    (TWO, "no shouting at dinner, no excuses", "no shouting at dinner"),
    (TWO, "no arguments at dinner", "at dinner"),
    # slips
    (TWO, "no freinds at home untill 9", "with anyone tagged friend"),
    (TWO, "no medication at home", "no medication at home"),
    # what is so is no ban
    (THREE, "no pda at uni, cleo isnt out yet", "not no out-yet"),
    (THREE, "no shoes inside, boots are not worn either", "no shoe"),
    # a night that goes on past midnight
    (THREE, "no noise after 11 on weeknights", "no noise during weeknights"),
    (THREE, "no noise from 9 to 12 on weekdays", "not during"),
    # words that name nothing together make no event
    (TWO, "tests every 3 months, both of us, results shown not told", "not results-shown-told"),
    (TWO, "handover fri 5.30 at school gate, 15 min grace then text", "handover by ‹everyone› at school"),
    (TWO, "no house-party on Sundays", "no house-party on Sunday"),
    # a part that no form says stays in plain words
    (TWO, "we split costs 50/50, anything over 80 ask first", '"We split costs 50/50."'),
]


@pytest.mark.parametrize(("stage", "typed", "said"), SAID, ids=[typed for _, typed, _ in SAID])
def test_a_kind_that_was_learnt(stage: Stage, typed: str, said: str) -> None:
    offers = stage.suggest(typed).offers
    whole = [" / ".join((*(one.marked or one.lines), *one.declares)) for one in offers[:3]]
    if said.startswith("not "):
        assert offers
        assert not any(said.removeprefix("not ") in one for one in whole), whole
    else:
        assert any(said in one for one in whole), whole


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("anything over £200 we talk about first", "£"),
        ("nothing over 150 pounds without asking first", "pounds"),
        ("at most 3 guests per week by each party, except in the run-up to Easter", "except in the run-up to Easter"),
        ("nobody at dinner mentions the will to Dad or Mum", "will"),
    ],
)
def test_what_carries_a_meaning_is_never_left_out_in_silence(typed: str, left_out: str) -> None:
    for offer in TWO.suggest(typed).offers:
        assert left_out in offer.lost or left_out in " ".join((*offer.lines, *offer.declares)), offer


@pytest.mark.parametrize("typed", ["dates come out of own money not the joint acct", "we dont bad mouth each other infront of the kids"])
def test_words_that_name_nothing_together_are_no_event(typed: str) -> None:
    offers = TWO.suggest(typed).offers
    assert not any(one.count("-") > 1 or "infront" in one for offer in offers for one in offer.declares), offers


def test_a_bare_ban_is_offered_with_the_event_that_is_there() -> None:
    lines = _of(HEAD.format("Ana and Ben") + "\nno phones at dinner\n").lines
    assert [one.lines for one in lines[0].advice.offers[:1]] == [("no phone-use at dinner",)]


def test_hours_with_a_name_come_with_their_lines() -> None:
    offer = THREE.suggest("no noise after 22:00 on weekdays, 23:00 on weekends").offers[0]
    assert offer.lines == ("no noise during weekday-nights", "no noise during weekend-nights")
    assert [one.partition("\n")[0] for one in offer.declares] == ["hours weekday-nights", "hours weekend-nights"]


def test_where_nothing_is_found_the_form_is_told() -> None:
    found = TWO.suggest("if the wind turns round the barrel or so they mumbled whatever")
    assert found.offers or found.why

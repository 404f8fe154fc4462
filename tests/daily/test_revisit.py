"""When to talk about a clause again: cases by hand, and worlds against the reference, date by date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang import load_text
from pactlang.checker.agenda.item import Kind
from pactlang.checker.agenda.plan import agenda
from pactlang.checker.engine import judge
from pactlang.log.read import read_log
from pactlang.model.agreement import Agreement, Interval, Schedule
from pactlang.model.calendar import Days, load_zone
from tests.cli.running import Folder
from tests.reference.revisits import Talk, Text, due_since

if TYPE_CHECKING:
    from pathlib import Path

BERLIN = load_zone("Europe/Berlin")
START = date(2026, 1, 31).toordinal()


AGREEMENT = """pact "Us"
    between Ana and Ben
    in force from {first}
    time zone Europe/Berlin

person kim

event review

event call

boundary quiet
    no call at home
{under}
    no call at work
{second}

boundary other
    no call at sea
"""


def text_of(first: str, last: str = "", under: str = "", second: str = "") -> Agreement:
    """A text with a clause `quiet` of two sentences, and what goes under each."""
    return load_text(AGREEMENT.format(first=f"{first} until {last}" if last else first, under=under, second=second))


def told(texts: list[Agreement], log: str, today: str) -> list[tuple[str, ...]]:
    """What is told on a date: the sentence's label and the date."""
    reading = read_log(log.encode(), "us.pactlog")
    as_of = BERLIN.midnight(date.fromisoformat(today).toordinal() + 1) - 1
    found = agenda(texts, reading.entries, as_of, BERLIN, START + 4000)
    items = [item for item in found.items if item.kind is Kind.REVISIT]
    assert len({item.key for item in items}) == len(items)
    return sorted((item.sentence.label if item.sentence is not None else "", date.fromordinal(item.day).isoformat()) for item in items)


MONTHLY, BY = "        revisit every 1 month", "        revisit by 2026-04-10"
CASES = [
    # the end of a month: the last date of the one that is reached, counted from the first date and not from the date before
    ([("2026-01-31", "", MONTHLY)], "", "2026-01-31", ["2026-02-28"]),
    ([("2026-01-31", "", "        revisit every 2 months")], "", "2026-02-01", ["2026-03-31"]),
    # nothing goes on by itself: what is due stays due since the same date
    ([("2026-01-31", "", MONTHLY)], "", "2026-02-28", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "", "2026-12-01", ["2026-02-28"]),
    # a talk counts on its own date, early and late, and the next is counted from it
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about quiet", "2026-02-10", ["2026-03-10"]),
    ([("2026-01-31", "", MONTHLY)], "2026-04-30 23:59 review by Ben about quiet", "2026-04-30", ["2026-05-30"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about quiet\n2026-03-31 review about quiet", "2026-04-02", ["2026-04-30"]),
    # its local date: 23:30 in UTC is the next day in Berlin
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 23:30+00:00 review about quiet", "2026-02-12", ["2026-03-11"]),
    # what is later than today is not known yet
    ([("2026-01-31", "", MONTHLY)], "2026-02-20 review about quiet", "2026-02-15", ["2026-02-28"]),
    # a talk about another clause, about nothing, about another sentence, about a finding; by nobody here
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about other", "2026-02-15", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review by Ana and Ben", "2026-02-15", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about quiet.2", "2026-02-15", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about quiet@2026-02-09", "2026-02-15", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review by kim about quiet", "2026-02-15", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review by Ana and kim about quiet", "2026-02-15", ["2026-03-10"]),
    # another event about the clause is no review of it
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 call about quiet", "2026-02-15", ["2026-02-28"]),
    # an entry of that name is what `about` means
    ([("2026-01-31", "", MONTHLY)], "2026-02-01 call by Ana as quiet\n2026-02-10 review about quiet", "2026-02-15", ["2026-02-28"]),
    # somebody says that it was not so; then that it was
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 review about quiet as r1\n2026-02-11 dispute r1 by Ben", "2026-02-15", ["2026-02-28"]),
    (
        [("2026-01-31", "", MONTHLY)],
        "2026-02-10 review about quiet as r1\n2026-02-11 dispute r1 by Ben\n2026-02-12 confirm r1 by Ben",
        "2026-02-15",
        ["2026-03-10"],
    ),
    # before the first date in force it was another agreement's talk
    ([("2026-01-31", "", MONTHLY)], "2026-01-20 review about quiet", "2026-02-01", ["2026-02-28"]),
    # by a date: any time from the first date in force on, once; late, too
    ([("2026-01-31", "", BY)], "", "2026-02-01", ["2026-04-10"]),
    ([("2026-01-31", "", BY)], "", "2026-04-11", ["2026-04-10"]),
    ([("2026-01-31", "", BY)], "2026-01-31 review about quiet", "2026-02-01", []),
    ([("2026-01-31", "", BY)], "2026-05-01 review about quiet", "2026-05-01", []),
    ([("2026-05-01", "", BY)], "", "2026-05-02", ["2026-05-01"]),
    # after the last date in force nothing is asked for, nor once the sentence is over for good
    ([("2026-01-31", "2026-02-27", MONTHLY)], "", "2026-02-01", []),
    ([("2026-01-31", "2026-02-28", MONTHLY)], "", "2026-02-01", ["2026-02-28"]),
    ([("2026-01-31", "", f"{MONTHLY}\n        only until 2026-02-27")], "", "2026-02-01", []),
    ([("2026-01-31", "", f"{MONTHLY}\n        only until 2026-03-01")], "", "2026-02-01", ["2026-02-28"]),
    ([("2026-01-31", "", f"{MONTHLY}\n        only until 2026-03-01")], "", "2026-03-02", []),
    # a later text that says the same goes on counting; one between them that does not, ends it
    ([("2026-01-31", "", MONTHLY), ("2026-02-20", "", MONTHLY)], "", "2026-02-21", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY), ("2026-02-20", "", MONTHLY)], "", "2026-03-10", ["2026-02-28"]),
    ([("2026-01-31", "", MONTHLY), ("2026-02-10", "", ""), ("2026-02-20", "", MONTHLY)], "", "2026-02-21", ["2026-03-20"]),
    ([("2026-01-31", "2026-02-10", MONTHLY), ("2026-02-12", "", MONTHLY)], "", "2026-02-13", ["2026-03-12"]),
    # a longer or shorter length counts from the same date; what it makes late is late from the day on which it takes over
    ([("2026-01-31", "", MONTHLY), ("2026-02-20", "", "        revisit every 3 months")], "", "2026-03-10", ["2026-04-30"]),
    ([("2026-01-31", "", "        revisit every 6 months"), ("2026-04-01", "", MONTHLY)], "", "2026-02-01", ["2026-04-01"]),
    ([("2026-01-31", "", MONTHLY), ("2026-03-10", "", "        revisit every 3 months")], "", "2026-03-09", ["2026-02-28"]),
    # another date is another talk: what kept the first does not keep it
    (
        [("2026-01-31", "", BY), ("2026-05-01", "", "        revisit by 2026-10-01")],
        "2026-04-01 review about quiet",
        "2026-05-02",
        ["2026-10-01"],
    ),
    ([("2026-01-31", "", BY), ("2026-03-01", "", BY)], "2026-02-10 review about quiet", "2026-03-02", []),
    # nobody is reminded once somebody has left
    ([("2026-01-31", "", MONTHLY)], "2026-02-10 10:00 leave by Ben", "2026-03-10", []),
]


@pytest.mark.parametrize(("texts", "log", "today", "expected"), CASES)
def test_by_hand(texts: list[tuple[str, str, str]], log: str, today: str, expected: list[str]) -> None:
    assert told([text_of(*one) for one in texts], log, today) == [("quiet", day) for day in expected]


def test_each_sentence_of_a_clause_has_its_own_and_a_talk_about_the_clause_is_about_both() -> None:
    texts = [text_of("2026-01-31", "", MONTHLY, BY)]
    assert told(texts, "", "2026-02-01") == [("quiet", "2026-02-28"), ("quiet.2", "2026-04-10")]
    assert told(texts, "2026-02-10 review about quiet.2", "2026-02-11") == [("quiet", "2026-02-28")]
    assert told(texts, "2026-02-10 review about quiet", "2026-02-11") == [("quiet", "2026-03-10")]


def test_no_verdict_follows_from_it() -> None:
    log = read_log(b"2026-02-10 call by Ana at home\n2026-02-11 review by Ana about quiet\n", "us.pactlog").entries
    as_of = BERLIN.midnight(date(2026, 12, 1).toordinal())
    without, with_ = (judge([text_of("2026-01-31", "", under)], log, as_of, BERLIN) for under in ("", MONTHLY))
    assert [(one.id, one.status) for one in with_.findings] == [(one.id, one.status) for one in without.findings]


def test_a_clause_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    here = Folder(tmp_path)
    here.write("us.pact", AGREEMENT.format(first="2026-01-31", under=MONTHLY, second=""))
    here.write("us.pactlog", "2026-02-10 review by Ana about quite\n")
    found = here.run("check", "us.pact", "us.pactlog", "--as-of", "2026-02-12")
    assert "No entry is called `quite`, and no clause." in found.err
    assert "Did you mean: quiet?" in found.err


def test_what_people_called_revisit_stays_an_event_of_theirs() -> None:
    text = AGREEMENT.format(first="2026-01-31", under="    revisit every 3 months\n    revisit by 2026-10-01", second="")
    own = load_text(text.replace("event call\n", "event call\n\nevent revisit\n"))
    assert [type(one.form) for one in own.sentences][1:3] == [Interval, Schedule]
    assert all(one.modifiers.revisit is None for one in own.sentences)


LENGTHS = st.sampled_from([Days(days=10), Days(days=14, unit="week"), Days(months=1), Days(months=2)])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Text], list[Talk], int]:
    day, texts = START, []
    for number in range(draw(st.integers(1, 3))):
        first = day + draw(st.integers(0, 40)) * bool(number)
        until = draw(st.none() | st.integers(first, first + 120))
        kind = draw(st.sampled_from(["every", "every", "by", "none"]))
        every = draw(LENGTHS) if kind == "every" else None
        by = START + draw(st.sampled_from([-5, 20, 60])) if kind == "by" else None
        last = first + draw(st.integers(0, 80))
        texts.append(Text(first, last, every, by, until if every or by else None))
        day = last + 1
    talks = draw(
        st.lists(
            st.builds(
                Talk,
                st.integers(START - 10, START + 150),
                st.sampled_from(["quiet", "quiet", "quiet.2", "other"]),
                st.sampled_from([(), ("Ana",), ("Ana", "Ben"), ("kim",), ("Ben", "kim")]),
                st.booleans() | st.just(value=False),
            ),
            max_size=4,
        )
    )
    return texts, talks, START + draw(st.integers(0, 160))


def _lines(text: Text) -> str:
    said = f"        revisit every {text.every.words}" if text.every else f"        revisit by {_iso(text.by)}" if text.by else ""
    return f"{said}\n        only until {_iso(text.until)}" if text.until else said


def _iso(day: int | None) -> str:
    return date.fromordinal(day or 1).isoformat()


@settings(deadline=None, max_examples=150)
@given(worlds())
def test_worlds_as_the_reference_tells_them(world: tuple[list[Text], list[Talk], int]) -> None:
    texts, talks, today = world
    agreements = [text_of(_iso(one.first), _iso(one.last), _lines(one)) for one in texts]
    entries = []
    for number, talk in enumerate(talks):
        by = f" by {' and '.join(talk.by)}" if talk.by else ""
        entries.append((talk.day, f"{_iso(talk.day)} review{by} about {talk.about} as r{number}"))
        if talk.disputed:
            entries.append((talk.day, f"{_iso(talk.day)} dispute r{number} by Ana"))
    log = "\n".join(line for _, line in sorted(entries, key=lambda one: one[0]))
    found = told(agreements, log, _iso(today))
    expected = due_since(texts, talks, frozenset({"quiet"}), frozenset({"Ana", "Ben"}), today)
    assert found == sorted(("quiet", _iso(day)) for day in expected)

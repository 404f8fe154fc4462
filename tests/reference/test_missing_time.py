"""Entries without a time: the engine says for certain only what holds whatever their times were, and `unknown` else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace as replace_entry

from pactlang.inputs import load_text
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Response, Schedule
from pactlang.model.calendar import load_zone

from .comparing import Line, fast_lines, tries
from .missing_time import possible_outcomes
from .record import Outcome
from .spoken import FORMS
from .strategies import Case, LogShape, one_agreement

SHAPE = LogShape(untimed=True, pauses=False, size=5)
# Where several owe an interval, equal stretches are one finding: how many there are says little.
COUNTABLE = sorted(set(FORMS) - {"pause", "interval"})

UTC = load_zone("UTC")
DAY = date(2026, 9, 1).toordinal()
TEXT = """pact "Us"
    between Ana and Ben
    in force from 2026-01-01
    time zone UTC
use relationships
"""


def named_surely(engine: Counter[Line], worlds: Sequence[Sequence[Outcome]]) -> None:
    """Whom a breach of what is owed names has not done it, whatever the missing times were."""
    for _, status, day, who in engine:
        for world in worlds if status == "breach" else ():
            broken = [one for one in world if one.status == "breach" and date.fromordinal(one.date).isoformat() == day]
            assert not broken or set(who) <= {name for one in broken for name in one.who}, "a breach names somebody who may have done it"


def check(models: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> None:
    """No fewer and no more breaches than can be, with the unknown ones between; and all of it where nothing is in doubt."""
    worlds = possible_outcomes(models, entries, as_of)
    assume(worlds)
    engine = fast_lines(models, entries, as_of)
    broken = sum(times for (_, status, *_), times in engine.items() if status == "breach")
    unknown = sum(times for (_, status, *_), times in engine.items() if status == "unknown")
    waits = sum(times for (_, status, *_), times in engine.items() if status == "due")  # R33: as long as there may be time
    counts = [sum(outcome.status == "breach" for outcome in world) for world in worlds]
    assert broken <= min(counts), "a breach that depends on a missing time"
    assert broken + unknown + waits >= max(counts), "a breach that could be is neither broken nor unknown"
    if all(isinstance(sentence.form, Response | Schedule) for model in models for sentence in model.sentences):
        named_surely(engine, worlds)
    # Of two evenings with somebody new, one must have come first: that one of them is broken is sure, which one may hang on a time.
    # Likewise `before the first conflict … unless at-risk`, if each conflict puts the other at risk.
    which = ("someone new", "different people", "before the first ", "after the first ")
    new = any(words in sentence.words for words in which for model in models for sentence in model.sentences)
    tallies = [
        Counter((outcome.status, outcome.date, outcome.key if new else ()) for outcome in world if outcome.status != "kept")
        for world in worlds
    ]
    if all(tally == tallies[0] for tally in tallies):
        # Who was addressed by an entry that names nobody after `to` is known at no time.
        assert unknown <= sum(times for (status, *_), times in tallies[0].items() if status == "unknown"), "unknown, though no time decides"


@given(one_agreement(("cap", "prohibition", "response", "schedule", "quota"), replace(SHAPE, leaves=True), sentences=1))
@tries(16)
def test_leaving_without_a_time(case: Case) -> None:
    leaves = [replace_entry(entry, second=None, offset=None) if entry.type == "leave" else entry for entry in case.entries]
    assume(any(entry.type == "leave" for entry in leaves))
    check(case.models, leaves, case.as_of)


@pytest.mark.parametrize("form", COUNTABLE)
@given(data=st.data())
@tries(25)
def test_missing_times(form: str, data: st.DataObject) -> None:
    case = data.draw(one_agreement((form,), SHAPE, sentences=1))
    assume(any(entry.second is None for entry in case.entries))
    check(case.models, case.entries, case.as_of)


@pytest.mark.parametrize("form", ["precedence", "response"])
@given(data=st.data())
@tries(25)
def test_missing_times_on_a_date_with_others(form: str, data: st.DataObject) -> None:
    """What may have been at any time of a date is heard together with all of that date, not only with the next entry."""
    case = data.draw(one_agreement((form,), SHAPE, sentences=1))
    days = [entry.day for entry in case.entries if entry.second is None]
    timed = [entry for entry in case.entries if entry.second is not None and entry.end_day is None and entry.end_second is None]
    assume(days and len(timed) > 1)
    moved = {
        one.order: replace_entry(one, day=days[0], second=hour * 3600, offset=None) for one, hour in zip(timed, (10, 12), strict=False)
    }
    # A consent or notice for certain people may be unknown for another reason: `test_missing_people` looks at that.
    entries = [moved.get(entry.order, entry) for entry in case.entries]
    check(case.models, [replace_entry(one, with_=()) if one.type in ("consent", "notice") else one for one in entries], case.as_of)


@pytest.mark.parametrize(
    "sentence",
    [
        "at most 4 hours of encounters per week",
        "at most 4 hours of encounters in any 48 hours",
        "no encounter lasting more than 4 hours",
        "no encounter between 12:00 and 14:00",
    ],
)
@given(ends=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30)), min_size=1, max_size=2, unique_by=lambda one: one[0]))
@tries(15)
def test_what_says_only_when_it_ended(sentence: str, ends: list[tuple[int, int]]) -> None:
    entries = [
        Entry("encounter", DAY + day, None, None, DAY + day + hour // 24, hour % 24 * 3600, by=("Ana",), with_=("dana",), order=place)
        for place, (day, hour) in enumerate(ends)
    ]
    check([load_text(f"{TEXT}boundary it\n    {sentence}\n")], entries, UTC.midnight(DAY + 30))


@pytest.mark.parametrize(
    "sentence",
    [
        "at most 1 night of encounters per week",
        "at most 1 day of encounters in any 2 days",
        "at least 2 nights of encounters per week",
    ],
)
@given(
    said=st.lists(
        st.tuples(st.integers(0, 8), st.sampled_from((None, 1, 4, 5, 12, 20)), st.sampled_from((None, None, 0, 4, 8, 30))),
        min_size=1,
        max_size=2,
        unique=True,
    )
)
@tries(9)
def test_nights_of_which_nobody_wrote_when_they_began_or_ended(sentence: str, said: list[tuple[int, int | None, int | None]]) -> None:
    entries = []
    for order, (day, hour, lasts) in enumerate(said):
        end = None if lasts is None else (hour if hour is not None else 24) + lasts
        entry = Entry("encounter", DAY + day, None if hour is None else hour * 3600, by=("Ana",), with_=("dana",), order=order)
        ended = {} if end is None else {"end_day": DAY + day + end // 24, "end_second": end % 24 * 3600}
        entries.append(replace_entry(entry, **ended))
    check([load_text(f"{TEXT}boundary it\n    {sentence}\n")], entries, UTC.midnight(DAY + 30))

"""Evenings of which nobody wrote with whom they were: `unknown` where a consent or a notice names people, and only there.

R23: "For an entry that names nobody, whether it serves is `unknown`." The reference judges the log once for everybody with whom each such
evening could have been: each of those whom a consent, a notice or what takes one back names, all of them, somebody else, and nobody
but a party.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import chain, combinations, product
from math import prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.model.agreement import AtFilter, Form, NotFilter, People, PersonWord, TaggedFilter, ToFilter, UnlessFilters

from .checker import outcomes_of
from .comparing import fast_lines, tries
from .matching import parts_of
from .record import Outcome
from .strategies import NOT_ABOUT_TIME, Case, LogShape, one_agreement
from .versions import Versions

SHAPE = LogShape(nobody=True, pauses=False, size=5)
MOST_TRIES = 40


def possible_outcomes(case: Case) -> list[list[Outcome]]:
    """Everything that could be found; nothing where there are too many ways."""
    asked = [part for text in case.models for one in text.sentences for part in parts_of((one.form, one.modifiers))]
    in_sentences = {name for part in asked if isinstance(part, People) for name in part.names}
    in_sentences |= {one.name for text in case.models for one in text.people}  # by a tag
    named = sorted(in_sentences.union(*(entry.with_ for entry in case.entries if entry.type != "encounter")))
    ways = [*((name,) for name in named), tuple(named), ("zoe",), ("Ben",)]  # R94: with Ben is with nobody else
    nobody = [entry.order for entry in case.entries if entry.type == "encounter" and not entry.with_]
    if not nobody or not named or len(ways) ** len(nobody) > MOST_TRIES:
        return []
    return [
        outcomes_of(Versions(case.models, case.entries, case.as_of, "UTC", companies=dict(zip(nobody, chosen, strict=True))))
        for chosen in product(ways, repeat=len(nobody))
    ]


@pytest.mark.parametrize("form", ["precedence", "prohibition", "matrix", "cap", "quota", "response"])
@given(data=st.data())
@tries(12)
def test_missing_people(form: str, data: st.DataObject) -> None:
    case = data.draw(one_agreement((form, "prohibition") if form == "matrix" else (form,), SHAPE, sentences=1))
    worlds = possible_outcomes(case)
    assume(worlds)
    engine = fast_lines(case.models, case.entries, case.as_of)
    broken = sum(times for (_, status, *_), times in engine.items() if status == "breach")
    unknown = sum(times for (_, status, *_), times in engine.items() if status == "unknown")
    counts = [sum(outcome.status == "breach" for outcome in world) for world in worlds]
    assert broken <= min(counts), "a breach that depends on who was there"
    assert broken + unknown >= max(counts), "a breach that could be is neither broken nor unknown"
    tallies = [Counter((outcome.status, outcome.date) for outcome in world if outcome.status != "kept") for world in worlds]
    asked = {part for text in case.models for one in text.sentences for part in parts_of(one.form) if isinstance(part, PersonWord)}
    if all(tally == tallies[0] for tally in tallies) and PersonWord.SOMEONE_NEW not in asked:  # of whom only some worlds are tried
        assert not unknown, "unknown, though nobody who could have been there decides"


def worlds_of_whose(case: Case, untold: tuple[int, ...]) -> list[list[Outcome]]:
    """Everything that could be found where nobody wrote whose some conflicts and tests were: anybody's, or those of several."""
    parties = case.models[0].parties
    groups = list(chain.from_iterable(combinations(parties, size) for size in range(1, len(parties) + 1)))
    if not untold or len(groups) ** len(untold) > MOST_TRIES:
        return []
    found = []
    for chosen in product(groups, repeat=len(untold)):
        whose = dict(zip(untold, chosen, strict=True))
        entries = [replace(entry, by=whose.get(entry.order, entry.by)) for entry in case.entries]
        found.append(outcomes_of(Versions(case.models, entries, case.as_of, "UTC")))
    return found


@pytest.mark.parametrize("form", ["prohibition", "cap", "gap"])
@given(data=st.data())
@tries(12)
def test_a_state_of_which_nobody_wrote_whose_it_is(form: str, data: st.DataObject) -> None:
    """R106: "An event by nobody may be anyone's: it starts or ends the state perhaps, for each party"."""
    case = data.draw(one_agreement((form,), LogShape(pauses=False, size=6), sentences=1))
    assume("exposed" in repr(parts_of(case.models[0].sentences[0].form)) + repr(case.models[0].sentences[0].modifiers))
    changing = [entry.order for entry in case.entries if entry.type in ("conflict", "test")]
    untold = tuple(data.draw(st.lists(st.sampled_from(changing), min_size=1, max_size=2, unique=True))) if changing else ()
    worlds = worlds_of_whose(case, untold)
    assume(worlds)
    entries = [replace(entry, by=() if entry.order in untold else entry.by) for entry in case.entries]
    engine = fast_lines(case.models, entries, case.as_of)
    broken = sum(times for (_, status, *_), times in engine.items() if status == "breach")
    unknown = sum(times for (_, status, *_), times in engine.items() if status == "unknown")
    counts = [sum(outcome.status == "breach" for outcome in world) for world in worlds]
    assert broken <= min(counts), "a breach that depends on whose the state was"
    assert broken + unknown >= max(counts), "a breach that could be is neither broken nor unknown"


def worlds_of_details(case: Case) -> list[list[Outcome]]:
    """Everything that could be found where an entry does not say where, how tagged or to whom it was (R140)."""
    named = [part for text in case.models for one in text.sentences for part in parts_of(one.form)]
    places = sorted({place for part in named if isinstance(part, AtFilter) for place in part.places} | {"zoo"})
    tags = [*((tag,) for tag in sorted({tag for part in named if isinstance(part, TaggedFilter) for tag in part.tags})), ("zoo",)]
    tags += [one[0] + one[1] for one in [tags[:2]] if len(tags) > 2]
    ways = [
        [
            replace(entry, place=place, tags=worn, to=to)
            for place in ([entry.place] if entry.place is not None else places)
            for worn in ([entry.tags] if entry.tags else tags)
            for to in ([entry.to] if entry.to else [("Ana",), ("Ben",)])
        ]
        for entry in case.entries
    ]
    if prod(map(len, ways)) > MOST_TRIES:
        return []
    return [outcomes_of(Versions(case.models, list(chosen), case.as_of, "UTC")) for chosen in product(*ways)]


@pytest.mark.parametrize("form", ["cap", "quota", "gap", "response", "precedence", "prohibition"])
@given(data=st.data())
@tries(16)
def test_details_that_nobody_wrote(form: str, data: st.DataObject) -> None:
    """R140: what a `not` or an `unless` asks for, and an entry does not say, may be so or not."""
    case = data.draw(one_agreement((form,), LogShape(pauses=False, size=4), sentences=1))
    form_of = case.models[0].sentences[0].form
    asked = {type(getattr(part, "part", part)) for part in open_parts(form_of)}
    assume(asked & {AtFilter, TaggedFilter, ToFilter})
    told = [entry.order for entry in case.entries if entry.type not in NOT_ABOUT_TIME]
    assume(told)
    silent = data.draw(st.lists(st.sampled_from(told), min_size=1, max_size=3, unique=True))
    entries = [
        replace(
            entry,
            place=None if AtFilter in asked else entry.place,
            tags=() if TaggedFilter in asked else entry.tags,
            to=() if ToFilter in asked else entry.to,
        )
        if entry.order in silent
        else entry
        for entry in case.entries
    ]
    assume(not any(isinstance(part, AtFilter | TaggedFilter | ToFilter) for part in plain_parts(form_of)))
    worlds = worlds_of_details(dataclasses.replace(case, entries=entries))
    assume(worlds)
    engine = fast_lines(case.models, entries, case.as_of)
    broken = sum(times for (_, status, *_), times in engine.items() if status == "breach")
    unknown = sum(times for (_, status, *_), times in engine.items() if status == "unknown")
    counts = [sum(outcome.status == "breach" for outcome in world) for world in worlds]
    assert broken <= min(counts), "a breach that depends on what nobody wrote"
    assert broken + unknown >= max(counts), "a breach that could be is neither broken nor unknown"
    tallies = [Counter((outcome.status, outcome.date) for outcome in world if outcome.status != "kept") for world in worlds]
    if all(tally == tallies[0] for tally in tallies):
        assert not unknown, "unknown, though nothing that nobody wrote decides"


def open_parts(form: Form) -> list[object]:
    """What stands after `not`, or excuses."""
    found: list[object] = [part.part for part in parts_of(form) if isinstance(part, NotFilter)]
    return [*found, *(one for part in parts_of(form) if isinstance(part, UnlessFilters) for one in part.filters)]


def plain_parts(form: Form) -> list[object]:
    """All other filters: an entry that does not say what they ask for is none of theirs."""
    asked = open_parts(form)
    return [part for part in parts_of(form) if part not in asked]


def worlds_of_counted(case: Case) -> list[list[Outcome]]:
    """Everything that could be found where different people are counted: each of these is one of those named, another, or a party."""
    nobody = [entry.order for entry in case.entries if entry.type == "encounter" and not entry.with_]
    named = sorted({name for entry in case.entries if entry.type == "encounter" for name in entry.with_})
    ways = [[*((name,) for name in named), (f"person-{order}",), ("Ben",)] for order in nobody]
    if not nobody or prod(map(len, ways)) > MOST_TRIES:
        return []
    return [
        outcomes_of(Versions(case.models, case.entries, case.as_of, "UTC", companies=dict(zip(nobody, chosen, strict=True))))
        for chosen in product(*ways)
    ]


@given(data=st.data())
@tries(12)
def test_different_people_of_whom_some_are_not_named(data: st.DataObject) -> None:
    """R114: "One that does not say with whom is with one person, who may be any of them"."""
    case = data.draw(one_agreement(("people",), SHAPE, sentences=1))
    worlds = worlds_of_counted(case)
    assume(worlds)
    engine = fast_lines(case.models, case.entries, case.as_of)
    broken = sum(times for (_, status, *_), times in engine.items() if status == "breach")
    unknown = sum(times for (_, status, *_), times in engine.items() if status == "unknown")
    counts = [sum(outcome.status == "breach" for outcome in world) for world in worlds]
    assert broken <= min(counts), "a breach that depends on who was there"
    assert broken + unknown >= max(counts), "a breach that could be is neither broken nor unknown"
    tallies = [Counter((outcome.status, outcome.date, outcome.key) for outcome in world if outcome.status != "kept") for world in worlds]
    if all(tally == tallies[0] for tally in tallies):
        assert not unknown, "unknown, though nobody who could have been there decides"

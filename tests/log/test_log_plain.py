"""JSON Lines whose values have the types that they ought to have are read by a shorter way: with the very same outcome."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactlang.log import jsonl
from pactlang.log.duplicates import _near, duplicates
from pactlang.log.jsonl import read_jsonl
from pactlang.log.reading import Reading
from pactlang.model.calendar import load_zone

WORDS = st.sampled_from(
    ["", "Ana", "x-1", "e 1", " a", "Zoe\u0308", "#a", "a,b", "-", "\u202e", "the lake", "2", "pause", "waive", "complete"]
)
DATES = st.sampled_from(
    ["2026-09-12", "2026-09-12T19:30", "2026-09-12 23:10", "23:10", "2026-02-30", "2026-09-12T19:30+02:00", "2026-W01-1", "", "19:30"]
)
ODD = st.sampled_from([None, 0, False, 1.5, [], {}, [1], ["Ana", "Ana"], [None], {"a": "b"}, {"a": 4}, {"a": 4.50}, {"a": None}, "x"])
LISTS = st.lists(WORDS, max_size=3) | ODD
VALUES = {
    **dict.fromkeys(["at", "end", "until", "noted"], DATES | ODD),
    **dict.fromkeys(["type", "place", "about", "id", "note", "target"], WORDS | ODD),
    **dict.fromkeys(["by", "to", "with", "tags", "covering", "noted_by"], LISTS),
    "fields": st.dictionaries(WORDS, ODD | WORDS, max_size=2) | ODD,
    "typ": ODD,
}
NEEDED = {name: VALUES.pop(name) for name in ("at", "type")}
LINES = st.fixed_dictionaries(NEEDED, optional=VALUES).map(json.dumps) | st.sampled_from(
    ["", " ", "{}", "[", "{", '{"at": "2026-09-12", "type": "test", "type": "walk"}', '{"at": "2026-09-12", "type": "test"} {}', "\ufeff{}"]
)


def careful(data: bytes) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jsonl.Records, "take", lambda _, lines, *__: next(lines, None))
        return read_jsonl(data, "log.jsonl")


@given(st.lists(LINES, max_size=6))
def test_both_ways_read_alike(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    quick, slow = read_jsonl(data, "log.jsonl"), careful(data)
    assert quick.entries == slow.entries
    assert [repr(entry.fields) for entry in quick.entries] == [repr(entry.fields) for entry in slow.entries]
    assert [(line, repr(fault)) for line, fault in quick.faults] == [(line, repr(fault)) for line, fault in slow.faults]


MOMENTS = st.builds(
    lambda day, clock, offset: f"2026-{day}{clock and 'T' + clock}{offset if clock else ''}",
    st.sampled_from(["03-28", "03-29", "03-30", "10-25"]),
    st.sampled_from(["", "02:30", "03:30", "19:30"]),
    st.sampled_from(["", "", "", "", "", "+01:00"]),
)
SAME = st.fixed_dictionaries({"at": MOMENTS, "type": st.sampled_from(["test", "walk"])}, optional={"id": st.sampled_from(["a", "b"])})


@given(st.lists(SAME, max_size=8), st.booleans())
def test_entries_that_say_the_same_are_found_among_neighbours_as_among_all(said: list[dict[str, str]], ordered: bool) -> None:
    said = sorted(said, key=lambda one: one["at"]) if ordered else said
    entries = read_jsonl("\n".join(map(json.dumps, said)).encode(), "log.jsonl").entries
    berlin = load_zone("Europe/Berlin")
    found = duplicates(entries, lambda _: berlin)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pactlang.log.duplicates._near", lambda *_: None)
        assert found == duplicates(entries, lambda _: berlin)
    if not any("+" in one["at"] for one in said) and ordered:
        assert _near(entries, lambda _: berlin) is not None

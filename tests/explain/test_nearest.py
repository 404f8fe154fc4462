"""Every example of the language page and every example agreement has its pair of cases, and each is judged as it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang import load, load_text
from pactlang.model.agreement import Agreement
from pactlang.witness.nearest import nearest_of

from ..docs.documents import ROOT, blocks, whole
from .holding import hold, named

# Sentences for which no short log tells kept from broken, and why.
NONE = {
    "after each breach, debrief by everyone within 3 days": "beside wishes, only a quota can be broken, and nothing at all breaks it",
    "otherwise message by the same party to the others within 2 days, still owed": "what comes again is broken again",
}


def page() -> list[tuple[str, str]]:
    """The agreements of the language page, each by its line."""
    found = [block for block in blocks(ROOT / "docs" / "language.md") if block.kind == "pact"]
    return [(f"line {block.line}", whole(block.text)) for block in found if "include " not in block.text and "between" in whole(block.text)]


def check(agreement: Agreement) -> None:
    for rule in named(agreement):
        words = getattr(rule, "words", rule.span.text)
        pairs = nearest_of(agreement, rule).pairs
        assert pairs or words in NONE, words
        for pair in pairs:
            hold(pair, rule)


@pytest.mark.parametrize(("line", "text"), page(), ids=lambda one: one if one.startswith("line") else "")
def test_the_language_page(line: str, text: str) -> None:
    try:
        agreement = load_text(text)
    except Exception:
        pytest.skip("not whole")
    check(agreement)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*/*.pact")), ids=lambda path: path.parent.name)
def test_the_examples(path: Path) -> None:
    check(load(path))


@pytest.mark.parametrize(
    "words",
    [
        "check-in by Ana between 18:00 and 19:00 every Wednesday",
        "check-in by everyone starting between 23:00 and 01:00 every 2 weeks",
        "check-in by Ana ending between 06:00 and 07:00 every month on day 3",
        "check-in by Ben during desk-hours every Wednesday",
    ],
)
def test_what_recurs_within_hours_has_its_cases(words: str) -> None:
    agreement = load_text(whole(f"hours desk-hours\n    on Monday through Friday between 09:00 and 11:00\n\npromise one\n    {words}\n"))
    [rule] = named(agreement)
    pairs = nearest_of(agreement, rule).pairs
    assert pairs
    for pair in pairs:
        hold(pair, rule)


@pytest.mark.parametrize("words", ["message by 09:00 the same day", "message starting between 03:00 and 09:00 by 09:00 the same day"])
def test_what_a_time_of_the_same_day_ends_begins_before_it(words: str) -> None:
    agreement = load_text(whole(f"promise one\n    after each meeting by Ana, {words}\n"))
    [rule] = named(agreement)
    pairs = nearest_of(agreement, rule).pairs
    for pair in pairs:
        hold(pair, rule)
    # The last minute that is in time, or the last one that counts, and the one after it.
    ends = [(one[-1].second, other[-1].second) for pair in pairs if len(one := pair.kept.entries) == len(other := pair.broken.entries) == 2]
    assert ends[0][1] - ends[0][0] == 60
    assert 8 * 3600 < ends[0][0] <= 9 * 3600


@pytest.mark.parametrize(
    "words",
    ["check-in by everyone on 2026-06-30", "check-in by everyone on 2026-06-20 give or take 10 days", "check-in by everyone by 2026-06-30"],
)
def test_a_date_up_to_the_end_in_force_is_broken_by_nothing_at_all(words: str) -> None:
    text = whole(f"promise one\n    {words}\n").replace("in force from 2026-01-01", "in force from 2026-01-01 until 2026-06-30")
    agreement = load_text(text)
    [rule] = named(agreement)
    pairs = nearest_of(agreement, rule).pairs
    for pair in pairs:
        hold(pair, rule)
    assert [(len(pair.kept.entries), len(pair.broken.entries)) for pair in pairs][:1] == [(1, 0)]


def test_at_one_instant_what_is_written_later_is_in_the_state() -> None:
    agreement = load_text(
        whole(
            "state at-risk\n    starts with conflict\n    lasts at most 3 days\n\n"
            "promise calm\n    no encounter between 09:00 and 17:00 while at-risk\n"
        )
    )
    [rule] = named(agreement)
    for pair in nearest_of(agreement, rule).pairs:
        hold(pair, rule)
        at = {(one.type, one.second) for one in pair.kept.entries}
        # A conflict at 09:00 and, written below it, an evening at 09:00: the state holds, so this is no case that is kept.
        assert len({second for _, second in at}) == len(at)


def test_nobody_is_with_themselves() -> None:
    agreement = load_text(
        'pact "Us"\n    between Ana and Ben\n    in force from 2026-01-01\n    time zone Europe/Berlin\n\nuse relationships\n\n'
        "notice again\n    before each encounter not with someone new by Ben with each person, notice by Ben with the same person\n"
    )
    for pair in nearest_of(agreement, agreement.clauses[0].sentences[0]).pairs:
        for entry in (*pair.kept.entries, *pair.broken.entries):
            assert not set(entry.by) & set(entry.with_), entry

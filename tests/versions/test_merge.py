"""The merge by clauses, on texts alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang.history.merge import Merged, merge
from pactlang.history.pieces import pieces, read

BASE = """\
# Our page.

pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin

use relationships

# Not too often.
cap evenings
    at most 4 encounters per month
    warn at 3
cap late
    at most 2 encounters between 23:00 and 05:00 per month

matrix comfort for encounter
    activity   Ana  Ben
    dinner     yes  yes
    travel     ask  no
"""
EXAMPLE = """
example "a late one"
    2026-03-01 23:30  encounter by Ana with dana
    expect kept
"""
NORA = "    signed by Ana on 2025-12-30\n"


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    found = merge(base, ours, theirs)
    assert found is not None
    return found


FOUR = ("at most 4 encounters", "at most 3 encounters")
LATE = ("at most 2 encounters", "at most 1 encounter")
CLEAN = {
    "two clauses on adjacent lines": ([FOUR], [LATE], [FOUR, LATE]),
    "a clause and the comment above it": ([FOUR], [("Not too often", "Not often")], [FOUR, ("Not too often", "Not often")]),
    "a reason at the end of one, the sentence of the next": (
        [("    warn at 3\n", "    warn at 3\n    > Sleep.\n")],
        [LATE],
        [("    warn at 3\n", "    warn at 3\n    > Sleep.\n"), LATE],
    ),
    "a new clause on each side at one place": (
        [("cap late\n", "boundary home\n    no encounter at home\ncap late\n")],
        [("cap late\n", "boundary work\n    no encounter at work\ncap late\n")],
        [("cap late\n", "boundary home\n    no encounter at home\nboundary work\n    no encounter at work\ncap late\n")],
    ),
    "a clause taken out, another changed": (
        [("cap late\n    at most 2 encounters between 23:00 and 05:00 per month\n", "")],
        [FOUR],
        [("cap late\n    at most 2 encounters between 23:00 and 05:00 per month\n", ""), FOUR],
    ),
    "lines of the heading": (
        [("from 2026-01-01", "from 2026-02-01")],
        [("Europe/Berlin", "Europe/Rome")],
        [("from 2026-01-01", "from 2026-02-01"), ("Europe/Berlin", "Europe/Rome")],
    ),
    "rows of a matrix": ([("ask  no", "ask  ask")], [("yes  yes", "yes  ask")], [("ask  no", "ask  ask"), ("yes  yes", "yes  ask")]),
    "an example on each side": (
        [("ask  no\n", f"ask  no\n{EXAMPLE}")],
        [FOUR, ("ask  no\n", f"ask  no\n{EXAMPLE.replace('late one', 'early one')}")],
        [FOUR, ("ask  no\n", f"ask  no\n{EXAMPLE}{EXAMPLE.replace('late one', 'early one')}")],
    ),
    "the same change on both sides": ([FOUR], [FOUR], [FOUR]),
    "layout on one side, words on the other": ([("    warn at 3", "        warn   at 3")], [FOUR], [FOUR]),
    "a moved clause and a changed one": (
        [("use relationships\n\n", ""), ("cap late\n", "use relationships\n\ncap late\n")],
        [LATE],
        [("use relationships\n\n", ""), ("cap late\n", "use relationships\n\ncap late\n"), LATE],
    ),
    "both sign": (
        [("Berlin\n", f"Berlin\n{NORA}")],
        [("Berlin\n", "Berlin\n    signed by Ben on 2025-12-31\n")],
        [("Berlin\n", f"Berlin\n{NORA}    signed by Ben on 2025-12-31\n")],
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "both"), CLEAN.values(), ids=CLEAN)
def test_changes_that_do_not_meet_are_both_taken(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], both: list[tuple[str, str]]
) -> None:
    found = merged(changed(*ours), changed(*theirs))
    assert (found.conflicts, found.text) == (0, changed(*both))


def test_one_clause_changed_twice_stands_between_markers_alone() -> None:
    found = merged(changed(FOUR), changed(("at most 4 encounters", "at most 5 encounters"), LATE))
    assert found.conflicts == 1
    assert found.text == changed(
        (
            "cap evenings\n    at most 4 encounters per month\n    warn at 3\n",
            (
                "<<<<<<< ours\ncap evenings\n    at most 3 encounters per month\n    warn at 3\n"
                "=======\ncap evenings\n    at most 5 encounters per month\n    warn at 3\n>>>>>>> theirs\n"
            ),
        ),
        LATE,
    )


CONFLICTS: dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]]]] = {
    "changed here, gone there": ([FOUR], [("cap evenings\n    at most 4 encounters per month\n    warn at 3\n", "")]),
    "two dates for one line": ([("from 2026-01-01", "from 2026-02-01")], [("from 2026-01-01", "from 2026-03-01")]),
    "a new clause of one name": (
        [("cap late\n", "boundary b\n    no encounter at home\ncap late\n")],
        [("cap late\n", "boundary b\n    no encounter at work\ncap late\n")],
    ),
    "a cell and the columns": ([("ask  no", "ask  ask")], [("Ana  Ben\n", "Ben  Ana\n")]),
    "a signature without a digest, and other words": ([("Berlin\n", f"Berlin\n{NORA}")], [FOUR]),
}


@pytest.mark.parametrize(("ours", "theirs"), CONFLICTS.values(), ids=CONFLICTS)
def test_what_people_have_to_decide_is_left_to_them(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged(changed(*one), changed(*other))
        assert found.conflicts == 1
        assert found.text.count("<<<<<<< ours\n") == found.text.count("=======\n") == found.text.count(">>>>>>> theirs\n") == 1


def test_a_signature_with_a_digest_is_taken_and_told() -> None:
    signed = f"    signed by Ana on 2025-12-30 digest sha256:{'0' * 64}\n"
    found = merged(changed(("Berlin\n", f"Berlin\n{signed}")), changed(FOUR))
    assert (found.conflicts, found.text) == (0, changed(("Berlin\n", f"Berlin\n{signed}"), FOUR))
    assert found.notes == ["Ana signed words that the other side has changed, as the digest next to the signature shows"]


@pytest.mark.parametrize("wrong", ["pact pact\n", BASE + "<<<<<<< ours\n", BASE + "cap late\n    at most 1 date per week\n"])
def test_what_cannot_be_read_is_not_merged_by_clauses(wrong: str) -> None:
    assert merge(wrong, BASE, BASE) is None
    assert merge(BASE, wrong, BASE) is None
    assert merge(BASE, BASE, wrong) is None


# --- laws ---------------------------------------------------------------------------------------------------------

CLAUSES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(1, 3), st.sampled_from(["", "# so\n", "\n", "\n# or so\n\n"])),
    unique_by=lambda clause: clause[0],
    max_size=5,
)


def agreement(clauses: list[tuple[str, int, str]]) -> str:
    return "".join(f"{lead}cap {name}\n    at most {limit} dates per week\n" for name, limit, lead in clauses)


TEXTS = CLAUSES.map(agreement)


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS)
def test_where_one_side_changed_nothing_the_other_is_taken_whole(base: str, new: str) -> None:
    assert merged(new, base, base).text == new
    assert merged(base, new, base).text == new
    assert merged(new, new, base).text == new


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_neither_side_goes_before_the_other(base: str, ours: str, theirs: str) -> None:
    one, other = merged(ours, theirs, base), merged(theirs, ours, base)
    assert one.conflicts == other.conflicts
    assert sorted(line for line in one.text.splitlines() if line[:1] not in "<=>") == sorted(
        line for line in other.text.splitlines() if line[:1] not in "<=>"
    )
    if not one.conflicts:
        assert read(one.text) is not None


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_nothing_that_somebody_wrote_is_lost(base: str, ours: str, theirs: str) -> None:
    there = set(merged(ours, theirs, base).text.splitlines())
    assert (set(ours.splitlines()) | set(theirs.splitlines())) - set(base.splitlines()) - {""} <= there


# --- agreements as people write them ------------------------------------------------------------------------------

ROOT = Path(__file__).parents[2]
WRITTEN = sorted([*ROOT.glob("examples/*/*.pact"), *ROOT.glob("src/pactlang/vocabularies/*.pact")])


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_is_lost_between_pieces(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    document = read(written)
    assert document is not None
    cut = pieces(document)
    assert cut is not None
    assert "".join(piece.whole for piece in cut) == written
    for piece in cut:
        assert not piece.inner or "".join(one.whole for one in piece.inner) == piece.body
    for piece in cut[::5]:
        # Taking one block out on one side and changing nothing on the other gives the text without it.
        without = "".join(one.whole for one in cut if one is not piece)
        assert merged(without, written, written).text == without
        assert merged(written, without, written).text == without


def test_two_versions_of_one_agreement() -> None:
    old, new = ((ROOT / "examples" / "couple-evenings" / name).read_text(encoding="utf-8") for name in ("v1.pact", "v2.pact"))
    assert merged(new, old, old).text == new
    assert merged(old, new, old).text == new

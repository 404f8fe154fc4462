"""The mirror law: what is tighter from one text to another is looser from that one back, with the same logs to show it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pactlang import load_text
from pactlang.diff.compare import compare
from pactlang.model.agreement import Agreement
from pactlang.witness.direction import Direction
from tests.negotiate.table import HEADER

WHO = st.sampled_from(["Ana", "Ben or Cleo", "Ana and Ben", "each party", "anyone"])
OWES = st.sampled_from(["Ana", "Ben or Cleo", "Ana and Ben", "everyone"])
NUMBER = st.integers(1, 4).map(str)
LENGTH = st.sampled_from(["2 hours", "24 hours", "1 day", "2 days", "1 week", "1 month"])
PERIOD = st.sampled_from(["per day", "per week", "per month", "in any 7 days", "in any 24 hours"])
FILTER = st.sampled_from(["", " at home", " with kim", " on Friday", " between 22:00 and 05:00", " tagged dinner", " with someone new"])
UNLESS = st.sampled_from(["", " unless away", " unless with kim", " unless consent by Ben within the last 2 days"])
UNDER = st.sampled_from(["", "\n    only on weekdays", "\n    except while away", "\n    only from 2026-09-01"])
RHYTHM = st.sampled_from(["every week on Sunday", "every 2 weeks on Monday", "every month on day 1", "every day"])


def said(template: str, **parts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, str]]:
    """Two sentences of one form, each with parts of its own."""
    one = st.fixed_dictionaries(parts).map(lambda values: f"    {template.format(**values)}\n")
    return st.tuples(one, one)


PAIR = st.one_of(
    said("at most {n} encounters{f} {p} by {w}{u}{m}", n=NUMBER, f=FILTER, p=PERIOD, w=WHO, u=UNLESS, m=UNDER),
    said("no encounter{f} by {w}{u}{m}", f=FILTER, w=WHO, u=UNLESS, m=UNDER),
    said("at least {l} between encounters{f} by {w}", l=LENGTH, f=FILTER, w=WHO),
    said("after each encounter{f} by Ana, disclosure by {o} to Ben within {l}{m}", f=FILTER, o=OWES, l=LENGTH, m=UNDER),
    said("before each encounter{f} by Ana, notice by {o} at least {l} ahead", f=FILTER, o=OWES, l=LENGTH),
    said("check-in by {o} {r}{m}", o=OWES, r=RHYTHM, m=UNDER),
    said("test by {o} every {l}{m}", o=OWES, l=LENGTH, m=st.sampled_from(["", "\n    except while away"])),
)


def agreement(sentence: str) -> Agreement:
    return load_text(f"{HEADER}promise tried\n{sentence}")


MIRRORED = {Direction.TIGHTER: Direction.LOOSER, Direction.LOOSER: Direction.TIGHTER}


@settings(max_examples=4, deadline=None)
@given(PAIR)
def test_what_is_tighter_one_way_is_looser_the_other(pair: tuple[str, str]) -> None:
    old, new = map(agreement, pair)
    there, back = compare(old, new).changes, compare(new, old).changes
    assert sorted(MIRRORED.get(one.direction, one.direction) for one in there) == sorted(one.direction for one in back)
    if len(there) == 1:
        assert back[0].compared == there[0].compared.mirrored
        assert back[0].compared.freed == there[0].compared.bound


@settings(max_examples=6, deadline=None)
@given(st.lists(PAIR, min_size=2, max_size=3))
def test_of_several_sentences_each_is_matched_the_same_way_back(pairs: list[tuple[str, str]]) -> None:
    old, new = (agreement("".join(pair[side] for pair in pairs)) for side in (0, 1))
    there, back = compare(old, new, judged=False), compare(new, old, judged=False)
    assert sorted(map(str, there.pairs)) == sorted(str((b, a)) for a, b in back.pairs)
    assert {(one.old, one.new) for one in there.changes} == {(one.new, one.old) for one in back.changes}

"""What was mostly wrong when no rule had seen the text is told to those alone who want everything, or was mended at its kind."""

from __future__ import annotations

from collections import Counter

from tests.lint.fresh import counts, left_out, together, told
from tests.lint.marked_sets import SETS

# What was mended at its kind, where its wrong findings had one.
MENDED = {
    "S002": "says where somebody is known to be, and no longer all the time",
    "S009": "one name behind Mrs or Dr is not a full name",
    "V006": "silent without a log",
    "V008": "silent about exceptions to what goes on each week or year",
    "W004": "hears who is punished: nobody, or pigeons, are not",
}


def test_what_was_mostly_wrong_is_doubtful_or_mended() -> None:
    wrong = {rule for rule, one in together(list(counts().values())).items() if not told(one)}
    assert {rule for rule in wrong if not rule.endswith(" doubtful")} == set(MENDED)


def test_leaving_a_set_out_takes_nothing_but_whole_rules_away() -> None:
    assert list(counts()) == list(SETS)
    assert left_out("hints_and_jokes") == (Counter(right=51, wrong=1), Counter(right=51, wrong=0))

"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.contradiction import (
    answer_comes_too_late,
    cannot_both_be_kept,
    due_while_paused,
    example_does_not_hold,
    guarantee_not_kept,
    hope_out_of_reach,
    needless_sentence,
    needs_what_is_forbidden,
    never_so_often,
    occasion_never_comes,
    said_twice,
    shares_above_the_whole,
    speaks_of_nothing,
    words_against_sentence,
)

RULES: tuple[Rule, ...] = (
    cannot_both_be_kept.RULE,
    needless_sentence.RULE,
    said_twice.RULE,
    speaks_of_nothing.RULE,
    needs_what_is_forbidden.RULE,
    occasion_never_comes.RULE,
    due_while_paused.RULE,
    hope_out_of_reach.RULE,
    guarantee_not_kept.RULE,
    example_does_not_hold.RULE,
    words_against_sentence.RULE,
    answer_comes_too_late.RULE,
    shares_above_the_whole.RULE,
    never_so_often.RULE,
)

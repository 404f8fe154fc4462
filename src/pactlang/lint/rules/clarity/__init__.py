"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.clarity import (
    blank_not_filled_in,
    clause_without_sentence,
    event_never_used,
    month_or_thirty_days,
    mostly_in_words,
    nearly_equal_names,
    read_two_ways,
    vague_word,
)

RULES: tuple[Rule, ...] = (
    vague_word.RULE,
    blank_not_filled_in.RULE,
    clause_without_sentence.RULE,
    event_never_used.RULE,
    nearly_equal_names.RULE,
    read_two_ways.RULE,
    mostly_in_words.RULE,
    month_or_thirty_days.RULE,
)

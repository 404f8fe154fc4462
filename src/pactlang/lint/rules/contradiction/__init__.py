"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.contradiction import cannot_both_be_kept, needless_sentence, said_twice, speaks_of_nothing

RULES: tuple[Rule, ...] = (
    cannot_both_be_kept.RULE,
    needless_sentence.RULE,
    said_twice.RULE,
    speaks_of_nothing.RULE,
)

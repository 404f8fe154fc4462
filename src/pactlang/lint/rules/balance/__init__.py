"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.balance import (
    binds_only_one,
    consent_by_one,
    decides_on_own,
    different_numbers,
    limit_on_one,
    nobody_stands_in,
    one_has_the_last_word,
    one_sided_change,
    one_sided_matrix,
    only_one_may,
    repair_by_one,
    spares_one,
    tells_and_never_hears,
    tests_by_one,
    uneven_turns,
)

RULES: tuple[Rule, ...] = (
    binds_only_one.RULE,
    tells_and_never_hears.RULE,
    only_one_may.RULE,
    consent_by_one.RULE,
    limit_on_one.RULE,
    tests_by_one.RULE,
    different_numbers.RULE,
    one_sided_matrix.RULE,
    one_has_the_last_word.RULE,
    repair_by_one.RULE,
    one_sided_change.RULE,
    uneven_turns.RULE,
    spares_one.RULE,
    decides_on_own.RULE,
    nobody_stands_in.RULE,
)

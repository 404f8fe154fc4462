"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.version import (
    days_run_out,
    lapsed,
    no_review_ahead,
    review_overdue,
    signed_after_a_breach,
    signed_another_text,
    signed_in_the_future,
    takes_effect_at_once,
    unsigned,
)

RULES: tuple[Rule, ...] = (
    unsigned.RULE,
    signed_another_text.RULE,
    lapsed.RULE,
    takes_effect_at_once.RULE,
    signed_in_the_future.RULE,
    review_overdue.RULE,
    signed_after_a_breach.RULE,
    days_run_out.RULE,
    no_review_ahead.RULE,
)

"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.missing import (
    cap_without_disclosure,
    disclosure_without_items,
    disclosure_without_window,
    no_aftercare,
    no_check_in,
    no_pause,
    no_repair,
    no_review_or_end,
    no_testing,
    no_way_to_end,
    protection_not_named,
    result_not_shared,
)

RULES: tuple[Rule, ...] = (
    no_review_or_end.RULE,
    cap_without_disclosure.RULE,
    disclosure_without_window.RULE,
    disclosure_without_items.RULE,
    no_testing.RULE,
    result_not_shared.RULE,
    protection_not_named.RULE,
    no_aftercare.RULE,
    no_check_in.RULE,
    no_pause.RULE,
    no_way_to_end.RULE,
    no_repair.RULE,
)

"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.wording import absolute, blame, punishment, threat

RULES: tuple[Rule, ...] = (
    blame.RULE,
    absolute.RULE,
    threat.RULE,
    punishment.RULE,
)

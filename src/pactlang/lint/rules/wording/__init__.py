"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.wording import (
    absolute,
    blame,
    punishment,
    should_know_untold,
    threat,
    you_should,
)

RULES: tuple[Rule, ...] = (
    blame.RULE,
    absolute.RULE,
    threat.RULE,
    punishment.RULE,
    you_should.RULE,
    should_know_untold.RULE,
)

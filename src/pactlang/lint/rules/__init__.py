"""Every rule of the linter, in one tuple."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules import balance, clarity, contradiction, missing, safety, version, wording

RULES: tuple[Rule, ...] = (
    *clarity.RULES,
    *missing.RULES,
    *balance.RULES,
    *contradiction.RULES,
    *safety.RULES,
    *wording.RULES,
    *version.RULES,
)

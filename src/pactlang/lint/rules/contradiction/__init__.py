"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule

RULES: tuple[Rule, ...] = ()

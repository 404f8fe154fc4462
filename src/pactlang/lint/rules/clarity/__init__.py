"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.clarity import vague_word

RULES: tuple[Rule, ...] = (vague_word.RULE,)

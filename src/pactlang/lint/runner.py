"""Runs rules over an agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactlang.lint.rules import RULES

if TYPE_CHECKING:
    from pactlang.lint.rule import Found, Rule
    from pactlang.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one place."""

    rule: Rule
    found: Found


def run(subject: Subject, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Everything that these rules find, in the order of places, then codes."""
    findings = [Finding(rule, found) for rule in rules for found in rule.find(subject)]
    names = {document.source.name: place for place, document in enumerate(subject.documents)}
    findings.sort(key=lambda one: (names.get(one.found.span.source.name, 0), one.found.span.start, one.rule.code))
    return findings

"""Every fix that a rule offers in its own examples: applied, it gives an agreement that reads, and the rule is silent there."""

from __future__ import annotations

from functools import cache

import pytest

from pactlang.lint.page import page_of
from pactlang.lint.rule import Fix, Rule
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from pactlang.model.meaning import same_meaning
from tests.lint.subjects import subject_of, subjects_of
from tests.lint.test_missing_and_balance import CASES, RULES_HERE


def applied(text: str, fix: Fix) -> str:
    """A text with all edits of a fix, the last place first."""
    for edit in sorted(fix.edits, key=lambda one: one.span.start, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@cache
def examples(rule: Rule) -> list[str]:
    """The texts on a rule's page in which it finds something that it can mend."""
    subjects = subjects_of(page_of(rule).blocks("Before"))
    return [subject.document.source.text for subject in subjects if any(found.fixes for found in rule.find(subject))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_fix_gives_an_agreement_in_which_the_rule_is_silent(rule: Rule, ending: str) -> None:
    for example in examples(rule):
        text = example.replace("\n", ending)
        before = subject_of(text)
        for found in rule.find(before):
            for fix in found.fixes:
                assert fix.title
                assert all(edit.span.source is before.document.source for edit in fix.edits)
                mended = applied(text, fix)
                assert mended.count("\r") == (mended.count("\n") if ending == "\r\n" else 0)
                after = subject_of(mended)
                assert found.message not in [one.message for one in rule.find(after)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.name}")
def test_a_fix_needs_no_line_break_at_the_end(rule: Rule) -> None:
    for example in examples(rule):
        text = example.rstrip("\n")
        for found in rule.find(subject_of(text)):
            for fix in found.fixes:
                subject_of(applied(text, fix))


def test_many_rules_can_mend_their_examples() -> None:
    assert sum(1 for rule in RULES if examples(rule)) >= 25


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in CASES])
def test_fixes_of_whole_agreements_read(text: str) -> None:
    for one in run(subject_of(text), RULES_HERE):
        for fix in one.found.fixes:
            mended = subject_of(applied(text, fix))
            assert not fix.safe or same_meaning(mended.agreement, subject_of(text).agreement)


def test_a_fix_keeps_the_comments_after_the_last_clause() -> None:
    head = 'pact "T"\n  between Ana and Ben\n\nuse relationships\n\n'
    text = f"{head}cap c\n  at most 2 encounters by each party per month\n\n# Our last words.\n"
    for rule in RULES:
        for found in rule.find(subject_of(text)):
            for fix in found.fixes:
                mended = applied(text, fix)
                assert mended.endswith("\n# Our last words.\n")
                subject_of(mended)

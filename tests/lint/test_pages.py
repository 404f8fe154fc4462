"""Every rule against its own page."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pactlang.lint.page import SECTIONS, page_of
from pactlang.lint.rule import Rule
from pactlang.lint.rules import RULES
from tests.lint.subjects import subjects_of

FOLDER = Path(__file__).parents[2] / "src" / "pactlang" / "lint" / "rules"
IDS = [f"{rule.code} {rule.name}" for rule in RULES]


def codes(rule: Rule, section: str) -> list[int]:
    """How often a rule speaks in each example of a section of its page."""
    subjects = subjects_of(page_of(rule).blocks(section))
    assert subjects, f"{rule.code} has no example under {section}"
    return [len(list(rule.find(subject))) for subject in subjects]


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_rule_speaks_in_its_bad_example_alone(rule: Rule) -> None:
    assert all(number > 0 for number in codes(rule, "Before"))
    assert all(number == 0 for number in codes(rule, "After"))
    assert all(number == 0 for number in codes(rule, "Near miss"))


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_page_has_every_section(rule: Rule) -> None:
    page = page_of(rule)
    assert tuple(page.sections) == SECTIONS
    assert all(page.sections.values())
    assert page.title.endswith(".")
    assert "\n" not in page.title


def test_every_rule_file_is_in_the_tuple() -> None:
    listed = {rule.find.__module__.removeprefix("pactlang.lint.rules.") for rule in RULES}
    files = {".".join(file.relative_to(FOLDER).with_suffix("").parts) for file in FOLDER.rglob("*.py") if not file.stem.startswith("_")}
    assert listed == files


def test_codes_and_names_are_each_one_rule() -> None:
    names = Counter(name for rule in RULES for name in (rule.code, rule.name, *rule.aliases))
    assert [name for name, number in names.items() if number > 1] == []
    assert [rule.code for rule in RULES if not re.fullmatch(r"[CMBXSWV]\d{3}", rule.code)] == []
    assert [rule.name for rule in RULES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)] == []
    assert [rule.name for rule in RULES if rule.find.__module__.rpartition(".")[2] != rule.name.replace("-", "_")] == []


def test_rules_stand_in_the_order_of_their_codes() -> None:
    for family in {rule.family for rule in RULES}:
        found = [rule.code for rule in RULES if rule.family is family]
        assert found == sorted(found)

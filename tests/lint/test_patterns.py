"""The patterns of rules cannot run long on a strange line: what repeats without end is one class of characters and holds no repeat."""

from __future__ import annotations

import importlib
import re

import pytest

from pactlang.later import Later
from pactlang.lint import hearing, words
from pactlang.lint.frames import folded, required
from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.rules.clarity import value_without_act
from pactlang.lint.rules.safety import third_party_bound
from pactlang.lint.rules.wording import absolute
from tests.lint.subjects import subject_of

FAMILIES = (Family.CLARITY, Family.SAFETY, Family.WORDING)
# A star or a plus after a group, or after a class that may hold spaces: two of these in a row can try the same words in many ways.
_ENDLESS_GROUP = re.compile(r"(?<!\\)\)(?:[*+]|\{\d+,\})")
_ENDLESS_CLASS = re.compile(r"(?<!\\)\[(?P<held>\^?(?:\\.|[^\]\\])+)\](?:[*+]|\{\d+,\})")
_ENDLESS_ANY = re.compile(r"(?<!\\)\.(?:[*+]|\{\d+,\})")


def patterns() -> list[tuple[str, str]]:
    """Every pattern of the rules for words, and in those that rules share."""
    modules = [importlib.import_module(rule.find.__module__) for rule in RULES if rule.family in FAMILIES] + [hearing, words]
    return [
        (f"{module.__name__.removeprefix('pactlang.lint.')} {name}", value.pattern)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern | Later)
    ]


def endless(pattern: str) -> list[str]:
    """The repeats of a pattern that have no bound and may hold more than one word."""
    found = [one[0] for one in (*_ENDLESS_GROUP.finditer(pattern), *_ENDLESS_ANY.finditer(pattern))]
    for one in _ENDLESS_CLASS.finditer(pattern):
        inside = one["held"]
        if " " in inside or "\\s" in inside or "\\W" in inside or (inside.startswith("^") and '"' not in inside):
            found.append(one[0])
    return found


@pytest.mark.parametrize(("name", "pattern"), patterns(), ids=[name for name, _ in patterns()])
def test_a_pattern_has_no_endless_part(name: str, pattern: str) -> None:
    assert endless(pattern) == [], name


@pytest.mark.parametrize("pattern", [r"(?:a|b )+", r"x.*y", r"[^.;]+x", r"[a-z ]{2,}x", r"(?:\w+ )*y"])
def test_an_endless_part_is_seen(pattern: str) -> None:
    assert endless(pattern)


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        (absolute._pattern(("Ana", "Ben")), absolute._STEMS),
        (third_party_bound._pattern(""), third_party_bound._STEMS),
        (f"{value_without_act._VALUE}|{value_without_act._BEING}", value_without_act._STEMS),
    ],
    ids=["absolute", "third-party-bound", "value-without-act"],
)
def test_a_pattern_that_is_not_compiled_without_its_stems_needs_one_of_them(pattern: str, stems: tuple[str, ...]) -> None:
    assert any(all(any(stem in needed for stem in stems) for needed in one) for one in required(pattern))
    assert all(stem == folded(stem) for stem in stems)


def test_somebody_by_name_who_is_bound_is_found_whatever_else_is_said() -> None:
    people = 'pact "A and B"\n    between Ana and Ben\nperson dana "Dana"\nperson kim\npromise evenings\n'
    for said in ("Dana must not stay.", "kim's brother shall not come."):
        found = [one.span.text for one in third_party_bound.find(subject_of(f'{people}    "{said}"\n'))]
        assert len(found) == 1, said

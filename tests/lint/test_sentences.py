"""Sentences as people say them, each with all that the rules for words may say of it: as a promise among ordinary ones.

A code with a question mark behind it would be right, and no rule says it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from tests.lint.subjects import subject_of

RULES_HERE = [replace(rule, doubts=True) for rule in RULES if rule.family in (Family.CLARITY, Family.SAFETY, Family.WORDING)]
HEAD = """pact "Us"
    between {parties}
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use relationships
{people}

promise ours
    check-in by everyone every week
"""


FILES = {
    "by_the_rules_authors.txt": HEAD.format(parties="Ana and Ben", people="person dana\nperson kim"),
    "by_somebody_else.txt": HEAD.format(parties="Vera, Wim, Tom, Aisha and Kim", people="person dana"),
    "harmless_twins.txt": HEAD.format(parties="Vera, Wim, Tom, Aisha and Kim", people="person dana"),
    "of_kinds_unheard.txt": HEAD.format(parties="Vera, Wim, Tom, Aisha and Kim", people="person dana"),
    "of_harm.txt": HEAD.format(parties="Vera, Wim, Tom, Aisha and Kim", people="person dana"),
}


def cases() -> list[tuple[str, str, list[str]]]:
    """Each sentence with what stands above it and the codes that are said, in order."""
    return [(head, words, sorted(code for code in codes if not code.endswith("?"))) for _, head, words, codes in marked()]


def marked() -> list[tuple[str, str, str, list[str]]]:
    """Each sentence with its file, what stands above it, and all its codes."""
    found = []
    for file, head in FILES.items():
        for line in (Path(__file__).parent / "sentences" / file).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                codes, _, words = line.partition(" | ")
                found.append((file, head, words.strip(), [code for code in codes.split() if code != "-"]))
    return found


@pytest.mark.parametrize(("head", "words", "codes"), [pytest.param(*case, id=case[1]) for case in cases()])
def test_what_is_said_of_a_sentence(head: str, words: str, codes: list[str]) -> None:
    subject = subject_of(f'{head}    "{words}"\n')
    assert sorted(one.rule.code for one in run(subject, RULES_HERE)) == codes


def test_no_sentence_stands_twice() -> None:
    words = [one for _, one, _ in cases()]
    assert len(set(words)) == len(words)

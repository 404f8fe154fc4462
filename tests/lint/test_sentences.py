"""Sentences as people say them, each with all that the rules for words may say of it: as a promise among ordinary ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from tests.lint.subjects import subject_of

RULES_HERE = [rule for rule in RULES if rule.family in (Family.CLARITY, Family.SAFETY, Family.WORDING)]
HEAD = """pact "Us"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use relationships
person dana
person kim

promise ours
    check-in by everyone every week
"""


def cases() -> list[tuple[str, list[str]]]:
    """Each sentence with its codes, in order."""
    found = []
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            codes, _, words = line.partition(" | ")
            found.append((words.strip(), sorted(code for code in codes.split() if code != "-")))
    return found


@pytest.mark.parametrize(("words", "codes"), [pytest.param(words, codes, id=words) for words, codes in cases()])
def test_what_is_said_of_a_sentence(words: str, codes: list[str]) -> None:
    subject = subject_of(f'{HEAD}    "{words}"\n')
    assert sorted(one.rule.code for one in run(subject, RULES_HERE)) == codes


def test_no_sentence_stands_twice() -> None:
    words = [one for one, _ in cases()]
    assert len(set(words)) == len(words)

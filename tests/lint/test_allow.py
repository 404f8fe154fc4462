"""Allowances: silenced in one place, with a reason, and told where they silence nothing."""

from __future__ import annotations

import pytest

from pactlang.lint.page import HEAD
from pactlang.lint.runner import lint

from .subjects import subject_of

VAGUE = 'promise tell\n    "We tell each other soon."{}\n'


def codes(text: str) -> tuple[list[str], list[str], int]:
    linted = lint(subject_of(HEAD + text))
    return [one.rule.code for one in linted.findings if one.rule.code == "C001"], [one.code for one in linted.remarks], linted.allowed


@pytest.mark.parametrize(
    "comment", ["  # allow: C001 because we like it so", "  # allow: vague-word because so", "  # Allow: c001, M001 because both"]
)
def test_on_the_line(comment: str) -> None:
    found, remarks, allowed = codes(VAGUE.format(comment))
    assert (found, allowed) == ([], 1)
    assert remarks == (["E091"] if "M001" in comment else [])


def test_above_the_line() -> None:
    text = VAGUE.format("").replace('    "We', '    # allow: C001 because we like it so\n    # and a word more\n\n    "We')
    assert codes(text) == ([], [], 1)


def test_elsewhere_it_silences_nothing() -> None:
    text = "# allow: C001 because of the clause\n" + VAGUE.format("")
    assert codes(text) == (["C001"], ["E091"], 0)
    (told,) = lint(subject_of(HEAD + text)).remarks
    line = (HEAD + text).splitlines().index('    "We tell each other soon."') + 1
    assert told.message == f"vague-word finds nothing here, but something at line {line}."


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("  # allow: C001", "E090"),
        ("  # allow: C001 because ", "E090"),
        ("  # allow: vague-wrd because so", "E092"),
        ("  # allow C001: so", "E090"),
    ],
)
def test_what_is_wrong_with_one_is_told(comment: str, code: str) -> None:
    found, remarks, _ = codes(VAGUE.format(comment))
    assert (found, remarks) == (["C001"], [code])


def test_a_comment_that_only_speaks_of_allowing_is_none() -> None:
    assert codes(VAGUE.format("  # we allow this because we like it")) == (["C001"], [], 0)
    assert codes(VAGUE.format("  # allow some time")) == (["C001"], [], 0)

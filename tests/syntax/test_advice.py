"""What is offered helps: a fix that is offered lets reading go on beyond it, and looking for one never takes long."""

from __future__ import annotations

import pytest

from pactlang.diagnostics import Diagnostic
from pactlang.language.parse import parse
from pactlang.source import SourceFile

from .expectations import DATA, written_out

TEXTS = [
    "\n".join(written_out(line[2:]) for line in block.splitlines() if line[:1] == ">")
    for file in sorted(DATA.glob("faults_*.txt"))
    for block in file.read_text(encoding="utf-8").split("\n\n")
]
# Faults of characters are found before the words are read, so a line may be wrong in another way beneath them.
ABOUT_CHARACTERS = ("E002", "E003", "E004", "E008")


def faults(text: str) -> tuple[Diagnostic, ...]:
    return parse(SourceFile("us.pact", text)).diagnostics


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_fix_lets_reading_go_on_beyond_it(text: str) -> None:
    for fault in faults(text):
        number = fault.span.start_position.line
        for edit in fault.edits if fault.code not in ABOUT_CHARACTERS else ():
            fixed = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
            after = [one for one in faults(fixed) if one.span.start_position.line == number]
            known = {one.message for one in faults(text)}
            end = edit.span.start + len(edit.replacement)
            for one in after:
                beyond = one.span.start >= end or edit.span.start <= one.span.start <= one.span.end <= end
                assert beyond or one.message in known - {fault.message}, (fixed.splitlines()[number - 1], one.message)


@pytest.mark.parametrize("piece", ["x", "x-", "x.", ".x", "x_", "9", "é\u0301", "x'", "(", "1:", "€"])
def test_a_word_of_any_length_is_one_fault_at_most(piece: str) -> None:
    word = piece * (200_000 // len(piece))
    for line in (
        word,
        f"no encounter {word} here",
        f"at most {word} encounters per month",
        f"after each {word}",
        f"no encounter at {word}",
    ):
        assert len(faults(f"cap\n    {line}\n")) <= 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("after each encounter, disclosure by the same party to the others within 4 wrok-hours", "work-hours"),
        ("no encounter during work-huors", "work-hours"),
        ("no encounter on feists", "feasts"),
        ("after each encounter, disclosure by the same party to the others within 2 feats", "feasts"),
    ],
)
def test_a_misspelt_name_of_days_or_hours_is_offered(typed: str, meant: str) -> None:
    named = "hours work-hours\n    on weekdays between 09:00 and 17:00\n\ndays feasts\n    2026-12-24 until 2026-12-26\n\n"
    (fault,) = faults(f'pact "Us"\n\n{named}boundary it\n    {typed}\n')
    assert (fault.code, fault.nearest) == ("E001", meant)

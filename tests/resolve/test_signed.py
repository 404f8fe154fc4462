"""What is refused stays readable once somebody has signed it: the sentence is not applied and named, and all else is judged."""

from __future__ import annotations

import pytest

from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs import InputError, load_text
from pactlang.model.agreement import Agreement

from .test_names import HEAD, SIGNED

MORE = "event message\nevent bedtime\nevent jealousy\n"
REFUSED = [
    "no encounter between 09:00 and 10:00 between 11:00 and 12:00",
    "at least 1 hour between encounter and bedtime",
    "after each message, message within 1 day",
    "after each test, test by the same party every 30 days for 90 days",
    "after each breach of repair, debrief by everyone within 3 days",
    "after each breach of b, debrief by everyone within 3 days",
]
REST = "\nrepair\n    after each breach, debrief by everyone within 3 days\n"


def text_of(sentence: str, head: str) -> str:
    return f"{head}{MORE}boundary b\n    no encounter at home\n    {sentence}\n{REST}"


def faults_of(text: str) -> list[Diagnostic]:
    with pytest.raises(InputError) as wrong:
        load_text(text)
    return list(wrong.value.diagnostics)


def read(text: str) -> tuple[Agreement, list[Diagnostic]]:
    from pathlib import Path

    from pactlang.resolve import resolve_file

    agreement, found = resolve_file(Path("us.pact"), lambda _: text.encode())
    assert agreement is not None
    return agreement, found


@pytest.mark.parametrize("sentence", REFUSED)
def test_refused_while_nobody_has_signed(sentence: str) -> None:
    (fault,) = faults_of(text_of(sentence, HEAD))
    assert (fault.code, fault.severity, bool(fault.expected)) == ("E023", Severity.ERROR, True)


@pytest.mark.parametrize("sentence", REFUSED)
def test_not_applied_once_somebody_has(sentence: str) -> None:
    (fault,) = faults_of(text_of(sentence, HEAD))
    agreement, found = read(text_of(sentence, SIGNED))
    (said,) = found
    assert (said.message, said.expected, said.severity) == (fault.message, fault.expected, Severity.WARNING)
    applied = {one.label: one.not_applied for one in agreement.sentences}
    assert applied == {"b": "", "b.2": fault.message[0].lower() + fault.message[1:].rstrip("."), "repair": ""}


@pytest.mark.parametrize("sentence", REFUSED)
def test_a_signature_under_other_words_is_none(sentence: str) -> None:
    other = SIGNED.replace("2026-08-30\n", f"2026-08-30 digest sha256:{'0' * 64}\n", 1)
    assert faults_of(text_of(sentence, other))


def test_a_term_a_state_an_aim_and_a_table_stay_readable_too() -> None:
    text = """term both means encounter between 09:00 and 10:00 between 11:00 and 12:00
state odd
    starts with encounter starting between 09:00 and 10:00 starting between 11:00 and 12:00

boundary b
    no both

hope h
    at least 1 encounter per month
    consent by Ben every week

matrix moods for jealousy
    activity  Ana  Ben
    loud      yes  no
"""
    assert len(faults_of(HEAD + MORE + text)) == 4
    agreement, found = read(SIGNED + MORE + text)
    assert [one.severity for one in found] == [Severity.WARNING] * 4
    assert [one.not_applied for one in agreement.sentences] == [""]
    assert [one.label for one in agreement.hopes[0].sentences] == ["h"]
    assert agreement.matrices == ()


def test_an_example_that_expects_what_is_not_applied_stays_readable() -> None:
    text = f"""{MORE}disclosure tell
    after each message, message within 1 day

example "no answer"
    2026-09-12 10:00  message by Ana
    expect broken tell
"""
    agreement, found = read(SIGNED + text)
    assert [one.severity for one in found] == [Severity.WARNING] * 2
    assert agreement.sentences[0].not_applied

"""What `pact check` never applies, `pact lint` never passes over in silence: a finding of the safety family at each such sentence."""

from __future__ import annotations

import re

import pytest

from pactlang.lint.page import HEAD
from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from pactlang.model.vocabulary import STOP_WORDS
from pactlang.resolve.red_flags import FEELINGS, WATCHING
from tests.lint.subjects import subject_of

SAFETY = [rule for rule in RULES if rule.family is Family.SAFETY]
ASKED = (
    "{} by Ana every 7 days",
    "{} by Ana every week on Sunday",
    "after each encounter, {} by Ana within 24 hours",
    "before each encounter, {} by Ana at least 2 hours ahead",
    "at least 1 {} by Ana per week",
    "after each encounter, disclosure by Ana within 24 hours\n    covering who, {}",
)
LIMITED = (
    "no {} by Ana",
    "at most 1 {} by Ana per week",
    "before each {}, notice by Ana at least 2 hours ahead",
    "at least 3 days between {}",
)
KEPT_FROM = (
    "no therapy",
    "no doctor by Ana",
    "no lawyer-call by each party",
    "no friends by Ana",
    "no contact-with-family by Ana",
    "no family-visit by Ana",
    "before each going-out by Ana, consent by Ben within the last 7 days",
    "no sister-visit by Ana unless consent by Ben within the last 7 days",
    "before each leaving-the-house by Ana, consent by Ben within the last 7 days",
)
STOPPED = ("anyone may pause tests for at most 14 days", "anyone may pause results", "after each breach, tests pause for 14 days")
OTHERS = ("encounter", "gratitude")


def sentences() -> list[str]:
    """Every form with every word that is refused in it."""
    found = [form.format(name) for name in sorted(WATCHING) for form in ASKED]
    found += [form.format(name) for name in sorted(FEELINGS) for form in LIMITED]
    found += [form.format(name) for name in sorted(STOP_WORDS) for form in LIMITED if " " not in name]
    return [*found, *STOPPED, *KEPT_FROM]


def text_with(sentence: str) -> str:
    """An agreement with one sentence, in which every word of it is declared."""
    free = re.findall(r"^(?:no|before each) ([\w-]+)", "\n".join(KEPT_FROM), re.M)
    names = sorted(WATCHING | FEELINGS | set(free))
    said = re.findall(r"[\w-]+", sentence)
    events = "".join(f"event {name}\n" for name in names if name in said)
    return f"{HEAD}{events}promise ours\n    {sentence}\n"


@pytest.mark.parametrize("sentence", sentences())
def test_a_finding_at_each_sentence_that_is_not_applied(sentence: str) -> None:
    subject = subject_of(text_with(sentence))
    refused = [one for one in subject.sentences if one.not_applied]
    assert len(refused) == 1
    assert [one.found.span for one in run(subject, SAFETY)] == [refused[0].span]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("form", [*ASKED[:5], *LIMITED[:3]])
def test_none_where_the_sentence_is_applied(form: str, name: str) -> None:
    subject = subject_of(text_with(form.format(name)))
    assert [one.not_applied for one in subject.sentences] == [""]
    assert [one.rule.code for one in run(subject, SAFETY)] == []

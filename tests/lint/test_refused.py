"""What `pact check` never applies, `pact lint` never passes over in silence: a finding of the safety family at each such sentence."""

from __future__ import annotations

import re

import pytest

from pactlang.lint.page import HEAD
from pactlang.lint.rule import Family
from pactlang.lint.rules import RULES
from pactlang.lint.runner import run
from pactlang.model.vocabulary import STOP_WORDS
from tests.lint.subjects import subject_of
from tests.resolve.watching import ASKS, FINE, NEVER

FEELINGS = (
    *("anger", "attraction", "crush", "doubt", "envy", "fear", "feeling", "feelings", "grief", "jealousy", "love", "missing-someone"),
    *("resentment", "sadness", "sorrow", "falling-in-love", "crying", "tears", "insecurity", "loneliness", "longing", "heartbreak"),
    *("shame", "guilt", "disappointment", "worry", "jealousy-start", "feeling-lonely"),
)
SAID_NO = ("refusal", "consent-withdrawal")  # by a name of the agreement's own
SAFETY = [rule for rule in RULES if rule.family is Family.SAFETY]
WAITED = (
    "after each encounter, no date-night until {} by Ana",
    "no date-night by Ana unless {} by Ana within the last 2 days",
)
ASKED = (
    "{} by Ana every 7 days",
    "{} by Ana every week on Sunday",
    "after each encounter, {} by Ana within 24 hours",
    "before each encounter, {} by Ana at least 2 hours ahead",
    "at least 1 {} by Ana per week",
    "after each encounter, disclosure by Ana within 24 hours\n    covering who, {}",
    "at least 2 days of {} by Ana per week",
    "at least 1 night of {} by Ana per month",
    *WAITED,
)
LIMITED = (
    "no {} by Ana",
    "at most 1 {} by Ana per week",
    "before each {}, notice by Ana at least 2 hours ahead",
    "at least 3 days between {}",
    "at most 2 nights of {} by Ana per week",
    "at most 2 days of {} per month",
    "after each encounter, no {} by the same party for 24 hours",
    "after each encounter, no {} by Ana until apology by the same party",
    "after each breach, no {} by the same party for 2 days",
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
DONE_AFTER = (
    "after each {}, apology by the same party within 2 days",
    "after each {}, encounters pause for 7 days",
    "after each {}, check-in by the same party every 1 day for 2 weeks",
    "after each {} by each party, check-in by each party within 2 days",
    "after each {}, check-in by everyone to Ana within 2 days",
    "after each {}, no encounter by the same party for 24 hours",
    "after each {}, no encounter for 2 days",
    "after each {}, no encounter until apology by the same party",
)
OWED = (
    "{} by Ana every week",
    "after each encounter, {} by Ana within 2 days",
    "at least 1 {} per month",
    "at least 2 days of {} per month",
)
OWED_YES = (
    "consent by Ben every week",
    "after each encounter, consent by Ben within 1 day",
    "at least 2 consents per month",
    "at least 2 nights of consents per month",
)
WHILE = ("no encounter while tender", "chore by Ana every day\n    only while paused", "no encounter by Ana while paused")
AT_ONCE = (
    "after each encounter, disclosure by Ana within 1 hour\n    covering where, who",
    "after each encounter, disclosure by Ana within 30 minutes\n    covering location",
)
STOPPED = ("anyone may pause tests for at most 14 days", "anyone may pause results", "after each breach, tests pause for 14 days")
OTHERS = ("meeting", "gratitude")


def sentences() -> list[str]:
    """Every form with every word that is refused in it."""
    found = [form.format(name) for name in NEVER for form in ASKED]
    found += [form.format(name) for name in sorted(FEELINGS) for form in (*LIMITED, *DONE_AFTER, *OWED)]
    found += [form.format(name) for name in sorted(STOP_WORDS) for form in (*DONE_AFTER, *OWED) if " " not in name]
    found += [form.format(name) for name in SAID_NO for form in (*LIMITED, *DONE_AFTER, *OWED)]
    found += [form.format(name) for name in sorted(FEELINGS) for form in WAITED]
    found += [form.format(name) for name in ("sex", "slap") for form in (*OWED, *WAITED)]
    found += [*OWED_YES, *WHILE, *AT_ONCE, *(form.format("location") for form in ASKED[:5])]
    found += [form.format(name) for name in sorted(STOP_WORDS) for form in LIMITED if " " not in name]
    return [*found, *STOPPED, *KEPT_FROM]


def text_with(sentence: str) -> str:
    """An agreement with one sentence, in which every word of it is declared."""
    free = re.findall(r"^(?:no|before each) ([\w-]+)", "\n".join(KEPT_FROM), re.M)
    names = sorted({*NEVER, *ASKS, *FINE, *FEELINGS, *SAID_NO, *free, "chore", "location", "jealousy", "sex", "slap"})
    said = re.findall(r"[\w-]+", sentence)
    said += ["jealousy"] if "tender" in said else []
    events = "".join(f"event {name}\n" for name in names if name in said)
    state = "state tender\n    starts with jealousy\n    lasts at most 7 days\n" if "tender" in said else ""
    return f"{HEAD}{events}{state}promise ours\n    {sentence}\n"


@pytest.mark.parametrize("sentence", sentences())
def test_a_finding_at_each_sentence_that_is_not_applied(sentence: str) -> None:
    subject = subject_of(text_with(sentence))
    refused = [one for one in subject.sentences if one.not_applied]
    assert len(refused) == 1
    assert [one.found.span for one in run(subject, SAFETY)] == [refused[0].span]


@pytest.mark.parametrize("name", [*ASKS, *FINE])
@pytest.mark.parametrize("form", ASKED)
def test_names_that_may_be_harmless_are_applied_and_some_are_asked_about(name: str, form: str) -> None:
    subject = subject_of(text_with(form.format(name)))
    assert [one.not_applied for one in subject.sentences] == [""]
    spoken = {one.rule.code for one in run(subject, SAFETY)} & {"S001", "S002"}
    assert spoken == ({ASKS[name]} if name in ASKS else set())


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("form", [*ASKED[:5], *LIMITED[:3]])
def test_none_where_the_sentence_is_applied(form: str, name: str) -> None:
    subject = subject_of(text_with(form.format(name)))
    assert [one.not_applied for one in subject.sentences] == [""]
    assert [one.rule.code for one in run(subject, SAFETY)] == []

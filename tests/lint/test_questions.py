"""Readings that surprise: each question is asked once, calmly, and names the other sentence, which can be read and says something else."""

from __future__ import annotations

import re

import pytest

from pactlang.checker.engine import judge
from pactlang.diagnostics import Severity
from pactlang.inputs import load_text, moment_of, zone_of_all
from pactlang.lint.rule import Found, Profile
from pactlang.lint.runner import chosen
from pactlang.log.read import read_log
from pactlang.log.validate import Known, validate

from .subjects import subject_of

HEAD = """pact "Us"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships
use household

person kim tagged secondary
event walk

state at-risk
    starts with encounter
    ends with test

state tired for each party
    starts with walk
    lasts at most 1 day

promise c
"""
# 5 January 2026 is a Monday. A rule, the lines in which it asks, how many other sentences it names, and entries on which each differs.
EVERY_DAY = "".join(f"2026-01-{day:02} 23:30  cooking by Ana and Ben\n" for day in range(5, 26))
IN_TURN = "".join(f"2026-01-{day:02} 23:30  cooking by {'Ana' if day % 2 else 'Ben'}\n" for day in range(5, 26))
FRIDAYS = "".join(f"2026-01-{day:02} 23:30  cooking by Ana\n" for day in (9, 16, 23))
BOTH = "2026-01-06 20:00  encounter by Ana with kim\n2026-01-07 20:00  encounter by Ben with kim\n"
RISK = "2026-01-06 20:00  encounter by Ana with kim\n2026-01-07 20:00  date-night by Ben\n2026-01-08 20:00  date-night by Ana\n"
TIRED = "2026-01-06 20:00  walk by Ana\n2026-01-07 10:00  date-night by Ben\n"
ASKED = [
    ("C016", "cooking by Ana every Friday at 18:00", 1, FRIDAYS),
    ("C016", "cooking by each party every day at 18:00", 2, EVERY_DAY),
    ("C016", "cooking by Ana every week on Friday at 19:30 give or take 1 day", 1, FRIDAYS),
    ("C016", "cooking by Ana and Ben in turn every day at 18:00", 1, IN_TURN),
    (
        "C017",
        "at most 2 encounters by Ana or Ben per month",
        1,
        "".join(f"2026-01-{day:02} 20:00  encounter by {who} with kim\n" for day, who in ((6, "Ana"), (7, "Ana"), (8, "Ben"))),
    ),
    ("C017", "at least 2 walks by Ana or Ben per week", 1, "".join(f"2026-01-{d:02} 10:00  walk by Ana\n" for d in (6, 7, 13, 14, 20, 21))),
    (
        "C017",
        "at least 3 days between encounters",
        1,
        BOTH,
    ),
    (
        "C017",
        "at least 3 days between encounters by Ana or Ben",
        1,
        BOTH,
    ),
    (
        "C018",
        "after each encounter, disclosure by the same party to the others within 2 days\n    only on weekdays",
        1,
        "2026-01-09 20:00  encounter by Ana with kim\n2026-01-12 09:00  disclosure by Ana to Ben\n",
    ),
    (
        "C018",
        "after each guest, cleaning by the same party within 1 day\n    only on Sunday through Thursday",
        1,
        "2026-01-08 20:00  guest by Ana\n2026-01-11 10:00  cleaning by Ana\n",
    ),
    (
        "C019",
        "at least 1 walk per week",
        2,
        "2026-01-06 10:00  walk by Ana\n2026-01-14 10:00  walk by Ana\n2026-01-20 10:00  walk by Ana\n",
    ),
    ("C019", "at least 2 hours of walks per month", 2, "2026-02-06 10:00 to 12:30  walk by Ana\n"),
    (
        "C020",
        "after each encounter, disclosure by the same party to everyone tagged secondary within 2 days",
        1,
        "2026-01-06 20:00  encounter by Ana with kim\n2026-01-07 09:00  disclosure by Ana to kim\n",
    ),
    ("C020", "notice by Ana to the others tagged secondary every week", 1, "2026-01-06 10:00  notice by Ana to kim\n"),
    ("C021", "no date-night by each party while at-risk", 1, RISK),
    ("C021", "after each date-night by each party, cooking by the same party within 1 day\n    only while at-risk", 1, RISK),
    ("C021", "at most 0 date-nights by each party per week unless at-risk", 1, RISK),
    ("C021", "no date-night while tired", 1, TIRED),
    ("C021", "after each date-night while tired, cooking by anyone within 1 day", 1, TIRED),
]
NOT_ASKED = [
    "cooking by Ana every Friday at 18:00 for 1 hour",
    "check-in by everyone every Friday at 19:30",
    "date-night by Ana and Ben every week on Sunday at 18:00",
    "cooking by Ana every Friday at 18:00 give or take 30 minutes",
    "cooking by Ana every week by Friday at 18:00",
    "cooking by Ana every Friday",
    "at most 4 encounters by each party per month",
    "at most 4 encounters by anyone per month",
    "at most 4 encounters by Ana and Ben per month",
    "at least 3 days between encounters by anyone",
    "at least 1 walk by Ana and Ben per week",
    "at least 1 walk by anyone per week",
    "after each encounter, disclosure by the same party to the others within 2 days",
    "after each encounter, disclosure by the same party to the others within 2 days\n    only on weekdays\n    grace 2 days",
    "no encounter at home\n    only on weekdays",
    "after each encounter, disclosure tagged secondary by the same party to everyone within 2 days",
    "no date-night while at-risk",
    "no date-night by anyone while at-risk",
    "no date-night by each party while tired",
    "no date-night by anyone while tired",
    "no date-night by Ana and Ben while tired",
    "no date-night by each party while paused",
    "no date-night by each party while at-risk\n    cooking by everyone every week on Sunday\n    only while at-risk",
    "no date-night by each party while at-risk\n    at least 1 walk by anyone per week\n    except while at-risk",
]
QUESTIONS = [rule for rule in chosen(Profile.STRICT)[0] if rule.asks]
ANNOYING = {"C016", "C017"}  # more than half of those asked on texts that nobody had seen were not worth it


def indented(lines: str) -> str:
    return "".join(f"    {line.strip()}\n" for line in lines.split("\n"))


def asked(lines: str) -> list[tuple[str, Found]]:
    subject = subject_of(HEAD + indented(lines))
    return [(rule.code, found) for rule in QUESTIONS for found in rule.find(subject)]


def others(found: Found, lines: str) -> list[str]:
    """The text with each of the sentences that are offered."""
    sentence, *under = lines.split("\n")
    offered = re.findall(r"'([^']+)'", found.advice)
    if offered[0].startswith("state "):  # a heading, and the sentence stays
        old = next(line for line in HEAD.splitlines() if line.startswith(" ".join(offered[0].split()[:2])))
        return [HEAD.replace(old, offered[0]) + indented(lines)]
    if under:  # what is offered goes in place of the days
        return [HEAD + indented("\n".join([sentence, one])) for one in offered]
    return [HEAD + indented(one) for one in offered]


def verdicts(text: str, log: str) -> list[tuple[str, int]]:
    """What is broken or due at the end of February."""
    agreement = load_text(text)
    zone = zone_of_all([agreement])
    entries = validate(read_log(log, "us.pactlog"), Known.of([agreement])).entries
    judgement = judge([agreement], entries, moment_of("2026-03-02", zone), zone)
    return sorted((finding.status.value, finding.date) for finding in judgement.findings)


@pytest.mark.parametrize(("code", "lines", "count", "log"), ASKED)
def test_the_other_reading_can_be_written_and_is_another_one(code: str, lines: str, count: int, log: str) -> None:
    ((heard, found),) = asked(lines)
    assert heard == code
    texts = others(found, lines)
    assert len(texts) == count
    for text in texts:
        assert verdicts(text, log) != verdicts(HEAD + indented(lines), log), text


@pytest.mark.parametrize("lines", NOT_ASKED)
def test_what_says_which_is_meant_is_not_asked_about(lines: str) -> None:
    assert asked(lines) == []


def test_what_is_offered_asks_nothing_more() -> None:
    for _, lines, *_ in ASKED:
        ((_, found),) = asked(lines)
        for text in others(found, lines):
            subject = subject_of(text)
            assert [rule.code for rule in QUESTIONS for _ in rule.find(subject)] == []


def test_a_question_is_asked_once_and_says_how_often_it_could_be() -> None:
    found = asked("at least 1 walk per week\nat least 1 meeting per week\nat least 1 call per week")
    assert [(code, one.message) for code, one in found] == [
        ("C019", "Does it take all of you? What any one of you does keeps this. (2 more in this text)")
    ]


def test_each_question_is_a_note_and_asked_in_an_ordinary_run_unless_it_annoyed() -> None:
    assert {rule.code for rule in QUESTIONS} == {code for code, *_ in ASKED}
    for rule in QUESTIONS:
        assert rule.severity is Severity.NOTE
        assert rule.profile is (Profile.STRICT if rule.code in ANNOYING else Profile.DEFAULT)


def test_the_nights_of_days_are_asked_about_with_hours_that_say_otherwise() -> None:
    line = "no encounter between 22:00 and 06:00 on Sunday through Thursday"
    subject = subject_of(HEAD + indented(line))
    (found,) = next(rule for rule in chosen(Profile.DEFAULT)[0] if rule.code == "C015").find(subject)
    parts = re.findall(r"'([^']+)'", found.advice)
    assert parts == ["hours NAME", "on Sunday through Thursday between 22:00 and 06:00", "during NAME"]
    other = HEAD + f"    no encounter {parts[2]}\n{parts[0]}\n    {parts[1]}\n"
    night = "2026-01-09 00:30  encounter by Ana with kim\n"  # a Friday
    assert [len(verdicts(text, night)) for text in (HEAD + indented(line), other)] == [0, 1]

"""What no sentence may do, tried in every form: a table of forms, each with places for an event, times what must not be put there.

Every alternative of the grammar that makes a form has to be in the table, so a new form is tried, or this fails.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest

import pactlang
from pactlang.inputs import InputError, load_text
from pactlang.language.builder import Builder
from pactlang.model import agreement as model

HEAD = """pact "Us"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household
use relationships

event therapy
event friends
event jealousy
event sex
event phone-check
event slap
event helper-talk
event ride
    amount in km
    fields mood
person kim tagged secondary
term no-go means refuse
days school-nights
    Sunday through Thursday
hours quiet-hours
    between 22:00 and 07:00

boundary other
    no guest at home

"""
STATE = "state after-it\n    starts with {e}\nstate own-after-it for each party\n    starts with {e}\n"
IN_KM = "event {e}\n    amount in km\n    fields mood\n"


class Shape(NamedTuple):
    """A sentence with a place for an event. `alike`: it asks, or forbids, the same of all; `never`: it forbids altogether.

    `unit`: only what has an amount and fields can be put there.
    """

    text: str
    alike: bool = False
    never: bool = False
    unit: bool = False


LIMITS = [
    Shape("at most 2 {e} by Ana per week"),
    Shape("at most 0 {e} by Ana per week", never=True),
    Shape("at most 2 {e} by each party in any 30 days unless call within the last 2 days"),
    Shape("at most 3 hours of {e} per month"),
    Shape("at most 2 nights of {e} per week"),
    Shape("at most 0 nights of {e} per year", never=True),
    Shape("{e} by Ana with at most 2 different people per month"),
    Shape("at most 2 {e} between house-meetings"),
    Shape("at most 3 hours of {e} by Ana between house-meetings or reviews"),
    Shape("at most 20 km of {e} per quarter", unit=True),
    Shape("at least 2 days between {e} by Ana unless paused"),
    Shape("no {e} by Ana", never=True),
    Shape("no {e} within 2 hours before cooking", never=True),
    Shape("no cooking within 1 day before {e} by anyone"),
    Shape("no {e} by Ana\n    if we can", never=True),
    Shape("no {e} between 22:00 and 06:00 unless at home"),
    Shape("no {e} by fewer than 3 of us", never=True),
    Shape("no {e} during quiet-hours"),
    Shape("no {e} on school-nights"),
    Shape("after each incident, no {e} by the same party for 24 hours", never=True),
    Shape("after each incident, no {e} until call by Ben", never=True),
    Shape("after each breach, {e} pause for 14 days", never=True),
    Shape("anyone may pause {e}"),
    Shape("at most 2 {e} by Ana not at home per week"),
    Shape("at most 2 {e} not with kim in any 30 days"),
    Shape("at most 0 {e} not by Ana per week", never=True),
    Shape("at least 2 days between {e} not tagged work"),
    Shape("no {e} by Ana without mood", unit=True),
    Shape("at most 2 {e} without mood per month", unit=True),
    Shape("at most 2 {e} to kim per week"),
    Shape("no {e} with kim unless consent by kim within the last 7 days"),
    Shape("after each incident, no {e} until call by kim", never=True),
    Shape("anyone may pause {e} for at most 14 days"),
]
# What is asked before it may happen is a limit, too.
BEFORE = [
    Shape("before each {e}, call by Ana at least 48 hours ahead"),
    Shape("before each {e} by Ana, consent by Ben within the last 7 days"),
    Shape("before each {e}, consent by at least 2 of the others within the last 7 days"),
    Shape("before the first {e}, any call by Ana at most 2 days ahead"),
    Shape("before each {e} not at home, call by Ana at least 48 hours ahead"),
    Shape("before each {e}, consent by Ana and kim within the last 7 days"),
    Shape("before each {e}, call by kim at least 2 days ahead"),
    Shape("before each {e}, call by Ana at least 1 day ahead and at most 7 days ahead"),
]
ASKS = [
    Shape("at least 2 {e} by each party per week", alike=True),
    Shape("at least 2 {e} by Ana per week\n    if we can"),
    Shape("at least 3 hours of {e} per month", alike=True),
    Shape("at least 2 nights of {e} per week", alike=True),
    Shape("at least 5 days of {e} by Ana per week"),
    Shape("at least 20 km of {e} per quarter", unit=True, alike=True),
    Shape("after each incident, {e} by the same party within 2 days"),
    Shape("after each incident, {e} by everyone within 2 school-nights", alike=True),
    Shape("after each incident, {e} by Ana by 12:00 the next day"),
    Shape("after each breach, {e} by Ana by 22:00 the same day"),
    Shape("after each breach of other, {e} by everyone within 2 days", alike=True),
    Shape("after 2 breaches of other in any 30 days, {e} by everyone within 2 days", alike=True),
    Shape("after 2 breaches of other by each party in any 30 days, {e} by everyone within 2 days", alike=True),
    Shape("after the first incident, {e} by everyone every 4 days for 6 weeks", alike=True),
    Shape("{e} by each party every 90 days", alike=True),
    Shape("at least 2 {e} not tagged work per week", alike=True),
    Shape("at least 2 {e} by Ana without mood per week", unit=True),
    Shape("after each incident not by Ana, {e} by everyone within 2 days", alike=True),
    Shape("after each incident, {e} by the same party to each person tagged secondary within 2 days"),
    Shape("{e} by Ana to kim every week"),
    Shape("{e} by Ana every week"),
    Shape("{e} by Ana every Friday at 19:00 for 1 hour give or take 2 days"),
    Shape("{e} by each party every month by day 5", alike=True),
    Shape("{e} by everyone every month on the last day", alike=True),
    Shape("{e} by everyone every year on 24 December", alike=True),
    Shape("{e} by Ana every month on the second Friday"),
    Shape("{e} by Ana every day by 19:30"),
    Shape("{e} by Ana and Ben in turn every week on Sunday"),
    Shape("{e} by Ana and Ben in turn every 2 weeks on Friday starting with Ben on 2026-01-09"),
    Shape("{e} by Ana, Ben and Cleo in turn every month", alike=True),
    Shape("{e} by at least 2 of us every month by day 5", alike=True),
    Shape("after each incident, {e} by at least 1 of the others within 2 days"),
    Shape("{e} by Ana on 2026-06-01"),
    Shape("{e} by everyone by 2026-06-01\n    if we can", alike=True),
    Shape("no guest at home\n    otherwise {e} by Ana within 2 days"),
    Shape("cooking by Ana every week\n    otherwise {e} by everyone within 2 days", alike=True),
]
# What follows a stop or a feeling may be missing, and nothing more is asked for then.
MORE = [
    Shape("after each {e}, check-in by everyone within 2 days\n    otherwise apology by everyone within 2 days", alike=True),
    Shape("after the first {e}, check-in by everyone within 2 days\n    otherwise apology by the others within 2 days\n    still owed"),
]
AFTER = [
    Shape("after each {e}, apology by the same party within 2 days"),
    Shape("after each {e}, apology by everyone within 2 days", alike=True),
    Shape("after each {e}, apology by everyone within 2 days\n    if we can", alike=True),
    Shape("after the first {e} or incident, apology by each party by 12:00 the next day", alike=True),
    Shape("after each {e}, apology by at least 2 of us within 2 days", alike=True),
    Shape("after each {e}, apology by at least 1 of the others within 2 days"),
    Shape("after each {e}, no encounter by the same party for 24 hours"),
    Shape("after each {e}, no encounter until call by everyone", alike=True),
    Shape("after each {e}, apology by the same party by the date asked for"),
    Shape("after each {e}, encounters pause for 14 days", alike=True),
    Shape("after each {e} not at home, apology by the same party within 2 days"),
    Shape("after each {e} not by Ana, apology by everyone within 2 days", alike=True),
    Shape("after each {e} without mood, apology by everyone within 2 days", alike=True, unit=True),
    Shape("after each {e}, apology by the same party to kim within 2 days"),
    Shape("after each {e}, disclosure by the same party to each person tagged secondary within 2 days"),
    Shape("after each {e}, no encounter until consent by kim"),
    Shape("after each {e}, apology by everyone every 4 days for 6 weeks", alike=True),
    Shape("at most 2 guests between {e}", alike=True),
    Shape("at most 2 guests by Ana between incidents or {e}"),
]
COUNTED = [
    Shape("after 3 {e} in any 30 days, apology by everyone within 2 days", alike=True),
    Shape("after 3 {e} by each party in any 30 days, apology by the same party within 2 days"),
    Shape("after 2 {e} in any 2 weeks, no encounter for 24 hours", alike=True),
    Shape("after 3 {e} not at home in any 30 days, apology by everyone within 2 days", alike=True),
    Shape("after 2 {e} in any 2 weeks, disclosure by everyone to each person tagged secondary within 2 days"),
    Shape("after 2 {e} or incident in any 1 month, encounters pause for 14 days", alike=True),
    Shape("after 2 {e} in any 7 days, check-in by everyone every 4 days for 6 weeks", alike=True),
]
WHILE = [
    Shape(f"{words}\n    only while {state}", alike=True)
    for state in ("after-it", "own-after-it")
    for words in ("at most 2 guests per week", "no guest", "after each incident, apology by everyone within 2 days")
] + [
    Shape("at least 2 days between guests while after-it", alike=True),
    Shape("no guest by Ana while after-it"),
    Shape("at least 2 guests per week\n    only while after-it", alike=True),
    Shape("cooking by each party every 3 days\n    only while after-it", alike=True),
    Shape("cooking by Ana, Ben and Cleo in turn every day\n    only while after-it", alike=True),
    Shape("cooking by Ana by 2026-06-01\n    only while after-it"),
    Shape("after each incident while after-it, no encounter for 24 hours", alike=True),
    Shape("after each incident, encounters pause for 2 days\n    only while after-it", alike=True),
]
# What lifts a sentence, or ends it: nobody is held until somebody stops.
WAITS = [
    Shape("after each incident, no encounter until {e} by Ben"),
    Shape("no encounter unless {e} by Ben within the last 7 days"),
    Shape("no encounter unless {e} by kim within the last 7 days"),
    Shape("after each incident, no encounter until {e} by kim"),
    Shape("at most 2 encounters per week unless {e} within the last 7 days"),
]
TABLE = {"limits": LIMITS, "before": BEFORE, "asks": ASKS, "after": AFTER, "counted": COUNTED, "while": WHILE, "waits": WAITS, "more": MORE}

STOPS = ("pause", "refuse", "leave", "no-go")
# What must not be in which place, and what may: the words that the answer has, and the shapes of which it is true.
REFUSED = [
    *(("limits", event, "stopping is always free", lambda _: True) for event in STOPS),
    *(("before", event, "stopping is always free", lambda _: True) for event in STOPS),
    *(("asks", event, "no sentence can ask for", lambda _: True) for event in (*STOPS, "resume", "waive")),
    ("asks", "consent", "no sentence can ask for", lambda one: "if we can" not in one.text),  # no wish can be for one: a fault
    *(("after", event, "nothing can follow", lambda _: True) for event in ("refuse", "no-go")),
    *(("after", event, "only a check-in, a talk or aftercare", lambda _: True) for event in ("pause", "resume")),
    ("after", "jealousy", "only a talk, aftercare", lambda _: True),
    ("after", "leave", "owed by all alike", lambda one: not one.alike or "no enc" in one.text or "pause for" in one.text),
    *(("counted", event, "nobody counts", lambda _: True) for event in (*STOPS, "resume", "jealousy")),
    *(("while", event, "nothing can follow", lambda _: True) for event in ("refuse", "no-go")),
    ("while", "jealousy", "only a talk, aftercare", lambda _: True),
    ("while", "leave", "owed by all alike", lambda one: not one.alike or "no enc" in one.text or "pause for" in one.text),
    *(("waits", event, "stopping", lambda _: True) for event in STOPS),
    *(("more", event, "stays free", lambda _: True) for event in ("pause", "resume", "jealousy")),
    ("limits", "jealousy", "feelings are free", lambda _: True),
    ("before", "jealousy", "feelings are free", lambda _: True),
    ("asks", "jealousy", "feelings are free", lambda _: True),
    ("limits", "therapy", "help from outside", lambda one: one.never),
    ("limits", "test", "health comes first", lambda one: one.never or "anyone may pause" in one.text),
    ("limits", "friends", "free to see anyone", lambda one: one.never),
    *((kind, "sex", "anyone may say no", lambda _: True) for kind in ("asks", "waits")),
    ("waits", "jealousy", "feelings are free", lambda _: True),
    *(("waits", event, "not for fear or coercion", lambda _: True) for event in ("phone-check", "slap")),
    ("asks", "phone-check", "not for fear or coercion", lambda _: True),
    ("asks", "slap", "not for fear or coercion", lambda _: True),
]


@cache
def read(kind: str, text: str, event: str, unit: bool) -> model.Sentence | None:
    """The sentence, or None for an event that has no amount."""
    states = STATE.replace("{e}", event) if kind == "while" else ""
    head = HEAD.replace(f"event {event}\n", IN_KM.replace("{e}", event)) if unit and event != "ride" else HEAD
    if unit and f"event {event}\n    amount" not in head:
        return None  # words of every log have no amount
    return load_text(f"{head}{states}promise p\n    {text.replace('{e}', event)}\n").sentences[-1]


CASES = [pytest.param(kind, event, said, holds, id=f"{event} in {kind}") for kind, event, said, holds in REFUSED]


@pytest.mark.parametrize(("kind", "event", "said", "holds"), CASES)
def test_it_is_not_applied_in_any_form(kind: str, event: str, said: str, holds: object) -> None:
    assert callable(holds)
    wrong = []
    for shape in TABLE[kind]:
        if holds(shape) and (found := read(kind, shape.text, event, shape.unit)) is not None and said not in found.not_applied:
            wrong.append(f"{shape.text.replace('{e}', event)}: {found.not_applied or 'applied'}")
    assert wrong == []


def test_anything_else_is_applied_in_every_form() -> None:
    wrong = []
    for kind, shapes in TABLE.items():
        for shape in shapes:
            found = read(kind, shape.text, "ride" if shape.unit else "conflict" if kind != "waits" else "call", shape.unit)
            if found is None or found.not_applied:
                wrong.append(f"{shape.text}: {found}")
    assert wrong == []


@pytest.mark.parametrize("shape", [one for one in (*LIMITS, *ASKS) if re.search(r" (?:per|in any) ", one.text)])
def test_no_count_goes_without_its_window(shape: Shape) -> None:
    text = re.sub(r" (?:per \w+|in any \d+ \w+)", "", shape.text).replace("{e}", "ride")
    with pytest.raises(InputError):
        load_text(f"{HEAD}promise p\n    {text}\n")


# --- the table is whole ---

_RULES: tuple[str, ...] = ("cap", "quota", "gap", "window", "response", "deadline", "precedence", "lead", "event_trigger", "breach_trigger")
_RULES += ("prohibition", "prohibition_after", "bar", "pause", "pause_after", "repeat_after", "standing", "turns", "once", "every_what")
_RULES += ("rhythm_part", "day_of", "counted_trigger", "rolling")


def alternatives() -> set[str]:
    """The names of all alternatives of the rules that make forms."""
    found: set[str] = set()
    for rule in re.findall(
        r"^!?\??(\w+): (.*(?:\n +\|.*)*)", (Path(pactlang.__file__).parent / "grammar.lark").read_text(encoding="utf-8"), re.MULTILINE
    ):
        if rule[0] in _RULES:
            found |= set(re.findall(r"-> (\w+)", rule[1])) or {rule[0]}
    return found


def test_every_form_is_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[str] = set()
    plain = Builder._built

    def built(self: Builder, node: Any) -> Any:
        used.add(node.data)
        return plain(self, node)

    monkeypatch.setattr(Builder, "_built", built)
    shapes = [shape for kind in TABLE.values() for shape in kind]
    clauses = "".join(f"promise p{place}\n    {one.text.replace('{e}', 'ride')}\n" for place, one in enumerate(shapes))
    agreement = load_text(f"{HEAD}{STATE.replace('{e}', 'ride')}{clauses}")
    assert alternatives() - used == set()
    assert {type(one.form) for one in agreement.sentences} == set(get_args(model.Form))

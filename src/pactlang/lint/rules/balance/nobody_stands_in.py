"""One of several does a thing nearly every day, or far more of it than the others.

## Why

Someone falls ill, goes away, or has had enough. If nobody else is named, the agreement breaks that day, or that person goes on regardless.

## Before

```pact
pact "The shop"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use team

event till-check

promise till
    till-check by Ana every day by 20:00
```

```pact
pact "For Mother"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

event care-day

promise days
    care-day by Ana every Monday
    care-day by Ana every Wednesday
    care-day by Ana every Friday
    care-day by Ben every Saturday
    at least 1 care-day by Cleo per month
```

## After

```pact
pact "The shop"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use team

event till-check

promise till
    till-check by Ana or Ben every day by 20:00
```

## How to fix

Name someone who steps in (`by Ana or Ben`), take turns, or say on which days nothing is asked (`except on Sunday`).

## When to allow it

If it is that person's job, and someone steps in without being asked; say so in a reason that names them (`>`).

## Near miss

```pact
pact "The flat"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

event watering

promise plants
    watering by Ana every 3 days
    cooking by Ana every Monday
    cooking by Ben every Tuesday
    cooking by Cleo every Thursday and Friday
    workout by Ben every day

event workout
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, wanted
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import answered
from pactlang.model.agreement import DayFilter, Interval, Parties, Quota, Rhythm, Schedule
from pactlang.model.calendar import DAY_SECONDS, Exact, Period
from pactlang.model.named import WeekDays
from pactlang.model.parts import doer

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Condition, Form, Sentence, Who

_PER_WEEK = {Period.DAY: 7.0, Period.WEEK: 1.0, Period.MONTH: 12 / 52, Period.QUARTER: 4 / 52, Period.YEAR: 1 / 52}
_RHYTHM = {Rhythm.DAY: 7.0, Rhythm.WEEK: 1.0, Rhythm.MONTH: 12 / 52, Rhythm.YEAR: 1 / 52, Rhythm.ONCE: 0.0}
_NEARLY_DAILY = 5  # a week
_FAR_MORE = 3  # times as often as anybody else


def find(subject: Subject) -> Iterator[Found]:
    """What is asked of one by name at least five times a week, or at least three times as often as of any of the others."""
    parties = subject.agreement.parties
    if len(parties) < 3:
        return
    for sentences in _by_work(subject).values():
        load: dict[str, float] = {}
        for one, sentence in sentences:
            load[one] = load.get(one, 0) + _a_week(sentence)
        most = max(load, key=lambda one: load[one])
        others = max((often for one, often in load.items() if one != most), default=0.0)
        of_most = [sentence for one, sentence in sentences if one == most]
        often = load[most] >= _NEARLY_DAILY and load[most] >= _FAR_MORE * others
        if not often and not (len(load) == len(parties) and load[most] > 1 and load[most] >= _FAR_MORE * others):
            continue
        silent, severity = answered([subject.clause_of(one) for one in of_most], parties)
        if silent or any(not isinstance(condition, DayFilter) for one in of_most for condition in _conditions(one)):
            continue
        asked = wanted(of_most[0].form)
        noun = f"`{asked.noun if asked is not None else ''}`"
        if others:
            message = f"{most} is asked for {noun} about {load[most]:.0f} times a week, each of the others {_words(others)} at most."
        else:
            message = f"{most} alone is asked for {noun} about {load[most]:.0f} times a week, and nobody is named to step in."
        advice = "Say who steps in if that person is ill or away, or share it."
        labels = tuple(Label(one.span, "and here") for one in of_most[1:])
        yield Found(of_most[0].span, message, advice, labels, severity=severity)


def _words(often: float) -> str:
    return "once" if often <= 1 else f"{often:.0f} times"


def _by_work(subject: Subject) -> dict[frozenset[str], list[tuple[str, Sentence]]]:
    """The sentences that ask one party by name for work that is done for all, by its events."""
    found: dict[frozenset[str], list[tuple[str, Sentence]]] = {}
    work = listed("nobody_stands_in", "work")
    for sentence in subject.sentences:
        form, names = sentence.form, events(wanted(sentence.form))
        who = _who(form)
        if not isinstance(who, Parties) or sentence.not_applied or sentence.repairs:
            continue
        if any(name in work or work.intersection(name.split("-")) for name in names):
            # Of several who are named for one thing, each may be the one: nobody is alone with it.
            for one in who.names if len(who.names) == 1 or who.every else ():
                found.setdefault(names, []).append((one, sentence))
    return found


def _who(form: Form) -> Who | None:
    if isinstance(form, Schedule):
        return None if form.turns else form.duty.by
    return form.duty.by if isinstance(form, Interval) else doer(form.selector) if isinstance(form, Quota) else None


def _weekdays(condition: Condition) -> frozenset[int]:
    return condition.days.days if isinstance(condition, DayFilter) and isinstance(condition.days, WeekDays) else frozenset()


def _conditions(sentence: Sentence) -> tuple[Condition, ...]:
    return (*sentence.modifiers.only, *sentence.modifiers.excepted)


def _a_week(sentence: Sentence) -> float:
    """How often a week something is asked for."""
    form = sentence.form
    if isinstance(form, Schedule):
        if form.recurrence.rhythm is Rhythm.DAY and form.recurrence.every == 1:
            off = {day for one in sentence.modifiers.excepted for day in _weekdays(one)}
            kept = [set(_weekdays(one)) for one in sentence.modifiers.only if _weekdays(one)]
            return float(len(set(range(7)).intersection(*kept) - off))
        return _RHYTHM[form.recurrence.rhythm] * max(1, len(form.recurrence.weekdays)) / form.recurrence.every
    if isinstance(form, Interval):
        every = form.every.seconds if isinstance(form.every, Exact) else (form.every.months * 30 + form.every.days) * DAY_SECONDS
        return 7 * DAY_SECONDS / max(every, 1)
    if isinstance(form, Quota) and not form.measure.sums:
        return float(form.measure.limit) * _PER_WEEK[form.period]
    return 0.0


RULE = Rule("B015", "nobody-stands-in", Severity.NOTE, 40, find, sure=Sure.LIKELY)

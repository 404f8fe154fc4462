"""Someone has to report all day, or be within reach at any moment.

## Why

Reporting every hour leaves no time of your own. It calms nobody for long: the next report is already late.

## Before

```pact
promise out
    "Ana texts Ben every hour when she is out."
```

```pact
use household

promise out
    message by Ana to Ben every 2 hours
```

## After

```pact
promise out
    "Whoever is out overnight sends one message before midnight, if it gets later than planned."
```

## How to fix

Agree on one message at a time that matters: arrived, later than planned, home.

## When to allow it

If a child, an illness or a rota asks for it (a feed log, on-call hours); say so in a reason.

## Near miss

```pact
promise out
    "Nobody has to report every hour."
```

```pact
use household

promise out
    message by Ana to Ben every 2 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import events, owed, wanted
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.model.agreement import Interval, Quota, RepeatAfter, Unit
from pactlang.model.calendar import Exact, Period

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("constant_reporting")
_REACH = Phrase("constant_reporting", "reach")
_ENDLESS = Phrase("constant_reporting", "endless")
_NAMES = Phrase("constant_reporting", "names")
# A baby, an illness, a shift: these go by the hour, whoever loves whom.
_CARE = later(
    r"\b(?:baby|babies|infant|newborn|fever|ill|illness|sick|medication|insulin|on[- ]call|pages?|pager|incidents?|alerts?|tickets?|"
    r"customers?|support|shift|"
    r"monitor(?:ing)? the (?:server|oven)|dough|labou?r)\b",
    re.I,
)
_MESSAGES = frozenset({"message", "notice", "disclosure", "check-in", "call", "report", "update"})
_HOURS = 4
_ADVICE = "Agree on one message at a time that matters: arrived, home."


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and messages owed every few hours."""
    for span, _ in heard(subject, _ENDLESS):
        yield Found(span, "This asks for work without an end.", "Agree on hours, and on what more is worth.")
    if "standup" in subject.agreement.vocabulary.events:
        return  # a team has its hours, and its rota answers within minutes
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_CARE, refused=[one for one in subject.sentences if _all_day(one)]):
        yield Found(span, "This asks someone to keep reporting to another.", _ADVICE)
    for span, _ in heard(subject, _REACH, allowed=_CARE):
        yield Found(span, "This asks someone to be within reach at once, or at any moment.", _ADVICE)


def _all_day(sentence: Sentence) -> bool:
    form = sentence.form
    if not events(wanted(form)) & _MESSAGES or (owed(form) is None and not isinstance(form, Quota)):
        return False
    if isinstance(form, Interval | RepeatAfter):
        return isinstance(form.every, Exact) and form.every.seconds <= _HOURS * 3600
    return isinstance(form, Quota) and form.period is Period.DAY and form.measure.unit is Unit.COUNT and form.measure.limit > _HOURS


RULE = Rule("S013", "constant-reporting", Severity.WARNING, 94, find, Profile.GENTLE, sure=Sure.LIKELY)

"""Less rest between two shifts, or longer weeks, than the law of many countries allows.

## Why

Tired people get hurt and hurt others. In much of Europe, and in many other countries, people who are employed have a right to 11 hours
between two days of work, and to at most 48 hours of work a week on average, whatever they have agreed on.

## Before

```pact
use team

event shift

cap rest
    at least 8 hours between shifts by each party
    at most 60 hours of shifts per week by each party
```

## After

```pact
use team

event shift

cap rest
    at least 11 hours between shifts by each party
    at most 48 hours of shifts per week by each party
```

## How to fix

Ask for at least 11 hours between two shifts, and for at most 48 hours a week.

## When to allow it

If the law where you live allows it, and those who work so want it.

## Near miss

```pact
use team

event shift

cap rest
    at least 12 hours between shifts by each party
    at most 40 hours of shifts per week by each party
    at least 2 hours between calls
    at most 5 shifts per week by each party
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, limited
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import Cap, Gap, Unit
from pactlang.model.calendar import Exact, Period

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_REST, _WEEK = 11 * 3600, 48 * 3600


def find(subject: Subject) -> Iterator[Found]:
    """Gaps between shifts of less than 11 hours, and more than 48 hours of them a week."""
    for sentence, form in subject.of_form(Gap, Cap):
        if not events(limited(form)) & listed("too_little_rest", "shifts") or sentence.not_applied:
            continue
        if isinstance(form, Gap) and isinstance(form.length, Exact) and form.length.seconds < _REST:
            message = "This allows less than 11 hours of rest, which is what the law of many countries asks for."
            yield Found(sentence.span, message, "Ask for at least 11 hours.")
        elif isinstance(form, Cap) and form.measure.unit is Unit.HOURS and form.window is Period.WEEK and form.measure.limit > _WEEK:
            message = "This allows more than 48 hours a week, which is the most that the law of many countries allows."
            yield Found(sentence.span, message, "Ask for at most 48 hours.")


RULE = Rule("S022", "too-little-rest", Severity.WARNING, 57, find, sure=Sure.LIKELY)

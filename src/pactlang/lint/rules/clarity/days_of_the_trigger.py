"""`only on weekdays` under a deadline says after what something is owed, and does not stop the clock.

## Why

What happens on a Friday asks for an answer `within 2 days` by Sunday, with `only on weekdays`, too; what happens on a Saturday asks for
none. Some people mean working days.

## Before

```pact
disclosure tell
    after each incident, debrief by everyone within 2 days
    only on weekdays
```

## After

```pact
disclosure tell
    after each incident, debrief by everyone within 2 days
    grace 2 days
```

## How to fix

If the days in between should not count, let the deadline be later: `grace 2 days` is long enough for a weekend. With days of
your own (`days working-days`), the deadline may count them: `within 2 working-days`.

## When to allow it

If nothing is owed after what happens on the other days. It is asked once for a text.

## Near miss

```pact
boundary quiet
    no encounter at home
    only on weekdays
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.once import asked_once
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import DayFilter, Response
from pactlang.model.named import WeekDays

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


def find(subject: Subject) -> Iterator[Found]:
    """What follows something, under which days of the week are named."""
    yield from asked_once(_asked(sentence) for sentence, _ in subject.of_form(Response) if not sentence.not_applied)


def _asked(sentence: Sentence) -> Found | None:
    named = next((_weekdays(one) for one in sentence.modifiers.only if isinstance(one, DayFilter)), frozenset[int]())
    if not named or len(named) == 7 or sentence.modifiers.grace is not None:
        return None
    left = max(_run(day, named) for day in range(7) if day not in named)
    message = "Does the clock stop on the other days? It goes on: these days only say after what something is owed."
    grace = f"grace {left} day{'s' if left > 1 else ''}"
    return Found(sentence.span, message, f"If it stops: in place of these days, '{grace}' on a line of its own makes up for them.")


def _weekdays(condition: DayFilter) -> frozenset[int]:
    """Which days of the week are named; none where a name of its own stands for some dates."""
    return condition.days.days if isinstance(condition.days, WeekDays) else frozenset()


def _run(day: int, named: frozenset[int]) -> int:
    """How many days in a row are not named, from one of them on."""
    return next(length for length in range(1, 8) if (day + length) % 7 in named)


RULE = Rule("C018", "days-of-the-trigger", Severity.NOTE, 36, find, asks=True)

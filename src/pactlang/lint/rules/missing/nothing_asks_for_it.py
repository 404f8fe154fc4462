"""A sentence hangs on an event that no sentence asks for, so it does nothing if nobody thinks of writing it down.

## Why

An hour before bedtime is judged only if the log has one, and a limit between two settlements starts again with a settlement. If nobody
writes one down, the first is never broken, and the second never starts again.

## Before

```pact
event bedtime

event screen-time

boundary screens
    no screen-time within 1 hour before bedtime
```

```pact
use household

cap pot
    at most 200 EUR of expense between settlements
```

## After

```pact
event bedtime

event screen-time

boundary screens
    no screen-time within 1 hour before bedtime

promise night
    bedtime by each party every day by 23:00
```

## How to fix

Ask for it (`settlement by everyone every month by day 10`), or say in a reason that you write each one down.

## When to allow it

If it is written down anyway.

## Near miss

```pact
use household

cap pot
    at most 200 EUR of expense between settlements

promise even
    settlement by everyone every 3 months
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import events
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import reasoned
from pactlang.lint.themes import asked_for
from pactlang.model.agreement import Cap, ProhibitionBefore
from pactlang.model.parts import renewal

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """What comes before something, and what starts again with something, that no sentence asks for."""
    asked, explained = asked_for(subject), reasoned(subject.agreement)
    for sentence in subject.sentences:
        form = sentence.form
        before = form.later if isinstance(form, ProhibitionBefore) else None
        # How often something may be done at each vote is about the votes; how much may be spent is about what comes together.
        adds_up = isinstance(form, Cap) and form.measure.sums
        awaited = before or (renewal(form) if adds_up else None)
        if awaited is None or events(awaited) & asked or sentence.clause in explained or sentence.not_applied:
            continue
        effect = "this cannot be broken" if before is not None else "this never starts again"
        message = f"No sentence asks for {awaited.noun}: if nobody writes one down, {effect}."
        yield Found(sentence.span, message, "Ask for it, or say in a reason that you write each one down.")


RULE = Rule("M024", "nothing-asks-for-it", Severity.NOTE, 36, find)

"""Something stays owed while a pause stops it.

## Why

A pause that follows something stops what it names, and lifts nothing. Here it leaves a choice between two breaches: to do what is paused,
or to leave undone what is owed.

## Before

```pact
boundary cool
    after each conflict, check-ins pause for 14 days

check-in
    check-in by everyone every week on Sunday at 19:00
```

## After

```pact
boundary cool
    after each conflict, encounters pause for 14 days

check-in
    check-in by everyone every week on Sunday at 19:00
```

## How to fix

Let the pause stop something else, or make it shorter than the time that is left.

## When to allow it

Where the pause is always shorter than the time that is left, and you know it.

## Near miss

```pact
pause breather
    anyone may pause check-ins for at most 14 days

check-in
    check-in by everyone every week on Sunday at 19:00
```

A pause that people make lifts what is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.stopped import due_while_stopped
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that are owed while a pause stops them, with a log."""
    budget = Budget(subject.steps)
    for one in due_while_stopped(subject.agreement, budget):
        yield Found(
            one.sentence.span,
            "While a pause stops this, it stays owed: whoever keeps it breaks the pause.",
            "Let the pause stop something else, or make it shorter.",
            (Label(one.limit.span, "stops it"),),
            log=one.entries,
            until=one.until,
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X007", "due-while-paused", Severity.WARNING, 65, find, proves=True)

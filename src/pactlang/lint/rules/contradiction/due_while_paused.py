"""Something is owed while a pause stops it, or while it is forbidden for a time.

## Why

A pause lifts what is asked for while it lasts, and forbids what something limits or follows. What is owed as the pause begins stays owed.
If the pause also forbids it, there is a choice between two breaches: to do what is paused, or not to do what is owed.
`after each …, no … for` lifts nothing at all.

## Before

```pact
boundary cool
    after each conflict, debriefs pause for 14 days

repair
    after each conflict, debrief by everyone within 3 days
    after each debrief, check-in by everyone within 1 week
```

## After

```pact
boundary cool
    after each conflict, encounters pause for 14 days

repair
    after each conflict, debrief by everyone within 3 days
    after each debrief, check-in by everyone within 1 week
```

## How to fix

Let the pause stop something else, or make it shorter than the time that is left.

## When to allow it

If the pause is always shorter than the time that is left, and you know it.

## Near miss

```pact
boundary cool
    after each conflict, check-ins pause for 14 days

check-in
    check-in by everyone every week on Sunday at 19:00
```

Nothing limits or follows a check-in. So none is asked for during the pause, and one that comes all the same breaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.stopped import due_while_stopped
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import ProhibitionAfter, Sentence

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_FORBIDDEN = "Another sentence may forbid this for a time, and it is still owed: then keeping one breaks the other."


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that are owed while a pause stops them, with a log."""
    budget = Budget(subject.steps)
    for one in due_while_stopped(subject.agreement, budget):
        after = isinstance(one.limit, Sentence) and isinstance(one.limit.form, ProhibitionAfter)
        yield Found(
            one.sentence.span,
            _FORBIDDEN if after else "A pause stops this, but it is still owed: keeping it breaks the pause.",
            "Make that time shorter." if after else "Let the pause stop something else, or make it shorter.",
            (Label(one.limit.span, "forbids it" if after else "stops it"),),
            log=one.entries,
            until=one.until,
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X007", "due-while-paused", Severity.WARNING, 65, find, proves=True)

"""Two sentences cannot both be kept: one asks for something that the other leaves no room for.

## Why

Keeping one of them breaks the other. Sooner or later someone does so in good faith, and both are right.

## Before

```pact
check-in
    check-in by everyone every week on Sunday at 19:00

boundary quiet-sundays
    no check-in on Sunday
```

## After

```pact
check-in
    check-in by everyone every week on Saturday at 19:00

boundary quiet-sundays
    no check-in on Sunday
```

## How to fix

Decide which of the two you mean more, and change the other: its day, its number, or an `unless`.

## When to allow it

Never, really. The log shown here keeps one and breaks the other, as the checker has confirmed.

## Near miss

```pact
promise ours
    at least 2 date-nights by Ana and Ben per month

cap calm
    at most 2 date-nights per month
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.clash import clashes
from pactlang.lint.proof.stopped import answers_forbidden
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.proof.pair import Clash
    from pactlang.lint.subject import Subject


_KEPT = "Keeping this breaks another sentence: you cannot keep both."
_NO_ROOM = "leaves no room for it"


def find(subject: Subject) -> Iterator[Found]:
    """Pairs that a short log proves."""
    budget = Budget(subject.steps)
    for clash in clashes(subject.agreement, budget):
        yield Found(
            clash.owed.span,
            _message(clash),
            "Change one of the two.",
            (Label(clash.limit.span, _NO_ROOM),),
            log=clash.entries,
            until=clash.until,
            severity=Severity.WARNING if clash.back else None,
        )
    for one in answers_forbidden(subject.agreement, budget):
        yield Found(
            one.sentence.span, _KEPT, "Change one of the two.", (Label(one.limit.span, _NO_ROOM),), log=one.entries, until=one.until
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


def _message(clash: Clash) -> str:
    if clash.least > clash.most:
        over = f"Over {clash.last - clash.first + 1} days, this" if clash.together else "This"
        return f"{over} asks for at least {clash.least} but the other sentence allows at most {clash.most}: you cannot keep both."
    if clash.back:
        return "Unless money comes back, this asks for more than the other sentence allows."
    if clash.more:
        return "This asks for more than the other sentence allows: you cannot keep both."
    if clash.planned:
        return "At the planned time, this breaks another sentence: you cannot keep both as planned."
    return _KEPT


RULE = Rule("X001", "cannot-both-be-kept", Severity.ERROR, 90, find, proves=True)

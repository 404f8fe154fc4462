"""A sentence waits for an occasion that another sentence forbids, so it never applies while that one is kept.

## Why

It looks like something you have settled. Or it was written when the boundary was a different one, and one of the two was forgotten.

## Before

```pact
boundary home-is-ours
    no encounter at home

aftercare
    after each encounter at home, aftercare by everyone within 2 days
```

## After

```pact
boundary home-is-ours
    no encounter at home

aftercare
    after each encounter, aftercare by everyone within 2 days
```

## How to fix

Remove the sentence, widen its occasion, or let the boundary leave room with `unless`. For what follows when the boundary was not kept,
write `after each breach of` and its name.

## When to allow it

If it is meant for the day when the boundary was not kept after all.

## Near miss

```pact
boundary home-is-ours
    no encounter at home unless consent by Ben within the last 7 days

aftercare
    after each encounter at home, aftercare by everyone within 2 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.occasions import never_comes
from pactlang.lint.rule import Found, Rule
from pactlang.lint.themes import tells

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences whose occasion is forbidden, with a log."""
    budget = Budget(subject.steps)
    for one in never_comes(subject.agreement, budget):
        yield Found(
            one.sentence.span,
            "This waits for something that another sentence forbids: while that one is kept, this never applies.",
            "Widen the occasion, or write `after each breach of` the other.",
            (Label(one.limit.span, "forbids the occasion"),),
            log=one.entries,
            until=one.until,
            doubt=tells(one.sentence),
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X006", "occasion-never-comes", Severity.WARNING, 50, find, proves=True)

"""A sentence asks, before or after something, for what another sentence forbids.

## Why

Then you cannot do it without breaking one of the two. Each reads well on its own, so nobody notices until the day comes.

## Before

```pact
notice
    before each encounter by Ana, notice by Ana to Ben within the last 2 days

boundary quiet
    no notice by Ana
```

## After

```pact
notice
    before each encounter by Ana, notice by Ana to Ben within the last 2 days

boundary quiet
    no notice by Ana between 22:00 and 06:00
```

## How to fix

Change what is asked for, or let the other sentence leave room for it with `unless` or a narrower place, time or person.

## When to allow it

Never, really. If you mean to forbid the occasion itself, say so: that is easier to read.

## Near miss

```pact
notice
    before each encounter by Ana, notice by Ana to Ben within the last 2 days

boundary quiet
    no notice by Ben
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.proof.occasions import needs_forbidden
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import ProhibitionAfter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_ASKED = "This asks for something that another sentence forbids: keeping one breaks the other."
_NEVER_OVER = "This lasts until something that another sentence forbids: while that one is kept, it never ends."


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that wait for what is forbidden, with a log."""
    budget = Budget(subject.steps)
    for one in needs_forbidden(subject.agreement, budget):
        yield Found(
            one.sentence.span,
            _NEVER_OVER if isinstance(one.sentence.form, ProhibitionAfter) else _ASKED,
            "Change one of the two.",
            (Label(one.limit.span, "forbids it"),),
            log=one.entries,
            until=one.until,
        )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X005", "needs-what-is-forbidden", Severity.ERROR, 89, find, proves=True)

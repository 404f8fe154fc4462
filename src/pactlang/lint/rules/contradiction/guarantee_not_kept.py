"""Every clause can be kept on days on which this guarantee does not hold.

## Why

A guarantee says what you rely on because of all the clauses together. If it does not follow from them, someone is relying on nothing.

## Before

```pact
cap evenings
    at most 2 encounters per week by each party

guarantee few-evenings
    at most 4 encounters per month by each party
```

## After

```pact
cap evenings
    at most 2 encounters per week by each party
    at most 4 encounters per month by each party

guarantee few-evenings
    at most 4 encounters per month by each party
```

## How to fix

Read the log: it keeps every clause. Tighten the clause that lets it through, or word the guarantee as it really is. A guarantee that should
be judged in your log is a clause; move it.

## When to allow it

If something outside the agreement provides what is missing.

## Near miss

```pact
cap evenings
    at most 1 encounter per week by each party

guarantee few-evenings
    at most 6 encounters per month by each party
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences of guarantees that a log breaks which keeps every clause."""
    if not subject.agreement.guarantees:
        return
    from pactlang.lint.proof.aims import not_kept

    budget = Budget(subject.steps)
    for aim in subject.agreement.guarantees:
        for one in not_kept(subject.agreement, aim, budget):
            yield Found(
                one.sentence.span,
                "Every clause can be kept without this being true.",
                "Tighten the clause that lets it through, or say what really follows.",
                log=one.entries,
                until=one.until,
            )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X009", "guarantee-not-kept", Severity.WARNING, 61, find, proves=True)

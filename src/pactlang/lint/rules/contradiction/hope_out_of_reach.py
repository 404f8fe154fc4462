"""No days were found on which this hope comes true and every clause is kept.

## Why

A hope says what all the clauses are to leave room for. Clauses are added one by one, each for a good reason, and nobody sees that together
they leave none.

## Before

```pact
cap evenings
    at most 2 encounters per month by each party

boundary home-is-ours
    no encounter at home

hope a-night-at-home
    after each encounter at home, aftercare by everyone within 2 days
```

## After

```pact
cap evenings
    at most 2 encounters per month by each party

boundary home-is-ours
    no encounter at home unless consent by Ben within the last 7 days

hope a-night-at-home
    after each encounter at home, aftercare by everyone within 2 days
```

## How to fix

Look at the clause that the log names, and leave room in it; or let the hope go, knowingly.

## When to allow it

If you hope for a time when the clause will be another.

## Near miss

```pact
cap evenings
    at most 2 encounters per month by each party

hope some-evenings
    at least 1 encounter per month by each party
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Label, Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences of hopes that no log was found for, with one that tries."""
    if not subject.agreement.hopes:
        return
    from pactlang.lint.proof.aims import HORIZON, out_of_reach

    budget = Budget(subject.steps)
    for aim in subject.agreement.hopes:
        for one in out_of_reach(subject.agreement, aim, budget):
            against = {finding.sentence.span: finding for finding in one.against}
            yield Found(
                one.sentence.span,
                f"No way was found within {HORIZON} days for this hope to come true with every clause kept.",
                "Leave room for it in the clause that prevents it, or let it go.",
                tuple(Label(span, "prevents it") for span in against),
                log=one.entries,
                until=one.until,
            )
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X008", "hope-out-of-reach", Severity.WARNING, 60, find, proves=True)

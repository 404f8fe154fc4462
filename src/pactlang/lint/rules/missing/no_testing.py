"""You leave room for time with others, but nothing is said about tests.

## Why

Health is easier to agree on before anyone has someone to defend. Regular tests for all say nothing about trust, and protect everyone.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

testing
    test by each party every 90 days
```

## How to fix

Write how often each of you gets tested: `test by each party every 90 days`. Your clinic can say what interval suits you.

## When to allow it

If time with others is never physical, or you have decided otherwise after talking to a doctor.

## Near miss

```pact
boundary friends-first
    no encounter tagged sex

cap monthly
    at most 4 encounters per month by each party
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import asks, bodily, clause_of_kind, outside, said
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(r"\btest(?:s|ed|ing)?\b|\bSTI\b|\bSTD\b|\bsexual health\b|\bhealth check|\bcheck-?up|\bclinic\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Partners outside, no tests."""
    if not outside(subject) or not bodily(subject):
        return
    if clause_of_kind(subject, ClauseKind.TESTING) or any(asks(one, "test") for one in subject.sentences) or said(subject, _WORDS):
        return
    fixes = with_clause(
        subject,
        "Add a test for each every 90 days",
        "testing",
        "test by each party every 90 days",
        "after each test, result by the same party to the others within 3 days",
        needs=("test", "result"),
    )
    message = "You leave room for time with others, but no word on tests was found."
    yield Found(subject.top, message, "Say how often each of you gets tested, or that you have decided you need no tests.", fixes=fixes)


RULE = Rule("M005", "no-testing", Severity.WARNING, 70, find, Profile.GENTLE, sure=Sure.LIKELY)

"""You leave room for time with others, but protection is not mentioned.

## Why

Each of you has a habit in mind, and takes it for what you agreed.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, protection
```

## How to fix

Say in plain words what you use and with whom (`"Condoms with everyone else, always."`), or ask for it: `covering protection`.

## When to allow it

If time with others is never physical, or you have settled it elsewhere.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

promise health
    "Condoms with everyone but each other."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import bodily, outside, written

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(r"protect|condom|barrier|\bsafer\b|\bPrEP\b|\bdental dam|contracep|\bbareback|\bfluid", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Partners outside, no word of protection."""
    if not outside(subject) or not bodily(subject) or written(subject, _WORDS):
        return
    fixes = with_clause(
        subject, "Add a sentence on protection to make your own", "promise protection", '"With others we use protection, every time."'
    )
    message = "You leave room for time with others, but no word on protection was found."
    yield Found(subject.top, message, "Say in plain words what you use, or ask for it with `covering protection`.", fixes=fixes)


RULE = Rule("M007", "protection-not-named", Severity.NOTE, 55, find, sure=Sure.LIKELY)

"""You leave room for time with others, but nothing says what a pause stops.

## Why

Anyone may always pause. If the text says what a pause stops and for how long, the one who needs it does not have to argue first.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

pause
    anyone may pause encounters for at most 14 days
```

## How to fix

Write `anyone may pause encounters for at most 14 days`.

## When to allow it

If a word is enough for you, and you have been through it before.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

promise slow
    "Either of us can say stop, and then we wait for a week."
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
from pactlang.lint.themes import clause_of_kind, outside, said
from pactlang.model.agreement import ClauseKind, Pause

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(r"\bpaus|\bstop\b|\btime[- ]?out|\b(?:take|need|call) a break\b|\bslow(?:s)? down\b|\bsafe ?word", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Partners outside, no pause."""
    if not outside(subject) or clause_of_kind(subject, ClauseKind.PAUSE) or said(subject, _WORDS):
        return
    if any(True for _ in subject.of_form(Pause)):
        return
    line = "anyone may pause encounters for at most 14 days"
    fixes = with_clause(subject, "Add a pause of at most 14 days", "pause", line, needs=("encounter",))
    message = "You leave room for time with others, but nothing was found on what a pause stops."
    yield Found(subject.top, message, "Anyone may always pause; say what it stops, and for how long at most.", fixes=fixes)


RULE = Rule("M010", "no-pause", Severity.WARNING, 65, find, Profile.GENTLE, sure=Sure.LIKELY)

"""You leave room for time with others, but there is no regular talk.

## Why

Without a fixed time, the one who brings something up has to choose a moment, and every moment sounds like a reproach.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
```

## How to fix

Choose a rhythm you can keep: `check-in by everyone every 2 weeks on Sunday`.

## When to allow it

If you talk every day anyway, and both say so.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

promise talking
    "On Sunday mornings we talk about us."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.parts import events, wanted
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import asked_for, clause_of_kind, outside, said
from pactlang.model.agreement import ClauseKind, Interval, Quota, Rhythm, Schedule
from pactlang.model.calendar import Days

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Form


_WORDS = later(
    r"\bcheck(?:ing)?[- ]in|\b(?:we|all of us|everyone) (?:sit down|talk)\b|\btalk about (?:us|it|how)|\bcatch up\b|\bmeeting\b", re.I
)
_TALKS = frozenset({"check-in", "therapy", "reflection", "gratitude", "house-meeting", "retro", "one-on-one", "date-night"})
_OFTEN = 2  # months: a review that comes as often is a time to talk


def find(subject: Subject) -> Iterator[Found]:
    """Partners outside, nothing regular between the parties."""
    if not outside(subject) or clause_of_kind(subject, ClauseKind.CHECK_IN) or said(subject, _WORDS):
        return
    if any(_talks(form) for _, form in subject.of_form(Interval, Schedule, Quota)):
        return
    line = "check-in by everyone every 2 weeks on Sunday"
    fixes = with_clause(subject, "Add a check-in every 2 weeks", "check-in", line, needs=("check-in",))
    apart = "apart from the review, " if "review" in asked_for(subject) else ""
    message = f"You leave room for time with others, but {apart}no regular time to talk was found."
    yield Found(subject.top, message, "A short check-in on a fixed day makes it easier.", fixes=fixes)


def _talks(form: Form) -> bool:
    """Whether a sentence keeps a regular time for a talk."""
    names = events(wanted(form))
    if isinstance(form, Interval) and "review" in names and isinstance(form.every, Days):
        return form.every.months <= _OFTEN and form.every.days <= _OFTEN * 31
    if isinstance(form, Schedule) and "review" in names:
        rhythm, every = form.recurrence.rhythm, form.recurrence.every
        return rhythm in (Rhythm.DAY, Rhythm.WEEK) or (rhythm is Rhythm.MONTH and every <= _OFTEN)
    return bool(names & _TALKS)


RULE = Rule("M009", "no-check-in", Severity.NOTE, 45, find, sure=Sure.LIKELY)

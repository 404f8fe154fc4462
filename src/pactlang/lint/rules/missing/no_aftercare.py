"""You leave room for time with others, but nothing was found on how you come back to each other.

## Why

Many hard evenings are hard because of the silence afterwards. A walk or ten minutes over tea, agreed beforehand, costs little.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

aftercare
    after each encounter, aftercare by everyone within 48 hours
```

## How to fix

Write `after each encounter, aftercare by everyone within 48 hours`, and say in plain words what it looks like for you.

## When to allow it

If you would rather have no talk after each time.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

promise home-again
    "The first evening afterwards is ours."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.parts import events, occasion
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import asks, clause_of_kind, outside, outside_events, said
from pactlang.model.agreement import ClauseKind, Quota, Rhythm, Schedule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = later(
    r"\bafter(?:care|wards?)\b|\bcuddl|\bhug|\breconnect|\bcom(?:e|ing) (?:back|home)\b|\bcomfort\b|\bhome again\b|"
    r"\bafter (?:an?|the|each|every|any) (?:\w+ )?(?:evening|night|date|visit|encounter|meeting|weekend)s?\b|"
    r"\b(?:that|same) (?:night|evening)\b|"
    r"\bnext (?:day|morning|evening|night)\b|\bthe (?:day|morning|evening) after\b",
    re.I,
)
_TOGETHER = ("aftercare", "reflection", "debrief", "check-in", "gratitude", "date-night")


def find(subject: Subject) -> Iterator[Found]:
    """Partners outside, nothing after it."""
    if not outside(subject) or clause_of_kind(subject, ClauseKind.AFTERCARE) or said(subject, _WORDS):
        return
    names = outside_events(subject)
    if any(asks(one, "aftercare") or (asks(one, *_TOGETHER) and events(occasion(one.form)) & names) for one in subject.sentences):
        return
    line = "after each encounter, aftercare by everyone within 48 hours"
    fixes = with_clause(subject, "Add aftercare within 48 hours", "aftercare", line, needs=("encounter", "aftercare"))
    message = "You leave room for time with others, but nothing was found on how you come back to each other."
    often = any(_often(one) for one in subject.sentences)
    yield Found(subject.top, message, "Ten minutes within a day or two are enough.", fixes=fixes, doubt=often)


def _often(sentence: Sentence) -> bool:
    """Whether the two keep an evening of their own every week or so."""
    form = sentence.form
    if not asks(sentence, "date-night"):
        return False
    return isinstance(form, Quota) or (isinstance(form, Schedule) and form.recurrence.rhythm in (Rhythm.DAY, Rhythm.WEEK))


RULE = Rule("M008", "no-aftercare", Severity.NOTE, 40, find, sure=Sure.LIKELY)

"""Nothing says what happens after something was not kept.

## Why

It will happen. People who have decided beforehand what comes next can talk about the matter; the others talk about guilt.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

check-in
    check-in by everyone every week on Sunday
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

check-in
    check-in by everyone every week on Sunday

repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write what you do together: `after each breach, debrief by everyone within 3 days`.

## When to allow it

If your regular talk is the place for it, and everyone knows that.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

check-in
    check-in by everyone every week on Sunday
    "When something goes wrong, we talk about it here first."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.parts import SLIPS, TROUBLE, after_breach, events, occasion, owed
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import binds, said
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Form


_WORDS = later(
    r"\b(?:go(?:es|ne)?|going|went) wrong\b|\bbroken?\b|\bnot kept\b|\bslip(?!.{0,20}means?\b)|\brepair|\bmake (?:it )?(?:up|good|right)\b|"
    r"\bapolog|\bsorry\b|\bmediat|\bcounsel|\bmistakes?\b|\bforg(?:et|ot)|\bif (?:one|somebody|someone|anybody|anyone|we)\b"
    r"(?!(?: of us)? (?:\w+ )?(?:gives? up|leaves?|goes|go|moves?|quits?|dies|stops?|is (?:ill|away|sick)))",
    re.I,
)
_MANY = 3


def find(subject: Subject) -> Iterator[Found]:
    """Several things that can be broken, and nothing that follows."""
    if said(subject, _WORDS) or _few(subject) or any(one.kind is ClauseKind.REPAIR and one.promises for one in subject.agreement.clauses):
        return
    if any(_repairs(one.form) for one in subject.sentences):
        return
    line = "after each breach, debrief by everyone within 3 days"
    fixes = with_clause(subject, "Add a talk after each breach", "repair", line, needs=("debrief",))
    message = "Nothing was found on what you do together when something is not kept."
    yield Found(subject.top, message, "Decide it now, while nobody is hurt.", fixes=fixes)


def _repairs(form: Form) -> bool:
    """Whether something is done after a breach, a conflict or a slip, more than a pause. (That one does it for all is another's matter.)"""
    return owed(form) is not None and (after_breach(form) or bool(events(occasion(form)) & (TROUBLE | SLIPS)))


def _few(subject: Subject) -> bool:
    """Whether there is little to keep: words weigh less than what a log can show."""
    checkable = sum(map(binds, subject.sentences))
    return checkable < _MANY and checkable + sum(len(clause.promises) for clause in subject.agreement.clauses) <= _MANY


RULE = Rule("M012", "no-repair", Severity.NOTE, 48, find, sure=Sure.LIKELY, among_equals=True)

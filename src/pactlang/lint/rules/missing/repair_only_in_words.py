"""A repair plan contains nothing that a log could show to be done.

## Why

"We make it good again" is meant by everyone and done by whoever remembers. One step with a date keeps the rest alive.

## Before

```pact
repair
    "We make it good again."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
    "We make it good again."
```

## How to fix

Add one step with a time: `after each breach, debrief by everyone within 3 days`.

## When to allow it

If the plan is an attitude, and the steps are in another clause.

## Near miss

```pact
repair
    "We make it good again."

promise talk
    after each conflict, debrief by everyone within 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import with_line
from pactlang.lint.parts import after_breach, events, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_TROUBLE = frozenset({"conflict", "incident", "quarrel", "argument", "fight", "rupture"})
_LINE = "after each breach, debrief by everyone within 3 days"


def find(subject: Subject) -> Iterator[Found]:
    """Repair clauses with no sentence, where no other clause says what follows."""
    if any(after_breach(one.form) or events(occasion(one.form)) & _TROUBLE for one in subject.sentences):
        return
    for clause in subject.agreement.clauses:
        if clause.kind is ClauseKind.REPAIR and not clause.sentences:
            can = "debrief" in subject.agreement.vocabulary.events
            place = clause.promises[-1].span if clause.promises else clause.span
            fixes = with_line(subject, place, "Add a talk within 3 days", _LINE) if can else ()
            message = "This plan is in plain words only, so no log can show that it was done."
            if not clause.promises:
                message = "This plan has a heading but no step yet."
            yield Found(clause.span, message, "Add one step with a time.", fixes=fixes)


RULE = Rule("M013", "repair-only-in-words", Severity.NOTE, 42, find)

"""After any breach or conflict it is always the same one of you who repairs.

## Why

Only the person who did not keep something can make it good, and next time that may be the other. Otherwise one of you apologises for both.

## Before

```pact
repair
    after each breach, apology by Ana to Ben within 2 days
```

## After

```pact
repair
    after each breach, debrief by everyone within 2 days
```

## How to fix

Write `by everyone`, or `by the same party` for the one who did not keep it.

## When to allow it

If one of you offered, and is happy to.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by Ana
    > Ana asked for it.

repair
    after each breach of monthly, apology by Ana to Ben within 2 days
    after each conflict by Ana, apology by Ana to Ben within 1 day
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import for_all
from pactlang.lint.parts import after_trouble
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, lone, reasons, table
from pactlang.lint.themes import TELLING
from pactlang.model.agreement import BreachTrigger, RepeatAfter, Response

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What makes up for something; whoever steps in for another, or asks how it went, repairs nothing.
REPAIRING = TELLING | {"apology", "repair", "talk", "debrief", "aftercare", "mediation", "counselling", "therapy", "gift", "reflection"}


def find(subject: Subject) -> Iterator[Found]:
    """Duties after breaches and conflicts that only ever fall to one party, whoever broke something."""
    rows = table(subject.agreement)
    repairing = [row for row in rows if row.kind is Kind.DUTY and row.sentence is not None and after_trouble(row.sentence.form)]
    if len({row.parties for row in repairing}) != 1:  # others do their part; but who says sorry?
        repairing = [row for row in repairing if "apology" in row.events]
    if len({row.parties for row in repairing}) != 1:
        return
    bound: dict[str, set[str]] = {}
    for row in rows:
        if row.clause is not None and row.kind in (Kind.DUTY, Kind.LIMIT):
            bound.setdefault(row.clause.name, set()).update(row.parties)
    for row in lone(repairing, subject.agreement.parties):
        if row.sentence is None or reasons(row.clause):
            continue
        (party,) = row.parties
        trigger = row.sentence.form.trigger if isinstance(row.sentence.form, Response | RepeatAfter) else None
        of = trigger.clauses if isinstance(trigger, BreachTrigger) else ()
        others = set[str]().union(*(bound.get(name, set()) for name in of))
        if not of or (others - {party} and row.events & REPAIRING):
            what = "who broke something" if isinstance(trigger, BreachTrigger) else "what it was about"
            message = f"Here {party} is always the one to repair, no matter {what}."
            if of and party not in others:
                message = f"Here {party} is the one to repair what only {' and '.join(sorted(others))} can break."
            yield Found(row.span, message, "Write `by everyone`, or `by the same party`.", fixes=for_all(row.sentence, party))


RULE = Rule("B010", "repair-by-one", Severity.WARNING, 54, find)

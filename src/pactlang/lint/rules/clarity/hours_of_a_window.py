"""Hours are counted of what touches a window, and not only those within it.

## Why

`at most 4 hours of meetings during school-hours per week` sounds as if only the hours within the window counted. But a window says which
events are meant, and then all of their hours count: a meeting from 10:00 to 15:00 brings five, also if the window opens at 13:00.

## Before

```pact
hours afternoon
    between 13:00 and 16:00
cap meetings
    at most 4 hours of meetings during afternoon by each party per week
```

## After

```pact
cap meetings
    at most 4 hours of meetings starting between 13:00 and 16:00 by each party per week
    > All of a meeting that starts in the afternoon counts.
```

## How to fix

Say in a reason that all hours count. If you mean those within the window alone, enter them as an entry of their own: no sentence cuts one
in two.

## When to allow it

If all hours of what touches the window are meant, or if nothing goes on past it.

## Near miss

```pact
cap meetings
    at most 4 hours of meetings by each party per week
```

```pact
cap meetings
    at most 4 meetings between 13:00 and 16:00 by each party per week
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import reasoned
from pactlang.model.agreement import Cap, ClockFilter, ClockPart, DuringFilter, Quota, Unit

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Limits and promises in hours, of what any part of is in a window, without a reason."""
    explained = reasoned(subject.agreement)
    for sentence, form in subject.of_form(Cap, Quota):
        if not isinstance(form, Cap | Quota) or form.measure.unit is not Unit.HOURS or sentence.clause in explained:
            continue
        filters = (*form.selector.filters, *(part for one in form.selector.alternatives for part in one.filters))
        if any(isinstance(one, DuringFilter) or (isinstance(one, ClockFilter) and one.part is ClockPart.ANY) for one in filters):
            message = "Which hours are meant? All hours of what is in there with any part of it count, not only those within."
            yield Found(sentence.span, message, "Say so in a reason, or enter what is within as an entry of its own.")


RULE = Rule("C022", "hours-of-a-window", Severity.WARNING, 43, find, sure=Sure.LIKELY)

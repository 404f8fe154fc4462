"""A disclosure says that you will tell each other, but not by when.

## Why

"I was going to tell you" is true for weeks. A time ends the waiting for the one, and the worry about the right moment for the other.

## Before

```pact
disclosure
    "We tell each other about every date."
```

## After

```pact
disclosure
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Name a time: `within 24 hours`, `by 12:00 the next day`.

## When to allow it

If the moment is truly free, and nobody waits for it.

## Near miss

```pact
disclosure
    "We tell each other about every date before breakfast."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_line
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_TELLING = later(r"\b(?:tell|tells|say|says|share|shares|let .{1,20} know|informs?|disclos\w+|reports?|mentions?|talk about)\b", re.I)
_WHEN = later(
    r"\d|\b(?:one|two|three|four|five|six|seven|days?|hours?|weeks?|evening|morning|night|noon|midnight|before|beforehand|same|next|first|"
    r"tomorrow|today|tonight|immediately|instantly|at once|right away|straight away|if asked|when asked|sunday|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|weekend|never|not)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """Disclosure clauses in plain words alone, none of which is about time."""
    for clause in subject.agreement.clauses:
        if clause.kind is not ClauseKind.DISCLOSURE or clause.sentences:
            continue
        if any(_WHEN.search(words) for words in (*(promise.words for promise in clause.promises), *clause.reasons)):
            continue
        promise = next((one for one in clause.promises if _TELLING.search(one.words)), None)
        if promise is None:
            continue
        known = subject.agreement.vocabulary.events
        line = "after each encounter, disclosure by the same party to the others within 24 hours"
        fixes = (
            with_line(subject, promise.span, "Add a disclosure within 24 hours", line) if {"encounter", "disclosure"} <= set(known) else ()
        )
        yield Found(
            promise.span,
            "This says that you tell each other, but not by when.",
            "Agree on a time that you can both keep.",
            fixes=fixes,
        )


RULE = Rule("M003", "disclosure-without-window", Severity.WARNING, 55, find, sure=Sure.LIKELY)

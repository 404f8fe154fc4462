"""Something that people do for themselves is owed, but nobody is named.

## Why

"A test every 90 days" is kept as soon as one of you gets tested. But you may both be relying on it.

## Before

```pact
testing
    test every 90 days
```

## After

```pact
testing
    test by each party every 90 days
```

## How to fix

Write `by each party`, `by everyone`, or a name.

## When to allow it

If it does not matter who does it; then write `by anyone`.

## Near miss

```pact
check-in
    check-in every week on Sunday
```

```pact
testing
    test by anyone every 90 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import doer, events, owed
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What one person does or says for themselves; what people do together, or what any of them can do for all, needs no name.
_PERSONAL = frozenset({"test", "result", "disclosure", "notice", "apology", "rent", "gratitude", "reflection", "consent"})


def find(subject: Subject) -> Iterator[Found]:
    """Duties of one's own that name nobody."""
    for sentence in subject.sentences:
        duty = owed(sentence.form)
        if duty is None or sentence.not_applied or duty.by is not None or doer(duty.selector) is not None:
            continue
        own = sorted(events(duty.selector) & _PERSONAL)
        if own:
            message = f"This does not say whose {own[0]} is meant: one by any of you keeps it."
            yield Found(sentence.span, message, "Write `by each party`, or a name; `by anyone` if it does not matter who.")


RULE = Rule("C014", "duty-without-who", Severity.WARNING, 56, find)

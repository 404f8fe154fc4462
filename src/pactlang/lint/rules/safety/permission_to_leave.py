"""Somebody needs leave to go out, to stop, or to end it.

## Why

Leaving is always free. A promise never to leave binds only the one who would need to.

## Before

```pact
promise stay
    "Ana must ask for permission before going out."
```

## After

```pact
promise stay
    "Whoever goes out says when they will be back."
```

## How to fix

Say what you wish to know, not what the other may do.

## When to allow it

Never.

## Near miss

```pact
promise stay
    "Anyone may leave, at any time, without giving a reason."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import promises
from pactlang.lint.rule import Found, Profile, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_WORDS = re.compile(
    r"\b(never leaves?\b|(?:must|has to|have to|needs? to) ask (?:for permission|permission|before (?:going out|"
    r"leaving))|(?:is|are) not allowed to (?:leave|go out|end|stop|break up)|may not (?:leave|end (?:this|it)|"
    r"break up|stop))",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(
            span, "This makes leaving or stopping depend on somebody's leave.", "Leave it out: leaving, stopping and pausing are free."
        )


RULE = Rule("S004", "permission-to-leave", Severity.ERROR, 99, find, Profile.GENTLE)

"""What happens otherwise, said as a threat.

## Why

A threat is kept in mind longer than the promise, and people then do things to be safe, not to be close.

## Before

```pact
promise late
    "Tell me the same day, or else."
```

## After

```pact
promise late
    "Tell me the same day. If it comes late, we sit down."
```

## How to fix

A `repair` clause says what you do when something was not kept.

## When to allow it

Never.

## Near miss

```pact
promise late
    "If it comes late, we sit down and talk."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import promises
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_WORDS = re.compile(
    r"\b(or else|otherwise (?:it is over|it's over|i (?:leave|am gone)|we are done)|last (?:chance|warning)|"
    r"three strikes|consequences)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS, denied=True):
        yield Found(span, "This reads as a threat.", "Say how you repair it, or that you will talk about whether it still fits.")


RULE = Rule("W003", "threat", Severity.WARNING, 52, find)

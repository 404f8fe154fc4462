"""A consequence is put as a threat.

## Why

People remember the threat longer than the promise, and then do things to be safe, not to be close.

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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_STOP = Phrase("threat", "stopping")
_OTHERWISE = Phrase("threat", "otherwise")
_WORDS = Phrase("threat")


def find(subject: Subject) -> Iterator[Found]:
    """Threats in promises, titles and reasons."""
    lines = set()
    for span, _ in (*heard(subject, _OTHERWISE, denied=True, allowed=_STOP), *heard(subject, _WORDS)):
        line = (span.source.name, span.start_position.line)
        if line in lines:
            continue  # one threat, said twice
        lines.add(line)
        yield Found(span, "This reads as a threat.", "Say how you repair it, or that you will talk about whether it still fits.")


RULE = Rule("W003", "threat", Severity.WARNING, 52, find, yields=True, sure=Sure.LIKELY)

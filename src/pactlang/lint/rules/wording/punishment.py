"""Something is to be done to someone who broke a promise.

## Why

Punishment makes people careful not to be caught, instead of careful with each other.

## Before

```pact
promise late
    "Whoever is late loses the right to the next evening."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write what helps the one who was hurt, and the one who is ashamed.

## When to allow it

Never.

## Near miss

```pact
promise late
    "We talk; there is no punishment."
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


_WORDS = Phrase("punishment")

_NAMES = Phrase("punishment", "names")


def find(subject: Subject) -> Iterator[Found]:
    """Punishments in promises, titles, reasons and names."""
    for span, _ in heard(subject, _WORDS, names=_NAMES):
        yield Found(span, "This reads as a punishment.", "Say how you repair instead.")


RULE = Rule("W004", "punishment", Severity.WARNING, 54, find, yields=True, sure=Sure.LIKELY)

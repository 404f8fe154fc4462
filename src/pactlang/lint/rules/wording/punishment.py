"""Something is to be done to somebody who broke a promise.

## Why

Punishment makes people careful about being seen, and not about each other.

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

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import promises
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_WORDS = re.compile(
    r"\b(punish(?:es|ed|ment|ments)?|grounded|as a penalty|pay(?:s)? for it|makes? (?:him|her|them) pay|"
    r"silent treatment|loses? the right)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(span, "This punishes.", "Say how you repair instead.")


RULE = Rule("W004", "punishment", Severity.WARNING, 54, find)

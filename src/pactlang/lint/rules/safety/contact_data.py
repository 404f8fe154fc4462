"""A telephone number, an address or an e-mail address stands in the text.

## Why

These files are kept in git, mailed, printed. Whoever finds one should not find somebody's door.

## Before

```pact
promise who
    "In an emergency we call +49 170 1234567."
```

## After

```pact
promise who
    "In an emergency we call the number on the fridge."
```

## How to fix

Keep numbers and addresses where you keep them anyway.

## When to allow it

A public number, such as a helpline's.

## Near miss

```pact
promise who
    "We meet at 19:00, 2 hours at most, on 2026-05-04."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import written
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_WORDS = re.compile(
    r"[\w.+-]+@[\w-]+\.[a-z]{2,}|\+\d[\d ()/-]{7,}\d|\b0\d{2,4}[ /-]?\d{5,}\b|\b(?:street|stra(?:ss|ß)e|avenue|"
    r"road) \d+",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in written(subject, _WORDS):
        yield Found(span, "This looks like somebody's address or number.", "Take it out; a first name or an alias is enough.")


RULE = Rule("S007", "contact-data", Severity.WARNING, 72, find)

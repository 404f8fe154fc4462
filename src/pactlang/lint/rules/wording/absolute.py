"""A promise for always, or for never, about a person.

## Why

Nobody keeps an always. The first exception then looks like the end, and was only a Tuesday.

## Before

```pact
promise honest
    "We will always tell each other everything."
```

## After

```pact
promise honest
    "We tell each other what touches the other's health, the same day."
```

## How to fix

Say the case and the time in which you can keep it.

## When to allow it

In a promise that is meant as a poem; say so in the reason.

## Near miss

```pact
promise honest
    "Nobody has to be available at all times."
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
    r"\b(?:we|i|you|ana|ben|everyone|each of us) (?:will |must |shall )?(?:always|never ever|at all times)\b|"
    r"\bforever\b|\b100 ?%\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(span, "This promises an always.", "Say how often, or in what case.")


RULE = Rule("W002", "absolute", Severity.NOTE, 30, find)

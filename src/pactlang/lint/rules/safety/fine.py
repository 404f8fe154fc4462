"""Somebody pays for breaking a promise.

## Why

A price turns a promise into a purchase, and makes the one with more money freer. It also makes people hide.

## Before

```pact
promise late
    "Whoever tells late pays a fine of 20 euros."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write a `repair` clause: a talk, aftercare, a look at the words.

## When to allow it

A jar for swearing, if all of you laugh about it.

## Near miss

```pact
promise purse
    "We put 20 euros a week into the purse."
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
    r"\b(pays? (?:a )?(?:fine|penalty)|(?:a )?fine of|penalt(?:y|ies)|(?:\d+|an?) ?(?:EUR|euros?|dollars?|USD|"
    r"pounds?) (?:for each|per|every time))",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(span, "This puts a price on a breach.", "Say how you repair instead.")


RULE = Rule("S005", "fine", Severity.WARNING, 80, find)

"""Somebody is to stay away from friends, family or help.

## Why

People without others have nobody to ask whether something is right. Isolation is how control begins.

## Before

```pact
promise us
    "Ben stops seeing his friends on weekdays."
```

## After

```pact
promise us
    "Wednesday evenings are ours."
```

## How to fix

Say what you wish for yourselves (an evening, a call), and not whom the other may see.

## When to allow it

Never.

## Near miss

```pact
promise us
    "Nobody stops seeing their friends for us."
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
    r"\b((?:stops?|gives? up|quits?) (?:seeing|meeting|talking to) (?:his|her|their|my|your|the) (?:friends?|family|"
    r"mother|father|sister|brother|therapist|counsell?or)|(?:no|not any) contact with (?:his|her|their|my|"
    r"your) (?:friends?|family|parents)|may not (?:see|meet|talk to) (?:his|her|their|my|your)? ?(?:friends?|family|"
    r"parents|therapist))\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(span, "This keeps somebody from friends, family or help.", "Leave it out.")


RULE = Rule("S003", "isolation", Severity.ERROR, 98, find, Profile.GENTLE)

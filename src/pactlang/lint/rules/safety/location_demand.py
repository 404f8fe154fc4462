"""Somebody is to let themselves be located.

## Why

A place that is always known leaves no room for an honest surprise, a friend, or leaving.

## Before

```pact
promise where
    "We share our live location whenever one of us is out."
```

## After

```pact
promise where
    "Whoever is out writes when they have arrived."
```

## How to fix

Agree on a message (arrived, on my way) instead of a location.

## When to allow it

On a hike, at sea, or for a day: write for how long, and it is no matter of this rule.

## Near miss

```pact
promise where
    "Nobody shares their location, unless they wish to."
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
    r"\b(location (?:sharing|on|is shared)|shar(?:e|es|ing) (?:his|her|their|my|your|our) (?:live )?locations?|gps|"
    r"track(?:s|ed|ing)? (?:each other|him|her|them|my|your|the phone)|find my (?:phone|friends|iphone))\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS):
        yield Found(
            span, "This asks for whereabouts, all the time.", "Leave it out; say when somebody lets the other know that they are safe."
        )


RULE = Rule("S002", "location-demand", Severity.ERROR, 96, find, Profile.GENTLE)

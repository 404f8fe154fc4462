"""Someone has to let others know where they are.

## Why

Someone whose location is always known has no room for a surprise, a friend, or leaving.

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

On a hike, at sea, or for a day: write for how long, and this rule does not apply.

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
from pactlang.later import later
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("location_demand")
_NAMES = Phrase("location_demand", "names")
# For a day out, where help might be needed, people let each other be found.
_OUTING = later(
    r"\b(?:hik(?:e|es|ing)|climb(?:s|ing)?|dogs?|cats?|pets?|keys?|luggage|suitcases?|bikes?|stolen|for the (?:\w+ )?(?:trip|tour|"
    r"day|journey|weekend|flight)|mountains?|at sea|sailing|"
    r"emergenc(?:y|ies)|(?:walk|way|ride|drive) home|festival|ski\w*)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_OUTING, refused=refused(subject, Flag.STEPS)):
        yield Found(
            span, "This lets someone know where another person is.", "Leave it out; say when you let each other know that you are safe."
        )


RULE = Rule("S002", "location-demand", Severity.ERROR, 96, find, Profile.GENTLE, sure=Sure.LIKELY)

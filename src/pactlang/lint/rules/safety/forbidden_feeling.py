"""A feeling is forbidden, or demanded.

## Why

Nobody chooses what they feel. What is forbidden goes into hiding, and what is demanded becomes a part to play.

## Before

```pact
promise us
    "No falling in love with others."
```

## After

```pact
promise us
    "If one of us falls in love, we talk about it the same week."
```

## How to fix

Say what you do when it comes: whom you tell, and when.

## When to allow it

Never; it cannot be kept by wishing.

## Near miss

```pact
promise us
    "Any feeling may be said, and none is a breach."
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
    r"\b((?:no|never|not) (?:jealousy|falling in love|fall(?:s|ing)? in love|feelings? for|be jealous|"
    r"being jealous)|(?:must|has to|have to|should) (?:not )?(?:feel|love|be happy|be jealous|enjoy)|(?:is|"
    r"are) not allowed to (?:feel|love|fall))\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for."""
    for span, _ in promises(subject, _WORDS, denied=True):
        yield Found(span, "This forbids or demands a feeling.", "Say what you do when the feeling comes.")


RULE = Rule("S006", "forbidden-feeling", Severity.WARNING, 82, find)

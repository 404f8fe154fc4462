"""A promise in plain words leaves the number or the time to a vague word: "soon", "often", "reasonable", "late".

## Why

Each of you fills a vague word with a number of your own, and finds out only when the two numbers differ.

## Before

```pact
disclosure tell
    "We tell each other soon."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Say the number: how many, how long, up to what time of day. If you cannot agree on a number, say in a reason (`>`) what you mean.

## When to allow it

Where you mean to leave it to each other's judgement, and both know that the two judgements may differ.

## Near miss

```pact
disclosure tell
    "We tell each other on the same day."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

VAGUE = ("soon", "often", "reasonable", "reasonably", "late", "early", "sometimes", "regularly", "rarely", "frequently", "promptly")
# Where these stand in a word of their own, they measure nothing: a late shift, of late, early riser.
_WORDS = re.compile(rf"(?<!\bof )\b({'|'.join(VAGUE)})\b(?! (?:shifts?|riser|birds?|show|train|bus)\b)", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Vague words in quoted promises."""
    for line in subject.lines(LineKind.PROMISE):
        for word in _WORDS.finditer(line.span.text):
            yield Found(line.span.part(*word.span()), f'"{word[0]}" leaves the number to each of you.', "Say a number or a time.")


RULE = Rule("C001", "vague-word", Severity.WARNING, 60, find)

"""A blank of a template was not filled in.

## Why

Both read it as if something stood there, and each reads something else.

## Before

```pact
promise talk
    "We talk on ____, at TIME."
```

## After

```pact
promise talk
    "We talk on Sunday, at 19:00."
```

## How to fix

Fill it in, or take the sentence out.

## When to allow it

Never.

## Near miss

```pact
promise talk
    "We take our time."
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

_BLANK = re.compile(r"_{3,}|\.{5,}|\b(?:TODO|TBD|FIXME|XX+|NAME|DATE|TIME|NUMBER)\b|<[a-z ]+>")


def find(subject: Subject) -> Iterator[Found]:
    """Blanks in the words for people."""
    for span, _ in written(subject, _BLANK):
        yield Found(span, "This was left blank.", "Fill it in, or take the sentence out.")


RULE = Rule("C002", "blank-not-filled-in", Severity.WARNING, 70, find)

"""A time or a day that can be read in two ways.

## Why

Midnight on Friday is the night before Friday to one of you and the night after it to the other.

## Before

```pact
promise talk
    "We talk next Friday, by midnight at the latest."
```

## After

```pact
promise talk
    "We talk every Friday, by 23:00 at the latest."
```

## How to fix

Use the 24-hour clock, and say every how many weeks.

## When to allow it

If both of you have said aloud which one you mean.

## Near miss

```pact
promise talk
    "We talk before noon on Friday."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import told
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("read_two_ways")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, in promises and titles."""
    for span, _ in told(subject, _WORDS, denied=True):
        yield Found(span, "This can be read in two ways.", "Write the date, or the day and the hour: Friday 23:59.")


RULE = Rule("C006", "read-two-ways", Severity.WARNING, 44, find, sure=Sure.LIKELY)

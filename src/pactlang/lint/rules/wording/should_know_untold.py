"""Something is assumed that nobody has said.

## Why

What is obvious to one of you is news to the other. A wish that has to be guessed is easily missed, and then the miss counts as proof.

## Before

```pact
promise birthdays
    "You should have known that birthdays matter, obviously."
```

## After

```pact
promise birthdays
    "On birthdays we have breakfast together."
```

## How to fix

Write down the thing itself: what, for whom, when.

## When to allow it

Never; it costs one sentence to say it.

## Near miss

```pact
promise birthdays
    "Nobody should have to guess, and nothing is obvious."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import apart, heard
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("should_know_untold")


def find(subject: Subject) -> Iterator[Found]:
    """What the words take for granted, in promises, titles and reasons."""
    for span in apart(heard(subject, _WORDS, told_stories=True)):
        yield Found(span, "This assumes something nobody has said.", "Write down the thing itself: what, for whom, when.")


RULE = Rule("W006", "should-know-untold", Severity.NOTE, 36, find, sure=Sure.LIKELY)

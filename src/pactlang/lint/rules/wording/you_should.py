"""A sentence tells someone how they should be, or always are.

## Why

"You should" and "you never" are answered with "and you". What someone wants can be given; what someone is can only
be denied.

## Before

```pact
promise us
    "You should be more attentive."
```

## After

```pact
promise us
    "I would like an hour without telephones on Sundays."
```

## How to fix

Begin with “I” and say what you want, and when; or say “we” if it is for all of you.

## When to allow it

If "you" means anyone, as in a house rule; "anyone who" says it without pointing a finger.

## Near miss

```pact
promise us
    "You may always say no, and you should feel free to."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("you_should")


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that begin with a finger, in promises, titles and reasons."""
    for span, _ in heard(subject, _WORDS, denied=True, told_stories=True):
        yield Found(span, "This tells someone how they should be.", "Say what you wish for, and when.")


RULE = Rule("W005", "you-should", Severity.NOTE, 34, find, sure=Sure.LIKELY)

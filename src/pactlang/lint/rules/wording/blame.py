"""Words that judge a person instead of what happened.

## Why

People who are called names defend themselves and hear nothing else.

## Before

```pact
promise truth
    "Whoever is too lazy to tell is a liar."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Name the act and the time: who tells whom, by when.

## When to allow it

If you quote what someone else said.

## Near miss

```pact
promise truth
    "Nobody is called a liar here."
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


_WORDS = Phrase("blame")
_TELLING_OFF = Phrase("blame", "telling_off")


def find(subject: Subject) -> Iterator[Found]:
    """Words for people, in promises, titles and reasons."""
    for span in apart((*heard(subject, _WORDS, told_stories=True), *heard(subject, _TELLING_OFF, denied=True))):
        yield Found(span, "This word judges a person.", "Say what happens, and what is asked for.")


RULE = Rule("W001", "blame", Severity.WARNING, 50, find, sure=Sure.LIKELY)

"""Someone owes sex or closeness, or a no to it does not count.

## Why

Closeness is given freely, in the moment, or it is force. Last year's yes is not a yes tonight, and a no needs no reason.

## Before

```pact
promise nights
    "Nobody says no to sex."
```

```pact
event sex

promise nights
    at least 2 sex per week by Ana
```

## After

```pact
promise nights
    "We keep Sunday evening for the two of us; what comes of it is open."
```

## How to fix

Promise time and attention, not a body. You can write a wish as a wish: "we would like".

## When to allow it

Never. This rule does not apply to a wish, nor to play in which everyone can stop with one word.

## Near miss

```pact
promise nights
    "Nobody owes anybody sex, and a no needs no reason."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import apart, heard
from pactlang.lint.parts import refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("sex_owed")
_NO_NO = Phrase("sex_owed", "denied_no")
_FREE = Phrase("sex_owed", "free")
_MADE_UP = Phrase("sex_owed", "made_up")
_BODY = Phrase("sex_owed", "body")
_SILENCE = Phrase("sex_owed", "silence")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, no that is forbidden, and sentences that owe it."""
    sentences = refused(subject, Flag.SEX)
    places = (
        *heard(subject, _WORDS, allowed=_FREE, refused=sentences),
        *heard(subject, _MADE_UP),
        *heard(subject, _NO_NO, allowed=_FREE, denied=True),
    )
    for span in apart(places):
        yield Found(
            span,
            "This makes closeness a duty, or passes over a no.",
            "Remove it: anyone may say no at any time. Promise time for each other instead.",
        )
    for span, _ in heard(subject, _BODY):
        yield Found(span, "This makes it a duty what someone's body is like.", "Remove it: everyone's body is their own.")
    if "consent" in subject.agreement.vocabulary.events:
        for span, _ in heard(subject, _SILENCE):
            advice = "A yes is said; without one it is a no."
            yield Found(span, "This takes silence for a yes.", advice, severity=Severity.WARNING)


RULE = Rule("S017", "sex-owed", Severity.ERROR, 99, find, Profile.GENTLE, sure=Sure.LIKELY)

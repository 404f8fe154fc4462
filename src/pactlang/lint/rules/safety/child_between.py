"""A child is made to carry what is between grown-ups: to tell on one, to keep a secret, or to go without because money is late.

## Why

A child who has to watch one parent for the other, or is kept from one until a bill is paid, loses both. Children are not
messengers, and time with them is nobody's deposit.

## Before

```pact
promise weekends
    "After the weekend Luca tells mum who was there and what dad drank."
```

```pact
promise money
    "No money, no weekend."
```

## After

```pact
promise weekends
    "What we want to know of each other, we ask each other. Luca tells whom he likes what he likes."
```

## How to fix

Ask the other parent yourself. Keep money and time apart: a payment that is late has its own sentence.

## When to allow it

If the child could be in danger, and a doctor or a court has said so. Say who in a reason (`>`).

## Near miss

```pact
promise weekends
    "After the weekend Luca tells mum what he liked, if he feels like it."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.rule import Found, Profile, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("child_between")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask of a child."""
    for span, _ in heard(subject, _WORDS):
        yield Found(span, "This puts a child between grown-ups.", "Ask the other yourself, and keep money and time with a child apart.")


RULE = Rule("S019", "child-between", Severity.ERROR, 95, find, Profile.GENTLE, sure=Sure.LIKELY)

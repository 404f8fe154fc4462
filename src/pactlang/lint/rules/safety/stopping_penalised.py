"""A pause, a refusal or leaving is made to cost something.

## Why

Stopping is unconditional. If stopping has a price, it is not free, and then a yes is not free either.

## Before

```pact
promise pauses
    "Whoever pauses makes up for it later."
```

```pact
repair
    after each refuse, apology by the same party within 2 days
```

```pact
consent weekly
    consent by Ben every week
```

## After

```pact
pause breather
    anyone may pause encounters for at most 14 days
```

## How to fix

Remove the price. If pauses worry one of you, talk about how they end.

## When to allow it

Never.

## Near miss

```pact
promise pauses
    "Nobody has to make up for a pause."
```

```pact
aftercare
    after each pause, check-in by everyone within 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("stopping_penalised")
_REASONS = Phrase("stopping_penalised", "reasons")
_LIMITED = Phrase("stopping_penalised", "limited")


def find(subject: Subject) -> Iterator[Found]:
    """What stopping would cost: in the words, and as a duty after it; a yes that is owed."""
    owed = [one.span for one in refused(subject, Flag.YES)]
    for span, _ in heard(subject, _WORDS, refused=refused(subject, Flag.COSTS, Flag.YES)):
        if span in owed:
            yield Found(span, "This makes a yes a duty.", "Anyone may say no at any time: ask before what needs the yes.")
        else:
            yield Found(span, "This puts a cost on stopping.", "Everyone is free to stop, refuse and leave.")
    for span, _ in heard(subject, _REASONS):
        yield Found(span, "This asks for a reason for stopping.", "A no needs no reason; anyone may say why later, if they like.")
    for span, _ in heard(subject, _LIMITED):
        yield Found(span, "This limits how often someone may stop or say no.", "Everyone is free to stop, refuse and leave, each time.")


RULE = Rule("S008", "stopping-penalised", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)

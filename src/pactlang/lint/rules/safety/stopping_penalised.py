"""A pause, a refusal or leaving is made to cost something.

## Why

Stop is unconditional. A stop that has a price is no stop, and a yes next to it is no yes.

## Before

```pact
promise pauses
    "Whoever pauses makes up for it later."
```

## After

```pact
pause breather
    anyone may pause encounters for at most 14 days
```

## How to fix

Take the price away. If pauses worry one of you, talk about how they end.

## When to allow it

Never.

## Near miss

```pact
promise pauses
    "Nobody has to make up for a pause."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import promises
from pactlang.lint.rule import Found, Profile, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_WORDS = re.compile(
    r"\b(?:whoever|who|if (?:somebody|someone|one of us|anyone)) (?:pauses?|refuses?|says no|stops?|leaves?|withdraws?)\b[^.;]*"
    r"\b(?:pays?|makes? up|owes?|loses?|forfeits?|apologi[sz]es|must|has to)\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """What stopping would cost, in the words."""
    for span, _ in promises(subject, _WORDS):
        yield Found(span, "This makes stopping cost something.", "Stopping, refusing and leaving are free.")


RULE = Rule("S008", "stopping-penalised", Severity.ERROR, 99, find, Profile.GENTLE)

"""A promise binds somebody who is no party of the agreement.

## Why

Nobody can promise for another. Who is bound has to have signed, or to be asked.

## Before

```pact
person dana
promise home
    "dana must leave before midnight."
```

## After

```pact
person dana
boundary home
    no encounter at home with dana
```

## How to fix

Say what you yourselves do, and ask them about the rest.

## When to allow it

Where they agreed to it; say so in a reason.

## Near miss

```pact
person dana
promise home
    "We ask dana what suits dana."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import promises
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """People outside the agreement who must, may not, or have to."""
    names = "|".join(re.escape(person.name) for person in subject.agreement.people)
    if not names:
        return
    pattern = re.compile(rf"\b(?:{names}) (?:must|has to|have to|may not|is not allowed to|shall|will not)\b", re.I)
    for span, _ in promises(subject, pattern, denied=True):
        yield Found(span, "This binds somebody who has not signed.", "Say what you yourselves do, and ask them about the rest.")


RULE = Rule("S010", "third-party-bound", Severity.WARNING, 66, find)

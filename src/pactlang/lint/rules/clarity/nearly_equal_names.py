"""Two clauses or people have names that are easily confused.

## Why

In a log or a waiver, one slip then means the other.

## Before

```pact
person marlen
person marlene
boundary home
    no encounter at home with marlen
```

## After

```pact
person marlen
person johanna
boundary home
    no encounter at home with marlen
```

## How to fix

Give one of them another name.

## When to allow it

If these are their real names and you both know.

## Near miss

```pact
person alex
person kim
boundary home
    no encounter at home with alex
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity, nearest_spelling
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_MOST = 200  # each is compared with all before it


def find(subject: Subject) -> Iterator[Found]:
    """Names of people outside the agreement that differ by one letter."""
    people = subject.agreement.people[:_MOST]
    for place, person in enumerate(people):
        others = [one for one in people[:place] if len(one.name) > 3 and nearest_spelling(person.name, [one.name], 0.9) == one.name]
        for other in others[:1]:
            yield Found(person.span, f"{person.name} is easily mistaken for {other.name}.", "Give one of them another name.")


RULE = Rule("C005", "nearly-equal-names", Severity.NOTE, 28, find, sure=Sure.LIKELY)

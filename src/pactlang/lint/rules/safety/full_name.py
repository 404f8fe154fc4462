"""Somebody outside the agreement stands here with a full name.

## Why

Who is not part of this has not said yes to being in it. Files are copied, mailed and kept in git.

## Before

```pact
person dana "Dana Keller"
```

## After

```pact
person dana "Dana"
```

## How to fix

Use a first name, an initial, or a name that only you know.

## When to allow it

Where they asked for it.

## Near miss

```pact
person dana "Dana, from choir"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_NAMES = re.compile(r"[A-Z]\w+(?: [A-Z]\w*\.?)* [A-Z][\w-]+")


def find(subject: Subject) -> Iterator[Found]:
    """Two names in a row."""
    for person in subject.agreement.people:
        if _NAMES.fullmatch(person.title):
            yield Found(person.span, f"{person.name} stands here with a full name.", "A first name or an alias is enough.")


RULE = Rule("S009", "full-name", Severity.WARNING, 68, find)

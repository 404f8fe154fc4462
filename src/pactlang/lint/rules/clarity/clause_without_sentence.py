"""A clause says nothing: it has neither a sentence nor a promise.

## Why

A heading looks like an agreement, but nothing is agreed.

## Before

```pact
aftercare
    > We want to come back to each other.
```

## After

```pact
aftercare
    after each encounter, aftercare by everyone within 48 hours
    > We want to come back to each other.
```

## How to fix

Write the sentence, or remove the heading.

## When to allow it

While you are still writing.

## Near miss

```pact
aftercare
    "An hour of tea, the day after."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tree import AimHeading, ClauseHeading, LineKind
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Clauses with nothing in them; a line that could not be read is something."""
    for document in subject.documents:
        for block in document.blocks:
            kinds = {item.line.kind for item in block.items}
            if isinstance(block.heading, AimHeading) and LineKind.CODE not in kinds:
                word = block.heading.kind.value
                yield Found(block.line.span, f"This {word} has no sentence.", "Write one, or remove the heading.")
            elif isinstance(block.heading, ClauseHeading) and not kinds & {LineKind.CODE, LineKind.PROMISE}:
                yield Found(block.line.span, "This clause has no sentence and no promise.", "Write one, or remove the heading.")


RULE = Rule("C003", "clause-without-sentence", Severity.WARNING, 62, find)

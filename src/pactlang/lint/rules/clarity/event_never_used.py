"""An event is declared, but no sentence mentions it.

## Why

Someone meant to agree on it, or a typo in its name has split it in two.

## Before

```pact
event sauna
promise calm
    check-in by everyone every week
```

## After

```pact
event sauna
cap calm
    at most 2 saunas per week
```

## How to fix

Write the sentence you meant, or remove the event.

## When to allow it

If you only want to log it.

## Near miss

```pact
event sauna
    plural saunas
cap calm
    at most 2 saunas per week
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tree import EventHeading
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Alternative
from pactlang.witness.pool import parts_of

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Events of the agreement's own file that no sentence, aim, state or matrix names."""
    names = [block.heading.name for block in subject.document.blocks if isinstance(block.heading, EventHeading)]
    if not names:
        return
    text = subject.agreement
    used = {one.event for one in parts_of((text.clauses, text.aims, text.states), Alternative)} | {one.event for one in text.matrices}
    for name in names:
        if name not in used:
            yield Found(name.span, f"No sentence mentions {name}.", "Write the sentence you meant, or remove it.")


RULE = Rule("C004", "event-never-used", Severity.NOTE, 25, find, whole=True)

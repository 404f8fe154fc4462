"""A term or a state is declared, but nothing mentions it.

## Why

A word with a meaning looks as if something applied to it. Often the sentence that used it is gone, or has a typo in the name.

## Before

```pact
term late-night means encounter between 23:00 and 05:00

cap evenings
    at most 4 encounters per month by each party
```

## After

```pact
term late-night means encounter between 23:00 and 05:00

cap late-nights
    at most 1 late-night by each party in any 14 days
```

## How to fix

Write the sentence you meant, or remove the word.

## When to allow it

While you are still writing.

## Near miss

```pact
state away
    starts with encounter tagged travel
    lasts at most 14 days

check-in
    check-in by everyone every week on Sunday
    except while away
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tree import DaysHeading, HoursHeading, LineKind, StateHeading, TermHeading
from pactlang.later import later
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_QUOTED = later(r'"[^"]*"')


def find(subject: Subject) -> Iterator[Found]:
    """Terms and states of the agreement's own file that no other line of the language names."""
    for block in subject.document.blocks:
        heading = block.heading
        if not isinstance(heading, TermHeading | StateHeading | DaysHeading | HoursHeading):
            continue
        name = heading.name
        spelled = re.compile(rf"(?<![\w-])(?:{re.escape(name)}(?:s|es)?|{re.escape(name.removesuffix('y'))}ies)(?![\w-])")
        lines = (line for line in subject.lines(LineKind.CODE) if line is not block.line)
        if not any(spelled.search(_QUOTED.sub("", line.span.text)) for line in lines):
            words = "[ -]".join(map(re.escape, name.split("-")))
            spoken = re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)
            quoted = any(spoken.search(line.span.text) for line in subject.lines(LineKind.PROMISE))
            message = f"Only words in quotes mention {name}, so nothing is counted by it." if quoted else f"Nothing mentions {name}."
            yield Found(name.span, message, "Write the sentence you meant, or remove it.")


RULE = Rule("C011", "name-never-used", Severity.NOTE, 26, find, whole=True)

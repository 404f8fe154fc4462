"""A state begins, but nothing ends it.

## Why

A sentence that applies during the state then applies for ever once it has begun.

## Before

```pact
state at-risk
    starts with incident

boundary careful
    no encounter while at-risk
```

## After

```pact
state at-risk
    starts with incident
    ends with test

boundary careful
    no encounter while at-risk
```

## How to fix

Put `ends with …` or `lasts at most …` under the state.

## When to allow it

If you want it to last for good.

## Near miss

```pact
state at-risk
    starts with incident
    lasts at most 90 days

boundary careful
    no encounter while at-risk
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_line
from pactlang.lint.rule import Fix, Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.source import Span

# What is over stays so.
_DONE = later(r"\b(?:done|over|finished|ended|gone|left|out|born|passed|graduated|handed-in|moved-(?:in|out)|sold|signed)\b")


def find(subject: Subject) -> Iterator[Found]:
    """States that start and never end."""
    for state in subject.agreement.states:
        if state.starts and not state.ends and state.lasts is None:
            message = f"{state.name} begins, but has no `ends with` and no `lasts at most`."
            fixes = _fixes(subject, state.span)
            over = _DONE.search(state.name) is not None
            yield Found(state.span, message, "Say what ends it, or how long it lasts.", fixes=fixes, doubt=over)


def _fixes(subject: Subject, span: Span) -> tuple[Fix, ...]:
    found = subject.places.get((span.source.name, span.start_position.line))
    if found is None or not found[1].items:
        return ()
    return with_line(subject, found[1].items[-1].line.span, "Let it last at most 90 days", "lasts at most 90 days")


RULE = Rule("M019", "state-without-end", Severity.WARNING, 50, find)

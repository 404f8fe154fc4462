"""The checker judges an example differently from what it says.

## Why

An example says what you mean, in a case that you both can picture. If the sentences say something else about it, one of the two is not what
you agreed on, and it is better to see that now.

## Before

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 12 hours

example "told the next evening"
    2026-09-12 20:00 to 23:00  encounter by Ana with dana, as e1
    2026-09-13 18:00  disclosure by Ana to Ben about e1
    expect kept
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

example "told the next evening"
    2026-09-12 20:00 to 23:00  encounter by Ana with dana, as e1
    2026-09-13 18:00  disclosure by Ana to Ben about e1
    expect kept
```

## How to fix

Read the example to each other. If it says what you mean, change the sentence; if not, change the example. `pact test` says what the checker
finds, and why.

## When to allow it

While you are still talking about it.

## Near miss

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 12 hours

example "told the next evening"
    2026-09-12 20:00 to 23:00  encounter by Ana with dana, as e1
    2026-09-13 18:00  disclosure by Ana to Ben about e1
    expect broken tell
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.calendar import load_zone

if TYPE_CHECKING:
    from pactlang.checker.examples import ExampleResult
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Expectations that do not hold, each with the entries that were judged."""
    if not subject.agreement.examples:
        return
    from pactlang.checker.examples import run_examples

    for result in run_examples(subject.agreement, load_zone(subject.agreement.zone or "UTC")):
        if not result.holds:
            # A moment within a day is no day to judge at the end of.
            until = None if result.expectation.second is not None else result.zone.date_of(result.as_of - 1)
            message = f"The checker judges this example differently: {'; '.join(_otherwise(result))}."
            advice = "Change the sentence or the example; 'pact test' says what the checker finds."
            yield Found(result.expectation.span, message, advice, log=result.entries, until=until)


def _otherwise(result: ExampleResult) -> Iterator[str]:
    for name in result.missing:
        yield f"{name} is not broken"
    for finding in result.unexpected:
        yield f"{finding.id} cannot be told" if finding.status is Status.UNKNOWN else f"{finding.id} is broken"


RULE = Rule("X010", "example-does-not-hold", Severity.ERROR, 88, find)

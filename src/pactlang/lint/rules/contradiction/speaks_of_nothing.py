"""No event can ever fit the words of a sentence, so it can never be broken.

## Why

It looks like protection, but there is none.

## Before

```pact
boundary none
    no encounter at home at cafe
```

## After

```pact
boundary none
    no encounter at home or cafe
```

## How to fix

Look at the filters and the lines under the sentence: two of them rule each other out.

## When to allow it

Never, really: a sentence that cannot be broken says nothing.

## Near miss

```pact
boundary none
    no encounter at home on Sunday
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.budget import Budget
from pactlang.diagnostics import Severity
from pactlang.lint.proof.needless import never
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Cap
from pactlang.model.parts import stands_alone

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that nothing can fit, with a log that comes near and does not break them."""
    budget = Budget(subject.steps)
    for one in never(subject.agreement):
        if one.later:
            warns, last = isinstance(one.sentence.form, Cap), subject.agreement.in_force_until
            advice = "Warn while there is room." if warns else "Ask for it sooner, or let the agreement go on for longer."
            yield Found(one.sentence.span, one.because, advice, until=None if warns else last, severity=Severity.WARNING)
            continue
        from pactlang.lint.proof.breaking import leaves_unbroken

        log, until = leaves_unbroken(subject.agreement, one.sentence, budget)
        what = "This never asks for anything" if one.no_date and stands_alone(one.sentence.form) else "No event can ever fit this"
        message = f"{what}: {one.because}."
        advice = "Say another date, or remove it." if "its date" in one.because else "Remove what rules out the rest."
        yield Found(one.sentence.span, message, advice, log=log, until=until)
    if budget.spent:
        subject.given_up.add(RULE.code)


RULE = Rule("X004", "speaks-of-nothing", Severity.ERROR, 85, find)

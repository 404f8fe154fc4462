"""A limit does not say whether it holds for each of you, or for all together.

## Why

With "at most 4", one of you may use all four and leave none for the other.

## Before

```pact
cap evenings
    at most 4 encounters per month
```

## After

```pact
cap evenings
    at most 4 encounters per month by each party
```

## How to fix

Write `by each party` if each of you has that many, or `by anyone` if you share them.

## When to allow it

If the thing concerns all of you together, such as guests in a flat; or say so in a reason.

## Near miss

```pact
cap evenings
    at most 4 encounters per month by anyone
```

```pact
cap evenings
    at most 4 encounters per month
    > We share these four.
```

```pact
cap dates
    at most 3 date-nights per month
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_words
from pactlang.lint.once import TOGETHER
from pactlang.lint.parts import doer, events, filters
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import outside_events
from pactlang.model.agreement import Cap, ToFilter, Unit

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_SAID = later(
    r"\b(?:together|all of us|both of us|in all|in total|share[ds]?|between us|each|apart|per person|whoever|"
    r"the (?:whole )?(?:flat|house|team|household))\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """Limits on time with others, and on hours, that name nobody, where no word of the clause says whose they are."""
    agreement = subject.agreement
    own = outside_events(subject)
    if len(agreement.parties) < 2:
        return
    for sentence, form in subject.of_form(Cap):
        if not isinstance(form, Cap) or sentence.not_applied or doer(form.selector) is not None:
            continue
        if not events(form.selector) & own and (form.measure.unit is not Unit.HOURS or events(form.selector) & TOGETHER):
            continue
        clause = subject.clause_of(sentence)
        words = (clause.title, *clause.reasons, *(one.words for one in clause.promises))
        if any(isinstance(one, ToFilter) for one in filters(form.selector)) or any(_SAID.search(one) for one in words):
            continue
        fixes = (
            *with_words(sentence, "Let each of you have as many", " by each party"),
            *with_words(sentence, "Let all of you share them", " by anyone"),
        )
        yield Found(
            sentence.span,
            "This limit does not say whether each of you has as many, or all of you together.",
            "Write `by each party` or `by anyone`.",
            fixes=fixes,
            doubt=not events(form.selector) & own,
        )


RULE = Rule("C012", "cap-without-who", Severity.WARNING, 48, find, sure=Sure.LIKELY)

"""Every change in the new version asks more of one of you and of nobody else.

## Why

A new version after a hard week easily becomes a list for one of you. Even the good parts are kept more easily if both have given something.

## Before

```pact earlier
cap monthly
    at most 4 encounters per month by Ana
    at most 4 encounters per month by Ben

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 48 hours
```

```pact
cap monthly
    at most 2 encounters per month by Ana
    at most 4 encounters per month by Ben

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
```

## After

```pact earlier
cap monthly
    at most 4 encounters per month by Ana
    at most 4 encounters per month by Ben

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 48 hours
```

```pact
cap monthly
    at most 3 encounters per month by Ana
    at most 3 encounters per month by Ben

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
```

## How to fix

Ask what the other can give in return, or wait a week and read it again.

## When to allow it

If the one who gives asked for it and says so in a reason (`>`).

## Near miss

```pact earlier
cap monthly
    at most 4 encounters per month by Ana

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
```

```pact
cap monthly
    at most 3 encounters per month by Ana

disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 36 hours
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.changes import changes
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import reasoned

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_FEW = 2


def find(subject: Subject) -> Iterator[Found]:
    """At least two changes, all of them plain, all of them asking more of the same party."""
    if not subject.earlier or len(subject.agreement.parties) < 2:
        return
    found = changes(subject.earlier[-1], subject.agreement) or []
    tighter = {party for change in found for party in change.tighter}
    more = [change.sentence for change in found if change.tighter]
    if len(tighter) != 1 or len(more) < _FEW or any(change.looser & tighter for change in found):
        return
    (party,) = tighter
    if {sentence.clause for sentence in more} <= reasoned(subject.agreement):
        return
    yield Found(
        more[0].span,
        f"Every change since the last version asks more of {party}, and of nobody else.",
        "Ask what the other can give in return.",
        labels=tuple(Label(one.span, "this changed too") for one in more[1:]),
    )


RULE = Rule("B011", "one-sided-change", Severity.WARNING, 61, find)

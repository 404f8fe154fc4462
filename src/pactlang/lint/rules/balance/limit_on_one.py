"""A number limits one of you, but no such number limits the others.

## Why

A limit that both share is a measure; a limit for one is a verdict on that person. Sometimes it fits, for a time; then it should say why.

## Before

```pact
cap monthly
    at most 4 encounters per month by Ana
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party
```

## How to fix

Write `by each party`, or give each of you a number.

## When to allow it

If one of you asked for the limit and says so in a reason (`>`).

## Near miss

```pact
cap monthly
    at most 4 encounters per month by Ana
    at most 2 encounters per month by Ben
    > Ben travels a lot.

cap work
    at most 3 notices per week by Ana
    > Ana asked for this herself.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import for_all
from pactlang.lint.parts import limited
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, Row, barred, lone, reasons, table
from pactlang.model.agreement import Cap, Gap

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Caps and gaps that name one party, where no other party has one on the same noun."""
    parties = subject.agreement.parties
    limits = [row for row in table(subject.agreement) if row.kind is Kind.LIMIT]
    rows = [row for row in limits if row.sentence is not None and isinstance(row.sentence.form, Cap | Gap)]
    out = barred(subject.agreement)
    bound = {row.parties for row in lone(limits, parties)}
    if len(bound) == len(parties):
        return  # each has a limit of their own: what one goes without, and what the other does
    nouns: dict[str, set[str]] = {}
    for row in rows:
        nouns.setdefault(_noun(row), set()).update(row.parties)
    for row in lone(rows, parties):
        if row.sentence is None or len(nouns[_noun(row)]) > 1 or reasons(row.clause):
            continue
        (party,) = row.parties
        if set(parties) == {party}.union(*(out.get(name, set()) for name in row.events)):
            continue
        message = f"This is a limit for {party} alone: no sentence limits it for anyone else."
        yield Found(row.span, message, "Write `by each party`, or say why it is for one.", fixes=for_all(row.sentence, party))


def _noun(row: Row) -> str:
    selector = limited(row.sentence.form) if row.sentence is not None else None
    return selector.noun if selector is not None else ""


RULE = Rule("B005", "limit-on-one", Severity.NOTE, 46, find)

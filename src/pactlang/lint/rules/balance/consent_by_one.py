"""What one of you does needs the other's consent, and never the other way round.

## Why

Where only one word opens the door, the other asks and waits. That is permission, and it is worth knowing whether you both want it.

## Before

```pact
consent nights
    before each encounter tagged overnight, consent by Ben within the last 7 days
```

## After

```pact
consent nights
    before each encounter tagged overnight, consent by the others within the last 7 days
```

## How to fix

Ask for `consent by the others`: then whoever acts asks, and whoever is concerned answers.

## When to allow it

Where it is about the one's own room, body or things.

## Near miss

```pact
boundary home
    no encounter at home unless consent by Ben within the last 7 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import consent_of_others
from pactlang.lint.parts import events, excuse, filters, limited, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, answered, lone, table
from pactlang.lint.themes import asks
from pactlang.model.agreement import AtFilter, Parties, ToFilter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that wait for one party's consent, where nobody waits for another's on the same events."""
    parties = subject.agreement.parties
    rows = [row for row in table(subject.agreement) if row.kind is Kind.POWER and (row.sentence is None or _consent(row.sentence))]
    asked = [row for row in rows if row.sentence is not None]
    deciding: dict[str, set[str]] = {}
    for row in rows:
        for name in row.events:
            deciding.setdefault(name, set()).update(row.parties)
    for row in lone(asked, parties):
        if row.sentence is None or any(len(deciding[name]) > 1 for name in row.events) or _own(row.sentence):
            continue
        (party,) = row.parties
        if row.doers == (party,):
            continue  # a consent to what one does oneself
        silent, severity = answered([row.clause], parties)
        if silent:
            continue
        message = f"This waits for a yes from {party}, and nothing here waits for anybody else's."
        yield Found(
            row.span,
            message,
            "`consent by the others` asks whoever is concerned.",
            fixes=consent_of_others(row.sentence, party),
            severity=severity,
        )


def _consent(sentence: Sentence) -> bool:
    lifted = excuse(sentence.form)
    return asks(sentence, "consent") or (lifted is not None and "consent" in events(lifted.duty.selector))


def _own(sentence: Sentence) -> bool:
    """Whether it guards a place or a person: somebody's own home or body."""
    guarded = (*filters(limited(sentence.form)), *filters(occasion(sentence.form)))
    return any(isinstance(one, AtFilter) or (isinstance(one, ToFilter) and isinstance(one.who, Parties)) for one in guarded)


RULE = Rule("B004", "consent-by-one", Severity.WARNING, 64, find)

"""One of you has to get tested, but the others do not.

## Why

Whatever one of you brings home concerns all of you. Tests for each say nothing about anyone's trust.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party

testing
    test by Ana every 90 days
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

testing
    test by each party every 90 days
```

## How to fix

Write `test by each party every 90 days`.

## When to allow it

If only one of you sees others, or a doctor has advised it so.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by Ana

boundary ben
    no encounter by Ben

testing
    test by Ana every 90 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.mend import for_all
from pactlang.lint.parts import doer, limited, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, answered, barred, named, table
from pactlang.lint.themes import outings, outside_events
from pactlang.model.agreement import Pause, PauseAfter, Prohibition

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Tests owed by one party alone, unless that party alone has time with others."""
    parties = subject.agreement.parties
    rows = [row for row in table(subject.agreement) if row.kind is Kind.DUTY and "test" in row.events and row.sentence is not None]
    tested = {party for row in rows for party in row.parties}
    if len(tested) != 1 or len(parties) < 2:
        return
    names = outside_events(subject)
    going = {
        party
        for sentence in outings(subject)
        if not isinstance(sentence.form, Prohibition | Pause | PauseAfter)
        for party in named(doer(limited(sentence.form) or occasion(sentence.form)), parties)
    }
    out = barred(subject.agreement)
    if (going or set(parties)).difference(*(out.get(name, set()) for name in names)) <= tested:
        return
    (party,) = tested
    first, *rest = rows
    silent, severity = answered((row.clause for row in rows), parties)
    if silent:
        return
    yield Found(
        first.span,
        f"{party} has to be tested, but no sentence asks it of anyone else.",
        "`test by each party` protects everyone alike.",
        labels=tuple(Label(row.span, "here too") for row in rest),
        fixes=for_all(first.sentence, party) if first.sentence is not None else (),
        severity=severity,
    )


RULE = Rule("B006", "tests-by-one", Severity.WARNING, 56, find)

"""Everyone but one of you is bound or limited here.

## Why

A rule for all but one looks as if that one had made it. Sometimes there is a good reason; those who are bound should be able to read it.

## Before

```pact
pact "House"
    between Ana, Ben, Kim and Ole
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use household
promise kitchen
    check-in by Ben and Kim and Ole every week on Sunday
```

## After

```pact
pact "House"
    between Ana, Ben, Kim and Ole
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use household
promise kitchen
    check-in by everyone every week on Sunday
```

## How to fix

Add the one who is left out, or say in a reason (`>`) why.

## When to allow it

If all of you know why, and none of you minds.

## Near miss

```pact
pact "House"
    between Ana, Ben, Kim and Ole
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin
use household
promise kitchen
    check-in by Ben and Kim and Ole every week on Sunday
    > Ana works on Sundays.
cap spending
    at most 100 EUR of expense per month by Ben and Kim
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.parts import after_breach, excuse
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, Row, masked, named, reasons, table

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_SEVERAL = 3  # of three, two who do something together are a pair, and the third is not spared
_BINDING = (Kind.DUTY, Kind.LIMIT)


def find(subject: Subject) -> Iterator[Found]:
    """Limits of all but one, and among more than three what all but one owe, turns apart; each who is spared is named once."""
    parties = subject.agreement.parties
    if len(parties) < _SEVERAL:
        return
    rows = [row for row in table(subject.agreement) if row.kind in _BINDING and row.sentence is not None]
    alike: dict[tuple[Kind, str], list[Row]] = {}
    for row in rows:
        alike.setdefault((row.kind, masked(row.words, parties)), []).append(row)
    spared: dict[str, list[Row]] = {}
    for same in alike.values():
        bound = {name for row in same for name in row.parties}
        left = [name for name in parties if name not in bound]
        if len(left) == 1 and all(_binds(row, left[0], len(parties)) for row in same) and not _bound(left[0], same[0], rows):
            spared.setdefault(left[0], []).append(same[0])
    for party, (first, *rest) in spared.items():
        what = "This binds" if not rest else f"{len(rest) + 1} sentences bind"
        yield Found(
            first.span,
            f"{what} everyone but {party}, and no reason is given.",
            f"Let it hold for {party} too, or say why not in a reason (`>`).",
            labels=tuple(Label(row.span, f"without {party} too") for row in rest),
        )


def _binds(row: Row, left: str, parties: int) -> bool:
    """Whether a row is more than an answer to what the other one does, or what two of three do together, and gives no reason."""
    assert row.sentence is not None  # noqa: S101 - `find` takes no others
    form = row.sentence.form
    if reasons(row.clause) or after_breach(form) or row.doers == (left,):
        return False
    lifted = excuse(form)
    if lifted is not None and left in named(lifted.duty.by, (left,)):
        return False  # their yes lifts it: that is another rule's matter
    return row.kind is Kind.LIMIT or (parties > _SEVERAL and not getattr(form, "turns", ()))  # turns are another rule's matter, too


def _bound(party: str, alike: Row, rows: list[Row]) -> bool:
    """Whether another sentence binds that party in the same matter."""
    return any(party in row.parties and row.kind is alike.kind and row.events & alike.events for row in rows)


RULE = Rule("B013", "spares-one", Severity.NOTE, 47, find)

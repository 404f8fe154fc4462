"""Clauses ask something of one of you and of nobody else.

## Why

One-sided sentences are often right, and often just left over from the argument in which they were written. The person who is bound should
know why.

## Before

```pact
boundary fridays
    no encounter on Friday by Ana
```

## After

```pact
boundary fridays
    no encounter on Friday by each party
```

## How to fix

Let it hold for each of you (`by each party`), or say in a reason (`>`) why it is for one.

## When to allow it

If it is meant for one, and all of you are happy with that.

## Near miss

```pact
boundary fridays
    no encounter on Friday by Ana
    > Ana wants Fridays for herself, and asked for this.

boundary home
    no encounter at home by Ana
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.mend import for_all
from pactlang.lint.parts import after_trouble, events, excuse, filters, limited
from pactlang.lint.proof.needless import never
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, Row, lone, named, opening, reasons, table
from pactlang.lint.themes import TELLING
from pactlang.model.agreement import AtFilter, Cap, Gap, Parties, ToFilter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_OWN_RULES = TELLING | {"test"}
_FEW = 2


def find(subject: Subject) -> Iterator[Found]:
    """Rows for one party where no other has one; what other rules of balance tell is left to them."""
    parties, rows = subject.agreement.parties, table(subject.agreement)
    bound = [row for row in lone(rows, parties) if row.kind in (Kind.DUTY, Kind.LIMIT)]
    if len({row.parties for row in bound}) != 1:
        return
    empty = {one.sentence.label for one in never(subject.agreement) if not one.later}  # another rule says so
    told = [one for one in bound if _general(one, empty) and not (_explained(one) or _matched(one, rows, parties) or _asked(one, parties))]
    if not told or (len(told) < _FEW and told[0].kind is Kind.DUTY):
        return
    (party,) = told[0].parties
    first, *rest = told
    what = "This asks" if not rest else f"{len(told)} sentences ask"
    yield Found(
        first.span,
        f"{what} something of {party} alone, but no sentence asks anything like it of the others.",
        "Say why in a reason (`>`), or let it hold for each of you.",
        labels=tuple(Label(row.span, f"of {party} too") for row in rest),
        fixes=for_all(first.sentence, party) if first.sentence is not None else (),
    )


def _general(row: Row, empty: set[str]) -> bool:
    if row.sentence is None or row.sentence.label in empty:
        return False
    form = row.sentence.form
    return not isinstance(form, Cap | Gap) and not after_trouble(form) and not row.events & _OWN_RULES


def _matched(row: Row, rows: list[Row], parties: tuple[str, ...]) -> bool:
    """Whether each of the others is bound in the same matter, if on other days or in other numbers."""
    alike = [one for one in rows if one.kind is row.kind and one.events == row.events and _firm(one) >= _firm(row)]
    return set(parties) == {party for one in (row, *alike) for party in one.parties}


def _asked(row: Row, parties: tuple[str, ...]) -> bool:
    """Whether it waits for the yes of one other: then that is what is told."""
    opens = opening(row.sentence.form) if row.sentence is not None else None
    return opens is not None and "consent" in events(opens.selector) and len(named(opens.by, parties, row.parties)) == 1


def _firm(row: Row) -> bool:
    return row.sentence is not None and excuse(row.sentence.form) is None


def _explained(row: Row) -> bool:
    """A reason stands beside it, it follows from what that party does, or it guards somebody's own home or body."""
    if row.sentence is None or row.clause is None or reasons(row.clause) or row.doers == row.parties:
        return True
    lifted = excuse(row.sentence.form)
    if lifted is not None and isinstance(lifted.duty.by, Parties) and lifted.duty.by.names == row.parties:
        return True  # a rule of one's own, lifted by one's own word
    guarded = filters(limited(row.sentence.form))
    return any(isinstance(one, AtFilter) or (isinstance(one, ToFilter) and isinstance(one.who, Parties)) for one in guarded)


RULE = Rule("B001", "binds-only-one", Severity.NOTE, 42, find)

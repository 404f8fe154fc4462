"""One of you tells the others, but never hears anything back.

## Why

Telling is easier if it goes both ways. In one direction only, it soon feels like reporting.

## Before

```pact
disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Let it hold for each: `disclosure by the same party to the others`. It costs nothing if only one of you has anything to tell.

## When to allow it

If only one of you wants to know, and the other has said so.

## Near miss

```pact
disclosure tell
    after each encounter by Ana, disclosure by Ana to Ben within 24 hours
    after each encounter by Ben, disclosure by Ben to Ana within 2 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.mend import for_all
from pactlang.lint.parts import events, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, Row, answered, barred, lone, table
from pactlang.lint.themes import TELLING
from pactlang.model.agreement import PersonWord, WithFilter
from pactlang.model.parts import filters

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """For each kind of telling: who tells and never hears, where another hears and never tells."""
    every = [row for row in table(subject.agreement) if row.sentence is not None]
    rows = [row for row in every if row.events & TELLING]
    parties = subject.agreement.parties
    out = barred(subject.agreement)
    one_way = {name: _one_way(out, [row for row in rows if name in row.events]) for name in sorted(TELLING)}
    # A message is about anything: it counts where no telling of any kind comes back.
    one_way["message"] = tuple(people & anything for people, anything in zip(one_way["message"], _one_way(out, rows), strict=True))
    for party in parties:
        names = [name for name, (telling, hearing) in one_way.items() if party in telling and hearing]
        told = [row for row in lone(rows, parties) if row.kind is Kind.DUTY and row.parties == (party,) and row.events.intersection(names)]
        told = [row for row in told if not _hears_otherwise(row, every) and not _alone_in_it(row, every)]
        if not told:
            continue
        first, *rest = told
        quiet = sorted({one for name in names for one in one_way[name][1]}, key=parties.index)
        silent, severity = answered((row.clause for row in told), parties)
        if silent:
            continue
        yield Found(
            first.span,
            f"{party} tells {' and '.join(quiet)} here, but no sentence asks for anything of the kind in return.",
            "Let telling go both ways, or say why it is for one.",
            labels=tuple(Label(row.span, f"{party} tells here too") for row in rest),
            fixes=for_all(first.sentence, party) if first.sentence is not None else (),
            severity=severity,
        )


def _one_way(out: dict[str, set[str]], rows: list[Row]) -> tuple[set[str], ...]:
    """Those who tell and never hear, and those who hear and never tell, but for those who could have nothing to tell (`out`)."""
    telling = {party for row in rows if row.kind is Kind.DUTY for party in row.parties}
    hearing = {party for row in rows if row.kind is Kind.RIGHT for party in row.parties}
    around = frozenset(name for row in rows for name in _around(row))
    return telling - hearing, (hearing - telling).difference(*(out.get(name, set()) for name in around))


def _around(row: Row) -> frozenset[str]:
    return events(occasion(row.sentence.form)) if row.sentence is not None else frozenset()


def _hears_otherwise(told: Row, rows: list[Row]) -> bool:
    """Whether somebody tells that party of the same matter by another name, or asks that party for a yes to it."""
    (party,) = told.parties
    of_others = (row for row in rows if party in row.parties and row.doers != (party,) and _around(row) & _around(told))
    return any(row.kind is Kind.RIGHT or (row.kind is Kind.POWER and row.parties == (party,)) for row in of_others)


def _alone_in_it(told: Row, rows: list[Row]) -> bool:
    """Whether that party alone does what it tells of, so nobody else has it to tell. (Tests by one are another rule's matter.)"""
    about = occasion(told.sentence.form) if told.sentence is not None else None
    if any(isinstance(one, WithFilter) and not isinstance(one.person, PersonWord) for one in filters(about)):
        return True  # of somebody who is named: that is between the two of them
    asked = [row for row in rows if row.kind is Kind.DUTY and row.events & (_around(told) - {"test"})]
    return bool(asked) and all(row.parties == told.parties for row in asked)


RULE = Rule("B002", "tells-and-never-hears", Severity.WARNING, 58, find)

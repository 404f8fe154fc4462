"""The table of what each of you is fine with has an answer that is still open.

## Why

An open cell is honest, and it asks for consent each time. It should be open because you have not decided, and not because you forgot.

## Before

```pact
matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
    travel     ?     no
```

## After

```pact
matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
    travel     ask   no
```

## How to fix

Talk about it, and write `yes`, `ask` or `no`.

## When to allow it

If you want to leave it open until it comes up.

## Near miss

```pact
matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
    travel     ?     no
    > Travel stays open until the summer.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Cell

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_TOLD = 3


def find(subject: Subject) -> Iterator[Found]:
    """One finding for each table with open cells, unless a reason speaks of the activity or of leaving it open."""
    for matrix in subject.agreement.matrices:
        reasons = " ".join(matrix.reasons).casefold()
        open_cells = [
            (row, party)
            for row in matrix.rows
            for party, cell in zip(matrix.parties, row.cells, strict=True)
            if cell is Cell.OPEN and row.activity.casefold() not in reasons
        ]
        if open_cells and "open" not in reasons:
            first, *rest = open_cells
            more = len(open_cells) - _TOLD
            named = ", ".join(f"{row.activity} ({party})" for row, party in open_cells[:_TOLD]) + (f" and {more} more" if more > 0 else "")
            labels = tuple(Label(row.span, f"open for {party}") for row, party in rest)
            message = f"Still open: {named}; until then it waits for consent."
            yield Found(first[0].span, message, "Write `yes`, `ask` or `no` once you know.", labels=labels)


RULE = Rule("M016", "matrix-left-open", Severity.NOTE, 20, find)

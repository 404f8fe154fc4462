"""In the table of what each of you is fine with, all the doubts are in one column.

## Why

A column is what one of you feels, and no answer in it is wrong. If one of you says yes to everything, that may be ease, or it may be the
wish not to be in the way.

## Before

```pact
matrix comfort for encounter
    activity    Ana   Ben
    dinner      yes   ask
    overnight   yes   no
    travel      yes   no
```

## After

```pact
matrix comfort for encounter
    activity    Ana   Ben
    dinner      yes   yes
    overnight   yes   ask
    travel      ask   no
```

## How to fix

On a quiet evening, ask the one who says yes to everything whether each yes is meant. If it is, say so in a reason (`>`).

## When to allow it

If all of you have listened to each other, and it is true.

## Near miss

```pact
matrix comfort for encounter
    activity    Ana   Ben
    dinner      yes   ask
    overnight   yes   no
    travel      yes   no
    > Ana really is fine with all of it. We asked her twice.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Cell
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_MANY = 3


def find(subject: Subject) -> Iterator[Found]:
    """Tables in which one column has no yes and all others nothing else."""
    for matrix in subject.agreement.matrices:
        if len(matrix.rows) < _MANY or len(matrix.parties) < 2 or matrix.reasons:
            continue
        columns = {party: {row.cells[place] for row in matrix.rows} for place, party in enumerate(matrix.parties)}
        doubting = [party for party, cells in columns.items() if Cell.YES not in cells]
        easy = [party for party, cells in columns.items() if cells == {Cell.YES}]
        if len(doubting) == 1 and len(easy) == len(matrix.parties) - 1:
            agreeing = people_words(easy)
            message = f"Here {agreeing} would say yes to everything, but {doubting[0]} to nothing without being asked."
            yield Found(matrix.span, message, "Check once more that each yes is meant, and say so in a reason (`>`).")


RULE = Rule("B008", "one-sided-matrix", Severity.NOTE, 20, find)

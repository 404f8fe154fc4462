"""A sentence limits an activity that is missing from the table of what each of you is fine with.

## Why

What is not in the table is allowed. But anyone who reads it believes that it lists everything you have talked about.

## Before

```pact
cap nights
    at most 2 encounters tagged overnight by each party per month

matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
```

## After

```pact
cap nights
    at most 2 encounters tagged overnight by each party per month

matrix comfort for encounter
    activity    Ana   Ben
    dinner      yes   yes
    overnight   ask   yes
```

## How to fix

Add a row for the activity, with `?` for what you do not know yet.

## When to allow it

If the sentence says all there is to say.

## Near miss

```pact
boundary never
    no encounter tagged festival

matrix comfort for encounter
    activity   Ana   Ben
    dinner     yes   yes
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.mend import with_line
from pactlang.lint.parts import events, filters, limited, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Cap, Gap, Precedence, Prohibition, TaggedFilter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Tags of limited events that have no row in any table for that event."""
    tables = {matrix.event: matrix for matrix in reversed(subject.agreement.matrices)}
    listed = {(matrix.event, row.activity.casefold()) for matrix in subject.agreement.matrices for row in matrix.rows}
    for sentence, form in subject.of_form(Cap, Gap, Prohibition, Precedence):
        if isinstance(form, Prohibition) and form.unless is None:
            continue  # what is ruled out altogether needs no answer of its own
        selector = limited(form) or occasion(form)
        matrix = next((tables[name] for name in sorted(events(selector)) if name in tables), None)
        tags = [tag for one in filters(selector) if isinstance(one, TaggedFilter) for tag in one.tags]
        new = [tag for tag in tags if matrix is not None and (matrix.event, tag.casefold()) not in listed]
        if matrix is not None and new:
            listed |= {(matrix.event, tag.casefold()) for tag in new}
            message = f'You limit "{new[0]}", but the table {matrix.name} does not say who is fine with it.'
            row = "    ".join((new[0], *("?" for _ in matrix.parties)))
            fixes = with_line(subject, matrix.rows[-1].span, f"Add a row for {new[0]}, all open", row) if matrix.rows else ()
            labels = (Label(matrix.span, "this table"),)
            yield Found(sentence.span, message, "Add a row for it, with `?` for what you do not know yet.", labels=labels, fixes=fixes)


RULE = Rule("M017", "matrix-row-missing", Severity.NOTE, 25, find)

"""A sentence limits an activity that the table of what each is fine with does not mention.

## Why

Where the table is silent, everything is allowed. Whoever reads it believes that it lists what you have talked about.

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

Add a row for the activity, with `?` where you do not know yet.

## When to allow it

Where the sentence says all that there is to say.

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
    """Tags of limited events that have no row in the table for that event."""
    for matrix in subject.agreement.matrices:
        listed = {row.activity.casefold() for row in matrix.rows}
        for sentence, form in subject.of_form(Cap, Gap, Prohibition, Precedence):
            if isinstance(form, Prohibition) and form.unless is None:
                continue  # what is ruled out altogether needs no answer of its own
            selector = limited(form) or occasion(form)
            if matrix.event not in events(selector):
                continue
            tags = [tag for one in filters(selector) if isinstance(one, TaggedFilter) for tag in one.tags if tag.casefold() not in listed]
            if tags:
                listed |= {tag.casefold() for tag in tags}
                message = f'You limit "{tags[0]}", and the table {matrix.name} does not say who is fine with it.'
                row = "    ".join((tags[0], *("?" for _ in matrix.parties)))
                fixes = with_line(subject, matrix.rows[-1].span, f"Add a row for {tags[0]}, all open", row) if matrix.rows else ()
                labels = (Label(matrix.span, "this table"),)
                yield Found(sentence.span, message, "Add a row for it, with `?` where you do not know yet.", labels=labels, fixes=fixes)


RULE = Rule("M017", "matrix-row-missing", Severity.NOTE, 25, find)

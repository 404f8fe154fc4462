"""A disclosure says by when, but not what to tell.

## Why

One of you expects a name and a place, the other two words at the door. Both have told, and both are disappointed.

## Before

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    covering who, when, protection
```

## How to fix

Put a line `covering who, when, protection` under the sentence, with `optionally feelings` for what is welcome but not owed.

## When to allow it

If you only want to know that it happened.

## Near miss

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
    "We say who it was and whether we used protection, no more."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import with_line
from pactlang.lint.parts import events, occasion, wanted
from pactlang.lint.rule import Found, Rule
from pactlang.lint.themes import outside, outside_events
from pactlang.model.agreement import Response

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_USUAL = ("who", "when", "protection")


def find(subject: Subject) -> Iterator[Found]:
    """Disclosures after time with others, with no items."""
    known = subject.agreement.vocabulary.events
    if not outside(subject):
        return  # nobody polishes what is told of something that is ruled out
    for clause in subject.agreement.clauses:
        for sentence in clause.sentences:
            form = sentence.form
            if not isinstance(form, Response) or not events(occasion(form)) & outside_events(subject):
                continue
            fields = (
                {field for event in events(wanted(form)) for field in known[event].fields} if events(wanted(form)) <= set(known) else set()
            )
            if "disclosure" not in events(wanted(form)) or sentence.modifiers.covering or sentence.modifiers.optionally or len(fields) < 2:
                continue
            words = " ".join((*(one.words for one in clause.promises), *clause.reasons)).casefold()
            if any(re.search(rf"\b{re.escape(field)}\b", words) for field in fields):
                continue
            items = ", ".join(one for one in _USUAL if one in fields)
            fixes = with_line(subject, sentence.span, f"Add covering {items}", f"covering {items}") if items else ()
            message = "This says by when you tell each other, but not what to tell."
            yield Found(sentence.span, message, "Name what to tell with `covering`.", fixes=fixes)


RULE = Rule("M004", "disclosure-without-items", Severity.NOTE, 30, find)

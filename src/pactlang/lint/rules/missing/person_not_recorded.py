"""A sentence asks with whom an event was, but entries of that event are not declared to say so.

## Why

The sentence sees only what an entry says. If nobody thinks of writing down the person, it never applies, although everyone believes it
does.

## Before

```pact
event picnic

boundary work
    no picnic with anyone tagged coworker

person kim tagged coworker
```

## After

```pact
event picnic
    with person

boundary work
    no picnic with anyone tagged coworker

person kim tagged coworker
```

## How to fix

Put `with person` under the event, or use an event that has it.

## When to allow it

If you write the person down anyway.

## Near miss

```pact
person kim tagged coworker

boundary work
    no meeting with anyone tagged coworker
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tree import EventHeading
from pactlang.lint.mend import with_line
from pactlang.lint.parts import events, filters, selectors
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import WithFilter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Filters on people, where the event has none."""
    known = subject.agreement.vocabulary.events
    declared = {
        str(block.heading.name): block.line.span
        for document in subject.documents
        for block in document.blocks
        if isinstance(block.heading, EventHeading)
    }
    for sentence in subject.sentences:
        for selector in selectors(sentence.form):
            if not any(isinstance(one, WithFilter) for one in filters(selector)):
                continue
            mute = next((name for name in sorted(events(selector)) if name in known and not known[name].with_person), "")
            if mute:
                title = "Let entries of it name a person"
                fixes = with_line(subject, declared[mute], title, "with person") if mute in declared else ()
                message = f"This asks with whom, but entries of {mute} are not declared to name a person."
                yield Found(sentence.span, message, "Put `with person` under the event.", fixes=fixes)
                break


RULE = Rule("M014", "person-not-recorded", Severity.WARNING, 46, find)

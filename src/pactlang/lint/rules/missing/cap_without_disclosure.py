"""Something is limited in number, but nobody hears when it happens.

## Why

A limit that only one of you can count is kept or broken out of sight; sooner or later someone asks, and it sounds like an accusation.

## Before

```pact
cap monthly
    at most 4 encounters per month by each party
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Say who tells whom, and by when: `after each encounter, disclosure by the same party to the others within 24 hours`.

## When to allow it

If you would rather not know, and trust each other with the count.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by each party

notice
    before each encounter, notice by the same party to the others at least 1 day ahead
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.later import later
from pactlang.lint.mend import with_clause
from pactlang.lint.parts import events, limited, occasion
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import asks, clause_of_kind, outside_events, said, tells
from pactlang.model.agreement import Cap, ClauseKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(r"\b(?:tell|tells|told|say|says|share|shares|disclos\w*|know|knows|inform\w*|calendar|don't ask)\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Caps on time with others, with nothing that makes it known."""
    outside_names = outside_events(subject)
    told = frozenset(
        event
        for sentence in subject.sentences
        if tells(sentence) or asks(sentence, "consent")
        for event in events(occasion(sentence.form)) or outside_names
    )
    if clause_of_kind(subject, ClauseKind.DISCLOSURE) or clause_of_kind(subject, ClauseKind.NOTICE) or said(subject, _WORDS):
        return
    capped = [
        sentence for sentence, form in subject.of_form(Cap) if events(limited(form)) & outside_names and not events(limited(form)) & told
    ]
    if capped:
        plural = limited(capped[0].form)
        noun = plural.plural if plural is not None else ""
        line = "after each encounter, disclosure by the same party to the others within 24 hours"
        needs = ("encounter", "disclosure")
        yield Found(
            capped[0].span,
            f"You limit {noun}, but no sentence was found on how the others hear of them.",
            "Say who tells whom, and by when.",
            labels=tuple(Label(one.span, "this limit too") for one in capped[1:]),
            fixes=with_clause(subject, "Add a disclosure within 24 hours", "disclosure", line, needs=needs),
        )


RULE = Rule("M002", "cap-without-disclosure", Severity.WARNING, 60, find, Profile.GENTLE, sure=Sure.LIKELY)

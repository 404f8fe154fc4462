"""A consent given once may be used at any later time.

## Why

A yes is about a moment. One from last year, never taken back because nobody thought of it, is not what either of you means.

## Before

```pact
consent home
    before each encounter at home, any consent by the others at least 1 day ahead
```

## After

```pact
consent home
    before each encounter at home, any consent by the others at least 1 day ahead and at most 14 days ahead
```

## How to fix

Add `and at most 14 days ahead`, or say `within the last 7 days`.

## When to allow it

If a standing yes, which can be withdrawn at any time, is what you want.

## Near miss

```pact
consent home
    before each encounter at home, consent by the others within the last 7 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_words
from pactlang.lint.once import asked_once
from pactlang.lint.parts import events, wanted
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Ahead, Precedence

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Consent that has to come before something, with no earliest date; once in a text."""
    yield from asked_once(_each(subject))


def _each(subject: Subject) -> Iterator[Found]:
    for clause in subject.agreement.clauses:
        if any(_STANDING.search(words) for words in clause.reasons):
            continue
        for sentence in clause.sentences:
            form = sentence.form
            if not isinstance(form, Precedence) or "consent" not in events(wanted(form)):
                continue
            if isinstance(form.lead, Ahead) and form.lead.at_most is None:
                counts = "One consent counts here for ever" if form.lead.reusable else "Here a consent counts even if it is a year old"
                message = f"{counts}: the sentence does not say how old it may be."
                fixes = with_words(sentence, "Add at most 14 days ahead", " and at most 14 days ahead", after="ahead")
                yield Found(sentence.span, message, "Say how old a yes may be.", fixes=fixes)


_STANDING = later(r"\bstanding\b|\bonce\b|\buntil (?:it is )?(?:withdrawn|taken back)", re.I)

RULE = Rule("M022", "consent-without-limit", Severity.WARNING, 53, find)

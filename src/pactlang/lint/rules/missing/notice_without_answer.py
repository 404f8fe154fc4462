"""A notice comes before time with others, but nothing says whether it asks for an answer.

## Why

One of you takes it as a question and says nothing while thinking it over; the other takes that as a yes.

## Before

```pact
notice
    before each encounter, notice by the same party to the others at least 2 days ahead
```

## After

```pact
notice
    before each encounter, notice by the same party to the others at least 2 days ahead
    "A notice asks for nothing. Silence is no objection."
```

## How to fix

Say in plain words what an answer changes, or ask for `consent` if you mean a question.

## When to allow it

If everyone knows that a notice is not a question.

## Near miss

```pact
notice
    before each encounter, notice by the same party to the others at least 2 days ahead

consent nights
    before each encounter tagged overnight, consent by the others within the last 7 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.parts import events, excuse, occasion
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import asks, outside_events, said
from pactlang.model.agreement import Precedence

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(
    r"\banswer|\brepl(?:y|ies)|\brespon|\bobject|\bsilence|\bsays? (?:no|yes)\b|\bveto|\bquestion|\basks?\b|\bconsent|\bok(?:ay)?\b|"
    r"\bdisagree|\bonly (?:tells|informs)",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """The first notice before time with others, where nothing is said of an answer."""
    names = outside_events(subject)
    notices = [one for one, form in subject.of_form(Precedence) if asks(one, "notice") and events(occasion(form)) & names]
    asking = any(asks(one, "consent") or excuse(one.form) is not None for one in subject.sentences)
    if not notices or asking or said(subject, _WORDS) or any(one.event in names for one in subject.agreement.matrices):
        return
    message = "A notice comes before this, but nothing was found on whether it waits for an answer."
    yield Found(notices[0].span, message, "Say whether silence is a yes, or ask for `consent`.")


RULE = Rule("M023", "notice-without-answer", Severity.NOTE, 18, find, Profile.STRICT, sure=Sure.LIKELY)

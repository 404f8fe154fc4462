"""Tests are agreed on, but no sentence was found by which the others hear when one is done.

## Why

A test that only one of you knows about protects only one of you. Saying that it is done is enough; what it said may stay private.

## Before

```pact
testing
    test by each party every 90 days
```

## After

```pact
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
```

## How to fix

Add `after each test, result by the same party to the others within 3 days`.

## When to allow it

If you go together, or share one record.

## Near miss

```pact
testing
    test by each party every 90 days
    "We tell each other the result at the next breakfast."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.mend import with_line
from pactlang.lint.parts import events, occasion
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import OUTSIDE_EVENTS, asks, said, tells

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = later(r"\bresults?\b|\btest.{0,60}\b(?:tell|share|show|together)|\b(?:tell|share|show)\b.{0,60}\btest", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Tests that are owed, with nobody who hears of them."""
    owing = next((one for one in subject.sentences if asks(one, "test")), None)
    known = subject.agreement.vocabulary.events
    if owing is None or not OUTSIDE_EVENTS & set(known):
        return  # what else is tested, as in a sober house, is seen as it is done
    if said(subject, _WORDS) or any(asks(one, "result") for one in subject.sentences):
        return
    if any(tells(one) and "test" in events(occasion(one.form)) for one in subject.sentences):
        return
    line = "after each test, result by the same party to the others within 3 days"
    fixes = with_line(subject, owing.span, "Add that the others hear within 3 days", line) if {"test", "result"} <= set(known) else ()
    message = "You agree on tests, but no sentence was found by which the others hear when one is done."
    yield Found(owing.span, message, "It is enough to say that it is done.", fixes=fixes)


RULE = Rule("M006", "result-not-shared", Severity.NOTE, 50, find, sure=Sure.LIKELY)

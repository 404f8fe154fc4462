"""An `except` or `only` line under the last of several like sentences holds for that one alone.

## Why

Such a line belongs to the sentence above it. Under two that say the like of different people, it looks as if it meant both.

## Before

```pact
use household

cap screens
    at most 2 hours of screen-time per day by Ana
    at most 1 hour of screen-time per day by Ben
    except on weekends
```

## After

```pact
use household

cap screens
    at most 2 hours of screen-time per day by Ana
    except on weekends
    at most 1 hour of screen-time per day by Ben
    except on weekends
```

## How to fix

Write the line under each sentence that it is meant for, or give the one that it is for a clause of its own.

## When to allow it

If it is meant for the last sentence alone, and all of you know that.

## Near miss

```pact
use household

cap screens
    at most 2 hours of screen-time per day by Ana
    except on weekends
    at most 1 hour of screen-time per day by Ben
    cleaning by Ana every week on Sunday
    except on holidays

days holidays
    2026-12-21 until 2027-01-03
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.later import later
from pactlang.lint.parts import events, limited, wanted
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import masked

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_NUMBERS = later(r"[0-9][0-9:.]*")


def find(subject: Subject) -> Iterator[Found]:
    """A line under the last of a row of sentences that differ in names and numbers alone, and under none of the others."""
    for clause in subject.agreement.clauses:
        row: list[Sentence] = []
        for sentence in clause.sentences:
            if row and not _alike(subject, row[-1], sentence):
                row = []
            row.append(sentence)
            words = "`except`" if sentence.modifiers.excepted else "`only`" if sentence.modifiers.only else ""
            if words:
                if len(row) > 1:
                    above = "the one above" if len(row) == 2 else f"the {len(row) - 1} above"
                    message = f"The {words} line under this holds for this sentence alone, not for {above}."
                    labels = tuple(Label(one.span, "not here") for one in row[:-1])
                    yield Found(sentence.span, message, "Write it under each sentence that it is meant for.", labels)
                row = []


def _alike(subject: Subject, one: Sentence, other: Sentence) -> bool:
    """Whether two sentences say the like, of different people."""
    if events(limited(one.form)) != events(limited(other.form)) or events(wanted(one.form)) != events(wanted(other.form)):
        return False
    parties = subject.agreement.parties
    plain = [re.sub(r"s\b", "", _NUMBERS.sub("#", masked(sentence.words, parties))) for sentence in (one, other)]
    return plain[0] == plain[1] and one.words != other.words and "·" in plain[0]


RULE = Rule("C023", "only-the-line-above", Severity.WARNING, 46, find, sure=Sure.LIKELY)

"""A promise in plain words gives one of you the last word.

## Why

Who has the last word need not listen up to it. Two people can agree on it all the same, and should then be able to say why.

## Before

```pact
promise quarrels
    "When we cannot agree, Ben decides."
```

## After

```pact
promise quarrels
    "When we cannot agree, nothing changes until we do."
```

## How to fix

Say what happens until you agree: nothing changes, you ask a third person, you take turns.

## When to allow it

Where it is about something that is that person's own.

## Near miss

```pact
promise rooms
    "Ben decides about his own room."
    "On odd days Ana decides about the music, on even days Ben decides."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_OWN = re.compile(
    r"\bown\b|\b(?:her|his|their) (?:body|room|home|flat|things|phone|money|job|family|health)\b|\bfor (?:her|him|them)sel|\bturn|\bwhether to tell\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """`NAME decides`, `NAME has the last word`, unless every party has such a sentence."""
    parties = subject.agreement.parties
    if len(parties) < 2:
        return
    names = "|".join(map(re.escape, parties))
    power = re.compile(
        rf"\b({names}) (?:alone |always |finally )?(?:decides|has the (?:last word|final say|last say)|has a veto|gets to decide|makes the rules)\b"
    )
    told = [
        (promise.span, power.findall(promise.words), clause.reasons)
        for clause in subject.agreement.clauses
        for promise in clause.promises
        if not _OWN.search(promise.words) and power.search(promise.words)
    ]
    if {name for _, names_there, _ in told for name in names_there} == set(parties):
        return
    for span, names_there, reasons in told:
        if len(set(names_there)) == 1:
            message = f"This gives {names_there[0]} the last word."
            severity = Severity.NOTE if reasons else None
            yield Found(span, message, "Say what happens until you agree, or why one decides.", severity=severity)


RULE = Rule("B009", "one-has-the-last-word", Severity.WARNING, 62, find)

"""A promise in plain words gives a freedom to one of you alone.

## Why

Pausing, saying no, changing one's mind and leaving are free for everyone, no matter what a text says. Other freedoms are yours to share
out, but say why one of you has more of them.

## Before

```pact
promise freedom
    "Only Ben may call a pause."
```

## After

```pact
promise freedom
    "Each of us may call a pause."
```

## How to fix

Give it to each of you, or say in a reason (`>`) why it is for one.

## When to allow it

If it is about that person's own things, and you both see it that way.

## Near miss

```pact
promise freedom
    "Only Ana may drive her car."
    "Only Ana may start a talk about work, and only Ben may end it."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.rule import Found, Profile, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_FREEDOM = later(
    r"\bonly ([\w-]+)(?: alone)? (?:may|can|is allowed to|gets to|has the right to)\b"
    r"|(?<![\w-])([\w-]+) (?:need not|doesn.t (?:have|need) to|does not (?:have|need) to) "
    r"(?:ask|tell|say|disclose|report|test|get tested|share)\b"
    r"|(?<![\w-])([\w-]+) (?:alone (?:may|can|is free to|is allowed to)|is the only one who (?:may|can))\b"
    r"|\bfor ([\w-]+) (?:only|alone)\b"
    r"|(?<![\w-])([\w-]+) (?:may|can) [^.;!?]{1,60}, (?:and |but )?(?:nobody else|no one else|[\w-]+) (?:may not|can't|cannot|may(?=\W*$))",
    re.I,
)
_STOPPING = later(
    r" (?:call (?:a|for a) |ask for a |take a )?(?:pause|break|stop|say no|refuse|leave(?: this| us|[.,;!]|$)|"
    r"end (?:it|this)|withdraw|object)\b",
    re.I,
)
_OWN = later(r"\b(?:her|his|their)(?:self|selves)?\b|\bown\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """`Only NAME may …`, `NAME alone may …`, `NAME need not tell …` and the like, unless every party has such a sentence."""
    parties = subject.agreement.parties
    told = [
        (promise, match, name, clause.reasons)
        for clause in subject.agreement.clauses
        for promise in clause.promises
        for match in _FREEDOM.finditer(promise.words)
        for name in filter(None, match.groups())
        if name in parties
    ]
    if len({name for _, _, name, _ in told}) == len(parties):
        return
    for promise, match, name, reasons in told:
        stops = bool(match[1] or match[3]) and bool(_STOPPING.match(promise.words, match.end()))
        if not stops and (reasons or _OWN.search(promise.words)):
            continue
        free = "; everyone has it anyway" if stops else ""
        message = f"This gives a freedom to {name}, but no line was found that gives it to the others{free}."
        yield Found(promise.span, message, "Give it to each of you, or say why it is for one.", severity=None if stops else Severity.NOTE)


RULE = Rule("B003", "only-one-may", Severity.WARNING, 68, find, Profile.GENTLE, yields=True, sure=Sure.LIKELY)

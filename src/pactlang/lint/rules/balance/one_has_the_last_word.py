"""A promise in plain words gives one of you the last word.

## Why

The one who has the last word does not need to listen. Two people can agree on that anyway, but should then be able to say why.

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

If it is about something that is that person's own.

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
from pactlang.later import later
from pactlang.lint.matter import small
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.symmetry import answered

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Clause
    from pactlang.source import Span


_OWN = later(
    r"\bown\b|\b(?:her|his|their) (?:body|room|home|flat|things|phone|money|job|family|health)\b|\bfor (?:her|him|them)sel|"
    r"\bturns?\b",
    re.I,
)
_POWER = later(
    r"(?<![\w-])([\w-]+) (?:alone |always |finally )?(?:decides|has the (?:last word|final word|final say|last say)|has a veto|"
    r"gets to decide|makes the rules|signs off on (?:everything|all)|is the boss|settles it)\b"
    r"|\b[Ww]hat ([\w-]+) says,? (?:goes|happens|counts|is done)\b"
    r"|(?<![\w-])([\w-]+)['’]s (?:word|vote|opinion|say) (?:alone )?(?:settles|decides|counts|is final|wins)\b"
    r"|\bthe way (?:that )?([\w-]+) wants\b"
    r"|(?<![\w-])([\w-]+)['’]s (?:version|log|memory|account|notes?) (?:counts|holds|decides|wins|goes|is (?:right|true|final))\b"
    r"|\b[Ww]hat (?:is in )?([\w-]+)(?:['’]s (?:log|notes?)| (?:writes|notes|remembers)) (?:is (?:what happened|true|final)|holds|counts)\b"
    r"|\bsettled by ([A-Z][\w-]*)(?: alone)?(?=\W*$|[.,;!])"
    r"|(?<![\w-])([\w-]+)(?:['’]s veto (?:ends|stops|counts)| (?:may|can) veto)\b"
)
# Nobody's name, and one person all the same.
_SOMEBODY = later(
    r"\b(?:is|are) (?:his|her) (?:call|decision)\b"
    r"|\b(?:I|he|she) (?:(?:alone )?(?:decide|decides) (?:about|on|over|alone|everything|what happens)|(?:have|has) the (?:last|final) "
    r"(?:word|say)|(?:make|makes) the rules)\b",
    re.IGNORECASE,
)


def find(subject: Subject) -> Iterator[Found]:
    """`NAME decides`, `NAME has the last word`, `he has the final say`, unless every party has such a sentence."""
    parties = subject.agreement.parties
    told: list[tuple[Span, list[str], Clause]] = []
    for clause in subject.agreement.clauses:
        for promise in clause.promises:
            deciding = [name for names in _POWER.findall(promise.words) for name in names if name in parties]
            if not deciding and _SOMEBODY.search(promise.words):
                deciding = ["one of you"]
            if deciding and not _OWN.search(promise.words):
                told.append((promise.span, deciding, clause))
    if {name for _, deciding, _ in told for name in deciding} >= set(parties):
        return
    for span, deciding, clause in told:
        silent, severity = answered([clause], parties)
        if len(set(deciding)) == 1 and not silent:
            yield Found(
                span,
                f"This leaves a decision to {deciding[0]} alone.",
                "Say what happens until you agree, or why one decides.",
                severity=severity,
                doubt=small(span.text),
            )


RULE = Rule("B009", "one-has-the-last-word", Severity.WARNING, 62, find, yields=True, sure=Sure.LIKELY)

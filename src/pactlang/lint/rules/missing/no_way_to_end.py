"""Nothing says how this agreement ends.

## Why

Anyone may leave at any time, no matter what a text says. Words for it, written while all is well, make it kinder.

## Before

```pact
pact "The fourth floor"
    between Ines and Juri
    in force from 2026-01-05
    time zone Europe/Berlin

use household

promise cleaning
    cleaning by each party every 2 weeks

review
    review by everyone every 6 months
```

## After

```pact
pact "The fourth floor"
    between Ines and Juri
    in force from 2026-01-05 until 2026-12-31
    time zone Europe/Berlin

use household

promise cleaning
    cleaning by each party every 2 weeks

review
    review by everyone every 6 months
```

## How to fix

Give it a last day (`until …`), or say in plain words how one of you ends it.

## When to allow it

If leaving needs no words between you.

## Near miss

```pact
pact "The fourth floor"
    between Ines and Juri
    in force from 2026-01-05
    time zone Europe/Berlin

use household

promise cleaning
    cleaning by each party every 2 weeks

promise parting
    "Whoever moves out says so two months before."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import said, speaks

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What may be left, ended or parted from besides: a pan in the sink, the weekend, a part of the rent.
_WORDS = later(
    r"\bend(?:s|ed|ing)? (?:this|it|our|all of this|the (?:pact|agreement|relationship|contract|lease|marriage|tenancy))\b"
    r"|\b(?:this|it|the (?:pact|agreement|relationship|contract)) (?:\w+ )?ends\b(?! (?:at \d|with))"
    r"|\b(?:may|can|wants? to|wishes to|free to|decides to|would like to|will) (?:always )?(?:leave|end|stop|quit)\b"
    r"(?! (?:the (?:kitchen|table|dishes|light)|a |an |dishes|food|early|late))"
    r"|\b(?:whoever|who|if (?:one|someone|somebody|anyone)(?: of us)?) leaves(?=\W*$|[.,;]| (?:us|this|the (?:flat|house|pact|agreement|"
    r"relationship|group|team)|gives|tells|says|finds|pays)\b)"
    r"|\bleaving (?:is|this|us|the (?:flat|house|pact|agreement|relationship|group|team))\b|\bbreak(?:s|ing)? up\b|\bbreak-?up\b"
    r"|\bpart(?:ing|s)? (?:ways|as|from each other|in)\b|\bparting\b|\bmov(?:e|es|ing) out\b|\bquit|\bterminat|\bseparat(?:e|es|ion|ing)\b"
    r"|\bgo(?:es)? (?:our|their|separate) (?:own )?ways?\b|\bnotice period\b|\bwhen this is over\b|\bsay(?:s|ing)? goodbye\b",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """No last day, no word of an end."""
    if subject.agreement.in_force_until is None and speaks(subject) and not said(subject, _WORDS):
        message = "Nothing was found on how this agreement ends. Anyone may leave it at any time; words for it make that kinder."
        yield Found(subject.top, message, "Give it a last day, or say in plain words how one of you ends it.")


RULE = Rule("M011", "no-way-to-end", Severity.NOTE, 10, find, Profile.STRICT, sure=Sure.LIKELY)

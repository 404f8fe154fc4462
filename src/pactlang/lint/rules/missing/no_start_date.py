"""The agreement does not say when it starts.

## Why

Without a first date the agreement begins on the day after the last of you has signed, whichever day that happens to be. Until all of you
have signed, nothing in the text tells when.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    time zone Europe/Berlin
    signed by Ana on 2026-01-02
    signed by Ben on 2026-01-04

use relationships

review
    review by everyone every 3 months
```

## After

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin
    signed by Ana on 2026-01-02
    signed by Ben on 2026-01-04

use relationships

review
    review by everyone every 3 months
```

## How to fix

Put `in force from 2026-01-05` under `pact`, with the day you choose.

## When to allow it

While you are still writing it.

## Near miss

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05
    time zone Europe/Berlin

use relationships

review
    review by everyone every 3 months
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.mend import with_header
from pactlang.lint.rule import Fix, Found, Profile, Rule
from pactlang.lint.themes import speaks

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """No first day, though something is agreed."""
    agreement = subject.agreement
    if agreement.in_force_from is not None or not speaks(subject):
        return
    fixes: tuple[Fix, ...] = ()
    when = "on the day after the last of you signs"
    if agreement.signatures and not agreement.unsigned:
        last = max(one.on for one in agreement.signatures)
        when = f"on {date.fromordinal(last + 1).isoformat()}, the day after the last signature"
        day = date.fromordinal(last).isoformat()
        fixes = with_header(subject, f"Let it hold from {day}, when all had signed", f"in force from {day}")
    message = f"Nothing here says when this starts, so it starts {when}."
    yield Found(subject.top, message, "Put `in force from …` under the heading.", fixes=fixes)


RULE = Rule("M021", "no-start-date", Severity.NOTE, 47, find, Profile.GENTLE)

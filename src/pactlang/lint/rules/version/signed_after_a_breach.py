"""Terms were signed within a day of a breach.

## Why

On the day after, people sign to make it stop hurting. What they sign then is rarely what they still mean a month later.

## Before

```pact earlier
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-02 until 2026-12-31
    signed by Ana on 2025-12-28
    signed by Ben on 2025-12-29
    time zone Europe/Berlin
use relationships
boundary home
    no encounter at home
```
```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-14 until 2026-12-31
    signed by Ana on 2026-03-07
    signed by Ben on 2026-03-07
    time zone Europe/Berlin
use relationships
boundary home
    no encounter
```
```pactlog
2026-03-06 20:00 encounter by Ana with dana at home
```

## After

```pact earlier
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-02 until 2026-12-31
    signed by Ana on 2025-12-28
    signed by Ben on 2025-12-29
    time zone Europe/Berlin
use relationships
boundary home
    no encounter at home
```
```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-14 until 2026-12-31
    signed by Ana on 2026-03-07
    signed by Ben on 2026-03-07
    time zone Europe/Berlin
use relationships
boundary home
    no encounter
```
```pactlog
2026-02-06 20:00 encounter by Ana with dana at home
```

## How to fix

Sleep on it for a few nights, and sign again.

## When to allow it

If you had agreed on it before and only signed late.

## Near miss

```pact earlier
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-02 until 2026-12-31
    signed by Ana on 2025-12-28
    signed by Ben on 2025-12-29
    time zone Europe/Berlin
use relationships
boundary home
    no encounter at home
```
```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-03-14 until 2026-12-31
    signed by Ana on 2026-03-07
    signed by Ben on 2026-03-07
    time zone Europe/Berlin
use relationships
boundary home
    no encounter
```
```pactlog
2026-03-05 20:00 encounter by Ana with dana at home
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.checker.engine import judge
from pactlang.checker.select import lately_broken
from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.calendar import load_zone

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_STILL_WRITING = 30  # days after the last entry


def find(subject: Subject) -> Iterator[Found]:
    """Signatures that were given within a day of a breach, by the log, at whatever time of their date."""
    agreement = subject.agreement
    zone = load_zone(agreement.zone or "UTC")
    last = max((entry.day for entry in subject.entries), default=0)
    if not last or not agreement.signatures:
        return
    # What never came is broken after the last entry, too, as long as anybody goes on writing.
    last = max([last + 1, *(one.on for one in agreement.signatures if one.on <= last + _STILL_WRITING)])
    # Only what was in force before is looked at: new terms do not judge what was done under others.
    judgement = judge([*subject.earlier, agreement], subject.entries, zone.midnight(last + 1) - 1, zone)
    for signature in agreement.signatures:
        if lately_broken(judgement, zone.midnight(signature.on), zone.midnight(signature.on + 1) - 1):
            yield Found(signature.span, "This was signed within a day of a breach.", "Sleep on it for a few nights, and sign again.")


RULE = Rule("V007", "signed-after-a-breach", Severity.WARNING, 64, find)

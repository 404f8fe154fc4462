"""Someone signed an earlier text, and this one is different.

## Why

A signature is for certain words. When the words change, the yes has to be given again.

## Before

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04 digest sha256:0000000000
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## After

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```

## How to fix

Show what changed (`pact diff`), and sign again.

## When to allow it

Never; a changed text is a draft.

## Near miss

```pact
pact "Ana and Ben"
    between Ana and Ben
    in force from 2026-01-05 until 2026-12-31
    signed by Ana on 2026-01-04
    signed by Ben on 2026-01-04
    time zone Europe/Berlin
use relationships
check-in
    check-in by everyone every week on Sunday
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.words import called

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Signatures whose digest is not that of this text."""
    agreement = subject.agreement
    for signature in agreement.signatures:
        if not agreement.assents(signature) and signature.party in agreement.unsigned:
            message = f"{called(signature.party)} signed an earlier text; this one has changed since."
            yield Found(signature.span, message, "Show what changed, and sign again.")


RULE = Rule("V002", "signed-another-text", Severity.WARNING, 58, find)

"""The text contains a phone number, an address or an email address.

## Why

These files are kept in git, mailed, printed. Anyone who finds one should not find someone's door.

## Before

```pact
promise who
    "In an emergency we call +49 170 1234567."
```

## After

```pact
promise who
    "In an emergency we call the number on the fridge."
```

## How to fix

Keep numbers and addresses where you keep them anyway.

## When to allow it

If it is a public number, such as a helpline's.

## Near miss

```pact
promise who
    "We meet at 19:00, 2 hours at most, on 2026-05-04."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.hearing import named_places, written
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_DATE = r"(?!\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}(?!\d))"
_WORDS = later(
    r"[\w+.-]{1,64}@[\w-]{1,64}\.[a-z]{2,}"  # e-mail
    r"|(?<![\w+])\+\d[\d ()/-]{6,18}\d"  # telephone, with its country
    rf"|(?<![\w.:/-]){_DATE}\(?0\d{{1,4}}\)?[ /-]?\d[\d /-]{{3,12}}\d(?![\w:.-]\d)"  # with its town
    r"|(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?![\w-])"
    r"|\b(?:phone|mobile|tel\.?|telephone|number|cell)(?: (?:is|number|no\.?))?:? \d{2,4}(?:[ /-]?\d{2,4}){2,4}\b"
    r"|\b(?:street|stra(?:ss|ß)e|avenue|road) \d+"
    r"|\b(?-i:[A-ZÄÖÜ])[\w-]{1,30}(?:stra(?:ss|ß)e|str\.|weg|gasse|allee|platz|ufer|damm) \d{1,4}[a-z]?\b"
    r"|\b\d{1,5}[a-z]? (?:(?-i:[A-Z])[\w'-]{1,20} ){1,3}(?:street|st\.|avenue|ave\.?|road|rd\.?|lane|drive|square|court|close|"
    r"boulevard)(?!\w)"
    r"|\b(?-i:[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7})\b",  # a bank account
    re.I,
)
_NAMES = later(
    r"(?:street|stra(?:ss|ß)e|str|avenue|road|lane|weg|gasse|allee|platz)-\d{1,4}[a-z]?|"
    r"\d{1,4}-[\w-]{1,30}-(?:street|road|avenue|lane)",
    re.I,
)


def find(subject: Subject) -> Iterator[Found]:
    """Addresses and numbers in the words, and in the names of places."""
    places = [span for span, _ in written(subject, _WORDS)] + list(named_places(subject, _NAMES))
    for span in places:
        yield Found(span, "This looks like someone's address or number.", "Remove it; a first name or an alias is enough.")


RULE = Rule("S007", "contact-data", Severity.WARNING, 72, find, sure=Sure.LIKELY)

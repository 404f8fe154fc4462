"""A blank in a template was not filled in.

## Why

You both read it as if it were filled in, and each of you reads something different.

## Before

```pact
promise talk
    "We talk on ____, at TIME."
```

## After

```pact
promise talk
    "We talk on Sunday, at 19:00."
```

## How to fix

Fill it in, or remove the sentence.

## When to allow it

Never.

## Near miss

```pact
promise talk
    "We take our time."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.hearing import named_places, written
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_BLANK = later(
    r"_{2,}|\.{4,}|…{2,}|\?{3,}|\b(?:TODO|TBD|TBA|TBC|FIXME|XX+|NAME|DATE|TIME|NUMBER|AMOUNT|PLACE|PARTNER|PERSON|HH:MM|DD\.MM|YYYY)\b"
    r"|<[A-Za-z][A-Za-z ]{0,40}>|\[[A-Za-z _.…]{0,40}\]|\{\{?[A-Za-z _]{0,40}\}\}?|\b(?:xx:xx|x:xx|t\.b\.d\.?)"
    r"|\b[XN] (?:days?|hours?|weeks?|months?|minutes?|times?|evenings?|nights?|EUR|euros?)\b"
    r"|\((?:insert|fill in|add|your)[^()]{0,40}\)|\binsert (?:name|date|time|number|amount)\b|\bfill (?:this )?in\b(?! for\b)"
    r"|\bto be (?:filled in|defined|determined|confirmed|decided|agreed|discussed)(?= ?(?:later|[.;,)\"]))"
)
_NAMES = later(r"(?:TODO|TBD|FIXME|NAME|XX+|YOUR-NAME|PLACEHOLDER|PARTNER|PARTY|PERSON)(?:-?[A-Z0-9])?")


def find(subject: Subject) -> Iterator[Found]:
    """Blanks in the words for people, and in names."""
    places = [span for span, _ in written(subject, _BLANK)] + [
        span for span in named_places(subject, _NAMES) if _NAMES.fullmatch(span.text)
    ]
    for span in places:
        yield Found(span, "This looks as if it was left blank.", "Fill it in, or remove the sentence.")


RULE = Rule("C002", "blank-not-filled-in", Severity.WARNING, 70, find, sure=Sure.LIKELY)

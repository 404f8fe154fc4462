"""A promise says more, or less, but not how much.

## Why

"Less" is kept by one minute less. The one who asked for it meant half.

## Before

```pact
promise phones
    "We spend less time on our phones."
```

## After

```pact
promise phones
    "Phones stay in the kitchen from 20:00."
```

## How to fix

Say how much it is now and how much it should be: at most an hour a day, at least two evenings a week.

## When to allow it

If any step in that direction is enough, and both have said so.

## Near miss

```pact
promise phones
    "We spend at most 1 hour a day on our phones, which is less than now."
```

```pact
promise kind
    "No more than that, and nothing more to add."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tree import LineKind
from pactlang.later import later
from pactlang.lint.as_read import as_read
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import sentence_around
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import measured

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("direction_without_measure")
# A case, not a promise: "whoever comes more often brings the bread".
_CASE = later(r"\b(?:whoever|if (?:one|either|any) of us) (?:[\w'-]{1,20} ){1,3}(?:more|less) (?:often|frequently)\b", re.I)

_AMOUNT = Phrase("direction_without_measure", "amount")


def find(subject: Subject) -> Iterator[Found]:
    """Comparatives in promises that have no number beside them."""
    for line in subject.lines(LineKind.PROMISE):
        text = as_read(line.span.text)
        for said in _WORDS.finditer(text):
            around = sentence_around(text, said.start())
            if not measured(around) and not _CASE.search(around) and not _AMOUNT.search(around):
                yield Found(line.span.part(*said.span()), f'"{said[0]}" names a direction but no measure.', "Say how much, or how often.")


RULE = Rule("C009", "direction-without-measure", Severity.NOTE, 42, find, sure=Sure.LIKELY)

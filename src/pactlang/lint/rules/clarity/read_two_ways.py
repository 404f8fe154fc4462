"""A time or a day that people read in two ways.

## Why

Midnight on Friday is the night before Friday to one of you and the night after it to the other.

## Before

```pact
promise talk
    "We talk next Friday, by midnight at the latest."
```

## After

```pact
promise talk
    "We talk every Friday, by 23:00 at the latest."
```

## How to fix

Say the hour in 24 hours, and every how many weeks.

## When to allow it

Where both of you have said aloud which one is meant.

## Near miss

```pact
promise talk
    "We talk before noon on Friday."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import told
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WORDS = Phrase(
    rf"midnight on (?:{_DAY}|the \w+|\w+day)|(?:on|by|until|till) midnight|{_DAY} (?:at )?midnight",
    r"12 ?(?:am|pm|a\.m\.|p\.m\.)",
    r"12(?::00)? (?:o'?clock )?(?:at|in the) night|(?:at|by|until|till|before|after) 12(?: o'?clock)?(?=\W*$|[.,;!?]|\"| (?:on|and|"
    r"or|at night|sharp)\b)",
    rf"next (?:{_DAY}|weekend)|this coming {_DAY}",
    r"bi-?(?:weekly|monthly|annual(?:ly)?|yearly)|semi-?(?:weekly|monthly)|in a fortnight or so",
    rf"between {_DAY}s? and {_DAY}s?|between the (?:first|1st|\d{{1,2}}(?:st|nd|rd|th)) and the (?:\w+|\d{{1,2}}(?:st|nd|rd|th))",
    r"half (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d{2})",
    r"(?:by |at |before )?the (?:end|start|beginning) of the (?:week|weekend)",
    r"every (?:second|other) (?:week|month) or so|twice (?:in|every) (?:a |two )?(?:fortnight|weeks)",
    rf"{_DAY}/{_DAY}|(?:deadline|due) (?:is |at )?midnight",
    r"end of the week",
    r"(?:at|by|until|till|before|after) (?:twelve|one|two|three|four|five|six|seven|eight|nine|ten|eleven) o'clock(?! (?:in the|"
    r"at night|sharp|"
    r"midday|at noon))",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, in promises and titles."""
    for span, _ in told(subject, _WORDS, denied=True):
        yield Found(span, "This can be read in two ways.", "Write the date, or the day and the hour: Friday 23:59.")


RULE = Rule("C006", "read-two-ways", Severity.WARNING, 44, find, sure=Sure.LIKELY)

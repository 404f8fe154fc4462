"""Someone has to weigh or measure their body, and a log shows whether they did.

## Why

A body that is weighed by duty becomes a number to be kept, and a missed day a breach. For many people that is how trouble with food begins
or comes back, and anyone who reads the log has a say over a body that is not theirs.

## Before

```pact
use relationships

event weigh-in

promise weight
    weigh-in by Ana every day by 08:00
```

## After

```pact
use relationships

promise moving
    at least 2 workouts by Ana per week
```

## How to fix

Agree on something that does good, and leave the number to the one whose body it is, or to a doctor.

## When to allow it

If a doctor asks for it, or it belongs to a sport; say so in a reason (`>`).

## Near miss

```pact
use household

event weighing-of-parcels

promise post
    weighing-of-parcels by anyone every week
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, wanted
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


def find(subject: Subject) -> Iterator[Found]:
    """Duties to weigh or measure oneself, or to name what came out."""
    for sentence in subject.sentences:
        named = {*events(wanted(sentence.form)), *map(str.casefold, sentence.modifiers.covering)}
        if named & listed("body_measured", "measured") and not sentence.not_applied:
            yield Found(sentence.span, "This asks for the measure of someone's body.", "Leave that to the one whose body it is.")


RULE = Rule("S023", "body-measured", Severity.WARNING, 72, find, sure=Sure.LIKELY)

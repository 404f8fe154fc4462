"""A feeling is forbidden, or demanded.

## Why

Nobody chooses what they feel. What is forbidden goes into hiding, and what is demanded becomes an act.

## Before

```pact
promise us
    "No falling in love with others."
```

```pact
event jealousy

repair
    after each jealousy, encounters pause for 7 days
```

## After

```pact
promise us
    "If one of us falls in love, we talk about it the same week."
```

## How to fix

Say what you do when it comes: who you tell, and when.

## When to allow it

Never; no one can keep it by wanting to.

## Near miss

```pact
promise us
    "Any feeling may be said, and none is a breach."
```

```pact
event jealousy

aftercare
    after each jealousy, check-in by everyone within 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import refused
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("forbidden_feeling")
_NAMES = Phrase("forbidden_feeling", "names")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that limit a feeling, ask for one, or make something follow one."""
    sentences = [*refused(subject, Flag.FEELINGS)]
    after = [one.span for one in sentences if "can follow" in one.not_applied]
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=sentences):
        if span in after:
            yield Found(span, "This puts a cost on a feeling.", "Let a talk, aftercare or a check-in follow, by all alike.")
        else:
            yield Found(span, "This forbids or demands a feeling.", "Say what you do when the feeling comes.")


RULE = Rule("S006", "forbidden-feeling", Severity.WARNING, 82, find, sure=Sure.LIKELY)

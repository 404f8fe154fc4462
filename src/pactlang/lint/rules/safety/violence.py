"""Someone hits, hurts, holds down or locks in another, or may do so.

## Why

Nobody may hurt another, no matter what was agreed and what happened before. A text that allows it does not make it right, and this tool is
not for fear or coercion.

## Before

```pact
promise order
    "Greta slaps Paul once for each lie."
```

## After

```pact
promise order
    "When we are angry, we go into two rooms, and talk the next day."
```

## How to fix

Remove the sentence. If you are afraid of someone, talk to someone you trust who is not part of this, or call a helpline; in danger, call
the police.

## When to allow it

Sport, and play that everyone in it chose and can stop with one word: say so in the sentence, and this rule does not apply.

## Near miss

```pact
promise order
    "Nobody hits, shoves or holds anybody fast; in the ring we spar with gloves."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import apart, heard
from pactlang.lint.parts import refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_PLACE = (
    r"(?:the )?(?:room|bedroom|bathroom|kitchen|cellar|basement|garage|balcony|house|flat|apartment|car|closet|attic|shed|hall|door|night|"
    r"cold|rain|garden)"
)
_WORDS = Phrase("violence")
_WITHHELD = Phrase("violence", "withheld")
_FINE = Phrase("violence", "allowed")


def find(subject: Subject) -> Iterator[Found]:
    """What the words allow or ask for, and sentences that want a blow."""
    sentences = refused(subject, Flag.VIOLENCE)
    for span in apart(heard(subject, _WORDS, allowed=_FINE, refused=sentences)):
        yield Found(
            span,
            "This allows someone to be hurt, or held against their will.",
            "Remove it: nobody may hurt another, no matter what was agreed. This tool is not for fear or coercion.",
        )
    for span, _ in heard(subject, _WITHHELD, allowed=_FINE, denied=True):
        yield Found(span, "This keeps food, sleep or warmth from someone.", "Remove it: nobody earns these.")


RULE = Rule("S016", "violence", Severity.ERROR, 99, find, Profile.GENTLE, sure=Sure.LIKELY)

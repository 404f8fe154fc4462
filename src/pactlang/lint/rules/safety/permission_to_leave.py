"""Someone needs permission to go out, to stop, or to end it.

## Why

Everyone is always free to leave. A promise never to leave binds only the one who needs to.

## Before

```pact
promise stay
    "Ana must ask for permission before going out."
```

## After

```pact
promise stay
    "Whoever goes out says when they will be back."
```

## How to fix

Say what you want to know, not what the other may do.

## When to allow it

Never.

## Near miss

```pact
promise stay
    "Anyone may leave, at any time, without giving a reason."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import events, excuse, limited, occasion, owed, refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.model.agreement import Precedence
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("permission_to_leave")
_NAMES = Phrase("permission_to_leave", "names")

_OUT = Phrase("permission_to_leave", "out")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, sentences that limit stopping, and going out that waits for a yes."""
    limits = refused(subject, Flag.STOPPING, Flag.OUT, also=_asks_leave)
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=limits):
        yield Found(
            span,
            "This puts a condition on going out, leaving or stopping.",
            "Remove it: everyone is free to go out, stop, pause and leave.",
        )


def _asks_leave(sentence: Sentence) -> bool:
    """Whether going out, or seeing one's own people, waits for the consent of another."""
    form, lifted = sentence.form, excuse(sentence.form)
    asked = owed(form) if isinstance(form, Precedence) else lifted.duty if lifted is not None else None
    gone = events(occasion(form) if isinstance(form, Precedence) else limited(form))
    if asked is None or not events(asked.selector) & {"consent", "permission"}:
        return False
    return any(_OUT.fullmatch(name.replace("-", " ")) for name in gone)


RULE = Rule("S004", "permission-to-leave", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)

"""Someone may not talk to anyone outside: no friend, no family, no therapist, no lawyer.

## Why

Someone who may not tell has nobody to ask whether something is right. Outside help has to stay open, most of all
against an agreement like this one.

## Before

```pact
promise between-us
    "You do not tell your therapist about our problems."
```

```pact
boundary between-us
    no therapy by Ana
```

## After

```pact
promise between-us
    "What the other's friends are told about the other's health, each of us decides for their own."
```

## How to fix

Say which facts are private (health, names, pictures), and leave everyone free to talk about themselves and to get help.

## When to allow it

Never.

## Near miss

```pact
promise between-us
    "Each of us may talk to a friend, a therapist or a lawyer about anything that concerns them."
```

```pact
promise between-us
    "We tell nobody the names of the people whom the other meets."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import events, filters, refused
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.model.agreement import ByFilter, Prohibition
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("no_help_from_outside")
_PAY = Phrase("no_help_from_outside", "pay")
_FREE = Phrase("no_help_from_outside", "free")
_NAMES = Phrase("no_help_from_outside", "names")
_HELPING = frozenset({"therapy", "mediation", "counselling", "counseling", "supervision", "doctor", "lawyer", "helpline", "support-group"})


def find(subject: Subject) -> Iterator[Found]:
    """What the words forbid, and boundaries against help altogether."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, allowed=_FREE, refused=refused(subject, Flag.HELP, also=_forbids)):
        yield Found(span, "This keeps someone from outside help.", "Leave it out: everyone is free to talk to others about themselves.")
    for span, _ in heard(subject, _PAY, denied=True):
        yield Found(span, "This forbids people to talk about their own pay.", "Leave it out: what people earn is theirs to tell.")


def _forbids(sentence: Sentence) -> bool:
    form = sentence.form
    helped = isinstance(form, Prohibition) and not sentence.modifiers.only and bool(events(form.selector) & _HELPING)
    return helped and isinstance(form, Prohibition) and all(isinstance(one, ByFilter) for one in filters(form.selector))


RULE = Rule("S014", "no-help-from-outside", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)

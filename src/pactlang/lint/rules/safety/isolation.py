"""Someone has to stay away from friends, family or help.

## Why

People who are cut off have nobody to ask whether something is right. Isolation is how control begins.

## Before

```pact
promise us
    "Ben stops seeing his friends on weekdays."
```

## After

```pact
promise us
    "Wednesday evenings are ours."
```

## How to fix

Say what you want for yourselves (an evening, a call), not who the other may see.

## When to allow it

Never.

## Near miss

```pact
promise us
    "Nobody stops seeing their friends for us."
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


_WORDS = Phrase("isolation")
_NAMES = Phrase("isolation", "names")
_KIN = Phrase("isolation", "kin")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and boundaries against friends or family altogether."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=refused(subject, Flag.PEOPLE, also=_forbids)):
        yield Found(span, "This keeps someone from friends, family or help.", "Leave it out.")


def _forbids(sentence: Sentence) -> bool:
    form = sentence.form
    if not isinstance(form, Prohibition) or form.unless is not None or sentence.modifiers.only:
        return False
    names = events(form.selector)
    kin = bool(names) and all(_KIN.fullmatch(name.replace("-", " ")) for name in names)
    return kin and all(isinstance(one, ByFilter) for one in filters(form.selector))


RULE = Rule("S003", "isolation", Severity.ERROR, 98, find, Profile.GENTLE, sure=Sure.LIKELY)

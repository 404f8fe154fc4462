"""Someone has to hand over a password, a phone or an account.

## Why

A person who may read everything has to be trusted with everything, and a person who must show everything is not trusted at all. Closeness
does not need it; control does.

## Before

```pact
promise open
    "We know each other's passwords and check the other's phone on Sunday."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Say what you want to know instead, and by when: a disclosure with a window.

## When to allow it

Shared accounts of a household (electricity, rent) are fine.

## Near miss

```pact
promise open
    "Nobody asks for passwords, and nobody looks into the other's phone."
```

```pact
event message-reading

boundary letters
    no message-reading
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import apart, heard
from pactlang.lint.parts import events, refused, wanted
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.themes import OUTSIDE_EVENTS
from pactlang.model.agreement import Prohibition
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("password_demand")
_HIDING = Phrase("password_demand", "hiding")
_FOUND = later(r"\b(?:if|when) \w+ finds\b", re.I)  # what one does with a telephone that lies open is another matter
_NAMES = Phrase("password_demand", "names")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that ask for such an event or item."""
    sentences = refused(subject, Flag.DEVICES)
    # Where nobody sees anybody else, a screenshot is of a run or a bill.
    theirs = set() if OUTSIDE_EVENTS & set(subject.agreement.vocabulary.events) else {"screenshot", "screenshots"}
    other = _banned(subject) | theirs
    places = (*heard(subject, _WORDS, names=_NAMES, allowed=_FOUND, refused=sentences), *heard(subject, _HIDING))
    for span in apart(one for one in places if one[1] not in other):
        yield Found(
            span,
            "This asks for something private: a password, a phone, messages.",
            "Leave it out; say what you want to know, and by when.",
        )


def _banned(subject: Subject) -> set[str]:
    """Events that a sentence forbids and that none asks for: there nobody has to show anything."""
    bans = (one.form for one in subject.sentences if isinstance(one.form, Prohibition) and one.form.unless is None)
    forbidden = {name for ban in bans for name in events(ban.selector)}
    forbidden -= {name for sentence in subject.sentences for name in events(wanted(sentence.form))}
    known = subject.agreement.vocabulary.events
    return forbidden | {known[name].plural for name in forbidden if name in known}


RULE = Rule("S001", "password-demand", Severity.ERROR, 97, find, Profile.GENTLE, sure=Sure.LIKELY)

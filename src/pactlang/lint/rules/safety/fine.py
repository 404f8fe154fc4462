"""Someone pays for breaking a promise.

## Why

A price turns a promise into a purchase, and gives more freedom to the one with more money. It also makes people hide things.

## Before

```pact
promise late
    "Whoever tells late pays a fine of 20 euros."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write a `repair` clause: a talk, aftercare, a look at the words.

## When to allow it

If it is a swear jar and all of you laugh about it.

## Near miss

```pact
promise purse
    "We put 20 euros a week into the purse."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.matter import custom
from pactlang.lint.parts import after_breach, events, owed
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("fine")
_NAMES = Phrase("fine", "names")
_MONEY_EVENTS = frozenset({"expense", "payment", "fine", "penalty", "transfer", "allowance"})
_PAYING_UP = frozenset({"settlement", "rent", "bill", "repayment"})


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and payments that follow a breach."""
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=[one for one in subject.sentences if _pays(subject, one)]):
        line = subject.line_at(span).span.text
        yield Found(span, "This puts a price on a breach.", "Say how you repair instead.", doubt=custom(line))


def _pays(subject: Subject, sentence: Sentence) -> bool:
    duty = owed(sentence.form)
    if duty is None or not after_breach(sentence.form):
        return False
    known = subject.agreement.vocabulary.events
    asked = {name for name in events(duty.selector) if name not in _PAYING_UP and "back" not in name}
    return any(name in _MONEY_EVENTS or (name in known and len(known[name].unit) == 3) for name in asked)


RULE = Rule("S005", "fine", Severity.WARNING, 80, find, sure=Sure.LIKELY)

"""A promise names a value, but nothing that anyone does.

## Why

Everyone agrees on honesty. What each of you means by it shows on the first evening when it costs something.

## Before

```pact
promise us
    "Honesty and respect."
```

## After

```pact
promise us
    "Whoever has changed a plan says so the same day."
```

## How to fix

Say what one of you would do, or not do, because of it: who, when, to whom.

## When to allow it

If it is a motto above sentences that say it.

## Near miss

```pact
promise us
    "We answer each other's questions honestly."
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
from pactlang.lint.frames import folded
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_VALUE = (
    r"(?:honesty|respect|trust|communication|openness|loyalty|kindness|support|patience|understanding|transparency|quality time|commitment|"
    r"fairness|consideration|empathy|care|tenderness|compassion|teamwork|cooperation|appreciation|closeness|intimacy|freedom|"
    r"equality|sincerity|ownership|discretion|solidarity|harmony|peace|"
    r"reliability|responsibility|candou?r|integrity|humou?r|gratitude|attention|affection|love)"
)
_PART = rf"(?:(?:mutual|more|open|good|clear|much|lots of|a lot of|and|with|always) ){{0,2}}{_VALUE}"
_BEING = (
    r"(?:honest|fair|kind|loyal|respectful|open|faithful|patient|supportive|considerate|caring|loving|gentle|polite|friendly|"
    r"professional|nice|"
    r"tolerant|reliable|truthful|decent|reasonable|adult|mature|understanding)"
)
_SAID = (
    rf"{_VALUE} (?:comes? first|matters?(?: to us| most| a lot)?|is (?:our |the |a )?(?:foundation|basis|everything|key|important|"
    r"sacred|must|heart)"
    rf"(?: of (?:it all|everything|us))?|counts?)"
    r"|(?:(?:we|both|everyone|everybody|each of us|all) )?(?:both |all )?(?:are|is|be|stay|stays|remain) (?:very )?"
    rf"{_BEING}"
    rf"(?:,? (?:and )?{_BEING}){{0,3}}(?: (?:with|to|towards) (?:each other|one another|ourselves|everyone|everybody))?"
    rf"|(?:we|the team|everyone|both) (?:treats?|meets?) (?:each other|one another|everyone) with {_PART}(?:(?:, | and |"
    rf", and ){_PART}){{0,4}}"
    rf"|(?:we|the team|everyone) (?:lives?|shows?|practi[sc]es?|lives? by|stands? for|values?) {_PART}(?:(?:, | and |, and ){_PART}){{0,4}}"
)
_WORDS = later(
    rf"\W*(?:{_SAID})\W*|\W*(?:(?:we want|we value|we promise|it is about|this is about|what counts is|we believe in|"
    rf"we need) )?{_PART}(?:(?:, | and |"
    rf", and | & |\. ?|; ?){_PART}){{0,6}}\W*",
    re.I,
)


# One of them is in all that fits.
_STEMS = (
    *("honest", "respect", "trust", "communication", "open", "loyal", "kind", "support", "patien", "understanding", "transparency"),
    *("quality time", "commitment", "fair", "considerat", "empathy", "car", "tender", "compassion", "teamwork", "cooperation", "freedom"),
    *("appreciation", "closeness", "intimacy", "equality", "sincerity", "ownership", "discretion", "solidarity", "harmony", "peace"),
    *("reliab", "responsibility", "cando", "integrity", "humo", "gratitude", "attention", "affection", "lov", "faithful", "gentle"),
    *("polite", "friendly", "professional", "nice", "tolerant", "truthful", "decent", "reasonable", "adult", "mature"),
)


def find(subject: Subject) -> Iterator[Found]:
    """Promises that hold names of values and nothing else."""
    for line in subject.lines(LineKind.PROMISE):
        words = as_read(line.span.text)
        low = folded(words)
        if any(stem in low for stem in _STEMS) and _WORDS.fullmatch(words):
            yield Found(line.span, "This names a value, but nothing that anyone does.", "Say who does what because of it, and when.")


RULE = Rule("C013", "value-without-act", Severity.NOTE, 40, find, sure=Sure.LIKELY)

"""A promise in plain words leaves the number or the time to a vague word: "soon", "often", "reasonable", "late".

## Why

Each of you fills a vague word with a number of your own, and finds out only when the two numbers differ.

## Before

```pact
disclosure tell
    "We tell each other soon."
```

## After

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours
```

## How to fix

Say the number: how many, how long, up to what time of day. If you cannot agree on a number, say in a reason (`>`) what you mean.

## When to allow it

Where you mean to leave it to each other's judgement, and both know that the two judgements may differ.

## Near miss

```pact
disclosure tell
    "We tell each other on the same day."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import as_read, sentence_around
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import Phrase, measured
from pactlang.syntax.tree import LineKind

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.syntax.tree import Line


# Where these stand in a word of their own, they measure nothing: a late shift, of late, early riser.
_NO_TIME = (
    r"(?! (?:shifts?|riser|birds?|show|train|bus|flight|checkout|check-in|adopter|mum|mom|mother|father|dad|payments?|fees?|"
    r"payers?|returns?|minutes?)\b)"
)
# Beside a noun they tell which one (the late train, my late aunt); after a verb they tell how.
_SAID_OF_WHAT_HAPPENS = (
    r"(?<=\w )(?<![Bb]etter )(?<!of )(?<!never too )(?<!how )(?<!\bgets )(?<!than )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!his )(?<!her )"
    r"(?<!their )(?<!our )(?<!my )(?<!your )(?<!'s )(?<!any )(?<!each )(?<!every )(?<!it is )(?<!it's )"
)
_WHEN = (
    rf"{_SAID_OF_WHAT_HAPPENS}(?:late|early)(?! for (?:the|a|an|our|my) ){_NO_TIME}",
    (
        r"(?:late|early) (?:pick-?ups?|hand-?overs?|arrivals?|rents?|repl(?:y|ies)|answers?|nights?|evenings?|calls?|starts?|"
        r"cancellations?|"
        r"notice|hand-?offs?|messages?|swaps?|changes?)"
    ),
    r"(?<!no )(?<!too )soon(?:ish)?(?! as)|(?<=too )soon",
    r"as soon as (?:possible|(?:we|i|you|he|she|they|it) (?:can|could|possible)|practical|convenient)|asap|a\.s\.a\.p\.",
    (
        r"(?<!how )(?<!more )(?<!less )(?<!every so )often(?! (?:in|at|away|abroad|ill|sick|tired)\b)|regularly|rarely|seldom|frequently|"
        r"promptly|quickly|shortly|eventually|hardly ever"
    ),
    r"(?:in|within) (?:a )?(?:reasonable|good|due|appropriate|acceptable|decent) (?:amount of )?(?:time|notice|course|while)",
    (
        r"reasonabl[ey](?! (?:dog|cat|person|people|adults?|humans?|beings?|man|woman)\b)|appropriate(?:ly)?|adequate(?:ly)?|"
        r"sufficient(?:ly)?|excessive(?:ly)?|moderate(?:ly)?|a fair (?:share|amount|bit)"
    ),
    r"in (?:a )?timely (?:manner|fashion|way)|timely|in the near future|before long|at (?:your|our|their|the) earliest convenience",
    (
        r"last[- ]minute|(?:on |at )?short notice|a while|some time|for some time|(?:plenty of|a lot of|lots of|enough)(?: lead)? (?:time|"
        r"notice|warning|space|sleep|rest|help|sex|touch|"
        r"attention)|ample notice"
    ),
    (
        r"a (?:few|couple of|handful of) (?:minutes|hours|days|nights|evenings|weeks|months|drinks|dates|euros)|"
        r"several (?:minutes|hours|days|weeks|times)"
    ),
    (
        r"not too (?:much|many|long|loud|far|expensive|big)(?! to)|(?<!is )(?<!gets )(?<!becomes )(?<!feels )(?<!not )too (?:much|many|"
        r"long|loud|expensive)(?! (?:for|to))"
    ),
    (
        r"when(?:ever)? (?:it )?(?:suits?(?: (?:us|both|everyone|him|her|them|me|you))?|convenient|appropriate|necessary|needed|"
        r"possible|practical)"
    ),
    r"(?:as|if|where) (?:needed|required|necessary|appropriate|possible|convenient)",
    r"as (?:much|often|little|few|quickly|early|far|well) as (?:possible|(?:we|i|you|he|she|they) can)|at some point|sooner or later",
    (
        r"(?:usually|normally|ideally|generally|typically|mostly|most of the time|most (?:days|nights|evenings|weeks|weekends|"
        r"mornings)(?! (?:somebody|someone|nobody|there|it)\b))"
    ),
)
_MORE = (
    (
        r"(?:a |in a |within a )?(?:sensible|suitable|decent) (?:period|amount|limit|measure)|on a regular basis|at length|"
        r"split (?:\w+ )?fairly|(?<!traded )(?<!made )(?<!play )(?<!plays )fairly(?=\W*$|[.,;!])"
    ),
    r"when(?:ever)? (?:you|we|i|they|he|she) can(?=\W*$|[.,;!])",
    (
        r"(?:at )?a (?:decent|sensible|suitable|sane|normal|civili[sz]ed) (?:hour|time)|when(?:ever)? (?:we|you|i|they|he|she) (?:feel|"
        r"feels) like it|"
        r"when(?:ever)? (?:we|you|i|they|he|she) (?:gets?|has|have|find|finds) (?:a chance|the time|time)"
    ),
    (
        r"(?:expensive|big|large|major|bigger|larger) (?:things|purchases|expenses|buys|decisions)|well (?:in advance|before|ahead)|"
        r"long before|"
        r"as a rule|(?:to|at) a minimum|(?:the )?(?:next few|coming) (?:days|weeks|months)|some (?:evenings|days|nights|weekends|"
        r"mornings|weeks)"
    ),
)
# These leave it open even beside a number.
_AROUND = (
    (
        r"(?<!angry )(?<!sad )(?<!tired )(?<!jealous )(?<!scared )(?<!lonely )(?<!cross )sometimes|occasionally|"
        r"(?:every )?now and (?:then|again)|from time to time|every so often|(?:every )?once in a while|"
        r"on occasion|here and there"
    ),
    (
        r"every (?:few|couple of) (?:hours|days|weeks|months)|(?:several|a few|a couple of) times|(?:one or two|two or three|"
        r"three or four|2 or 3|3 or 4) (?:days|weeks|months|times|hours)|"
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon)-ish|or (?:so|thereabouts)(?=\W*$|[.,;!])|roughly"
    ),
    r"(?:around|roughly|approximately|about) \d{1,4}(?! ?%)|\d{1,2} ?-?ish|more or less",
)
_WORDS = Phrase(*_WHEN, *_MORE)
_ANYWAY = Phrase(
    *_AROUND, r"around (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon)(?! (?:of|people|times|hours|days|weeks))"
)

# What is said right after it: "a reasonable share means half", "late-night toast".
_MEANT = re.compile(r"(?: \w+){0,2} means\b|-\w")
_DAY = re.compile(r"\bday \d{1,2}\b")


def find(subject: Subject) -> Iterator[Found]:
    """Vague words in quoted promises, but for those that a number in the same sentence makes plain."""
    for line in subject.lines(LineKind.PROMISE):
        text = as_read(line.span.text)
        plain = [one for one in _WORDS.finditer(text) if not measured(_around(text, one))]
        if any(_late(one) for one in plain) and _has_deadline(subject, line):
            plain = [one for one in plain if not _late(one)]
        plain = [one for one in plain if not _MEANT.match(text, one.end())]
        for word in (*plain, *_ANYWAY.finditer(text)):
            said = word[0].strip()
            yield Found(line.span.part(*word.span()), f'"{said}" leaves the number to each of you.', "Say a number or a time.")


def _around(text: str, word: re.Match[str]) -> str:
    """Where a number would make a word plain: its sentence; for what is late or early, the whole promise ("Due on Monday; if late, …")."""
    return text if _late(word) else sentence_around(text, word.start())


def _late(word: re.Match[str]) -> bool:
    return word[0].lower() in ("late", "early")


def _has_deadline(subject: Subject, line: Line) -> bool:
    """Whether a checkable line of the same clause says a time, a date or a length: then that is what late means."""
    found = subject.places.get((line.span.source.name, line.number))
    return found is not None and any(
        item.line.kind is LineKind.CODE and (measured(item.line.span.text) or _DAY.search(item.line.span.text)) for item in found[1].items
    )


RULE = Rule("C001", "vague-word", Severity.WARNING, 60, find, sure=Sure.LIKELY)

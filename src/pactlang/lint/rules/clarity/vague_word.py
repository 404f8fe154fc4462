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

If you want to leave it to each other's judgement, and you both know that your judgements may differ.

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
from pactlang.language.tree import LineKind
from pactlang.later import later
from pactlang.lint.as_read import as_read
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import sentence_around
from pactlang.lint.matter import small
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import measured

if TYPE_CHECKING:
    from pactlang.language.tree import Line
    from pactlang.lint.subject import Subject


_WORDS = Phrase("vague_word")
_ANYWAY = Phrase("vague_word", "anyway")
_DOUBTFUL = Phrase("vague_word", "doubtful")
_DOUBTFUL_ANYWAY = Phrase("vague_word", "doubtful_anyway")
_OPEN = Phrase("vague_word", "open")

# What is said right after it: "a reasonable share means half", "late-night toast".
_MEANT = later(r"(?: \w+){0,2} means\b|-\w")
_DAY = later(r"\bday \d{1,2}\b")
# Where one decides, a number would make nothing better.
_CALL = later(r"\b(?:(?:is|are) (?:his|her|[A-Z]\w+'s) (?:call|decision|choice|to decide)|decides?|has the last word)\b")


def find(subject: Subject) -> Iterator[Found]:
    """Vague words in quoted promises, but for those that a number in the same sentence makes plain."""
    for line in subject.lines(LineKind.PROMISE):
        text = as_read(line.span.text)
        who = {one.span() for one in _OPEN.finditer(text)}
        heard = [*_WORDS.finditer(text), *_OPEN.finditer(text)]
        doubtful = [
            one
            for one in _DOUBTFUL.finditer(text)
            if not any(first <= one.start() < last for first, last in (word.span() for word in heard))
        ]
        plain = [one for one in (*heard, *doubtful) if not measured(_around(text, one))]
        if any(_late(one) for one in plain) and _has_deadline(subject, line):
            plain = [one for one in plain if not _late(one)]
        plain = [one for one in plain if not _MEANT.match(text, one.end())]
        loosely = list(_DOUBTFUL_ANYWAY.finditer(text))
        doubts = {one.span() for one in (*doubtful, *loosely)}
        once = {word[0].strip().lower(): word for word in reversed((*plain, *_ANYWAY.finditer(text), *loosely))}
        for word in sorted(once.values(), key=lambda one: one.start()):
            said = word[0].strip()
            left, advice = (
                ("who does what", "Say who does what.")
                if word.span() in who
                else ("how much or when", "Say a number, a time or an example.")
            )
            yield Found(
                line.span.part(*word.span()),
                f'"{said}" can be understood differently: it leaves open {left}.',
                advice,
                doubt=word.span() in doubts or small(text) or _CALL.search(text) is not None,
            )


def _around(text: str, word: re.Match[str]) -> str:
    """Where a number would make a word plain: its sentence; for what is late or early, the whole promise ("Due on Monday; if late, …")."""
    return text if _late(word) else sentence_around(text, word.start())


def _late(word: re.Match[str]) -> bool:
    return word[0].lower().startswith(("late", "early"))


def _has_deadline(subject: Subject, line: Line) -> bool:
    """Whether a checkable line of the same clause says a time, a date or a length: then that is what late means."""
    found = subject.places.get((line.span.source.name, line.number))
    return found is not None and any(
        item.line.kind is LineKind.CODE and (measured(item.line.span.text) or _DAY.search(item.line.span.text)) for item in found[1].items
    )


RULE = Rule("C001", "vague-word", Severity.WARNING, 60, find, yields=True, sure=Sure.LIKELY)

"""A promise for always, or for never, about a person.

## Why

Nobody can keep an “always”. The first exception then looks like the end, when it was only a Tuesday.

## Before

```pact
promise honest
    "We will always tell each other everything."
```

## After

```pact
promise honest
    "We tell each other what touches the other's health, the same day."
```

## How to fix

Name the cases and the times in which you can keep it.

## When to allow it

If the promise is meant as a poem; say so in the reason.

## Near miss

```pact
promise honest
    "Nobody has to be available at all times."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.as_read import as_read
from pactlang.lint.hearing import speaks_of, told
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import measured

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


# What is always free, open or allowed is no promise that somebody has to keep.
_MAY = (
    r"(?! (?:free|welcome|allowed|able|may|can|right|possible|okay|ok|optional|fine|knows? where|wants? to know|want to know|"
    r"know where|be free|be welcome|"
    r"be able|be allowed)\b)"
)
_VOW = r"(?:will|shall|must|promises? to|promise|swears? to|swear to|vows? to|vow to|has to|have to|should|'ll|is to|are to)"
_NEVER = (
    r"(?:lie|lies|hurt|hurts|argue|argues|fight|fights|shout|shouts|keep secrets|keeps secrets|hide anything|hides anything|doubt|"
    r"doubts|disappoint|"
    r"disappoints|let (?:him|her|them|you|me|each other|one another) down|get angry|be angry|be jealous|be late|forget|break a promise|"
    r"complain|complains|look at another|want another|want anyone)(?! (?:in front|in public|after|at|before|when|during|while|on)\b)"
)

# Of which each vow has one.
_STEMS = (
    *("always", "never", "for ever", "forever", "at all times", "no matter what", "circumstances", "without exception", "death", "we die"),
    *("of our lives", "every single ", "in every way", "no secrets", "eternal", "100", "complete", "total", "absolute", "full", "perfect"),
    *("unconditional", "everything"),
)
_HABIT = later(r"[\w'’-]{1,30}(?: (?:both|all|of us)){0,3} always$", re.I)
_CASE = later(r"\b(?:before|when|whenever|if|unless|(?:under|over|below|above) \d+)\b", re.I)
_VOWED = later(
    r" (?:tell|be|are|love|listen|trust|respect|answer|agree|support|believe|forgive|say|share|stay|choose|put|talk|want|know|understand|"
    r"use|ask|come|keep|have|protect|inform|warn|speak|honou?r|show)s?\b",
    re.I,
)
# "We always …" tells a habit as often as a promise; a vow is none.
_SURE = later(rf"\b{_VOW}\b|'ll\b", re.I)
_HEALTH = later(r"\b(?:condoms?|protection|barriers?|tested|tests?)\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, of the parties by their own names too."""
    if not speaks_of(subject, _STEMS):
        return
    for span, words in told(subject, re.compile(_pattern(subject.agreement.parties), re.I)):
        whole = as_read(subject.line_at(span).span.text)
        if _HABIT.match(words) and not _VOWED.match(whole[span.end - subject.line_at(span).span.start :]):
            continue  # "we always mop from the top down" tells how it is done, and promises nothing
        if words.lower().endswith("always") and (measured(whole) or _HEALTH.search(whole)):
            continue  # a habit with its day or number, or protection: that can be kept
        if _CASE.search(whole, span.end - subject.line_at(span).span.start):
            continue  # it says in what case
        loose = words.lower().endswith("always") and _SURE.search(words) is None
        yield Found(span, "This promises something for ever.", "Say how often, or in what case.", doubt=loose)


def _pattern(parties: Iterable[str]) -> str:
    anyone = ["we", "i", "he", "she", "they", "both", "everyone", "everybody", "each of us", "both of us", "one", "nobody"]
    who = "|".join([*anyone, *map(re.escape, parties)])
    return (
        rf"(?<![\w'-])(?<!where )(?:(?:{who})(?:'ll (?=always))?(?: both| all)? ?(?:{_VOW} |is |are |am |be |stay |"
        rf"stays )?(?:always|never ever|at all times|"
        rf"forever|for ever){_MAY}"
        rf"|you {_VOW} (?:always|never){_MAY}"
        rf"|(?:{who})(?:'ll|(?: both| all)? {_VOW}) (?:\w+ )?never(?: again| ever)?(?! (?:have to|need|owe|be asked|be forced|be made)\b)"
        rf"|(?:{who})(?: both| all)? never (?:again |ever )?{_NEVER}"
        rf"|(?:{who}) (?:[\w'-]{{1,20}} ){{1,5}}(?:forever|for ever|no matter what|under all circumstances|without exception|"
        rf"until death|till death|"
        r"for the rest of our lives|every single (?:time|day)|in every way)"
        r"|(?:promise|swear|vow)s? (?:to )?(?:always|never)"
        r"|(?<=[\"“])always (?:tell|be|love|listen|trust|respect|answer|agree|support|believe|forgive)"
        r"|never ever|never again(?=[.!\"]|$)|no secrets,? ever|(?:till|until) (?:death|we die)|eternal (?:love|loyalty|"
        r"faithfulness)|forever|100 ?%(?! (?:cotton|wool|juice))|"
        r"(?:complete|total|absolute|full|perfect|unconditional) (?:honesty|openness|"
        r"transparency|trust|loyalty|obedience|"
        r"fidelity|faithfulness)|(?:completely|totally|absolutely|100 percent) (?:honest|open|faithful|loyal|transparent)"
        r"|tell(?:s)? (?:each other|one another|him|her|me|the other) (?:absolutely )?everything)(?!\w)"
    )


RULE = Rule("W002", "absolute", Severity.NOTE, 30, find, sure=Sure.LIKELY)

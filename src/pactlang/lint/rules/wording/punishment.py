"""Something is to be done to somebody who broke a promise.

## Why

Punishment makes people careful about being seen, and not about each other.

## Before

```pact
promise late
    "Whoever is late loses the right to the next evening."
```

## After

```pact
repair
    after each breach, debrief by everyone within 3 days
```

## How to fix

Write what helps the one who was hurt, and the one who is ashamed.

## When to allow it

Never.

## Near miss

```pact
promise late
    "We talk; there is no punishment."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_FAILS = (
    r"(?:late|behind|forgets?|breaks? (?:it|this|a (?:rule|promise)|the (?:rules?|pact|promise|agreement))|broke|misses|missed|"
    r"fails?|lies|lied|"
    r"cheats?|skips?|violates?|does not|doesn't|did not|didn't|is not|isn't|messes up|slips up|is caught \w+|gets caught)"
)
_WHOEVER = (
    rf"(?:whoever|who|anyone who|anybody who|if|each time|every time) (?:[\w'-]{{1,30}},? ){{0,6}}?{_FAILS}(?: |"
    rf", )(?:[\w'-]{{1,30}},? ){{0,6}}?"
)
_WORDS = Phrase(
    r"punish(?:es|ed|ing|ment|ments)?(?! (?:nobody|no one|anyone|anybody))|"
    r"(?:gets?|is|be|are) grounded|as a (?:penalty|punishment|lesson|consequence)|"
    r"penalt(?:y|ies)(?! for \w{1,20} (?:is|are) \d)(?! (?:shoot|kick|of \d|is \d|: \d))(?! of)",
    r"(?:will |shall |must |has to )pay for (?:it|this|that|what)|makes? (?:him|her|them|you|me) pay",
    r"silent treatment|cold shoulder|(?:is|are|gets?) ignored for|sleeps? (?:on|in) the (?:couch|sofa|floor|car|garage|hall|bathtub)",
    r"(?<!who )(?<!whoever )"
    r"(?:loses?|forfeits?) (?:the|his|her|their|a|any|all|your) (?:\w+ )?(?:right|rights|turn|evening|evenings|privilege|privileges|"
    r"say|vote|date|phone|key|freedom)",
    r"(?:teach|teaches) (?:\w+ ){1,2}a lesson|learns? (?:his|her|their|your) lesson|deserves? (?:it|what|to be|no)|gets? what (?:he|"
    r"she|they|you) deserves?|"
    r"earns? (?:it|(?:the |my |his |her )?trust) back",
    r"(?:extra|double|additional) (?:chores|duty|duties|dishes|work) (?:for|as|if|when)",
    r"no (?:dessert|phone|tv|kisses|cuddles) (?:for|until) (?:a|one|two|the|that|\d{1,2}|he|she|they|you|it)",
    r"(?:then|means|or|otherwise|get|gets) no (?:sex|dates?|encounters?|evenings?) (?:for|until) (?:a|one|two|three|the|\d{1,2})",
    rf"{_WHOEVER}(?:does|cleans|washes|cooks|scrubs|has to do|must do|takes over) (?:[\w'-]{{1,30}} ){{0,4}}(?:for (?:a|the|one|two|"
    rf"\d{{1,2}}) "
    r"(?:whole )?(?:week|weeks|month|days)|alone|all)",
    r"(?:loses?|forfeits?|costs?) (?:(?:you|him|her|them) )?(?:one|the|two|an|the next|a whole) (?:evenings?|dates?|nights?|"
    r"weekends?|turns?)",
    r"(?:does not|doesn't|will not|won't) (?:see|get|have) (?:[\w']{1,20} ){1,3}that (?:weekend|week|day|month|evening)",
    r"(?:slackers?|latecomers?|losers?|the loser|cheaters?|offenders?|rule-?breakers?) (?:gets?|does|do|cleans?|pays?|cooks?|scrubs?|"
    r"takes?|"
    r"has to|have to|buys?|owes?)",
    r"wears? (?:the|a) (?:\w+ )?(?:hat|sign|badge|crown) of shame|of shame\b|hall of shame|wall of shame",
    r"gets? no (?:dinner|dessert|sex|tv|phone|say|evening|kiss|cuddles|affection)",
    r"(?:has|have|gets?) no (?:say|vote|vet|veto|phone|turn|dates?|evenings?)(?: \w+)? for (?:an?|one|two|three|the|\d{1,2})",
    r"should \w+ (?:miss|forget|break|be late|fail)[^.;!?]{0,40} (?:goes|go) without|(?:misses|forgets|is late|"
    r"fails)[^.;!?]{0,40},? (?:[\w'-]{1,20} )?goes without",
)

_NAMES = Phrase(r"^(?:\w+ )?(?:punishments?|silent treatment|penance|grounding)$")


def find(subject: Subject) -> Iterator[Found]:
    """Punishments in promises, titles, reasons and names."""
    for span, _ in heard(subject, _WORDS, names=_NAMES):
        yield Found(span, "This punishes.", "Say how you repair instead.")


RULE = Rule("W004", "punishment", Severity.WARNING, 54, find, sure=Sure.LIKELY)

"""Something is taken to be known that nobody has said.

## Why

What is obvious to one of you is news to the other. A wish that has to be guessed fails, and then counts as proof.

## Before

```pact
promise birthdays
    "You should have known that birthdays matter, obviously."
```

## After

```pact
promise birthdays
    "On birthdays we have breakfast together."
```

## How to fix

Write down the thing itself: what, for whom, when.

## When to allow it

Never; it costs one sentence to say it.

## Near miss

```pact
promise birthdays
    "Nobody should have to guess, and nothing is obvious."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import apart, heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_KNOWN = r"(?:known|guessed|seen|understood|realised|realized|noticed|thought of)"
_WORDS = Phrase(
    rf"should (?:have|'ve) {_KNOWN}(?:[^.;!?\"]{{0,80}}\bobviously)?|shouldn't have to (?:tell|say|ask|explain)|"
    rf"should not have to (?:tell|say|ask|explain)",
    r"should (?:just |already |simply )?know (?:better|by now|without|that by itself)",
    r"obviously|needless to say|goes without saying|as everyone knows|self-evident(?:ly)?|self-explanatory|(?:it's|that's|is|are|be|"
    r"should be) (?:quite |just )?obvious|stands to reason",
    r"common sense|any (?:decent|normal|sane|loving|real|grown) (?:person|partner|couple|adult|human being|father|mother|man|woman|"
    r"friend|parent|flatmate|"
    r"boyfriend|girlfriend|husband|wife|colleague)|(?:a|any|every) normal (?:person|"
    r"partner|couple|man|woman|family)|"
    r"everyone (?:else )?(?:does|knows|understands) (?:it|that|this)",
    r"without (?:me|him|her|us|anyone|you|my|being) (?:having to )?(?:say|saying|ask|tell|telling|told|reminded)(?: (?:it|so|"
    r"anything))?|reads? (?:my|his|her|each other's|the other's) minds?|"
    r"you know what i (?:mean|need|like|want)|as (?:is )?(?:usual|expected|it should be)(?=\W*$|[.,;!])",
    r"of course (?:you|he|she|we|they|everyone|nobody)|as every(?:body|one) knows|(?:it )?(?:should be|is) clear that|real (?:men|"
    r"women|man|woman)",
    r"(?:a|any) good (?:partner|wife|husband|mother|father|girlfriend|boyfriend) (?:\w+s|would|does)|(?:only|just) normal (?:to|that)",
    r"should be able to (?:see|know|tell) (?:for (?:him|her|your|them)sel(?:f|ves)|by (?:now|yourself|himself|herself))",
    r"(?:ought|supposed) to (?:have )?known?",
    r"should not need (?:saying|telling|explaining)|shouldn't need (?:saying|telling|explaining)|expects? (?:you|him|her|me|"
    r"the other) to (?:just )?know",
    r"every(?:body|one) knows (?:how|that|what)|should (?:notice|see|realise|realize|understand|feel|sense) (?:it )?(?:(?:by|"
    r"for) (?:him|her|your|them)"
    r"sel(?:f|ves)|on (?:his|her|your|their) own)|knows? what is meant",
    r"(?:any(?:one|body)|a person|somebody|someone) with (?:half a|a) (?:brain|heart|shred)|would notice (?:by|without|when)",
)


def find(subject: Subject) -> Iterator[Found]:
    """What the words take for granted, in promises, titles and reasons."""
    for span in apart(heard(subject, _WORDS, told_stories=True)):
        yield Found(span, "This takes for known what nobody has said.", "Write down the thing itself: what, for whom, when.")


RULE = Rule("W006", "should-know-untold", Severity.NOTE, 36, find, sure=Sure.LIKELY)

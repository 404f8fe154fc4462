"""A sentence tells the other what they should be, or always are.

## Why

"You should" and "you never" are answered with "and you". What somebody wishes for themselves can be given; what the other is can only
be denied.

## Before

```pact
promise us
    "You should be more attentive."
```

## After

```pact
promise us
    "I would like an hour without telephones on Sundays."
```

## How to fix

Begin with I, say what you wish for, and when; or say we, where it holds for all of you.

## When to allow it

Where "you" means anybody, as in a house rule; `whoever` says it without a finger.

## Near miss

```pact
promise us
    "You may always say no, and you should feel free to."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import NAME, Phrase

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase(
    r"you (?:really |just |at least )?(?:should|ought to)(?: not|n't)?(?! (?:know\b(?! how)|feel (?:free|safe|welcome|heard|able)|"
    r"never have|not have to|"
    r"(?:have |already )?(?:known?|guessed|seen|understood|realised|realized|noticed)|feel like))",
    r"you (?:never|always)(?! (?:have to|need|owe|may|can|get to|decide|stay free)\b)",
    r"you (?:make|made) (?:me|us)(?! (?:laugh|smile|happy|proud|tea|coffee|breakfast|dinner|feel (?:safe|loved|good|seen|at home)))|"
    r"you(?:'re| are) (?:being|so|too|supposed to)|you (?:need|have|must) to (?:change|grow up|learn|"
    r"stop|understand|be more)|"
    r"you (?:need|have) to (?:change|grow up|learn|stop being|understand|be)",
    r"if you (?:really |truly |ever )?(?:loved|cared|respected|wanted|trusted)|because of you|it is up to you to (?:change|fix|"
    r"prove)|(?:why can't|can't) you",
    r"you (?:two )?(?:must|have to|need to) (?:be(?! (?:asked|told))|respect|accept|listen|trust|love|support|apologi[sz]e|"
    r"admit|learn|change)",
    rf"(?:{NAME}|he|she|they) (?:is|are) never (?:on time|ready|satisfied|happy|there|home|wrong)|(?:{NAME}|he|she|"
    rf"they) never [\w]{{2,20}}s? "
    r"(?:anything|a thing|a finger)|as usual,? (?:it is|it's|i'm|i am|he|she)|it is (?:always )?me who|(?:he|she|you|they|"
    rf"{NAME}) should be able to "
    rf"(?:see|know|tell|work)",
    r"you(?:'d| had) better|i expect you to(?! know)|if i (?:mattered|meant anything) to you",
    r"you(?:'re| are) (?:always|never|constantly|forever)(?! (?:welcome|free|invited|loved|safe|allowed|able|alone|asked|enough|"
    r"expected|obliged|"
    r"forced|good|my|right)\b)",
)


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that begin with a finger, in promises, titles and reasons."""
    for span, _ in heard(subject, _WORDS, denied=True, told_stories=True):
        yield Found(span, "This tells the other what they should be.", "Say what you wish for, and when.")


RULE = Rule("W005", "you-should", Severity.NOTE, 34, find, sure=Sure.LIKELY)

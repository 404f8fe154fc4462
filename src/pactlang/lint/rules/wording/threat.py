"""What happens otherwise, said as a threat.

## Why

A threat is kept in mind longer than the promise, and people then do things to be safe, not to be close.

## Before

```pact
promise late
    "Tell me the same day, or else."
```

## After

```pact
promise late
    "Tell me the same day. If it comes late, we sit down."
```

## How to fix

A `repair` clause says what you do when something was not kept.

## When to allow it

Never.

## Near miss

```pact
promise late
    "If it comes late, we sit down and talk."
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


_END = (
    r"(?:it is over|it's over|i leave|i'm leaving|i will leave|i'll leave|i am gone|i'm gone|we are done|we're done|we are finished|"
    r"we're finished|"
    r"we are through|we're through|that is it|that's it|that is the end|that's the end|this is over|i am out|i'm out|(?:he|she) is out|"
    r"(?:you|he|she) can (?:go|leave|pack|move out)|pack your (?:bags|things)|i file for divorce|i(?:'ll| will)? take the (?:kids|"
    r"children|house|dog) (?:away|and)|i tell (?:your|her|his) \w+|"
    r"(?:you'll|you will) (?:be sorry|regret (?:it|this)|never see|pay|see what))"
)
# Said after a no, it threatens all the same.
# What ends there is a scene, a game or a chore.
_STOP = Phrase(r"says? (?:red|stop|no)|safe ?words?|timer|list|dishes|scene|game")
_OTHERWISE = Phrase(
    r"or else(?=\W*$|[.!?\"…]|, | (?:i|we|you|it|he|she|there)\b)",
    rf"(?:otherwise|or) {_END}",
    rf"(?:if|whoever|the next time|next time|one more|another) [^.;!?]{{1,80}}?(?:, |: |and | then ){_END}",
    r"(?:it's over|we are done|we're done|i leave|i'm gone|i am gone|i'm leaving) if (?:you|he|she|it happens|this happens)",
)
_WORDS = Phrase(
    r"(?:last|final) (?:chance(?! to\b)|warning(?! lights?))|three strikes|no second chances?|zero tolerance",
    r"there (?:will be|are|shall be) (?:serious |severe )?consequences|(?:face|faces|bear|bears|suffer|suffers|has|have|with|"
    r"without|expect|know) (?:the |serious |severe )?"
    r"consequences|consequences (?:follow|will follow|are)",
    r"(?:you'll|you will|he will|she will) (?:be sorry|regret (?:it|this)|see what happens)|don't you dare|do not dare|i dare you|"
    r"you have been warned|"
    r"don't (?:make|force) me|you know what (?:happens|will happen)",
    r"(?:never|not) (?:see|get to see) (?:the |your |our )?(?:kids|children|son|daughter) again",
    r"(?:i will|i'll|i am going to) (?:hurt|harm|kill) (?:myself|you|him|her)",
    r"there will be (?:trouble|hell|war|tears)|(?:or|and) (?:i|i'll|i will) tell (?:your|everyone|her|his)|one strike",
    r"(?:any|one|a|each|another) (?:breach|lie|slip|mistake) (?:ends|means the end|is the end)",
    r"again,? (?:and |then )?i(?:'ll| will)? (?:take the (?:kids|children|house|dog)|leave|go)",
    r"(?:parents|mother|father|boss|family|wife|husband|everyone|everybody|lawyers?|court|judge|youth office|school) (?:will|"
    r"is going to|are "
    r"going to) (?:hear|know|find out|learn|be told)(?: (?:about|of))?",
    r"(?:goes|go|is put|gets written|ends up) (?:on|in|into) (?:your|his|her|their|the) (?:record|file)(?! (?:box|folder|cabinet))",
    r"makes? (?:your|his|her) life hell|, that's that",
    r"will see what (?:he|she|you|they) gets?|(?:one more|another) \w+ and (?:the |your |our )?(?:kids|children|dog|house|"
    r"car) (?:stays?|go|goes|are|is|"
    r"come|comes)|(?:(?-i:(?!You|We|I)[A-Z])[\w-]{1,20}|he|she|they)(?: had|'d) better",
    r"(?:tells?|shows?|sends?|informs?|posts?|publish(?:es)?|shares?|puts?|hands?) [^.;!?]{0,40}(?:about|of|the|with|"
    r"online) [^.;!?]{0,20}(?:photos?|pictures?|videos?|past|secrets?|"
    r"affairs?|diagnosis|orientation|messages|screenshots?)\b(?<=s|t|n|r)(?=[^.;!?]{0,40}(?:boss|employer|family|parents|mother|court|"
    r"school|colleagues|work|online|everyone|internet|neighbou?rs))",
    r"(?:tells?|writes? to|calls?|informs?) (?:his|her|your|their|my|the) (?:boss|employer|work|parents|family|landlord|school|"
    r"colleagues|immigration|authorities|"
    r"youth office|court) (?:about|of|that|on|everything|what|why)(?= )",
    r"(?:keeps?|holds?) the (?:photos|pictures|videos|screenshots|recordings) (?:as|in case|for when|until)",
    r"(?:outs?|exposes?) (?:(?-i:[A-Z])[\w-]{1,20}|him|her|me|you|them) (?:to|at|online|in front)",
)


def find(subject: Subject) -> Iterator[Found]:
    """Threats in promises, titles and reasons."""
    lines = set()
    for span, _ in (*heard(subject, _OTHERWISE, denied=True, allowed=_STOP), *heard(subject, _WORDS)):
        line = (span.source.name, span.start_position.line)
        if line in lines:
            continue  # one threat, said twice
        lines.add(line)
        yield Found(span, "This reads as a threat.", "Say how you repair it, or that you will talk about whether it still fits.")


RULE = Rule("W003", "threat", Severity.WARNING, 52, find, sure=Sure.LIKELY)

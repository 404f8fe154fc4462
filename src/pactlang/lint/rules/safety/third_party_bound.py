"""A promise binds someone who is not a party to the agreement.

## Why

Nobody can promise for another. Anyone who is bound has to have signed, or to be asked.

## Before

```pact
person dana
promise home
    "dana must leave before midnight."
```

## After

```pact
person dana
boundary home
    no encounter at home with dana
```

## How to fix

Say what you yourselves do, and ask them about the rest.

## When to allow it

If they agreed to it; say so in a reason.

## Near miss

```pact
person dana
promise home
    "We ask dana what suits dana."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.hearing import speaks_of, told
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_BOUND = (
    r"(?:must|has to|have to|may not|may only|may never|shall|will not|needs? to|(?:is|are) (?:to|not allowed to|required to|"
    r"expected to|obliged to|"
    r"only allowed to|forbidden to)|can only|agrees? (?:not )?to|promises? (?:not )?to|never|should not|must not|always|should|"
    r"cannot|can not)"
    # What is to be done with them binds those who do it.
    r"(?! (?:be|feel) (?:asked|told|informed|invited|mentioned|named|kept|respected|consulted|welcome|safe|welcomed|heard|greeted|"
    r"left|free|able|"
    r"talked|introduced|treated|included))(?! feel)"
)
_OTHERS = (
    r"(?:(?:(?:all|any|every|each|his|her|their|our|my|your) )?(?:outside|other|new|additional|casual|secondary) (?:partners?|lovers?)|"
    r"(?:(?:all|any|every|each|his|her|their|our|my|your) )(?:metamours?|hook-?ups?|lovers?))"
)
# Those who belong to somebody: what they do and leave is theirs.
_KIN = (
    r"(?:(?:his|her|their|my|your|(?-i:[A-Z])[\w-]{1,20}'s) (?:new |future |old )?(?:(?:lady |gentleman )?friend|girlfriend|boyfriend|"
    r"husband|wife|partner|mother|"
    r"mum|mom|"
    r"father|dad|parents|sister|brother|family|relatives|in-laws|best friend|boss|lover)|(?:uncle|aunt|auntie|grandma|grandpa|granny|"
    r"cousin) (?-i:[A-Z])[\w-]{1,20}|the (?:landlord|landlady|neighbou?rs?|partners of (?:the parties|us|each|both|everyone)|in-laws|"
    r"babysitter))"
)
_MAY_NOT = (
    r"(?:must|has to|have to|may not|must not|may never|may only|can only|(?:is|are) (?:not allowed|required|expected|forbidden|"
    r"only allowed) "
    r"to|(?:does not|doesn't|do not|don't|will not|won't) (?:come|go|give|drive|stay|sleep|talk|meet|take|smoke|drink|decide|get|touch|"
    r"phone|call|text|write|enter|pick|bring|cook|move|visit|set foot|interfere|comment)|drinks? at most|never (?:comes?|stays?|"
    r"sleeps?|drives?|picks?|enters?|"
    r"meets?|takes?)|uses? (?:condoms|protection)|gets? tested|(?:is|are) to|shall|refrains? from|stays? (?:away|at home|"
    r"out) (?:until|unless|when|"
    r"while|from))(?! be (?:asked|told|informed|invited|welcome))"
)
_SIGNING = (
    r"|(?:metamours|(?:our|their|your|his|her) (?:dates|metamours|lovers|partners)) (?:keep|follow|respect|stick|abide|tell us|use|show us)"
    r"|(?:all |any |every )?(?:guests?|visitors|friends|partners?|lovers?|anyone who \w+) (?:must|has to|have to|needs? to) (?:also )?sign"
)

# Of which all that fits has one, if it has no name before other words.
_STEMS = (
    *("partner", "lover", "metamour", "hook", "friend", "husband", "wife", "mother", "mum", "mom", "father", "dad", "parents", "sister"),
    *("brother", "family", "relatives", "in-laws", "boss", "uncle", "aunt", "grandma", "grandpa", "granny", "cousin", "landl", "neighbo"),
    *("babysitter", "dates", "sign"),
)


def find(subject: Subject) -> Iterator[Found]:
    """People outside the agreement who must, may not, or have to."""
    people = subject.agreement.people
    names = {name for person in people for name in (person.name, person.title.split(" ")[0].strip(",")) if name}
    names -= set(subject.agreement.parties)
    if not speaks_of(subject, (*_STEMS, *(f"{name}{then}" for name in names for then in (" ", "'s ")))):
        return
    known = "|".join(map(re.escape, sorted(names)))
    for span, words in told(subject, re.compile(_pattern(known), re.I), denied=True):
        if not re.search(r"(?:always|should)$", words, re.I) or known:
            yield Found(span, "This binds someone who is not a party to this.", "Say what you yourselves do, and ask them about the rest.")


def _pattern(known: str) -> str:
    whom = rf"(?:(?:{known})(?:'s \w+)?|{_OTHERS})" if known else _OTHERS
    kin = rf"(?:{known}|{_KIN})" if known else _KIN
    return rf"(?<![\w-])(?:{whom} {_BOUND}|{kin} {_MAY_NOT}{_SIGNING})(?!\w)"


RULE = Rule("S010", "third-party-bound", Severity.WARNING, 66, find, sure=Sure.LIKELY)

"""A feeling is forbidden, or demanded.

## Why

Nobody chooses what they feel. What is forbidden goes into hiding, and what is demanded becomes a part to play.

## Before

```pact
promise us
    "No falling in love with others."
```

```pact
event jealousy

repair
    after each jealousy, encounters pause for 7 days
```

## After

```pact
promise us
    "If one of us falls in love, we talk about it the same week."
```

## How to fix

Say what you do when it comes: whom you tell, and when.

## When to allow it

Never; it cannot be kept by wishing.

## Near miss

```pact
promise us
    "Any feeling may be said, and none is a breach."
```

```pact
event jealousy

aftercare
    after each jealousy, check-in by everyone within 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.parts import refused
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import MUST_NOT, Phrase, gap
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_FEELING = (
    r"(?:jealousy|falling in love|being in love|feelings?|crushes|crush|anger|sadness|tears|crying|envy|emotions?|"
    r"attachments?|catching feelings|being jealous|getting jealous|love for)"
)
_STATE = (
    r"(?:jealous|envious|angry|sad|in love|unhappy|insecure|attached|resentful|feelings?|a crush|crushes|jealousy|anger|"
    r"love|emotional|moody|doubts?|attracted)"
)
_WORDS = Phrase(
    rf"(?:no|zero) (?:(?!hard )[\w-]{{1,20}} ){{0,1}}{_FEELING}"
    r"(?! (?:is|are|need|needs|has|have|may|can|counts?|too|makes|will|ever|should|must|was|here is))",
    r"(?:never|not|don't) (?:falls?|falling) (?:in love|for)|without (?:falling in love|jealousy|feelings)",
    rf"{MUST_NOT} (?:ever )?(?:feel|be|get|become|grow|fall|develop|catch|have|show) {gap(2)}{_STATE}(?! (?:alone|in silence|by))",
    r"(?:must|has to|have to|should|shall|is to|are to) (?:always )?(?:love|be happy(?=\W*$|[.,;!]| (?:for|about (?:it|me|that|her|"
    r"him)|that|if|when)\b)|be cheerful|be grateful|be glad|be in the mood|"
    r"smile|enjoy (?:it|sex|this)|"
    r"feel (?:nothing|happy|grateful|love|desire|joy|glad|proud|excited|compersion)|want (?:it|sex|me|him|her|to))(?! (?:her|his|"
    r"their|your) job)",
    r"(?:feelings?|jealousy|crying|anger|tears|love|falling in love|sadness|a crush) (?:for \w+ )?(?:is|are|will be|counts? as|count as) "
    r"(?:not (?:allowed|ok|okay|accepted|permitted|tolerated|wanted)|forbidden|banned|prohibited|a breach|a betrayal|cheating|"
    r"off limits|unacceptable|"
    r"taboo|out of the question)",
    r"(?:whoever|who|if \w+) (?:gets?|is|becomes?|feels?|falls?) (?:jealous|angry|sad|in love|attached)[^.;!?]{0,60}?\b(?:pays?|"
    r"apologi[sz]es|"
    r"loses?|sleeps on|owes?|must leave|has to (?:leave|apologi[sz]e|stop|end)|it is over|it's over|we are done|it ends|"
    r"must (?:stop|end|apologi[sz]e))",
    r"(?:is|are) not allowed to (?:feel|love|fall|cry|miss)",
    r"not being jealous|we are (?:not|never) (?:jealous|envious)|not getting (?:jealous|attached)",
    rf"(?:isn't|aren't) (?:allowed|permitted|supposed) to (?:be|feel|get) {_STATE}|nobody (?:is to|may) (?:be|feel|"
    rf"get) {_STATE}(?! (?:alone|about a))",
    r"to stop having feelings|no falling for (?:anybody|anyone|somebody|others|them|him|her)",
    r"catch(?:es)? feelings?[^.;!?]{0,30}?(?:it ends|it's over|it is over|ends? (?:it|that|with)|is out|we are done|stops?\b|cuts?\b)",
    r"(?:nobody|no one|neither of us) (?:cries|weeps|is (?:sad|upset|jealous|moody|hurt)|gets (?:sad|upset|jealous|moody|hurt)|falls "
    r"in love)(?! (?:alone|by|for not|in silence))",
    r"(?:do not|don't) do (?:jealousy|feelings|drama and jealousy)|keeps? (?:your|his|her|their) (?:feelings|jealousy|"
    r"tears) to (?:yourself|himself|herself|themselves)",
    r"(?:being|falling) in love (?:with \w+ )?(?:\w+ )?(?:is|are) not (?:ok|okay|allowed|fine)|promises to be happy (?:for|about)",
    r"(?:is|are) (?:happy|glad|excited|pleased) (?:about|for) (?:[\w-]{1,20}'s|his|her|your|my|the other's|"
    r"each other's) (?:\w+ )?(?:dates?|"
    r"partners?|lovers?|evenings?|nights?)",
    r"trusts? (?:[A-Z][\w-]{1,20}|me|him|her|each other) (?:from now on|again|completely|blindly|fully)(?=\W*$|[.,;!])",
    r"(?:everyone|everybody|both|all of us|we both|we all) feels? (?:good|happy|fine|great) (?:about|with)",
)
_NAMES = Phrase(r"no (?:jealousy|feelings?|love|falling in love|crying|tears|anger|crush(?:es)?)")


def find(subject: Subject) -> Iterator[Found]:
    """What the words ask for, and sentences that limit a feeling, ask for one, or make something follow one."""
    sentences = [*refused(subject, Flag.FEELINGS)]
    after = [one.span for one in sentences if "can follow" in one.not_applied]
    for span, _ in heard(subject, _WORDS, names=_NAMES, refused=sentences):
        if span in after:
            yield Found(span, "This makes a feeling cost something.", "Let a talk, aftercare or a check-in follow, by all alike.")
        else:
            yield Found(span, "This forbids or demands a feeling.", "Say what you do when the feeling comes.")


RULE = Rule("S006", "forbidden-feeling", Severity.WARNING, 82, find, sure=Sure.LIKELY)

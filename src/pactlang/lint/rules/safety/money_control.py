"""One of you decides over the other's money.

## Why

Someone who has to ask before every purchase cannot leave and cannot say no. Money of your own is a door that stays open.

## Before

```pact
promise money
    "Ben keeps Ana's bank card, and she gets an allowance."
```

```pact
use coparents

boundary spending
    no expense by Ana unless consent by Ben within the last 7 days
```

## After

```pact
promise money
    "We each put 400 euros a month into the common purse; the rest is each one's own."
```

## How to fix

Agree on shared money, and on money of your own for each of you. If you ask each other above a certain sum, make it the same sum for all.

## When to allow it

If a court or the person concerned has asked for it; say so in a reason.

## Near miss

```pact
promise money
    "Ana keeps the common purse, and we ask each other before spending more than 200 euros from it."
```

```pact
use coparents

boundary spending
    no expense where for is toys by each party unless consent by the others within the last 7 days
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import doer, events, excuse, filters, limited, occasion, owed
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.lint.symmetry import named
from pactlang.model.agreement import ByFilter, Precedence, Prohibition

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("money_control")
_NAMES = Phrase("money_control", "names")
# Pocket money of a child is another matter.
_CHILDREN = later(r"\b(?:kids?|child(?:ren)?|sons?|daughters?|teens?|teenagers?|twins)\b", re.I)
_SPENDING = frozenset({"expense", "purchase", "spending", "shopping", "withdrawal", "payment"})


_OWN = later(r"\b(\w{2,30})['’]s (?:[\w-]{1,20} ){1,3}(?:stays?|remains?|is) with \1\b")


def find(subject: Subject) -> Iterator[Found]:
    """What the words say, and spending of one party that always waits for the other."""
    # Pocket money in a text of parents is the children's.
    names = None if "handover" in subject.agreement.vocabulary.events else _NAMES
    waits = [one for one in subject.sentences if _waits(subject, one)]
    for span, words in heard(subject, _WORDS, names=names, allowed=_CHILDREN, refused=waits):
        if _OWN.search(f"{words}{span.source.text[span.end : span.end + 40]}"):
            continue  # "Dad's bank card stays with Dad"
        yield Found(
            span,
            "This lets one of you hold, decide or check what is another's money.",
            "Agree on shared money, and on money of your own for each.",
        )


def _waits(subject: Subject, sentence: Sentence) -> bool:
    """Whether no spending at all of this party is free, and one for which no other party asks in turn."""
    form, parties = sentence.form, subject.agreement.parties
    if isinstance(form, Prohibition):
        spent, lifted = limited(form), excuse(form)
        asked = lifted.duty if lifted is not None else None
    elif isinstance(form, Precedence):
        spent, asked = occasion(form), owed(form)
    else:
        return False
    if spent is None or asked is None or "consent" not in events(asked.selector) or not events(spent) & _SPENDING:
        return False
    whose = named(doer(spent), parties)
    return (
        len(whose) == 1
        and len(parties) > 1
        and all(isinstance(one, ByFilter) for one in filters(spent))
        and not _in_turn(subject, sentence, whose)
    )


def _in_turn(subject: Subject, sentence: Sentence, whose: tuple[str, ...]) -> bool:
    """Whether the others are bound by the same sentence with their names in it."""
    parties = subject.agreement.parties
    others = {
        party
        for one in subject.sentences
        if type(one.form) is type(sentence.form)
        for party in named(doer(limited(one.form) or occasion(one.form)), parties)
        if events(limited(one.form) or occasion(one.form)) & _SPENDING
    }
    return others >= set(parties) - set(whose)


RULE = Rule("S012", "money-control", Severity.ERROR, 95, find, Profile.GENTLE, sure=Sure.LIKELY)

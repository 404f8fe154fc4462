"""One of you keeps what another needs to go their own way: a passport, papers, keys, medicine.

## Why

To hold someone's papers, keys or medicine is to hold that person: nobody can leave, work or get help without them.

## Before

```pact
promise safe
    "Greta keeps the passports of both."
```

## After

```pact
promise safe
    "Each of us keeps their own papers; the copies lie in the drawer."
```

## How to fix

Give back what belongs to the other. A shared place that all of you can open at any time is fine, too.

## When to allow it

If the owner asked for it and can take it back at any moment. Also for a child's papers or spare keys with a neighbour: say so in the
sentence.

## Near miss

```pact
promise safe
    "Ana keeps her own passport, and a neighbour keeps the spare key."
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import apart, heard
from pactlang.lint.rule import Found, Profile, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_WORDS = Phrase("papers_kept")
_MEDICINE = Phrase("papers_kept", "medicine")
_REWARD = Phrase("papers_kept", "reward")
_FINE_MEDICINE = Phrase("papers_kept", "fine_medicine")
_NONE_OF_ONES_OWN = Phrase("papers_kept", "none_of_ones_own")
_FINE = Phrase("papers_kept", "allowed")


def find(subject: Subject) -> Iterator[Found]:
    """What the words say of papers, keys and medicine in another's hands."""
    rewards = tuple(heard(subject, _REWARD, allowed=_FINE_MEDICINE))
    for span, _ in rewards:
        yield Found(
            span, "This makes care a reward: medicine, food or treatment.", "Medicine and meals come at their hour, whatever happened."
        )
    told = {subject.line_at(span) for span, _ in rewards}
    papers = (*heard(subject, _WORDS, allowed=_FINE), *heard(subject, _NONE_OF_ONES_OWN, allowed=_FINE, denied=True))
    for span in apart(one for one in papers if subject.line_at(one[0]) not in told):
        yield Found(
            span,
            "This leaves one of you in charge of what is another's: papers, keys or medicine.",
            "Each keeps their own papers, keys and medicine, or all can reach them at any time.",
        )
    for span, _ in heard(subject, _MEDICINE, allowed=_FINE_MEDICINE):
        if subject.line_at(span) not in told:
            message = "This leaves it to one person what medicine another gets, or whether they know of it."
            yield Found(span, message, "Everyone has their own medicine, and says yes or no to it.")


RULE = Rule("S018", "papers-kept", Severity.ERROR, 97, find, Profile.GENTLE, sure=Sure.LIKELY, holds=True)

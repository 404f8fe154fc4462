"""The shares of an expense that are asked for add up to more than all of it.

## Why

At least 60 percent by one and at least 50 by the other are 110: as soon as anything is spent, one of the two sentences is broken.

## Before

```pact
use household

promise shares
    at least 60 percent of expense by Ana per month
    at least 50 percent of expense by Ben per month
```

## After

```pact
use household

promise shares
    at least 60 percent of expense by Ana per month
    at least 40 percent of expense by Ben per month give or take 5
```

## How to fix

Let the shares add up to 100, or to a little less, so that no month has to be exact: `give or take 5`.

## When to allow it

Never, unless nothing is ever spent.

## Near miss

```pact
use household

promise shares
    at least 50 percent of expense by each party per month
    at least 60 percent of expense by Ana per year
    at least 100 percent of payment by Ben per month
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import named
from pactlang.model.agreement import ByFilter, Quota, Unit, WhoWord
from pactlang.model.parts import doer

if TYPE_CHECKING:
    from decimal import Decimal

    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_ALL = 100


def find(subject: Subject) -> Iterator[Found]:
    """Shares of the same things in the same period, of people none of whom is in two of them, of more than 100 percent."""
    wholes: dict[object, list[tuple[frozenset[str], Decimal, Sentence]]] = {}
    parties = subject.agreement.parties
    for sentence, form in subject.of_form(Quota):
        if not isinstance(form, Quota) or form.measure.unit is not Unit.SHARE or sentence.not_applied:
            continue
        who = doer(form.selector)
        other_filters = tuple(one for one in form.selector.filters if not isinstance(one, ByFilter))
        key = (form.selector.alternatives, other_filters, form.period, sentence.modifiers.only, sentence.modifiers.excepted)
        # What `each party` owes, each owes alone; what `Ana or Ben` owe, they owe together.
        groups = [frozenset({one}) for one in parties] if who is WhoWord.EACH_PARTY else [frozenset(named(who, parties))]
        wholes.setdefault(key, []).extend((group, form.measure.least, sentence) for group in groups)
    for shares in wholes.values():
        found = _most(shares, frozenset())
        if sum(share for _, share, _ in found) > _ALL:
            first, *rest = list(dict.fromkeys(sentence for _, _, sentence in found))
            message = f"Together these shares are {sum(share for _, share, _ in found):f} percent of the whole."
            labels = tuple(Label(one.span, "and this") for one in rest)
            yield Found(first.span, message, "Let them add up to 100, or to a little less.", labels)


def _most(shares: list[tuple[frozenset[str], Decimal, Sentence]], taken: frozenset[str]) -> list[tuple[frozenset[str], Decimal, Sentence]]:
    """Shares of different people that add up to the most."""
    best: list[tuple[frozenset[str], Decimal, Sentence]] = []
    for place, one in enumerate(shares):
        if not one[0] & taken:
            found = [one, *_most(shares[place + 1 :], taken | one[0])]
            if sum(share for _, share, _ in found) > sum(share for _, share, _ in best):
                best = found
    return best


RULE = Rule("X013", "shares-above-the-whole", Severity.WARNING, 60, find)

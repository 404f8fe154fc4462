"""A number limits one of you, but no such number limits the others.

## Why

A limit that both share is a measure; a limit for one is a verdict on that person. Sometimes it fits, for a time; then it should say why.

## Before

```pact
cap monthly
    at most 4 encounters per month by Ana
```

## After

```pact
cap monthly
    at most 4 encounters per month by each party
```

## How to fix

Write `by each party`, or give each of you a number.

## When to allow it

If one of you asked for the limit and says so in a reason (`>`).

## Near miss

```pact
cap monthly
    at most 4 encounters per month by Ana
    at most 2 encounters per month by Ben
    > Ben travels a lot.

cap work
    at most 3 notices per week by Ana
    > Ana asked for this herself.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.mend import for_all
from pactlang.lint.parts import after_breach, excuse, filters, limited
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import Kind, Row, barred, lone, reasons, table
from pactlang.model.agreement import AtFilter, Cap, Gap, PersonWord, ToFilter, WithFilter
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Filter


def find(subject: Subject) -> Iterator[Found]:
    """Caps and gaps that name one party, where no other party has one on the same noun."""
    parties = subject.agreement.parties
    limits = [row for row in table(subject.agreement) if row.kind is Kind.LIMIT]
    rows = [row for row in limits if _counted(row)]
    out = barred(subject.agreement)
    bound = {row.parties for row in lone(limits, parties)}
    if len(bound) == len(parties):
        return  # each has a limit of their own: what one goes without, and what the other does
    nouns: dict[str, set[str]] = {}
    for row in rows:
        nouns.setdefault(_noun(row), set()).update(row.parties)
    yield from _private(subject, limits)
    for row in lone(rows, parties):
        if row.sentence is None or len(nouns[_noun(row)]) > 1 or reasons(row.clause):
            continue
        (party,) = row.parties
        if set(parties) == {party}.union(*(out.get(name, set()) for name in row.events)):
            continue
        message = f"This is a limit for {party} alone: no sentence limits it for anyone else."
        yield Found(row.span, message, "Write `by each party`, or say why it is for one.", fixes=for_all(row.sentence, party))


def _private(subject: Subject, limits: list[Row]) -> Iterator[Found]:
    """What is ruled of whom some of them see, where nothing of the kind holds for the others; once for each matter."""
    parties, out = subject.agreement.parties, barred(subject.agreement)
    bound = {row.parties for row in lone(table(subject.agreement), parties) if row.kind in (Kind.DUTY, Kind.LIMIT)}
    matters: dict[frozenset[str], list[Row]] = {}
    for row in limits:
        home = _counted(row) and row.events & listed("limit_on_one", "at_home")
        if not home and any(listed("limit_on_one", "private").intersection(name.split("-")) for name in row.events):
            matters.setdefault(row.events, []).append(row)
    for names, rows in matters.items():
        held = [party for party in parties if any(party in row.parties for row in rows)]
        others = [party for party in parties if party not in held]
        # A ban of one alone is another rule's matter if nobody else is bound to anything; a limit for one is told below.
        firm = [row for row in rows if _firm(row) and (len(held) > 1 or (len(bound) > 1 and not _counted(row)))]
        explained = any(reasons(row.clause) for row in rows) or any(set(others) & out.get(name, set()) for name in names)
        if others and firm and not explained:
            message = f"This holds for {people_words(held)} alone: nothing of the kind was found for {people_words(others)}."
            yield Found(firm[0].span, message, "Let it hold for each of you, or say why it does not.")


def _counted(row: Row) -> bool:
    return row.sentence is not None and isinstance(row.sentence.form, Cap | Gap)


def _firm(row: Row) -> bool:
    """Whether it limits whom somebody sees, without a yes that lifts it, and speaks of nobody and no place by name."""
    if row.sentence is None or excuse(row.sentence.form) is not None or after_breach(row.sentence.form):
        return False
    return not any(isinstance(one, AtFilter | ToFilter | WithFilter) and not _anybody(one) for one in filters(limited(row.sentence.form)))


def _anybody(one: Filter) -> bool:
    return isinstance(one, WithFilter) and isinstance(one.person, PersonWord)


def _noun(row: Row) -> str:
    selector = limited(row.sentence.form) if row.sentence is not None else None
    return selector.noun if selector is not None else ""


RULE = Rule("B005", "limit-on-one", Severity.NOTE, 46, find)

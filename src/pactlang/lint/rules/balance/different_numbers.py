"""The same sentence appears for two of you with different numbers and no reason.

## Why

A difference that both of you can explain is fair. One that nobody can explain is where the next argument starts.

## Before

```pact
cap monthly
    at most 4 encounters per month by Ana
    at most 2 encounters per month by Ben
```

## After

```pact
cap monthly
    at most 3 encounters per month by each party
```

## How to fix

Choose one number, or write down why there are two (`>`).

## When to allow it

If the reason is clear to both of you and you would rather not write it down.

## Near miss

```pact
cap monthly
    at most 4 encounters per month by Ana
    at most 2 encounters per month by Ben
    > Ben works nights until June.
```

```pact
state away
    starts with departure
    ends with arrival

aftercare
    after each call by Ana, visit by Ben within 1 hour
    except while away
    after each call by Ben, visit by Ana within 4 hours
    only while away
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Label, Severity
from pactlang.later import later
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, limited
from pactlang.lint.rule import Found, Rule
from pactlang.lint.symmetry import first_party, masked, reasoned
from pactlang.model.agreement import Quota, Unit

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_NUMBERS = later(r"\d+(?:[:.]\d+)*(?: (?:minute|hour|day|week|month|year))?\b")  # a length with its unit, whichever that is


def find(subject: Subject) -> Iterator[Found]:
    """Sentences that differ in names and numbers alone."""
    parties, explained = subject.agreement.parties, reasoned(subject.agreement)
    first: dict[tuple[str, ...], tuple[Sentence, str, str]] = {}
    found: dict[tuple[str, ...], list[tuple[str, Found]]] = {}
    for sentence in subject.sentences:
        same = re.sub(r"s\b", "", masked(sentence.words, parties))
        who = first_party(sentence.words, parties)
        if not who or sentence.not_applied or (isinstance(sentence.form, Quota) and sentence.form.measure.unit is Unit.SHARE):
            continue  # shares differ on purpose
        alike = _NUMBERS.sub(lambda number: "#" if number[0][-1].isdigit() else "# long", same)
        when = tuple(f"{word} {type(one).__name__}" for word in ("only", "excepted") for one in getattr(sentence.modifiers, word))
        key = (alike, *when)
        other, other_who, other_same = first.setdefault(key, (sentence, who, same))
        if who == other_who or same == other_same or explained.intersection((sentence.clause, other.clause)):
            continue
        message = f'The same is said with different numbers in "{other.words}".'
        labels = (Label(other.span, "the other"),)
        one = Found(sentence.span, message, "Choose one number, or write down why there are two.", labels=labels)
        found.setdefault(key, []).append((who, one))
    for key, several in found.items():
        # Three people with a number each have chosen them: by shares, by hours of work.
        if len(several) == 1 or len({first[key][1], *(who for who, _ in several)}) < len(parties):
            yield from (replace(one, doubt=_chosen(subject, one)) for _, one in several)


def _chosen(subject: Subject, one: Found) -> bool:
    """Whether two numbers side by side are probably meant: hours of children by their age, goals that people set themselves."""
    sentence, other = (next(two for two in subject.sentences if two.span is span) for span in (one.span, one.labels[0].span))
    if sentence.clause != other.clause:
        return False
    aims = isinstance(sentence.form, Quota) and events(sentence.form.selector) & listed("different_numbers", "goals")
    of_children = events(limited(sentence.form)) & listed("different_numbers", "of_children")
    return bool(aims or (of_children and len(subject.agreement.parties) > 2))


RULE = Rule("B007", "different-numbers", Severity.NOTE, 38, find)

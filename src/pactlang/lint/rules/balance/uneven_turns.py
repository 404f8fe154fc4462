"""Turns that pass someone by, or come round to one of you more often than to the others.

## Why

What is done in turn is shared by its nature: each name once, each as often as the others. If one of you is in no turn and does nothing else
instead, or is in two lists for the same thing, the text should say why. (A list cannot name anyone twice. Who stands in for whom is
said in the log, `cleaning by Ben instead of Ana`, and no text says it beforehand.)

## Before

```pact
pact "Flat"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

promise clean
    cleaning by Ana and Ben in turn every week on Sunday
```

## After

```pact
pact "Flat"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

promise clean
    cleaning by Ana, Ben and Cleo in turn every week on Sunday
```

## How to fix

Put everyone into one list, give the others something of their own to do, or say in a reason (`>`) why it is so.

## When to allow it

If all of you know why, and are happy with it.

## Near miss

```pact
pact "Flat"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

promise clean
    cleaning by Ana and Ben in turn every week on Sunday
    cooking by Cleo every week on Monday
```

```pact
pact "Flat"
    between Ana, Ben and Cleo
    in force from 2026-01-01
    time zone Europe/Berlin

use household

promise clean
    cleaning by Ana and Ben in turn every week on Sunday
    > Cleo is here at weekends only once a month.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Edit, Label, Severity
from pactlang.language.tokens import written_name
from pactlang.later import ready
from pactlang.lint.parts import events
from pactlang.lint.rule import Fix, Found, Rule
from pactlang.lint.symmetry import Kind, barred, reasoned, table
from pactlang.model.agreement import Rhythm, Schedule
from pactlang.model.parts import stands_alone
from pactlang.words.words import people_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_YEAR = {Rhythm.DAY: 365, Rhythm.WEEK: 52, Rhythm.MONTH: 12, Rhythm.YEAR: 1, Rhythm.ONCE: 0}
_TURNS = ready(r"\bby ((?:\"[^\"]*\"|[\w-]+)(?:,? (?:and )?(?:\"[^\"]*\"|[\w-]+)){1,40}) in turn\b")
_A_TURN = 1 / 4  # of a year's turns: less is how the weeks fall


def find(subject: Subject) -> Iterator[Found]:
    """Turns in which somebody has no part and does nothing else instead, and the same thing in several lists with unequal shares."""
    explained = reasoned(subject.agreement)
    found = [(sentence, form) for sentence, form in subject.of_form(Schedule) if isinstance(form, Schedule) and form.turns]
    listed = [(sentence, form) for sentence, form in found if not sentence.not_applied and sentence.clause not in explained]
    by_event: dict[frozenset[str], list[tuple[Sentence, Schedule]]] = {}
    for sentence, form in listed:
        by_event.setdefault(events(form.duty.selector), []).append((sentence, form))
    passed_by: dict[tuple[str, ...], list[tuple[Sentence, Schedule]]] = {}
    for names, group in by_event.items():
        out = _passed_by(subject, names, group)
        if out:
            passed_by.setdefault(out, []).append(group[0])
        else:
            yield from _unequal(group)
    for out, turns in passed_by.items():
        yield _no_turn(out, turns)


def _passed_by(subject: Subject, names: frozenset[str], group: list[tuple[Sentence, Schedule]]) -> tuple[str, ...]:
    """The parties who are in none of these turns, do nothing else that the others need not do, and may do this."""
    agreement = subject.agreement
    taking = {party for _, form in group for party in form.turns}
    kept_out = {party for name in names for party in barred(agreement).get(name, ())}
    busy: set[str] = set()
    for row in table(agreement):
        if row.kind is Kind.DUTY and row.sentence is not None and stands_alone(row.sentence.form) and not taking <= set(row.parties):
            busy.update(row.parties if len(taking.intersection(row.parties)) * 2 <= len(taking) else ())  # what most do spares nobody
    return tuple(party for party in agreement.parties if party not in taking | kept_out | busy)


def _no_turn(out: tuple[str, ...], turns: list[tuple[Sentence, Schedule]]) -> Found:
    (sentence, form), *rest = turns
    who = people_words(out)
    message = f"{who} {'takes' if len(out) == 1 else 'take'} no turn, but no sentence asks anything else of {who} instead."
    list_words = _TURNS.search(sentence.span.text)
    fixes: tuple[Fix, ...] = ()
    if list_words is not None:
        *first, last = map(written_name, (*form.turns, *out))
        title = f"Let {who} take turns, too"
        place = sentence.span.part(list_words.start(1), list_words.end(1))
        fixes = (Fix(title, (Edit(place, f"{', '.join(first)} and {last}", title),)),)
    advice = "Put everyone into the list, or say why in a reason (`>`)."
    return Found(sentence.span, message, advice, tuple(Label(one.span, "nor here") for one, _ in rest), fixes)


def _unequal(group: list[tuple[Sentence, Schedule]]) -> Iterator[Found]:
    """Several lists for one thing, which come round to one more often. Lists for a part of the time are left alone."""
    if len(group) < 2 or any(sentence.modifiers.only or sentence.modifiers.excepted for sentence, _ in group):
        return
    shares: dict[str, float] = {}
    for _, form in group:
        a_year = _YEAR[form.recurrence.rhythm] * max(1, len(form.recurrence.weekdays)) / form.recurrence.every / len(form.turns)
        for party in form.turns:
            shares[party] = shares.get(party, 0) + a_year
    most, least = max(shares.values()), min(shares.values())
    if most - least <= most * _A_TURN:
        return
    more = people_words([party for party, share in shares.items() if share == most])
    fewer = people_words([party for party, share in shares.items() if share == least])
    noun = group[0][1].duty.selector.noun
    message = f"The turns at {noun} come round to {more} about {most:.0f} times a year, to {fewer} about {least:.0f} times."
    advice = "Put everyone into one list, or say why in a reason (`>`)."
    yield Found(group[0][0].span, message, advice, tuple(Label(one.span, "the other turns") for one, _ in group[1:]))


RULE = Rule("B012", "uneven-turns", Severity.NOTE, 41, find)

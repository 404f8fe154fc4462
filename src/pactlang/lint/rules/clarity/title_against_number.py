"""The title of a clause says one number, its sentence another.

## Why

People remember the title. The checker counts by the sentence, and calls something broken that everyone believed was kept.

## Before

```pact
cap evenings "Twice a month"
    at most 4 encounters per month by each party
```

```pact
check-in talk "Our Sunday talk"
    check-in by everyone every week on Saturday
```

## After

```pact
cap evenings "Twice a month"
    at most 2 encounters per month by each party
```

## How to fix

Change the one that is wrong. A title without a number cannot go out of date.

## When to allow it

Never, really: one of them is wrong.

## Near miss

```pact
cap evenings "Two evenings a month"
    at most 2 encounters per month by each party
```

```pact
check-in talk "Sunday talk"
    check-in by everyone every week on Sunday at 19:00
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later, ready
from pactlang.lint.as_read import as_read
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import Rhythm, Schedule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Clause, Sentence


_ONES = {
    "a": 1,
    "an": 1,
    "one": 1,
    "once": 1,
    "two": 2,
    "twice": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168}
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(_ONES)})"
_PER = later(rf"\b{_NUMBER} (?:[\w-]{{1,30}} ){{0,4}}?(?:a|an|per|each|every) (?P<unit>day|week|month|year)\b", re.I)
_LENGTH = later(rf"\b{_NUMBER}[ -](?P<unit>minute|hour|day|week|month|year)s?\b", re.I)
# So many hours a week are no answer to so many evenings a week.
_COUNTED = {
    "hours": ready(r"\b(?:hours?|minutes?)\b", re.I),
    "money": ready(r"\b(?:EUR|euros?|USD|dollars?|pounds?|GBP|CHF)\b", re.I),
    "people": ready(r"\bpeople\b", re.I),
    "weekends": ready(r"\bweekends?\b", re.I),
    "days": ready(r"\d (?:days?|nights?)\b", re.I),
}
_CLOCK = later(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b")
_DAYS = later(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s?\b)", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Titles with a number, a clock time or a weekday that no sentence of the clause has, where these have another of its kind."""
    for clause in subject.agreement.clauses:
        said, meant = _facts(as_read(clause.title), title=True), _of_sentences(clause)
        for kind, values in said.items():
            if values and meant.get(kind) and not values & meant[kind]:
                yield Found(clause.span, "The title says one number, the sentence another.", "Change the one that is wrong.")
                break


def _of_sentences(clause: Clause) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    rhythms = [_rhythm(one) for one in clause.sentences]
    if sum(map(bool, rhythms)) == 1:  # of several, each is a part of what the title says
        found = next(filter(None, rhythms))
    for words in (*(one.words for one in clause.sentences), *(as_read(one.words) for one in clause.promises)):
        for kind, values in _facts(words).items():
            found.setdefault(kind, set()).update(values)
    return found


def _rhythm(sentence: Sentence) -> dict[str, set[str]]:
    """How often a sentence asks by its form: `every week on Wednesday` is once a week."""
    form = sentence.form
    if isinstance(form, Schedule) and form.recurrence.every == 1 and not form.turns and form.recurrence.rhythm in _RHYTHMS:
        often = len(form.recurrence.weekdays) if form.recurrence.rhythm is Rhythm.WEEK else 1
        return {f" per {form.recurrence.rhythm.value}": {str(max(1, often))}}
    return {}


_RHYTHMS = (Rhythm.WEEK, Rhythm.MONTH, Rhythm.YEAR)


def _facts(text: str, *, title: bool = False) -> dict[str, set[str]]:
    """What a text says, by its kind: so many a week, a length, a time of day, a weekday."""
    found: dict[str, set[str]] = {"clock": {one[0].zfill(5) for one in _CLOCK.finditer(text)}}
    found["weekday"] = {one[0].lower() for one in _DAYS.finditer(text)}
    rest = text
    for one in _PER.finditer(text):
        if not (title and one["number"].lower() in ("a", "an")):
            what = next((name for name, words in _COUNTED.items() if words.search(one[0])), "")
            found.setdefault(f"{what} per {one['unit'].lower()}", set()).add(str(_count(one["number"])))
        rest = rest.replace(one[0], " ")
    for one in _LENGTH.finditer(rest):
        number, unit = _count(one["number"]), one["unit"].lower()
        kind, value = ("hours", number * _HOURS[unit]) if unit in _HOURS else ("months", number * (12 if unit == "year" else 1))
        if not (title and one["number"].lower() in ("a", "an")):
            found.setdefault(kind, set()).add(f"{value:g}")
    return found


def _count(word: str) -> int:
    return _ONES.get(word.lower()) or int(word)


RULE = Rule("C010", "title-against-number", Severity.WARNING, 66, find, sure=Sure.LIKELY)

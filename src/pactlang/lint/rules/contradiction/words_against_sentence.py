"""The words below a sentence say something else than it does.

## Why

Only the sentence is checked. People who live by the words will be told that they broke it.

## Before

```pact
boundary our-bed
    no encounter at home
    "Robin can stay the night on Fridays, that was always fine."
```

## After

```pact
boundary our-bed
    no encounter at home
    except on Friday
```

## How to fix

Write the exception as a sentence, as `except on Friday` or `unless consent by the others within the last 7 days`; or remove one of the two.

## When to allow it

If the words are about something else.

## Near miss

```pact
boundary our-bed
    no encounter at home
    "Nobody needs a reason, and anyone may change this at a review."

cap evenings
    at most 4 encounters per month by each party
    "Whoever wants fewer says so."

promise rent
    test by each party every month by day 3
    "By the third, so that nobody has to wait."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.later import later
from pactlang.lint.parts import doer, filters
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import Cap, ClockFilter, DayFilter, DuringFilter, Parties, Prohibition, Rhythm, Schedule

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import PlainPromise, Sentence


_MAY = later(
    r"\b(?:may|can)(?: also| still| always)? (?!(?:also |still |always )?(?:say|stop|refuse|ask|tell|talk|speak|leave|change|pause|end|"
    r"choose|decide|veto|object|need|help|happen|look|know|see|read|call|ring|write|go|count|only|be|not)\b)[a-z]+"
    r"|\b(?:is|are|was|were)(?: always| also| still)? (?:fine|welcome|allowed|okay|ok|all right)\b",
    re.I,
)
_NO = later(r"\b(?:no|not|never|nobody|none|nor|neither|only)\b|n't\b|\b(?:refus|stop)", re.I)
_WITHOUT_ASKING = later(r"\bwithout (?:asking|consent|permission|a word)\b", re.I)
_A_TIME = later(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|midnight|noon|o'clock|tonight|evenings?|nights?|\d{1,2}(?::\d\d)?|"
    r"seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)
_WITHOUT_LIMIT = later(
    r"\bwhatever\b.{1,50}\b(?:can|may) be (?:bought|spent|paid|done|had)\b|\bas (?:often|much|many|long) as "
    r"(?:we|i|you|he|she|they|one|each|anyone|everyone|[A-Z][a-z]+)(?: \w+)? (?:likes?|wants?|pleases?|wish(?:es)?|feels? like)\b"
    r"|\b(?:no|without(?: any| a)?) (?:upper )?limit\b|\bany number of times\b",
    re.I,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_BY_THE = later(rf"\b(?:by|until|before) the (?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(_ORDINALS)})\b(?! \w*day))", re.I)
_ONCE_A_YEAR = later(r"\bonce a year\b|\b(?:paid|pays?|is due|comes?)(?: all)? in one go\b", re.I)


def find(subject: Subject) -> Iterator[Found]:
    """Each promise in words that says something else than a sentence above it in its clause; each is told once."""
    for clause in subject.agreement.clauses:
        for promise in clause.promises:
            above = [one for one in clause.sentences if one.span.source is promise.span.source and one.span.start < promise.span.start]
            found = next(((one, said) for one in above for said in _against(one, promise, subject.agreement.parties) if said), None)
            if found is not None:
                sentence, message = found
                yield Found(
                    promise.span,
                    message,
                    "Say it in the sentence, or remove one of the two.",
                    (Label(sentence.span, "only this is checked"),),
                )


def _against(sentence: Sentence, promise: PlainPromise, parties: tuple[str, ...]) -> Iterator[str]:
    form, words = sentence.form, promise.words
    if sentence.not_applied:
        return
    if isinstance(form, Prohibition) and _allows(form, words, parties):
        yield "This allows what the sentence above forbids."
    if isinstance(form, Cap) and _WITHOUT_LIMIT.search(words) and not _NO.search(words.replace("no limit", "")):
        yield "This knows no limit, and the sentence above is one."
    if isinstance(form, Schedule) and form.by and form.recurrence.month_day:
        days = {int(number) if number else _ORDINALS.index(name.lower()) + 1 for number, name in _BY_THE.findall(words)}
        if days and form.recurrence.month_day not in days:
            yield "This names another day than the sentence above."
    if (
        isinstance(form, Schedule)
        and form.recurrence.rhythm is Rhythm.MONTH
        and form.recurrence.every < _A_YEAR
        and _ONCE_A_YEAR.search(words)
    ):
        yield "This says once a year, and the sentence above says it more often."


_A_YEAR = 12


def _allows(form: Prohibition, words: str, parties: tuple[str, ...]) -> bool:
    """Whether words make room where a sentence leaves none; of certain hours or dates, only where the words name a time, too."""
    if form.unless is not None:
        return _WITHOUT_ASKING.search(words) is not None and _MAY.search(words) is not None
    if _MAY.search(words) is None or _NO.search(words):
        return False
    by = doer(form.selector)
    if isinstance(by, Parties) and not any(name in by.names for name in parties if re.search(rf"\b{re.escape(name)}\b", words)):
        return False
    timed = any(isinstance(one, ClockFilter | DayFilter | DuringFilter) for one in filters(form.selector))
    return not timed or _A_TIME.search(words) is not None


RULE = Rule("X011", "words-against-sentence", Severity.WARNING, 66, find, yields=True, sure=Sure.LIKELY)

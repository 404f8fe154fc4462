"""A sentence needs the result of a test, although its date would do.

## Why

Health is private. That a test was done, and that it was talked about, is enough for every rule here; a result in a log stays there for
good.

## Before

```pact
testing
    test where result is negative by each party every 90 days
```

## After

```pact
testing
    test by each party every 90 days
    after each test, result by the same party to the others within 3 days
```

## How to fix

Ask for the test, and for being told about it.

## When to allow it

If all of you have decided that a result has to be there; say so in a reason.

## Near miss

```pact
testing
    test by each party every 90 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import filters, selectors
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.themes import OUTSIDE_EVENTS
from pactlang.model.agreement import FieldFilter

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Filter, Sentence


_ITEMS = frozenset(
    {
        "result",
        "results",
        "test-result",
        "test-results",
        "status",
        "hiv-status",
        "sti-status",
        "outcome",
        "diagnosis",
        "diagnoses",
        "medical-records",
    }
    | {"viral-load", "lab-report", "medication", "medical-history"}
)
_FIELDS = frozenset({"result", "status", "outcome", "diagnosis"})
_WORDS = Phrase("result_demanded")


def find(subject: Subject) -> Iterator[Found]:
    """Filters on a result, items that are one, and words that ask for the paper."""
    demands = [one for one in subject.sentences if _demands(one)]
    # A test that is not of one's health with others, as in a sober house, is taken for what it shows.
    sober = not OUTSIDE_EVENTS & set(subject.agreement.vocabulary.events)
    for span, _ in heard(subject, _WORDS, refused=demands):
        message = "This asks for a health result, though its date would do."
        yield Found(span, message, "Ask for the test, and for being told about it.", doubt=sober and span in {one.span for one in demands})


def _demands(sentence: Sentence) -> bool:
    looked = any(filters_on_result(one) for selector in selectors(sentence.form) for one in filters(selector))
    return looked or any(item.casefold() in _ITEMS for item in sentence.modifiers.covering)


def filters_on_result(one: Filter) -> bool:
    """Whether a filter looks at what a test found."""
    return isinstance(one, FieldFilter) and one.field in _FIELDS


RULE = Rule("S011", "result-demanded", Severity.WARNING, 74, find, sure=Sure.LIKELY)

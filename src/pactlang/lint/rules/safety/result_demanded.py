"""A sentence needs the result of a test, where its date would do.

## Why

Health is private. That a test was done, and that it was talked about, is enough for every rule here; a result in a log outlives you.

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

Ask for the test, and for the telling.

## When to allow it

Where all of you decided that a result has to stand there; say so in a reason.

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
from pactlang.lint.parts import filters, selectors
from pactlang.lint.phrases import heard
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.lint.words import WHOSE, Phrase
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
_WORDS = Phrase(
    r"(?:only |not without |needs? |requires? |shows? |brings? |proof of )(?:\w+ ){0,4}negative(?: (?:test|result))",
    r"tests? (?:results? )?(?:must|has to|have to|needs? to) (?:be|come back) negative",
    rf"(?:shows?|sends?|hands? over|photographs?|uploads?) (?:(?:{WHOSE}|the|a|an|all|every|to) ){{0,3}}(?:lab|laboratory|medical|"
    rf"doctor's|hospital) "
    r"(?:reports?|results?|records?|files?|letters?|papers?)",
    r"(?:a |the )?(?:photo|picture|screenshot|copy|scan)s? of (?:(?:his|her|their|the|each|every|my|your|"
    r"each other's) ){0,2}(?:tests?|results?|lab)\w*",
    r"(?:test|lab|sti|std|hiv) results? (?:go|goes|are|is|must be|have to be) (?:put |kept |stored |uploaded |posted |written |"
    r"saved |hung )?"
    r"(?:in|into|on|to)(?! private)",
    rf"(?:sees?|reads?|has access to|have access to|gets?) {WHOSE} medical (?:records?|files?|history)",
    r"(?:must|has to|have to|needs to|need to) be (?:hiv|sti|std)[- ](?:negative|free)",
    r"free of (?:infections?|stis?|stds?|hiv)(?=,? (?:proof|with proof|on paper|in writing))|lab(?:oratory)? (?:results?|reports?) "
    r"(?:is|are|must be|has to be|have to be) (?:shown|pinned|hung|kept|stored|sent|uploaded|attached|photographed)",
    r"shows? (?:[A-Z][\w-]{1,20}|me|him|her|us|the other|each other) (?:the|his|her|their|your) (?:\w+ )?(?:lab|medical|clinic|blood|sti) "
    r"(?:reports?|results?|papers?|sheets?)",
    r"(?:test|lab|sti|std|hiv) results? (?:is|gets?) (?:put|kept|stored|posted|written|saved|entered|recorded) (?:in|into|on|"
    r"to)(?! private)",
    r"positive (?:test|result)s? (?:is|are) (?:entered|written|recorded|posted|logged)",
    r"(?:produces?|presents?|provides?) (?:a |an |their |his |her )?(?:negative|clean|recent) (?:test|result)",
)


def find(subject: Subject) -> Iterator[Found]:
    """Filters on a result, items that are one, and words that ask for the paper."""
    demands = [one for one in subject.sentences if _demands(one)]
    for span, _ in heard(subject, _WORDS, refused=demands):
        yield Found(span, "This needs a health result to stand in the log.", "Ask for the test, and for the telling.")


def _demands(sentence: Sentence) -> bool:
    looked = any(filters_on_result(one) for selector in selectors(sentence.form) for one in filters(selector))
    return looked or any(item.casefold() in _ITEMS for item in sentence.modifiers.covering)


def filters_on_result(one: Filter) -> bool:
    """Whether a filter looks at what a test found."""
    return isinstance(one, FieldFilter) and one.field in _FIELDS


RULE = Rule("S011", "result-demanded", Severity.WARNING, 74, find, sure=Sure.LIKELY)

"""Someone outside the agreement appears here with a full name.

## Why

People outside the agreement have not said yes to being in it. Files are copied, mailed and kept in git.

## Before

```pact
person dana "Dana Keller"
```

## After

```pact
person dana "Dana"
```

## How to fix

Use a first name, an initial, or a name that only you know.

## When to allow it

If they asked for it.

## Near miss

```pact
person dana "Dana, from choir"
person holm "Mrs Holm from next door"

promise greeting
    "Mrs Holm may call whenever she likes."
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import later
from pactlang.lint.hearing import written
from pactlang.lint.rule import Found, Rule, Sure

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject


_TITLES = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Madame|Mme|Herr|Frau|Pastor|Father|Sister|Brother|Rabbi|Imam"
_FIRST = (
    rf"(?!(?:{_TITLES}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"Uncle|Aunt|Auntie|Grandma|Grandpa|Granny|Mum|Mom|Dad|Cousin|Neighbou?r|Tante|Onkel|Oma|Opa|Old|Big|Little|Baby|Team|The|Coach|"
    r"Doctor|Teacher|Nurse|Boss|Google|Microsoft|Zoom|New|North|South|East|West|Christmas|Easter|Good|Saint|Friends|No|Our|My|Her|His)\b)"
    r"[A-Z][a-zà-ÿ-]+"
)
_LAST = (
    r"(?:(?:van|von|de|der|den|da|di|del|la|le|al|zu) ){0,3}(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|"
    r"June|July|August|September|October|November|December|Meet|Eve|From|At|And|The|Who|In|Of|With|Teams)[A-Z][a-zà-ÿ-]{2,}(?!'s)"
)
_LABEL = later(rf"(?:(?:{_TITLES})\.? )?{_FIRST} (?:[A-Z]\.? ){{0,2}}{_LAST}")
_IN_WORDS = later(
    r"\b(?:with|by|and|[Mm]eets?|[Ss]ees?|[Dd]at(?:e|es|ing)|(?:messages?|texts?|calls?|letters?|contact) (?:to|with|from)|"
    r"[Kk]iss(?:es|ed)|named|called) "
    rf"(?:(?:{_TITLES})\.? )?{_FIRST} {_LAST}\b"
)


def find(subject: Subject) -> Iterator[Found]:
    """Labels of people that begin with a full name, and full names in the words."""
    people = subject.agreement.people
    for person in people:
        if _LABEL.match(person.title):
            yield Found(person.span, f"This looks like a full name for {person.name}.", "A first name or an alias is enough.")
    known = {name.capitalize() for person in people for name in (person.name, person.title.split(" ")[0]) if name.isalpha()}
    known -= set(_TITLES.split("|"))  # with one name behind it, "Mrs Holm" is not a full name
    patterns = [re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(known)))}) {_LAST}\b")] if known else []
    labels = {person.span.start_position.line for person in people}
    for pattern in (_IN_WORDS, *patterns):
        for span, _ in written(subject, pattern):
            if span.start_position.line not in labels:
                yield Found(span, "This looks like someone's full name.", "A first name or an alias is enough.")


RULE = Rule("S009", "full-name", Severity.WARNING, 68, find, sure=Sure.LIKELY)

"""`by Ana or Ben`, or nobody named between two of a kind, counts what all of them do in one sum.

## Why

`at most 4 encounters by Ana or Ben per month` is four for both: if Ana has three, one is left for Ben. Some read it as four each.

## Before

```pact
cap evenings
    at most 4 encounters by Ana or Ben per month
```

## After

```pact
cap evenings
    at most 4 encounters by each party per month
```

## How to fix

Write `by each party` if each of you is counted apart, or `by anyone` if you share one count.

## When to allow it

If you share it, and have said so to each other. It is asked once for a text.

## Near miss

```pact
cap evenings
    at most 4 encounters by anyone per month
```

```pact
cap evenings
    at least 3 days between encounters by each party
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.later import ready
from pactlang.lint.once import asked_once, shared_elsewhere
from pactlang.lint.parts import doer
from pactlang.lint.rule import Found, Profile, Rule
from pactlang.model.agreement import Cap, Gap, Parties, Quota
from pactlang.words.words import list_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_OR = ready(r'\bby ("[^"]*"|[\w-]+)(?: or (?:"[^"]*"|[\w-]+)){1,40}')


def find(subject: Subject) -> Iterator[Found]:
    """Limits and quotas `by Ana or Ben`, and gaps in which nobody is named."""
    if len(subject.agreement.parties) > 1:
        yield from asked_once(
            _asked(sentence, form, subject.agreement.parties)
            for sentence, form in subject.of_form(Cap, Quota, Gap)
            if isinstance(form, Cap | Quota | Gap) and not sentence.not_applied and not shared_elsewhere(subject, form.selector)
        )


def _asked(sentence: Sentence, form: Cap | Quota | Gap, parties: tuple[str, ...]) -> Found | None:
    who = doer(form.selector)
    if who is None and isinstance(form, Gap):
        message = "Is each of you counted apart? This looks at what any of you do, in one row."
        return Found(sentence.span, message, f"If each is: '{sentence.words} by each party'.")
    if not isinstance(who, Parties) or who.every or len(who.names) < 2 or _OR.search(sentence.words) is None:
        return None
    each = ["by each party"] if set(who.names) == set(parties) else [f"by {name}" for name in who.names]
    others = list_words([f"'{_OR.sub(one, sentence.words, count=1)}'" for one in each])
    return Found(sentence.span, "Is each of you counted apart? This adds up what all who are named do.", f"If each is: {others}.")


RULE = Rule("C017", "counted-together", Severity.NOTE, 36, find, Profile.STRICT, asks=True)

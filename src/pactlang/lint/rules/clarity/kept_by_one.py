"""A quota that names nobody is kept by what any one of you does.

## Why

`at least 1 date-night per week` is kept by one that only Ana had part in. Often one together is meant, or one each.

## Before

```pact
promise move
    at least 1 date-night per week
```

## After

```pact
promise move
    at least 1 date-night by Ana and Ben per week
```

## How to fix

Name all of you, joined by `and`, for what you do together. Write `by each party` if each of you does as many, and `by anyone` if it does
not matter who.

## When to allow it

If it does not matter who. It is asked once for a text.

## Near miss

```pact
promise move
    at least 1 date-night by anyone per week
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.language.tokens import written_name
from pactlang.later import ready
from pactlang.lint.once import FOR_ALL, asked_once, shared_elsewhere
from pactlang.lint.parts import doer, events
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Quota

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence

_PERIOD = ready(r" (?:per|in any) ")


def find(subject: Subject) -> Iterator[Found]:
    """Quotas in which nobody is named."""
    parties = subject.agreement.parties
    if len(parties) > 1:
        yield from asked_once(
            _asked(sentence, parties)
            for sentence, form in subject.of_form(Quota)
            if isinstance(form, Quota)
            and not sentence.not_applied
            and doer(form.selector) is None
            and not events(form.selector) <= FOR_ALL
            and not shared_elsewhere(subject, form.selector)
        )


def _asked(sentence: Sentence, parties: tuple[str, ...]) -> Found | None:
    periods = list(_PERIOD.finditer(sentence.words))
    if not periods:
        return None
    period = periods[-1]  # its own: what stands before may speak of another
    start, end = sentence.words[: period.start()], sentence.words[period.start() :]
    together, each = (f"'{start} by {who}{end}'" for who in (" and ".join(map(written_name, parties)), "each party"))
    message = "Does it take all of you? What any one of you does keeps this."
    return Found(sentence.span, message, f"If it takes all of you at once: {together}. If each does as many: {each}.")


RULE = Rule("C019", "kept-by-one", Severity.NOTE, 36, find, asks=True)

"""Only an end at night is forbidden, so those who stay until the morning break nothing.

## Why

`no outing ending between 23:00 and 06:00` looks at the end alone. What goes on until 08:00 does not end in there, and is allowed.

## Before

```pact
boundary late
    no encounter ending between 23:00 and 06:00
```

## After

```pact
boundary late
    no encounter between 23:00 and 06:00
```

## How to fix

Leave out `ending`: then no part of it may lie in those hours.

## When to allow it

If staying until the morning is fine, and only coming home in the middle of the night is not; say so in a reason (`>`).

## Near miss

```pact
boundary late
    no encounter ending between 23:00 and 06:00
    no encounter lasting more than 5 hours

boundary noon
    no meeting ending between 13:00 and 14:00
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Edit, Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, filters, limited
from pactlang.lint.rule import Fix, Found, Rule, Sure
from pactlang.lint.symmetry import reasoned
from pactlang.model.agreement import Cap, ClockFilter, ClockPart, DuringFilter, LengthFilter, Prohibition, TaggedFilter, Unit
from pactlang.model.words import clock_words

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_MORNING = (4 * 3600, 10 * 3600)
_EVENING = 20 * 3600


def find(subject: Subject) -> Iterator[Found]:
    """Bans of what ends at night, where no other sentence forbids what stays longer."""
    explained = reasoned(subject.agreement)
    told: dict[str, Found] = {}  # once for a clause
    for sentence, form in subject.of_form(Prohibition):
        window = next((one for one in filters(limited(form)) if isinstance(one, ClockFilter) and one.part is ClockPart.END), None)
        if window is None or sentence.not_applied or sentence.clause in explained or not _by_night(window):
            continue
        if not events(limited(form)) & listed("stays_past_the_window", "overnight") or _stopped(subject, events(limited(form))):
            continue
        message = f"Only an end in these hours is forbidden: what goes on past {clock_words(window.end)} breaks nothing."
        words, title = sentence.span.text, "Forbid all of these hours"
        place = words.find("ending between")
        fixes: tuple[Fix, ...] = ()
        if place >= 0:
            fixes = (Fix(title, (Edit(sentence.span.part(place, place + len("ending ")), "", title),)),)
        told.setdefault(sentence.clause, Found(sentence.span, message, "Without `ending`, no part of it may lie in there.", fixes=fixes))
    yield from told.values()


def _by_night(window: ClockFilter) -> bool:
    return _MORNING[0] <= window.end <= _MORNING[1] and (window.start >= _EVENING or window.start < window.end)


def _stopped(subject: Subject, names: frozenset[str]) -> bool:
    """Whether some sentence stops what stays overnight: by its length, its hours, its tag, or nights that are counted."""
    for sentence in subject.sentences:
        selector = limited(sentence.form)
        if not names & events(selector):
            continue
        if isinstance(sentence.form, Cap) and sentence.form.measure.unit is Unit.NIGHTS:
            return True
        for one in filters(selector):
            if isinstance(one, LengthFilter | DuringFilter) or (isinstance(one, ClockFilter) and one.part is ClockPart.ANY):
                return True
            if isinstance(one, TaggedFilter) and "overnight" in one.tags:
                return True
    return False


RULE = Rule("C024", "stays-past-the-window", Severity.WARNING, 47, find, sure=Sure.LIKELY)

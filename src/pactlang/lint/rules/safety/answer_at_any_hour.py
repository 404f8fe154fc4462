"""An answer is owed within minutes or an hour or two, at night, too.

## Why

A sentence without hours holds at three in the morning, too. Anyone who has to answer by then sleeps next to the phone.

## Before

```pact
promise answers
    after each message by each party, reply by the others within 1 hour
```

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others within 2 hours
```

## After

```pact
promise answers
    after each message by each party between 08:00 and 22:00, reply by the others within 1 hour
```

```pact
disclosure tell
    after each encounter, disclosure by the same party to the others by 12:00 the next day
```

## How to fix

Name the hours (`between 08:00 and 22:00`), give it until the next day, or ask for a longer time.

## When to allow it

If someone has to be reachable, and sleep is made up for.

## Near miss

```pact
promise answers
    after each message by each party, reply by the others within 24 hours
    after each incident, message by anyone within 30 minutes
    after each message between 09:00 and 17:00, reply by the others within 1 hour
    after each encounter, disclosure by the same party to the others within 12 hours
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, filters, occasion
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import ClockFilter, DuringFilter, EventTrigger, Response, Within
from pactlang.model.calendar import Exact
from pactlang.model.words import clock_words
from pactlang.words.words import a_or_an

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_FILE = "answer_at_any_hour"
_SOON = 2 * 3600
_EVENING = 3 * 3600  # after an evening that ends at midnight, three in the morning


def find(subject: Subject) -> Iterator[Found]:
    """Answers that are owed soon, whenever they are asked for."""
    for sentence, form in subject.of_form(Response):
        if not isinstance(form, Response) or not isinstance(form.trigger, EventTrigger) or sentence.not_applied:
            continue
        if not isinstance(form.deadline, Within) or not isinstance(form.deadline.length, Exact):
            continue
        about, asked, seconds = events(occasion(form)), events(form.duty.selector), form.deadline.length.seconds
        answer = about & listed(_FILE, "called") and asked & listed(_FILE, "answers") and seconds <= _SOON
        told = about & listed(_FILE, "evenings") and asked & listed(_FILE, "tells") and seconds <= _EVENING
        kept = sentence.modifiers.only or sentence.modifiers.excepted or form.unless is not None
        if not (answer or told) or kept or any(isinstance(one, ClockFilter | DuringFilter) for one in filters(occasion(form))):
            continue
        noun = form.trigger.selector.noun
        until = clock_words((3 if answer else 1) * 3600 + seconds)
        if answer:
            message = f"This holds at night, too: {a_or_an(noun)} {noun} at 03:00 is owed an answer by {until}."
            yield Found(sentence.span, message, "Name the hours (`between 08:00 and 22:00`), or give it longer.")
        else:
            message = f"This holds at night, too: {a_or_an(noun)} {noun} that ends at 01:00 has to be told by {until}."
            yield Found(sentence.span, message, "Give it until the next day: `by 12:00 the next day`.")


RULE = Rule("S021", "answer-at-any-hour", Severity.WARNING, 70, find, sure=Sure.LIKELY)

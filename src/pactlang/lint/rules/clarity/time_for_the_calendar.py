"""A time of day after a schedule is only for the calendar: any time on the date keeps it.

## Why

`handover every Friday at 18:00` is kept by one at 23:00. Some people mean that; others wait at the door from 18:00 on.

## Before

```pact
promise thanks
    gratitude by each party every Friday at 18:00
```

## After

```pact
promise thanks
    gratitude by each party every Friday at 18:00 give or take 30 minutes
```

## How to fix

If the hour matters, say how much before or after is fine: `give or take 30 minutes`. If it must be done up to then, write `by`:
`every week by Friday at 18:00`, `every day by 18:00`.

## When to allow it

If the hour is only when you would like to be reminded. It is asked once for a text.

## Near miss

```pact
check-in
    check-in by everyone every week on Sunday at 19:00 for 1 hour
```

```pact
promise report
    reflection by Ana every week by Friday at 12:00
```

Those who meet at an hour are both there, so nobody waits at a door:

```pact
promise evenings
    date-night by Ana and Ben every Friday at 19:30
```

```pact
promise open-evening
    date-night by anyone every month on the last Sunday at 18:00
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.once import asked_once
from pactlang.lint.rule import Found, Profile, Rule
from pactlang.model.agreement import Parties, Rhythm, Schedule, SomeOf, WhoWord

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


def find(subject: Subject) -> Iterator[Found]:
    """Schedules with a time of day and nothing more. One with a length, or of several who meet, is plainly something for the calendar."""
    yield from asked_once(_asked(sentence, form) for sentence, form in subject.of_form(Schedule) if isinstance(form, Schedule))


def _open_or_joint(form: Schedule) -> bool:
    """Whether nobody waits for one of you: several meet (`by everyone`, `by Ana and Ben`, `by at least 3 of us`), or anyone may do it."""
    who = form.duty.by
    if isinstance(who, Parties):
        return who.every and len(who.names) > 1
    return isinstance(who, SomeOf) or who in (None, WhoWord.ANYONE, WhoWord.EVERYONE)


def _asked(sentence: Sentence, form: Schedule) -> Found | None:
    if form.at is None or form.length is not None or form.about is not None or form.by or _open_or_joint(form):
        return None
    clock = f"{form.at // 3600:02}:{form.at % 3600 // 60:02}"
    message = f"Does the hour matter? Any time on the date keeps this: {clock} is only for the calendar."
    words = sentence.words.partition(" give or take ")[0]
    advice = f"If it does: '{words} give or take 30 minutes'."
    if form.recurrence.rhythm is Rhythm.DAY and form.recurrence.every == 1 and not form.turns:
        advice += f" If it is the latest: '{words.replace(f' at {clock}', f' by {clock}')}'."
    return Found(sentence.span, message, advice)


RULE = Rule("C016", "time-for-the-calendar", Severity.NOTE, 37, find, Profile.STRICT, asks=True)

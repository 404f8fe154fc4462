"""So many breaches in so many days cannot come: what may be broken is not asked for that often.

## Why

What follows three breaches in 30 days never follows if there is one date a month. The sentence reassures, and does nothing.

## Before

```pact
use household

promise clean
    cleaning by Ana and Ben in turn every month on day 3

repair
    after 3 breaches of clean in any 30 days, talk by everyone within 7 days
```

## After

```pact
use household

promise clean
    cleaning by Ana and Ben in turn every month on day 3

repair
    after 2 breaches of clean in any 90 days, talk by everyone within 7 days
```

## How to fix

Count over a longer time, or to a smaller number.

## When to allow it

If the rhythm is about to change.

## Near miss

```pact
use household

promise clean
    cleaning by Ana and Ben in turn every week on Sunday

promise calm
    after each party, cleaning by the same party within 1 day

repair
    after 3 breaches of clean in any 30 days, talk by everyone within 7 days
    after 9 breaches of calm in any 7 days, talk by everyone within 7 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import BreachTrigger, Rhythm, Schedule
from pactlang.model.parts import counted_apart

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject

_SHORTEST = {Rhythm.DAY: 1, Rhythm.WEEK: 7, Rhythm.MONTH: 28, Rhythm.YEAR: 365}


def find(subject: Subject) -> Iterator[Found]:
    """Counts of breaches of clauses that ask for everything on dates, if too few dates come in so many days."""
    for sentence in subject.sentences:
        trigger = getattr(sentence.form, "trigger", None)
        if not isinstance(trigger, BreachTrigger) or trigger.times is None or not trigger.clauses or sentence.not_applied:
            continue
        broken = [one for one in subject.sentences if one.clause in trigger.clauses and not one.not_applied]
        apart = counted_apart(trigger)
        days, most = trigger.times.window.days + 31 * trigger.times.window.months, 0
        for one in broken:
            form = one.form
            if not isinstance(form, Schedule) or form.recurrence.rhythm is Rhythm.ONCE or one.modifiers.otherwise is not None:
                break
            dates = (days // (_SHORTEST[form.recurrence.rhythm] * form.recurrence.every) + 1) * max(1, len(form.recurrence.weekdays))
            most += dates if form.turns or apart else dates * len(subject.agreement.parties)
        else:
            if broken and most < trigger.times.count:
                message = f"So many breaches cannot come: in {days} days there are {most} at most{' for each party' if apart else ''}."
                yield Found(
                    sentence.span, message, "Count over a longer time, or to a smaller number.", (Label(broken[0].span, "so often"),)
                )


RULE = Rule("X014", "never-so-often", Severity.WARNING, 49, find)

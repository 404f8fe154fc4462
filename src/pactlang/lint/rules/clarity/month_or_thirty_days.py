"""In your own log, a limit by the month lets more through than the same limit in any 30 days would.

## Why

Four a month can mean seven around the end of a month. Some people mean that; others never noticed.

## Before

```pact
cap evenings
    at most 2 encounters per month by Ana
```
```pactlog
2026-03-29 20:00 encounter by Ana with dana
2026-03-31 20:00 encounter by Ana with dana
2026-04-01 20:00 encounter by Ana with dana
2026-04-03 20:00 encounter by Ana with dana
```

## After

```pact
cap evenings
    at most 2 encounters by Ana in any 30 days
```
```pactlog
2026-03-29 20:00 encounter by Ana with dana
```

## How to fix

Ask each other which you mean; `in any 30 days` has no such edge.

## When to allow it

If you count by calendar months on purpose.

## Near miss

```pact
cap evenings
    at most 2 encounters per month by Ana
```
```pactlog
2026-03-01 20:00 encounter by Ana with dana
2026-03-03 20:00 encounter by Ana with dana
2026-04-29 20:00 encounter by Ana with dana
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.engine import judge
from pactlang.checker.finding import Status
from pactlang.diagnostics import Severity
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Cap, Rolling, Unit
from pactlang.model.calendar import Days, Period, load_zone

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Sentence
    from pactlang.model.calendar import Zone


def find(subject: Subject) -> Iterator[Found]:
    """Caps by the calendar month that the log keeps, and that any 30 days would not have let through."""
    agreement, entries = subject.agreement, subject.entries
    if not entries:
        return
    zone = load_zone(agreement.zone or "UTC")
    end = zone.midnight(max(entry.day for entry in entries) + 2)
    for sentence, form in subject.of_form(Cap):
        if not isinstance(form, Cap) or form.window is not Period.MONTH or form.measure.unit is not Unit.COUNT:
            continue
        other = replace(sentence, form=replace(form, window=Rolling(Days(days=30))))
        counts = [_broken(agreement, one, entries, end, zone) for one in (sentence, other)]
        if counts[0] < counts[1]:
            message = (
                f"In your log, this is broken {counts[0]} times by the month and would be broken "
                f"{counts[1]} times by any 30 days: which do you mean?"
            )
            yield Found(sentence.span, message, "Write `in any 30 days` if a turn of the month should not matter.")


def _broken(agreement: Agreement, sentence: Sentence, entries: Sequence[Entry], end: int, zone: Zone) -> int:
    clause = next(one for one in agreement.clauses if one.name == sentence.clause)
    alone = replace(agreement, clauses=(replace(clause, sentences=(sentence,)),), matrices=(), states=())
    return sum(one.status is Status.BREACH for one in judge([alone], entries, end, zone).findings)


RULE = Rule("C008", "month-or-thirty-days", Severity.NOTE, 38, find)

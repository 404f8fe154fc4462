"""A yes is asked for so many days ahead, and the answer may take longer than that.

## Why

Someone who asks three weeks ahead, and may have to wait four for the answer, has kept the agreement and still has no answer on the day.

## Before

```pact
use team

notice leave
    before each leave-day, request by the same party at least 21 days ahead

promise answers
    after each request, decision by the others within 30 days
```

## After

```pact
use team

notice leave
    before each leave-day, request by the same party at least 21 days ahead

promise answers
    after each request, decision by the others within 7 days
```

## How to fix

Let the answer come sooner, or the question earlier.

## When to allow it

If no answer is a yes; say so in plain words.

## Near miss

```pact
use coparents

notice swaps
    before each swap, request by the same party to the others at least 3 days ahead

promise answers
    after each request, reply by the others within 24 hours
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Label, Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import events, occasion
from pactlang.lint.rule import Found, Rule
from pactlang.model.agreement import Ahead, ByClock, Precedence, Response, Within
from pactlang.model.calendar import DAY_SECONDS, Exact

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.calendar import Duration

_FILE = "answer_comes_too_late"


def find(subject: Subject) -> Iterator[Found]:
    """Questions that are to come so many days ahead, beside answers that may take longer."""
    answers = [(one, form) for one, form in subject.of_form(Response) if isinstance(form, Response) and isinstance(form.deadline, Within)]
    for sentence, form in subject.of_form(Precedence):
        if not isinstance(form, Precedence) or not isinstance(form.lead, Ahead) or form.lead.at_least is None or sentence.not_applied:
            continue
        for other, answer in answers:
            asks = events(form.duty.selector) & listed(_FILE, "asked") and events(occasion(answer)) & events(form.duty.selector)
            if not asks or not events(answer.duty.selector) & listed(_FILE, "answers") or not isinstance(answer.deadline, Within):
                continue
            if _seconds(answer.deadline.length) > _seconds(form.lead.at_least):
                message = "The answer to this may come after the day that it is about."
                labels = (Label(other.span, "the answer"),)
                yield Found(sentence.span, message, "Let the answer come sooner, or ask earlier.", labels)
                break


def _seconds(length: Duration | ByClock) -> int:
    if isinstance(length, ByClock):
        return (1 - length.days_later) * DAY_SECONDS - length.second  # to the end of the day that it is about
    return length.seconds if isinstance(length, Exact) else (length.months * 30 + length.days) * DAY_SECONDS


RULE = Rule("X012", "answer-comes-too-late", Severity.WARNING, 56, find)

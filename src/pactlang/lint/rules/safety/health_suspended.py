"""A test, protection or the telling of a result is set aside in some case.

## Why

Health comes first. The case in which a health rule is dropped (a pause, a holiday, someone you know well) is the case
in which people get ill.

## Before

```pact
promise condoms
    "Condoms are not needed if it is someone we know well."
```

```pact
state away
    starts with encounter tagged travel
    lasts at most 14 days

testing
    test by each party every 90 days
    except while away
```

```pact
pause breather
    anyone may pause encounters or tests for at most 14 days
```

## After

```pact
testing
    test by each party every 90 days
```

```pact
pause breather
    anyone may pause encounters for at most 14 days
```

## How to fix

Remove the exception, or say what takes its place: a test for both of you, with a date.

## When to allow it

If everyone concerned has recent tests and all of you have decided it; say so in a reason.

## Near miss

```pact
promise condoms
    "Between the two of us no condoms are needed; with others always, whoever it is."
```

```pact
testing
    test by each party every 90 days
    grace 3 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import Phrase
from pactlang.lint.hearing import heard
from pactlang.lint.parts import events, refused, wanted
from pactlang.lint.rule import Found, Profile, Rule, Sure
from pactlang.model.agreement import Pause, PauseAfter, UnlessState, WhileFilter
from pactlang.model.vocabulary import HEALTH
from pactlang.resolve.red_flags import Flag

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Sentence


_WORDS = Phrase("health_suspended")
_WITHHELD = Phrase("health_suspended", "withheld")
_ILL = Phrase("health_suspended", "ill")
_NOTHING = Phrase("health_suspended", "nothing")
_OURSELVES = Phrase("health_suspended", "ourselves")


def find(subject: Subject) -> Iterator[Found]:
    """What the words set aside, pauses of tests, and states in which a test is not owed."""
    stopped = [*refused(subject, Flag.HEALTH)]
    never = [one.span for one in stopped]
    stopped += [one for one in subject.sentences if _set_aside(one)]
    words = _WORDS if "standup" not in subject.agreement.vocabulary.events else _NOTHING  # a team tests what it builds
    for span, _ in heard(subject, words, allowed=_OURSELVES, refused=stopped):
        severity = Severity.ERROR if span in never else None
        yield Found(span, "This sets aside a health rule.", "Health comes first: remove the exception.", severity=severity)
    for span, _ in heard(subject, _WITHHELD):
        yield Found(span, "This keeps from someone what concerns their own health.", "Say when and how they hear of it, and from whom.")
    for span, _ in heard(subject, _ILL):
        yield Found(
            span, "This leaves no room for being ill.", "Say what holds while someone is ill: nothing is owed, or someone steps in."
        )


def _set_aside(sentence: Sentence) -> bool:
    """Whether a test or its result is not owed while something lasts, or stopped beside other things."""
    if isinstance(sentence.form, Pause | PauseAfter) and not sentence.not_applied:
        return bool(events(sentence.form.selector) & HEALTH)
    if not events(wanted(sentence.form)) & HEALTH:
        return False
    lifted = isinstance(getattr(sentence.form, "unless", None), UnlessState)
    return lifted or any(isinstance(one, WhileFilter) for one in sentence.modifiers.excepted)


RULE = Rule("S015", "health-suspended", Severity.WARNING, 90, find, Profile.GENTLE, sure=Sure.LIKELY)

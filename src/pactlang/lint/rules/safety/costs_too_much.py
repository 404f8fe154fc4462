"""What follows a slip, or telling of one, costs what it should not: a home, time with a child, closeness, rest.

## Why

If telling costs something, people stop telling, and the others learn of it late or never. A child did not come late; a
fortnight apart mends nothing between two people; and tired people make the next mistake.

## Before

```pact
use household

event slip

repair
    after each slip, message by the same party to the others within 12 hours
    after each slip, moving-out by the same party within 24 hours
```

```pact
use coparents

promise weeks
    handover by Ana every 2 weeks on Friday

repair
    after 3 breaches of weeks in any 90 days, handovers pause for 14 days
```

```pact
use relationships

promise calls
    at least 2 calls by each party per week

repair
    after each breach of calls, no date-night by the same party for 7 days
```

## After

```pact
use household

event slip

repair
    after each slip, message by the same party to the others within 12 hours
    after each slip, talk by everyone within 3 days
```

## How to fix

Let what follows mend something: a talk, a debrief, the time made good, the bill paid back. Telling in time costs nothing.

## When to allow it

If it keeps people safe, and all of you want it. Say who and why in a reason (`>`).

## Near miss

```pact
use relationships

disclosure tell
    after each encounter, disclosure by the same party to the others within 24 hours

repair
    after each breach of tell, debrief by everyone within 3 days
    after each breach of tell, encounters pause for 7 days
    after each risk-change, test by the same party within 21 days
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactlang.diagnostics import Severity
from pactlang.lint.frames import listed
from pactlang.lint.parts import SLIPS, after_breach, after_trouble, events, limited, occasion, owed, selectors
from pactlang.lint.rule import Found, Rule, Sure
from pactlang.model.agreement import BreachTrigger, Duty, PauseAfter, ProhibitionAfter, RepeatAfter, Response
from pactlang.model.calendar import DAY_SECONDS, Exact

if TYPE_CHECKING:
    from pactlang.lint.subject import Subject
    from pactlang.model.agreement import Form, Sentence
    from pactlang.model.calendar import Duration


_FILE = "costs_too_much"
_A_WEEK = 7  # days; a shorter ban is a breather
_THREE_WEEKS = 21
_OFTEN, _VERY_OFTEN = 14, 28  # times
_MEND = "Could a talk follow, or something that makes it good?"


def find(subject: Subject) -> Iterator[Found]:
    """Duties and bans after a breach, a slip or an admission, by what they cost."""
    for sentence in subject.sentences:
        words = _told(subject, sentence) or _taken(subject, sentence.form) or _without_end(sentence.form)
        if words is not None:
            yield Found(sentence.span, *words)


def _told(subject: Subject, sentence: Sentence) -> tuple[str, str] | None:
    form = sentence.form
    begins = _begins(form)
    duty = owed(form)
    price = duty is not None and bool(events(duty.selector) & listed(_FILE, "price"))
    costs = begins & listed(_FILE, "admitting") and (price or _days(form) >= 1)
    costs = costs or (begins & SLIPS and duty is not None and "moving-out" in events(duty.selector))
    if not costs and _days(form) >= _THREE_WEEKS and _of_telling(subject, form):
        return "Here telling late costs weeks, so people who are late may not tell at all.", "Could it cost less to tell late than never?"
    if not costs:
        return None
    return "Here telling costs something, so people may stop telling.", "Could it cost nothing to say so within the time?"


def _of_telling(subject: Subject, form: Form) -> bool:
    """Whether it follows the breach of a named clause that, for the greater part, asks people to tell of what happened."""
    asked = _broken(subject, form)
    telling = [one for one in asked if isinstance(one, Response) and events(one.duty.selector) & listed(_FILE, "told")]
    return bool(telling) and 2 * len(telling) >= len(asked)


def _broken(subject: Subject, form: Form) -> list[Form]:
    """What the clauses ask for whose breach it follows, if it names them."""
    trigger = getattr(form, "trigger", None)
    named = trigger.clauses if isinstance(trigger, BreachTrigger) else ()
    return [one.form for one in subject.sentences if one.clause in named and not one.repairs]


def _taken(subject: Subject, form: Form) -> tuple[str, str] | None:
    if not after_breach(form) and not _begins(form) & SLIPS:
        return None
    known = subject.agreement.vocabulary.events
    duty = owed(form)
    if duty is not None and "overtime" in events(duty.selector):
        return "Here a slip costs rest.", "Could a talk follow, and the hours stay as they are?"
    selector = limited(form)
    if selector is None or _days(form) < _A_WEEK:
        return None
    taken = events(selector)
    if "handover" in known and taken & listed(_FILE, "children"):
        return "Here a child loses time with a parent because of what a grown-up did.", "Could the child's days stay, and a talk follow?"
    if taken & listed(_FILE, "rest"):
        return "Here a slip costs rest.", "Could a talk follow, and the days off stay as they are?"
    if not isinstance(form, ProhibitionAfter):
        return None  # a pause is for all: people may need it
    broken = frozenset(name for one in _broken(subject, form) for selector in selectors(one) for name in events(selector))
    loud = listed(_FILE, "loud")
    if broken & loud and taken <= loud and ("guest" not in taken or _days(form) < _THREE_WEEKS):
        return None  # it is about the noise itself
    if taken & listed(_FILE, "close") or ("date-night" in known and "meeting" in taken):
        return "Here a slip costs time with people.", _MEND
    if broken and not broken & taken and getattr(form.trigger, "times", None) is None:
        return f"Here one slip costs {_days(form)} days without {selector.plural}, which is about something else.", _MEND
    return None


def _without_end(form: Form) -> tuple[str, str] | None:
    if not isinstance(form, RepeatAfter) or not (after_trouble(form) or _begins(form) & SLIPS):
        return None
    times = _seconds(form.length) // max(_seconds(form.every), 1)
    if times < (_VERY_OFTEN if events(form.duty.selector) & listed(_FILE, "gentle") else _OFTEN):
        return None
    counted = form.trigger.times
    slips = "one slip" if counted is None else f"{counted.count} slips"
    return f"After {slips} this is owed {times} times.", "Could it be a few times, and then a talk on whether it is enough?"


def _begins(form: Form) -> frozenset[str]:
    event = occasion(form) if isinstance(form, Response | ProhibitionAfter | PauseAfter | RepeatAfter) else None
    return frozenset() if event is None else events(event)


def _days(form: Form) -> int:
    """For how many whole days it forbids or pauses something; none where an event ends that."""
    length = form.end if isinstance(form, ProhibitionAfter) else form.length if isinstance(form, PauseAfter) else None
    return 0 if length is None or isinstance(length, Duty) else _seconds(length) // DAY_SECONDS


def _seconds(length: Duration) -> int:
    return length.seconds if isinstance(length, Exact) else (length.months * 30 + length.days) * DAY_SECONDS


RULE = Rule("S020", "costs-too-much", Severity.WARNING, 79, find, sure=Sure.LIKELY)

"""What a sentence speaks of: what it limits, what it asks for, after or before what, and which events these are.

Each question goes through all forms by name, so that the type checker asks it of every new form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from pactlang.model.agreement import (
    BreachTrigger,
    ByFilter,
    Cap,
    EventTrigger,
    Gap,
    Interval,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    UnlessEvent,
)

if TYPE_CHECKING:
    from pactlang.model.agreement import Duty, Filter, Form, Selector, Unless, Who


def limited(form: Form) -> Selector | None:
    """The events that a sentence limits, forbids or stops."""
    match form:
        case Cap() | Gap() | Prohibition() | Pause() | PauseAfter():
            return form.selector
        case Quota() | Response() | Precedence() | Interval() | Schedule() | RepeatAfter():
            return None
        case _:
            assert_never(form)


def owed(form: Form) -> Duty | None:
    """What a sentence asks for; a quota asks for events, too, but has no `Duty`."""
    match form:
        case Response() | Precedence() | Interval() | Schedule() | RepeatAfter():
            return form.duty
        case Cap() | Quota() | Gap() | Prohibition() | Pause() | PauseAfter():
            return None
        case _:
            assert_never(form)


def wanted(form: Form) -> Selector | None:
    """The events that a sentence wants to happen."""
    duty = owed(form)
    return duty.selector if duty is not None else form.selector if isinstance(form, Quota) else None


def occasion(form: Form) -> Selector | None:
    """The events after or before which something is asked for."""
    match form:
        case Response() | Precedence() | PauseAfter() | RepeatAfter():
            return form.trigger.selector if isinstance(form.trigger, EventTrigger) else None
        case Cap() | Quota() | Gap() | Interval() | Schedule() | Prohibition() | Pause():
            return None
        case _:
            assert_never(form)


def after_breach(form: Form) -> bool:
    """Whether a sentence says what follows a breach."""
    match form:
        case Response() | PauseAfter() | RepeatAfter():
            return isinstance(form.trigger, BreachTrigger)
        case Cap() | Quota() | Gap() | Precedence() | Interval() | Schedule() | Prohibition() | Pause():
            return False
        case _:
            assert_never(form)


def stands_alone(form: Form) -> bool:
    """Whether a sentence asks for something whether anything happens or not."""
    match form:
        case Quota() | Interval() | Schedule():
            return True
        case Cap() | Gap() | Response() | Precedence() | Prohibition() | Pause() | PauseAfter() | RepeatAfter():
            return False
        case _:
            assert_never(form)


def lifting(form: Form) -> Unless | None:
    """What lifts a sentence (`unless …`), if it says so."""
    match form:
        case Cap() | Gap() | Response() | Precedence() | Prohibition():
            return form.unless
        case Quota() | Interval() | Schedule() | Pause() | PauseAfter() | RepeatAfter():
            return None
        case _:
            assert_never(form)


def excuse(form: Form) -> UnlessEvent | None:
    """The event that lifts a sentence (`unless consent by Ben …`)."""
    found = lifting(form)
    return found if isinstance(found, UnlessEvent) else None


def selectors(form: Form) -> Iterator[Selector]:
    """Every selector of a sentence."""
    lifted = excuse(form)
    for one in (limited(form), wanted(form), occasion(form), lifted.duty.selector if lifted else None):
        if one is not None:
            yield one


def events(selector: Selector | None) -> frozenset[str]:
    """The event types that a selector may mean; terms are followed."""
    return frozenset(one.event for one in selector.alternatives) if selector is not None else frozenset()


def filters(selector: Selector | None) -> tuple[Filter, ...]:
    """All filters of a selector, including those that its terms bring along."""
    if selector is None:
        return ()
    return (*selector.filters, *(one for alternative in selector.alternatives for one in alternative.filters))


def doer(selector: Selector | None) -> Who | None:
    """Whose events a selector means, if it says so."""
    return next((one.who for one in filters(selector) if isinstance(one, ByFilter)), None)

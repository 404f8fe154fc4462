"""What a sentence speaks of: what it limits, what it asks for, after or before what, and which events these are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

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
    Selector,
    UnlessEvent,
)
from pactlang.resolve.red_flags import Flag, flags

if TYPE_CHECKING:
    from pactlang.model.agreement import Duty, Filter, Form, Sentence, Who


def limited(form: Form) -> Selector | None:
    """The events that a sentence limits, forbids or stops."""
    return form.selector if isinstance(form, Cap | Gap | Prohibition | Pause | PauseAfter) else None


def owed(form: Form) -> Duty | None:
    """What a sentence asks for; a quota asks for events too, and is no `Duty`."""
    return form.duty if isinstance(form, Response | Precedence | Interval | Schedule | RepeatAfter) else None


def occasion(form: Form) -> Selector | None:
    """The events after or before which something is asked for."""
    if isinstance(form, Response | Precedence | PauseAfter | RepeatAfter) and isinstance(form.trigger, EventTrigger):
        return form.trigger.selector
    return None


def after_breach(form: Form) -> bool:
    """Whether a sentence says what follows a breach."""
    return isinstance(form, Response | PauseAfter | RepeatAfter) and isinstance(form.trigger, BreachTrigger)


def wanted(form: Form) -> Selector | None:
    """The events that a sentence wants to happen."""
    duty = owed(form)
    return duty.selector if duty is not None else form.selector if isinstance(form, Quota) else None


def excuse(form: Form) -> UnlessEvent | None:
    """The event that lifts a sentence (`unless consent by Ben …`)."""
    found = getattr(form, "unless", None)
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
    """All filters of a selector, those that its terms bring along too."""
    if selector is None:
        return ()
    return (*selector.filters, *(one for alternative in selector.alternatives for one in alternative.filters))


def doer(selector: Selector | None) -> Who | None:
    """Whose events a selector means, where it says so."""
    return next((one.who for one in filters(selector) if isinstance(one, ByFilter)), None)


def refused(sentences: Iterable[Sentence], *wanted_flags: Flag, also: Callable[[Sentence], bool] = lambda _: False) -> Iterator[Sentence]:
    """The sentences that the checker never applies, for one of these reasons; `also` says which others belong to them."""
    for sentence in sentences:
        never = bool(sentence.not_applied) and bool(flags(sentence.form, sentence.modifiers).intersection(wanted_flags))
        if never or also(sentence):
            yield sentence

"""What a sentence speaks of: what it limits, what it asks for, after or before what, and which events these are.

Each question goes through all forms by name, so that the type checker asks it of every new form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from pactlang.model.agreement import (
    AtFilter,
    Between,
    BreachTrigger,
    ByFilter,
    Cap,
    Comparison,
    EventTrigger,
    FieldFilter,
    Gap,
    Interval,
    NotFilter,
    Pause,
    PauseAfter,
    People,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    TaggedFilter,
    UnlessEvent,
    WhoWord,
    WithFilter,
)
from pactlang.model.once import once_each

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Duty, Filter, Form, Selector, Trigger, Unless, Who

_MANY = (tuple, frozenset)
_COMPARING = (AtFilter, FieldFilter, TaggedFilter, WithFilter)  # words or people


def limited(form: Form) -> Selector | None:
    """The events that a sentence limits, forbids or stops."""
    match form:
        case Cap() | Gap() | Prohibition() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter():
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
        case Cap() | Quota() | Gap() | Prohibition() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter():
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
        case Response() | Precedence() | ProhibitionAfter() | PauseAfter() | RepeatAfter():
            return form.trigger.selector if isinstance(form.trigger, EventTrigger) else None
        case ProhibitionBefore():
            return form.later
        case Cap() | Quota() | Gap() | Interval() | Schedule() | Prohibition() | Pause():
            return None
        case _:
            assert_never(form)


def renewal(form: Form) -> Selector | None:
    """The events with each of which a cap starts again (`between settlements`)."""
    return form.window.selector if isinstance(form, Cap) and isinstance(form.window, Between) else None


def counted_up(form: Form) -> frozenset[str]:
    """The event types that a sentence counts up (`after 3 conflicts in any 30 days, …`)."""
    trigger = getattr(form, "trigger", None)
    return events(trigger.selector) if isinstance(trigger, EventTrigger) and trigger.times is not None else frozenset()


def counted_apart(trigger: Trigger) -> bool:
    """Whether the breaches of each party are counted up apart (`after 2 breaches of monthly by each party in any 40 days, …`)."""
    return isinstance(trigger, BreachTrigger) and trigger.by is not None


def tells_parties_apart(trigger: Trigger) -> bool:
    """Whether a trigger holds for each party on their own (R10): then `each party` behind it is that one."""
    return counted_apart(trigger) or (isinstance(trigger, EventTrigger) and ByFilter(WhoWord.EACH_PARTY) in filters(trigger.selector))


def after_breach(form: Form) -> bool:
    """Whether a sentence says what follows a breach."""
    match form:
        case Response() | ProhibitionAfter() | PauseAfter() | RepeatAfter():
            return isinstance(form.trigger, BreachTrigger)
        case Cap() | Quota() | Gap() | Precedence() | Interval() | Schedule() | Prohibition() | ProhibitionBefore() | Pause():
            return False
        case _:
            assert_never(form)


def stands_alone(form: Form) -> bool:
    """Whether a sentence asks for something whether anything happens or not."""
    match form:
        case Quota() | Interval() | Schedule():
            return True
        case (
            Cap()
            | Gap()
            | Response()
            | Precedence()
            | Prohibition()
            | ProhibitionAfter()
            | ProhibitionBefore()
            | Pause()
            | PauseAfter()
            | RepeatAfter()
        ):
            return False
        case _:
            assert_never(form)


def lifting(form: Form) -> Unless | None:
    """What lifts a sentence (`unless …`), if it says so."""
    match form:
        case Cap() | Gap() | Response() | Precedence() | Prohibition():
            return form.unless
        case Quota() | Interval() | Schedule() | ProhibitionAfter() | ProhibitionBefore() | Pause() | PauseAfter() | RepeatAfter():
            return None
        case _:
            assert_never(form)


def excuse(form: Form) -> UnlessEvent | None:
    """The event that lifts a sentence (`unless consent by Ben …`)."""
    found = lifting(form)
    return found if isinstance(found, UnlessEvent) else None


def awaited(form: Form) -> Duty | None:
    """What ends a sentence's hold (`no … until consent by Ben`), if it says so; nobody owes it."""
    return form.waits_for if isinstance(form, ProhibitionAfter) else None


def sought(form: Form) -> frozenset[str]:
    """The event types that a sentence wants, or makes something wait for: as an excuse (`unless`), or as an end (`until`)."""
    excused, until = excuse(form), awaited(form)
    waits = excused.duty if excused is not None else until
    return events(wanted(form)) | (events(waits.selector) if waits is not None else frozenset())


def selectors(form: Form) -> Iterator[Selector]:
    """Every selector of a sentence."""
    lifted, until = excuse(form), awaited(form)
    freeing = lifted.duty.selector if lifted else until.selector if until else None
    for one in (limited(form), wanted(form), occasion(form), renewal(form), freeing):
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


def positive(part: object) -> object:
    """A filter or a condition, without the `not` before it."""
    return part.part if isinstance(part, NotFilter) else part


def doer(selector: Selector | None) -> Who | None:
    """Whose events a selector means, if it says so."""
    return next((one.who for one in filters(selector) if isinstance(one, ByFilter)), None)


def parts(thing: object) -> Iterator[object]:
    """Everything that a part of the model is made of, itself first."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, Struct):
            waiting += [getattr(one, name) for name in reversed(one.__struct_fields__) if name != "span"]
        elif isinstance(one, _MANY):
            waiting += reversed(tuple(one))


def words_of(part: Filter) -> Iterator[tuple[str, str]]:
    """The free words that a filter compares, each with what it is: a `place`, a `tag`, or the field whose value it is."""
    match part:
        case AtFilter(places):
            yield from (("place", place) for place in places)
        case TaggedFilter(tags):
            yield from (("tag", tag) for tag in tags)
        case FieldFilter(field, comparison, str() as value) if comparison is not Comparison.WITHOUT:
            yield f"field {field}", value
        case NotFilter(contrary):
            yield from words_of(contrary)
        case _:
            pass


@once_each
def _compared(agreement: Agreement) -> tuple[Filter, ...]:
    """The filters of all its sentences and states that compare words or people."""
    every = parts((agreement.states, *(clause.sentences for clause in agreement.clauses)))
    return tuple(one for one in every if isinstance(one, _COMPARING))


def named_people(agreement: Agreement) -> Iterator[str]:
    """The people that its sentences name after `with`, declared or not, each as often as they are named."""
    for part in _compared(agreement):
        if isinstance(part, WithFilter) and isinstance(part.person, People):
            yield from part.person.names


def named_words(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """The same of all that an agreement says; the activities of its matrices are tags."""
    for part in _compared(agreement):
        if not isinstance(part, WithFilter):
            yield from words_of(part)
    for matrix in agreement.matrices:
        yield from (("tag", row.activity) for row in matrix.rows)

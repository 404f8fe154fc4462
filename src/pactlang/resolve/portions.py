"""`settlement of half its amount`: of what it is a part, in which currency, and where that can be read in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model import agreement as model
from pactlang.model.parts import filters
from pactlang.resolve.scope import place_of

if TYPE_CHECKING:
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span


def portion(form: model.Response, span: Span, scope: Scope) -> model.Response:
    """The sentence with its currency: that of all events which it names."""
    trigger = form.trigger
    if not isinstance(trigger, model.EventTrigger) or trigger.times is not None:
        what = "Several" if trigger.times is not None else "A breach"
        message = f"{what} {'have' if trigger.times is not None else 'has'} no amount of which this could be a part."
        scope.fault("E023", message, place_of("its amount", span, last=True), "'after each' and an event with an amount, such as a bill")
        return form
    _who(form, trigger, span, scope)
    units: dict[str, str] = {}
    for selector in (trigger.selector, form.duty.selector):
        for one in selector.alternatives:
            event = scope.events.get(one.event)
            if event is not None and event.unit:
                units[one.event] = event.unit
            elif event is not None:
                place, expected = (
                    place_of(selector.noun, span, last=selector is form.duty.selector),
                    f"'amount in EUR' under 'event {one.event}'",
                )
                scope.fault("E023", f"{one.event} has no amount.", place, expected)
    if len(set(units.values())) > 1:
        message = f"{' and '.join(f'{event} is counted in {unit}' for event, unit in sorted(units.items()))}."
        scope.fault("E023", message, place_of("its amount", span, last=True), "events in one currency")
    return replace(form, currency=next(iter(units.values()), ""))


def _who(form: model.Response, trigger: model.EventTrigger, span: Span, scope: Scope) -> None:
    """What each owes, and to whom, is one sum."""
    by, to = form.duty.by, form.duty.to
    if isinstance(by, model.SomeOf):
        message = f"'by {by.words}' can be read in two ways: so much by each of them, or by all of them together."
        scope.fault("E023", message, place_of(f"by {by.words}", span, last=True), "'by' and names, or 'by each party'")
    several = isinstance(to, model.Parties) and to.every and len(to.names) > 1
    others = to is model.WhoWord.THE_OTHERS and len(scope.parties) > 2
    if several or others or to is model.WhoWord.EVERYONE:
        message = "Several people who get it can be read in two ways: so much to each of them, or to all of them together."
        scope.fault("E023", message, span, "one name after 'to', or none (to whom does not matter)")
    if model.WithFilter(model.PersonWord.EACH_PERSON) in filters(trigger.selector):
        message = "The amount is that of the whole entry, and not told apart by person."
        scope.fault("E023", message, place_of("with each person", span), "'with' and a name, or nothing")

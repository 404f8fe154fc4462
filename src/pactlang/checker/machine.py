"""What every sentence's machine looks like to the engine, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from pactlang.checker.event import Event
from pactlang.checker.filters import Matcher
from pactlang.model.agreement import Unit

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Measure, Modifiers, Selector

Handler = Callable[[Event], None]


class Machine(Protocol):
    """One sentence at work: which event types it hears, in three rounds.

    The engine reads events in order of their start. An event is handed to `noticed` as soon as it may have started, to `judged` when
    all are noticed that may have started by then, and to `answered` when all those are judged. So whatever serves a sentence at the
    very instant of its trigger is known, whatever the log order.
    """

    noticed: Mapping[str, Handler]
    judged: Mapping[str, Handler]
    answered: Mapping[str, Handler]

    def finish(self) -> None:
        """Say what is still open at *as of*."""


NOTHING: Mapping[str, Handler] = MappingProxyType({})


def limited(selector: Selector, modifiers: Modifiers, context: Context) -> Matcher:
    """The matcher for the events that a sentence limits or that trigger it, with its `only` and `except` lines."""
    return Matcher(selector, context, modifiers.only, modifiers.excepted)


def unit_of(measure: Measure, selector: Selector) -> str:
    """What the numbers of a finding are in: `seconds`, `days`, `nights`, `percent`, a currency, or the noun of what is counted."""
    if measure.unit in (Unit.HOURS, Unit.SHARE):
        return "seconds" if measure.unit is Unit.HOURS else "percent"
    return selector.noun if measure.unit is Unit.COUNT else measure.currency or measure.unit.value


def blamed(party: str | None, event: Event, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a finding about an event speaks of: the party told apart, else who had part in it, else everyone."""
    if party is not None:
        return (party,)
    return event.by or parties

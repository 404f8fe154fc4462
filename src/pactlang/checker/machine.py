"""What every sentence's machine looks like to the engine, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from pactlang.checker.event import NO, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.unless import UnlessTest
from pactlang.model.agreement import Unit

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import EventTrigger, Measure, Modifiers, Selector, Sentence, Unless

Handler = Callable[[Event], None]
Key = tuple[str | None, str | None]  # the party and the person told apart, if any

NOTHING: Mapping[str, Handler] = MappingProxyType({})


class Machine:
    """One sentence at work: which event types it hears, in three rounds.

    The engine reads events in order of their start. An event is handed to `noticed` as soon as it may have started, to `judged` when
    all are noticed that may have started by then, and to `answered` when all those are judged. So whatever serves a sentence at the
    very instant of its trigger is known, whatever the log order.
    """

    noticed: Mapping[str, Handler] = NOTHING
    judged: Mapping[str, Handler] = NOTHING
    answered: Mapping[str, Handler] = NOTHING

    def finish(self) -> None:
        """Say what is still open at *as of*; of most sentences, nothing is."""


class Limit(Machine):
    """A sentence about certain events, each of which something may excuse (`unless`)."""

    def __init__(self, selector: Selector, sentence: Sentence, unless: Unless | None, context: Context) -> None:
        self._context = context
        self._matcher = limited(selector, sentence.modifiers, context)
        self._unless = UnlessTest(unless, context) if unless is not None else None
        if self._unless is not None:
            self.noticed = self._unless.noticed

    def _meant(self, event: Event) -> list[tuple[Key, int]]:
        """For everyone told apart: whether an event is meant and not excused. Whoever it surely is not about is left out."""
        matcher, unless = self._matcher, self._unless
        matched = matcher(event)
        found: list[tuple[Key, int]] = []
        for key in matcher.keys(event, self._context.parties) if matched != NO else ():
            certainty = matcher.alone(key[0], event, matched)
            if unless is not None:
                certainty = unless.left(matcher, event, key[0], certainty)
            if certainty != NO:
                found.append((key, certainty))
        return found


class Triggered(Limit):
    """A sentence that asks something at each trigger, or at the first of all."""

    def __init__(
        self, trigger: EventTrigger, sentence: Sentence, unless: Unless | None, context: Context, *, each_owes: bool = False
    ) -> None:
        super().__init__(trigger.selector, sentence, unless, context)
        self._each_owes = each_owes
        self._seen: set[Key] = set()
        # Which one is the first, `only` and `except` do not change.
        self._any = Matcher(trigger.selector, context) if trigger.first else None

    def asked_at(self, event: Event, *, in_force: bool) -> list[tuple[str | None, str | None, int]]:
        """For everyone told apart: whether an event asks something, if it is in force."""
        matcher, unless = self._matcher, self._unless
        matched = matcher(event)
        of_any = NO if self._any is None else self._any(event)
        found: list[tuple[str | None, str | None, int]] = []
        if matched == of_any == NO:
            return found
        for party, person in matcher.keys(event, self._context.parties, each_owes=self._each_owes):
            if self._any is not None:
                if (party, person) in self._seen or self._any.alone(party, event, of_any) == NO:
                    continue
                self._seen.add((party, person))
            if in_force and matched != NO:
                certainty = matcher.alone(party, event, matched)
                if unless is not None:
                    certainty = unless.left(matcher, event, party, certainty)
                if certainty != NO:
                    found.append((party, person, certainty))
        return found


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

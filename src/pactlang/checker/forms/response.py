"""`after each encounter, disclosure by Ana to Ben within 24 hours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.form import FormName
from pactlang.checker.forms.answers import Answers, Occasion
from pactlang.checker.machine import NOTHING, limited
from pactlang.checker.unless import UnlessTest
from pactlang.model.agreement import EventTrigger, WhoWord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.machine import Handler
    from pactlang.model.agreement import Response, Sentence


class ResponseMachine:
    """Each trigger in force waits for its answer; a deadline that passes without one breaks it."""

    def __init__(self, sentence: Sentence, form: Response, context: Context) -> None:
        assert isinstance(form.trigger, EventTrigger)  # noqa: S101 - breaches are followed up elsewhere
        self._context = context
        self._first = form.trigger.first
        self._seen: set[tuple[str | None, str | None]] = set()
        # Which one is the first, `only` and `except` do not change.
        self._any = Matcher(form.trigger.selector, context) if form.trigger.first else None
        self._matcher = limited(form.trigger.selector, sentence.modifiers, context)
        self._each_owes = form.duty.by is WhoWord.EACH_PARTY
        self._unless = UnlessTest(form.unless, context) if form.unless is not None else None
        self._answers = Answers(sentence, form, Reporter(context, sentence, FormName.RESPONSE), context)
        self.noticed: Mapping[str, Handler] = self._unless.noticed if self._unless else NOTHING
        self.judged: Mapping[str, Handler] = dict.fromkeys(self._matcher.tests, self._trigger)
        self.answered: Mapping[str, Handler] = dict.fromkeys(self._answers.matcher.tests, self._answers.answer)

    def _trigger(self, event: Event) -> None:
        matched = self._matcher(event)
        if matched == NO and (self._any is None or self._any(event) == NO):
            return
        in_force = event.version == self._context.version.index
        for party, person in self._matcher.keys(event, self._context.parties, each_owes=self._each_owes):
            if self._first:
                if (party, person) in self._seen or (self._any is not None and self._any.alone(party, event, self._any(event)) == NO):
                    continue
                self._seen.add((party, person))
            if matched == NO:
                continue
            if not in_force:
                continue
            certainty = self._matcher.alone(party, event, matched)
            certainty = self._unless.left(self._matcher, event, party, certainty) if self._unless is not None else certainty
            if certainty != NO:
                actors = (party,) if party is not None else event.by
                people = (person,) if person is not None else event.entry.with_
                self._answers.expect(Occasion.of(event, actors, people, certainty))

    def finish(self) -> None:
        """Say what is still open."""
        self._answers.finish()

"""`after each encounter, disclosure by Ana to Ben within 24 hours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.form import FormName
from pactlang.checker.forms.answers import Answers, Occasion
from pactlang.checker.machine import Triggered
from pactlang.model.agreement import EventTrigger, WhoWord

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.checker.event import Event
    from pactlang.model.agreement import Response, Sentence


class ResponseMachine(Triggered):
    """Each trigger in force waits for its answer; a deadline that passes without one breaks it."""

    def __init__(self, sentence: Sentence, form: Response, context: Context) -> None:
        assert isinstance(form.trigger, EventTrigger)  # noqa: S101 - breaches are followed up elsewhere
        super().__init__(form.trigger, sentence, form.unless, context, each_owes=form.duty.by is WhoWord.EACH_PARTY)
        answers = Answers
        if form.portion is not None:
            from pactlang.checker.forms.portion import Portions  # few sentences ask for one

            answers = Portions
        self._answers = answers(sentence, form, Reporter(context, sentence, FormName.RESPONSE), context)
        self.judged = dict.fromkeys(self._matcher.tests, self._trigger)
        self.answered = dict.fromkeys(self._answers.matcher.tests, self._answers.answer)

    def _trigger(self, event: Event) -> None:
        for party, person, certainty in self.asked_at(event, in_force=event.version == self._context.version.index):
            actors = (party,) if party is not None else event.by
            people = (person,) if person is not None else event.entry.with_
            self._answers.expect(Occasion.of(event, actors, people, certainty))

    def finish(self) -> None:
        """Say what is still open."""
        self._answers.finish()

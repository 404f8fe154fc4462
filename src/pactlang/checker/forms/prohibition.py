"""`no encounter at home unless consent by Ben within the last 7 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import Limit, blamed
from pactlang.model.agreement import UnlessEvent

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Prohibition, Sentence


class ProhibitionMachine(Limit):
    """A matching event in force breaks it, unless something excuses the event."""

    def __init__(self, sentence: Sentence, form: Prohibition, context: Context) -> None:
        super().__init__(form.selector, sentence, form.unless, context)
        self._report = Reporter(context, sentence, FormName.PROHIBITION)
        self._excused_by_entry = isinstance(form.unless, UnlessEvent)
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def _judge(self, event: Event) -> None:
        if event.version != self._context.version.index:
            return
        matched = self._matcher(event)
        if matched == NO:
            return
        for party, _ in self._matcher.keys(event, self._context.parties):
            meant = self._matcher.alone(party, event, matched)
            broken = self._unless.left(self._matcher, event, party, meant) if self._unless is not None else meant
            if broken == NO:
                if meant == YES:
                    self._add(Status.KEPT, event, party)
            elif broken == MAYBE or (self._excused_by_entry and event.hi >= self._context.facts.complete_end):
                self._add(Status.UNKNOWN, event, party)
            else:
                self._add(Status.BREACH, event, party)

    def _add(self, status: Status, event: Event, party: str | None) -> None:
        self._report.add(
            status,
            event.day,
            event.lo,
            subject=event.entry,
            who=blamed(party, event, self._context.parties),
            with_=event.entry.with_,
            entries=(event.entry,),
        )

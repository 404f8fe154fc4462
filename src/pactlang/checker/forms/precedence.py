"""`before each encounter, notice by Ana to Ben at least 48 hours ahead`, `… test by Ana within the last 90 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.deadline import up_to_clock
from pactlang.checker.event import MAYBE, NO, YES, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Lack, Status
from pactlang.checker.form import FormName
from pactlang.checker.forms.ahead import GivenAhead
from pactlang.checker.machine import Triggered, blamed
from pactlang.checker.unless import GivenBefore
from pactlang.checker.who import Owed
from pactlang.log.bound import start_of
from pactlang.model.agreement import ByClock, WhoWord, WithinLast
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Short
    from pactlang.checker.machine import Handler, Key
    from pactlang.model.agreement import Precedence, Sentence
    from pactlang.model.calendar import Duration


class PrecedenceMachine(Triggered):
    """A trigger in force that comes without what must come before it breaks it."""

    def __init__(self, sentence: Sentence, form: Precedence, context: Context) -> None:
        super().__init__(form.trigger, sentence, form.unless, context, each_owes=form.duty.by is WhoWord.EACH_PARTY)
        self._form = form
        self._report = Reporter(context, sentence, FormName.PRECEDENCE)
        self._owed = Owed(form.duty, context.parties)
        self._of_whoever_acts = form.duty.by in (WhoWord.SAME_PARTY, WhoWord.THE_OTHERS)
        self._tells_apart = self._matcher.each_party or self._matcher.each_person or self._each_owes
        # For everyone told apart, what is used up is counted apart: a joint notice serves each of those who gave it.
        self._given: dict[Key, GivenBefore | GivenAhead] = {}
        self._noted: list[Event] = []
        self.noticed = joined(self.noticed, dict.fromkeys(Matcher(form.duty.selector, context).tests, self._note))
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def _note(self, event: Event) -> None:
        if not self._tells_apart or isinstance(self._form.lead, WithinLast):
            self._given_for((None, None)).note(event)
            return
        self._noted.append(event)
        for given in self._given.values():
            given.note(event)

    def _given_for(self, key: Key) -> GivenBefore | GivenAhead:
        lead = self._form.lead
        if isinstance(lead, WithinLast) or not self._tells_apart:
            key = (None, None)  # what may serve many need not be told apart
        known = self._given.get(key)
        if known is None:
            duty = self._form.duty
            known = GivenBefore(duty, lead.length, self._context) if isinstance(lead, WithinLast) else GivenAhead(duty, lead, self._context)
            self._given[key] = known
            for event in self._noted:
                known.note(event)
        return known

    def _judge(self, event: Event) -> None:
        index = self._context.version.index
        for party, person, certainty in self.asked_at(event, in_force=0 <= event.version <= index):
            actors = (party,) if party is not None else event.by
            if not self._owed.needs(actors, event.entry) and not self._owed.hangs_on_who(actors, event.entry):
                continue  # nobody has to reach themselves
            people = (person,) if person is not None else event.entry.with_
            giving = self._given_for((party, person))
            if isinstance(giving, GivenAhead):
                given, nearest = giving.verdict(event, actors, people, certainty)
            else:
                given, nearest = giving.verdict(event, actors, people)
            if event.version == index:
                short = giving.short(event, actors, people, lambda one: self._ahead(event, one)) if given == NO else None
                self._add(event, (party, person), certainty, given, nearest, short)

    def _ahead(self, event: Event, given: Event) -> int | None:
        """How long before an event another came, in seconds (where both say when) or in days."""
        if not self._lead(event)[1]:
            return event.day - given.day
        return max(0, event.lo - given.lo) if event.timed and given.timed else None

    def _add(self, event: Event, key: Key, certainty: int, given: int, nearest: Event | None, short: Short | None) -> None:
        party, person = key
        if given == YES:
            status = Status.KEPT
            if certainty != YES or self._report.only_counted(event.day):
                return
        elif given == MAYBE or certainty != YES or self._may_be_unlogged(event):
            status = Status.UNKNOWN
        else:
            status = Status.BREACH
        lead, exact = self._lead(event)
        measured = self._ahead(event, nearest) if nearest is not None else None
        evidence = [] if nearest is None else [nearest.entry]
        if short is not None:
            measured = short.ahead if short.lack in (Lack.LATE, Lack.OLD) else None
            told = (*short.served, short.nearest, short.used_by)
            evidence = sorted({id(one): one for one in told if one is not None}.values(), key=lambda one: start_of(one, event.zone))
        self._report.add(
            status,
            event.day,
            event.lo,
            apart=None if self._of_whoever_acts else key,
            subject=event.entry,
            who=blamed(party, event, self._context.parties),
            with_=(person,) if person is not None else event.entry.with_,
            measured=measured,
            limit=lead,
            unit="seconds" if exact else "days",
            entries=(*evidence, event.entry),
            short=short,
        )

    def _lead(self, event: Event) -> tuple[int | None, bool]:
        """How much time is asked for, and whether it is counted exactly."""
        lead = self._form.lead
        length: Duration | ByClock | None = lead.length if isinstance(lead, WithinLast) else lead.at_least
        if isinstance(length, ByClock):
            return None, True  # how long that is before an event hangs on when it starts
        if length is None:
            return None, isinstance(lead, WithinLast) or not isinstance(lead.at_most, Days)
        if isinstance(length, Exact):
            return length.seconds, True
        return event.day - add_days(event.day, length, -1), False

    def _may_be_unlogged(self, event: Event) -> bool:
        """Whether what is missing could have happened after the log stopped being complete."""
        lead = self._form.lead
        latest = event.hi
        if not isinstance(lead, WithinLast) and lead.at_least is not None:
            if isinstance(lead.at_least, Days):
                latest = self._context.zone.midnight(add_days(event.day, lead.at_least, -1) + 1) - 1
            elif isinstance(lead.at_least, ByClock):
                latest = min(up_to_clock(lead.at_least, event.day, event.zone), event.hi)
            else:
                latest = event.hi - lead.at_least.seconds
        return latest >= self._context.facts.complete_end


def joined(left: Mapping[str, Handler], right: Mapping[str, Handler]) -> dict[str, Handler]:
    """Both sets of handlers in one; where they hear the same type, the left one goes first."""
    together = dict(left)
    for event_type, handler in right.items():
        earlier = together.get(event_type)
        together[event_type] = handler if earlier is None else _in_turn(earlier, handler)
    return together


def _in_turn(first: Handler, second: Handler) -> Handler:
    def handler(event: Event) -> None:
        first(event)
        second(event)

    return handler

"""`test by each party every 90 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.check.active import active_spans
from pactlang.check.context import Reporter
from pactlang.check.event import NO, Event
from pactlang.check.filters import Matcher
from pactlang.check.finding import FormName
from pactlang.check.forms.stretches import Teller, Track
from pactlang.check.machine import NOTHING
from pactlang.model.agreement import Parties, WhoWord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pactlang.check.context import Context
    from pactlang.check.machine import Handler
    from pactlang.model.agreement import Duty, Interval, Sentence


class IntervalMachine:
    """A stretch longer than allowed passes without an event: one finding for each stretch; each person who owes has their own."""

    def __init__(self, sentence: Sentence, form: Interval, context: Context) -> None:
        self._context = context
        report = Reporter(context, sentence, FormName.INTERVAL)
        self._matcher = Matcher(form.duty.selector, context)
        self._alike, people = told_apart(form.duty, context.parties)
        self._to = form.duty.to
        spans = active_spans(sentence.modifiers, context)
        grace = sentence.modifiers.grace
        self._teller = Teller(form.every, report, context.parties, apart=form.duty.by is WhoWord.EACH_PARTY)
        self._tracks = {
            person: Track(
                form.every, grace, (person,) if person is not None else self._alike or context.parties, spans, self._teller, context
            )
            for person in people
        }
        self.noticed: Mapping[str, Handler] = NOTHING
        self.judged: Mapping[str, Handler] = dict.fromkeys(self._matcher.tests, self._judge)
        self.answered: Mapping[str, Handler] = NOTHING

    def _judge(self, event: Event) -> None:
        matched = self._matcher(event)
        if matched == NO or not reaches(event, self._to, self._context.parties):
            return
        in_force = event.version == self._context.version.index
        for track in self._tracks.values():
            track.start(event.lo)
        for person, track in self._tracks.items():
            if concerns(event, person, self._alike):
                track.add(event, matched, in_force)

    def finish(self) -> None:
        """Judge what is open."""
        for track in self._tracks.values():
            track.finish()
        self._teller.settle()


def told_apart(duty: Duty, parties: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Of whom it is asked: those any of whom may do it, and the people who are asked on their own (None: all together)."""
    match duty.by:
        case Parties(names, True):
            return (), names
        case Parties(names, False):
            return names, (None,)
        case WhoWord.EACH_PARTY | WhoWord.EVERYONE:
            return (), parties
        case _:
            return (), (None,)


def concerns(event: Event, person: str | None, alike: tuple[str, ...]) -> bool:
    """Whether an event counts for a person, or, where none is told apart, for those any of whom may do it (nobody named: all)."""
    if person is not None:
        return person in event.by
    return not alike or not set(alike).isdisjoint(event.by)


def reaches(event: Event, to: object, parties: tuple[str, ...]) -> bool:
    """Whether an event is addressed to whom the duty says; `the others` are all parties but its author."""
    match to:
        case None | WhoWord.ANYONE:
            return True
        case Parties(names, every):
            found = [name in event.entry.to for name in names]
            return all(found) if every else any(found)
        case _:
            return all(party in event.entry.to for party in parties if party not in event.by)

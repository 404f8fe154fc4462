"""`test by each party every 90 days`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.active import active_spans, begins
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.form import FormName
from pactlang.checker.forms.stretches import Teller, Track
from pactlang.checker.machine import Machine
from pactlang.checker.who import Owed, covers
from pactlang.model.agreement import Parties, WhoWord
from pactlang.model.meaning import part_meaning

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.checker.who import Names, Needs
    from pactlang.model.agreement import Duty, Interval, Sentence


class IntervalMachine(Machine):
    """A stretch longer than allowed passes without an event: one finding for each stretch; each person who owes has their own."""

    def __init__(self, sentence: Sentence, form: Interval, context: Context) -> None:
        self._context = context
        self.duty = form.duty
        self.wish = sentence.modifiers.wish
        report = Reporter(context, sentence, FormName.INTERVAL)
        self._matcher = Matcher(form.duty.selector, context, owed=True)
        spans = active_spans(sentence.modifiers, context)
        grace = sentence.modifiers.grace
        self.teller = Teller(form.every, report, context.parties, apart=form.duty.by is WhoWord.EACH_PARTY)
        first = begins(sentence.modifiers, context)
        self.tracks = [
            (asked, Track(form.every, grace, asked.who, spans, self.teller, context, begins=first))
            for asked in all_asked(form.duty, context.parties)
        ]
        self.judged = dict.fromkeys(self._matcher.tests, self._judge)

    def take_over(self, earlier: object) -> None:
        """Go on from the version before, where it asked the same of the same people: its last stretch stays the same one."""
        if not isinstance(earlier, IntervalMachine) or part_meaning(earlier.duty) != part_meaning(self.duty):
            return
        if earlier.wish != self.wish:
            return  # a wish and a promise are two sentences
        self.teller.go_on(earlier.teller)
        mine = {asked.who: track for asked, track in self.tracks}
        for asked, track in earlier.tracks:
            if asked.who in mine:
                track.hand_over(mine[asked.who])

    def _judge(self, event: Event) -> None:
        matched = self._matcher(event)
        if matched == NO:
            return
        in_force = event.version == self._context.version.index
        for _, track in self.tracks:
            track.start(event.lo)
        for asked, track in self.tracks:
            if asked.kept_by(event):
                track.add(event, matched, in_force)

    def finish(self) -> None:
        """Judge what is open."""
        for _, track in self.tracks:
            track.finish()
        self.teller.settle()


class Asked(Struct, frozen=True):
    """Of whom it is asked on their own (or of any of whom), and which of the people of `needs` may keep it."""

    who: tuple[str, ...]
    people: Names
    needs: Needs

    def kept_by(self, event: Event) -> bool:
        """Whether an event is by and to the right people."""
        by, to = event.done_for, event.entry.to
        acting = self.people if len(self.people) == 1 else tuple(person for person in by if person in self.needs.owing)
        return any(all(covers((person, addressee), by, to) for addressee in tos) for person in acting for tos in self.needs.options(person))


def all_asked(duty: Duty, parties: tuple[str, ...], actors: tuple[str, ...] = (), *, told_apart: bool = False) -> list[Asked]:
    """Everybody of whom a duty is asked; `actors` are those of whom `the same party` speaks, and `each party` if they are told apart."""
    owed = Owed(duty, parties)
    if duty.by is WhoWord.EACH_PARTY:
        each = actors if told_apart else parties
        return [Asked((party,), needs.people, needs) for party in each if (needs := owed.needs((party,)))]
    needs = owed.needs(actors)
    if not needs:
        return []
    if duty.by in (None, WhoWord.ANYONE):
        return [Asked(parties, needs.people, needs)]
    if isinstance(duty.by, Parties) and not duty.by.every:
        return [Asked(duty.by.names, needs.people, needs)]
    return [Asked((party,), (party,), needs) for party in parties if party in needs.owing]

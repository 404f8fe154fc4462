"""`anyone may pause encounters for at most 14 days`, and the pause that follows something (`encounters pause for 14 days`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event, both
from pactlang.checker.finding import Finding, Hold, Status
from pactlang.checker.form import FormName
from pactlang.checker.lifting import only_asked
from pactlang.checker.machine import Machine, blamed, limited
from pactlang.checker.spans import Running, Spans
from pactlang.model.vocabulary import HEALTH

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Selector, Sentence


class PauseMachine(Machine):
    """An event that starts while paused breaks it, unless it is a test or a result, or one that is only asked for.

    Each pause that nothing broke is one promise kept.
    """

    def __init__(self, sentence: Sentence, selector: Selector, spans: Spans, context: Context) -> None:
        self._context = context
        self._spans = spans
        self._sentence = sentence
        self._report = Reporter(context, sentence, FormName.PAUSE)
        self._matcher = limited(selector, sentence.modifiers, context)
        self._running = Running(spans)
        self._starters = {id(stretch.entry) for stretch in spans.stretches}
        free = HEALTH | only_asked(context.version.agreement)
        self.judged = {name: self._judge for name in self._matcher.tests if name not in free}
        self._before: PauseMachine | None = None
        self._goes_on = False
        self.carried: dict[int, bool] = {}  # pauses that a later version goes on with: whether something was logged that they stop

    def take_over(self, before: PauseMachine) -> None:
        """Go on with the pauses of the version before, which this sentence was in, too: each is told where it ends, once."""
        self._before, before._goes_on = before, True

    def _judge(self, event: Event) -> None:
        if event.version != self._context.version.index:
            return
        paused = self._spans.holds(event)
        if paused != NO and id(event.entry) in self._starters:
            # What an entry starts does not stop the entry itself.
            paused = self._spans.holds_but_for(event.entry, event)
        if paused == NO:
            return
        broken = both(self._matcher(event), paused)
        if broken == NO:
            return
        self._running.meet(event)
        last = self._running.last(event)
        doubt = last.doubt if last is not None and broken != YES else None
        self._report.add(
            Status.BREACH if broken == YES else Status.UNKNOWN,
            event.day,
            event.lo,
            subject=event.entry,
            who=blamed(None, event, self._context.parties),
            with_=event.entry.with_,
            entries=(event.entry,) if last is None or last.entry is None else (last.entry, event.entry),
            began=last.start_instant if last is not None else None,
            after=last.after if last is not None else "",
            doubt=doubt if isinstance(doubt, Finding) else None,
        )

    def finish(self) -> None:
        """Count the pauses that are over and were respected; one that still lasts may be broken yet."""
        version = self._context.version
        carried = self._before.carried if self._before is not None else {}
        for place, stretch in enumerate(self._spans.stretches):
            self._context.ledger.holds.append(
                Hold(version.agreement, self._sentence, stretch.start_instant, stretch.end_instant, stretch.entry)
            )
            if not version.judges(stretch.start_instant) and id(stretch.entry) not in carried:
                continue
            met = place in self._running.met or carried.get(id(stretch.entry), False)
            if self._goes_on and stretch.end_instant > version.end:
                self.carried[id(stretch.entry)] = met
                continue
            if met or min(stretch.end_instant, version.end) > self._context.facts.as_of:
                continue
            self._report.add(
                Status.KEPT,
                self._context.zone.date_of(stretch.start_instant),
                stretch.start_instant,
                subject=stretch.entry,
                who=self._context.parties,
                entries=(stretch.entry,) if stretch.entry is not None else (),
            )

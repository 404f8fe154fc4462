"""`matrix comfort for encounter`: what each party is fine with when another acts, or when they act together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event
from pactlang.checker.finding import Asked, Status
from pactlang.checker.form import FormName
from pactlang.checker.machine import Machine
from pactlang.checker.unless import GivenBefore
from pactlang.model.agreement import Alternative, Cell, Duty, Parties, Selector
from pactlang.model.vocabulary import CONSENT
from pactlang.model.words import folded

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.model.agreement import Matrix, MatrixRow


class MatrixMachine(Machine):
    """For an event tagged with a listed activity, `no` forbids it and `ask` or `?` needs that party's consent."""

    def __init__(self, matrix: Matrix, context: Context) -> None:
        self._context = context
        self._matrix = matrix
        self._report = Reporter(context, matrix, FormName.MATRIX)
        self._rows: dict[str, list[MatrixRow]] = {}
        for row in matrix.rows:
            self._rows.setdefault(folded(row.activity), []).append(row)
        selector = Selector(CONSENT, "consents", (Alternative(CONSENT),))
        self._consents = {party: GivenBefore(Duty(selector, Parties((party,))), matrix.ask_within, context) for party in matrix.parties}
        self.noticed = {CONSENT: self._note}
        self.judged = {matrix.event: self._judge}

    def _note(self, event: Event) -> None:
        for given in self._consents.values():
            given.note(event)

    def _judge(self, event: Event) -> None:
        if event.version != self._context.version.index:
            return
        rows = [row for tag in dict.fromkeys(map(folded, event.entry.tags)) for row in self._rows.get(tag, ())]
        if not rows:
            return
        forbidden: list[str] = []  # activities
        unasked: list[str] = []  # parties
        asked_for: list[str] = []  # activities that they were not asked for
        worst = YES
        for row in rows:
            for party, cell in zip(self._matrix.parties, row.cells, strict=True):
                if cell is Cell.YES or event.by == (party,):
                    continue
                if cell is Cell.NO:
                    forbidden.append(row.activity)
                    worst = NO
                    continue
                asked, _ = self._consents[party].verdict(event, event.by)
                if asked != YES:
                    unasked.append(party)
                    asked_for.append(row.activity)
                    unlogged = event.hi >= self._context.facts.complete_end
                    worst = NO if asked == NO and not unlogged else min(worst, MAYBE, key=_WORST.index)
        self._add(event, worst, forbidden, unasked, tuple(dict.fromkeys(forbidden or asked_for or [row.activity for row in rows])))

    def _add(self, event: Event, worst: int, forbidden: list[str], unasked: list[str], activities: tuple[str, ...]) -> None:
        status = {YES: Status.KEPT, MAYBE: Status.UNKNOWN, NO: Status.BREACH}[worst]
        if forbidden:
            status = Status.BREACH
        self._report.add(
            status,
            event.day,
            event.lo,
            subject=event.entry,
            who=event.by or self._context.parties,
            with_=event.entry.with_,
            entries=(event.entry,),
            missing=tuple(dict.fromkeys(unasked)),
            asked=Asked(activities, bool(forbidden)),
        )


_WORST = (NO, MAYBE, YES)

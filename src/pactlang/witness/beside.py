"""What a log that shows a direction breaks beside the one sentence that was compared: whoever keeps a sentence need not keep a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.model.agreement import Alternative, BreachTrigger
from pactlang.model.calendar import load_zone
from pactlang.model.parts import parts
from pactlang.witness.pool import parts_of
from pactlang.witness.scenario import written

if TYPE_CHECKING:
    from pactlang.checker.budget import Budget
    from pactlang.model.agreement import Agreement, Clause, Matrix
    from pactlang.witness.direction import Witness
    from pactlang.witness.sides import Given


class Hearing:
    """A whole text, asked what else a short log breaks; only what speaks of the log's events is judged."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement

    def beside(self, witness: Witness | None, given: Given | None, budget: Budget) -> Witness | None:
        """A log with what it breaks of the whole text that keeps the sentence, but for what is asked whatever is logged."""
        if witness is None:
            return None
        own = label_of(given[1]) if given is not None else ""
        clauses, matrices = self._speaking(frozenset(entry.type for entry in witness.entries))
        budget.take(sum(len(clause.sentences) for clause in clauses) + len(matrices))
        start = witness.breach.agreement.in_force_from
        whole = replace(self._agreement, in_force_from=start, in_force_until=None, signatures=(), clauses=clauses, matrices=matrices)
        zone = load_zone(witness.breach.agreement.zone)
        findings = budget.judge([whole], written(witness.entries), zone.midnight(witness.last + 1) - 1, zone).findings
        broken = (one for one in findings if one.status is Status.BREACH and one.subject is not None)
        return replace(witness, also=tuple(dict.fromkeys(label for one in broken if (label := label_of(one.sentence)) != own)))

    def _speaking(self, events: frozenset[str]) -> tuple[tuple[Clause, ...], tuple[Matrix, ...]]:
        """What may be broken by one of these events: it speaks of it, or follows breaches."""
        clauses = tuple(one for one, heard in self._heard if not heard or not heard.isdisjoint(events))
        return clauses, tuple(one for one in self._agreement.matrices if one.event in events)

    @cached_property
    def _heard(self) -> list[tuple[Clause, frozenset[str]]]:
        """Each clause with all events of which it speaks; nothing where it follows a breach."""
        found = []
        for clause in self._agreement.clauses:
            follows = any(isinstance(part, BreachTrigger) for part in parts(tuple(one.form for one in clause.sentences)))
            events = frozenset(one.event for one in parts_of(tuple(one.form for one in clause.sentences), Alternative))
            found.append((clause, frozenset() if follows else events))
        return found

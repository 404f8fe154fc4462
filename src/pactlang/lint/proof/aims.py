"""Whether a hope stays possible under all clauses, and whether a guarantee follows from them.

Both are searches over short logs that the checker judges. A log that is found is true of the checker; that none is found says only that
none was, within `HORIZON` days of what it starts from.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.lint.proof.scene import in_order
from pactlang.lint.proof.whole import Filler, Ground, shortened, undone
from pactlang.model.agreement import Clause, ClauseKind
from pactlang.model.parts import stands_alone
from pactlang.witness.nearest import nearest_of
from pactlang.witness.pool import pool_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.budget import Budget
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Aim, Sentence

HORIZON = 92
_LASTS = (0, 1, 2, 3, 7, 14, 31, 62, HORIZON)  # days after the start, or after the last entry, as of which a log is judged


class Shown(Struct, frozen=True):
    """What was found about one sentence of a hope or a guarantee: a log, judged at the end of the date `until`, and what is in the way."""

    sentence: Sentence
    entries: tuple[Entry, ...]
    until: int
    against: tuple[Finding, ...] = ()


def out_of_reach(agreement: Agreement, aim: Aim, budget: Budget) -> Iterator[Shown]:
    """The sentences of a hope for which no log was found that keeps them and every clause, each with a log that tries."""
    for sentence in aim.sentences:
        tried: Shown | None = None
        last = 0
        for seed, start, last in _hoped(agreement, sentence, budget):
            ground = _ground(agreement, sentence, start)
            reached = any(
                whole is not None and _has(whole.findings, sentence, Status.KEPT)
                for whole in (Filler(ground, budget).whole(entries, last) for entries in _once(((), seed), sentence))
            )
            if reached:
                tried = None
                break
            tried = tried or _against(ground, sentence, seed, last, budget)
        if tried is not None and tried.against and _kept_without(agreement, sentence, last, budget) and not budget.spent:
            yield tried


def _kept_without(agreement: Agreement, sentence: Sentence, last: int, budget: Budget) -> bool:
    """Whether a log was found that keeps every clause: where clauses stand in each other's way, none of them is what prevents a hope."""
    start = _whole_weeks_and_months(agreement)
    alone = Ground.of(agreement, (), None, _ground(agreement, sentence, start).pool)
    return Filler(alone, budget).whole((), max(last, start)) is not None


def _once(seeds: tuple[tuple[Entry, ...], ...], sentence: Sentence) -> tuple[tuple[Entry, ...], ...]:
    """What stands of itself may be done in other ways than those that were tried first; what waits for an event needs that event."""
    return seeds if stands_alone(sentence.form) else seeds[1:]


def _hoped(agreement: Agreement, sentence: Sentence, budget: Budget) -> Iterator[tuple[tuple[Entry, ...], int, int]]:
    """Logs that keep a sentence on its own; for what stands of itself, over the whole horizon, since a hope is to stay possible."""
    if not stands_alone(sentence.form):
        yield from _seeds(agreement, sentence, budget, broken=False)
        return
    start = _whole_weeks_and_months(agreement)
    # The day after the last in force: what is counted by the month is told when the month is over.
    last = min(start + HORIZON, (agreement.in_force_until or start + HORIZON) + 1)
    whole = Filler(_ground(_alone(agreement, sentence), sentence, start), budget).whole((), last)
    if whole is not None:
        yield whole.entries, start, last


def not_kept(agreement: Agreement, aim: Aim, budget: Budget) -> Iterator[Shown]:
    """The sentences of a guarantee with a log that keeps every clause and breaks them."""
    for sentence in aim.sentences:
        for seed, start, last in _seeds(agreement, sentence, budget, broken=True):
            ground = _ground(agreement, sentence, start)
            whole = Filler(ground, budget, breaks=True).whole(seed, last)
            if whole is None or not _shows(whole.findings, sentence):
                continue

            def holds(findings: Sequence[Finding], sentence: Sentence = sentence) -> bool:
                return _shows(findings, sentence)

            least = shortened(ground, whole, holds, budget)
            yield Shown(sentence, least.entries, least.until)
            break


def _shows(findings: Sequence[Finding], sentence: Sentence) -> bool:
    """Whether every clause is kept, and the sentence broken all the same."""
    others = [one for one in findings if label_of(one.sentence) != sentence.label]
    return not undone(others) and _has(findings, sentence, Status.BREACH)


def _has(findings: Sequence[Finding], sentence: Sentence, status: Status) -> bool:
    return any(one.status is status and label_of(one.sentence) == sentence.label for one in findings)


def _ground(agreement: Agreement, sentence: Sentence, start: int) -> Ground:
    things = tuple(part for one in (*agreement.sentences, sentence) for part in (one.form, one.modifiers))
    return Ground.of(agreement, (), sentence, replace(pool_of((agreement,), things), start=start))


def _seeds(agreement: Agreement, sentence: Sentence, budget: Budget, *, broken: bool) -> Iterator[tuple[tuple[Entry, ...], int, int]]:
    """Logs that keep (or break) a sentence on its own: the entries, the first date in force, and the date at whose end they do."""
    alone = _alone(agreement, sentence)
    if stands_alone(sentence.form):
        start = _whole_weeks_and_months(agreement)
        ground = _ground(alone, sentence, start)
        for later in _LASTS:
            findings = ground.findings((), start + later, budget)
            if _has(findings, sentence, Status.BREACH):
                yield (), start, start + later
                return
        return
    for pair in nearest_of(alone, sentence, budget).pairs:
        case = pair.broken if broken else pair.kept
        if not case.entries:
            continue
        entries = tuple(in_order(case.entries))
        first = min(entry.day for entry in entries)
        start = max(agreement.in_force_from or 0, first - date.fromordinal(first).weekday())
        ground = _ground(alone, sentence, start)
        end = max(entry.end_day or entry.day for entry in entries)
        for later in _LASTS:
            if _has(ground.findings(entries, end + later, budget), sentence, Status.BREACH if broken else Status.KEPT):
                yield entries, start, end + later
                break


def _alone(agreement: Agreement, sentence: Sentence) -> Agreement:
    clause = Clause(sentence.clause, ClauseKind.PROMISE, "", (sentence,), (), (), sentence.span)
    return replace(agreement, clauses=(clause,), matrices=(), aims=())


def _whole_weeks_and_months(agreement: Agreement) -> int:
    """The first of a month on which the agreement is in force, so that months are whole; weeks are soon."""
    day = date.fromordinal(agreement.in_force_from or date(2026, 6, 1).toordinal())
    return day.toordinal() if day.day == 1 else (day.replace(day=1) + timedelta(days=32)).replace(day=1).toordinal()


def _against(ground: Ground, sentence: Sentence, seed: tuple[Entry, ...], last: int, budget: Budget) -> Shown | None:
    """A log that keeps a hope on its own, as far as the first clause that it breaks, and which that is; None where it breaks none."""
    against = _breaks(ground, sentence, seed, last, budget)
    if not against:
        return None
    until = min(one.date for one in against)
    entries = tuple(in_order(entry for entry in seed if entry.day <= until))
    until = max([until, *(entry.end_day or entry.day for entry in entries)])
    found = _breaks(ground, sentence, entries, until, budget)
    return Shown(sentence, entries, until, tuple(found)) if found else Shown(sentence, seed, last, tuple(against))


def _breaks(ground: Ground, sentence: Sentence, entries: Sequence[Entry], until: int, budget: Budget) -> list[Finding]:
    """What a log breaks of the clauses: their limits, and only where it breaks none, what was left undone, which may yet be done."""
    findings = ground.findings(entries, until, budget)
    found = [one for one in findings if one.status is Status.BREACH and label_of(one.sentence) != sentence.label]
    return [one for one in found if one.form.limits] or found

"""Tighter or looser, never guessed: a short log that one text keeps and the other breaks, judged by the checker under both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from pactlang.check.engine import judge
from pactlang.check.finding import Status
from pactlang.model.agreement import Agreement, BreachTrigger, Clause, ClauseKind, Matrix, PauseAfter, RepeatAfter, Response, Sentence
from pactlang.negotiate.pool import Pool, pool_of
from pactlang.negotiate.scenarios import Scenario, scenarios

if TYPE_CHECKING:
    from pactlang.check.finding import Finding
    from pactlang.log.entry import Entry

MOST_CASES = 4000
Rule = Sentence | Matrix


class Direction(StrEnum):
    """What a change does to what is asked."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    BOTH = "both"
    CHANGED = "changed"  # no short log was found that tells the two apart
    SAME = "same"  # other words or another name, the same meaning


@dataclass(frozen=True, slots=True)
class Witness:
    """A short log that one text keeps and the other breaks, with what the checker says of it.

    `last` is the local date at whose end it is judged. `breach` is what the text that breaks it finds; `answer` what the other one
    does, where it finds anything to keep. `broken_by` is "old" or "new".
    """

    entries: tuple[Entry, ...]
    last: int
    breach: Finding
    answer: Finding | None
    broken_by: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What judging both showed. `bound` are those whom the tighter logs find, `freed` those whom the looser ones find."""

    tighter: Witness | None = None
    looser: Witness | None = None
    bound: tuple[str, ...] = ()
    freed: tuple[str, ...] = ()

    @property
    def direction(self) -> Direction:
        """The direction that the witnesses show."""
        if self.tighter and self.looser:
            return Direction.BOTH
        return Direction.TIGHTER if self.tighter else Direction.LOOSER if self.looser else Direction.CHANGED


@dataclass(frozen=True, slots=True)
class Side:
    """One text made ready to be judged beside another: the same time in force, no signatures, only what is compared."""

    agreement: Agreement
    labels: frozenset[str]


def compare_rules(old: tuple[Agreement, Rule] | None, new: tuple[Agreement, Rule] | None) -> Compared:
    """A sentence (or matrix) of an old agreement against one of a new; None where there is none."""
    given = [side for side in (old, new) if side is not None]
    pool = pool_of(tuple(agreement for agreement, _ in given), tuple(_things(rule) for _, rule in given))
    sides = []
    for side in (old, new):
        agreement, rule = side or (given[0][0], None)
        sides.append(_side(agreement, rule, given[-1], pool))
    breaches = list(_breaching(given[-1], pool)) if any(_after_breach(rule) for _, rule in given) else []
    forms = {repr(_form(rule)): _form(rule) for _, rule in given}.values()
    logs = _in_turn([scenarios(form, pool, breaches) for form in forms])
    return compare_sides(sides[0], sides[1], islice(logs, MOST_CASES), pool)


def compare_sides(old: Side, new: Side, cases: Iterable[Scenario], pool: Pool) -> Compared:
    """Judge every case under both."""
    tighter: list[Scenario] = []
    looser: list[Scenario] = []
    bound: dict[str, None] = {}
    freed: dict[str, None] = {}
    for case in cases:
        before, after = _broken(old, case, pool), _broken(new, case, pool)
        if before is None or after is None:
            continue
        if after and not before:
            tighter.append(case)
        if before and not after:
            looser.append(case)
        had = {name for finding in before for name in finding.who}
        has = {name for finding in after for name in finding.who}
        bound |= dict.fromkeys(sorted(has - had))
        freed |= dict.fromkeys(sorted(had - has))
    return Compared(_witness(old, new, tighter, pool, "new"), _witness(new, old, looser, pool, "old"), tuple(bound), tuple(freed))


def _broken(side: Side, case: Scenario, pool: Pool) -> list[Finding] | None:
    """The breaches of what is compared; None where something cannot be told, or is still open and not broken."""
    findings = [one for one in _judged(side, case, pool) if one.status is not Status.KEPT]
    broken = [one for one in findings if one.status is Status.BREACH]
    if not broken and any(one.status in (Status.DUE, Status.UNKNOWN) for one in findings):
        return None if any(one.status is Status.UNKNOWN for one in findings) else []
    return broken


def _judged(side: Side, case: Scenario, pool: Pool, *, keep_all: bool = False) -> list[Finding]:
    as_of = pool.zone.midnight(case.last + 1) - 1
    findings = judge([side.agreement], case.entries, as_of, pool.zone, keep_all=keep_all).findings
    return [one for one in findings if rule_name(one.sentence) in side.labels]


def rule_name(rule: Rule) -> str:
    """What findings call a sentence or a matrix."""
    return rule.label if isinstance(rule, Sentence) else rule.name


def _witness(keeps: Side, breaks: Side, found: list[Scenario], pool: Pool, broken_by: str) -> Witness | None:
    """The shortest of the logs found, made shorter where it can be, and judged once more."""
    if not found:
        return None
    case = min(found, key=lambda one: (len(one.entries), _crowded(one), sum(entry.day != pool.base for entry in one.entries)))

    def still(less: Scenario) -> bool:
        return bool(_broken(breaks, less, pool)) and _broken(keeps, less, pool) == []

    place = 0
    while place < len(case.entries):
        less = Scenario((*case.entries[:place], *case.entries[place + 1 :]), case.last)
        if still(less):
            case = less
        else:
            place += 1
    for place, entry in enumerate(case.entries):
        less = Scenario((*case.entries[:place], replace(entry, end_day=None, end_second=None), *case.entries[place + 1 :]), case.last)
        if still(less):
            case = less
    breach = next(one for one in _judged(breaks, case, pool) if one.status is Status.BREACH)
    answers = [one for one in _judged(keeps, case, pool, keep_all=True) if one.status in (Status.KEPT, Status.DUE)]
    return Witness(case.entries, case.last, breach, answers[-1] if answers else None, broken_by)


def _crowded(case: Scenario) -> int:
    """How many entries have another of their kind on their own date: a log with none reads more like a life."""
    return len(case.entries) - len({(entry.type, entry.day) for entry in case.entries})


# --- making two texts ready -----------------------------------------------------------------------------------


def level(agreement: Agreement, by: Agreement, pool: Pool) -> Agreement:
    """An agreement in force from the same day, without end, unsigned, with the zone and the weeks of `by`."""
    return replace(agreement, in_force_from=pool.start, in_force_until=None, signatures=(), zone=pool.zone.key, week_start=by.week_start)


def _side(agreement: Agreement, rule: Rule | None, newest: tuple[Agreement, Rule], pool: Pool) -> Side:
    around = newest[0]
    leveled = level(agreement, around, pool)
    if rule is None:
        return Side(replace(leveled, clauses=(), matrices=()), frozenset())
    if isinstance(rule, Matrix):
        return Side(replace(leveled, clauses=(), matrices=(rule,)), frozenset({rule.name}))
    home = next((clause for clause in agreement.clauses if clause.name == rule.clause), None)
    kind = home.kind if home is not None else ClauseKind.PROMISE
    clause = Clause(rule.clause, kind, "", (rule,), (), (), rule.span)
    others = tuple(one for one in around.clauses if one.name not in (rule.clause, _clause_of(newest[1]))) if _after_breach(rule) else ()
    return Side(replace(leveled, clauses=(*others, clause), matrices=()), frozenset({rule.label}))


def _clause_of(rule: Rule) -> str:
    return rule.clause if isinstance(rule, Sentence) else rule.name


def _after_breach(rule: Rule) -> bool:
    form = _form(rule)
    return isinstance(form, Response | PauseAfter | RepeatAfter) and isinstance(form.trigger, BreachTrigger)


def _form(rule: Rule):  # type: ignore[no-untyped-def]
    return rule.form if isinstance(rule, Sentence) else rule


def _things(rule: Rule) -> object:
    return (rule.form, rule.modifiers) if isinstance(rule, Sentence) else rule


def _breaching(given: tuple[Agreement, Rule], pool: Pool) -> Iterator[tuple[Entry, ...]]:
    """Logs that break some sentence outside the clause: what follows a breach needs one."""
    agreement, rule = given
    for sentence in agreement.sentences:
        if sentence.clause == _clause_of(rule) or _after_breach(sentence):
            continue
        own = pool_of((agreement,), (_things(sentence),))
        side = _side(agreement, sentence, (agreement, sentence), pool)
        for case in islice(scenarios(sentence.form, own), 300):
            if case.entries and _broken(side, case, pool):
                yield case.entries
                break


def _in_turn(streams: list[Iterator[Scenario]]) -> Iterator[Scenario]:
    while streams:
        for stream in list(streams):
            case = next(stream, None)
            if case is None:
                streams.remove(stream)
            else:
                yield case

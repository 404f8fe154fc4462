"""Two texts made ready to be judged beside each other: each with nothing but what is compared."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.context import label_of
from pactlang.checker.finding import Status
from pactlang.model.agreement import (
    Agreement,
    BreachTrigger,
    Clause,
    ClauseKind,
    Matrix,
    PauseAfter,
    ProhibitionAfter,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
    UnlessState,
    WhileFilter,
)
from pactlang.model.calendar import DAY_SECONDS
from pactlang.model.parts import parts
from pactlang.witness.owed import steady
from pactlang.witness.pausing import asked_beside, beside_pause
from pactlang.witness.pool import Pool, pool_of
from pactlang.witness.scenario import Breach, Scenario, written
from pactlang.witness.scenarios import scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.checker.budget import Budget
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import State

Rule = Sentence | Matrix
Given = tuple[Agreement, Rule]
_AFTERWARDS = 60  # days in which a breach should not happen again
_WARM_UP = 34  # days after the first in force


class Side(Struct, frozen=True):
    """One text made ready to be judged beside another: the same time in force, no signatures, only what is compared.

    Each judgement costs steps of the budget.
    """

    agreement: Agreement
    labels: frozenset[str]
    budget: Budget
    rule: Rule | None = None
    written: tuple[Clause, ...] = ()  # its clauses as people wrote them; in `agreement` no pattern is looked for

    @property
    def text(self) -> Agreement:
        """The same text as people wrote it."""
        return replace(self.agreement, clauses=self.written)


def level(agreement: Agreement, pool: Pool) -> Agreement:
    """An agreement in force from the day on which short logs begin, without end, unsigned, in their zone."""
    return replace(agreement, in_force_from=pool.start, in_force_until=None, signatures=(), zone=pool.zone.key)


def side_of(
    given: Given | None,
    all_given: list[Given],
    broken: list[tuple[Sentence, Breach]],
    pool: Pool,
    budget: Budget,
    *,
    lifting: bool = False,
) -> Side:
    """One text with nothing but the rule (where it has it), and what it works on: what a short log breaks first; if `lifting`, also what
    a pause lifts or stops, and what repairs a breach of the rule. Else what repairs what is broken first stands beside that.
    """
    agreement, rule = given or (all_given[0][0], None)
    mends = rule.repairs if isinstance(rule, Sentence) else ""
    clauses = tuple(_alone(one, all_given[-1][0], repaired=not lifting and one.label != mends) for one, _ in broken)
    first = [one.label for one, _ in broken]
    beside, tables = beside_pause(agreement, all_given if lifting else (), first)
    clauses += tuple(_alone(sentence, agreement) for sentence in beside)
    lifted = frozenset(sentence.label for sentence in asked_beside(all_given if lifting else (), first))
    states = _states(agreement, (rule, tuple(beside), tuple(sentence for sentence, _ in broken)))
    bare = replace(level(agreement, pool), clauses=_unwatched(clauses), matrices=tables, states=states, aims=(), examples=())
    if rule is None:
        return Side(bare, lifted, budget, None, clauses)
    if isinstance(rule, Matrix):
        return Side(replace(bare, matrices=(rule,)), frozenset({rule.name}), budget, rule, clauses)
    clauses = (*clauses, _alone(rule, agreement, repaired=lifting))
    labels = lifted | {one.label for one in clauses[-1].sentences}
    return Side(replace(bare, clauses=_unwatched(clauses)), labels, budget, rule, clauses)


def _states(agreement: Agreement, rules: object) -> tuple[State, ...]:
    """The states that some sentences name: the others would be worked out for nothing in every judgement."""
    names = {one.state for one in parts(rules) if isinstance(one, UnlessState | WhileFilter)}
    return tuple(state for state in agreement.states if state.name in names)


def repair_of(sentence: Sentence, agreement: Agreement) -> tuple[Sentence, ...]:
    """The sentence that says what repairs a breach of one, if there is one."""
    if sentence.modifiers.otherwise is None:
        return ()
    return tuple(one for one in agreement.sentences if one.repairs == sentence.label and not one.not_applied)


def _alone(sentence: Sentence, agreement: Agreement, *, repaired: bool = False) -> Clause:
    kind = next((clause.kind for clause in agreement.clauses if clause.name == sentence.clause), ClauseKind.PROMISE)
    beside = repair_of(sentence, agreement) if repaired else ()
    return Clause(sentence.clause, kind, "", (sentence, *beside), (), (), sentence.span)


def _unwatched(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The same, judged sooner: no short log is a pattern, so none is looked for."""
    return tuple(
        replace(clause, sentences=tuple(replace(one, modifiers=replace(one.modifiers, watch=False)) for one in clause.sentences))
        for clause in clauses
    )


def alone(agreement: Agreement, sentence: Sentence, zone: str, budget: Budget) -> Side:
    """One sentence of an agreement, in force as long as it says, unsigned."""
    states, clauses = _states(agreement, sentence), (_alone(sentence, agreement),)
    bare = replace(agreement, signatures=(), zone=zone, clauses=_unwatched(clauses), matrices=(), states=states, aims=(), examples=())
    return Side(bare, frozenset({sentence.label}), budget, None, clauses)


def follows_breach(rule: Rule) -> bool:
    """Whether a sentence says what comes after a breach."""
    form = form_of(rule)
    return isinstance(form, Response | ProhibitionAfter | PauseAfter | RepeatAfter) and isinstance(form.trigger, BreachTrigger)


def form_of(rule: Rule):  # type: ignore[no-untyped-def]
    """The form of a sentence; a matrix is one itself."""
    return rule.form if isinstance(rule, Sentence) else rule


def things_of(rule: Rule) -> object:
    """All that verdicts follow from: the form and the lines under it, without how long something is planned to last."""
    return (judged_form(rule), rule.modifiers) if isinstance(rule, Sentence) else rule


def judged_form(rule: Rule) -> object:
    """The form of a sentence without what only a calendar shows; a matrix is one itself."""
    form = form_of(rule)
    return replace(form, length=None) if isinstance(form, Schedule) and form.length is not None else form


def breaching(given: list[Given], budget: Budget) -> list[tuple[Sentence, Breach]]:
    """Sentences of other clauses, each with a log that breaks it: what follows a breach needs one."""
    follows = [rule for _, rule in given if follows_breach(rule)]
    if not follows:
        return []
    mended = [one for agreement, rule in given for one in _mended(agreement, rule)]
    if mended:
        return [(one, breach) for agreement, one in mended if (breach := _breach_of(agreement, one, budget)) is not None]
    named = {name for rule in follows for name in form_of(rule).trigger.clauses}
    own = {rule.clause for _, rule in given if isinstance(rule, Sentence)}
    agreement = given[-1][0]
    repairs = {clause.name for clause in agreement.clauses if clause.kind is ClauseKind.REPAIR}
    others = [one for one in agreement.sentences if _may_be_followed(one, own | repairs)]
    others.sort(key=lambda one: one.modifiers.otherwise is not None)  # what is broken at once is the plainer case
    wanted = [one for one in others if one.clause in named]
    found: dict[str, tuple[Sentence, Breach]] = {}
    for sentence in [*wanted, *(one for one in others if one not in wanted)]:
        if len(found) >= len(named) + 1:
            break
        if sentence.clause in found:
            continue  # a clause stands for a whole one: one of its sentences is enough
        breach = _breach_of(agreement, sentence, budget)
        if breach is not None:
            found[sentence.clause] = (sentence, breach)
    return list(found.values())


def _mended(agreement: Agreement, rule: Rule) -> Iterator[tuple[Agreement, Sentence]]:
    """The sentence whose breach a rule repairs."""
    label = rule.repairs if isinstance(rule, Sentence) else ""
    return ((agreement, one) for one in agreement.sentences if label and one.label == label)


def broken_first(given: list[Given], budget: Budget) -> list[Breach]:
    """Logs that break the sentences that say what repairs a breach of theirs, for what may follow there."""
    found = []
    for agreement, rule in given:
        if isinstance(rule, Sentence) and repair_of(rule, agreement):
            found.append(_breach_of(agreement, rule, budget))
    return [breach for breach in found if breach is not None]


def _may_be_followed(sentence: Sentence, besides: set[str]) -> bool:
    return not (sentence.clause in besides or sentence.not_applied or sentence.modifiers.wish or follows_breach(sentence))


def _breach_of(agreement: Agreement, sentence: Sentence, budget: Budget) -> Breach | None:
    """A short log that breaks a sentence, if it can be only once."""
    pool = pool_of((agreement,), (things_of(sentence),))
    if isinstance(sentence.form, Schedule) and sentence.form.first_turn is not None:
        first = sentence.form.first_turn.day  # nothing is asked for before
        pool = replace(pool, start=first, bases=(first, *pool.bases))
    elif agreement.in_force_from is not None and pool.base < agreement.in_force_from:
        day = agreement.in_force_from + _WARM_UP
        pool = replace(pool, bases=(day - (day - 1) % 7, *pool.bases))  # a Monday in force, with room for what comes before
    side = side_of((agreement, sentence), [(agreement, sentence)], [], pool, budget)
    found: Breach | None = None
    for case in chain(steady(sentence.form, pool), islice(scenarios(sentence.form, pool), 300)):
        if not budget.take():
            break
        broken = broken_under(side, case, pool)
        if not broken:
            continue
        day, second = pool.zone.clock(broken[0].moment)
        breach = Breach(case.entries, day * DAY_SECONDS + second, broken[0].who)
        if len(broken_under(side, Scenario(case.entries, case.last + _AFTERWARDS), pool) or ()) == 1:
            return breach
        found = found or breach
    return found


def broken_under(side: Side, case: Scenario, pool: Pool) -> list[Finding] | None:
    """The breaches of what is compared; None where something cannot be told, or a breach may still be repaired."""
    if not side.labels:
        return []
    findings = [one for one in judged_under(side, case, pool) if one.status is not Status.KEPT]
    broken = [one for one in findings if one.status is Status.BREACH]
    if not broken and any(one.status in (Status.DUE, Status.UNKNOWN) for one in findings):
        return None if any(one.status is Status.UNKNOWN or one.first is not None for one in findings) else []
    return broken


def judged_under(side: Side, case: Scenario, pool: Pool, *, keep_all: bool = False) -> list[Finding]:
    """What the checker finds of what is compared, without what it says besides: searches ask thousands of times."""
    found = side.budget.findings([side.agreement], written(case.entries), _as_of(case, pool), pool.zone, keep_all=keep_all)
    return [one for one in found if label_of(one.sentence) in side.labels]


def told_under(side: Side, case: Scenario, pool: Pool, *, keep_all: bool = False) -> list[Finding]:
    """The same with all that the checker says of each, to be shown."""
    found = side.budget.judge([side.agreement], written(case.entries), _as_of(case, pool), pool.zone, keep_all=keep_all).findings
    return [one for one in found if label_of(one.sentence) in side.labels]


def _as_of(case: Scenario, pool: Pool) -> int:
    return pool.zone.midnight(case.last + 1) - 1

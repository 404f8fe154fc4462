"""Tighter or looser, never guessed: a short log that one text keeps and the other breaks, judged by the checker under both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from pactlang.check.context import label_of
from pactlang.check.engine import judge
from pactlang.check.finding import Status
from pactlang.model.agreement import (
    Agreement,
    BreachTrigger,
    Clause,
    ClauseKind,
    Interval,
    Matrix,
    Parties,
    PauseAfter,
    Precedence,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
)
from pactlang.model.calendar import period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.negotiate.pool import Pool, fitting, pool_of
from pactlang.negotiate.scenarios import Scenario, scenarios

if TYPE_CHECKING:
    from pactlang.check.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty
    from pactlang.negotiate.scenarios import Log

MOST_CASES = 4000
_BEFORE = 10  # days before a date that is named, for what recurs
# What is left out of the entries of a witness where it shows the same without.
_PLAIN: tuple[dict[str, Any], ...] = (
    {"end_day": None, "end_second": None},
    {"with_": ()},
    {"place": None},
    {"tags": ()},
    {"to": ()},
    {"covering": ()},
    {"fields": {}},
)
Rule = Sentence | Matrix
Given = tuple[Agreement, Rule]


class Direction(StrEnum):
    """What a change does to what is asked."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    BOTH = "both"
    CHANGED = "changed"  # no short log was found that tells the two apart
    NEITHER = "neither"  # only what reminds, warns or shows is another: no verdict follows from it
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
    """What judging both showed.

    `bound` are those whom the tighter logs find, `freed` those whom the looser ones find. `more_protected` are those towards whom more
    is owed (or who are further from what is limited), `less_protected` those towards whom less is.
    """

    tighter: Witness | None = None
    looser: Witness | None = None
    bound: tuple[str, ...] = ()
    freed: tuple[str, ...] = ()
    more_protected: tuple[str, ...] = ()
    less_protected: tuple[str, ...] = ()

    @property
    def direction(self) -> Direction:
        """The direction that the witnesses show."""
        if self.tighter and self.looser:
            return Direction.BOTH
        return Direction.TIGHTER if self.tighter else Direction.LOOSER if self.looser else Direction.CHANGED

    @property
    def mirrored(self) -> Compared:
        """The same with old and new changed about."""
        return Compared(_turned(self.looser), _turned(self.tighter), self.freed, self.bound, self.less_protected, self.more_protected)


def _turned(witness: Witness | None) -> Witness | None:
    return replace(witness, broken_by="old" if witness.broken_by == "new" else "new") if witness is not None else None


@dataclass(frozen=True, slots=True)
class Side:
    """One text made ready to be judged beside another: the same time in force, no signatures, only what is compared."""

    agreement: Agreement
    labels: frozenset[str]


def compare_rules(old: tuple[Agreement, Rule] | None, new: tuple[Agreement, Rule] | None) -> Compared:
    """A sentence (or matrix) of an old agreement against one of a new; None where there is none."""
    if old is not None and new is not None and _key(*old) > _key(*new):
        # The same logs are tried whichever of the two is called the new one, so what is tighter one way is looser the other.
        return _compare_rules(new, old).mirrored
    return _compare_rules(old, new)


def _key(agreement: Agreement, rule: Rule) -> str:
    around = (agreement.zone, agreement.week_start, agreement.parties, agreement.states, agreement.people)
    return repr(part_meaning((_things(rule), around)))


def _compare_rules(old: tuple[Agreement, Rule] | None, new: tuple[Agreement, Rule] | None) -> Compared:
    given = [side for side in (old, new) if side is not None]
    pool = pool_of(tuple(agreement for agreement, _ in given), tuple(_things(rule) for _, rule in given))
    broken = _breaching(given, pool)
    forms = {repr(_form(rule)): _form(rule) for _, rule in given}.values()
    found = Compared()
    for stage in _stages(pool, [rule for _, rule in given]):
        sides = [_side(side, given, broken, stage) for side in (old, new)]
        logs = _in_turn([scenarios(form, stage, [log for _, log in broken]) for form in forms])
        found = together(found, compare_sides(sides[0], sides[1], islice(_once(logs), MOST_CASES), stage))
    return found


def _stages(pool: Pool, rules: list[Rule]) -> list[Pool]:
    """The time in which short logs happen: where each sentence applies; for what recurs also around every date that is named."""
    stages = [fitting(pool, rule.form, rule.modifiers) if isinstance(rule, Sentence) else pool for rule in rules]
    stages = [one for place, one in enumerate(stages) if one not in stages[:place]]
    forms = [_form(rule) for rule in rules]
    if any(isinstance(form, Interval | Schedule | Quota) for form in forms):
        periods = [form.period for form in forms if isinstance(form, Quota)]
        for edge in pool.edges:
            start = min([edge - _BEFORE, *(period_bounds(period, edge - 1)[0] for period in periods)])
            stages.append(replace(stages[0], start=start, bases=(edge, *(day for day in pool.bases if day != edge))))
    return stages


def _once(cases: Iterable[Scenario]) -> Iterator[Scenario]:
    """Each case once: two forms that are alike ask for the same ones."""
    seen: set[object] = set()
    for case in cases:
        key = (case.last, *(_key_of(entry) for entry in case.entries))
        if key not in seen:
            seen.add(key)
            yield case


def _key_of(entry: Entry) -> object:
    """What tells the entries of short logs apart."""
    when = (entry.day, entry.second, entry.end_day, entry.end_second, entry.until)
    return (entry.type, *when, entry.by, entry.to, entry.with_, entry.place, entry.tags, entry.covering, *entry.fields.items())


def together(one: Compared, other: Compared) -> Compared:
    """What both showed."""

    def both(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))

    names = ("bound", "freed", "more_protected", "less_protected")
    return Compared(one.tighter or other.tighter, one.looser or other.looser, *map(both, names))


def compare_sides(old: Side, new: Side, cases: Iterable[Scenario], pool: Pool) -> Compared:
    """Judge every case under both."""
    tighter: list[Scenario] = []
    looser: list[Scenario] = []
    bound: dict[frozenset[str], set[str]] = {}
    freed: dict[frozenset[str], set[str]] = {}
    for case in cases:
        before, after = _broken(old, case, pool), _broken(new, case, pool)
        if before is None or after is None or before == after == []:
            continue
        if after and not before:
            tighter.append(case)
        if before and not after:
            looser.append(case)
        _note(bound, after, before)
        _note(freed, before, after)
    shown = _witness(old, new, tighter, pool, "new"), _witness(new, old, looser, pool, "old")
    names = [_least(bound) if shown[0] else ((), ()), _least(freed) if shown[1] else ((), ())]
    groups = [tuple(party for party in pool.parties if party in those) for those in (names[0][0], names[1][0], names[0][1], names[1][1])]
    return Compared(*shown, *groups)


def _note(found: dict[frozenset[str], set[str]], here: list[Finding], there: list[Finding]) -> None:
    """Who breaks something here that they do not break there, with those towards whom it is broken."""
    elsewhere = {name for finding in there for name in finding.who}
    for finding in here:
        who = frozenset(finding.who) - elsewhere
        if who:
            found.setdefault(who, set()).update(protected_by(finding))


def _least(found: dict[frozenset[str], set[str]]) -> tuple[set[str], set[str]]:
    """The people of whom it is asked on their own, or together where it is asked of several together only.

    That an evening of all three breaks what only one of them promised binds the other two to nothing.
    """
    least = [who for who in found if not any(other < who for other in found)]
    return {name for who in least for name in who}, {name for who in least for name in found[who]}


def protected_by(finding: Finding) -> tuple[str, ...]:
    """Towards whom a promise was broken: those to whom something was owed or who had to be asked, else everybody but who broke it."""
    rule, parties = finding.sentence, finding.agreement.parties
    if isinstance(rule, Matrix):
        return finding.missing or tuple(one for one in parties if one not in finding.who)
    duty: Duty | None = getattr(rule.form, "duty", None)
    named: tuple[str, ...] = ()
    if duty is not None and isinstance(duty.to, Parties):
        named = duty.to.names
    elif duty is not None and isinstance(rule.form, Precedence) and isinstance(duty.by, Parties):
        named = duty.by.names
    others = tuple(one for one in named or parties if one not in finding.who)
    # What all owe, they owe each other.
    return others or tuple(one for one in parties if one not in finding.who) or parties


def _broken(side: Side, case: Scenario, pool: Pool) -> list[Finding] | None:
    """The breaches of what is compared; None where something cannot be told, or is still open and not broken."""
    if not side.labels:
        return []
    findings = [one for one in _judged(side, case, pool) if one.status is not Status.KEPT]
    broken = [one for one in findings if one.status is Status.BREACH]
    if not broken and any(one.status in (Status.DUE, Status.UNKNOWN) for one in findings):
        return None if any(one.status is Status.UNKNOWN for one in findings) else []
    return broken


def _judged(side: Side, case: Scenario, pool: Pool, *, keep_all: bool = False) -> list[Finding]:
    as_of = pool.zone.midnight(case.last + 1) - 1
    findings = judge([side.agreement], case.entries, as_of, pool.zone, keep_all=keep_all).findings
    return [one for one in findings if label_of(one.sentence) in side.labels]


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
    for place in range(len(case.entries)):
        for plain in _PLAIN:
            simpler = replace(case.entries[place], **plain)
            less = Scenario((*case.entries[:place], simpler, *case.entries[place + 1 :]), case.last)
            if simpler != case.entries[place] and still(less):
                case = less
    breach = next(one for one in _judged(breaks, case, pool) if one.status is Status.BREACH)
    answers = [one for one in _judged(keeps, case, pool, keep_all=True) if one.status in (Status.KEPT, Status.DUE)]
    return Witness(case.entries, case.last, breach, answers[-1] if answers else None, broken_by)


def _crowded(case: Scenario) -> int:
    """How many entries have another of their kind on their own date: a log with none reads more like a life."""
    return len(case.entries) - len({(entry.type, entry.day) for entry in case.entries})


# --- making two texts ready -----------------------------------------------------------------------------------


def level(agreement: Agreement, pool: Pool) -> Agreement:
    """An agreement in force from the day on which short logs begin, without end, unsigned, in their zone."""
    return replace(agreement, in_force_from=pool.start, in_force_until=None, signatures=(), zone=pool.zone.key)


def _side(given: Given | None, all_given: list[Given], broken: list[tuple[Sentence, Log]], pool: Pool) -> Side:
    """One text with nothing but the rule (where it has it), and what a short log breaks first, where the rule follows that."""
    agreement, rule = given or (all_given[0][0], None)
    clauses = tuple(_alone(sentence, all_given[-1][0]) for sentence, _ in broken)
    states = tuple(state for state in agreement.states if state.name in pool.state_names)
    bare = replace(level(agreement, pool), clauses=clauses, matrices=(), states=states)
    if rule is None:
        return Side(bare, frozenset())
    if isinstance(rule, Matrix):
        return Side(replace(bare, matrices=(rule,)), frozenset({rule.name}))
    return Side(replace(bare, clauses=(*clauses, _alone(rule, agreement))), frozenset({rule.label}))


def _alone(sentence: Sentence, agreement: Agreement) -> Clause:
    kind = next((clause.kind for clause in agreement.clauses if clause.name == sentence.clause), ClauseKind.PROMISE)
    return Clause(sentence.clause, kind, "", (sentence,), (), (), sentence.span)


def alone(agreement: Agreement, sentence: Sentence, zone: str) -> Side:
    """One sentence of an agreement, in force as long as it says, unsigned."""
    bare = replace(agreement, signatures=(), zone=zone, clauses=(_alone(sentence, agreement),), matrices=())
    return Side(bare, frozenset({sentence.label}))


def follows_breach(rule: Rule) -> bool:
    """Whether a sentence says what comes after a breach."""
    form = _form(rule)
    return isinstance(form, Response | PauseAfter | RepeatAfter) and isinstance(form.trigger, BreachTrigger)


def _form(rule: Rule):  # type: ignore[no-untyped-def]
    return rule.form if isinstance(rule, Sentence) else rule


def _things(rule: Rule) -> object:
    return (rule.form, rule.modifiers) if isinstance(rule, Sentence) else rule


def _breaching(given: list[Given], pool: Pool) -> list[tuple[Sentence, Log]]:
    """Sentences of other clauses, each with a log that breaks it: what follows a breach needs one."""
    follows = [rule for _, rule in given if follows_breach(rule)]
    if not follows:
        return []
    named = {_form(rule).trigger.of for rule in follows}
    own = {rule.clause for _, rule in given if isinstance(rule, Sentence)}
    agreement = given[-1][0]
    repairs = {clause.name for clause in agreement.clauses if clause.kind is ClauseKind.REPAIR}
    others = [one for one in agreement.sentences if one.clause not in own | repairs and not one.not_applied and not follows_breach(one)]
    wanted = [one for one in others if one.clause in named]
    found: dict[str, tuple[Sentence, Log]] = {}
    for sentence in [*wanted, *(one for one in others if one not in wanted)]:
        if len(found) >= len(named - {None}) + 1:
            break
        if sentence.clause in found:
            continue  # a clause stands for a whole one: one of its sentences is enough
        alone = pool_of((agreement,), (_things(sentence),))
        side = _side((agreement, sentence), [(agreement, sentence)], [], pool)
        for case in islice(scenarios(sentence.form, alone), 300):
            if case.entries and _broken(side, case, pool):
                found[sentence.clause] = (sentence, case.entries)
                break
    return list(found.values())


def _in_turn(streams: list[Iterator[Scenario]]) -> Iterator[Scenario]:
    while streams:
        for stream in list(streams):
            case = next(stream, None)
            if case is None:
                streams.remove(stream)
            else:
                yield case

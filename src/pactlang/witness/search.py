"""The search for logs that tell two sentences apart, in both directions before either is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.model.agreement import Sentence
from pactlang.model.meaning import in_order, part_meaning
from pactlang.model.parts import owed
from pactlang.witness.direction import Compared, Direction, together
from pactlang.witness.entries import key_of
from pactlang.witness.following import answered_breaches, longest
from pactlang.witness.longer import longer_logs
from pactlang.witness.pausing import asked_beside, lifted_cases, served
from pactlang.witness.pool import Pool, pool_of
from pactlang.witness.scenario import Breach, Scenario
from pactlang.witness.scenarios import scenarios
from pactlang.witness.seasons import mixed, seasons, stages
from pactlang.witness.sides import Given, Rule, Side, breaching, broken_first, broken_under, form_of, side_of, things_of
from pactlang.witness.stricter import never_shown
from pactlang.witness.way import Way
from pactlang.witness.wild import Wild

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement

MOST_CASES = 1500  # on ordinary days
SEASON_CASES = 300  # on each of the days on which two ways of counting time part
WILD_CASES = 200
_LIFTED_CASES = 40  # of what a pause may lift, on each day
STEPS = 300_000  # for one sentence
WAYS = (Direction.TIGHTER, Direction.LOOSER)


def compare_rules(old: Given | None, new: Given | None, budget: Budget | None = None) -> Compared:
    """A sentence (or matrix) of an old agreement against one of a new; None where there is none."""
    if all(isinstance(rule, Sentence) and rule.modifiers.wish for _, rule in (given for given in (old, new) if given is not None)):
        return Compared()  # no log breaks a wish
    budget = budget or Budget(STEPS)
    found = _compare_both(old, new, budget)
    return Compared(cut=True) if found.cut and not found.both else found


def _compare_both(old: Given | None, new: Given | None, budget: Budget) -> Compared:
    if old is not None and new is not None and _key(*new) < _key(*old):  # type: ignore[operator]
        # The same logs are tried whichever of the two is called the new one, so what is tighter one way is looser the other.
        return _compare_rules(new, old, budget).mirrored
    return _compare_rules(old, new, budget)


def _key(agreement: Agreement, rule: Rule) -> object:
    around = (agreement.zone, agreement.week_start, agreement.parties, agreement.states, agreement.people)
    return in_order(part_meaning((things_of(rule), around)))


def _compare_rules(old: Given | None, new: Given | None, budget: Budget) -> Compared:
    found = Compared()
    never = never_shown(old, new)
    for batch in batches(old, new, budget):
        settled = all(found.shows(way) or way in never for way in WAYS)
        if settled and not batch.plain:
            continue
        more = compare_sides(*batch.sides, batch.cases, batch.pool, plain=batch.plain, known=found, never=never)
        found = _besides(found, more, fresh=batch.plain)
    return replace(found, cut=found.cut or budget.spent, sure=bool(never))


def first_apart(one: Given, other: Given, budget: Budget) -> tuple[Scenario, bool] | None:
    """The first log found that one of two sentences keeps and the other breaks, for those who ask which of them is meant.

    It is given with whether `one` is the one that breaks it.
    """
    for batch in batches(one, other, budget):
        for case in batch.cases:
            if not budget.take(0):
                return None
            here, there = (broken_under(side, case, batch.pool) for side in batch.sides)
            if here is not None and there is not None and bool(here) != bool(there):
                return case, bool(here)
    return None


class Batch(Struct, frozen=True):
    """Logs that are judged under both sides in one stretch of time; `plain` ones are short and on ordinary days."""

    sides: tuple[Side, Side]
    pool: Pool
    cases: Iterable[Scenario]
    plain: bool = False


def batches(old: Given | None, new: Given | None, budget: Budget) -> Iterator[Batch]:
    """Everything that is tried, in order. What is not plain matters only where one direction has not been found yet."""
    given = [side for side in (old, new) if side is not None]
    rules = [rule for _, rule in given]
    broken = breaching(given, budget)
    logs = [log for _, log in broken]
    asked = asked_beside(given, [one.label for one, _ in broken])
    things = (*map(things_of, rules), *((one.form, one.modifiers) for one in asked))
    pool = pool_of(tuple(agreement for agreement, _ in given), things)
    first = broken_first(given, budget)  # logs that break a rule which something may repair

    def cases_in(stage: Pool) -> Iterator[Scenario]:
        found = _cases(rules, stage, logs)
        return _in_turn([found, *(_repaired(rule, stage, first) for rule in rules)]) if first else found

    def at(stage: Pool, most: int) -> Iterator[Batch]:
        sides = side_of(old, given, broken, stage, budget, lifting=True), side_of(new, given, broken, stage, budget, lifting=True)
        if asked:
            # On the first day, and no longer than to the last entry, so that nothing which a pause may lift is broken on other days.
            first = replace(stage, start=stage.base)
            pair = side_of(old, given, broken, first, budget, lifting=True), side_of(new, given, broken, first, budget, lifting=True)
            # A pause begins the day before, and must be in force then.
            ahead = replace(first, bases=(first.base + 1, *first.bases))
            cases = _in_turn([served(_cases(rules, ahead, logs), asked, ahead), _cases(rules, first, logs)])
            yield Batch(pair, first, islice(_at_once(cases), SEASON_CASES), plain=True)
            yield Batch(pair, first, islice(lifted_cases(asked, given, logs, first), _LIFTED_CASES), plain=True)
            if most == MOST_CASES:
                yield Batch(sides, stage, islice(lifted_cases(asked, given, logs, stage), SEASON_CASES), plain=True)
            return
        yield Batch(sides, stage, islice(cases_in(stage), most), most == MOST_CASES and not mixed(rules))
        yield Batch(sides, stage, longer_logs(sides, stage))

    ordinary = stages(pool, rules)
    for stage in ordinary:
        yield from at(stage, MOST_CASES)
    if old is None or new is None:
        return  # a sentence that is new, or gone, can only be broken where it is
    for stage in seasons(ordinary[0], rules):
        yield from at(stage, SEASON_CASES)
    sides = side_of(old, given, broken, ordinary[0], budget, lifting=True), side_of(new, given, broken, ordinary[0], budget, lifting=True)
    yield Batch(sides, ordinary[0], islice(_wild(sides, ordinary[0], logs), WILD_CASES))


def _wild(sides: tuple[Side, Side], pool: Pool, breaches: list[Breach]) -> Iterator[Scenario]:
    yield from Wild(sides, pool, breaches).logs()


def _besides(found: Compared, more: Compared, *, fresh: bool = False) -> Compared:
    """What later logs add. Whom a direction binds or frees is told from the plain logs of ordinary days, where these show it."""
    if fresh:
        return together(found, more)
    if found.tighter is not None:
        more = replace(more, bound=(), more_protected=())
    if found.looser is not None:
        more = replace(more, freed=(), less_protected=())
    return together(found, more)


def _cases(rules: list[Rule], stage: Pool, breaches: list[Breach]) -> Iterator[Scenario]:
    forms = {part_meaning(form_of(rule)): form_of(rule) for rule in rules}.values()
    cases = _in_turn([scenarios(form, stage, breaches) for form in forms])
    return _once(chain.from_iterable((*_at_once([case]), case) for case in cases) if mixed(rules) else cases)


def _repaired(rule: Rule, stage: Pool, breaches: list[Breach]) -> Iterator[Scenario]:
    """What may repair a breach of a rule, at each moment that matters; then logs that break it, judged when nothing can repair that."""
    form = rule.modifiers.otherwise if isinstance(rule, Sentence) else None
    if form is not None:
        missing = owed(rule.form) if isinstance(rule, Sentence) else None
        for duty in (form.duty, missing):
            if duty is not None:
                yield from answered_breaches(replace(form, duty=duty), stage, breaches)
        for case in scenarios(form_of(rule), stage):
            yield Scenario(case.entries, case.last + longest(stage) + 2)


def _at_once(cases: Iterable[Scenario]) -> Iterator[Scenario]:
    """Each case judged as its last entry is logged: what is still open then is not broken."""
    return (Scenario(case.entries, max(entry.day for entry in case.entries)) for case in cases if case.entries)


def _once(cases: Iterable[Scenario]) -> Iterator[Scenario]:
    """Each case once: two forms that are alike ask for the same ones."""
    seen: set[object] = set()
    for case in cases:
        key = (case.last, *map(key_of, case.entries))
        if key not in seen:
            seen.add(key)
            yield case


def compare_sides(
    old: Side,
    new: Side,
    cases: Iterable[Scenario],
    pool: Pool,
    *,
    plain: bool = True,
    known: Compared | None = None,
    never: frozenset[Direction] = frozenset(),
) -> Compared:
    """Judge the cases under both, until nothing is left to be found.

    In logs that are not plain, who breaks them is told only where nobody breaks the other side, and a direction that is `known` is not
    looked for again; one that can `never` be shown is not looked for at all. A log that shows something is tried once more with the
    others in the places of those who act in it.
    """
    known = known or Compared()
    tighter = Way(old, new, pool, "new", known.tighter is not None, known.bound, known.more_protected)
    looser = Way(new, old, pool, "old", known.looser is not None, known.freed, known.less_protected)
    ways = [way for way, direction in ((tighter, Direction.TIGHTER), (looser, Direction.LOOSER)) if direction not in never]
    cut = False
    for case in cases:
        ways = [way for way in ways if way.wanted(plain=plain)]
        if not ways:
            break
        if not (old.budget.take(0) and new.budget.take(0)):
            cut = True
            break
        # What only one of them could still show is judged first by the side that would have to be broken.
        first = ways[0]
        here = broken_under(first.breaks, case, pool)
        if here is None or (len(ways) == 1 and not here):
            continue
        there = broken_under(first.keeps, case, pool)
        if there is None or here == there == []:
            continue
        for way in ways:
            way.look(case, *((here, there) if way is first else (there, here)), plain=plain)
    names = [tighter.people(), looser.people()]
    groups = [_with_alike(set(those), pool) for those in (names[0][0], names[1][0], names[0][1], names[1][1])]
    return Compared(tighter.witness(), looser.witness(), groups[0], groups[1], groups[2], groups[3], cut)


def _with_alike(those: set[str], pool: Pool) -> tuple[str, ...]:
    """These parties, and whoever was not tried and is like one of them, or like nobody who was."""
    if those:
        those |= {party for party, like in pool.alike if not like or like in those}
    return tuple(party for party in pool.parties if party in those)


def _in_turn(streams: list[Iterator[Scenario]]) -> Iterator[Scenario]:
    while streams:
        for stream in list(streams):
            case = next(stream, None)
            if case is None:
                streams.remove(stream)
            else:
                yield case

"""The search for logs that tell two sentences apart, in both directions before either is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import Duty, Matrix, Parties, Precedence, Sentence
from pactlang.model.meaning import in_order, part_meaning
from pactlang.witness.direction import Compared, Witness, together
from pactlang.witness.entries import key_of
from pactlang.witness.longer import longer_logs
from pactlang.witness.pausing import asked_beside, lifted_cases
from pactlang.witness.pool import Pool, pool_of
from pactlang.witness.scenario import Breach, Scenario
from pactlang.witness.scenarios import scenarios
from pactlang.witness.seasons import mixed, seasons, stages
from pactlang.witness.sides import Given, Rule, Side, breaching, broken_under, form_of, judged_under, side_of, things_of
from pactlang.witness.wild import Wild

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Agreement

MOST_CASES = 1500  # on ordinary days
SEASON_CASES = 300  # on each of the days on which two ways of counting time part
WILD_CASES = 200
_LIFTED_CASES = 40  # of what a pause may lift, on each day
_SEASON = 450  # days: a log that is judged longer after its last entry is so only that nothing is open any more
STEPS = 300_000  # for one sentence
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
    for batch in batches(old, new, budget):
        if found.both and not batch.plain:
            continue
        more = compare_sides(*batch.sides, batch.cases, batch.pool, plain=batch.plain, known=found)
        found = _besides(found, more, fresh=batch.plain)
    return replace(found, cut=True) if budget.spent else found


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
    asked = asked_beside(given)
    things = (*map(things_of, rules), *((one.form, one.modifiers) for one in asked))
    pool = pool_of(tuple(agreement for agreement, _ in given), things)
    broken = breaching(given, budget)
    logs = [log for _, log in broken]

    def at(stage: Pool, most: int) -> Iterator[Batch]:
        sides = side_of(old, given, broken, stage, budget, lifting=True), side_of(new, given, broken, stage, budget, lifting=True)
        if asked:
            # On the first day, and no longer than to the last entry, so that nothing which a pause may lift is broken on other days.
            first = replace(stage, start=stage.base)
            pair = side_of(old, given, broken, first, budget, lifting=True), side_of(new, given, broken, first, budget, lifting=True)
            yield Batch(pair, first, islice(_at_once(_cases(rules, first, logs)), SEASON_CASES), plain=True)
            yield Batch(pair, first, islice(lifted_cases(asked, first), _LIFTED_CASES), plain=True)
            if most == MOST_CASES:
                yield Batch(sides, stage, islice(lifted_cases(asked, stage), SEASON_CASES), plain=True)
            return
        yield Batch(sides, stage, islice(_cases(rules, stage, logs), most), most == MOST_CASES and not mixed(rules))
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
    old: Side, new: Side, cases: Iterable[Scenario], pool: Pool, *, plain: bool = True, known: Compared | None = None
) -> Compared:
    """Judge every case under both.

    In logs that are not plain, who breaks them is told only where nobody breaks the other side, and a direction that is `known` is not
    looked for again. A log that shows something is tried once more with the others in the places of those who act in it.
    """
    come: list[Scenario] = []
    gone: list[Scenario] = []
    bound: dict[frozenset[str], set[str]] = {}
    freed: dict[frozenset[str], set[str]] = {}
    cut = False
    first, second = (old, new) if known is not None and known.tighter is not None else (new, old)
    one_way = not plain and known is not None and (known.tighter is None) != (known.looser is None)
    for case in cases:
        if not (old.budget.take(0) and new.budget.take(0)):
            cut = True
            break
        here = broken_under(first, case, pool)
        if here is None or (one_way and not here):
            continue
        there = broken_under(second, case, pool)
        if there is None or here == there == []:
            continue
        before, after = (here, there) if first is old else (there, here)
        if after and not before:
            come.append(case)
        if before and not after:
            gone.append(case)
        if plain or not (before and after):
            _note(bound, after, before)
            _note(freed, before, after)
    tighter, looser = _witness(old, new, come, pool, "new"), _witness(new, old, gone, pool, "old")
    _with_others(bound, come, old, new, pool)
    _with_others(freed, gone, new, old, pool)
    names = [_least(bound) if tighter else ((), ()), _least(freed) if looser else ((), ())]
    groups = [_with_alike(set(those), pool) for those in (names[0][0], names[1][0], names[0][1], names[1][1])]
    return Compared(tighter, looser, groups[0], groups[1], groups[2], groups[3], cut)


def _with_alike(those: set[str], pool: Pool) -> tuple[str, ...]:
    """These parties, and whoever was not tried and is like one of them, or like nobody who was."""
    if those:
        those |= {party for party, like in pool.alike if not like or like in those}
    return tuple(party for party in pool.parties if party in those)


def _note(found: dict[frozenset[str], set[str]], here: list[Finding], there: list[Finding]) -> None:
    """Who breaks something here that they do not break there, with those towards whom it is broken."""
    elsewhere = {name for finding in there for name in finding.who}
    for finding in here:
        who = frozenset(finding.who) - elsewhere
        if who:
            found.setdefault(who, set()).update(protected_by(finding))


def _with_others(found: dict[frozenset[str], set[str]], cases: list[Scenario], keeps: Side, breaks: Side, pool: Pool) -> None:
    """The same logs by other people: every party in the place of the next one, in all entries or in the last alone."""
    shown: set[frozenset[str]] = set()
    for case in cases:
        own = broken_under(breaks, case, pool)
        who = frozenset(name for finding in own or () for name in finding.who)
        if who in shown:
            continue
        shown.add(who)
        for shift in range(1, len(pool.alone)):
            turned = tuple(_turned_about(entry, pool.alone, shift) for entry in case.entries)
            for entries in (turned, (*case.entries[:-1], *turned[-1:]))[: len(turned)]:
                other = Scenario(entries, case.last)
                broken = broken_under(breaks, other, pool)
                if broken and broken_under(keeps, other, pool) == []:
                    _note(found, broken, [])


def _turned_about(entry: Entry, parties: tuple[str, ...], shift: int) -> Entry:
    others = {name: parties[(place + shift) % len(parties)] for place, name in enumerate(parties)}
    by, to = (tuple(others.get(name, name) for name in names) for names in (entry.by, entry.to))
    return replace(entry, by=by, to=to)


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


def _witness(keeps: Side, breaks: Side, found: list[Scenario], pool: Pool, broken_by: str) -> Witness | None:
    """The shortest of the logs found, made shorter where it can be, and judged once more."""
    if not found:
        return None
    case = min(found, key=lambda one: (len(one.entries), _crowded(one), sum(entry.day != pool.base for entry in one.entries)))

    def still(less: Scenario) -> bool:
        return bool(broken_under(breaks, less, pool)) and broken_under(keeps, less, pool) == []

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
    breach = next(one for one in judged_under(breaks, case, pool) if one.status is Status.BREACH)
    soon = pool.zone.date_of(breach.moment)
    less = Scenario(tuple(entry for entry in case.entries if entry.day <= soon), soon)
    if case.last - soon < _SEASON and still(less):
        case = less
    answers = [one for one in judged_under(keeps, case, pool, keep_all=True) if one.status in (Status.KEPT, Status.DUE)]
    return Witness(case.entries, case.last, breach, answers[-1] if answers else None, broken_by)


def _crowded(case: Scenario) -> int:
    """How many entries have another of their kind on their own date: a log with none reads more like a life."""
    return len(case.entries) - len({(entry.type, entry.day) for entry in case.entries})


def _in_turn(streams: list[Iterator[Scenario]]) -> Iterator[Scenario]:
    while streams:
        for stream in list(streams):
            case = next(stream, None)
            if case is None:
                streams.remove(stream)
            else:
                yield case

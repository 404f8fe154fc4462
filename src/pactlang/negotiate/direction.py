"""Tighter or looser, never guessed: a short log that one text keeps and the other breaks, judged by the checker under both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pactlang.check.budget import Budget
from pactlang.check.finding import Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Agreement,
    Duty,
    Interval,
    Matrix,
    Parties,
    Precedence,
    Quota,
    Schedule,
    Sentence,
)
from pactlang.model.calendar import period_bounds
from pactlang.model.meaning import part_meaning
from pactlang.negotiate.pool import Pool, fitting, pool_of
from pactlang.negotiate.scenario import Scenario
from pactlang.negotiate.scenarios import scenarios
from pactlang.negotiate.sides import Given, Rule, Side, breaching, broken_under, form_of, judged_under, side_of, things_of

if TYPE_CHECKING:
    from pactlang.check.finding import Finding

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


class Direction(StrEnum):
    """What a change does to what is asked."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    BOTH = "both"
    CHANGED = "changed"  # no short log was found that tells the two apart
    NEITHER = "neither"  # only what reminds, warns or shows is another: no verdict follows from it
    SAME = "same"  # other words or another name, the same meaning


class Witness(Struct, frozen=True):
    """A short log that one text keeps and the other breaks, with what the checker says of it.

    `last` is the local date at whose end it is judged. `breach` is what the text that breaks it finds; `answer` what the other one
    does, where it finds anything to keep. `broken_by` is "old" or "new".
    """

    entries: tuple[Entry, ...]
    last: int
    breach: Finding
    answer: Finding | None
    broken_by: str


class Compared(Struct, frozen=True):
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


def compare_rules(old: Given | None, new: Given | None, budget: Budget | None = None) -> Compared:
    """A sentence (or matrix) of an old agreement against one of a new; None where there is none."""
    if old is not None and new is not None and _key(*old) > _key(*new):
        # The same logs are tried whichever of the two is called the new one, so what is tighter one way is looser the other.
        return _compare_rules(new, old, budget or Budget()).mirrored
    return _compare_rules(old, new, budget or Budget())


def _key(agreement: Agreement, rule: Rule) -> str:
    around = (agreement.zone, agreement.week_start, agreement.parties, agreement.states, agreement.people)
    return repr(part_meaning((things_of(rule), around)))


def _compare_rules(old: Given | None, new: Given | None, budget: Budget) -> Compared:
    given = [side for side in (old, new) if side is not None]
    pool = pool_of(tuple(agreement for agreement, _ in given), tuple(things_of(rule) for _, rule in given))
    broken = breaching(given, budget)
    forms = {repr(form_of(rule)): form_of(rule) for _, rule in given}.values()
    found = Compared()
    for stage in _stages(pool, [rule for _, rule in given]):
        sides = [side_of(side, given, broken, stage, budget) for side in (old, new)]
        logs = _in_turn([scenarios(form, stage, [log for _, log in broken]) for form in forms])
        found = together(found, compare_sides(sides[0], sides[1], islice(_once(logs), MOST_CASES), stage))
    return found


def _stages(pool: Pool, rules: list[Rule]) -> list[Pool]:
    """The time in which short logs happen: where each sentence applies; for what recurs also around every date that is named."""
    stages = [fitting(pool, rule.form, rule.modifiers) if isinstance(rule, Sentence) else pool for rule in rules]
    stages = [one for place, one in enumerate(stages) if one not in stages[:place]]
    forms = [form_of(rule) for rule in rules]
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
        before, after = broken_under(old, case, pool), broken_under(new, case, pool)
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

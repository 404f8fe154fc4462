"""One direction of a comparison while logs are judged: those that show it, whom it binds or frees, and when no more can be found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.model.agreement import Interval, Matrix, Parties, Precedence, RepeatAfter, Response, Schedule, Sentence
from pactlang.witness.direction import Witness
from pactlang.witness.scenario import Scenario
from pactlang.witness.sides import broken_under, told_under

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty
    from pactlang.witness.pool import Pool
    from pactlang.witness.sides import Rule, Side

_SEASON = 450  # days: a log that is judged longer after its last entry is so only that nothing is open any more
_LATER = 92  # days by which a log is moved at most, beyond the date on which the texts begin
_BETTER = 60  # logs that are tried, once all is known, for one that reads more like a life
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


class Way:
    """The logs that one side keeps and the other breaks.

    `known` says that an earlier log shows this direction already, `bound` and `protected` what such logs told of people.
    """

    def __init__(
        self, keeps: Side, breaks: Side, pool: Pool, broken_by: str, known: bool, bound: Collection[str], protected: Collection[str]
    ) -> None:
        self.keeps = keeps
        self.breaks = breaks
        self._pool = pool
        self._broken_by = broken_by
        self._known = known
        self._earlier = (frozenset(bound), frozenset(protected))
        self._cases: list[Scenario] = []
        self._found: dict[frozenset[str], set[str]] = {}
        self._turned: set[frozenset[str]] = set()
        self._full = False
        self._since_full = 0

    def wanted(self, *, plain: bool) -> bool:
        """Whether another log could add anything: a direction not shown yet; of plain logs, also whom it concerns."""
        if not self._known and not self._cases:
            return True
        if not plain or (self._known and not self._cases and self._is_full()):
            return False
        if not self._full:
            return True
        self._since_full += 1
        return self._since_full < _BETTER and not self._lifelike

    @cached_property
    def _lifelike(self) -> bool:
        return any(not _crowded(case) for case in self._cases)

    def look(self, case: Scenario, broken: list[Finding], kept: list[Finding], *, plain: bool) -> None:
        """What a log shows that both sides have judged: `broken` by the one that would be broken, `kept` by the other."""
        shows = bool(broken) and not kept
        if shows:
            self._cases.append(case)
            self.__dict__.pop("_lifelike", None)
        if not plain and broken and kept:
            return
        size = len(self._found)
        self._note(broken, kept)
        if shows:
            self._with_others(case, broken)
        if (shows and len(self._cases) == 1) or len(self._found) != size:
            self._full = self._is_full()

    def _is_full(self) -> bool:
        """Whether all that can be said of people is known."""
        bound, protected = self._least()
        alone = set(self._pool.alone)
        bound |= self._earlier[0] & alone
        protected |= self._earlier[1] & alone
        most = _may_be_bound(self.breaks.rule, alone)
        return bound >= most and protected >= _may_be_protected(self.breaks.rule, alone) - (most if len(most) == 1 else set())

    def _note(self, here: Iterable[Finding], there: Iterable[Finding]) -> None:
        """Who breaks something here that they do not break there, with those towards whom it is broken."""
        elsewhere = {name for finding in there for name in finding.who}
        for finding in here:
            who = frozenset(finding.who) - elsewhere
            if who:
                self._found.setdefault(who, set()).update(protected_by(finding))

    def _with_others(self, case: Scenario, broken: Iterable[Finding]) -> None:
        """The same log by other people: every party in the place of the next one, in all entries or in the last alone."""
        who = frozenset(name for finding in broken for name in finding.who)
        if who in self._turned or self._is_full():
            return
        self._turned.add(who)
        for shift in range(1, len(self._pool.alone)):
            turned = tuple(_turned_about(entry, self._pool.alone, shift) for entry in case.entries)
            for entries in (turned, (*case.entries[:-1], *turned[-1:]))[: len(turned)]:
                other = Scenario(entries, case.last)
                also = broken_under(self.breaks, other, self._pool)
                if also and broken_under(self.keeps, other, self._pool) == []:
                    self._note(also, [])

    def _least(self) -> tuple[set[str], set[str]]:
        """The people of whom it is asked on their own, or together where it is asked of several together only.

        That an evening of all three breaks what only one of them promised binds the other two to nothing.
        """
        least = [who for who in self._found if not any(other < who for other in self._found)]
        return {name for who in least for name in who}, {name for who in least for name in self._found[who]}

    def people(self) -> tuple[set[str], set[str]]:
        """Whom the logs bind (or free), and towards whom more (or less) is owed; nobody where none of them shows the direction."""
        return self._least() if self._cases else (set(), set())

    def witness(self) -> Witness | None:
        """The shortest of the logs found, made shorter where it can be, and judged once more."""
        if not self._cases:
            return None
        pool = self._pool
        case = min(
            self._cases,
            key=lambda one: (
                any(entry.day < pool.start for entry in one.entries),
                len(one.entries),
                _crowded(one),
                sum(entry.day != pool.base for entry in one.entries),
            ),
        )
        case = self._with_fewer(case)
        for place in range(len(case.entries)):
            for plain in _PLAIN:
                simpler = replace(case.entries[place], **plain)
                less = Scenario((*case.entries[:place], simpler, *case.entries[place + 1 :]), case.last)
                if simpler != case.entries[place] and self._shows(less):
                    case = less
        return self._later(case) or self._told(case)

    def _later(self, case: Scenario) -> Witness | None:
        """The same on dates on which both texts hold, if these are not and it shows the same there.

        The texts are judged from the first date of both on, or else from as long before the log as they are here.
        """
        start, began, ends = self._pool.start, self._pool.began, self._pool.ends
        days_of = [entry.day for entry in case.entries] or [start]
        over = bool(ends) and max(days_of) > ends
        if start >= began and not over:
            return None
        first = began - min(days_of) if over else max(0, began - min(days_of))
        tries = [(began, first + days) for days in range(_LATER)]
        tries += [(began + days, began + days - start) for days in range(_LATER)]
        for begins, days in tries:
            keeps, breaks = (replace(side, agreement=replace(side.agreement, in_force_from=begins)) for side in (self.keeps, self.breaks))
            way = Way(keeps, breaks, replace(self._pool, start=begins), self._broken_by, False, (), ())
            moved = Scenario(tuple(_moved(entry, days) for entry in case.entries), case.last + days)
            if not self.breaks.budget.take(0):
                break
            if way._shows(moved):
                return way._told(moved)
        return None

    def _told(self, case: Scenario) -> Witness:
        """A log as it is shown: no longer than to its breach."""
        pool = self._pool
        breach = next(one for one in told_under(self.breaks, case, pool) if one.status is Status.BREACH)
        soon = pool.zone.date_of(breach.moment)
        less = Scenario(tuple(entry for entry in case.entries if entry.day <= soon), soon)
        if case.last - soon < _SEASON and self._shows(less):
            case = self._with_fewer(less)  # what only kept something open later is needed no more
        answers = [one for one in told_under(self.keeps, case, pool, keep_all=True) if one.status in (Status.KEPT, Status.DUE)]
        return Witness(case.entries, case.last, breach, answers[-1] if answers else None, self._broken_by, held=(pool.began, pool.ends))

    def _with_fewer(self, case: Scenario) -> Scenario:
        place = 0
        while place < len(case.entries):
            less = Scenario((*case.entries[:place], *case.entries[place + 1 :]), case.last)
            if self._shows(less):
                case = less
            else:
                place += 1
        return case

    def _shows(self, case: Scenario) -> bool:
        return bool(broken_under(self.breaks, case, self._pool)) and broken_under(self.keeps, case, self._pool) == []


def _moved(entry: Entry, days: int) -> Entry:
    end, until = entry.end_day, entry.until
    return replace(entry, day=entry.day + days, end_day=None if end is None else end + days, until=None if until is None else until + days)


def _turned_about(entry: Entry, parties: tuple[str, ...], shift: int) -> Entry:
    others = {name: parties[(place + shift) % len(parties)] for place, name in enumerate(parties)}
    by, to = (tuple(others.get(name, name) for name in names) for names in (entry.by, entry.to))
    return replace(entry, by=by, to=to)


def _crowded(case: Scenario) -> int:
    """How many entries have another of their kind on their own date: a log with none reads more like a life."""
    return len(case.entries) - len({(entry.type, entry.day) for entry in case.entries})


def _may_be_bound(rule: Rule | None, parties: set[str]) -> set[str]:
    """The parties whom breaches of a sentence name: those who owe it where it names them, else anybody."""
    form = rule.form if isinstance(rule, Sentence) else rule
    owed = isinstance(form, Interval | Schedule | Response | RepeatAfter) and isinstance(form.duty.by, Parties)
    return parties & set(form.duty.by.names) if owed else parties  # type: ignore[union-attr]


def _may_be_protected(rule: Rule | None, parties: set[str]) -> set[str]:
    """The parties towards whom it is broken: those to whom it is owed where it names them, else anybody."""
    duty: Duty | None = getattr(rule.form, "duty", None) if isinstance(rule, Sentence) else None
    return parties & set(duty.to.names) if duty is not None and isinstance(duty.to, Parties) else parties


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

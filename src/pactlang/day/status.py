"""The day at a glance: what is due, what comes next, what is left, what is paused, what went well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.agenda.item import Agenda, Item, Kind
from pactlang.checker.agenda.plan import agenda
from pactlang.checker.finding import Bar, Finding, Held, Room, Status, longest_bars
from pactlang.checker.form import FormName
from pactlang.checker.spans import FOREVER
from pactlang.checker.waivers import clause_of
from pactlang.day.weeks import Cell, Mark, Weeks
from pactlang.day.well import Well, well_of
from pactlang.model.agreement import ClauseKind, Sentence
from pactlang.model.calendar import Days, Exact, add_days

if TYPE_CHECKING:
    from pactlang.checker.finding import Hold, Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

SOON = 2  # days from today on which something counts as due now
AHEAD = 366  # days that are looked ahead
LAST_QUARTER = 92  # days before the agreement's end in which that is told
LATELY = 30  # days back, where there was no review yet
STRIP = 13  # weeks that are shown week by week: a quarter
OPEN_REPAIR = 60  # days for which a breach is followed


class Coming(Struct, frozen=True):
    """One thing to come on one date: an item of the agenda, or one date of a series.

    `at` is the instant up to which it can be kept, or at which it is planned. `who` are those of whom it is still to come, nobody where
    it is all. `findings` are those of the checker that say that it is due (none for later dates of a series). `more` are those of the
    same promise that are open, too, and come later.
    """

    item: Item
    day: int
    at: int
    who: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    more: tuple[Coming, ...] = ()

    @property
    def open(self) -> tuple[Coming, ...]:
        """It and all others of the same promise."""
        return (self, *self.more)


class Repair(Struct, frozen=True):
    """A breach that is being repaired: what it still asks for, and what is done."""

    finding: Finding
    open: tuple[Finding, ...]
    done: int


class Today(Struct, frozen=True):
    """The whole answer of `pact status`."""

    judgement: Judgement
    now: tuple[Coming, ...]
    next: tuple[Coming, ...]
    left: tuple[Room, ...]
    pauses: tuple[Hold, ...]
    states: tuple[Held, ...]
    bars: tuple[Bar, ...]
    patterns: tuple[Finding, ...]
    repairs: tuple[Repair, ...]
    well: Well
    firsts: tuple[int, ...]  # the first days of the last weeks
    weeks: tuple[tuple[str, tuple[Cell, ...]], ...]  # the clauses of which something else than "kept" is to tell in them
    party: str = ""


def today_of(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone, party: str = "") -> Today:
    """The day at a glance; with `party`, only what concerns them."""
    planned = _planned(agreements, entries, as_of, zone)
    judgement = planned.judgement
    today = judgement.zone.date_of(as_of)
    coming = [one for one in _coming(planned, today) if not party or not one.who or party in one.who]
    coming.sort(key=lambda one: (one.at, one.item.key))
    told = _one_a_promise(coming)
    now = [one for one in told if one.at < _soon(one, as_of, today)]
    later = [
        one for one in told if one.at >= _soon(one, as_of, today) and (one.item.kind is not Kind.END or one.day - today <= LAST_QUARTER)
    ]
    weeks = Weeks(judgement, entries, [one for one in judgement.findings if _of(one, party)], None, STRIP)
    reviews = _reviews(judgement)
    since = judgement.zone.date_of(max(one.fulfilled_at or 0 for one in reviews)) if reviews else max(today - LATELY, _began(agreements))
    return Today(
        judgement,
        tuple(now),
        tuple(later),
        tuple(one for one in judgement.rooms if not party or not one.people or party in one.people),
        tuple(hold for hold in judgement.holds if hold.start <= as_of < hold.end and hold.agreement is judgement.agreement),
        tuple(one for one in judgement.states if not party or one.party in ("", party)),
        tuple(one for one in longest_bars(judgement.bars) if not party or not one.by or party in one.by or party in one.owing),
        tuple(one for one in judgement.findings if one.status is Status.DRIFT and _of(one, party)),
        tuple(_repairs(judgement, today)),
        well_of(judgement, since, reviewed=bool(reviews)),
        tuple(weeks.firsts),
        tuple(_strips(judgement, weeks)),
        party,
    )


def _of(finding: Finding, party: str) -> bool:
    """Whether a finding concerns a party, or nobody in particular was asked for."""
    return not party or not finding.who or party in finding.who


def _strips(judgement: Judgement, weeks: Weeks) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The weeks of each clause in which something was not kept, was let go, paused or left open; what is due this week comes elsewhere."""
    clauses = [clause.name for version in reversed(judgement.versions) for clause in version.agreement.clauses]
    for name in dict.fromkeys((*clauses, *map(clause_of, judgement.findings))):
        cells = weeks.cells(name)
        if any(cell.mark not in (Mark.KEPT, Mark.NOTHING) for cell in cells[:-1]) or (cells and (cells[-1].broken or cells[-1].let_go)):
            yield name, cells


def _began(agreements: Sequence[Agreement]) -> int:
    """The first date in force of any version; 0 where one does not say it."""
    return min((agreement.in_force_from or 0 for agreement in agreements), default=0)


def _reviews(judgement: Judgement) -> list[Finding]:
    """The reviews that there were."""
    texts = [version.agreement for version in judgement.versions]
    named = {id(one): {clause.name for clause in one.clauses if clause.kind is ClauseKind.REVIEW} for one in texts}
    came = [one for one in judgement.findings if one.fulfilled_at is not None and one.fulfilled_at <= judgement.as_of]
    return [one for one in came if clause_of(one) in named[id(one.agreement)]]


def _planned(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone) -> Agenda:
    """What comes in the next year, and what is due later than that."""
    ahead = zone.date_of(as_of) + AHEAD
    planned = agenda(agreements, entries, as_of, zone, ahead)
    furthest = max((one.date for one in planned.judgement.findings if one.status is Status.DUE), default=0)
    return planned if furthest <= ahead else agenda(agreements, entries, as_of, zone, furthest)


def _coming(planned: Agenda, today: int) -> Iterator[Coming]:
    """What is still to come or still open, each date once."""
    findings: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in planned.judgement.findings:
        if finding.form is FormName.SCHEDULE and isinstance(finding.sentence, Sentence):
            findings[finding.sentence.label, finding.date].append(finding)
    for item in (*planned.unanswered, *planned.items):
        if item.kind in (Kind.CAP_FREE, Kind.PAUSE_END, Kind.FREE_AGAIN) or (item.kind is Kind.END and item.day < today):
            continue
        if item.series is not None and item.sentence is not None:
            for day in item.series.dates:
                told = findings[item.sentence.label, day]
                due = tuple(one for one in told if one.status is Status.DUE)
                # A date that was kept, some days early perhaps, is not to come any more; one in the past is where it can still be kept.
                if due or (day >= today and not told):
                    yield Coming(
                        item,
                        day,
                        item.zone.midnight(day + 1) - 1 if item.clock is None else item.zone.instant(day, item.clock),
                        _owing(item, due),
                        due,
                    )
            continue
        at = item.instant if item.instant is not None else item.zone.midnight(item.day + 1) - 1
        yield Coming(item, item.day, at, _owing(item, ()), (item.finding,) if item.finding is not None else ())


def _owing(item: Item, due: Sequence[Finding]) -> tuple[str, ...]:
    """Of whom it is still to come; nobody where it is everybody."""
    if not due:
        return item.who
    owing = {party for one in due for party in one.who}
    return () if owing.issuperset(item.agreement.parties) else tuple(party for party in item.agreement.parties if party in owing)


def _one_a_promise(coming: Sequence[Coming]) -> list[Coming]:
    """One line for each promise and those who owe it: the first that is open; with it whatever else of it is open already."""
    groups: dict[tuple[object, ...], list[Coming]] = {}
    for one in coming:
        item = one.item
        named: tuple[object, ...] = item.key
        if item.sentence is not None:
            apart = () if item.kind is Kind.SERIES else (one.who,) if item.kind is Kind.DEADLINE else (one.who, item.with_)
            named = (item.sentence.label, *apart)
        groups.setdefault((item.kind, item.overdue, named), []).append(one)
    return [replace(first, more=tuple(one for one in rest if one.findings)) for first, *rest in groups.values()]


def _soon(one: Coming, as_of: int, today: int) -> int:
    """Up to which instant something counts as due now: some days from today, or as long before as it was to be warned of."""
    ahead = one.item.zone.midnight(today + SOON + 1)
    match one.item.sentence.modifiers.warn_before if one.item.sentence is not None else None:
        case Exact(seconds):
            return max(ahead, as_of + seconds + 1)
        case Days() as length:
            return max(ahead, one.item.zone.midnight(add_days(today, length) + 1))
        case _:
            return ahead


def _repairs(judgement: Judgement, today: int) -> list[Repair]:
    found: list[Repair] = []
    following: dict[str, list[Finding]] = defaultdict(list)
    for one in judgement.findings:
        following[one.answers].append(one)
    for breach in judgement.findings:
        if breach.status is not Status.BREACH or breach.date < today - OPEN_REPAIR:
            continue
        follows = following.get(breach.id, [])
        waiting = tuple(one for one in follows if one.status is Status.DUE)
        if waiting:
            found.append(Repair(breach, waiting, sum(one.status is Status.KEPT for one in follows)))
    return found


def paused_for_good(hold: Hold) -> bool:
    """Whether a pause has no end."""
    return hold.end >= FOREVER

"""The day at a glance: what is due, what comes next, what is left, what is paused, what went well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.agenda.item import Item, Kind
from pactlang.agenda.plan import agenda
from pactlang.check.finding import Finding, Room, Status
from pactlang.check.spans import FOREVER
from pactlang.check.waivers import clause_of
from pactlang.model.agreement import ClauseKind, Sentence

if TYPE_CHECKING:
    from pactlang.check.finding import Hold, Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

SOON = 2  # days from today on which something counts as due now
AHEAD = 14  # days that are looked ahead
LATELY = 30  # days back, where there was no review yet
OPEN_REPAIR = 60  # days for which a breach is followed


class Coming(Struct, frozen=True):
    """One thing to come on one date: an item of the agenda, or one date of a series."""

    item: Item
    day: int
    at: int  # the instant up to which it can be kept, or at which it is planned


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
    patterns: tuple[Finding, ...]
    repairs: tuple[Repair, ...]
    kept: int
    kept_since: int
    reviewed: bool
    clean: tuple[str, ...]
    party: str = ""


def today_of(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone: Zone, party: str = "") -> Today:
    """The day at a glance; with `party`, only what concerns them."""
    planned = agenda(agreements, entries, as_of, zone, zone.date_of(as_of) + 366)
    judgement = planned.judgement
    today = judgement.zone.date_of(as_of)
    coming = [one for one in _coming(planned.coming(today - 366), as_of, today) if not party or one.item.concerns(party)]
    urgent = today + SOON
    now = [one for one in coming if one.day <= urgent]
    later = [one for one in coming if urgent < one.day <= today + AHEAD]
    later += [one for one in coming if one.day > today + AHEAD and _is_first(one, coming)]
    reviews = [one for one in judgement.findings if _is_review(one) and one.fulfilled_at is not None and one.fulfilled_at <= as_of]
    since = judgement.zone.date_of(max(one.fulfilled_at or 0 for one in reviews)) if reviews else max(today - LATELY, _began(agreements))
    kept = [one for one in judgement.findings if one.status is Status.KEPT and one.date >= since]
    broken = {clause_of(one) for one in judgement.findings if one.status is Status.BREACH and one.date >= since}
    return Today(
        judgement,
        tuple(now),
        tuple(later),
        tuple(one for one in judgement.rooms if not party or not one.people or party in one.people),
        tuple(hold for hold in judgement.holds if hold.start <= as_of < hold.end and hold.agreement is judgement.agreement),
        tuple(one for one in judgement.findings if one.status is Status.DRIFT and (not party or not one.who or party in one.who)),
        tuple(_repairs(judgement, today)),
        len(kept),
        since,
        bool(reviews),
        tuple(dict.fromkeys(clause_of(one) for one in kept if clause_of(one) not in broken and isinstance(one.sentence, Sentence))),
        party,
    )


def _began(agreements: Sequence[Agreement]) -> int:
    """The first date in force of any version; 0 where one does not say it."""
    return min((agreement.in_force_from or 0 for agreement in agreements), default=0)


def _is_review(finding: Finding) -> bool:
    names = {clause.name for clause in finding.agreement.clauses if clause.kind is ClauseKind.REVIEW}
    return clause_of(finding) in names


def _coming(dates: list[tuple[int, Item]], as_of: int, today: int) -> list[Coming]:
    """What is still to come or still open, each date once; most urgent first."""
    found: list[Coming] = []
    for day, item in dates:
        if item.kind in (Kind.CAP_FREE, Kind.PAUSE_END):
            continue
        at = item.instant if item.instant is not None else item.zone.midnight(day + 1) - 1
        if item.clock is not None:
            at = item.zone.instant(day, item.clock)
        if item.series is not None and (day < today or _answered(item, day)):
            continue
        found.append(Coming(item, day, at))
    found.sort(key=lambda one: (one.at, one.item.key))
    return found


def _answered(item: Item, day: int) -> bool:
    """Whether a date of a series is kept already, some days early as its tolerance allows."""
    return item.finding is not None and item.finding.date == day and item.finding.status is Status.KEPT


def _is_first(one: Coming, coming: list[Coming]) -> bool:
    """Of a series, only its next date is told beyond the days ahead; the agreement's end is told in its last quarter."""
    if one.item.kind is Kind.END:
        return one.day - coming[0].day <= 92
    return next(other for other in coming if other.item.key == one.item.key) is one


def _repairs(judgement: Judgement, today: int) -> list[Repair]:
    found: list[Repair] = []
    for breach in judgement.findings:
        if breach.status is not Status.BREACH or breach.date < today - OPEN_REPAIR:
            continue
        follows = [one for one in judgement.findings if one.reason == breach.id]
        waiting = tuple(one for one in follows if one.status is Status.DUE)
        if waiting:
            found.append(Repair(breach, waiting, sum(one.status is Status.KEPT for one in follows)))
    return found


def paused_for_good(hold: Hold) -> bool:
    """Whether a pause has no end."""
    return hold.end >= FOREVER

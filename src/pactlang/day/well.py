"""What went well: what was kept, thanks and joy, weeks without a miss, drifts that have turned back. It never counts by person."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.finding import Status
from pactlang.checker.turned import turned_back
from pactlang.checker.waivers import clause_of
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import Sentence
from pactlang.model.calendar import Period, period_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pactlang.checker.finding import Finding, Judgement
    from pactlang.checker.turned import Turned
    from pactlang.log.entry import Entry

GLAD = ("gratitude", "appreciation", "acknowledgement", "joy")
_WEEK = 7


class Well(Struct, frozen=True):
    """What went well from the date `since` on, which is that of the last review if `reviewed`.

    `clean` are the clauses that were kept every time; `glad` the entries of gratitude, appreciation, acknowledgement and joy, in order;
    `weeks` the number of weeks without a miss, `row` how many of them are the latest, one after the other; `turned` what a drift has turned
    back from.
    """

    kept: int
    since: int
    reviewed: bool
    clean: tuple[str, ...]
    glad: tuple[Entry, ...]
    weeks: int
    row: int
    turned: tuple[Turned, ...]


def well_of(judgement: Judgement, since: int, *, reviewed: bool = False) -> Well:
    """What went well since a date (an ordinal), of a judgement that lists what was kept."""
    today = judgement.zone.date_of(judgement.as_of)
    found = [one for one in judgement.findings if one.date >= since]
    kept = [one for one in found if one.status is Status.KEPT]
    broken = {
        clause_of(one) for one in found if one.status in (Status.BREACH, Status.WAIVED, Status.MISSED, Status.REPAIRED, Status.UNKNOWN)
    }
    weeks = list(weeks_without_a_miss(found, since, today, judgement.agreement.week_start))
    return Well(
        len(kept),
        since,
        reviewed,
        tuple(dict.fromkeys(clause_of(one) for one in kept if clause_of(one) not in broken and isinstance(one.sentence, Sentence))),
        tuple(_glad(judgement, since)),
        sum(weeks),
        next((place for place, clean in enumerate(reversed(weeks)) if not clean), len(weeks)),
        tuple(turned_back(judgement)),
    )


def _glad(judgement: Judgement, since: int) -> Iterator[Entry]:
    for entry in judgement.entries:
        if entry.type in GLAD and day_of(entry, judgement.zone) >= since and start_of(entry, judgement.zone) <= judgement.as_of:
            yield entry


def weeks_without_a_miss(findings: Sequence[Finding], since: int, today: int, week_start: int) -> Iterator[bool]:
    """For each week between two dates that is over and in which something was judged, in order: whether nothing of it was missed.

    A week is without a miss if something of it was kept, and nothing was broken (let go or not), missed, is open or cannot be told.
    """
    told: dict[int, Counter[Status]] = defaultdict(Counter)
    for finding in findings:
        told[period_bounds(Period.WEEK, finding.date, week_start)[0]][finding.status] += 1
    for first in sorted(told):
        of = told[first]
        if first >= since and first + _WEEK <= today and any(of[status] for status in Status if status is not Status.DRIFT):
            yield not any(of[status] for status in Status if status not in (Status.DRIFT, Status.KEPT))

"""A part of a judgement: some clauses, or from a date on; and what was broken shortly before a signature."""

from __future__ import annotations

from datetime import date

import pytest

from pactlang.checker.engine import judge
from pactlang.checker.finding import Judgement
from pactlang.checker.select import lately_broken, select
from pactlang.inputs import load_text, moment_of
from pactlang.log.entry import Entry
from pactlang.model.calendar import DAY_SECONDS, load_zone

ZONE = load_zone("Europe/Berlin")
DAY = date(2026, 3, 2).toordinal()
PACT = """pact "Us"
    between Ana and Ben
    in force from 2026-01-01
    time zone Europe/Berlin
use relationships
cap few
    at most 1 encounter per month
boundary home
    no encounter at home
promise ask
    check-in by Ana every month on day 3
"""


def judged() -> Judgement:
    """2 March: `few` is kept; 3 March: `few` and `home` are broken, and there is no check-in; 4 March: `few` is."""
    evenings = [
        Entry("encounter", DAY + day, 72_000, by=("Ana",), with_=("dana",), place=at) for day, at in ((0, None), (1, "home"), (2, None))
    ]
    for order, entry in enumerate(evenings):
        entry.order = order
    agreement = load_text(PACT.replace("2026-01-01", "2026-03-01"))
    return judge([agreement], evenings, moment_of("2026-03-05T12:00", ZONE), ZONE, keep_all=True)


@pytest.mark.parametrize(
    ("since", "only", "kept", "ids", "rooms"),
    [
        (None, (), 1, ["few@2026-03-03", "home@2026-03-03", "ask@2026-03-03", "few@2026-03-04", "ask@2026-04-03"], 1),
        (DAY + 1, (), 0, ["few@2026-03-03", "home@2026-03-03", "ask@2026-03-03", "few@2026-03-04", "ask@2026-04-03"], 1),
        (DAY + 2, (), 0, ["few@2026-03-04", "ask@2026-04-03"], 1),
        (None, ("few",), 1, ["few@2026-03-03", "few@2026-03-04"], 1),
        (None, ("home", "ask"), 0, ["home@2026-03-03", "ask@2026-03-03", "ask@2026-04-03"], 0),
        (DAY + 2, ("home",), 0, [], 0),
    ],
)
def test_a_part_is_counted_anew(since: int | None, only: tuple[str, ...], kept: int, ids: list[str], rooms: int) -> None:
    part = select(judged(), since=since, only=only)
    assert sorted(one.id for one in part.findings) == sorted(ids)
    assert part.summary.kept == kept
    assert part.summary.breach == sum(one.status == "breach" for one in part.findings)
    assert len(part.rooms) == rooms
    listed = select(judged(), since=since, only=only, list_kept=True)
    assert (len(listed.findings), listed.summary) == (len(ids) + kept, part.summary)


def test_what_was_broken_within_a_day_before_a_signature() -> None:
    judgement = judged()
    broken = ZONE.instant(DAY + 1, 72_000)

    def lately(first: int, last: int) -> list[str]:
        return sorted(one.id for one in lately_broken(judgement, first, last))

    # An evening counts at its instant and less than a day before; a check-in that did not come has no entry.
    assert lately(broken, broken) == ["few@2026-03-03", "home@2026-03-03"]
    assert lately(broken - 1, broken - 1) == []
    assert lately(broken + DAY_SECONDS - 1, broken + DAY_SECONDS - 1) == ["few@2026-03-03", "home@2026-03-03"]
    assert lately(broken + DAY_SECONDS, broken + DAY_SECONDS) == ["few@2026-03-04"]

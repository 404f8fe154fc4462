"""Law: what `status` calls due, what `check` calls due, and what `export` writes are the same items with the same moments."""

from __future__ import annotations

from collections import Counter
from datetime import UTC as UTC_TIME
from datetime import date, datetime

import icalendar
from hypothesis import event, given

from pactlang.calendars.export.export import ExportError, export
from pactlang.calendars.export.wish import Wish
from pactlang.checker.agenda.item import Agenda, Item, Kind
from pactlang.checker.agenda.plan import agenda
from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Status
from pactlang.checker.form import FormName
from pactlang.day.status import Coming, Today, today_of
from pactlang.model.agreement import Sentence
from pactlang.model.calendar import Days, Exact, add_days

from ..reference.comparing import tries
from ..reference.strategies import Case, LogShape, one_agreement, several_versions
from .moments import UTC, moments

SHAPE = LogShape(leaves=True, waivers=True, size=12)
OWED = ("response", "interval", "schedule", "quota", "follow_up")
PAUSED = ("pause", "pause", "schedule", "schedule", "interval")
CASES = one_agreement(OWED, SHAPE, sentences=3) | several_versions(SHAPE, forms=OWED[:4]) | one_agreement(PAUSED, SHAPE, sentences=3)
_DUE_KINDS = (Kind.SERIES, Kind.NEXT, Kind.DEADLINE, Kind.PERIOD)


def due_in_check(case: Case) -> dict[str, Finding]:
    """What the checker calls due, by id; what was kept is listed, since that moves no name."""
    found = judge(case.models, case.entries, case.as_of, UTC, keep_all=True).findings
    return {one.id: one for one in found if one.status is Status.DUE}


def moment(finding: Finding, item: Item) -> tuple[int | None, int | None]:
    """The date, or the instant, up to which a finding says that it can be kept as agreed, grace left out."""
    if finding.form is FormName.SCHEDULE:
        return finding.date, None
    assert isinstance(finding.sentence, Sentence)
    assert finding.due is not None
    match finding.sentence.modifiers.grace, finding.due_date:
        case Days() as grace, int() as day:
            return (day, None) if finding.form is FormName.INTERVAL else (add_days(day, grace, -1), None)
        case Exact(seconds), None:
            return None, finding.due - seconds
        case _, None:
            return None, finding.due
        case _, day:
            return day, None


def shown(today: Today) -> list[Coming]:
    return [one for first in (*today.now, *today.next) for one in first.open]


def check_due(case: Case) -> None:
    expected = due_in_check(case)
    today = today_of(case.models, case.entries, case.as_of, UTC)
    told = shown(today)
    ids = Counter(finding.id for one in told for finding in one.findings if finding.status is Status.DUE)
    assert ids == Counter(expected.keys())
    for one in told:
        for finding in one.findings:
            if finding.status is Status.DUE and not graced(finding):
                day, instant = moment(finding, one.item)
                assert (one.day, None) == (day, instant) or one.item.instant == instant
    # Every line stands for one promise, of those who owe it.
    lines = [
        (one.item.kind, one.item.overdue, one.item.sentence.label, one.who, one.item.with_)
        for one in (*today.now, *today.next)
        if one.item.sentence
    ]
    assert len(set(lines)) == len(lines)
    # Nothing that is kept, let go or answered is called due or open.
    for one in told:
        assert all(finding.status in (Status.DUE, Status.BREACH, Status.UNKNOWN) for finding in one.findings)
        assert all(finding.fulfilled_at is None for finding in one.findings)
    event(f"{min(len(expected), 3)} due")


def graced(finding: Finding) -> bool:
    return isinstance(finding.sentence, Sentence) and finding.sentence.modifiers.grace is not None


def check_export(case: Case) -> None:
    expected = due_in_check(case)
    try:
        done = export(case.models, case.entries, case.as_of, UTC, Wish(horizon="10y"))
    except ExportError:
        event("a clock change that no calendar shows")
        return
    planned: Agenda = agenda(case.models, case.entries, case.as_of, UTC, done.agenda.last)
    assert [item.key for item in planned.items] == [item.key for item in done.agenda.items]
    assert len({item.key for item in planned.items}) == len(planned.items)
    told: set[str] = set()
    for item in planned.items:
        if item.finding is not None and item.finding.status is Status.DUE:
            told.add(item.finding.id)
        if item.series is not None and item.sentence is not None:
            label = item.sentence.label
            told |= {
                one.id
                for one in expected.values()
                if one.form is FormName.SCHEDULE and one.sentence.label == label and one.date in item.series.dates
            }  # type: ignore[union-attr]
    assert told == {name for name, one in expected.items() if one.date <= done.agenda.last}
    assert written(done.updated.data) == Counter(_start(item) for item in planned.items if item.kind is not Kind.CAP_FREE)


def written(data: bytes) -> Counter[object]:
    """When the events of a calendar begin, as a library reads them."""
    found: Counter[object] = Counter()
    for one in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        start = one["DTSTART"].dt
        found[start.astimezone(UTC_TIME) if isinstance(start, datetime) else start] += 1
    return found


def _start(item: Item) -> object:
    return date.fromordinal(item.day) if item.all_day else datetime.fromtimestamp(item.start, UTC_TIME)


@given(CASES)
@tries(40)
def test_status_and_check_call_the_same_due(drawn: Case) -> None:
    for case in moments(drawn):
        check_due(case)


@given(CASES)
@tries(25)
def test_export_writes_what_check_calls_due(drawn: Case) -> None:
    for case in moments(drawn, 2):
        check_export(case)

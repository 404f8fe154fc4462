"""Law: `may` says of an entry exactly what `check` says once it is in the log; what it proposes was tried, and fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import event, given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Status
from pactlang.day.may import Log, Trial, try_entry
from pactlang.log.entry import Entry

from ..reference.clock import Clock
from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import Case, LogShape, one_agreement, several_versions
from .moments import HOUR, UTC, moments

SHAPE = LogShape(size=10)
CASES = one_agreement((*FORMS, "matrix", "follow_up"), SHAPE, sentences=3) | several_versions(SHAPE)
FEW = 4_000  # steps of a search here


def broken(case: Case, more: Sequence[Entry], until: int, status: Status) -> dict[tuple[object, ...], Finding]:
    """What the checker says has a status, with some entries more; told apart by what it rests on, since numbers may move."""
    more = [replace(entry, order=10_000 + place) for place, entry in enumerate(more)]
    found = judge(case.models, [*case.entries, *more], until, UTC, keep_all=True).findings
    ours = [one for one in found if one.status is status]
    keys = [(one.id.partition("@")[0], one.date, one.who, one.with_, None if one.subject is None else said(one.subject)) for one in ours]
    count: Counter[tuple[object, ...]] = Counter()
    told: dict[tuple[object, ...], Finding] = {}
    for key, one in zip(keys, ours, strict=True):
        count[key] += 1
        told[*key, count[key]] = one
    return told


def said(entry: Entry) -> tuple[object, ...]:
    return entry.type, entry.day, entry.second, entry.by, entry.with_, entry.line


def asked(case: Case, data: st.DataObject) -> Entry:
    """An entry of today or soon, like one of the log."""
    clock = Clock(case.models[0].zone)
    like = data.draw(st.sampled_from([one for one in case.entries if one.type not in ("resume", "leave", "waive")] or list(case.entries)))
    day = clock.date(case.as_of) + data.draw(st.sampled_from((-1, 0, 0, 1, 3)))
    return replace(
        like,
        day=day,
        second=20 * HOUR,
        offset=None,
        end_day=None,
        end_second=None,
        end_offset=None,
        id=None,
        about=None,
        until=None,
        noted=None,
        line=9_999,
    )


@given(CASES, st.data())
@tries(40)
def test_may_says_what_check_says_and_what_it_proposes_fits(drawn: Case, data: st.DataObject) -> None:
    for case in moments(drawn, 2):
        entry = asked(case, data)
        log = Log(case.models, case.entries, case.as_of, UTC, Budget(FEW))
        trial = try_entry(log, entry, ahead=True)
        until = max(case.as_of, log.instant(entry.day, entry.second))
        for status, told in ((Status.BREACH, trial.breaks), (Status.UNKNOWN, trial.open)):
            before, after = broken(case, [], until, status), broken(case, [entry], until, status)
            assert {one.id for one in told} <= {one.id for one in after.values()}
            assert len(told) >= len(after.keys() - before.keys())
            if not after.keys() - before.keys():
                assert not told
        event("fits" if trial.fits else "does not fit")
        check_ways(case, log, trial)


def check_ways(case: Case, log: Log, trial: Trial) -> None:
    """Each way that it names adds no breach and nothing that cannot be told."""
    ways: list[list[Entry]] = []
    if trial.together:
        assert trial.instead is not None
        ways.append([*trial.needs, trial.instead])
    else:
        ways += [[*trial.needs, trial.entry]] if trial.needs else []
        ways += [[trial.instead]] if trial.instead is not None else []
    ways += [[trial.fuller]] if trial.fuller is not None else []
    for way in ways:
        event("a way is named")
        until = max(case.as_of, log.instant(way[-1].day, way[-1].second))
        for status in (Status.BREACH, Status.UNKNOWN):
            assert broken(case, way, until, status).keys() <= broken(case, [], until, status).keys()

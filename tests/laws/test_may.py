"""Law: `may` says of an entry exactly what `check` says once it is in the log; what it proposes was tried, and fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from re import findall
from tempfile import TemporaryDirectory

from hypothesis import event, given
from hypothesis import strategies as st
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.engine import judge
from pactlang.checker.finding import Finding, Judgement, Status
from pactlang.day.append import add
from pactlang.day.may import Log, Trial, try_entry
from pactlang.diagnostics import Diagnostic, Severity
from pactlang.inputs import Texts, read_entries, read_logs
from pactlang.log.entry import Entry
from pactlang.log.write import entry_to_text

from ..reference.clock import Clock
from ..reference.comparing import tries
from ..reference.spoken import FORMS
from ..reference.strategies import VOCABULARY, Case, LogShape, one_agreement, several_versions
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


def nearly(entry: Entry, data: st.DataObject) -> Entry:
    """The same entry, perhaps with a slip in a name or a word, with a tag of which no table speaks, or by nobody."""
    slips = {
        "with_": ("dnaa",),
        "place": "hoome",
        "tags": ("ovrnight", "sauna"),
        "fields": {**entry.fields, "protection": "nonne"},
        "by": (),
    }
    able = [*slips] if entry.type == "encounter" else ["place", "by"]
    able = [name for name in able if name != "by" or (entry.type in VOCABULARY.events and not entry.instead_of)]
    chosen = data.draw(st.sets(st.sampled_from(able), max_size=3)) if able else ()
    return replace(entry, **{name: slips[name] for name in chosen})


def keys(findings: Iterable[Finding]) -> Counter[tuple[object, ...]]:
    """What findings rest on, whatever number they have."""
    subjects = ((one, one.subject) for one in findings)
    return Counter(
        (one.id.partition("@")[0], one.date, one.who, one.with_, None if of is None else (of.type, of.day, of.second, of.by, of.with_))
        for one, of in subjects
    )


def messages(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(one.message for one in found)


@given(CASES, st.data())
@tries(40)
def test_what_may_says_check_says_once_it_is_written(drawn: Case, data: st.DataObject) -> None:
    for case in moments(drawn, 2):
        with TemporaryDirectory() as folder:
            check_written(case, nearly(asked(case, data), data), Path(folder) / "us.pactlog")


def check_written(case: Case, entry: Entry, path: Path) -> None:
    """Hold what `may` says of an entry against what `check` says before it is in the log and after."""
    add(path, *case.entries)
    entries, faults = read_logs([path], case.models)
    if any(one.severity is Severity.ERROR for one in faults):
        event("a log with a fault")
        return
    warnings: list[Diagnostic] = []
    [entry] = read_entries(entry_to_text(entry), Texts([], [path], case.models, entries), warnings)
    log = Log(case.models, entries, case.as_of, UTC, Budget(FEW))
    trial = try_entry(log, entry)
    until = max(case.as_of, log.instant(entry.day, entry.second))
    before = judge(case.models, entries, until, UTC, keep_all=True)
    add(path, entry)
    written, after_faults = read_logs([path], case.models)
    after = judge(case.models, written, until, UTC, keep_all=True)
    for status, told in ((Status.BREACH, trial.breaks), (Status.UNKNOWN, trial.open), (Status.MISSED, trial.misses)):
        assert keys(told) == keys(having(after, status)) - keys(having(before, status))
    begun = [one for one in having(after, Status.DUE) if one.subject is not None and one.subject.line == written[-1].line]
    assert keys(trial.starts) == keys(begun)
    # A slip is told once for a log, and of each entry that is about to be written.
    told, all_told = messages(warnings), messages(after_faults)
    assert all_told - messages(faults) <= told <= all_told
    event(f"{min(len(warnings), 3)} slips")
    check_remarks(trial, before, after)


def having(judgement: Judgement, status: Status) -> list[Finding]:
    return [one for one in judgement.findings if one.status is status]


def check_remarks(trial: Trial, before: Judgement, after: Judgement) -> None:
    """`check` may speak of several entries at once; of what it says more than before, `may` says it, and nothing else."""
    words = [set(findall(r"`[^`]+`|c\d+(?:\.\d+)?|comfort", one)) for one in trial.remarks]
    now = [one.message for one in after.remarks]
    assert all(any(word in message for message in now) for word in chain.from_iterable(words))
    if now != [one.message for one in before.remarks]:
        event("a remark")
        assert trial.remarks

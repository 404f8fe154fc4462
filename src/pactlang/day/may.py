"""An entry tried on a copy of the log: what it would break, what it starts, what it answers, and what would make it fit.

Nothing is guessed: each answer is the difference between two judgements, one of the log as it is and one with the entry in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from pactlang.checker.budget import Budget
from pactlang.checker.company import unsaid_in
from pactlang.checker.engine import no_garbage_collection
from pactlang.checker.finding import Bar, Finding, Held, Judgement, Room, Status, longest_bars
from pactlang.checker.passed import BY, passed_words
from pactlang.day.remedies import fuller, remedies
from pactlang.day.uncounted import Uncounted, uncounted
from pactlang.log.entry import Moment
from pactlang.model.calendar import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement
    from pactlang.model.calendar import Zone

AHEAD = 60  # days that are looked at for a time that fits
_STEP = 1800  # seconds between two times of one day that are tried
_WIDE = 7  # days on which other times of day are tried
_MOST_REMEDIES = 6  # that are put together


class Trial(Struct, frozen=True):
    """What an entry would do.

    `breaks` are the breaches that there would be with it and are not without it; `open` what could not be told. `starts` are the duties
    that it starts, `misses` the wishes that it misses, which hinders nobody; `answers` those findings (due, or broken for want of it) that
    it settles,
    `lacking` those that it was to settle and does not, since something is missing in it. `needs` are other entries that would make
    it fit, all of them together, where such were found; `instead` is the same entry at the first later time at which it fits. With
    `together`, only both will do. `fuller` is the same entry with one more detail, with which it fits. Each of these was tried by the
    checker. With `cut`, the search used up its steps, and not everything was tried.
    `draft` names who has not signed. `in_force` says whether any version is in force on its date, `future` whether it lies ahead of now.
    `close` are the caps that come as near to their limit with it as somebody wanted to be told (`warn at`). `remarks` are what else
    there is to say of it: a waiver that excuses nothing, a field that it leaves out. `asks_who` are the sentences for which it does not
    count since it names nobody; `asks_with` is whether something cannot be told since it does not say with whom. `bars` is what it
    forbids for a time, `freed` what it frees; `begun` and `ended` are the states that hold because of it, and no more, or only until
    their shortest length is over.
    `uncounted` is what it does not count for, though it is what is asked for there: it comes too late for it, or too early.
    """

    entry: Entry
    breaks: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()
    starts: tuple[Finding, ...] = ()
    misses: tuple[Finding, ...] = ()
    answers: tuple[Finding, ...] = ()
    lacking: tuple[Finding, ...] = ()
    kept: int = 0
    needs: tuple[Entry, ...] = ()
    instead: Entry | None = None
    together: bool = False
    fuller: Entry | None = None
    cut: bool = False
    in_force: bool = True
    draft: tuple[str, ...] = ()
    future: bool = False
    close: tuple[Room, ...] = ()
    remarks: tuple[str, ...] = ()
    asks_who: tuple[str, ...] = ()
    asks_with: bool = False
    bars: tuple[Bar, ...] = ()
    freed: tuple[Bar, ...] = ()
    begun: tuple[Held, ...] = ()
    ended: tuple[Held, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it breaks nothing, as far as can be told."""
        return not self.breaks and not self.open


_Kind = tuple[object, ...]  # a status, and what a finding rests on


class Log(Struct, frozen=True):
    """The texts that an entry is tried on: versions of one agreement, the log's entries, and the present instant."""

    agreements: Sequence[Agreement]
    entries: Sequence[Entry]
    now: int
    zone: Zone
    budget: Budget = field(default_factory=Budget)
    _so_far: dict[int, frozenset[_Kind]] = field(default_factory=dict)

    def judged(self, added: Sequence[Entry], until: int) -> Judgement:
        """The judgement of the log with more entries, as of an instant."""
        return self.budget.judge(self.agreements, self._with(added), until, self.zone, keep_all=True)

    def not_kept(self, added: Sequence[Entry], until: int) -> frozenset[_Kind]:
        """What is broken or cannot be told with more entries in the log, as of an instant; without any it is asked once for each."""
        if not added and until in self._so_far:
            return self._so_far[until]
        found = self.budget.findings(self.agreements, self._with(added), until, self.zone)
        kinds = frozenset((one.status, *_key(one)) for one in found if one.status in (Status.BREACH, Status.UNKNOWN))
        if not added:
            self._so_far[until] = kinds
        return kinds

    @property
    def next_order(self) -> int:
        """The place of the first entry that is added."""
        return max((entry.order for entry in self.entries), default=-1) + 1

    def _with(self, added: Sequence[Entry]) -> list[Entry]:
        order = self.next_order
        return [*self.entries, *(replace(entry, order=order + place) for place, entry in enumerate(added))]

    def instant(self, day: int, second: int | None) -> int:
        """A local date and time as an instant; the end of the date where no time is given."""
        return self.zone.midnight(day + 1) - 1 if second is None else self.zone.instant(day, second)


@no_garbage_collection()
def try_entry(log: Log, entry: Entry, *, ahead: bool = False) -> Trial:
    """Try an entry. With `ahead`, look for what would make it fit where it does not."""
    until = _until(log, entry)
    so_far, judged = log.judged([], until), log.judged([entry], until)
    before = {finding.id: finding for finding in so_far.findings}
    after = {finding.id: finding for finding in judged.findings}
    # As it was before the entry: who leaves does so while the agreement is in force.
    version = next((one for one in so_far.versions if one.judges(_first(log, entry))), None)
    waiting = _new(before, after, entry, Status.DUE)
    trial = Trial(
        entry,
        breaks=_new(before, after, entry, Status.BREACH) + tuple(one for one in waiting if one.first is not None),
        open=_new(before, after, entry, Status.UNKNOWN),
        misses=_new(before, after, entry, Status.MISSED),
        starts=tuple(one for one in waiting if one.first is None and one.subject is not None and _same(one.subject, entry)),
        answers=tuple(
            finding
            for name, finding in before.items()
            if finding.status in (Status.DUE, Status.BREACH, Status.MISSED, Status.UNKNOWN) and _better(finding, after.get(name))
        ),
        lacking=tuple(
            finding
            for finding in after.values()
            if finding.status is Status.DUE
            and finding.subject is not None
            and not _same(finding.subject, entry)
            and any(_same(one, entry) for one in finding.entries)
        ),
        kept=sum(finding.status is Status.KEPT for finding in after.values()) - sum(one.status is Status.KEPT for one in before.values()),
        in_force=version is not None,
        draft=version.agreement.unsigned if version is not None and version.draft else (),
        future=_first(log, entry) > log.now,
        close=tuple(room for room in judged.rooms if room.warned and not any(_as_used(room, one) for one in so_far.rooms)),
        remarks=_remarks(judged, entry),
        asks_who=tuple(
            dict.fromkeys(label for one in judged.passed if _same(one.entry, entry) and BY in one.lacks for label in one.labels)
        ),
    )
    trial = replace(
        trial,
        bars=tuple(longest_bars([one for one in judged.bars if one.entry is not None and _same(one.entry, entry)])),
        asks_with=any(_same(one, entry) for finding in trial.open for one in unsaid_in(finding)),
        freed=tuple(one for one in longest_bars(so_far.bars) if one.sure and not any(_as_barred(one, other) for other in judged.bars)),
        begun=_without(judged.states, so_far.states),
        ended=(*_without(so_far.states, judged.states), *(one for one in judged.states if one.early and _same(one.early, entry))),
    )
    if version is not None and not trial.answers and not trial.lacking:

        def settled_on(finding: Finding, day: int) -> bool:
            later = moved(entry, day, entry.second)
            if not log.budget.take():
                return False
            found = {one.id: one for one in log.judged([later], _until(log, later)).findings}.get(finding.id)
            return found is not None and found.status is Status.KEPT

        def counted_by(finding: Finding, names: tuple[str, ...]) -> bool:
            fuller = replace(entry, by=names)
            if not log.budget.take():
                return False
            found = {one.id: one for one in log.judged([fuller], _until(log, fuller)).findings}.get(finding.id)
            return found is not None and any(_same(one, fuller) for one in found.entries)

        given = (entry, _first(log, entry), after.values(), log.zone, _same)
        trial = replace(trial, uncounted=uncounted(*given, settled_on, counted_by))
    agreement = version.agreement if version is not None else log.agreements[-1]
    return trial if trial.fits or not ahead else _with_ways(log, trial, agreement)


def _as_barred(one: Bar, other: Bar) -> bool:
    same = one.sentence is other.sentence and one.by == other.by and one.to == other.to
    return same and one.person == other.person


def _without(some: Sequence[Held], others: Sequence[Held]) -> tuple[Held, ...]:
    """The states that certainly hold in one judgement, and not at all in another."""
    known = {(one.state, one.party) for one in others}
    return tuple(one for one in some if one.sure and (one.state, one.party) not in known)


def _remarks(judged: Judgement, entry: Entry) -> tuple[str, ...]:
    """What else there is to know about an entry; for what it says too little is said of it alone."""
    told = (one.of(lambda other: _same(other, entry)) for one in judged.remarks)
    lacking = (passed_words(entry.type, one.lacks, one.labels, (entry,)) for one in judged.passed if _same(one.entry, entry))
    return tuple(dict.fromkeys(words.removesuffix(".") for words in (*told, *lacking) if words))


def _as_used(room: Room, before: Room) -> bool:
    same = room.sentence is before.sentence and room.who == before.who and room.with_ == before.with_
    return same and room.standing.used == before.standing.used


def _until(log: Log, entry: Entry) -> int:
    """When to judge: once the entry is over, and not before the present."""
    return max(log.now, log.instant(entry.end_day or entry.day, entry.end_second if entry.end_day is not None else entry.second))


def _first(log: Log, entry: Entry) -> int:
    """The first instant at which it may have happened."""
    return log.zone.instant(entry.day, entry.second or 0, entry.offset)


def _new(before: dict[str, Finding], after: dict[str, Finding], entry: Entry, status: Status) -> tuple[Finding, ...]:
    """What has a status with the entry, rests on it, and did not have it so without.

    The entry may come before others of its date, and take the number of one of theirs; so findings are told apart by what they rest on.
    """
    known = {_key(finding) for finding in before.values() if finding.status is status}
    return tuple(finding for finding in after.values() if finding.status is status and _key(finding) not in known)


def _key(finding: Finding) -> tuple[object, ...]:
    subject = finding.subject
    return (
        finding.id.partition("@")[0],
        finding.date,
        finding.who,
        finding.with_,
        None if subject is None else (subject.type, subject.day, subject.second, subject.by, subject.with_, subject.order),
    )


def _same(one: Entry, other: Entry) -> bool:
    return (one.type, one.day, one.second, one.by, one.with_, one.line, one.file) == (
        other.type,
        other.day,
        other.second,
        other.by,
        other.with_,
        other.line,
        other.file,
    )


def _better(finding: Finding, later: Finding | None) -> bool:
    if later is None or later.status in (Status.KEPT, Status.REPAIRED):
        return later is not None
    broken = (Status.BREACH, Status.MISSED)
    return finding.status not in broken and later.status in broken and later.fulfilled_at is not None


def _fits(log: Log, entry: Entry, more: Sequence[Entry] = ()) -> bool:
    """Whether an entry, together with some others, breaks nothing that is not broken without them. False once the steps are used up."""
    if not log.budget.take():
        return False
    until = _until(log, entry)
    after = log.not_kept([*more, entry], until)
    first = log.next_order
    if any(one[-1] is not None and one[-1][-1] >= first for one in after):  # type: ignore[index]
        return False  # it rests on an entry that is not in the log, so without it there is no such thing: no need to ask
    return not after or after <= log.not_kept([], until)


def _with_ways(log: Log, trial: Trial, agreement: Agreement) -> Trial:
    """The trial with what would make the entry fit: one more detail, other entries first, a later time, or both of these."""
    entry = trial.entry
    detailed = next((one for one in fuller(entry, (*trial.breaks, *trial.open)) if _fits(log, one)), None)
    found = list(islice(remedies(agreement, entry, trial.breaks, log.now, log.zone), _MOST_REMEDIES))
    alone, all_of_them = [[one] for one in found], list(_together(found))
    needs = next((some for some in (*alone, *all_of_them) if _fits(log, entry, some)), [])
    instead = next((later for later in _later(entry, log) if _fits(log, later)), None)
    together = False
    if instead is None and not needs:
        for some in (*all_of_them, *alone):
            instead = next((later for later in _later(entry, log) if _fits(log, later, some)), None)
            if instead is not None:
                needs, together = some, True
                break
    return replace(trial, needs=tuple(needs), instead=instead, together=together, fuller=detailed, cut=log.budget.spent)


def _together(found: list[Entry]) -> Iterator[list[Entry]]:
    """All that is missing at once: with the people named only where they must be, and named wherever they can be."""
    plain = [one for one in found if not one.with_ or not any(_but_people(one, other) for other in found)]
    named = [one for one in found if one.with_ or not any(_but_people(one, other) for other in found)]
    yield from (some for some in (plain, named) if len(some) > 1)


def _but_people(one: Entry, other: Entry) -> bool:
    """Whether two entries are the same but for with whom."""
    return one.with_ != other.with_ and replace(one, with_=()) == replace(other, with_=())


def _later(entry: Entry, log: Log) -> Iterator[Entry]:
    if entry.second is not None:
        for second in range(entry.second + _STEP - entry.second % _STEP, DAY_SECONDS, _STEP):
            yield moved(entry, entry.day, second)
    for days in range(1, AHEAD + 1):
        yield moved(entry, entry.day + days, entry.second)
        if days <= _WIDE and entry.second is not None:
            yield from (moved(entry, entry.day + days, second) for second in range(6 * 3600, entry.second, 2 * _STEP))


def moved(entry: Entry, day: int, second: int | None) -> Entry:
    """An entry at another local time, as long as before."""
    if entry.end_day is None:
        return replace(entry, day=day, second=second)
    if entry.end_second is None or entry.second is None or second is None:
        return replace(entry, day=day, second=second, end_day=entry.end_day + day - entry.day)
    length = (entry.end_day - entry.day) * DAY_SECONDS + entry.end_second - entry.second
    end_day, end_second = divmod(day * DAY_SECONDS + second + length, DAY_SECONDS)
    return replace(entry, day=day, second=second, end_day=end_day, end_second=end_second)


LATE = 2  # days after which an entry says when it was written down


def noted_late(entry: Entry, log: Log) -> Entry:
    """An entry that is written down days later says so itself, as `noted`: both shall see that it was."""
    today = log.zone.date_of(log.now)
    if entry.noted is not None or today - (entry.end_day or entry.day) <= LATE:
        return entry
    _, second, offset = log.zone.written(log.now)
    return replace(entry, noted=Moment(today, second - second % 60, offset))

"""The checker: agreements and a log in, a judgement out, in one pass over the events in order of their start."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import Counter
from contextlib import contextmanager
from itertools import count, pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pactlang.checker.agreed import Leave, settled, unsigned_words
from pactlang.checker.company import NOBODY_SAID, actor_unsaid, clock_of, unsaid_in
from pactlang.checker.compile import compile_version
from pactlang.checker.context import Context, Facts, Ledger, finding_id, label_of
from pactlang.checker.drift import find_drift
from pactlang.checker.event import Event
from pactlang.checker.finding import Finding, Judgement, Outside, Remark, Status, Summary
from pactlang.checker.forms.follow_up import judge_follow_up, types_needed
from pactlang.checker.held import holding
from pactlang.checker.leaving import certain_of
from pactlang.checker.lifting import paused_by, without_lifted
from pactlang.checker.passed import PassedOver
from pactlang.checker.people import called, entry_called, newest_names
from pactlang.checker.spans import FOREVER, NEVER, Spans
from pactlang.checker.states import PAUSED, pause_spans, state_spans
from pactlang.checker.timeline import FAR_DAY, timeline, zone_of
from pactlang.checker.unlisted import unlisted
from pactlang.checker.waivers import Waivers, clause_of, mark_disputed
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import BreachTrigger, ClauseKind, Pause, PauseAfter, PersonWord
from pactlang.model.meaning import mentions
from pactlang.model.once import once_each
from pactlang.model.vocabulary import COMPLETE, CONFIRM, DISPUTE, LEAVE, LOG_WORDS, PAUSE, REFUSE, RESUME, WAIVE, WITHDRAW_CONSENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from pactlang.checker.compile import Follower, Program
    from pactlang.checker.lifting import Lifting
    from pactlang.checker.machine import Handler
    from pactlang.checker.timeline import Timeline, Version
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Sentence, State
    from pactlang.model.calendar import Zone

_STEERING = frozenset({PAUSE, RESUME, WITHDRAW_CONSENT, REFUSE})
_TOLD = frozenset({WAIVE, DISPUTE, CONFIRM, COMPLETE})


def judge(
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    as_of: int,
    default_zone: Zone,
    *,
    keep_all: bool = False,
) -> Judgement:
    """Judge a log by one agreement or by several versions of it.

    `as_of` is an instant (seconds since the epoch): entries that start after it are ignored. `default_zone` serves agreements that
    name no zone. What is kept is counted; with `keep_all` it is also listed. The entries must have been validated
    (`pactlang.log`); their order decides only between entries at the same instant.
    """
    with _no_garbage_collection():
        return _judged(agreements, entries, as_of, default_zone, keep_all=keep_all)


def _judged(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, *, keep_all: bool) -> Judgement:
    untimed = [entry for entry in entries if entry.type == LEAVE and entry.second is None]
    given = (agreements, entries, as_of, default_zone)
    judgement = _told(_settled(*given, keep_all=keep_all or bool(untimed), leaves_early=False), *given)
    if untimed:
        early = _told(_settled(*given, keep_all=True, leaves_early=True), *given)
        found = certain_of(judgement.findings, early.findings, untimed)
        kept = sum(finding.status is Status.KEPT for finding in found)
        judgement.findings = [finding for finding in found if keep_all or finding.status is not Status.KEPT]
        judgement.summary = summary_of(judgement.findings, kept)
    return judgement


def findings(
    agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, *, keep_all: bool = False
) -> tuple[list[Finding], int]:
    """What `judge` finds and how much is kept, without what it says besides: no pattern, no remark, and no finding says why an entry
    did not count. For searches, which ask thousands of times.
    """
    if any(entry.type == LEAVE and entry.second is None for entry in entries):
        judgement = judge(agreements, entries, as_of, default_zone, keep_all=keep_all)
        return judgement.findings, judgement.summary.kept
    with _no_garbage_collection():
        ledger = _settled(agreements, entries, as_of, default_zone, keep_all=keep_all, leaves_early=False).ledger
    return sorted(ledger.close(), key=_in_order), ledger.kept


class _Pass(Struct, frozen=True):
    """A log gone through once: what was found, and by what."""

    log: _Log
    ledger: Ledger
    waivers: Waivers
    contexts: list[Context]


def _settled(
    agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, *, keep_all: bool, leaves_early: bool
) -> _Pass:
    """The same, where somebody who left without saying when did so as their date began, or as it ended.

    When a pause follows something is known only after the pass, and it changes what is asked for from then on. So the log is gone
    through again until the pauses are those that were supposed: one more is certain every other time, since nothing hangs on a later one.
    """
    done = _gone_through(agreements, entries, as_of, default_zone, {}, keep_all=keep_all, leaves_early=leaves_early)
    supposed: Lifting = {}
    most = 0
    for turn in count(1):
        lifting = done.ledger.lifting
        most = max(most, sum(map(len, lifting.values())))
        if lifting == supposed or turn > 2 * most + 2:
            break
        supposed = lifting if turn > 1 else without_lifted(lifting, done.log.versions)
        done = _gone_through(agreements, entries, as_of, default_zone, supposed, keep_all=keep_all, leaves_early=leaves_early)
    return done


def _gone_through(
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    as_of: int,
    default_zone: Zone,
    supposed: Lifting,
    *,
    keep_all: bool,
    leaves_early: bool,
) -> _Pass:
    """Once through the log, with pauses that follow something supposed to lift what is asked for at some times."""
    log = _Log(agreements, entries, as_of, default_zone, leaves_early=leaves_early)
    ledger = Ledger(default_zone.date_of(as_of), keep_all=keep_all)
    waivers = Waivers(log.remarked, log.zone_for)
    contexts = _contexts(log, ledger, as_of, supposed)
    programs: list[Program] = []
    for context in contexts:
        before = programs[-1] if programs and contexts[len(programs) - 1].version.end == context.version.start else None
        programs.append(compile_version(context, log.versions, log.pauses, before))
    buffered = _run(log, programs)
    for program in programs:
        for machine in program.machines:
            machine.finish()
    _follow_up(programs, buffered, ledger, waivers)
    return _Pass(log, ledger, waivers, contexts)


def _told(done: _Pass, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone) -> Judgement:
    """All that is said of a log that was gone through."""
    log, ledger, waivers, contexts = done.log, done.ledger, done.waivers, done.contexts
    passed = PassedOver(contexts)
    passed.look(log.events(fitting=passed.concerned))
    passed.tell(ledger.findings)
    shown = log.timeline.at(as_of)
    newest = shown.agreement if shown is not None else agreements[-1]
    for drift in find_drift(ledger, newest, as_of, zone_of(newest, default_zone), log.last_day):
        # After all that happened, so that a pattern moves no name; before what was kept, so that `--all` gives it no other.
        label = label_of(drift.sentence)
        drift.id = finding_id(label, drift.date, ledger.number(label, drift.date))
        ledger.findings.append(drift)
    found = ledger.close()
    mark_disputed(found, log.remarked)
    _tell_why_unknown(found, entries, complete=log.complete_end == FOREVER)
    found.sort(key=_in_order)
    return Judgement(
        agreement=newest,
        as_of=as_of,
        zone=zone_of(newest, default_zone),
        read=len(entries),
        ignored=log.ignored,
        summary=summary_of(found, ledger.kept),
        findings=found,
        remarks=[*waivers.remarks(), *passed.remarks(), *unlisted(contexts, log.fitting), *_set_aside(agreements, log)],
        versions=log.versions,
        drafts=[(version.agreement, version.agreement.unsigned) for version in log.versions if version.draft],
        left=log.left,
        series=list(ledger.uses.series.values()),
        holds=ledger.holds,
        bars=ledger.bars,
        states=[] if shown is None else [one for context in contexts if context.version is shown for one in holding(context, as_of)],
        lifting=ledger.lifting,
        rooms=ledger.rooms,
        entries=log.entries,
        passed=passed.entries(),
        outside=Outside(*log.outside(ledger.closing), begins=log.versions[0].first, ends=log.versions[-1].last) if log.versions else None,
    )


def _in_order(finding: Finding) -> tuple[int, str, str]:
    return finding.at, clause_of(finding), finding.id


def contexts_of(
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    as_of: int,
    default_zone: Zone,
    *,
    judgement: Judgement,
) -> list[Context]:
    """What the machines of each version are given, for those who ask for dates to come rather than for a judgement.

    `judgement` is one of the same texts and log: its findings can be told to be of one of these versions.
    """
    log = _Log(agreements, entries, as_of, default_zone)
    log.versions = judgement.versions or log.versions
    return _contexts(log, Ledger(default_zone.date_of(as_of), keep_all=False), as_of, judgement.lifting)


def timeline_of(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone) -> Timeline:
    """When each text is in force, once those who left by a moment are heard; nothing else of the log is looked at."""
    return _Log(agreements, [entry for entry in entries if entry.type == LEAVE], as_of, default_zone).timeline


def _tell_why_unknown(findings: Sequence[Finding], entries: Sequence[Entry], *, complete: bool) -> None:
    """Where the log is complete, what cannot be told hangs on a time of day that is missing, or on with whom it was."""
    for finding in findings:
        if finding.status is Status.UNKNOWN and finding.unclaimed is None and not actor_unsaid(finding):
            own = bool(clock_of(finding, finding.entries))
            finding.unnamed = complete and bool(unsaid_in(finding))
            # Where other entries have no time, either may be what decides.
            finding.untimed = own or (complete and (not finding.unnamed or bool(clock_of(finding, entries))))


def _set_aside(agreements: Sequence[Agreement], log: _Log) -> list[Remark]:
    """A text that not all have signed judges nothing once any was agreed on: nobody should have to guess why."""
    agreed = log.timeline.agreements
    if not agreed.any or len(agreements) == 1:
        return []
    known = {one.agreement.digest for one in (*agreed.standing, *agreed.never)}
    drafts = [one for one in settled(agreements) if one.digest not in known]
    return [Remark(f"{one.file} is a draft: {unsigned_words(one)}, so nothing is judged by it.") for one in drafts]


def summary_of(findings: Sequence[Finding], kept: int) -> Summary:
    """How many findings of each status; `kept` is given, since what is kept is not always listed."""
    counts = Counter(finding.status for finding in findings)
    return Summary(
        breach=counts[Status.BREACH],
        waived=counts[Status.WAIVED],
        missed=counts[Status.MISSED],
        due=counts[Status.DUE],
        unknown=counts[Status.UNKNOWN],
        drift=counts[Status.DRIFT],
        kept=kept,
    )


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Events and findings hold no cycles; looking for some among a million of them takes a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class _Log:
    """The entries bound to versions and zones: sorted, with those after *as of* left out."""

    def __init__(
        self, agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone, *, leaves_early: bool = False
    ) -> None:
        first_day = min((entry.day for entry in entries), default=FAR_DAY)
        first_day = min(first_day, default_zone.date_of(as_of))
        self.timeline = timeline(agreements, default_zone, first_day)
        self.versions = self.timeline.versions
        shown = self.timeline.at(as_of)
        self._zone = zone_of(shown.agreement if shown is not None else agreements[-1], default_zone)
        self._one_zone = len({version.zone.key for version in self.versions}) <= 1
        leaving = [(start_of(entry, self.zone_for(entry.day)), entry) for entry in entries if entry.type == LEAVE]
        leaving = [
            (at if leaves_early or entry.second is not None else self._latest(entry, as_of), entry) for at, entry in leaving if at <= as_of
        ]
        if leaving:
            # Leaving ends what is in force, and takes back what was signed for later.
            left = [Leave(entry.by, day_of(entry, self.zone_for(entry.day)), at) for at, entry in leaving]
            self.timeline = timeline(agreements, default_zone, first_day, left)
            self.versions = self.timeline.versions
        starts = self._starts_of(entries)
        self.left = self._left_by(leaving, as_of)
        self.entries = entries
        self._one_name_each(starts)
        entries = self.entries
        order: Sequence[int] = range(len(entries))
        if any(later < earlier for earlier, later in pairwise(starts)):
            order = sorted(order, key=starts.__getitem__)
        if starts and max(starts) > as_of:
            order = [place for place in order if starts[place] <= as_of]
        self._order = order
        self._starts = starts
        self.ignored = len(entries) - len(self._order)
        self.last_day = entries[self._order[-1]].day if len(self._order) else None
        told = [entries[place] for place in self._in_order(_TOLD)]
        self.remarked = [entry for entry in told if entry.type != COMPLETE]
        completes = [entry.until for entry in told if entry.type == COMPLETE and entry.until is not None]
        self.complete_end = self._zone.midnight(max(completes) + 1) if completes else FOREVER
        self.pauses = self.events_of(_STEERING)

    def _one_name_each(self, starts: Sequence[int]) -> None:
        """Call people by their newest names, in every text and every entry; all stays as it was given where nobody has another one."""
        names = newest_names([version.agreement for version in self.versions])
        if not any(names):
            return
        said = [tuple(one.items()) for one in names]
        self.versions = [replace(version, agreement=called(version.agreement)(said[version.index])) for version in self.versions]
        self.timeline = replace(self.timeline, versions=self.versions)
        begins = [version.start for version in self.versions[1:]]
        given = self.entries
        self.entries = [entry_called(entry, names[bisect_right(begins, at)]) for entry, at in zip(given, starts, strict=True)]
        self.left = next((now for was, now in zip(given, self.entries, strict=True) if was is self.left), None)

    def _latest(self, entry: Entry, as_of: int) -> int:
        """The last instant at which an entry without a time may have been, as it had been by *as of*."""
        zone = self.zone_for(entry.day)
        return min(zone.midnight(zone.existing(entry.day) + 1) - 1, as_of)

    def _left_by(self, leaving: Sequence[tuple[int, Entry]], as_of: int) -> Entry | None:
        """The entry by which somebody ended the agreement, where none has come into force since."""
        last = self.timeline.at(as_of)
        return next((entry for at, entry in leaving if last is not None and last.left and at == last.end), None)

    def _starts_of(self, entries: Sequence[Entry]) -> list[int]:
        """The first instant at which each entry may have started; each date's midnight is looked up once in a run of entries."""
        starts: list[int] = []
        add = starts.append
        day, zone, midnight, plain = -1, self._zone, 0, False
        for entry in entries:
            if entry.day != day:
                day = entry.day
                zone = self.zone_for(day)
                midnight, plain = zone.day(day)
            second = entry.second
            if second is None:
                add(midnight)
            elif plain and entry.offset is None:
                add(midnight + second)
            else:
                add(zone.instant(day, second, entry.offset))
        return starts

    def zone_for(self, day: int) -> Zone:
        """The zone that an entry of this date is read in: of the version in force on it, else of the nearest one."""
        if self._one_zone or not self.versions:
            return self._zone
        zone = self.versions[0].zone
        for version in self.versions:
            if day >= version.first:
                zone = version.zone
        return zone

    def _in_order(self, types: Collection[str]) -> list[int]:
        """The places of the entries of some types, in order of their start."""
        entries = self.entries
        return [place for place in self._order if entries[place].type in types]

    def outside(self, closing: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
        """The entries before any version is in force, and those after the last one ended; words of the log itself are no part of these,
        nor is `closing`, what counts after the end.
        """
        if not self.versions:
            return [], []
        begins, ends = self.versions[0].start, self.versions[-1].end
        early = takewhile(lambda place: self._starts[place] < begins, self._order)
        late = reversed(list(takewhile(lambda place: self._starts[place] >= ends, reversed(self._order))))
        told = ([self.entries[place] for place in places] for places in (early, late))
        counted = set(map(id, closing))
        before, after = ([entry for entry in entries if entry.type not in LOG_WORDS and id(entry) not in counted] for entries in told)
        return before, after

    def events(self, types: Collection[str] | None = None, fitting: Callable[[Entry], bool] | None = None) -> Iterator[Event]:
        """Every event (of some types, or of some entries) in order of its start."""
        versions, starts, entries = self.versions, self._starts, self.entries
        one_zone = self._zone if self._one_zone or not versions else None
        index = 0
        opens, closes = (versions[0].start, versions[0].end) if versions else (FOREVER, FOREVER)
        day, zone, plain = -1, self._zone, False
        for place in self._order:
            entry = entries[place]
            if (types is not None and entry.type not in types) or (fitting is not None and not fitting(entry)):
                continue
            if entry.day != day:
                day = entry.day
                zone = one_zone or self.zone_for(day)
                plain = zone.day(day)[1]
            lo = starts[place]
            if entry is self.left:
                # It belongs to the version that it ends, so that what follows leaving can be asked for.
                ended = next(version.index for version in versions if version.left and version.start <= lo <= version.end)
                yield Event(entry, lo, zone, ended)
                continue
            while lo >= closes and index + 1 < len(versions):
                index += 1
                opens, closes = versions[index].start, versions[index].end
            event = Event(entry, lo, zone, index if opens <= lo < closes else -1, plain=plain and entry.offset is None)
            if one_zone is None and event.version >= 0:
                event.seen_in(versions[index].zone)
            yield event

    def fitting(self, fits: Callable[[Entry], bool]) -> Iterator[Event]:
        """Those of the entries that fit."""
        return self.events(fitting=fits)

    def events_of(self, types: Collection[str]) -> list[Event]:
        """The events of some types, in order."""
        return list(self.events(types))


def _contexts(log: _Log, ledger: Ledger, as_of: int, supposed: Lifting) -> list[Context]:
    withdrawals = [event for event in log.pauses if event.type in (WITHDRAW_CONSENT, REFUSE)]
    facts = Facts(as_of=as_of, complete_end=log.complete_end, withdrawals=withdrawals)
    facts.texts = tuple(version.agreement for version in log.versions)
    facts.begins = tuple(version.start for version in log.versions)
    if any(_asks_who_is_new(version.agreement) for version in log.versions):
        for event in log.events():
            for person in event.entry.with_ or (NOBODY_SAID,):
                first = facts.met.setdefault((event.type, person), [])
                if not first or event.lo <= min(one.hi for one in first):
                    first.append(event)
    contexts = []
    for version in log.versions:
        states = {PAUSED: _paused(log.pauses, version, facts.texts)}
        for one in version.agreement.sentences:
            if isinstance(one.form, Pause):
                states[paused_by(one)] = pause_spans(log.pauses, version.index, version.zone, one, facts.texts)
            elif isinstance(one.form, PauseAfter):
                states[paused_by(one)] = Spans(supposed.get((version.index, one.label), ()))
        own: dict[str, Mapping[str, Spans]] = {}
        context = Context(version, facts, ledger, states, own)
        for state in version.agreement.states:
            events = log.events_of(_types_of(state))
            if state.each:
                facts.unclaimed[state.name] = [event for event in events if not event.by]
                own[state.name] = {party: state_spans(state, events, context.of(party), party) for party in context.parties}
            else:
                states[state.name] = state_spans(state, events, context)
        contexts.append(context)
    return contexts


def _paused(pauses: Sequence[Event], version: Version, texts: Sequence[Agreement]) -> Spans:
    """When the parties have paused anything, by whatever sentence lets them."""
    if not pauses:
        return NEVER
    ways: list[Sentence | None] = [one for one in version.agreement.sentences if isinstance(one.form, Pause)]
    each = [pause_spans(pauses, version.index, version.zone, way, texts).stretches for way in ways or [None]]
    return Spans(stretch for stretches in each for stretch in stretches)


@once_each
def _asks_who_is_new(agreement: Agreement) -> bool:
    # Only the rare agreement that speaks of someone new pays for looking at everybody.
    asked = ((sentence.form, sentence.modifiers) for sentence in agreement.sentences)
    return mentions((*asked, *agreement.states), PersonWord.SOMEONE_NEW)


def _types_of(state: State) -> set[str]:
    return {alternative.event for selector in (*state.starts, *state.ends) for alternative in selector.alternatives}


def _run(log: _Log, programs: Sequence[Program]) -> dict[str, list[Event]]:
    """The pass. Returns the events that follow-ups will look at again, by type."""
    noticed = _table([machine.noticed for program in programs for machine in program.machines])
    judged = _table([machine.judged for program in programs for machine in program.machines])
    answered = _table([machine.answered for program in programs for machine in program.machines])
    buffered: dict[str, list[Event]] = {}
    for program in programs:
        for follower in program.followers:
            for event_type in types_needed(follower.form, follower.context):
                buffered.setdefault(event_type, [])
    keep: dict[str, tuple[Handler, ...]] = {event_type: (kept.append,) for event_type, kept in buffered.items()}
    types = {*noticed, *judged, *answered, *keep}
    nothing: tuple[Handler, ...] = ()
    at_once = {
        event_type: noticed.get(event_type, nothing)
        + judged.get(event_type, nothing)
        + answered.get(event_type, nothing)
        + keep.get(event_type, nothing)
        for event_type in types
    }
    rounds = (noticed, judged, answered, keep)
    # Events that may have started at the same time (the same instant, or one date where a time is missing) go round together.
    group: list[Event] = []
    until = -FOREVER
    waiting: Event | None = None
    for event in log.events(types):
        if event.lo > until:
            if waiting is not None:
                for handler in at_once[waiting.type]:
                    handler(waiting)
            elif group:
                _hand_out(group, rounds)
                group = []
            waiting = event
            until = event.hi
        else:
            if waiting is not None:
                group, waiting = [waiting], None
            group.append(event)
            until = max(until, event.hi)
    _hand_out(group if waiting is None else [waiting], rounds)
    return buffered


def _hand_out(group: list[Event], rounds: Sequence[Mapping[str, tuple[Handler, ...]]]) -> None:
    for table in rounds:
        for event in group:
            for handler in table.get(event.type, ()):
                handler(event)


def _table(handlers: Sequence[Mapping[str, Handler]]) -> dict[str, tuple[Handler, ...]]:
    table: dict[str, tuple[Handler, ...]] = {}
    for one in handlers:
        for event_type, handler in one.items():
            table[event_type] = (*table.get(event_type, ()), handler)
    return table


def _follow_up(programs: Sequence[Program], buffered: Mapping[str, list[Event]], ledger: Ledger, waivers: Waivers) -> None:
    """Judge what follows: first what follows events, then what follows breaches, the repair clauses last.

    A breach of a repair clause triggers nothing, a clause's own breach never triggers that clause, and a waived breach triggers
    nothing; so waivers are settled before each round.
    """
    followers = [follower for program in programs for follower in program.followers]
    if not followers:
        waivers.apply(ledger.findings)
        return
    after_events = [one for one in followers if not isinstance(one.form.trigger, BreachTrigger)]
    after_breaches = [one for one in followers if isinstance(one.form.trigger, BreachTrigger)]
    repairs = [one for one in after_breaches if one.kind is ClauseKind.REPAIR]
    others = [one for one in after_breaches if one.kind is not ClauseKind.REPAIR]
    for batch in (after_events, others, repairs):
        waivers.apply(ledger.findings)
        breaches = [finding for finding in ledger.findings if finding.status is Status.BREACH]
        for follower in batch:
            events = _merged(buffered, types_needed(follower.form, follower.context))
            judge_follow_up(follower.sentence, follower.form, _triggering(follower, breaches), events, follower.context)
    waivers.apply(ledger.findings)


def _triggering(follower: Follower, breaches: Sequence[Finding]) -> list[Finding]:
    trigger = follower.form.trigger
    if not isinstance(trigger, BreachTrigger):
        return []
    return [
        breach
        for breach in breaches
        if clause_of(breach) != follower.sentence.clause
        and clause_of(breach) not in follower.repair_clauses
        and trigger.of_clause(clause_of(breach))
    ]


def _merged(buffered: Mapping[str, list[Event]], types: set[str]) -> list[Event]:
    lists = [buffered[event_type] for event_type in sorted(types)]
    if len(lists) == 1:
        return lists[0]
    return sorted((event for one in lists for event in one), key=lambda event: event.place_in_order)

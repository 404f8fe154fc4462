"""The checker: agreements and a log in, a judgement out, in one pass over the events in order of their start."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.company import (
    NOBODY_SAID,
    actor_unsaid,
    addressee_unsaid,
    asks_with_whom,
    clock_of,
    date_unsaid,
    details_unsaid,
    unsaid_in,
)
from pactlang.checker.compile import compile_version
from pactlang.checker.context import Context, Facts, Ledger, finding_id, label_of
from pactlang.checker.drift import find_drift
from pactlang.checker.finding import Judgement, Outside, Status, Summary
from pactlang.checker.held import holding
from pactlang.checker.leaving import certain_of
from pactlang.checker.lifting import paused_by, without_lifted
from pactlang.checker.logged import Logged
from pactlang.checker.passed import PassedOver
from pactlang.checker.remarks import of_entries, set_aside
from pactlang.checker.rounds import follow_up, go_round
from pactlang.checker.spans import FOREVER, NEVER, Spans
from pactlang.checker.states import PAUSED, pause_spans, state_spans
from pactlang.checker.timeline import zone_of
from pactlang.checker.waivers import Waivers, clause_of, mark_disputed
from pactlang.model.agreement import Pause, PauseAfter, PersonWord, Precedence
from pactlang.model.meaning import mentions
from pactlang.model.once import once_each
from pactlang.model.parts import events, renewal
from pactlang.model.vocabulary import LEAVE, REFUSE, WITHDRAW_CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pactlang.checker.compile import Program
    from pactlang.checker.event import Event
    from pactlang.checker.finding import Finding
    from pactlang.checker.lifting import Lifting
    from pactlang.checker.timeline import Timeline, Version
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Sentence, State
    from pactlang.model.calendar import Zone


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
    with no_garbage_collection():
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
    with no_garbage_collection():
        ledger = _settled(agreements, entries, as_of, default_zone, keep_all=keep_all, leaves_early=False, tells=False).ledger
    return sorted(ledger.close(), key=_in_order), ledger.kept


class _Pass(Struct, frozen=True):
    """A log gone through once: what was found, and by what."""

    log: Logged
    ledger: Ledger
    waivers: Waivers
    contexts: list[Context]


def _settled(
    agreements: Sequence[Agreement],
    entries: Sequence[Entry],
    as_of: int,
    default_zone: Zone,
    *,
    keep_all: bool,
    leaves_early: bool,
    tells: bool = True,
) -> _Pass:
    """The same, where somebody who left without saying when did so as their date began, or as it ended.

    When a pause follows something is known only after the pass, and it changes what is asked for from then on. So the log is gone
    through again until the pauses are those that were supposed: one more is certain every other time, since nothing hangs on a later one.
    """
    done = _gone_through(agreements, entries, as_of, default_zone, {}, keep_all=keep_all, leaves_early=leaves_early, tells=tells)
    supposed: Lifting = {}
    most = 0
    for turn in count(1):
        lifting = done.ledger.lifting
        most = max(most, sum(map(len, lifting.values())))
        if lifting == supposed or turn > 2 * most + 2:
            break
        supposed = lifting if turn > 1 else without_lifted(lifting, done.log.versions)
        done = _gone_through(agreements, entries, as_of, default_zone, supposed, keep_all=keep_all, leaves_early=leaves_early, tells=tells)
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
    tells: bool,
) -> _Pass:
    """Once through the log, with pauses that follow something supposed to lift what is asked for at some times."""
    log = Logged(agreements, entries, as_of, default_zone, leaves_early=leaves_early)
    ledger = Ledger(default_zone.date_of(as_of), keep_all=keep_all, tells=tells)
    waivers = Waivers(log.remarked, log.zone_for)
    contexts = _contexts(log, ledger, as_of, supposed)
    programs: list[Program] = []
    for context in contexts:
        before = programs[-1] if programs and contexts[len(programs) - 1].version.end == context.version.start else None
        programs.append(compile_version(context, log.versions, log.pauses, before))
    buffered = go_round(log, programs)
    for program in programs:
        for machine in program.machines:
            machine.finish()
    follow_up(programs, buffered, ledger, waivers, log.remarked)
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
        remarks=[*waivers.remarks(), *passed.remarks(), *of_entries(contexts, log), *set_aside(agreements, log)],
        versions=log.versions,
        drafts=[(version.agreement, version.agreement.unsigned) for version in log.versions if version.draft],
        left=log.left,
        series=list(ledger.uses.series.values()),
        holds=ledger.holds,
        bars=ledger.bars,
        waits=ledger.waits,
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
    log = Logged(agreements, entries, as_of, default_zone)
    log.versions = judgement.versions or log.versions
    return _contexts(log, Ledger(default_zone.date_of(as_of), keep_all=False), as_of, judgement.lifting)


def timeline_of(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, default_zone: Zone) -> Timeline:
    """When each text is in force, once those who left by a moment are heard; nothing else of the log is looked at."""
    return Logged(agreements, [entry for entry in entries if entry.type == LEAVE], as_of, default_zone).timeline


def _tell_why_unknown(findings: Sequence[Finding], entries: Sequence[Entry], *, complete: bool) -> None:
    """Where the log is complete, what cannot be told hangs on a time of day that is missing, or on with whom it was."""
    for finding in findings:
        if finding.status is not Status.UNKNOWN or finding.unclaimed is not None or finding.doubt is not None:
            continue
        if not (actor_unsaid(finding) or addressee_unsaid(finding) or date_unsaid(finding)):
            own = bool(clock_of(finding, finding.entries))
            details = bool(details_unsaid(finding))
            finding.unnamed = complete and bool(unsaid_in(finding)) and (not details or asks_with_whom(finding))
            # Where other entries have no time, either may be what decides.
            alone = complete and not details
            finding.untimed = own or (alone and (not finding.unnamed or bool(clock_of(finding, entries))))
            if finding.untimed and not clock_of(finding, entries):
                finding.unclaimed = _unsaid_before(finding, findings)


def _unsaid_before(finding: Finding, findings: Sequence[Finding]) -> Entry | None:
    """The last entry before that does not say who took part, or to whom it was, so that it may have used up what serves this one."""
    if not isinstance(getattr(finding.sentence, "form", None), Precedence):
        return None
    unsaid = (one for one in findings if one.sentence is finding.sentence and one.at < finding.at)
    said = [one for one in unsaid if one.status is Status.UNKNOWN and (actor_unsaid(one) or addressee_unsaid(one))]
    return max(said, key=lambda one: one.at).subject if said else None


def summary_of(findings: Sequence[Finding], kept: int) -> Summary:
    """How many findings of each status; `kept` is given, since what is kept is not always listed."""
    counts = Counter(finding.status for finding in findings)
    return Summary(
        breach=counts[Status.BREACH],
        waived=counts[Status.WAIVED],
        missed=counts[Status.MISSED],
        repaired=counts[Status.REPAIRED],
        due=counts[Status.DUE],
        unknown=counts[Status.UNKNOWN],
        drift=counts[Status.DRIFT],
        kept=kept,
    )


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Events and findings hold no cycles; looking for some among a million of them takes a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _contexts(log: Logged, ledger: Ledger, as_of: int, supposed: Lifting) -> list[Context]:
    withdrawals = [event for event in log.pauses if event.type in (WITHDRAW_CONSENT, REFUSE)]
    facts = Facts(as_of=as_of, complete_end=log.complete_end, withdrawals=withdrawals)
    facts.texts = tuple(version.agreement for version in log.versions)
    facts.begins = tuple(version.start for version in log.versions)
    facts.ends = tuple(version.end for version in log.versions)
    if any(_asks_who_is_new(version.agreement) for version in log.versions):
        for event in log.events():
            for person in event.entry.with_ or (NOBODY_SAID,):
                first = facts.met.setdefault((event.type, person), [])
                if not first or event.lo <= min(one.hi for one in first):
                    first.append(event)
    if between := frozenset[str]().union(*(_counted_between(version.agreement) for version in log.versions)):
        facts.between = log.events_of(between)
        facts.begun = log.versions[0].first
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
            given = log.events_of(_types_of(state))
            if state.each:
                facts.unclaimed[state.name] = [event for event in given if not event.by]
                own[state.name] = {party: state_spans(state, given, context.of(party), party) for party in context.parties}
            else:
                states[state.name] = state_spans(state, given, context)
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


@once_each
def _counted_between(agreement: Agreement) -> frozenset[str]:
    """The events with which some cap starts again."""
    return frozenset[str]().union(*(events(renewal(one.form)) for one in agreement.sentences))


def _types_of(state: State) -> set[str]:
    return {alternative.event for selector in (*state.starts, *state.ends) for alternative in selector.alternatives}

"""`judge`: the whole check, one step after the other. Slow, and meant to be read beside the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Agreement,
    BreachTrigger,
    Cap,
    ClauseKind,
    Gap,
    Interval,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
)
from pactlang.model.vocabulary import COMPLETE, DISPUTE, WAIVE

from . import barred, forms, repaired, schedules
from .record import Event, Outcome, Scene
from .versions import Versions


@dataclass(frozen=True)
class Verdict:
    """How a sentence (or a matrix) stands on one occasion."""

    clause_label: str
    status: str  # breach, waived, missed, due, unknown, kept
    date: int
    who: tuple[str, ...]
    entry_orders: tuple[int, ...]
    id: str = ""
    disputed: bool = False


def judge(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone_fallback: str = "UTC") -> list[Verdict]:
    """Every verdict that the page gives for these versions of an agreement and this log, as of a moment."""
    versions = Versions(agreements, entries, as_of, zone_fallback)
    return [as_verdict(outcome, versions.events) for outcome in outcomes_of(versions)]


def as_verdict(outcome: Outcome, events: list[Event]) -> Verdict:
    """What the outside sees of an outcome."""
    ids = [event.id for event in outcome.events if event.id is not None]
    disputed = any(event.type == DISPUTE and event.about in ids for event in events)
    orders = tuple(event.entry.order for event in outcome.events)
    return Verdict(outcome.label, outcome.status, outcome.date, outcome.who, orders, outcome.id, disputed)


def outcomes_of(versions: Versions) -> list[Outcome]:
    """Every outcome, with what follows from breaches.

    First what needs no breach; then the follow-ups outside `repair`; then `repair`, which a breach of those sets going too (R57). Then
    again until nothing changes, since a pause that follows a breach lifts what was asked for after it (R82).
    """
    breaches: list[Outcome] = []
    outcomes: list[Outcome] = []
    for turn in range(200):
        outcomes = one_pass(versions.scenes(), breaches)
        number(outcomes)
        outcomes = [waived(wished(complete(outcome, versions.events)), versions) for outcome in outcomes]
        # What may be a breach may be counted (R160); nothing else follows it.
        before, breaches = breaches, [outcome for outcome in outcomes if outcome.status in ("breach", "unknown")]
        if before == breaches or (
            turn > 1 and [(one.id, one.at, one.status) for one in before] == [(one.id, one.at, one.status) for one in breaches]
        ):
            return [one for one in outcomes if not (one.repairable and one.status == "breach")]
    raise AssertionError


def one_pass(scenes: list[Scene], breaches: list[Outcome]) -> list[Outcome]:
    """Every sentence and every matrix of every version, once."""
    outcomes = []
    used_up: dict[str, forms.UsedUp] = {}  # R47: "Notices used up by events under an earlier version stay used up."
    for scene in scenes:
        for sentence, kind in sentences_of(scene):
            if isinstance(sentence.form, PauseAfter):
                others = [breach for breach in breaches if sets_going(breach, sentence, kind, scene)]
                scene.paused_after[sentence.label] = forms.paused_after(sentence.form, sentence.modifiers, scene, others)
    for scene in scenes:
        for sentence, kind in sentences_of(scene):
            others = [breach for breach in breaches if sets_going(breach, sentence, kind, scene)]
            for outcome in judge_sentence(sentence, scene, others, used_up.setdefault(sentence.label, {})):
                follows = isinstance(getattr(sentence.form, "trigger", None), BreachTrigger) and not sentence.repairs
                told = replace(outcome, label=sentence.label, clause=sentence.clause, kind=kind, follows=follows, text=scene.agreement)
                told.repairable = repaired.repairable(told, scene)
                if not told.waits and told.events and not told.events[0].by:
                    told.perhaps = told.who  # R160: "where the entry that it is about names nobody, it may be anyone's"
                outcomes.append(replace(told, wish=sentence.modifiers.wish))
        for table in scene.agreement.matrices:
            outcomes += [replace(outcome, label=table.name, clause=table.name) for outcome in forms.matrix(table, scene)]
    return outcomes


def sentences_of(scene: Scene) -> list[tuple[Sentence, ClauseKind]]:
    """The sentences of a version that are applied, with the kinds of their clauses."""
    kinds = {clause.name: clause.kind for clause in scene.agreement.clauses}
    return [(one, kinds[one.clause]) for one in scene.agreement.sentences if not one.not_applied]


def sets_going(breach: Outcome, sentence: Sentence, kind: ClauseKind, scene: Scene) -> bool:
    """Whether a breach can set a follow-up going.

    "A follow-up is triggered only by breaches of other clauses: never of its own, of another `repair` clause …" R57: "Sentences
    outside `repair` that follow a breach do not trigger each other, but a breach of them does trigger `repair`." R170: what repairs a
    breach is set going by its own sentence alone, under its own text, and nothing else is by what may be repaired.
    """
    if sentence.repairs:
        mended = breach.repairable and breach.status == "breach"
        return mended and breach.label == sentence.repairs and breach.text is scene.agreement
    if breach.repairable and breach.status == "breach":
        return False
    if breach.clause == sentence.clause or breach.kind is ClauseKind.REPAIR:
        return False
    return kind is ClauseKind.REPAIR or not breach.follows


def judge_sentence(sentence: Sentence, scene: Scene, breaches: list[Outcome], used_up: forms.UsedUp) -> list[Outcome]:
    """One sentence in one version."""
    sentence = forms.lifted(sentence, scene)
    form, modifiers = sentence.form, sentence.modifiers
    match form:
        case Cap():
            return forms.cap(form, modifiers, scene)
        case Quota():
            return forms.quota(form, modifiers, scene, [scene, *gone_on(sentence, scene, forms.counts_the_same)], sentence.label)
        case Gap():
            return forms.gap(form, modifiers, scene)
        case Response() if sentence.repairs:
            return repaired.otherwise(sentence, scene, breaches)
        case Response():
            return forms.response(form, modifiers, scene, breaches)
        case Precedence():
            return forms.precedence(form, modifiers, scene, used_up)
        case Interval():
            return forms.interval(sentence.label, scene, gone_on(sentence, scene, forms.asks_the_same))
        case Schedule():
            return schedules.schedule(sentence.label, scene, gone_on(sentence, scene, schedules.asks_for_the_same))
        case Prohibition():
            return forms.prohibition(form, modifiers, scene)
        case Pause():
            return forms.pause(sentence, scene)
        case ProhibitionAfter():
            return barred.prohibition_after(sentence, scene, breaches)
        case ProhibitionBefore():
            return forms.prohibition_before(form, modifiers, scene)
        case PauseAfter():
            return forms.pause_after(form, modifiers, scene, breaches)
        case RepeatAfter():
            return forms.repeat_after(form, modifiers, scene, breaches)
    raise AssertionError(form)


def gone_on(sentence: Sentence, scene: Scene, same: Callable[[Sentence, Scene, Sentence, Scene], bool]) -> list[Scene]:
    """R69, R70: "A sentence with the same label goes on": the earlier versions, without a break, in which it did; the last first."""
    found: list[Scene] = []
    while scene.before is not None:
        earlier = forms.sentence_in(scene.before, sentence.label)
        if earlier is None or not same(sentence, scene, earlier, scene.before):
            break
        sentence, scene = earlier, scene.before
        found.append(scene)
    return found


def number(outcomes: list[Outcome]) -> None:
    """Give ids: "clause, `@`, local date …(`~2`, `~3` … for more on one day …)", counted as R41 says."""

    def place(outcome: Outcome) -> tuple[object, ...]:
        # R41: "A stretch of an interval that several owe keeps its number for those who still owe it." Each party has their own.
        start, end = outcome.stretch or (0, None)
        return outcome.at, start, outcome.place, end is not None, end or 0, [event.rank for event in outcome.events]

    taken: dict[str, int] = {}
    for outcome in sorted(outcomes, key=place):
        if outcome.waits or outcome.status != "kept":
            plain = f"{outcome.label}@{date.fromordinal(outcome.date).isoformat()}"
            taken[plain] = taken.get(plain, 0) + 1
            outcome.id = plain if taken[plain] == 1 else f"{plain}~{taken[plain]}"


def complete(outcome: Outcome, events: list[Event]) -> Outcome:
    """R38: "A finding that would be broken for want of an entry is `unknown` where such an entry could still have stood after
    that date." "the latest one counts".
    """
    kept_up_to = [event.entry.until for event in events if event.type == COMPLETE and event.entry.until is not None]
    wanting = outcome.wanting_until
    if outcome.status == "breach" and kept_up_to and wanting is not None and wanting > max(kept_up_to):
        return replace(outcome, status="unknown")
    return outcome


def wished(outcome: Outcome) -> Outcome:
    """R90: "`if we can` turns what would be a breach into `missed`, and nothing else"."""
    return replace(outcome, status="missed") if outcome.wish and outcome.status == "breach" else outcome


def waived(outcome: Outcome, versions: Versions) -> Outcome:
    """Rule 12: "A breach is `waived` once every party who did not break it has waived it (where all broke it, all must, each
    in their own entry)." R40: "`waive CLAUSE of ENTRY` fits the breaches of any sentence of that clause … that rest on ENTRY
    as the entry they speak of first."
    """
    if outcome.status != "breach":
        return outcome
    first = outcome.events[0].id if outcome.events else None
    since = outcome.at if outcome.since is None else outcome.since

    def fits(waiver: Event) -> bool:
        # R66: "A waiver dated before what it waives waives nothing; one without a time may be of the evening."
        if (waiver.start if waiver.timed else versions.clock_for(waiver.entry).end_of(waiver.day) - 1) < since:
            return False
        if waiver.about is None:
            return waiver.entry.target == outcome.id
        return waiver.entry.target in (outcome.clause, outcome.label) and waiver.about == first

    waivers = [event for event in versions.events if event.type == WAIVE and fits(event)]
    parties = versions.agreements[-1].parties
    innocent = [party for party in parties if party not in outcome.who]
    if innocent:
        done = all(any(party in waiver.by for waiver in waivers) for party in innocent)
    else:
        done = all(any(waiver.by == (party,) for waiver in waivers) for party in parties)
    return replace(outcome, status="waived") if done else outcome

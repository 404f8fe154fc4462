"""`judge`: the whole check, one step after the other. Slow, and meant to be read beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from pactlang.log.entry import Entry
from pactlang.model.agreement import (
    Agreement,
    Cap,
    ClauseKind,
    Gap,
    Interval,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Sentence,
)
from pactlang.model.vocabulary import COMPLETE, DISPUTE, LEAVE, WAIVE

from . import forms
from .clock import Clock
from .record import FAR, Event, Outcome, Scene


@dataclass(frozen=True)
class Verdict:
    """How a sentence (or a matrix) stands on one occasion."""

    clause_label: str
    status: str  # breach, waived, due, unknown, kept
    date: int
    who: tuple[str, ...]
    entry_orders: tuple[int, ...]
    id: str = ""
    disputed: bool = False


def judge(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int, zone_fallback: str = "UTC") -> list[Verdict]:
    """Every verdict that the page gives for these versions of an agreement and this log, as of a moment.

    "Where an entry has no time and the time of day decides, the verdict is `unknown`": see `missing_time`.
    """
    clock = Clock(next((version.zone for version in reversed(agreements) if version.zone), zone_fallback))
    events = read(entries, clock, as_of)
    return [as_verdict(outcome, events) for outcome in judge_events(agreements, events, as_of, clock)]


def as_verdict(outcome: Outcome, events: list[Event]) -> Verdict:
    """What the outside sees of an outcome."""
    orders = tuple(event.entry.order for event in outcome.events)
    disputed = any(
        event.type == DISPUTE and event.about is not None and any(event.about == other.id for other in outcome.events) for event in events
    )
    return Verdict(outcome.label, outcome.status, outcome.date, outcome.who, orders, outcome.id, disputed)


# --- the log --------------------------------------------------------------------------------------------------


def read(entries: Sequence[Entry], clock: Clock, as_of: int) -> list[Event]:
    """The log in order, as of a moment.

    Rule 10: "entries that start after it are ignored (and counted); what starts before it counts whole." Rule 11: "Two
    entries equal in every field but the note are one".
    """
    seen: list[tuple[object, ...]] = []
    events = []
    for entry in sorted(entries, key=lambda entry: entry.order):
        told = what_it_says(entry)
        event = bind(entry, clock)
        if told not in seen and event.start <= as_of:
            seen.append(told)
            events.append(event)
    return sorted(events, key=lambda event: event.rank)


def what_it_says(entry: Entry) -> tuple[object, ...]:
    """Every field that the writer wrote, but the note."""
    place = {"note", "file", "line", "order"}
    return tuple(getattr(entry, part.name) for part in fields(entry) if part.name not in place)


def bind(entry: Entry, clock: Clock) -> Event:
    """An entry with its instants. R5: "The end of an entry without a date (`19:30 to 23:10`) has the offset of its start."""
    start = clock.instant(entry.day, entry.second or 0, entry.offset)
    end = None
    if entry.end_second is not None:
        if entry.end_day is not None:
            end = clock.instant(entry.end_day, entry.end_second, entry.end_offset)
        else:
            offset = entry.offset if entry.end_offset is None else entry.end_offset
            days = (entry.day - 1, entry.day, entry.day + 1, entry.day + 2)
            end = min(at for day in days if (at := clock.instant(day, entry.end_second, offset)) > start)
    return Event(entry, start, end, clock.date(start), entry.second is not None)


# --- versions -------------------------------------------------------------------------------------------------


def scenes(agreements: Sequence[Agreement], events: list[Event], as_of: int, clock: Clock) -> list[Scene]:
    """One scene for each version that was ever in force.

    Rule 13: "Each version judges the events that start while it is in force …. A text that not all have signed judges nothing
    while a signed one stands: the last fully signed text stays in force until replaced, lapsed or left." R45: "`in force
    from` decides".
    """
    earliest = events[0].day if events else clock.date(as_of)
    first_date = {id(version): earliest if version.in_force_from is None else version.in_force_from for version in agreements}
    last_date = {id(version): FAR if version.in_force_until is None else version.in_force_until for version in agreements}

    def governing(day: int) -> Agreement | None:
        begun = [version for version in agreements if first_date[id(version)] <= day]
        for candidates in ([one for one in begun if not one.unsigned], [one for one in begun if one.unsigned]):
            latest = max(candidates, key=lambda version: first_date[id(version)], default=None)
            # The last in the list wins where two begin on one date.
            latest = next((one for one in reversed(candidates) if latest and first_date[id(one)] == first_date[id(latest)]), None)
            if latest is not None and day <= last_date[id(latest)]:
                return latest
        return None

    changes = sorted({day for version in agreements for day in (first_date[id(version)], last_date[id(version)] + 1)})
    spans = list(zip(changes, [day - 1 for day in changes[1:]] + [FAR], strict=True))
    leaves = [event for event in events if event.type == LEAVE]

    def left(version: Agreement) -> Event | None:
        """R37: "`leave` ends the agreement at its instant", and with it every version that had begun."""
        return next((event for event in leaves if event.day >= first_date[id(version)]), None)

    def judges(version: Agreement, event: Event) -> bool:
        leave = left(version)
        return governing(event.day) is version and (leave is None or event.rank < leave.rank)

    found = []
    order = sorted(agreements, key=lambda version: first_date[id(version)])
    for version in order:
        earlier = [one for one in order[: order.index(version)] if not one.unsigned]
        own = merged([(first, last) for first, last in spans if governing(first) is version])
        if not own:
            continue
        leave = left(version)

        def in_force(event: Event, version: Agreement = version) -> bool:
            return judges(version, event)

        def in_force_at(instant: int, version: Agreement = version, leave: Event | None = leave) -> bool:
            return governing(clock.date(instant)) is version and (leave is None or instant < leave.start)

        def counted(event: Event, version: Agreement = version, earlier: Sequence[Agreement] = earlier) -> bool:
            return any(judges(one, event) for one in (*earlier, version))

        def turns(sentence: Sentence, version: Agreement = version, earlier: Sequence[Agreement] = earlier) -> int | None:
            """R46: "`every 2 weeks` keeps its turn across versions for sentences of the same clause"."""
            same = [
                one
                for one in (*earlier, version)
                for other in one.sentences
                if other.label == sentence.label
                and isinstance(other.form, Schedule)
                and isinstance(sentence.form, Schedule)
                and other.form.recurrence == sentence.form.recurrence
            ]
            return min(first_date[id(one)] for one in same)

        found.append(Scene(version, clock, events, as_of, in_force, in_force_at, counted, own, turns, leave))
    return found


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbouring stretches of dates as one."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        if found and found[-1][1] + 1 == first:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


# --- the verdicts ---------------------------------------------------------------------------------------------


def judge_events(agreements: Sequence[Agreement], events: list[Event], as_of: int, clock: Clock) -> list[Outcome]:
    """Judge until the breaches that follow-ups speak of are the breaches that they were judged by."""
    views = scenes(agreements, events, as_of, clock)
    breaches: list[Outcome] = []
    while True:
        outcomes = one_pass(views, breaches)
        number(outcomes)
        outcomes = [waived(complete(outcome, events), events, views) for outcome in outcomes]
        now = [outcome for outcome in outcomes if outcome.status == "breach" and outcome.kind is not ClauseKind.REPAIR]
        if [(one.label, one.key) for one in now] == [(one.label, one.key) for one in breaches]:
            return outcomes
        breaches = now


def one_pass(views: list[Scene], breaches: list[Outcome]) -> list[Outcome]:
    """Every sentence and every matrix of every version, once."""
    outcomes = []
    used_up: dict[str, forms.UsedUp] = {}  # R47: "Notices used up by events under an earlier version stay used up."
    for scene in views:
        kinds = {clause.name: clause.kind for clause in scene.agreement.clauses}
        for sentence in scene.agreement.sentences:
            if sentence.not_applied:
                continue
            for outcome in judge_sentence(sentence, scene, breaches, used_up.setdefault(sentence.label, {})):
                outcomes.append(replace(outcome, label=sentence.label, clause=sentence.clause, kind=kinds[sentence.clause]))
        for table in scene.agreement.matrices:
            outcomes += [replace(outcome, label=table.name, clause=table.name) for outcome in forms.matrix(table, scene)]
    return outcomes


def judge_sentence(sentence: Sentence, scene: Scene, breaches: list[Outcome], used_up: forms.UsedUp) -> list[Outcome]:
    """One sentence in one version.

    "A follow-up is triggered only by breaches of other clauses: never of its own, of another `repair` clause …, nor by a
    waived one."
    """
    form, modifiers = sentence.form, sentence.modifiers
    others = [breach for breach in breaches if breach.clause != sentence.clause]
    match form:
        case Cap():
            return forms.cap(form, modifiers, scene)
        case Quota():
            return forms.quota(form, modifiers, scene)
        case Gap():
            return forms.gap(form, modifiers, scene)
        case Response():
            return forms.response(form, modifiers, scene, others)
        case Precedence():
            return forms.precedence(form, modifiers, scene, used_up)
        case Interval():
            return forms.interval(form, modifiers, scene)
        case Schedule():
            return forms.schedule(form, modifiers, scene, scene.turns(sentence))
        case Prohibition():
            return forms.prohibition(form, modifiers, scene)
        case Pause():
            return forms.pause(form, modifiers, scene)
        case PauseAfter():
            return forms.pause_after(form, modifiers, scene, others)
        case RepeatAfter():
            return forms.repeat_after(form, modifiers, scene, others)
    raise AssertionError(form)


def number(outcomes: list[Outcome]) -> None:
    """Page: "A finding's id is clause, `@`, local date …(`~2`, `~3` … for more on one day …)", counted as R41 says."""
    taken: dict[str, int] = {}
    for outcome in sorted(outcomes, key=lambda one: (one.at, [event.rank for event in one.events])):
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


def waived(outcome: Outcome, events: list[Event], views: list[Scene]) -> Outcome:
    """Rule 12: "A breach is `waived` once every party who did not break it has waived it (where all broke it, all must, each
    in their own entry)." R40: "`waive CLAUSE of ENTRY` fits the breaches of any sentence of that clause … that rest on
    ENTRY as the entry they speak of first."
    """
    if outcome.status != "breach":
        return outcome
    first = outcome.events[0].id if outcome.events else None

    def fits(waiver: Event) -> bool:
        if waiver.about is None:
            return waiver.entry.target == outcome.id
        return waiver.entry.target in (outcome.clause, outcome.label) and waiver.about == first

    waivers = [event for event in events if event.type == WAIVE and fits(event)]
    parties = views[-1].parties
    innocent = [party for party in parties if party not in outcome.who]
    if innocent:
        done = all(any(party in waiver.by for waiver in waivers) for party in innocent)
    else:
        done = all(any(waiver.by == (party,) for waiver in waivers) for party in parties)
    return replace(outcome, status="waived") if done else outcome

"""The pass: every event goes round the machines of all sentences; then what follows events and breaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.context import Ledger, label_of
from pactlang.checker.finding import Status
from pactlang.checker.forms.follow_up import judge_follow_up, types_needed
from pactlang.checker.logged import Logged
from pactlang.checker.spans import FOREVER
from pactlang.checker.waivers import Waivers, clause_of, mark_disputed
from pactlang.model.agreement import BreachTrigger, ClauseKind, Response

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pactlang.checker.compile import Follower, Program
    from pactlang.checker.event import Event
    from pactlang.checker.finding import Finding
    from pactlang.checker.machine import Handler
    from pactlang.log.entry import Entry


def go_round(log: Logged, programs: Sequence[Program]) -> dict[str, list[Event]]:
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


def follow_up(
    programs: Sequence[Program], buffered: Mapping[str, list[Event]], ledger: Ledger, waivers: Waivers, remarked: Sequence[Entry]
) -> None:
    """Judge what follows: first what follows events, then what repairs a breach of its own sentence, then what follows breaches, the
    repair clauses last.

    A breach of a repair clause triggers nothing, a clause's own breach never triggers that clause, and a waived breach triggers
    nothing; so waivers are settled before each round. What is counted up may be a breach that is not known to be one, or is disputed.
    """
    followers = [follower for program in programs for follower in program.followers]
    if not followers:
        waivers.apply(ledger.findings)
        return
    after_events = [one for one in followers if not isinstance(one.form.trigger, BreachTrigger)]
    mending = [one for one in followers if one.sentence.repairs]
    after_breaches = [one for one in followers if isinstance(one.form.trigger, BreachTrigger) and not one.sentence.repairs]
    repairs = [one for one in after_breaches if one.kind is ClauseKind.REPAIR]
    others = [one for one in after_breaches if one.kind is not ClauseKind.REPAIR]
    counting = any(one.form.trigger.times is not None for one in after_breaches)
    for batch in (after_events, mending, others, repairs):
        waivers.apply(ledger.findings)
        if counting:
            mark_disputed(ledger.findings, remarked)
        breaches = [finding for finding in ledger.findings if finding.status in (Status.BREACH, Status.UNKNOWN)]
        for follower in batch:
            heard = _merged(buffered, types_needed(follower.form, follower.context))
            triggering = _triggering(follower, breaches)
            if isinstance(follower.form, Response) and follower.sentence.repairs:
                from pactlang.checker.forms.otherwise import judge_otherwise  # few agreements have one

                judge_otherwise(follower.sentence, follower.form, triggering, heard, follower.context)
            else:
                judge_follow_up(follower.sentence, follower.form, triggering, heard, follower.context)
    waivers.apply(ledger.findings)


def _triggering(follower: Follower, breaches: Sequence[Finding]) -> list[Finding]:
    trigger = follower.form.trigger
    if not isinstance(trigger, BreachTrigger):
        return []
    if label := follower.sentence.repairs:
        text = follower.context.version.agreement
        own = [breach for breach in breaches if label_of(breach.sentence) == label and breach.agreement is text]
        return [breach for breach in own if breach.status is Status.BREACH]
    return [
        breach
        for breach in breaches
        if (breach.status is Status.BREACH or (trigger.times is not None and not breach.wished))
        and clause_of(breach) != follower.sentence.clause
        and clause_of(breach) not in follower.repair_clauses
        and trigger.of_clause(clause_of(breach))
    ]


def _merged(buffered: Mapping[str, list[Event]], types: set[str]) -> list[Event]:
    lists = [buffered[event_type] for event_type in sorted(types)]
    if len(lists) == 1:
        return lists[0]
    return sorted((event for one in lists for event in one), key=lambda event: event.place_in_order)

"""`otherwise message by the others within 1 hour`, under a sentence: what repairs a breach of it (R170).

Each breach asks for it from its moment on, and a finding of `NAME.otherwise` takes its place: due, repaired, or the one breach there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.deadline import deadline_of
from pactlang.checker.event import NO, Event, bound
from pactlang.checker.finding import Status
from pactlang.checker.forms.answers import Occasion
from pactlang.checker.forms.follow_up import certain_with, respond
from pactlang.checker.who import Owed
from pactlang.log.bound import start_of
from pactlang.model.agreement import OtherwiseTrigger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Response, Sentence


def judge_otherwise(sentence: Sentence, form: Response, breaches: Sequence[Finding], events: Sequence[Event], context: Context) -> None:
    """Judge what repairs the breaches of one sentence in one version; where nobody is left to repair one, it stays what it is."""
    owed, ledger = Owed(form.duty, context.parties), context.ledger
    asked = [one for one in breaches if one.who and owed.needs(one.who, one.subject)]
    if not asked:
        return
    taken = {id(one) for one in asked}
    ledger.findings[:] = [one for one in ledger.findings if id(one) not in taken]
    before = len(ledger.findings)
    occasions = sorted((_occasion(one, form, context) for one in asked), key=lambda occasion: occasion.lo)
    respond(sentence, form, occasions, events, context)
    firsts = {one.id: one for one in asked}
    told = ledger.findings[before:]
    ledger.findings[before:] = [one for one in told if _settled(one, firsts[one.after], form, context)]


def _occasion(breach: Finding, form: Response, context: Context) -> Occasion:
    """The breach as what asks for something: at its moment, or at any of a date where its subject has no time."""
    zone = context.zone
    lo = hi = breach.moment
    if (certain := certain_with(breach)) is not None:
        hi = max(lo, _event(certain, context).hi)
    clock = max(lo, breach.noted), max(hi, breach.noted)
    day = zone.date_of(clock[0])
    late = NO
    if breach.fulfilled_at is not None and not _still_owed(form):
        last = next(one for one in (_event(entry, context) for entry in reversed(breach.entries)) if one.lo == breach.fulfilled_at)
        late = deadline_of(form.deadline, clock, day, None, zone).met_by(last)
    entry, entries = breach.subject, breach.entries
    return Occasion(entry, lo, hi, zone.date_of(lo), *clock, day, breach.who, breach.with_, entries=entries, breach=breach.id, late=late)


def _event(entry: Entry, context: Context) -> Event:
    return bound(entry, start_of(entry, context.zone), context.zone, -1)


def _still_owed(form: Response) -> bool:
    assert isinstance(form.trigger, OtherwiseTrigger)  # noqa: S101 - no other sentence comes here
    return form.trigger.still_owed


def _settled(finding: Finding, first: Finding, form: Response, context: Context) -> bool:
    """Put what came of the first thing beside what repairs its breach; whether there is anything to say."""
    finding.first, finding.after = first, ""
    finding.entries = tuple(
        sorted({id(one): one for one in finding.entries}.values(), key=lambda one: (one.day, one.second or 0, one.order))
    )
    came = first.fulfilled_at
    finding.owing = () if finding.status is Status.REPAIRED else finding.who
    if finding.status in (Status.BREACH, Status.UNKNOWN):
        finding.who = tuple(party for party in context.parties if party in first.who or party in finding.who)
        finding.perhaps = tuple(party for party in (*first.perhaps, *finding.perhaps) if party not in finding.who)
    elif finding.status is Status.REPAIRED:
        finding.who = first.who
        if _still_owed(form) and came is None:
            # It is owed however late: without a last moment.
            finding.status, finding.due, finding.due_date, finding.fulfilled_at = Status.DUE, None, None, None
            return not context.version.left
        if finding.fulfilled_at is None or (_still_owed(form) and came is not None):
            finding.fulfilled_at = max(finding.fulfilled_at or 0, came or 0)
    return True

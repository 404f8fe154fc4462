"""The story of one finding: its moments in order of time, what it rests on in the agreement, who may let it go, what follows from it.

Also the story of what was no finding: why a clause says nothing of an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.check.context import Context, Facts, Ledger, label_of
from pactlang.check.event import NO, Event, start_of
from pactlang.check.filters import compile_conditions, compile_filters
from pactlang.check.finding import Finding, FormName, Status
from pactlang.check.spans import Spans
from pactlang.check.timeline import timeline
from pactlang.check.waivers import clause_of
from pactlang.model.agreement import Ahead, Cap, Matrix, Precedence, Sentence, Unit
from pactlang.model.calendar import Exact, add_days

if TYPE_CHECKING:
    from pactlang.check.finding import Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement, Clause, Filter, Selector
    from pactlang.model.calendar import Zone


class Mark(StrEnum):
    """What a moment of a story is."""

    ENTRY = "entry"
    SUBJECT = "subject"  # the entry that the finding speaks of
    END = "end"  # where an entry ends, if time counts from there
    BOUND = "bound"  # where a time that was agreed begins or ends
    NOW = "now"


class Moment(Struct, frozen=True):
    """One moment: an instant, whether only its date is known, what it is, and the entry or a few words."""

    at: int
    mark: Mark
    words: str = ""
    entry: Entry | None = None
    dated: bool = False
    number: int = 0  # the how-manieth of what is counted; 0 where nothing is


class Story(Struct, frozen=True):
    """Everything there is to say of a finding. `letting_go` are those who must let it go, `follows` the findings that follow from it."""

    finding: Finding
    moments: tuple[Moment, ...]
    clause: Clause | None
    letting_go: tuple[str, ...]
    follows: tuple[Finding, ...]


class Silence(Struct, frozen=True):
    """Why a sentence says nothing of an entry: the first thing that is otherwise."""

    sentence: Sentence
    because: str
    part: Filter | None = None


def story_of(finding: Finding, judgement: Judgement) -> Story:
    """The story of a finding of a judgement that lists everything."""
    agreement, zone = finding.agreement, judgement.zone
    clause = next((one for one in agreement.clauses if one.name == clause_of(finding)), None)
    moments = sorted(_moments(finding, zone), key=lambda one: (one.at, one.mark is Mark.BOUND))
    if finding.status is Status.DUE:
        moments = sorted([*moments, Moment(judgement.as_of, Mark.NOW, "now")], key=lambda one: one.at)
    others = tuple(party for party in agreement.parties if party not in finding.who) or agreement.parties
    follows = tuple(one for one in judgement.findings if one.reason == finding.id and one is not finding)
    letting_go = others if finding.status is Status.BREACH else ()
    return Story(finding, tuple(moments), clause, letting_go, follows)


def _moments(finding: Finding, zone: Zone) -> Iterator[Moment]:
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    counted = isinstance(form, Cap) and form.measure.unit is Unit.COUNT and finding.measured == len(finding.entries)
    for number, entry in enumerate(finding.entries, 1):
        at = start_of(entry, zone)
        subject = entry is finding.subject
        yield Moment(at, Mark.SUBJECT if subject else Mark.ENTRY, "", entry, entry.second is None, number if counted else 0)
        if subject and finding.form is FormName.RESPONSE and entry.end_second is not None and entry.end_day is not None:
            yield Moment(zone.instant(entry.end_day, entry.end_second, entry.end_offset), Mark.END, "it ended")
    if finding.subject is not None and not any(entry is finding.subject for entry in finding.entries):
        yield Moment(start_of(finding.subject, zone), Mark.SUBJECT, "", finding.subject, finding.subject.second is None)
    if finding.form is FormName.INTERVAL and not finding.entries:
        yield Moment(finding.at, Mark.BOUND, "the time began to run", dated=True)
    if finding.due is not None:
        dated = finding.due_date is not None
        yield Moment(finding.due - (1 if dated else 0), Mark.BOUND, "up to here it would be kept", dated=dated)
    if isinstance(form, Precedence) and isinstance(form.lead, Ahead) and form.lead.at_least is not None and finding.subject is not None:
        lead, at = form.lead.at_least, start_of(finding.subject, zone)
        if isinstance(lead, Exact):
            yield Moment(at - lead.seconds, Mark.BOUND, f"{lead.words} ahead")
        else:
            yield Moment(zone.midnight(add_days(finding.subject.day, lead, -1) + 1) - 1, Mark.BOUND, f"{lead.words} ahead", dated=True)
    if finding.form in (FormName.CAP, FormName.QUOTA) and finding.window is not None:
        first, last = finding.window
        yield Moment(zone.midnight(first), Mark.BOUND, "counted from here", dated=True)
        if finding.form is FormName.QUOTA:
            yield Moment(zone.midnight(last + 1) - 1, Mark.BOUND, "counted up to here", dated=True)


def silences(clause: str, entry: Entry, agreements: Sequence[Agreement], as_of: int, zone: Zone) -> list[Silence]:
    """Why the sentences of a clause say nothing of an entry, each with the first reason that holds."""
    versions = timeline(agreements, zone, entry.day, None)
    found: list[Silence] = []
    for version in versions:
        at = start_of(entry, version.zone)
        names = [one for one in version.agreement.clauses if one.name == clause]
        if not version.start <= at < version.end:
            continue
        facts = Facts(as_of=as_of)
        context = Context(version, facts, Ledger(entry.day, keep_all=False), {state.name: Spans(()) for state in version.agreement.states})
        event = Event(entry, at, version.zone, version.index)
        for sentence in (one for block in names for one in block.sentences):
            found.extend(_why_silent(sentence, event, context))
    return found


def _why_silent(sentence: Sentence, event: Event, context: Context) -> Iterator[Silence]:
    selector = _limited_selector(sentence)
    if sentence.not_applied:
        yield Silence(sentence, "it is not applied: " + sentence.not_applied)
        return
    if selector is None:
        yield Silence(sentence, "it speaks of times, and of no single entry")
        return
    fitting = [one for one in selector.alternatives if one.event == event.type]
    if not fitting:
        yield Silence(sentence, f"it speaks of {selector.plural or selector.noun}, and the entry is {event.type}")
        return
    for part in (*fitting[0].filters, *selector.filters):
        if compile_filters((part,), context)(event) == NO:
            yield Silence(sentence, "the entry is not", part)
            return
    conditions = compile_conditions(sentence.modifiers.only, sentence.modifiers.excepted, context)
    if any(test(event) == NO for test in conditions):
        yield Silence(sentence, "a line under it (`only …` or `except …`) leaves that time out")
        return
    yield Silence(sentence, "nothing that it asks was broken by it, or what excuses it was there")


def _limited_selector(sentence: Sentence) -> Selector | None:
    form = sentence.form
    trigger = getattr(form, "trigger", None)
    if trigger is not None:
        return getattr(trigger, "selector", None)
    duty = getattr(form, "duty", None)
    return getattr(form, "selector", None) if duty is None else duty.selector


def find(name: str, judgement: Judgement) -> Finding | None:
    """The finding of that id."""
    return next((finding for finding in judgement.findings if finding.id == name), None)


def about(clause: str, entry: str, judgement: Judgement) -> list[Finding]:
    """The findings of a clause (or of one labelled sentence) that rest on an entry."""
    return [
        finding
        for finding in judgement.findings
        if clause in (clause_of(finding), label_of(finding.sentence))
        and finding.status is not Status.DRIFT
        and (any(one.id == entry for one in finding.entries) or (finding.subject is not None and finding.subject.id == entry))
    ]


def reasons_of(finding: Finding) -> tuple[str, ...]:
    """The reasons (`>` lines) of the clause or matrix that a finding speaks of."""
    rule = finding.sentence
    if isinstance(rule, Matrix):
        return rule.reasons
    return next((clause.reasons for clause in finding.agreement.clauses if clause.name == rule.clause), ())


DAY = 86_400


def lately_broken(judgement: Judgement) -> list[Finding]:
    """What was not kept within the last day: terms that are signed so soon are often signed from fear."""
    as_of = judgement.as_of
    return [one for one in judgement.findings if one.status is Status.BREACH and as_of - DAY < max(one.moment, one.noted) <= as_of]

"""The story of one finding: its moments in order of time, what it rests on in the agreement, who may let it go, what follows from it.

Also the story of what was no finding: why a clause says nothing of an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from pactlang.checker.context import label_of
from pactlang.checker.deadline import up_to_clock
from pactlang.checker.engine import contexts_of
from pactlang.checker.event import NO, Event, bound
from pactlang.checker.filters import compile_conditions, compile_filters
from pactlang.checker.finding import Finding, Status
from pactlang.checker.form import FormName
from pactlang.checker.lifting import lifted
from pactlang.checker.waivers import clause_of, still_to_waive
from pactlang.log.bound import day_of, start_of
from pactlang.log.entry import Entry
from pactlang.model.agreement import Ahead, ByClock, Cap, Matrix, NotFilter, Precedence, ProhibitionAfter, Response, Sentence, Unit
from pactlang.model.calendar import Days, Exact, add_days
from pactlang.model.parts import limited
from pactlang.model.vocabulary import WAIVE
from pactlang.words.stopped import later_words
from pactlang.words.words import day_words, moment_words, people_words

if TYPE_CHECKING:
    from pactlang.checker.context import Context
    from pactlang.checker.finding import Judgement, Wait
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
    """Everything there is to say of a finding.

    `waivers` are the entries that would let it go, all of them together; `follows` the findings that follow from it.
    """

    finding: Finding
    moments: tuple[Moment, ...]
    clause: Clause | None
    waivers: tuple[Entry, ...]
    follows: tuple[Finding, ...]


class Silence(Struct, frozen=True):
    """Why a sentence (or a matrix, or all of them: None) says nothing of an entry: the first thing that is otherwise.

    `open` if it waits for what may still come.
    """

    sentence: Sentence | Matrix | None
    because: str
    part: Filter | None = None
    open: bool = False


def story_of(finding: Finding, judgement: Judgement) -> Story:
    """The story of a finding of a judgement that lists everything."""
    agreement, zone = finding.agreement, judgement.zone
    clause = next((one for one in agreement.clauses if one.name == clause_of(finding)), None)
    moments = sorted([*_moments(finding, zone), *_cause(finding, judgement)], key=lambda one: (one.at, one.mark is Mark.BOUND))
    if finding.status is Status.DUE:
        moments = sorted([*moments, Moment(judgement.as_of, Mark.NOW, "now")], key=lambda one: one.at)
    follows = tuple(one for one in judgement.findings if one.answers == finding.id and one is not finding)
    return Story(finding, tuple(moments), clause, waivers_of(finding, judgement), follows)


def _cause(finding: Finding, judgement: Judgement) -> Iterator[Moment]:
    """The breach that a finding follows, at the moment from which its time counts: that breach began then, or was noted."""
    cause = next((one for one in judgement.findings if one.id == finding.after and one is not finding), None)
    if cause is not None and cause.status in (Status.BREACH, Status.WAIVED):
        if cause.noted > cause.moment:
            noted = cause.subject.noted if cause.subject is not None else None
            yield Moment(cause.noted, Mark.BOUND, f"{cause.id} was noted", dated=noted is not None and noted.second is None)
        else:
            dated = cause.due_date is not None  # it became certain when that date ended
            yield Moment(cause.moment - (1 if dated else 0), Mark.BOUND, f"{cause.id} was not kept", dated=dated)


def waivers_of(finding: Finding, judgement: Judgement) -> tuple[Entry, ...]:
    """The entries, dated now, that would let a breach go: appended to the log, they do."""
    if finding.status is not Status.BREACH:
        return ()
    zone, now = judgement.zone, judgement.as_of
    minute = now - now % 60
    day, second = zone.clock(minute if minute >= finding.moment else now)
    return tuple(Entry(WAIVE, day, second, by=by, target=finding.id) for by in still_to_waive(finding))


def _moments(finding: Finding, zone: Zone) -> Iterator[Moment]:
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    counted = isinstance(form, Cap) and form.measure.unit is Unit.COUNT and finding.measured == len(finding.entries)
    since = finding.since
    if since is not None:
        if since not in finding.entries:
            yield Moment(start_of(since, zone), Mark.ENTRY, "", since, since.second is None)
        yield Moment(start_of(since, zone), Mark.BOUND, "counted from here", dated=since.second is None)
    for number, entry in enumerate(finding.entries, 1):
        at = start_of(entry, zone)
        subject = entry is finding.subject
        yield Moment(at, Mark.SUBJECT if subject else Mark.ENTRY, "", entry, entry.second is None, number if counted else 0)
        if subject and finding.form is FormName.RESPONSE and entry.end_second is not None and entry.end_day is not None:
            yield Moment(zone.instant(entry.end_day, entry.end_second, entry.end_offset), Mark.END, "it ended")
    if finding.subject is not None and not any(entry is finding.subject for entry in finding.entries):
        yield Moment(start_of(finding.subject, zone), Mark.SUBJECT, "", finding.subject, finding.subject.second is None)
    for held in finding.held:
        if held.entry is not None and not any(entry is held.entry for entry in finding.entries):
            yield Moment(held.start, Mark.ENTRY, "", held.entry, held.entry.second is None)
        whose = f" for {people_words([held.party])}" if held.party else ""
        yield Moment(held.start, Mark.BOUND, f"{held.state} began{whose}", dated=held.entry is not None and held.entry.second is None)
        if held.early is not None and held.ends_at is not None:
            yield Moment(start_of(held.early, zone), Mark.ENTRY, "", held.early, held.early.second is None)
            yield Moment(held.ends_at, Mark.BOUND, f"{held.state} ends{whose}")
    if finding.form is FormName.INTERVAL and not finding.entries:
        yield Moment(finding.at, Mark.BOUND, "the clock started", dated=True)
    if finding.due is not None:
        dated = finding.due_date is not None
        yield Moment(finding.due - (1 if dated else 0), Mark.BOUND, "in time up to here", dated=dated)
    if finding.opening is not None:
        dated = isinstance(form, Response) and isinstance(form.no_sooner, Days)
        yield Moment(finding.opening.at, Mark.BOUND, "counts from here", dated=dated)
        early = finding.opening.early
        if early is not None:
            yield Moment(start_of(early, zone), Mark.ENTRY, "", early, early.second is None)
    if finding.until is not None:
        whole = zone.midnight(zone.date_of(finding.until)) == finding.until
        yield Moment(finding.until - (1 if whole else 0), Mark.BOUND, "free after it" if whole else "free from here", dated=whole)
    if isinstance(form, Precedence) and isinstance(form.lead, Ahead) and form.lead.at_least is not None and finding.subject is not None:
        lead, at = form.lead.at_least, start_of(finding.subject, zone)
        if isinstance(lead, Exact):
            yield Moment(at - lead.seconds, Mark.BOUND, f"{lead.words} ahead")
        elif isinstance(lead, ByClock):
            until = up_to_clock(lead, day_of(finding.subject, zone), zone)
            yield Moment(until if finding.subject.second is None else min(until, at), Mark.BOUND, "in time up to here")
        else:
            last = add_days(day_of(finding.subject, zone), lead, -1)
            yield Moment(zone.midnight(last + 1) - 1, Mark.BOUND, f"{lead.words} ahead", dated=True)
    if finding.form in (FormName.CAP, FormName.QUOTA) and finding.window is not None:
        first, last = finding.window
        if finding.since is None:
            yield Moment(zone.midnight(first), Mark.BOUND, "counted from here", dated=True)
        if finding.form is FormName.QUOTA:
            yield Moment(zone.midnight(last + 1) - 1, Mark.BOUND, "counted up to here", dated=True)


def silences(clause: str, entry: Entry, agreements: Sequence[Agreement], zone: Zone, judgement: Judgement) -> list[Silence]:
    """Why the sentences of a clause (or one of them, or a matrix) say nothing of an entry, each with the first reason that holds."""
    as_of = judgement.as_of
    if start_of(entry, zone) > as_of:
        return [Silence(None, "it is later than the moment of the check")]
    contexts = contexts_of(agreements, judgement.entries, as_of, zone, judgement=judgement)
    context = next((one for one in contexts if one.version.judges(start_of(entry, one.zone))), None)
    if context is None:
        return [Silence(None, "no text of the agreement was in force then")]
    version = context.version
    event = bound(entry, start_of(entry, version.zone), version.zone, version.index)
    waits = {one.label: one for one in judgement.waits if one.entry.id == entry.id}
    said = [one for one in version.agreement.sentences if clause in (one.clause, one.label)]
    found = [silence for one in said for silence in _of_sentence(one, event, context, waits.get(one.label), zone)]
    found += [_of_matrix(one, event) for one in version.agreement.matrices if one.name == clause]
    return found or [Silence(None, f"the text that was in force then ({version.agreement.file}) has nothing with that name")]


def _of_sentence(sentence: Sentence, event: Event, context: Context, wait: Wait | None, zone: Zone) -> Iterator[Silence]:
    if wait is not None:
        yield Silence(sentence, _open_words(wait, zone), open=True)
    else:
        yield from _why_silent(sentence, event, context)


def _open_words(wait: Wait, zone: Zone) -> str:
    """Until when something may still turn out to be too close, and to what."""
    last = zone.date_of(wait.end - 1)
    whole = wait.end == zone.midnight(last + 1)
    until = f"the end of {day_words(last)}" if whole else moment_words(wait.end, zone)
    return f"it is open until {until}: kept if no {later_words(wait.form, wait.by)} comes before then"


def _of_matrix(matrix: Matrix, event: Event) -> Silence:
    if event.type != matrix.event:
        return Silence(matrix, f"it is about {matrix.event}, but the entry is {event.type}")
    if not event.entry.tags:
        return Silence(matrix, "the entry is not tagged with an activity, so no row applies to it")
    tags = " or ".join(event.entry.tags)
    return Silence(matrix, f"there is no row {tags} in the table, so talk about it")


def _why_silent(sentence: Sentence, event: Event, context: Context) -> Iterator[Silence]:
    selector = _limited_selector(sentence)
    if sentence.not_applied:
        yield Silence(sentence, "it is not applied: " + sentence.not_applied)
        return
    if selector is None:
        yield Silence(sentence, "it follows what was not kept, not an entry of its own")
        return
    fitting = [one for one in selector.alternatives if one.event == event.type]
    if not fitting:
        yield Silence(sentence, f"it is about {selector.plural or selector.noun}, but the entry is {event.type}")
        return
    for part in (*fitting[0].filters, *selector.filters):
        if compile_filters((part,), context)(event) == NO:
            yield Silence(sentence, "the entry is" if isinstance(part, NotFilter) else "the entry is not", part)
            return
    modifiers = lifted(sentence, context.version.agreement).modifiers
    written = sentence.modifiers
    if any(test(event) == NO for test in compile_conditions(written.only, written.excepted, context)):
        yield Silence(sentence, "a line under it (`only …` or `except …`) leaves that time out")
    elif any(test(event) == NO for test in compile_conditions((), modifiers.excepted, context)):
        yield Silence(sentence, "what it asks for was paused then")
    elif isinstance(sentence.form, ProhibitionAfter):
        yield Silence(sentence, "nothing that it follows barred this entry then")
    elif (times := getattr(getattr(sentence.form, "trigger", None), "times", None)) is not None:
        yield Silence(sentence, f"only the one that makes it {times.count} asks for something")
    elif getattr(sentence.form, "unless", None) is not None:
        yield Silence(sentence, "what excuses it (`unless …`) was there")
    elif getattr(sentence.form, "duty", None) is not None and getattr(sentence.form, "trigger", None) is None:
        yield Silence(sentence, "nothing was open then that this entry could answer")
    else:
        yield Silence(sentence, "this entry neither kept nor broke it")


def _limited_selector(sentence: Sentence) -> Selector | None:
    form = sentence.form
    if (held := limited(form)) is not None:
        return held
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

"""What follows a breach or an event for a while: `encounters pause for 14 days`, `check-in by everyone every 4 days for 6 weeks`.

These are judged after the pass over the log, when it is known which breaches stand; only they look at events twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.active import active_spans, on_such_dates, on_such_weekdays
from pactlang.checker.context import Reporter
from pactlang.checker.event import MAYBE, NO, YES, Event, both, bound, negated
from pactlang.checker.filters import Matcher
from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.checker.forms.answers import Answers, Occasion
from pactlang.checker.forms.interval import all_asked
from pactlang.checker.forms.pause import PauseMachine
from pactlang.checker.forms.stretches import Teller, Track
from pactlang.checker.lifting import lifted_by_following, lifting
from pactlang.checker.machine import Triggered, limited
from pactlang.checker.spans import Spans, Stretch, before
from pactlang.checker.states import last_instant
from pactlang.model.agreement import (
    BreachTrigger,
    EventTrigger,
    PauseAfter,
    ProhibitionAfter,
    ProhibitionBefore,
    RepeatAfter,
    Response,
    Sentence,
    WhileFilter,
    WhoWord,
)
from pactlang.model.parts import counted_apart, tells_parties_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Times, Trigger

FollowUp = Response | ProhibitionAfter | PauseAfter | RepeatAfter
Things = dict[tuple[str | None, str | None], list[tuple[Occasion, int]]]  # for everybody told apart: what counts, and under which text


def types_needed(form: FollowUp, context: Context) -> set[str]:
    """The event types that a follow-up looks at."""
    needed: set[str] = set()
    if isinstance(form, PauseAfter | ProhibitionAfter):
        needed.update(Matcher(form.selector, context).tests)
        if isinstance(form, ProhibitionAfter) and form.waits_for is not None:
            needed.update(Matcher(form.waits_for.selector, context).tests)
    else:
        needed.update(Matcher(form.duty.selector, context).tests)
    if isinstance(form.trigger, EventTrigger):
        needed.update(Matcher(form.trigger.selector, context).tests)
    return needed


def judge_follow_up(sentence: Sentence, form: FollowUp, breaches: Iterable[Finding], events: Sequence[Event], context: Context) -> None:
    """Judge one follow-up against the breaches that trigger it and the events of the types it needs, in order."""
    occasions = _occasions(sentence, form.trigger, breaches, events, context)
    match form:
        case Response():
            respond(sentence, form, occasions, events, context)
        case ProhibitionAfter():
            _bar(sentence, form, occasions, events, context)
        case PauseAfter():
            _pause(sentence, form, occasions, events, context)
        case RepeatAfter():
            _repeat(sentence, form, occasions, events, context)


def _occasions(
    sentence: Sentence, trigger: Trigger, breaches: Iterable[Finding], events: Sequence[Event], context: Context
) -> list[Occasion]:
    """What triggers the sentence, in order of time."""
    each_owes = isinstance(sentence.form, Response) and sentence.form.duty.by is WhoWord.EACH_PARTY
    if trigger.times is not None:
        return _counted(sentence, trigger, trigger.times, breaches, events, context, each_owes=each_owes)
    if isinstance(trigger, BreachTrigger):
        spans = active_spans(sentence.modifiers, context)
        found: list[Occasion] = []
        for breach in breaches:
            moment = breach.moment
            if moment > context.facts.as_of or not any(lo <= moment < hi for lo, hi in spans):
                continue
            if on_such_weekdays(sentence.modifiers, context.zone.date_of(moment)):
                found += _for_each(_of_breach(breach, context), context, each_owes=each_owes)
        found.sort(key=lambda occasion: occasion.lo)
        return found
    return _of_events(sentence, trigger, events, context)


def _for_each(occasion: Occasion, context: Context, *, each_owes: bool) -> Iterator[Occasion]:
    """What triggers it, for each party where each owes something on their own."""
    yield from [replace(occasion, actors=(party,)) for party in context.parties] if each_owes else [occasion]


def _of_breach(breach: Finding, context: Context) -> Occasion:
    """A breach as what triggers something. Its clock starts when it was noted down; what is done from the breach itself on counts.

    If the entry that broke something says no time, it was at any time of its date.
    """
    moment, subject = breach.moment, breach.subject
    last = moment
    certain = certain_with(breach)
    if certain is not None and certain.second is None:
        last = bound(certain, moment, context.zone, context.version.index).hi
    clock, latest = max(moment, breach.noted), max(last, breach.noted)
    zone = context.zone
    entries = breach.entries[-1:] if subject is None else (subject,)
    day, clock_day = zone.date_of(moment), zone.date_of(latest)
    return Occasion(subject, moment, last, day, clock, latest, clock_day, breach.who, breach.with_, YES, entries, breach=breach.id)


def certain_with(breach: Finding) -> Entry | None:
    """The entry with which a breach is certain, if there is one; without a time, that is some time of its date."""
    if isinstance(breach.sentence, Sentence) and isinstance(breach.sentence.form, ProhibitionBefore):
        return breach.entries[-1]
    return breach.subject if breach.moment == breach.at else None


def _of_events(sentence: Sentence, trigger: EventTrigger, events: Sequence[Event], context: Context) -> list[Occasion]:
    heard = Triggered(trigger, sentence, None, context)
    index = context.version.index
    return [_of_event(event, *asked) for event in events for asked in heard.asked_at(event, in_force=event.version == index)]


def _of_event(event: Event, party: str | None, person: str | None, certainty: int) -> Occasion:
    actors = (party,) if party is not None else event.by
    return Occasion.of(event, actors, (person,) if person is not None else event.entry.with_, certainty)


def _counted(
    sentence: Sentence,
    trigger: Trigger,
    times: Times,
    breaches: Iterable[Finding],
    events: Sequence[Event],
    context: Context,
    *,
    each_owes: bool,
) -> list[Occasion]:
    """With which events or breaches there are so many, of those under this text and the ones before (R160)."""
    from pactlang.checker.forms.counted_up import counted_up  # few agreements count anything up

    if isinstance(trigger, BreachTrigger):
        whose = context.parties if counted_apart(trigger) else (None,)
        things: Things = {(party, None): list(_breach_things(sentence, breaches, context, party)) for party in whose}
    else:
        things = _event_things(sentence, trigger, events, context)
    found: list[Occasion] = []
    for (party, _), each in things.items():
        doubts: list[Finding | None] = []  # for each, the last up to it that perhaps counts
        for occasion, _ in each:
            doubts.append(occasion.doubt or (doubts[-1] if doubts else None))
        for made in counted_up([occasion for occasion, _ in each], times):
            if each[made.place][1] == context.version.index:
                occasion = replace(made.occasion, doubt=None if made.occasion.certainty == YES else doubts[made.place])
                found += _for_each(occasion, context, each_owes=each_owes and party is None)
    found.sort(key=lambda occasion: occasion.lo)
    return found


def _event_things(sentence: Sentence, trigger: EventTrigger, events: Sequence[Event], context: Context) -> Things:
    """The events under this text and the ones before that are counted, for everybody told apart, each with the text that it is under."""
    matcher = limited(trigger.selector, sentence.modifiers, context)
    found: Things = {}
    for event in events:
        matched = matcher(event) if 0 <= event.version <= context.version.index else NO
        for party, person in matcher.keys(event, context.parties) if matched != NO else ():
            certainty = matcher.alone(party, event, matched)
            if certainty != NO:
                found.setdefault((party, person), []).append((_of_event(event, party, person, certainty), event.version))
    for each in found.values():
        each.sort(key=lambda thing: thing[0].day)  # under texts of several zones dates may overlap
    return found


def _breach_things(sentence: Sentence, breaches: Iterable[Finding], context: Context, party: str | None) -> Iterator[tuple[Occasion, int]]:
    """The same of breaches, or of a party's alone; one that is disputed, or not known to be one, perhaps counts."""
    facts, modifiers = context.facts, sentence.modifiers
    for breach in sorted(breaches, key=lambda one: (one.moment, one.id)):
        moment = breach.moment
        under = [place for place in range(context.version.index + 1) if facts.begins[place] <= moment < facts.ends[place]]
        occasion = _of_breach(breach, context)
        if moment > facts.as_of or not under or not (on_such_dates(modifiers, occasion.day) and on_such_weekdays(modifiers, occasion.day)):
            continue
        certainty = MAYBE if breach.disputed or breach.status is Status.UNKNOWN else YES
        if party is not None:
            certainty = both(certainty, _broken_by(party, breach))
            occasion.actors = (party,)
        occasion.doubt = breach if certainty == MAYBE else None
        for states, wanted in ((modifiers.only, True), (modifiers.excepted, False)):
            for state in (one.state for one in states if isinstance(one, WhileFilter)):
                held = _held_at(context.states[state], moment)
                certainty = both(certainty, held if wanted else negated(held))
        if certainty != NO:
            yield replace(occasion, certainty=certainty), under[-1]


def _broken_by(party: str, breach: Finding) -> int:
    """Whether a party is one of those who broke it. Of what an entry did that names nobody, nobody can tell who that was."""
    if party in breach.perhaps:
        return MAYBE
    if breach.first is not None:
        return YES if party in breach.owing else _broken_by(party, breach.first)
    unsaid = breach.form is not FormName.RESPONSE and breach.subject is not None and not breach.subject.by
    return NO if party not in breach.who else MAYBE if unsaid else YES


def _held_at(spans: Spans, instant: int) -> int:
    """Whether a state holds for what comes last at an instant, three-valued."""
    return YES if spans.surely_at(instant) else NO if spans.possible_until(instant) is None else MAYBE


def respond(sentence: Sentence, form: Response, occasions: list[Occasion], events: Sequence[Event], context: Context) -> None:
    """Match the answers among events to occasions, both in order of time."""
    answers = Answers(sentence, form, Reporter(context, sentence, FormName.RESPONSE), context)
    waiting = iter(occasions)
    upcoming = next(waiting, None)
    for event in events:
        while upcoming is not None and upcoming.lo <= event.hi:
            answers.expect(upcoming)
            upcoming = next(waiting, None)
        if event.type in answers.matcher.tests:
            answers.answer(event)
    while upcoming is not None:
        answers.expect(upcoming)
        upcoming = next(waiting, None)
    answers.finish()


def _bar(sentence: Sentence, form: ProhibitionAfter, occasions: list[Occasion], events: Sequence[Event], context: Context) -> None:
    from pactlang.checker.forms.barred import Bars, Cause, going_on  # few agreements have one

    if form.trigger.times is not None:  # what is told of it is told of the last of those that were counted
        occasions = [replace(one, entries=one.entries[-1:]) for one in occasions]
    index, ledger = context.version.index, context.ledger
    carried = [one for one in ledger.handed.pop((index, sentence.label), ()) if isinstance(one, Cause)]
    bars = Bars(sentence, form, [*carried, *map(Cause, occasions)], events, context)
    for event in events:
        bars.judge(event)
    later = going_on(sentence, form, context)
    handed = bars.finish(goes_on=later)
    if later:
        ledger.handed[index + 1, sentence.label] = [*handed]


def _pause(sentence: Sentence, form: PauseAfter, occasions: list[Occasion], events: Sequence[Event], context: Context) -> None:
    stretches = []
    for occasion in occasions:
        sure_end = before(last_instant(occasion.end_lo, occasion.end_day, form.length, context.zone))
        end = before(last_instant(occasion.end_hi, occasion.end_day, form.length, context.zone))
        start, sure_start = before(occasion.end_lo), before(occasion.end_hi)
        entry = occasion.entry or (occasion.entries[0] if occasion.entries else None)
        sure = sure_start if occasion.certainty == YES else end
        stretches.append(Stretch(start, sure, sure_end, end, entry, occasion.breach, doubt=occasion.doubt))
    if stretches and sentence.label in lifted_by_following(context.version.agreement):
        context.ledger.lifting[context.version.index, sentence.label] = lifting(stretches)
    machine = PauseMachine(sentence, form.selector, Spans(stretches), context)
    for event in events:
        handler = machine.judged.get(event.type)
        if handler is not None:
            handler(event)
    machine.finish()


def _repeat(sentence: Sentence, form: RepeatAfter, occasions: list[Occasion], events: Sequence[Event], context: Context) -> None:
    report = Reporter(context, sentence, FormName.INTERVAL)
    matcher = Matcher(form.duty.selector, context, owed=True)
    keeping = [event for event in events if matcher(event) != NO]
    starts = [event.lo for event in keeping]
    teller = Teller(form.every, report, context.parties, apart=form.duty.by is WhoWord.EACH_PARTY)
    told_apart = tells_parties_apart(form.trigger)
    for occasion in sorted(occasions, key=lambda one: one.certainty != YES):  # what is known to be asked is told first
        begin = occasion.end_lo
        end = last_instant(begin, occasion.end_day, form.length, context.zone)
        if not occasion.closing:
            end = min(end, context.version.end)
        people = occasion.people if matcher.same_person else ()
        for asked in all_asked(form.duty, context.parties, occasion.actors, told_apart=told_apart):
            spans = [(begin, end)]
            sure, doubt = occasion.certainty, occasion.doubt
            track = Track(form.every, sentence.modifiers.grace, asked.who, spans, teller, context, people, certainty=sure, doubt=doubt)
            track.start(begin)
            for event in keeping[bisect_left(starts, begin) : bisect_right(starts, end)]:
                if event.entry is not occasion.entry and asked.kept_by(event) and set(people).issubset(event.entry.with_):
                    track.start(event.lo)
                    track.add(event, matcher(event), occasion.closing or event.version == context.version.index)
            track.finish()
    teller.settle()

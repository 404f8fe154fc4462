"""What follows a breach or an event for a while: `encounters pause for 14 days`, `check-in by everyone every 4 days for 6 weeks`.

These are judged after the pass over the log, when it is known which breaches stand; only they look at events twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from pactlang.checker.active import active_spans, on_such_weekdays
from pactlang.checker.context import Reporter
from pactlang.checker.event import NO, YES, Event
from pactlang.checker.filters import Matcher
from pactlang.checker.form import FormName
from pactlang.checker.forms.answers import Answers, Occasion
from pactlang.checker.forms.interval import all_asked
from pactlang.checker.forms.pause import PauseMachine
from pactlang.checker.forms.stretches import Teller, Track
from pactlang.checker.lifting import lifted_by_following, lifting
from pactlang.checker.machine import limited
from pactlang.checker.spans import Spans, Stretch, before
from pactlang.checker.states import last_instant
from pactlang.model.agreement import BreachTrigger, EventTrigger, PauseAfter, ProhibitionAfter, RepeatAfter, Response, WhoWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.checker.context import Context
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Sentence, Trigger

FollowUp = Response | ProhibitionAfter | PauseAfter | RepeatAfter


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
            _respond(sentence, form, occasions, events, context)
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
    version, zone, as_of = context.version, context.zone, context.facts.as_of
    found: list[Occasion] = []
    each_owes = isinstance(sentence.form, Response) and sentence.form.duty.by is WhoWord.EACH_PARTY
    if isinstance(trigger, BreachTrigger):
        spans = active_spans(sentence.modifiers, context)
        for breach in breaches:
            # Its clock starts when the breach was noted down; what is done from the breach itself on counts.
            moment, clock = breach.moment, max(breach.moment, breach.noted)
            if moment > as_of or not any(lo <= moment < hi for lo, hi in spans):
                continue
            day, clock_day = zone.date_of(moment), zone.date_of(clock)
            if not on_such_weekdays(sentence.modifiers, day):
                continue
            subject = breach.entries[-1:] if breach.subject is None else (breach.subject,)
            for actors in [(party,) for party in context.parties] if each_owes else [breach.who]:
                found.append(
                    Occasion(
                        breach.subject, moment, moment, day, clock, clock, clock_day, actors, breach.with_, YES, subject, breach=breach.id
                    )
                )
        found.sort(key=lambda occasion: occasion.lo)
        return found
    matcher = limited(trigger.selector, sentence.modifiers, context)
    anyway = Matcher(trigger.selector, context)
    seen: set[tuple[str | None, str | None]] = set()
    for event in events:
        matched = matcher(event)
        if matched == NO and (not trigger.first or anyway(event) == NO):
            continue
        for party, person in matcher.keys(event, context.parties):
            if trigger.first and ((party, person) in seen or anyway.alone(party, event, anyway(event)) == NO):
                continue
            seen.add((party, person))
            certainty = matcher.alone(party, event, matched)
            if certainty == NO:
                continue
            if event.version == version.index:
                actors = (party,) if party is not None else event.by
                people = (person,) if person is not None else event.entry.with_
                found.append(Occasion.of(event, actors, people, certainty))
    return found


def _respond(sentence: Sentence, form: Response, occasions: list[Occasion], events: Sequence[Event], context: Context) -> None:
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
        stretches.append(Stretch(start, sure_start if occasion.certainty == YES else end, sure_end, end, entry, occasion.breach))
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
    for occasion in occasions:
        begin = occasion.end_lo
        end = last_instant(begin, occasion.end_day, form.length, context.zone)
        if not occasion.closing:
            end = min(end, context.version.end)
        people = occasion.people if matcher.same_person else ()
        for asked in all_asked(form.duty, context.parties, occasion.actors):
            track = Track(form.every, sentence.modifiers.grace, asked.who, [(begin, end)], teller, context, people)
            track.start(begin)
            for event in keeping[bisect_left(starts, begin) : bisect_right(starts, end)]:
                if event.entry is not occasion.entry and asked.kept_by(event) and set(people).issubset(event.entry.with_):
                    track.start(event.lo)
                    track.add(event, matcher(event), occasion.closing or event.version == context.version.index)
            track.finish()
    teller.settle()

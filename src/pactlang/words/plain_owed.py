"""What somebody owes, in plain words: answers, notices, what comes again, schedules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.model.agreement import (
    Ahead,
    BreachTrigger,
    ByClock,
    ByDateAsked,
    ByFilter,
    Duty,
    EventTrigger,
    OtherwiseTrigger,
    Parties,
    PersonWord,
    Rhythm,
    WhoWord,
    WithFilter,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Exact
from pactlang.model.parts import counted_apart, doer, filters
from pactlang.model.vocabulary import CONSENT, NOTICE
from pactlang.model.words import called
from pactlang.model.words import clock_words as clock
from pactlang.words.plain_parts import (
    apart_words,
    duty_words,
    end_of_day,
    events_words,
    latest,
    nth_day,
    ordinal,
    recurrence_words,
    soonest,
)
from pactlang.words.words import a_or_an, count_words, day_words, list_words

if TYPE_CHECKING:
    from pactlang.model.agreement import Filter, Precedence, ProhibitionAfter, ProhibitionBefore, Response, Schedule, Trigger
    from pactlang.model.calendar import Duration


def trigger_plain(trigger: Trigger) -> str:
    """What it follows."""
    if trigger.times is not None:
        of = f" of {_clauses(trigger)}" if isinstance(trigger, BreachTrigger) and trigger.clauses else ""
        what = f"breaches{of}" if isinstance(trigger, BreachTrigger) else events_words(trigger.selector, many=True)
        by = " by the same party" if counted_apart(trigger) else ""
        return f"{trigger.times.count} {what}{by} in any {trigger.times.window.words}"
    match trigger:
        case OtherwiseTrigger():
            return "each breach of the sentence above"
        case BreachTrigger(None):
            return "each breach of any other clause"
        case BreachTrigger():
            return f"each breach of {_clauses(trigger)}"
        case EventTrigger(selector, first):
            return f"the first {events_words(selector)}" if first else f"each {events_words(selector)}"


def _clauses(trigger: BreachTrigger) -> str:
    return list_words([f"“{name}”" for name in trigger.clauses], "or")


def trigger_filters(trigger: Trigger) -> tuple[Filter, ...]:
    """What narrows the events that it follows."""
    if counted_apart(trigger):
        return (ByFilter(WhoWord.EACH_PARTY),)
    return filters(trigger.selector) if isinstance(trigger, EventTrigger) else ()


def certain_plain(trigger: Trigger) -> list[str]:
    """From when the clock of what follows runs, and what is counted up."""
    which = "breach" if trigger.times is None else "last breach"
    clock = [f"The clock starts when the {which} is certain."] if isinstance(trigger, BreachTrigger) else []
    return [*clock, *counted_plain(trigger)]


def counted_plain(trigger: Trigger) -> list[str]:
    """What it means that some are counted up."""
    times = trigger.times
    if times is None:
        return []
    found = [f"It follows the one that makes it {times.count}; these do not count again."]
    if times.window.months:
        found.append("It goes by dates, up to that of the last one.")
    else:
        first, last = "1st", nth_day(1 + times.window.days)
        found.append(f"It goes by dates: what was on the {first} no longer counts on the {last}.")
    if isinstance(trigger, BreachTrigger):
        found.append("One that was let go does not count.")
    if counted_apart(trigger):
        found.append("Each party's are counted on their own; one that several broke counts for each of them.")
    return found


def response_plain(form: Response, parties: tuple[str, ...]) -> list[str]:
    """An answer that is owed."""
    owed = duty_words(form.duty, parties, trigger_filters(form.trigger))
    if isinstance(form.deadline, Within):
        when = latest(form.deadline.length)
    elif isinstance(form.deadline, WithinDays):
        count, days = form.deadline.count, form.deadline.days
        when = f"by the end of the {f'{ordinal(count)} ' if count > 1 else 'next '}date of “{days.name}” after"
    elif isinstance(form.deadline, WithinHours):
        count, hours = form.deadline.count, form.deadline.hours
        passed = f"{count_words(count, 'hour')} of “{hours.name}” {'has' if count == 1 else 'have'} passed"
        when = f"by the time that {passed}, that minute included"
    elif isinstance(form.deadline, ByDateAsked):
        when = "by the end of the date that its entry names after `until`"
    else:
        which = "the next day" if form.deadline.days_later else "the same day"
        when = f"by {clock(form.deadline.second)} on {which}, that minute included"
    found = [f"After {trigger_plain(form.trigger)}, there is {owed}, {when}."]
    if form.portion is not None:
        found += _portion_plain(form)
    if form.no_sooner is not None:
        found.append(f"It comes {soonest(form.no_sooner)}; an earlier one does not serve.")
    if isinstance(form.trigger, OtherwiseTrigger):
        return [*found, *certain_plain(form.trigger), *_repaired(form.trigger), *_who_did(form)]
    if isinstance(form.trigger, BreachTrigger):
        return [*found, *certain_plain(form.trigger), *_who_did(form)]
    if isinstance(form.deadline, ByDateAsked):
        found.append("If it names no date, or one that was over, nobody can tell until when it is owed.")
    else:
        last = "its end" if form.trigger.times is None else "the end of the last one"
        found.append(f"The clock starts at {last} (at its start if no end is logged).")
    found.append("What came before it began, or is about something else, does not count.")
    return [*found, *counted_plain(form.trigger), *apart_words(trigger_filters(form.trigger))]


def _portion_plain(form: Response) -> list[str]:
    """What it means that so much of an amount is owed."""
    assert form.portion is not None  # noqa: S101 - the caller looked
    assert isinstance(form.trigger, EventTrigger)  # noqa: S101 - a breach has no amount
    noun, duty = form.trigger.selector.noun, form.duty
    several = duty.by in _SEVERAL or (isinstance(duty.by, Parties) and duty.by.every and len(duty.by.names) > 1)
    what = "the whole amount" if form.portion.part == 1 else form.portion.words.replace("its amount", "the amount")
    each = "; each of them owes that much" if several else ""
    return [
        f"It comes to {what} of the {noun}, in {form.currency}, cut off after two digits{each}.",
        "Several payments add up. What some paid together is split evenly among them.",
        f"What is about one {noun} serves it alone; what is about nothing serves the one whose deadline comes first, and then the next.",
        f"Of an amount of 0 or less nothing is owed; if the entry of the {noun} names none, nobody can tell how much.",
    ]


_SEVERAL = (WhoWord.EVERYONE, WhoWord.EACH_PARTY, WhoWord.SAME_PARTY, WhoWord.THE_OTHERS, WhoWord.ADDRESSED)


def before_plain(form: ProhibitionBefore) -> list[str]:
    """What must not come so close before something."""
    whose = doer(form.later)
    later = replace(form.later, filters=tuple(one for one in form.later.filters if one not in _COMPARED))
    what, then = events_words(form.selector), events_words(later, article=True)
    length = form.length
    if isinstance(length, Exact):
        found = [f"There is no {what} less than {length.words} before {then}; exactly {length.words} before is far enough."]
        found.append("What goes on for a while is measured from its end to the next start.")
    elif length.months:
        found = [f"There is no {what} before {then} on its own date or in the {length.words} of dates before it."]
    else:
        dates = "the date before" if length.days == 1 else f"the {count_words(length.days, 'date')} before"
        found = [f"There is no {what} before {then} on its own date or {dates}."]
    if whose in (None, WhoWord.SAME_PARTY):
        found.append(f"It is about {_a(later.noun)} by one of those who had part in the {form.selector.noun}.")
    elif whose is WhoWord.THE_OTHERS:
        found.append(f"It is about {_a(later.noun)} by anyone who had no part in the {form.selector.noun}.")
    return found


def _a(noun: str) -> str:
    return f"{a_or_an(noun)} {noun}"


_COMPARED = (ByFilter(WhoWord.SAME_PARTY), ByFilter(WhoWord.THE_OTHERS))


def barred_plain(form: ProhibitionAfter, parties: tuple[str, ...]) -> list[str]:
    """What is forbidden for a time after something."""
    until = form.waits_for
    if until is not None:
        end = f"until there was {duty_words(until, parties, trigger_filters(form.trigger))}"
    else:
        assert not isinstance(form.end, Duty)  # noqa: S101 - nothing is waited for, so it is a length
        end = f"for {form.end.words}, to the minute" if isinstance(form.end, Exact) else f"up to {end_of_day(form.end)}"
    found = [f"After {trigger_plain(form.trigger)}, there is no {events_words(form.selector)} {end}."]
    if isinstance(form.trigger, BreachTrigger):
        found.append(f"It begins when the {'breach' if form.trigger.times is None else 'last breach'} is certain.")
    elif form.trigger.times is not None:
        found.append(f"It begins at the start of the last one{'' if until is not None else ' and is counted from its end'}.")
    else:
        found.append("It begins at its start." if until is not None else "It begins at its start and is counted from its end.")
    if until is None:
        found.append("The last moment is free.")
    else:
        found.append("What ends it comes after it and is about nothing else; from that moment on it is free.")
        if CONSENT in {one.event for one in until.selector.alternatives}:
            found.append("A later no starts nothing.")
    if WithFilter(PersonWord.SAME_PERSON) in form.selector.filters:
        found.append("Of several people, each counts on their own.")
    found += counted_plain(form.trigger)
    return [*found, *apart_words(trigger_filters(form.trigger))]


def _repaired(trigger: OtherwiseTrigger) -> list[str]:
    """What it does to the breach."""
    if trigger.still_owed:
        comes = "If it comes by then, and what was missing comes too, however late, the breach is repaired."
    else:
        comes = "If it comes by then, or what was missing does, the breach is repaired."
    return [comes, "Nothing else follows it until then; if it is missed, there is one breach, and what follows it begins."]


def _who_did(form: Response) -> list[str]:
    told = "whoever did it" in duty_words(form.duty, (), trigger_filters(form.trigger))
    return ["“Whoever did it” is whoever broke it."] if told else []


def precedence_plain(form: Precedence, parties: tuple[str, ...]) -> list[str]:
    """What must come before an event."""
    owed = duty_words(form.duty, parties, trigger_filters(form.trigger))
    noun = form.trigger.selector.noun
    lead = _lead(form.lead)
    found = [f"Before {trigger_plain(form.trigger)}, there is {owed}{', ' if lead else ''}{lead}."]
    if isinstance(form.lead, WithinLast):
        found.append(f"One can cover several {form.trigger.selector.plural}; the exact moment still counts.")
    elif form.lead.reusable:
        found.append(f"One can cover several {form.trigger.selector.plural}.")
    else:
        found.append(f"Each covers only one {noun}.")
    if isinstance(form.lead, Ahead) and form.lead.any_time:
        since = "It comes after the last such one that asked it of the same person, or at any time before the first."
        found.append("It may be long before." if form.lead.reusable or form.trigger.first else since)
        found.append("One at the very start counts.")
    if isinstance(form.lead, Ahead) and isinstance(form.lead.at_least, ByClock) and not form.lead.at_least.days_later:
        found.append(f"If the {noun} starts before {clock(form.lead.at_least.second)}, it comes no later than that start.")
    if {one.event for one in form.duty.selector.alternatives} & {NOTICE, CONSENT}:
        found.append("One that names a person covers only what is with that person.")
    return [*found, *apart_words(trigger_filters(form.trigger))]


def _lead(lead: Ahead | WithinLast) -> str:
    if isinstance(lead, WithinLast):
        how = "to the minute" if isinstance(lead.length, Exact) else f"by dates: the date {lead.length.words} earlier still counts"
        return f"in the {lead.length.words} before, {how}"
    parts: list[str] = []
    if isinstance(lead.at_least, ByClock):
        parts.append(f"{lead.at_least.words}, that minute included")
    elif lead.at_least is not None:
        parts.append(_ahead(lead.at_least, "at least", "or before"))
    if lead.at_most is not None:
        parts.append(_ahead(lead.at_most, "at most", "or after"))
    return ", and ".join(parts)


def _ahead(length: Duration, bound: str, side: str) -> str:
    if isinstance(length, Exact):
        return f"{bound} {length.words} before it starts, to the minute"
    return f"{bound} {length.words} before (on {side} the date {length.words} earlier, at any hour)"


def again_plain(every: Duration) -> str:
    """How long it may be from one to the next."""
    if isinstance(every, Exact):
        return f"the next comes at the latest {every.words} after the one before, to the minute"
    return f"the next comes at the latest on the date {every.words} after the one before"


BEGINS = "It is measured from the first day in force, or from the last one before that day if its time had not run out by then."


def each_own(duty: Duty) -> list[str]:
    """Where several owe it each on their own, that they do."""
    several = duty.by in (WhoWord.EVERYONE, WhoWord.EACH_PARTY) or (
        isinstance(duty.by, Parties) and duty.by.every and len(duty.by.names) > 1
    )
    return ["It is measured for each of them separately."] if several else []


def schedule_plain(form: Schedule, parties: tuple[str, ...]) -> list[str]:
    """What comes on dates."""
    if form.by:
        return _by_then(form, parties)
    if form.turns:
        return _in_turn(form, parties)
    said = f"There is {duty_words(form.duty, parties)} {recurrence_words(form.recurrence)}"
    return _on_dates(form, said)


def _in_turn(form: Schedule, parties: tuple[str, ...]) -> list[str]:
    noun = duty_words(form.duty, parties, turns=form.turns)
    period = form.recurrence.rhythm.value
    said = f"There is {noun}, {f'in every {period}' if form.whole else recurrence_words(form.recurrence)}"
    if form.first_turn is not None:
        whose = called(form.first_turn.party)
        first = f"{day_words(form.first_turn.day)} is the first turn, that of {whose}."
        if form.whole:
            first = f"The {period} that begins on {day_words(form.first_turn.day)} is the first turn, that of {whose}."
    else:
        begins = f"whole {period}" if form.whole else "such date"
        first = f"The first {begins} in force is {called(form.turns[0])}'s turn; then the next one's, and so on."
    dates = f"{period.capitalize()}s in" if form.whole else "Dates on"
    found = [f"{said}.", "Any day of it counts."] if form.whole else _on_dates(form, said)
    lifted = f"{dates} which nothing is asked for take no turn. A turn that was missed does not move the next ones."
    return [*found, first, lifted]


def _on_dates(form: Schedule, said: str) -> list[str]:
    if form.at is not None and isinstance(form.tolerance, Exact):
        lasting = [f"{form.length.words} is only for the calendar."] if form.length is not None else []
        counts = f"What starts up to {form.tolerance.words} before or after counts, to the minute."
        return [f"{said} at {clock(form.at)}.", counts, *lasting]
    found = [f"{said}."]
    days = form.leeway
    if days:
        near = "The day before and the day after count" if days == 1 else f"Up to {count_words(days, 'day')} before or after counts"
        found.append(f"{near}, too.")
    if form.at is not None or form.length is not None:
        said = " and ".join([*([clock(form.at)] if form.at is not None else []), *([form.length.words] if form.length is not None else [])])
        found.append(f"Any time of the day keeps it: {said} {'is' if ' and ' not in said else 'are'} only for the calendar.")
    return found


def _by_then(form: Schedule, parties: tuple[str, ...]) -> list[str]:
    recurrence, said = form.recurrence, duty_words(form.duty, parties)
    if recurrence.date is not None:
        day = day_words(recurrence.date)
        until = f"{day}, {clock(form.at)}" if form.at is not None else f"the end of {day}"
        return [f"There is {said} by {until}.", "It may come at any time before, however early. It is asked for once."]
    until = recurrence_words(recurrence)
    if recurrence.rhythm is Rhythm.DAY and recurrence.every == 1:
        up_to = f", up to {clock(form.at)}" if form.at is not None else ""
        return [f"There is {said} {until}{up_to}.", "Only what comes on that day counts."]
    at = f"{clock(form.at)} " if form.at is not None else "the end of the date "
    return [
        f"There is {said} up to {at}{until}.",
        "What comes after the deadline before counts; before the first one, as far back as from one to the next.",
        "The first one after a missed deadline is late, if it is nearer to it than to the next, and does not serve the next.",
    ]

"""A sentence in plain words: exactly what the checker does with it, as one would say it at a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.checker.held import states_named
from pactlang.checker.lifting import lifted_by_following, stopped
from pactlang.model.agreement import (
    Ahead,
    BreachTrigger,
    ByFilter,
    Cap,
    Cell,
    Duty,
    EventTrigger,
    Gap,
    Interval,
    Matrix,
    Parties,
    Pause,
    PauseAfter,
    PersonWord,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    Quota,
    RepeatAfter,
    Response,
    Revisit,
    Rhythm,
    Rolling,
    Schedule,
    Selector,
    Unit,
    WhoWord,
    WithFilter,
    Within,
    WithinDays,
    WithinHours,
    WithinLast,
)
from pactlang.model.calendar import Days, Exact, Period
from pactlang.model.named import NIGHT, DateRange, DayBefore, DayLine, EveryOther, HoursOn, NamedDays, NamedHours, Season, WeekDays, YearDay
from pactlang.model.parts import events, filters, lifting, limited, occasion
from pactlang.model.vocabulary import CONSENT, HEALTH, NOTICE
from pactlang.model.words import called
from pactlang.witness.pool import parts_of
from pactlang.words.plain_parts import (
    LEAP,
    apart_words,
    clock,
    condition_words,
    duty_words,
    end_of_day,
    events_words,
    latest,
    ordinal,
    period_words,
    recurrence_words,
    soonest,
    term_words,
    unless_words,
    weekdays_words,
)
from pactlang.words.words import MONTHS, count_words, day_words, list_words, number_words, people_words

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Duty, Filter, Measure, Modifiers, Sentence, State, Trigger
    from pactlang.model.calendar import Duration


def plain_words(rule: Sentence | Matrix, agreement: Agreement) -> tuple[str, ...]:
    """What a sentence or a matrix says, one plain sentence each."""
    if isinstance(rule, Matrix):
        return tuple(_matrix(rule))
    terms = dict.fromkeys(words for one in parts_of(rule.form, Selector) if (words := term_words(one)))
    return (*_form(rule, agreement), *terms, *_own_states(rule, agreement), *_modifiers(rule.modifiers, rule))


def _own_states(rule: Sentence, agreement: Agreement) -> list[str]:
    """Whose a state is that each party has of their own, wherever a sentence names one."""
    if not any(state.each for state in agreement.states):
        return []
    apart = any(isinstance(one, ByFilter) and one.who is WhoWord.EACH_PARTY for one in filters(occasion(rule.form) or limited(rule.form)))
    whose = "that party's alone counts" if apart else "each of those who had part in it is looked at on their own"
    own = [state.name for state in agreement.states if state.each and state.name in states_named(rule)]
    return [f"“{name}” is each party's own: {whose}." for name in own]


def days_plain(days: NamedDays) -> tuple[str, ...]:
    """Which dates a set holds, in plain words."""
    found = [f"“{days.name}” are {list_words([_dates(one) for one in days.lines])}."] if days.lines else []
    return (*found, *([f"Never: {list_words([_dates(one) for one in days.excepted])}."] if days.excepted else []))


def hours_plain(hours: NamedHours) -> tuple[str, ...]:
    """Which hours these are, in plain words."""
    found = [f"“{hours.name}” are {list_words([_hours(one) for one in hours.lines])}."] if hours.lines else []
    past = any(0 < one.end <= one.start for one in hours.lines)
    return (*found, *(["Hours past midnight belong to the day on which they begin."] if past else []))


def _hours(line: HoursOn) -> str:
    return f"{_dates(line.days)}{'' if line.start == line.end else f' from {clock(line.start)} to {clock(line.end)}'}"


def _dates(line: DayLine) -> str:
    match line:
        case WeekDays(days):
            return weekdays_words(days)
        case DateRange(int() as first, int() as last):
            words = day_words(first, weekday=False)
            return words if first == last else f"{words} to {day_words(last, weekday=False)}, both included"
        case DateRange():
            raise AssertionError("a line of dates has a first and a last one")
        case YearDay(month, day):
            return f"{day} {MONTHS[month - 1]} of every year{LEAP if (month, day) == (2, 29) else ''}"
        case DayBefore(days):
            return f"the day before each date of “{days.name}”"
        case NamedDays(name):
            return f"the dates of “{name}”"


def state_plain(state: State) -> tuple[str, ...]:
    """What a state is, in plain words."""
    begins = list_words([events_words(one, article=True) for one in state.starts], "or")
    found = [f"“{state.name}” holds from {begins} on."]
    if state.each:
        begins = list_words([f"{events_words(one, article=True)} that they have part in" for one in state.starts], "or")
        found = [f"Each party has “{state.name}” of their own. It holds from {begins} on, for them alone."]
    if state.ends:
        theirs = " of theirs" if state.each else ""
        found.append(f"It ends with {list_words([f'{events_words(one, article=True)}{theirs}' for one in state.ends], 'or')}.")
    if state.lasts is not None:
        most = f"{state.lasts.words} after, to the minute" if isinstance(state.lasts, Exact) else end_of_day(state.lasts)
        found.append(f"It ends at the latest {'' if isinstance(state.lasts, Exact) else 'with '}{most}.")
    if state.least is not None:
        least = f"{state.least.words} after, to the minute" if isinstance(state.least, Exact) else f"with {end_of_day(state.least)}"
        found.append(f"It ends at the earliest {least}: an end that comes sooner takes effect then.")
    return tuple(found)


def _form(sentence: Sentence, agreement: Agreement) -> list[str]:
    parties, week = agreement.parties, agreement.week_start
    rule = sentence.form
    match rule:
        case Cap() as form:
            found = _cap(form, week)
        case Quota() as form:
            found = _quota(form, week)
        case Gap(length, selector):
            found = [_gap(length, selector), *apart_words(_filters(selector))]
        case Response() as form:
            found = _response(form, parties)
        case Precedence() as form:
            found = _precedence(form, parties)
        case Interval(duty, every):
            found = [f"{_first_up(duty_words(duty, parties))}, again and again: {_again(every)}.", _BEGINS, *_each_own(duty)]
        case Schedule() as form:
            found = _schedule(form, parties)
        case Prohibition(selector):
            found = [f"There is no {events_words(selector)}.", *apart_words(_filters(selector))]
        case ProhibitionAfter() as form:
            found = _forbidden_after(form, parties)
        case Pause(selector, at_most):
            found = _pause(selector, at_most)
        case PauseAfter(trigger, selector, length) as form:
            until = f"for {length.words}, to the minute" if isinstance(length, Exact) else f"up to {end_of_day(length)}"
            what = events_words(selector, many=True)
            lifts = sentence.label in lifted_by_following(agreement)
            if lifts and not stopped(form, agreement):
                found = [f"After {_trigger(trigger)}, {what} are not asked for {until}; to have one breaks nothing.", *_certain(trigger)]
            else:
                found = [f"After {_trigger(trigger)}, there are no {what} {until}.", *([_NOT_OWED] if lifts else []), *_certain(trigger)]
        case RepeatAfter(trigger, duty, every, length):
            owed = duty_words(duty, parties, _trigger_filters(trigger))
            end = f"until {length.words} after" if isinstance(length, Exact) else f"until the date {length.words} after"
            found = [f"After {_trigger(trigger)}, there is {owed}, again and again {end}: {_again(every)}.", *_certain(trigger)]
        case _:
            assert_never(rule)
    unless = lifting(rule)
    return [*found, unless_words(unless, parties)] if unless is not None else found


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _filters(selector: Selector) -> tuple[Filter, ...]:
    return (*selector.filters, *(one for alternative in selector.alternatives for one in alternative.filters))


# --- what is counted ----------------------------------------------------------------------------------------------


def _counted(measure: Measure, selector: Selector, least: bool) -> str:
    bound = "at least" if least else "at most"
    match measure.unit:
        case Unit.COUNT:
            if not measure.limit:
                return f"no {events_words(selector)}"
            return f"{bound} {number_words(measure.limit)} {events_words(selector, many=measure.limit != 1)}"
        case Unit.HOURS:
            length = Exact(int(measure.limit)).words
            return f"{bound} {length} of {events_words(selector, many=True)}, all together"
        case Unit.DAYS | Unit.NIGHTS:
            unit = measure.unit.value.removesuffix("s")
            counted = f"{bound} {count_words(measure.limit, unit)}" if measure.limit else f"no {unit}"
            return f"{counted} with {events_words(selector, article=True)}"
        case Unit.AMOUNT:
            return f"{bound} {number_words(measure.limit)} {measure.currency} of {events_words(selector)}, all together"


def _cap(form: Cap, week: int) -> list[str]:
    counted = _counted(form.measure, form.selector, least=False)
    found = []
    if isinstance(form.window, Rolling):
        length = form.window.length
        if isinstance(length, Exact):
            found.append(f"In any {length.words} in a row there {_be(form.measure)} {counted}.")
            found.append(f"It goes by the minute: what started exactly {length.words} earlier no longer counts.")
        else:
            found.append(f"In any {length.words} in a row there {_be(form.measure)} {counted}.")
            if not length.months and form.measure.limit:
                found.append(f"It goes by dates: what was on the 1st no longer counts on the {_date(1 + length.days)}.")
            else:
                found.append("It goes by dates, up to that of the event itself.")
    else:
        found.append(f"In each {period_words(form.window, week)} there {_be(form.measure)} {counted}.")
        if form.measure.unit is Unit.COUNT and form.measure.limit:
            found.append(f"Each counts in the {form.window.value} in which it starts.")
    found += _counting(form.measure, least=False)
    return [*found, *apart_words(_filters(form.selector))]


def _counting(measure: Measure, least: bool) -> list[str]:
    """What counts as such an hour, date or night."""
    match measure.unit:
        case Unit.HOURS:
            return ["Hours count in the period they fall in; an entry with no end has no hours."]
        case Unit.DAYS:
            return [f"{'Only the date on which one starts' if least else 'Each date that one touches'} counts, and each date counts once."]
        case Unit.NIGHTS:
            touched = "Only the first night that one touches" if least else "Each night that one touches"
            return [f"{touched} counts, for the evening before, and each night counts once.", night_words(measure)]
        case Unit.COUNT | Unit.AMOUNT:
            return []


def night_words(measure: Measure) -> str:
    """From when until when a night is."""
    if measure.night is None or measure.night == NIGHT:
        return "A night is from 00:00 to 05:00."
    return f"A night is, by “{measure.night.name}”: {list_words([_hours(one) for one in measure.night.lines])}."


def _be(measure: Measure) -> str:
    return "are" if measure.unit is not Unit.AMOUNT and measure.limit > (3600 if measure.unit is Unit.HOURS else 1) else "is"


def _date(day: int) -> str:
    return ordinal(day) if day > 10 else {1: "1st", 2: "2nd", 3: "3rd"}.get(day, f"{day}th")


def _quota(form: Quota, week: int) -> list[str]:
    found = [f"Each {period_words(form.period, week)} has {_counted(form.measure, form.selector, least=True)}."]
    if form.period is not Period.DAY:
        found.append(f"A {form.period.value} that is only partly in force asks for nothing.")
    found += _counting(form.measure, least=True)
    return [*found, *apart_words(_filters(form.selector))]


def _gap(length: Duration, selector: Selector) -> str:
    what = events_words(selector, article=True)
    if isinstance(length, Exact):
        return f"From the end of {what} to the start of the next there are at least {length.words} (from its start if no end is logged)."
    if length.months:
        return f"From {what} to the next it is at least {length.words}, by dates, at any hour."
    return (
        f"From {what} to the next it is at least {length.words}, by dates: after the 1st, the {_date(1 + length.days)} is fine at any hour."
    )


# --- what is owed -------------------------------------------------------------------------------------------------


def _trigger(trigger: Trigger) -> str:
    match trigger:
        case BreachTrigger(None):
            return "each breach of any other clause"
        case BreachTrigger():
            return f"each breach of {list_words([f'“{name}”' for name in trigger.clauses], 'or')}"
        case EventTrigger(selector, first):
            return f"the first {events_words(selector)}" if first else f"each {events_words(selector)}"


def _trigger_filters(trigger: Trigger) -> tuple[Filter, ...]:
    return _filters(trigger.selector) if isinstance(trigger, EventTrigger) else ()


def _certain(trigger: Trigger) -> list[str]:
    """From when the clock of what follows runs."""
    return ["The clock starts when the breach is certain."] if isinstance(trigger, BreachTrigger) else []


def _response(form: Response, parties: tuple[str, ...]) -> list[str]:
    owed = duty_words(form.duty, parties, _trigger_filters(form.trigger))
    if isinstance(form.deadline, Within):
        when = latest(form.deadline.length)
    elif isinstance(form.deadline, WithinDays):
        count, days = form.deadline.count, form.deadline.days
        when = f"by the end of the {f'{ordinal(count)} ' if count > 1 else 'next '}date of “{days.name}” after"
    elif isinstance(form.deadline, WithinHours):
        count, hours = form.deadline.count, form.deadline.hours
        passed = f"{count_words(count, 'hour')} of “{hours.name}” {'has' if count == 1 else 'have'} passed"
        when = f"by the time that {passed}, that minute included"
    else:
        which = "the next day" if form.deadline.days_later else "the same day"
        when = f"by {clock(form.deadline.second)} on {which}, that minute included"
    found = [f"After {_trigger(form.trigger)}, there is {owed}, {when}."]
    if form.no_sooner is not None:
        found.append(f"It comes {soonest(form.no_sooner)}; an earlier one does not serve.")
    if isinstance(form.trigger, BreachTrigger):
        return [*found, *_certain(form.trigger), *_who_did(form.duty, breach=True)]
    found.append("The clock starts at its end (at its start if no end is logged).")
    found.append("What came before it began, or is about something else, does not count.")
    return [*found, *apart_words(_trigger_filters(form.trigger))]


def _forbidden_after(form: ProhibitionAfter, parties: tuple[str, ...]) -> list[str]:
    until = form.waits_for
    if until is not None:
        end = f"until there was {duty_words(until, parties, _trigger_filters(form.trigger))}"
    else:
        assert not isinstance(form.end, Duty)  # noqa: S101 - nothing is waited for, so it is a length
        end = f"for {form.end.words}, to the minute" if isinstance(form.end, Exact) else f"up to {end_of_day(form.end)}"
    found = [f"After {_trigger(form.trigger)}, there is no {events_words(form.selector)} {end}."]
    if isinstance(form.trigger, BreachTrigger):
        found.append("It begins when the breach is certain.")
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
    return [*found, *apart_words(_trigger_filters(form.trigger))]


def _who_did(duty: Duty, *, breach: bool) -> list[str]:
    return ["“Whoever did it” is whoever broke it."] if breach and WhoWord.SAME_PARTY in (duty.by, duty.to) else []


def _precedence(form: Precedence, parties: tuple[str, ...]) -> list[str]:
    owed = duty_words(form.duty, parties, _trigger_filters(form.trigger))
    noun = form.trigger.selector.noun
    lead = _lead(form.lead)
    found = [f"Before {_trigger(form.trigger)}, there is {owed}{', ' if lead else ''}{lead}."]
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
    if {one.event for one in form.duty.selector.alternatives} & {NOTICE, CONSENT}:
        found.append("One that names a person covers only what is with that person.")
    return [*found, *apart_words(_trigger_filters(form.trigger))]


def _lead(lead: Ahead | WithinLast) -> str:
    if isinstance(lead, WithinLast):
        how = "to the minute" if isinstance(lead.length, Exact) else f"by dates: the date {lead.length.words} earlier still counts"
        return f"in the {lead.length.words} before, {how}"
    parts: list[str] = []
    if lead.at_least is not None:
        parts.append(_ahead(lead.at_least, "at least", "or before"))
    if lead.at_most is not None:
        parts.append(_ahead(lead.at_most, "at most", "or after"))
    return ", and ".join(parts)


def _ahead(length: Duration, bound: str, side: str) -> str:
    if isinstance(length, Exact):
        return f"{bound} {length.words} before it starts, to the minute"
    return f"{bound} {length.words} before (on {side} the date {length.words} earlier, at any hour)"


def _again(every: Duration) -> str:
    if isinstance(every, Exact):
        return f"the next comes at the latest {every.words} after the one before, to the minute"
    return f"the next comes at the latest on the date {every.words} after the one before"


_BEGINS = "It is measured from the first day in force, or from the last one before that day if its time had not run out by then."


def _each_own(duty: Duty) -> list[str]:
    several = duty.by in (WhoWord.EVERYONE, WhoWord.EACH_PARTY) or (
        isinstance(duty.by, Parties) and duty.by.every and len(duty.by.names) > 1
    )
    return ["It is measured for each of them separately."] if several else []


def _schedule(form: Schedule, parties: tuple[str, ...]) -> list[str]:
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


# --- what stops ---------------------------------------------------------------------------------------------------


_NOT_OWED = (
    "While it lasts, nothing of this kind is owed, even if a sentence asks for it. "
    "Doing it is not a breach, unless something limits it or follows it."
)


def _pause(selector: Selector, at_most: Duration | None) -> list[str]:
    ends = ["the end of the date named in the pause", "the moment when everyone who called it resumes"]
    if at_most is not None:
        ends.append(f"{at_most.words} after, to the minute" if isinstance(at_most, Exact) else end_of_day(at_most))
    return [
        f"Anyone may say “pause” at any time; from that moment there are no {events_words(selector, many=True)}.",
        f"That lasts until {list_words(ends, 'or')}, whichever comes first.",
        _NOT_OWED,
        *(["No pause stops tests and their results."] if events(selector) & HEALTH else []),
        "Pausing is never a breach, and nothing else stops.",
    ]


_CELLS = {
    Cell.YES: "fine, no need to ask",
    Cell.ASK: "only after asking",
    Cell.NO: "no",
    Cell.OPEN: "not decided yet, so only after asking",
}


def _matrix(matrix: Matrix) -> list[str]:
    found = [f"What each is fine with when another does it ({matrix.event}), or when they do it together:"]
    for row in matrix.rows:
        groups: dict[Cell, list[str]] = {}
        for party, cell in zip(matrix.parties, row.cells, strict=True):
            groups.setdefault(cell, []).append(party)
        found.append(f"{row.activity}: " + "; ".join(f"{people_words(names)}: {_CELLS[cell]}" for cell, names in groups.items()) + ".")
    ask = matrix.ask_within
    exact = "to the minute" if isinstance(ask, Exact) else "by dates"
    found.append(
        f"To ask means: a consent of theirs in the {ask.words} before, {exact}, not withdrawn since. Nobody needs their own consent."
    )
    found.append("What is not in the table is not judged.")
    return found


# --- the lines under a sentence -----------------------------------------------------------------------------------


def _modifiers(lines: Modifiers, sentence: Sentence) -> list[str]:
    found = []
    if lines.covering:
        which = "any of these" if len(lines.covering) > 1 else "this"
        found.append(f"It names {list_words(lines.covering)}; one that leaves out {which} does not count.")
    if lines.optionally:
        found.append(f"Also worth naming: {list_words(lines.optionally)}; nothing depends on it.")
    if lines.grace is not None:
        found.append(f"Up to {_grace(lines.grace)} it still counts as kept.")
    found += [f"This holds only {condition_words(one)}." for one in lines.only]
    found += [f"This does not hold {condition_words(one)}." for one in lines.excepted]
    if isinstance(sentence.form, Quota) and any(isinstance(one, Season | EveryOther) for one in (*lines.only, *lines.excepted)):
        found.append(f"A {sentence.form.period.value} some of which is left out asks for nothing.")
    if lines.wish:
        found.append("It is a wish: if it does not come true, the answer says so, but it is never a breach.")
    told = []
    if lines.revisit is not None:
        told.append(f"you get a reminder to talk about it again {_revisited(lines.revisit)}")
    if lines.warn_at is not None:
        told.append(f"you get a warning at {number_words(lines.warn_at)}")
    if lines.warn_before is not None:
        told.append(f"you get a warning {lines.warn_before.words} before")
    if lines.remind_before:
        told.append(f"you get a reminder {list_words([one.words for one in lines.remind_before])} before")
    if lines.private:
        told.append("calendars and reminders show neutral words")
    if not lines.watch:
        told.append("trends are not mentioned")
    if told:
        found.append(f"{_first_up(list_words(told))}; this changes nothing about what is kept.")
    if sentence.not_applied:
        found.append(f"It is not applied: {sentence.not_applied}.")
    return found


def _revisited(revisit: Revisit) -> str:
    """When to talk about a clause again."""
    if revisit.every is not None:
        return f"{revisit.every.words} after it began to hold, or after the last review about it"
    return f"by {day_words(revisit.by or 0)}, if there was no review about it"


def _grace(length: Duration) -> str:
    return f"{length.words} later" if isinstance(length, Exact | Days) else ""

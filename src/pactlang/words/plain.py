"""A sentence in plain words: exactly what the checker does with it, as one would say it at a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pactlang.checker.held import states_named
from pactlang.checker.lifting import lifted_by_following, stopped
from pactlang.model.agreement import (
    Between,
    ByFilter,
    Cap,
    Cell,
    Gap,
    Interval,
    Matrix,
    Pause,
    PauseAfter,
    Precedence,
    Prohibition,
    ProhibitionAfter,
    ProhibitionBefore,
    Quota,
    RepeatAfter,
    Response,
    Rolling,
    Schedule,
    Selector,
    Unit,
    WhoWord,
)
from pactlang.model.calendar import Days, Exact, Period
from pactlang.model.named import NIGHT, DateRange, DayBefore, EveryOther, NamedDays, Season, WeekDays, YearDay
from pactlang.model.parts import events, filters, lifting, limited, occasion
from pactlang.model.vocabulary import HEALTH
from pactlang.model.words import clock_words as clock
from pactlang.witness.pool import parts_of
from pactlang.words.plain_owed import (
    BEGINS,
    again_plain,
    barred_plain,
    before_plain,
    certain_plain,
    each_own,
    precedence_plain,
    response_plain,
    schedule_plain,
    trigger_filters,
    trigger_plain,
)
from pactlang.words.plain_parts import (
    LEAP,
    apart_words,
    condition_words,
    duty_words,
    end_of_day,
    events_words,
    nth_day,
    period_words,
    term_words,
    unless_words,
    weekdays_words,
)
from pactlang.words.unsaid import unsaid_words
from pactlang.words.words import MONTHS, a_or_an, count_words, day_words, list_words, number_words, people_words

if TYPE_CHECKING:
    from pactlang.model.agreement import Agreement, Measure, Modifiers, Revisit, Sentence, State
    from pactlang.model.calendar import Duration
    from pactlang.model.named import DayLine, HoursOn, NamedHours


def plain_words(rule: Sentence | Matrix, agreement: Agreement) -> tuple[str, ...]:
    """What a sentence or a matrix says, one plain sentence each."""
    if isinstance(rule, Matrix):
        return tuple(_matrix(rule))
    terms = dict.fromkeys(words for one in parts_of(rule.form, Selector) if (words := term_words(one)))
    return (
        *_form(rule, agreement),
        *terms,
        *addressed_plain(rule),
        *unsaid_words(rule, agreement),
        *_own_states(rule, agreement),
        *_modifiers(rule.modifiers, rule),
    )


def addressed_plain(rule: Sentence) -> list[str]:
    """Who was addressed, where a sentence asks something of them or forbids it to them."""
    form = rule.form
    if not any(one is WhoWord.ADDRESSED for one in parts_of(form, WhoWord)):
        return []
    if isinstance(form, Response) and form.duty.by is WhoWord.ADDRESSED:
        who, unsaid = "Those whom its entry names after `to` were addressed, but for who did it.", "nobody can tell who owes it"
        return [who, f"If it names nobody, {unsaid}."]
    nothing = "nothing is forbidden" if isinstance(form, ProhibitionAfter) else "nothing is asked"
    who = "Those of you whom its entry names after `to` were addressed, but for who did it"
    return [f"{who}; if that is nobody, {nothing}.", "If it names nobody at all, it cannot be told."]


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
    found = [f"“{state.name}” begins with {begins}."]
    if state.each:
        begins = list_words([f"{events_words(one, article=True)} that they have part in" for one in state.starts], "or")
        found = [f"Each party has “{state.name}” of their own. It begins with {begins}, for them alone."]
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
            found = [_gap(length, selector), *apart_words(filters(selector))]
        case Response() as form:
            found = response_plain(form, parties)
        case Precedence() as form:
            found = precedence_plain(form, parties)
        case Interval(duty, every):
            found = [f"{_first_up(duty_words(duty, parties))}, again and again: {again_plain(every)}.", BEGINS, *each_own(duty)]
        case Schedule() as form:
            found = schedule_plain(form, parties)
        case Prohibition(selector):
            found = [f"There is no {events_words(selector)}.", *apart_words(filters(selector))]
        case ProhibitionAfter() as form:
            found = barred_plain(form, parties)
        case ProhibitionBefore() as form:
            found = before_plain(form)
        case Pause(selector, at_most):
            found = _pause(selector, at_most)
        case PauseAfter(trigger, selector, length) as form:
            until = f"for {length.words}, to the minute" if isinstance(length, Exact) else f"up to {end_of_day(length)}"
            what = events_words(selector, many=True)
            lifts = sentence.label in lifted_by_following(agreement)
            if lifts and not stopped(form, agreement):
                found = [
                    f"After {trigger_plain(trigger)}, {what} are not asked for {until}; to have one breaks nothing.",
                    *certain_plain(trigger),
                ]
            else:
                found = [
                    f"After {trigger_plain(trigger)}, there are no {what} {until}.",
                    *([_NOT_OWED] if lifts else []),
                    *certain_plain(trigger),
                ]
        case RepeatAfter(trigger, duty, every, length):
            owed = duty_words(duty, parties, trigger_filters(trigger))
            end = f"until {length.words} after" if isinstance(length, Exact) else f"until the date {length.words} after"
            found = [
                f"After {trigger_plain(trigger)}, there is {owed}, again and again {end}: {again_plain(every)}.",
                *certain_plain(trigger),
            ]
        case _:
            assert_never(rule)
    unless = lifting(rule)
    return [*found, unless_words(unless, parties)] if unless is not None else found


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


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
        case Unit.PEOPLE:
            return f"{events_words(selector, many=True)} with {bound} {count_words(measure.limit, 'different person', 'different people')}"
        case Unit.AMOUNT:
            return f"{bound} {number_words(measure.limit)} {measure.currency} of {events_words(selector)}, all together"
        case Unit.SHARE:
            raise AssertionError("a share has its own words")


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
                found.append(f"It goes by dates: what was on the 1st no longer counts on the {nth_day(1 + length.days)}.")
            else:
                found.append("It goes by dates, up to that of the event itself.")
    elif isinstance(form.window, Between):
        found += _between(form.window.selector, f"there {_be(form.measure)} {counted}")
    else:
        found.append(f"In each {period_words(form.window, week)} there {_be(form.measure)} {counted}.")
        if form.measure.unit is Unit.COUNT and form.measure.limit:
            found.append(f"Each counts in the {form.window.value} in which it starts.")
    hours = form.measure.unit is Unit.HOURS and isinstance(form.window, Between)
    found += ["Hours count from one to the next; an entry with no end has no hours."] if hours else _counting(form.measure, least=False)
    return [*found, *apart_words(filters(form.selector))]


def _between(occasion: Selector, counted: str) -> list[str]:
    """That a cap starts again with each of these."""
    found = [f"From {a_or_an(occasion.noun)} {occasion.noun} to the next {counted}."]
    return [*found, "The count begins with the agreement, and again with each. Of one date without times, what is written first was first."]


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
        case Unit.PEOPLE:
            found = "Each person counts once: it is broken by an event with someone who is one too many and was in none before."
            return [found, "An entry that does not say with whom is with one person, who may be any of them."]
        case Unit.COUNT | Unit.AMOUNT | Unit.SHARE:
            return []


def night_words(measure: Measure) -> str:
    """From when until when a night is."""
    if measure.night is None or measure.night == NIGHT:
        return "A night is from 00:00 to 05:00."
    return f"A night is, by “{measure.night.name}”: {list_words([_hours(one) for one in measure.night.lines])}."


def _be(measure: Measure) -> str:
    return (
        "are"
        if measure.unit is Unit.PEOPLE or (measure.unit is not Unit.AMOUNT and measure.limit > (3600 if measure.unit is Unit.HOURS else 1))
        else "is"
    )


def _quota(form: Quota, week: int) -> list[str]:
    if form.measure.unit is Unit.SHARE:
        from pactlang.words.shares import share_plain  # few sentences ask for one

        return share_plain(form, period_words(form.period, week))
    found = [f"Each {period_words(form.period, week)} has {_counted(form.measure, form.selector, least=True)}."]
    if form.period is not Period.DAY:
        found.append(f"A {form.period.value} that is only partly in force asks for nothing.")
    found += _counting(form.measure, least=True)
    return [*found, *apart_words(filters(form.selector))]


def _gap(length: Duration, selector: Selector) -> str:
    what = events_words(selector, article=True)
    if isinstance(length, Exact):
        return f"From the end of {what} to the start of the next there are at least {length.words} (from its start if no end is logged)."
    if length.months:
        return f"From {what} to the next it is at least {length.words}, by dates, at any hour."
    fine = nth_day(1 + length.days)
    return f"From {what} to the next it is at least {length.words}, by dates: after the 1st, the {fine} is fine at any hour."


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


def _modifiers(lines: Modifiers, sentence: Sentence) -> list[str]:
    found = []
    if lines.covering:
        which = "any of these" if len(lines.covering) > 1 else "this"
        found.append(f"It names {list_words(lines.covering)}; one that leaves out {which} does not count.")
    if lines.optionally:
        found.append(f"Also worth naming: {list_words(lines.optionally)}; nothing depends on it.")
    for one in lines.untold:
        item = list_words(one.items)
        kept = f"{list_words(one.who.names)} keeps {item} private: without that, nothing is missing." if one.who is not None else ""
        found.append(kept or f"Nobody names {item}: nothing here asks for that.")
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

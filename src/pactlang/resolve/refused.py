"""Sentences that can be read in two ways, or that cannot be meant: refused in words, with what could be meant instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.language.tree import Name
from pactlang.model import agreement as model
from pactlang.model.calendar import DAY_SECONDS, Days, Exact, Period
from pactlang.model.parts import awaited, counted_apart, events, filters, limited, wanted
from pactlang.model.parts import owed as duty_of
from pactlang.model.words import clock_words
from pactlang.resolve.scope import place_of, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.model.calendar import Duration
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

Follows = model.Response | model.ProhibitionAfter | model.PauseAfter | model.RepeatAfter
_PARTS = {model.ClockPart.ANY: "", model.ClockPart.START: "starting ", model.ClockPart.END: "ending "}


def refuse_twice(selector: model.Selector, span: Span, scope: Scope) -> None:
    """Two windows after one noun: within both at once, or within either of them?"""
    for part, word in _PARTS.items():
        same = [one for one in selector.filters if isinstance(one, model.ClockFilter) and one.part is part]
        named = [one for one in selector.filters if isinstance(one, model.DuringFilter) and part is model.ClockPart.ANY]
        if len(same) + len(named) > 1:
            windows = [f"'{word}between {clock_words(one.start)} and {clock_words(one.end)}'" for one in same]
            windows += [f"'during {one.hours.name}'" for one in named]
            message = f"Two windows after one noun can be read in two ways: within {windows[0]} and {windows[1]} at once, or within either."
            expected = "one window (the stretch that both share), or a sentence for each window"
            scope.refuse("E023", message, place_of("during" if named else f"{word}between", span, last=True), expected)


def refuse_form(written: model.Form, form: model.Form, span: Span, scope: Scope) -> None:
    """What a whole sentence cannot mean. `written` is the form before its nouns were looked up: they know where they stand."""
    if isinstance(form, model.Cap) and isinstance(form.window, model.Between):
        _refuse_between(form, form.window, span, scope)
    if isinstance(form, Follows) and form.trigger.times is not None:
        _refuse_counted(form, form.trigger.times, span, scope)
    match form:
        case model.Cap() | model.Quota() if form.measure.by_dates:
            _refuse_dates(form, span, scope)
        case model.Cap() if form.measure.unit is model.Unit.PEOPLE:
            _refuse_dates(form, span, scope)
            _refuse_with(form, span, scope)
        case model.Gap():
            _refuse_two_nouns(written, span, scope)
        case model.Response() | model.RepeatAfter():
            if isinstance(form.trigger, model.EventTrigger) and _sets_itself_going(form, form.trigger, scope.parties):
                noun, again = form.duty.selector.noun, isinstance(form, model.RepeatAfter)
                message = f"Each '{noun}' would ask for another one, without end, because what it asks for is also what triggers it."
                expected = f"an event of its own, such as 'event reply', then 'after each {form.trigger.selector.noun}, reply …'"
                if again:
                    expected = f"'{noun} … every …', which needs no occasion, or an event of its own"
                scope.refuse("E023", message, place_of(noun, span, last=True), expected)
            if isinstance(form, model.Response):
                _refuse_never(form, span, scope)
                _refuse_asked(form, span, scope)
        case model.ProhibitionAfter(selector=forbidden, end=model.Duty() as until) if _forbids(forbidden, until):
            noun = until.selector.noun
            message = f"Nothing could end this: it waits for '{noun}', which it forbids until then."
            expected = f"something else after 'until', or 'by the same party' after 'no {forbidden.noun}'"
            scope.refuse("E023", message, place_of(noun, span, last=True), expected)
        case _:
            pass


def _forbids(forbidden: model.Selector, until: model.Duty) -> bool:
    """Whether all that could end a time is what nobody may do in it."""
    ends = until.selector
    named = {one.event: set(one.filters) for one in forbidden.alternatives}
    return bool(ends.alternatives) and all(
        one.event in named and {*named[one.event], *forbidden.filters} <= {*one.filters, *ends.filters} for one in ends.alternatives
    )


def _refuse_never(form: model.Response, span: Span, scope: Scope) -> None:
    """`within 3 days, but no sooner than 1 week after`: whatever is in time comes too early."""
    least, limit = form.no_sooner, form.deadline
    if least is None or not over_after(least, limit):
        return
    by, turned = "so early", "less than that"
    if isinstance(limit, model.Within):
        by, turned = f"within {limit.length.words}", f"'within {least.words}, but no sooner than {limit.length.words} after'"
    message = f"Nothing can come {by} and no sooner than {least.words} after."
    scope.refuse("E023", message, place_of("but no sooner than", span, last=True), turned)


def _refuse_asked(form: model.Response, span: Span, scope: Scope) -> None:
    """`by the date asked for` after what asks for no date: a breach, or several entries of which each may ask for its own."""
    if not isinstance(form.deadline, model.ByDateAsked):
        return
    times = form.trigger.times
    if isinstance(form.trigger, model.BreachTrigger):
        message = "A breach asks for no date, so there is none to go by."
    elif times is not None:
        message = f"Each of {times.count} may ask for a date of its own, so there is none to go by."
    else:
        return
    scope.refuse("E023", message, place_of("by the date asked for", span, last=True), "a length, such as 'within 2 days'")


def over_after(least: Duration, limit: model.Limit) -> bool:
    """Whether a length ends after a limit of time, whenever both begin; months have 28 to 31 days, days up to 25 hours."""
    match least, limit:
        case Exact(seconds), model.ByClock(second, days):
            return seconds > days * DAY_SECONDS + second + _HOUR
        case Days(), model.ByClock(_, days):
            return least.months > 0 or least.days > days
        case Exact(seconds), model.Within(Exact(most)):
            return seconds > most
        case Exact(seconds), model.Within(Days() as most):
            return seconds > (most.months * 31 + most.days + 1) * DAY_SECONDS + _HOUR
        case Days(), model.Within(Exact(most)):
            return (least.months * 28 + least.days - 1) * DAY_SECONDS - _HOUR > most
        case Days(), model.Within(Days() as most):
            longer = least.months >= most.months and least.days >= most.days and (least.months, least.days) != (most.months, most.days)
            return longer or least.months * 28 + least.days > most.months * 31 + most.days
        case _:  # how long it takes until so many of such dates or hours have passed, only the calendar says
            return False


def _refuse_between(form: model.Cap, window: model.Between, span: Span, scope: Scope) -> None:
    """What cannot be counted from one occasion to the next, and what cannot be one."""
    noun, place = window.selector.noun, place_of("between", span, last=True)
    if form.measure.by_dates or form.measure.unit is model.Unit.PEOPLE:
        counted = form.measure.unit.value
        message = f"The {counted} between {window.selector.plural} cannot be counted, because '{noun}' may come in the middle of a day."
        scope.refuse("E023", message, place, "a number of events, of hours or an amount; or a period, such as 'per month'")
    if events(form.selector) & events(window.selector):
        message = f"What is counted cannot start the count again, and '{noun}' would do both."
        scope.refuse("E023", message, place, f"another event after 'between', or 'at least … between {window.selector.plural}'")
    if {model.ByFilter(model.WhoWord.EACH_PARTY), model.WithFilter(model.PersonWord.EACH_PERSON)} & set(filters(window.selector)):
        message = f"Each '{noun}' starts the count again for everyone, so it cannot be told apart by party or person."
        scope.refuse("E023", message, place, "an event by anyone, or by those whom it names")


_HOUR = 3600
_MOST = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92, Period.YEAR: 366}


def _refuse_dates(form: model.Cap | model.Quota, span: Span, scope: Scope) -> None:
    """Dates and nights are not counted by the hour, and no period has more of them than it has."""
    counted = form.measure.unit.value
    if isinstance(form, model.Cap):
        length = form.window.length if isinstance(form.window, model.Rolling) else None
        if isinstance(length, Exact):
            message = f"The {counted} in any {length.words} cannot be counted, because a window in hours begins at any moment."
            scope.refuse("E023", message, place_of("in any", span, last=True), "a window in days, such as 'in any 7 days'")
    elif form.measure.limit > _MOST[form.period]:
        several = f"{_MOST[form.period]} {counted if _MOST[form.period] > 1 else counted.removesuffix('s')}"
        message = f"No {form.period.value} has {form.measure.limit} {counted}, so this could never be kept."
        scope.refuse("E023", message, place_of(f"per {form.period.value}", span, last=True), f"{several} or fewer")
    elif not form.measure.limit:
        scope.refuse("E023", "At least 0 asks for nothing.", span, "1 or more")


def _refuse_with(form: model.Cap, span: Span, scope: Scope) -> None:
    """Different people are counted among all: of some people alone, or of each alone, there is nothing to count."""
    filters = [part for one in form.selector.alternatives for part in one.filters] + list(form.selector.filters)
    if any(isinstance(one, model.WithFilter) for one in filters):
        message = "Who it was with is what is counted here, so it cannot be said again."
        scope.refuse("E023", message, place_of("with", span, last=True), f"'with at most {form.measure.limit} different people' alone")


def _refuse_counted(form: Follows, times: model.Times, span: Span, scope: Scope) -> None:
    """Of so many together nobody can tell whose they are, nor whether what excuses takes out one of them or all."""
    told = filters(form.trigger.selector) if isinstance(form.trigger, model.EventTrigger) else ()
    counted = f"{times.count} {form.trigger.selector.plural if isinstance(form.trigger, model.EventTrigger) else 'breaches'}"
    if model.ByFilter(model.WhoWord.EACH_PARTY) not in told and not counted_apart(form.trigger):
        instead = "'by each party' behind what is counted, or a name or 'everyone' here"
        for words in _compared(form):
            message = f"'{words}' can be read in two ways after {counted}: of the last one, or of all {times.count}."
            scope.refuse("E023", message, place_of(words, span, last=True), instead)
    doers = [one.by for one in (duty_of(form), awaited(form)) if one is not None]
    if model.WhoWord.ADDRESSED in doers or model.ByFilter(model.WhoWord.ADDRESSED) in filters(limited(form)):
        message = f"After {counted} nobody can tell which of them says who was addressed."
        scope.refuse("E023", message, place_of("each who was addressed", span, last=True), "a name or 'everyone'")
    same = model.WithFilter(model.PersonWord.SAME_PERSON)
    asked = (*filters(wanted(form)), *filters(limited(form)), *filters(getattr(awaited(form), "selector", None)))
    if same in asked and model.WithFilter(model.PersonWord.EACH_PERSON) not in told:
        message = f"'the same person' can be read in two ways after {counted}: of the last one, or of all {times.count}."
        expected = (
            "a name" if isinstance(form.trigger, model.BreachTrigger) else "'with each person' behind what is counted, or a name here"
        )
        scope.refuse("E023", message, place_of("the same person", span, last=True), expected)
    if isinstance(form, model.Response) and form.unless is not None:
        message = f"'unless' can be read in two ways after {counted}: it takes out each that it fits, or the last one alone."
        expected = "'except while …' or 'except on …' under the sentence, which take out each"
        scope.refuse("E023", message, place_of("unless", span, last=True), expected)


def _compared(form: Follows) -> Iterator[str]:
    """The words of a sentence that mean who did what it follows."""
    duty = duty_of(form) or awaited(form)
    if duty is not None:
        if duty.by in (model.WhoWord.SAME_PARTY, model.WhoWord.THE_OTHERS):
            yield f"by {duty.by}"
        if isinstance(duty.by, model.SomeOf) and duty.by.of is model.WhoWord.THE_OTHERS:
            yield f"by {duty.by.words}"
        if duty.to is model.WhoWord.SAME_PARTY or (duty.to is model.WhoWord.THE_OTHERS and duty.by in (None, model.WhoWord.ANYONE)):
            yield f"to {duty.to}"
    for part in filters(limited(form)):
        if isinstance(part, model.ByFilter | model.ToFilter) and part.who in (model.WhoWord.SAME_PARTY, model.WhoWord.THE_OTHERS):
            yield f"{'by' if isinstance(part, model.ByFilter) else 'to'} {part.who}"


def _refuse_two_nouns(written: model.Form, span: Span, scope: Scope) -> None:
    """`at least 1 hour between dinner and bedtime`: between any two of them, or from the one to the other?"""
    assert isinstance(written, model.Gap)  # noqa: S101 - the caller looked
    nouns = [one.event for one in written.selector.alternatives]
    first, last = nouns[0], nouns[-1]
    if len(nouns) < 2 or not isinstance(first, Name) or not isinstance(last, Name):
        return
    between = span.source.text[first.span.end : last.span.start].casefold().split()
    if "and" not in between:
        return
    length = written.length.words
    message = f"'between {first} and {last}' can be read in three ways."
    expected = (
        f"'between {' or '.join(nouns)}' (between any two of them, of either kind), a sentence for each (between two of one kind), or, for "
        f"no {last} within {length} after each {first}: a state that 'starts with {first}' and 'lasts at most {length}', and "
        f"'no {last} while' that state"
    )
    scope.refuse("E023", message, first.span.to(last.span), expected)


def _sets_itself_going(form: model.Response | model.RepeatAfter, trigger: model.EventTrigger, parties: tuple[str, ...]) -> bool:
    """Whether whatever answers a sentence asks for the next answer."""
    if trigger.first or trigger.times is not None or getattr(form, "unless", None) is not None:
        return False
    answers = form.duty.selector.alternatives
    return bool(answers) and all(
        _triggers({*one.filters, *form.duty.selector.filters}, one.event, form.duty, trigger, parties) for one in answers
    )


def _triggers(said: set[model.Filter], event: str, duty: model.Duty, trigger: model.EventTrigger, parties: tuple[str, ...]) -> bool:
    """Whether an answer of this event, with these filters, is a trigger."""
    for one in trigger.selector.alternatives:
        needed = {*one.filters, *trigger.selector.filters}
        named = {part for part in needed if isinstance(part, model.ByFilter | model.ToFilter)}
        if one.event == event and needed - named <= said and all(_may_be(part, duty, trigger, parties) for part in named):
            return True
    return False


def _may_be(part: model.Filter, duty: model.Duty, trigger: model.EventTrigger, parties: tuple[str, ...]) -> bool:
    """Whether an answer may well be by (or to) those whom the trigger names."""
    assert isinstance(part, model.ByFilter | model.ToFilter)  # noqa: S101 - the caller looked
    who = duty.by if isinstance(part, model.ByFilter) else duty.to
    if not isinstance(part.who, model.Parties):
        return True
    named = set(part.who.names)
    if isinstance(who, model.Parties):
        return named <= set(who.names) if part.who.every else bool(named & set(who.names))
    if who is model.WhoWord.THE_OTHERS:
        # Who is left once those of the trigger are taken out; of `Ana or Ben`, the other one is.
        by = next((one.who for one in trigger.selector.filters if isinstance(one, model.ByFilter)), None)
        acting = set(by.names) if isinstance(by, model.Parties) and (by.every or len(by.names) == 1) else set()
        left = set(parties) - acting
        return named <= left if part.who.every else bool(named & left)
    return who is not model.WhoWord.SAME_PARTY or isinstance(part, model.ByFilter)


def check_followed(clauses: list[model.Clause], names: list[str], scope: Scope) -> list[model.Clause]:
    """`after each breach of monthly` names a clause that there is, and one whose breaches can be followed."""
    repairs = {clause.name for clause in clauses if clause.kind is model.ClauseKind.REPAIR}
    wishes = {clause.name for clause in clauses if clause.sentences and all(one.modifiers.wish for one in clause.sentences)}
    answers = {clause.name for clause in clauses if clause.sentences and all(_after_a_breach(one) for one in clause.sentences)} - repairs
    found = []
    for clause in clauses:
        dead = answers if clause.kind is not model.ClauseKind.REPAIR else set[str]()
        sentences = tuple(_followed(one, names, repairs, wishes, dead, scope) for one in clause.sentences)
        found.append(replace(clause, sentences=sentences))
    return found


def _after_a_breach(sentence: model.Sentence) -> bool:
    return isinstance(getattr(sentence.form, "trigger", None), model.BreachTrigger)


def _followed(
    sentence: model.Sentence, names: list[str], repairs: set[str], wishes: set[str], answers: set[str], scope: Scope
) -> model.Sentence:
    trigger = getattr(sentence.form, "trigger", None)
    scope.refusals.clear()
    for of in trigger.clauses if isinstance(trigger, model.BreachTrigger) else ():
        _can_be_followed(of, sentence, names, repairs, wishes, answers, scope)
    why = scope.refused()
    return replace(sentence, not_applied=why) if why and not sentence.not_applied else sentence


def _can_be_followed(
    of: str, sentence: model.Sentence, names: list[str], repairs: set[str], wishes: set[str], answers: set[str], scope: Scope
) -> None:
    place = span_of(of, sentence.span)
    if of not in names:
        scope.unknown("clause", of, place, names)
    elif of in repairs:
        message = f"Nothing follows a breach of '{of}': it is a repair, and a missed repair does not ask for another."
        scope.refuse("E023", message, place, "the clause whose breach it repairs, or 'after each breach'")
    elif of in wishes:
        message = f"'{of}' holds only wishes, and a wish is never broken."
        scope.refuse("E023", message, place, "a clause with a sentence that can be broken")
    elif of == sentence.clause:
        message = f"A clause does not follow its own breaches, and this sentence is part of '{of}'."
        scope.refuse("E023", message, place, "this sentence under a heading of its own, such as 'repair'")
    elif of in answers:
        message = f"'{of}' says what follows a breach, and only a repair follows a breach of that."
        scope.refuse("E023", message, place, "this sentence under the heading 'repair'")

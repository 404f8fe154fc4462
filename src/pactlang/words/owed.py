"""What somebody owes: an answer, a next time, a date; and up to when."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.checker.finding import Status
from pactlang.log.bound import start_of
from pactlang.model.agreement import (
    ByFilter,
    EventTrigger,
    Matrix,
    Parties,
    PersonWord,
    Schedule,
    Sentence,
    SomeOf,
    WhoWord,
    WithFilter,
)
from pactlang.model.calendar import Days
from pactlang.model.parts import filters
from pactlang.words.meant import narrowed_words
from pactlang.words.occasion import counted_words, in_words, is_or_are, short_day, untimed
from pactlang.words.words import (
    away_words,
    clock_words,
    count_words,
    day_words,
    length_words,
    moment_words,
    people_words,
    so_many_words,
    span_words,
)

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.model.agreement import Duty, Interval, RepeatAfter, Response
    from pactlang.model.calendar import Zone


def response_words(finding: Finding, form: Response, zone: Zone) -> str:
    """How an answer to something stands."""
    answer = _answer(finding, form, zone)
    if finding.after and form.trigger.times is not None:
        return f"{answer} (after {counted_words(form.trigger, finding.whose)}, the last {finding.after})"
    if finding.after and answer.endswith(" after"):
        return f"{answer} {finding.after}"
    return f"{answer} (after {finding.after})" if finding.after else answer


def otherwise_words(finding: Finding, form: Response, broken: str, zone: Zone) -> str:
    """How a breach stands that something may repair; `broken` says what broke the sentence."""
    if finding.status is Status.REPAIRED:
        return f"{broken}; repaired on {_when_repaired(finding, zone)}"
    if finding.due is None:
        return f"{broken}; {form.duty.selector.noun} came in time, the rest is still owed"
    return f"{broken}; {_answer(replace(finding, who=finding.owing), form, zone)}"


def _when_repaired(finding: Finding, zone: Zone) -> str:
    at = finding.fulfilled_at or 0
    dated = any(one.second is None and start_of(one, zone) == at for one in finding.entries)
    return day_words(zone.date_of(at)) if dated else moment_words(at, zone)


def interval_words(finding: Finding, form: Interval | RepeatAfter, zone: Zone) -> str:
    """How long it was from one to the next, or until when the next is owed."""
    noun = form.duty.selector.noun
    until = _deadline(finding, zone)
    last = narrowed_words(form.duty.selector, last=True)
    if finding.status is Status.DUE:
        return f"{_asked(form.duty)} {_owing(finding, form.duty)}{last}, until {until}{_graceful(finding)}"
    first = finding.entries[0] if finding.entries else None
    exact = finding.unit == "seconds" and (first is None or first.second is not None)
    since = moment_words(finding.at, zone) if exact else day_words(zone.date_of(finding.at), weekday=False)
    if finding.fulfilled_at is not None:
        one_before = "the one on " if len(finding.entries) > 1 else ""
        answer = finding.entries[-1]
        by = people_words(answer.by) if answer.by else _owing(finding, form.duty)
        by += f" instead of {people_words(answer.instead_of)}" if answer.instead_of else ""
        agreed = f"at most {form.every.words} {is_or_are(form.every.words)} agreed"
        return f"{noun}{narrowed_words(form.duty.selector)} by {by}{last} came {_waited(finding, form)} after {one_before}{since}; {agreed}"
    begins = f"after the one on {since}" if finding.entries else f"from {since}"
    if finding.status is Status.KEPT:
        return f"no further {noun} was needed {begins}: {day_words(finding.date, weekday=False)} was the last date for it"
    return f"{_none(form.duty)} {_owing(finding, form.duty)} {begins} until {until}{last}"


def schedule_words(finding: Finding, form: Schedule, zone: Zone) -> str:
    """How one date of a schedule stands."""
    if form.by:
        return _by_then(finding, form, zone)
    clause = narrowed_words(form.duty.selector, last=True)
    if form.whole and finding.window is not None:
        when = in_words(finding.window)
        if finding.status is Status.KEPT:
            return f"{form.duty.selector.noun} {when}"
        begin = _asked(form.duty) if finding.status is Status.DUE else _none(form.duty)
        return f"{begin} {_owing(finding, form.duty)}{clause} {when}"
    when = day_words(finding.date)
    if finding.status is Status.DUE:
        at = f", {clock_words(finding.at, zone)}" if form.at is not None else ""
        last = f", at the latest on {day_words(finding.window[1])}" if finding.window is not None else ""
        if form.about is not None:
            last = f", give or take {form.tolerance.words}{_graceful(finding)}"
        return f"{_asked(form.duty)} {_owing(finding, form.duty)}{clause} on {when}{at}{last}"
    if finding.status is Status.KEPT:
        # It may have come on a day around it; what is said is when it came.
        came = zone.date_of(start_of(finding.entries[-1], zone)) if finding.entries else finding.date
        return f"{form.duty.selector.noun} on {day_words(came)}{f', for {when}' if came != finding.date else ''}"
    around = f" (nor on the days around it, {span_words(*finding.window)})" if finding.window is not None else ""
    if form.about is not None:
        around = f", {clock_words(finding.at, zone)}, give or take {form.tolerance.words}{_graceful(finding)}"
    return f"{_none(form.duty)} {_owing(finding, form.duty)} on {when}{around}{clause}"


def _answer(finding: Finding, form: Response, zone: Zone) -> str:
    noun = form.duty.selector.noun
    until = _deadline(finding, zone)
    if finding.status is Status.KEPT:
        return f"{noun} came in time{_delay(finding)}"
    if finding.fulfilled_at is not None:
        delay = _delay(finding)
        whole = f"all {_sum(finding.part.whole, form.currency)} of " if finding.part is not None else ""
        return f"{whole}{noun} came{delay}{',' if delay else ''} {_late(finding, zone)} late"
    naming = f" naming {people_words(finding.missing)}" if finding.missing else ""
    asked = f"{_owing(finding, form.duty)}{naming}{_company(finding, form)}"
    last, opening = narrowed_words(form.duty.selector, last=True), opening_words(finding, form, zone)
    within = f"from {opening} until {until}" if opening else f"until {until}"
    if finding.part is not None:
        return _paid(finding, form, asked, last, within)
    if finding.status is Status.DUE:
        return f"{_asked(form.duty)} {asked}{last}, {within}{_graceful(finding)}"
    early = finding.opening.early if finding.opening is not None else None
    came = f"; the {noun} of {short_day(early, zone)} came sooner than {form.no_sooner.words} after" if early and form.no_sooner else ""
    return f"{_none(form.duty)} {asked} {within}{last}{came}"


def _paid(finding: Finding, form: Response, asked: str, last: str, within: str) -> str:
    """How much is there of what is owed, or how much of it is missing, where that is a part of an amount."""
    assert finding.part is not None  # noqa: S101 - the caller looked
    own, whole, noun = max(finding.part.own, Fraction(0)), finding.part.whole, form.duty.selector.noun
    if finding.status is Status.DUE:
        return f"{noun}{narrowed_words(form.duty.selector)}{missing_sum(finding, form)} by {asked}{last}, {within}{_graceful(finding)}"
    of = f"{noun}{narrowed_words(form.duty.selector)} by {asked} {within}{last}"
    if own:
        return f"{_sum(own)} of {_sum(whole, form.currency)} of {of}"
    return f"no {of}, {_sum(whole - finding.part.own, form.currency)} missing"


def _sum(number: Fraction, currency: str = "") -> str:
    from pactlang.words.shares import sum_words  # few sentences are about money

    return sum_words(number, currency)


def missing_sum(finding: Finding, form: Response) -> str:
    """` of 20 EUR more`: what is not there of a sum; nothing where none is owed, or nobody knows how much."""
    if finding.part is None:
        return ""
    return f" of {_sum(finding.part.whole - finding.part.own, form.currency)}{' more' if finding.part.own > 0 else ''}"


def opening_words(finding: Finding, form: Response, zone: Zone) -> str:
    """The first moment at which what is owed counts, where it must not come sooner; nothing where it may."""
    if finding.opening is None:
        return ""
    dated = isinstance(form.no_sooner, Days)
    return day_words(zone.date_of(finding.opening.at)) if dated else moment_words(finding.opening.at, zone)


def due_words(finding: Finding, as_of: int, zone: Zone) -> str:
    """How far away it is: what is planned for a time or a date, until then; all else, until its last moment."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    if isinstance(form, Schedule):
        if form.at is not None and finding.at > as_of:
            return away_words(zone.date_of(finding.at), finding.at, as_of, zone)
        if finding.date >= zone.date_of(as_of):
            return away_words(finding.date, None, as_of, zone)
    if finding.due_date is not None:
        return away_words(finding.due_date, None, as_of, zone)
    if finding.due is None:
        return "still owed"
    due = finding.due or 0
    return away_words(zone.date_of(due), due, as_of, zone)


def _asked(duty: Duty) -> str:
    return f"{duty.selector.noun}{narrowed_words(duty.selector)} by"


def _none(duty: Duty) -> str:
    return f"no {duty.selector.noun} entry{narrowed_words(duty.selector)} by"


def _company(finding: Finding, form: Response) -> str:
    """` with dana`, where what is owed must be with the people of its trigger."""
    same = WithFilter(PersonWord.SAME_PERSON) in form.duty.selector.filters
    return f" with {people_words(finding.with_)}" if same and finding.with_ else ""


def _delay(finding: Finding) -> str:
    if finding.measured is None:
        return ""
    if finding.unit == "seconds":
        length = f"{length_words(int(finding.measured))} after"
        if not untimed(finding):
            return f" {length}"
        # An entry without a time stands for the moment of its date that makes it the least.
        return f" at least {length}" if finding.measured >= 60 else ""
    return f" {count_words(finding.measured, 'day')} after"


def _late(finding: Finding, zone: Zone) -> str:
    assert finding.fulfilled_at is not None  # noqa: S101 - only called for late answers
    assert finding.due is not None  # noqa: S101
    if finding.due_date is not None:
        return count_words(zone.date_of(finding.fulfilled_at) - finding.due_date, "day")
    return f"{'at least ' if untimed(finding) else ''}{length_words(max(60, finding.fulfilled_at - finding.due))}"


def _deadline(finding: Finding, zone: Zone) -> str:
    assert finding.due is not None  # noqa: S101 - only called for what has a deadline
    if finding.due_date is not None:
        return f"the end of {day_words(finding.due_date)}"
    return moment_words(finding.due, zone)


def _graceful(finding: Finding) -> str:
    return ", grace included" if not isinstance(finding.sentence, Matrix) and finding.sentence.modifiers.grace is not None else ""


def _owing(finding: Finding, duty: Duty) -> str:
    """Who owes: all of them, or where any of several may do it, one of them; and to whom."""
    any_of_them = duty.by in (None, WhoWord.ANYONE) or (isinstance(duty.by, Parties) and not duty.by.every)
    who = so_many_words(finding.who, finding.still) if finding.still else people_words(finding.who, "or" if any_of_them else "and")
    return f"{who}{_to(finding, duty)}"


def _to(finding: Finding, duty: Duty) -> str:
    """` to Ben and Cleo`: to whom it is still owed, without those who were told already."""
    match duty.to:
        case Parties(names, every):
            told = {to for entry in finding.entries if entry is not finding.subject for to in entry.to}
            left = [name for name in names if name not in told] if every and len(finding.who) == 1 else []
            return f" to {people_words(left or names, 'and' if every else 'or')}"
        case WhoWord.EVERYONE | WhoWord.THE_OTHERS if len(finding.who) == 1 and duty.by is not WhoWord.THE_OTHERS:
            told = {to for entry in finding.entries if entry is not finding.subject for to in entry.to}
            others = [party for party in finding.agreement.parties if party not in finding.who]
            return f" to {people_words([party for party in others if party not in told] or others)}"
        case None | WhoWord.ANYONE:
            return ""
        case WhoWord.SAME_PARTY:
            return f" to {_whoever(finding)}"
        case WhoWord():
            return f" to {duty.to.value}"
        case SomeOf():
            return f" to {duty.to.words}"


def _whoever(finding: Finding) -> str:
    """Those who did what it follows, by name; of an event by several, each of whom is asked apart, nobody can tell which is meant."""
    if finding.whose:
        return finding.whose
    if finding.after or finding.first is not None:
        return "whoever broke it"
    trigger = getattr(finding.sentence.form, "trigger", None) if isinstance(finding.sentence, Sentence) else None
    each = isinstance(trigger, EventTrigger) and ByFilter(WhoWord.EACH_PARTY) in filters(trigger.selector)
    acted = [party for party in finding.subject.by if party in finding.agreement.parties] if finding.subject is not None else []
    return people_words(acted) if acted and not (each and len(acted) > 1) else WhoWord.SAME_PARTY.value


def _waited(finding: Finding, form: Interval | RepeatAfter) -> str:
    """How long it was; where a time of day is missing, what is certain."""
    if finding.unit != "seconds":
        return count_words(finding.measured or 0, "day")
    if any(entry.second is None for entry in finding.entries):
        return f"{'at most' if finding.status is Status.KEPT else 'more than'} {form.every.words}"
    return length_words(int(finding.measured or 0))


def _by_then(finding: Finding, form: Schedule, zone: Zone) -> str:
    """How a deadline stands that comes by the calendar."""
    noun, last = form.duty.selector.noun, narrowed_words(form.duty.selector, last=True)
    if finding.status is Status.KEPT:
        return f"{noun} on {day_words(zone.date_of(start_of(finding.entries[-1], zone)))}, in time for {_planned(finding, form, zone)}"
    if finding.fulfilled_at is not None:
        return f"{noun} came {_late(finding, zone)} late, for {_planned(finding, form, zone)}"
    if finding.status is Status.DUE:
        return f"{_asked(form.duty)} {_owing(finding, form.duty)}{last}, until {_deadline(finding, zone)}{_graceful(finding)}"
    return f"{_none(form.duty)} {_owing(finding, form.duty)} until {_deadline(finding, zone)}{last}"


def _planned(finding: Finding, form: Schedule, zone: Zone) -> str:
    """The date of a schedule, with its time where it has one."""
    return f"{day_words(finding.date)}{f', {clock_words(finding.at, zone)}' if form.at is not None else ''}"

"""One plain sentence for each finding: what the log shows, with the arithmetic. Never whose fault."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from pactlang.check.finding import FormName, Status
from pactlang.model.agreement import (
    Ahead,
    Cap,
    Gap,
    Interval,
    Matrix,
    Parties,
    Pause,
    PauseAfter,
    PersonWord,
    Precedence,
    Quota,
    RepeatAfter,
    Response,
    Schedule,
    Unit,
    WhoWord,
    WithFilter,
    WithinLast,
)
from pactlang.render.drift import drift_words
from pactlang.render.words import (
    clock_words,
    count_words,
    day_words,
    from_now_words,
    length_words,
    list_words,
    moment_words,
    number_words,
    span_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pactlang.check.finding import Finding
    from pactlang.model.agreement import Duty, Measure, Selector
    from pactlang.model.calendar import Zone

T = TypeVar("T")


def message(finding: Finding, zone: Zone) -> str:
    """The finding in one sentence, without a full stop at its end."""
    if finding.status is Status.UNKNOWN:
        return _unknown(finding, zone)
    if finding.status is Status.DRIFT:
        return drift_words(finding)
    words = _MESSAGES[finding.form](finding, zone)
    if finding.status is Status.WAIVED:
        return f"{words}; let go by {list_words(_who_waived(finding))}"
    if finding.waived_by:
        still = [party for party in _who_waived(finding) if party not in finding.waived_by]
        return f"{words}; let go by {list_words(finding.waived_by)}, not yet by {list_words(still)}"
    return words


def _who_waived(finding: Finding) -> list[str]:
    others = [party for party in finding.agreement.parties if party not in finding.who]
    return others or list(finding.agreement.parties)


def _unknown(finding: Finding, zone: Zone) -> str:
    untimed = [entry for entry in finding.entries if entry.second is None]
    if finding.reason and finding.form is FormName.RESPONSE and not untimed:
        return f"cannot be told: {finding.reason}"
    if untimed:
        days = list(dict.fromkeys(day_words(entry.day, weekday=False, year=False) for entry in untimed))
        noun, gives = ("entry", "gives") if len(untimed) == 1 else ("entries", "give")
        return f"cannot be told: the time of day decides, and the {noun} of {list_words(days)} {gives} none"
    if any(entry.end_day is not None and entry.end_second is None for entry in finding.entries):
        return "cannot be told: the time of day at which it ended decides, and the entry gives none"
    if finding.untimed:
        return "cannot be told: the time of day of another entry decides, and it gives none"
    return f"cannot be told: the log is not complete so far ({_MESSAGES[finding.form](finding, zone)})"


def amount_words(number: int | Decimal, measure: Measure, selector: Selector) -> str:
    """A count, a length or an amount in words."""
    match measure.unit:
        case Unit.COUNT:
            return count_words(number, selector.noun, selector.plural)
        case Unit.HOURS:
            return f"{length_words(int(number))} of {selector.plural}"
        case Unit.AMOUNT:
            return f"{number_words(number)} {measure.currency} of {selector.noun}"


def _bare(number: int | Decimal, measure: Measure) -> str:
    if measure.unit is Unit.HOURS:
        return length_words(int(number))
    return number_words(number) if measure.unit is Unit.COUNT else f"{number_words(number)} {measure.currency}"


def _cap(finding: Finding, _: Zone) -> str:
    form = _form(finding, Cap)
    assert finding.window is not None  # noqa: S101 - every cap counts within a window
    assert finding.measured is not None  # noqa: S101
    used = amount_words(finding.measured, form.measure, form.selector)
    return f"{used}{_apart(finding, form.selector)} {_in_words(finding.window)}; the limit is {_bare(form.measure.limit, form.measure)}"


def _apart(finding: Finding, selector: Selector) -> str:
    """` with dana`, where the sentence holds for each person on their own."""
    filters = (*selector.filters, *(part for alternative in selector.alternatives for part in alternative.filters))
    return f" with {list_words(finding.with_)}" if WithFilter(PersonWord.EACH_PERSON) in filters and finding.with_ else ""


def _in_words(window: tuple[int, int]) -> str:
    """`on 3 May 2026`, `in May 2026`, `from 3 to 9 May 2026`."""
    words = span_words(*window)
    return f"on {words}" if window[0] == window[1] else f"from {words}" if " to " in words else f"in {words}"


def _quota(finding: Finding, _: Zone) -> str:
    form = _form(finding, Quota)
    assert finding.window is not None  # noqa: S101 - every quota speaks of a period
    found = amount_words(finding.measured or 0, form.measure, form.selector)
    limit = _bare(form.measure.limit, form.measure)
    so_far = " so far" if finding.status is Status.DUE else ""
    return f"{found} {_in_words(finding.window)}{so_far}; at least {limit} {'is' if limit == '1' else 'are'} agreed"


def _gap(finding: Finding, _: Zone) -> str:
    form = _form(finding, Gap)
    if finding.measured is None:
        return f"the first {form.selector.noun}"
    if int(finding.measured) < 0:
        between = "started before the one before had ended"
    elif finding.unit == "seconds":
        between = f"started {length_words(int(finding.measured))} after the one before"
    else:
        between = f"started {count_words(finding.measured, 'day')} after the one before"
    return f"{between}; at least {form.length.words} {_is_or_are(form.length.words)} agreed"


def _is_or_are(length: str) -> str:
    return "is" if length.startswith("1 ") else "are"


def _response(finding: Finding, zone: Zone) -> str:
    followed = f" (after {finding.reason})" if finding.reason else ""
    return f"{_answer(finding, zone)}{followed}"


def _answer(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Response)
    noun = form.duty.selector.noun
    until = _deadline(finding, zone)
    if finding.status is Status.DUE:
        naming = f" naming {list_words(finding.missing)}" if finding.missing else ""
        return f"{noun} by {_owing(finding, form.duty)}{naming}{_company(finding)}, until {until}{_graceful(finding)}"
    if finding.status is Status.KEPT:
        return f"{noun} came in time{_delay(finding)}"
    if finding.fulfilled_at is not None:
        return f"{noun} came{_delay(finding)}, {_late(finding)} late"
    naming = f" naming {list_words(finding.missing)}" if finding.missing else ""
    return f"no {noun} entry by {_owing(finding, form.duty)}{naming}{_company(finding)} until {until}"


def _company(finding: Finding) -> str:
    """` with dana`, where what is owed must be with the people of its trigger."""
    form = _form(finding, Response)
    same = WithFilter(PersonWord.SAME_PERSON) in form.duty.selector.filters
    return f" with {list_words(finding.with_)}" if same and finding.with_ else ""


def _delay(finding: Finding) -> str:
    if finding.measured is None:
        return ""
    if finding.unit == "seconds":
        length = f"{length_words(int(finding.measured))} after"
        if not _untimed(finding):
            return f" {length}"
        # An entry without a time stands for the moment of its date that makes it the least.
        return f" at least {length}" if finding.measured >= 60 else ""
    return f" {count_words(finding.measured, 'day')} after"


def _untimed(finding: Finding) -> bool:
    subject = () if finding.subject is None else (finding.subject,)
    return any(entry.second is None for entry in (*subject, *finding.entries))


def _late(finding: Finding) -> str:
    assert finding.fulfilled_at is not None  # noqa: S101 - only called for late answers
    assert finding.due is not None  # noqa: S101
    if finding.due_date is not None:
        return _days_late(finding)
    return f"{'at least ' if _untimed(finding) else ''}{length_words(max(60, finding.fulfilled_at - finding.due))}"


def _days_late(finding: Finding) -> str:
    assert finding.due_date is not None  # noqa: S101 - only called for day-long limits
    assert finding.fulfilled_at is not None  # noqa: S101
    assert finding.due is not None  # noqa: S101
    return count_words((finding.fulfilled_at - finding.due) // 86_400 + 1, "day")


def _deadline(finding: Finding, zone: Zone) -> str:
    assert finding.due is not None  # noqa: S101 - only called for what has a deadline
    if finding.due_date is not None:
        return f"the end of {day_words(finding.due_date)}"
    return moment_words(finding.due, zone)


def _graceful(finding: Finding) -> str:
    return ", grace included" if not isinstance(finding.sentence, Matrix) and finding.sentence.modifiers.grace is not None else ""


def due_words(finding: Finding, as_of: int, zone: Zone) -> str:
    """How far away it is, roughly: what is planned for a time or a date, until then; all else, until its last moment."""
    if finding.form is FormName.SCHEDULE:
        if _form(finding, Schedule).at is not None and finding.at > as_of:
            return from_now_words(finding.at - as_of)
        away = finding.date - zone.date_of(as_of)
        if away >= 0:
            return ("today", "tomorrow")[away] if away <= 1 else f"in {away} days"
    return from_now_words((finding.due or 0) - as_of)


def _owing(finding: Finding, duty: Duty) -> str:
    """Who owes: all of them, or where any of several may do it, one of them."""
    any_of_them = duty.by in (None, WhoWord.ANYONE) or (isinstance(duty.by, Parties) and not duty.by.every)
    return list_words(finding.who, "or" if any_of_them else "and")


def _precedence(finding: Finding, _: Zone) -> str:
    form = _form(finding, Precedence)
    noun = form.duty.selector.noun
    if finding.status is Status.KEPT:
        return f"{noun} was there before"
    if isinstance(form.lead, WithinLast):
        return f"no {noun} entry in the {form.lead.length.words} before"
    asked = _lead_words(form.lead)
    if finding.measured is None:
        return f"no {noun} entry {asked}"
    if finding.unit == "seconds":
        return f"the nearest {noun} came {length_words(int(finding.measured))} ahead; agreed is {asked}"
    return f"the nearest {noun} came {count_words(finding.measured, 'day')} ahead; agreed is {asked}"


def _lead_words(lead: Ahead) -> str:
    parts = [f"at least {lead.at_least.words}"] if lead.at_least is not None else []
    parts += [f"at most {lead.at_most.words}"] if lead.at_most is not None else []
    return f"{' and '.join(parts)} ahead" if parts else "before"


def _interval(finding: Finding, zone: Zone) -> str:
    sentence = finding.sentence
    assert not isinstance(sentence, Matrix)  # noqa: S101 - a matrix has a form of its own
    form = sentence.form
    assert isinstance(form, Interval | RepeatAfter)  # noqa: S101
    noun = form.duty.selector.noun
    until = _deadline(finding, zone)
    if finding.status is Status.DUE:
        return f"{noun} by {_owing(finding, form.duty)}, until {until}{_graceful(finding)}"
    since = day_words(zone.date_of(finding.at), weekday=False)
    if finding.fulfilled_at is not None:
        waited = length_words(int(finding.measured or 0)) if finding.unit == "seconds" else count_words(finding.measured or 0, "day")
        agreed = f"at most {form.every.words} {_is_or_are(form.every.words)} agreed"
        return f"{noun} by {_owing(finding, form.duty)} came {waited} after {since}; {agreed}"
    return f"no {noun} entry by {_owing(finding, form.duty)} from {since} until {until}"


def _schedule(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Schedule)
    noun = form.duty.selector.noun
    when = day_words(finding.date)
    if form.at is not None:
        when += f", {clock_words(finding.at, zone)}"
    if finding.status is Status.DUE:
        last = f", at the latest on {day_words(finding.window[1])}" if finding.window is not None else ""
        return f"{noun} by {_owing(finding, form.duty)} on {when}{last}"
    if finding.status is Status.KEPT:
        return f"{noun} on {when}"
    around = f" (nor on the days around it, {span_words(*finding.window)})" if finding.window is not None else ""
    return f"no {noun} entry by {_owing(finding, form.duty)} on {when}{around}"


def _prohibition(finding: Finding, zone: Zone) -> str:
    if finding.status is Status.KEPT:
        return "allowed by what the sentence itself excepts"
    return f"{_what(finding)} on {_start_words(finding, zone)}, which the sentence rules out"


def _start_words(finding: Finding, zone: Zone) -> str:
    """When the entry started; a time that nobody wrote is not made up."""
    if finding.subject is not None and finding.subject.second is None:
        return day_words(finding.subject.day)
    return moment_words(finding.at, zone)


def _what(finding: Finding) -> str:
    return finding.subject.type if finding.subject is not None else "an entry"


def _pause(finding: Finding, zone: Zone) -> str:
    sentence = finding.sentence
    assert not isinstance(sentence, Matrix)  # noqa: S101 - a matrix has a form of its own
    assert isinstance(sentence.form, Pause | PauseAfter)  # noqa: S101
    if finding.status is Status.KEPT:
        return "the pause was respected"
    starter = finding.entries[0]
    if starter is finding.subject:
        return f"started on {_start_words(finding, zone)}, during a pause"
    by = f" by {list_words(starter.by)}" if starter.by and isinstance(sentence.form, Pause) else ""
    return f"started on {_start_words(finding, zone)}, during the pause{by} that began {day_words(starter.day, weekday=False)}"


def _matrix(finding: Finding, _: Zone) -> str:
    if finding.status is Status.KEPT:
        return "fine with everyone whom it concerns"
    activities = list_words(finding.subject.tags if finding.subject else ())
    if finding.reason == "forbidden":
        return f"{activities}: somebody's answer in the matrix is no"
    return f"{activities}: no consent entry by {list_words(finding.missing)} in the days before"


def _form(finding: Finding, kind: type[T]) -> T:
    assert not isinstance(finding.sentence, Matrix)  # noqa: S101 - a matrix has a form of its own
    form = finding.sentence.form
    assert isinstance(form, kind)  # noqa: S101 - the form's name says so
    return form


_MESSAGES: dict[FormName, Callable[[Finding, Zone], str]] = {
    FormName.CAP: _cap,
    FormName.QUOTA: _quota,
    FormName.GAP: _gap,
    FormName.RESPONSE: _response,
    FormName.PRECEDENCE: _precedence,
    FormName.INTERVAL: _interval,
    FormName.SCHEDULE: _schedule,
    FormName.PROHIBITION: _prohibition,
    FormName.PAUSE: _pause,
    FormName.MATRIX: _matrix,
}

"""One plain sentence for each finding: what the log shows, with the arithmetic. Never whose fault."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from pactlang.checker.company import actor_unsaid, unsaid_in
from pactlang.checker.event import Event
from pactlang.checker.finding import Lack, Short, Status
from pactlang.checker.form import FormName
from pactlang.checker.lifting import stopped
from pactlang.checker.passed import BY, END, WITH
from pactlang.log.bound import day_of, start_of
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
    ProhibitionAfter,
    Quota,
    RepeatAfter,
    Response,
    Rolling,
    Schedule,
    Sentence,
    Unit,
    WhoWord,
    WithFilter,
    WithinLast,
)
from pactlang.model.calendar import Days, Exact
from pactlang.model.once import once_each
from pactlang.model.parts import events
from pactlang.words.drift import drift_words
from pactlang.words.meant import apart_words, counting_words, narrowed_words
from pactlang.words.words import (
    away_words,
    clock_words,
    count_words,
    day_words,
    length_words,
    list_words,
    moment_words,
    number_words,
    people_words,
    span_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pactlang.checker.finding import Finding, Held
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty, Measure, Selector
    from pactlang.model.calendar import Zone

T = TypeVar("T")


def message(finding: Finding, zone: Zone) -> str:
    """The finding in one sentence, without a full stop at its end."""
    if finding.status is Status.UNKNOWN:
        return _unknown(finding, zone)
    if finding.status is Status.DRIFT:
        return drift_words(finding)
    words = _MESSAGES[finding.form](finding, zone) + _held(finding, zone) + _passed(finding, zone)
    if finding.wished and finding.status is Status.DUE:
        return words if words.endswith("wished for") else f"{words}; a wish"
    if finding.status is Status.WAIVED:
        return f"{words}; let go by {people_words(_who_waived(finding))}"
    if finding.waived_by:
        still = [party for party in _who_waived(finding) if party not in finding.waived_by]
        return f"{words}; let go by {people_words(finding.waived_by)}, not yet by {people_words(still)}"
    return words


def _who_waived(finding: Finding) -> list[str]:
    others = [party for party in finding.agreement.parties if party not in finding.who]
    return others or list(finding.agreement.parties)


def _unknown(finding: Finding, zone: Zone) -> str:
    if actor_unsaid(finding):
        first = finding.entries[0] if isinstance(getattr(finding.sentence, "form", None), ProhibitionAfter) else None
        which = f" of {day_words(day_of(first, zone), weekday=False, year=False)}" if first is not None else ""
        return f"cannot be told: the entry{which} does not say who took part"
    if finding.unclaimed is not None:
        one = finding.unclaimed
        return f"cannot be told: the {one.type} entry of {day_words(day_of(one, zone), weekday=False, year=False)} does not say whose it is"
    untimed = [entry for entry in finding.entries if entry.second is None] if finding.untimed else []
    these = list(dict.fromkeys(day_words(entry.day, weekday=False, year=False) for entry in untimed))
    if untimed and not finding.unnamed:
        noun, gives = ("entry", "gives") if len(untimed) == 1 else ("entries", "give")
        return f"cannot be told: the time of day decides, and the {noun} of {list_words(these)} {gives} none"
    if endless := _endless(finding, zone):
        days = list(dict.fromkeys(day_words(day_of(entry, zone), weekday=False, year=False) for entry in endless))
        noun, says, it = ("entry", "does", "it") if len(days) == 1 else ("entries", "do", "they")
        return f"cannot be told: the {noun} of {list_words(days)} {says} not say when {it} ended, and so into which nights {it} went on"
    if any(entry.end_day is not None and entry.end_second is None for entry in finding.entries):
        return "cannot be told: the time of day at which it ended decides, and the entry gives none"
    if finding.unnamed:
        other = ", or the time of day of another entry decides" if finding.untimed else ""
        if untimed:
            left = "entry" if len(untimed) == 1 else "entries"
            other = f", or the time of day decides, which is not in the {left} of {list_words(these)}"
        days = list(dict.fromkeys(day_words(day_of(entry, zone), weekday=False, year=False) for entry in unsaid_in(finding)))
        noun, says, was = ("entry", "does", "it was") if len(days) == 1 else ("entries", "do", "they were")
        return f"cannot be told: the {noun} of {list_words(days)} {says} not say with whom {was}{other}"
    if finding.untimed:
        return "cannot be told: the time of day of another entry decides, and it gives none"
    return f"cannot be told: the log is not complete so far ({_MESSAGES[finding.form](finding, zone)}{_passed(finding, zone)})"


def _endless(finding: Finding, zone: Zone) -> list[Entry]:
    """Where nights are counted, the entries without an end that started in none."""
    form = finding.sentence.form if isinstance(finding.sentence, Sentence) else None
    night = form.measure.night if isinstance(form, Cap | Quota) else None
    if night is None:
        return []
    from pactlang.checker.touched import touched  # few agreements count dates

    events = (
        Event(entry, start_of(entry, zone), zone, 0) for entry in finding.entries if entry.end_day is None and entry.end_second is None
    )
    return [event.entry for event in events if not touched(event, night).sure]


def _held(finding: Finding, zone: Zone) -> str:
    """`; at-risk since 3 May 2026, 10:00 (exposure)`: the states in which the sentence spoke, and since when they held."""
    if finding.status is Status.KEPT:
        return ""
    return "".join(f"; {held_words(one, zone)}" for one in finding.held)


def held_words(held: Held, zone: Zone) -> str:
    """Since when a state holds, whose it is, and what began it."""
    dated = held.entry is not None and held.entry.second is None
    since = day_words(zone.date_of(held.start)) if dated else moment_words(held.start, zone)
    whose = f" for {people_words([held.party])}" if held.party else ""
    return f"{held.state}{whose} since {since}{f' ({held.entry.type})' if held.entry is not None else ''}"


def _passed(finding: Finding, zone: Zone) -> str:
    """`; one chore entry that day, without what`: entries that would have counted, had they said more."""
    if not finding.passed:
        return ""
    found = ""
    for (kind, lacks), number in Counter((one.entry.type, one.lacks) for one in finding.passed).items():
        noun = f"one {kind} entry" if number == 1 else f"{number} {kind} entries"
        days = {day_of(one.entry, zone) for one in finding.passed}
        when = " that day" if days == {finding.date} else f" on {day_words(*days, weekday=False)}" if len(days) == 1 else ""
        without = list_words(["saying with whom" if one == WITH else one if one == END else f"`{one}`" for one in lacks if one != BY])
        nobody = "naming nobody" if BY in lacks else ""
        found += f"; {noun}{when}, {' and '.join(part for part in (nobody, without and f'without {without}') if part)}"
    return found


def amount_words(number: int | Decimal, measure: Measure, selector: Selector) -> str:
    """A count, a length or an amount in words."""
    match measure.unit:
        case Unit.COUNT:
            return count_words(number, selector.noun, selector.plural)
        case Unit.HOURS:
            return f"{length_words(int(number))} of {selector.plural}"
        case Unit.DAYS | Unit.NIGHTS:
            return f"{count_words(number, measure.unit.value.removesuffix('s'))} of {selector.plural}"
        case Unit.AMOUNT:
            return f"{number_words(number)} {measure.currency} of {selector.noun}"


def _bare(number: int | Decimal, measure: Measure) -> str:
    if measure.unit is Unit.HOURS:
        return length_words(int(number))
    if measure.by_dates:
        return count_words(number, measure.unit.value.removesuffix("s"))
    return number_words(number) if measure.unit is Unit.COUNT else f"{number_words(number)} {measure.currency}"


def _cap(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Cap)
    assert finding.window is not None  # noqa: S101 - every cap counts within a window
    assert finding.measured is not None  # noqa: S101
    used = _counted(finding, finding.measured, form.measure, form.selector)
    if isinstance(form.window, Rolling) and isinstance(form.window.length, Exact):
        # Hours may be most at any moment of the event; what is counted is counted when it starts.
        when = (
            f"within {form.window.length.words}"
            if form.measure.unit is Unit.HOURS
            else f"in the {form.window.length.words} up to {_start_words(finding, zone)}"
        )
    else:
        when = _in_words(finding.window)
    return f"{used} {when}; the limit is {_bare(form.measure.limit, form.measure)}"


def _counted(finding: Finding, number: int | Decimal, measure: Measure, selector: Selector) -> str:
    """`2 encounters with dana at home by Ana that count`: how much, of what, of whom."""
    sentence = finding.sentence
    counting = _counting(sentence) if isinstance(sentence, Sentence) else ""
    first, last = _narrowed(selector)
    return f"{amount_words(number, measure, selector)}{first}{apart_words(finding, selector)}{last}{counting}"


_counting = once_each(counting_words)


@once_each
def _narrowed(selector: Selector) -> tuple[str, str]:
    return narrowed_words(selector), narrowed_words(selector, last=True)


def _in_words(window: tuple[int, int]) -> str:
    """`on 3 May 2026`, `in May 2026`, `from 3 to 9 May 2026`."""
    words = span_words(*window)
    return f"on {words}" if window[0] == window[1] else f"from {words}" if " to " in words else f"in {words}"


def _quota(finding: Finding, _: Zone) -> str:
    form = _form(finding, Quota)
    assert finding.window is not None  # noqa: S101 - every quota speaks of a period
    found = _counted(finding, finding.measured or 0, form.measure, form.selector)
    # Not always the sentence's own number: where an earlier version asked for less, that is what the period owes.
    limit = _bare(finding.limit if finding.limit is not None else form.measure.limit, form.measure)
    least = ", as an earlier text asks" if finding.limit is not None and finding.limit < form.measure.limit else ""
    asked = "wished for" if finding.wished else "agreed"
    so_far = " so far" if finding.status is Status.DUE else ""
    return f"{found} {_in_words(finding.window)}{so_far}; at least {limit} {_is_or_are(f'{limit} ')} {asked}{least}"


def _gap(finding: Finding, _: Zone) -> str:
    form = _form(finding, Gap)
    apart = apart_words(finding, form.selector)
    if finding.measured is None:
        return f"the first {form.selector.noun}{narrowed_words(form.selector)}{apart}{narrowed_words(form.selector, last=True)}"
    before = finding.entries[0]
    one_before = f"the one before{apart}{' had ended' if before.end_day is not None or before.end_second is not None else ''}"
    if finding.unit == "seconds" and _untimed(finding):
        between = f"started {'not less' if finding.status is Status.KEPT else 'less'} than {form.length.words} after {one_before}"
    elif int(finding.measured) < 0:
        between = f"started before the one before{apart} had ended"
    elif finding.unit == "seconds":
        between = f"started {length_words(int(finding.measured))} after {one_before}"
    else:
        between = f"started {count_words(finding.measured, 'day')} after {one_before}"
    return f"{between}; at least {form.length.words} {_is_or_are(form.length.words)} agreed"


def _is_or_are(length: str) -> str:
    return "is" if length.startswith("1 ") else "are"


def _response(finding: Finding, zone: Zone) -> str:
    answer = _answer(finding, zone)
    if finding.reason and answer.endswith(" after"):
        return f"{answer} {finding.reason}"
    return f"{answer} (after {finding.reason})" if finding.reason else answer


def _answer(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Response)
    noun = form.duty.selector.noun
    until = _deadline(finding, zone)
    if finding.status is Status.KEPT:
        return f"{noun} came in time{_delay(finding)}"
    if finding.fulfilled_at is not None:
        delay = _delay(finding)
        return f"{noun} came{delay}{',' if delay else ''} {_late(finding, zone)} late"
    naming = f" naming {people_words(finding.missing)}" if finding.missing else ""
    asked = f"{_owing(finding, form.duty)}{naming}{_company(finding)}"
    last, opening = narrowed_words(form.duty.selector, last=True), opening_words(finding, zone)
    within = f"from {opening} until {until}" if opening else f"until {until}"
    if finding.status is Status.DUE:
        return f"{_asked(form.duty)} {asked}{last}, {within}{_graceful(finding)}"
    early = finding.short.nearest if finding.short is not None else None
    came = f"; the {noun} of {_short_day(early, zone)} came sooner than {form.no_sooner.words} after" if early and form.no_sooner else ""
    return f"{_none(form.duty)} {asked} {within}{last}{came}"


def opening_words(finding: Finding, zone: Zone) -> str:
    """The first moment at which what is owed counts, where it must not come sooner; nothing where it may."""
    if finding.opens is None:
        return ""
    dated = isinstance(_form(finding, Response).no_sooner, Days)
    return day_words(zone.date_of(finding.opens)) if dated else moment_words(finding.opens, zone)


def _asked(duty: Duty) -> str:
    return f"{duty.selector.noun}{narrowed_words(duty.selector)} by"


def _none(duty: Duty) -> str:
    return f"no {duty.selector.noun} entry{narrowed_words(duty.selector)} by"


def _company(finding: Finding) -> str:
    """` with dana`, where what is owed must be with the people of its trigger."""
    form = _form(finding, Response)
    same = WithFilter(PersonWord.SAME_PERSON) in form.duty.selector.filters
    return f" with {people_words(finding.with_)}" if same and finding.with_ else ""


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


def _late(finding: Finding, zone: Zone) -> str:
    assert finding.fulfilled_at is not None  # noqa: S101 - only called for late answers
    assert finding.due is not None  # noqa: S101
    if finding.due_date is not None:
        return count_words(zone.date_of(finding.fulfilled_at) - finding.due_date, "day")
    return f"{'at least ' if _untimed(finding) else ''}{length_words(max(60, finding.fulfilled_at - finding.due))}"


def _deadline(finding: Finding, zone: Zone) -> str:
    assert finding.due is not None  # noqa: S101 - only called for what has a deadline
    if finding.due_date is not None:
        return f"the end of {day_words(finding.due_date)}"
    return moment_words(finding.due, zone)


def _graceful(finding: Finding) -> str:
    return ", grace included" if not isinstance(finding.sentence, Matrix) and finding.sentence.modifiers.grace is not None else ""


def due_words(finding: Finding, as_of: int, zone: Zone) -> str:
    """How far away it is: what is planned for a time or a date, until then; all else, until its last moment."""
    if finding.form is FormName.SCHEDULE:
        if _form(finding, Schedule).at is not None and finding.at > as_of:
            return away_words(zone.date_of(finding.at), finding.at, as_of, zone)
        if finding.date >= zone.date_of(as_of):
            return away_words(finding.date, None, as_of, zone)
    if finding.due_date is not None:
        return away_words(finding.due_date, None, as_of, zone)
    due = finding.due or 0
    return away_words(zone.date_of(due), due, as_of, zone)


def _owing(finding: Finding, duty: Duty) -> str:
    """Who owes: all of them, or where any of several may do it, one of them; and to whom."""
    any_of_them = duty.by in (None, WhoWord.ANYONE) or (isinstance(duty.by, Parties) and not duty.by.every)
    return f"{people_words(finding.who, 'or' if any_of_them else 'and')}{_to(finding, duty)}"


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
        case WhoWord():
            return f" to {duty.to.value}"


def _precedence(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Precedence)
    noun = form.duty.selector.noun
    if finding.status is Status.KEPT:
        return f"{noun} was there before"
    within = isinstance(form.lead, WithinLast)
    asked = f"in the {form.lead.length.words} before" if isinstance(form.lead, WithinLast) else _lead_words(form.lead)
    short = finding.short or Short()
    agreed = f"one after the last {form.trigger.selector.noun}" if isinstance(form.lead, Ahead) and form.lead.since_last else asked
    alone = len(short.lacking) == 1 and (finding.measured is not None or short.lack in (Lack.LATE, Lack.OLD)) and not within
    if short.given and short.lacking and not alone:
        # Some gave theirs: what is missing is who gave none that is left.
        further = "further " if short.lack is Lack.USED else ""
        return f"no {further}{noun} entry{_from_whom(short, form.duty)} {asked}"
    if finding.measured is not None and not within:
        ahead = length_words(int(finding.measured)) if finding.unit == "seconds" else count_words(finding.measured, "day")
        by = f" by {short.lacking[0]}" if short.given else ""
        return f"the nearest {noun}{by} came {ahead} ahead; agreed: {agreed}"
    if short.lack in (Lack.LATE, Lack.OLD) and short.nearest is not None and not within:
        by = f" by {short.lacking[0]}" if short.given else ""
        return f"the nearest {noun}{by} came on {_short_day(short.nearest, zone)}; agreed: {agreed}"
    if short.lack is Lack.USED:
        return f"the {noun} of {_short_day(short.nearest, zone)} was for the {_of_day(short.used_by, zone)}; agreed: one for each, {asked}"
    clause = narrowed_words(form.duty.selector, last=True)
    return f"no {noun} entry{narrowed_words(form.duty.selector)}{_from_whom(short, form.duty)} {asked}{clause}{_why_not(noun, short, zone)}"


def _from_whom(short: Short, duty: Duty) -> str:
    """` by Ana to Ben`: of whom nothing was there; nothing where anybody's would do."""
    one_does = isinstance(duty.by, Parties) and not duty.by.every
    by = f" by {people_words(short.lacking, 'or' if one_does else 'and')}" if short.lacking else ""
    to = f" to {people_words(short.to, 'or' if isinstance(duty.to, Parties) and not duty.to.every else 'and')}" if short.to else ""
    return by + to


def _why_not(noun: str, short: Short, zone: Zone) -> str:
    """`; the consent of 3 March 2026 was withdrawn`: what was wrong with the entry that came nearest."""
    entry = short.nearest
    match short.lack:
        case Lack.WITHDRAWN:
            return f"; the {noun} of {_short_day(entry, zone)} was withdrawn"
        case Lack.WITH if entry is not None and entry.with_:
            return f"; the {noun} of {_short_day(entry, zone)} was for {people_words(entry.with_)}"
        case Lack.ABOUT if entry is not None:
            return f"; the {noun} of {_short_day(entry, zone)} was about {entry.about}"
        case _:
            return ""


def _short_day(entry: Entry | None, zone: Zone) -> str:
    assert entry is not None  # noqa: S101 - what is told of an entry has one
    return day_words(day_of(entry, zone), weekday=False)


def _of_day(entry: Entry | None, zone: Zone) -> str:
    assert entry is not None  # noqa: S101 - what was used up was used by an event
    return f"{entry.type} of {day_words(day_of(entry, zone), weekday=False)}"


def _lead_words(lead: Ahead) -> str:
    if lead.any_time:
        return "before it"
    parts = [f"at least {lead.at_least.words}"] if lead.at_least is not None else []
    parts += [f"at most {lead.at_most.words}"] if lead.at_most is not None else []
    return f"{' and '.join(parts)} ahead"


def _interval(finding: Finding, zone: Zone) -> str:
    sentence = finding.sentence
    assert not isinstance(sentence, Matrix)  # noqa: S101 - a matrix has a form of its own
    form = sentence.form
    assert isinstance(form, Interval | RepeatAfter)  # noqa: S101
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
        agreed = f"at most {form.every.words} {_is_or_are(form.every.words)} agreed"
        return f"{noun}{narrowed_words(form.duty.selector)} by {by}{last} came {_waited(finding, form)} after {one_before}{since}; {agreed}"
    begins = f"after the one on {since}" if finding.entries else f"from {since}"
    if finding.status is Status.KEPT:
        return f"no further {noun} was needed {begins}: {day_words(finding.date, weekday=False)} was the last date for it"
    return f"{_none(form.duty)} {_owing(finding, form.duty)} {begins} until {until}{last}"


def _waited(finding: Finding, form: Interval | RepeatAfter) -> str:
    """How long it was; where a time of day is missing, what is certain."""
    if finding.unit != "seconds":
        return count_words(finding.measured or 0, "day")
    if any(entry.second is None for entry in finding.entries):
        return f"{'at most' if finding.status is Status.KEPT else 'more than'} {form.every.words}"
    return length_words(int(finding.measured or 0))


def _schedule(finding: Finding, zone: Zone) -> str:
    form = _form(finding, Schedule)
    if form.by:
        return _by_then(finding, form, zone)
    clause = narrowed_words(form.duty.selector, last=True)
    if form.whole and finding.window is not None:
        when = _in_words(finding.window)
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


def _prohibition(finding: Finding, zone: Zone) -> str:
    if isinstance(finding.sentence, Sentence) and isinstance(finding.sentence.form, ProhibitionAfter):
        return _too_soon(finding, finding.sentence.form, zone)
    if finding.status is Status.KEPT:
        return "allowed by the sentence's own exception"
    assert finding.subject is not None  # noqa: S101 - it is broken by an entry
    against = "is not what was wished for" if finding.wished else "is not allowed by this sentence"
    return f"{finding.subject.type} on {_start_words(finding, zone)} {against}"


def _too_soon(finding: Finding, form: ProhibitionAfter, zone: Zone) -> str:
    """What came while it was forbidden: after what, and until when it was."""
    cause = finding.entries[0] if finding.entries else None
    began = finding.began if finding.began is not None else finding.at
    when = moment_words(began, zone) if finding.after or cause is None or cause.second is not None else day_words(cause.day, weekday=False)
    what = f"{finding.after}, {when}," if finding.after else f"the {cause.type if cause is not None else form.selector.noun} of {when}"
    if finding.status is Status.KEPT:
        return f"no {form.selector.noun} logged while it was not allowed after {what.removesuffix(',')}"
    assert finding.subject is not None  # noqa: S101 - it is broken by an entry
    against = "not wished for" if finding.wished else "not allowed"
    return f"{finding.subject.type} on {_start_words(finding, zone)}, {against} from {what} {_bar_end(finding, form, cause, zone)}"


def _bar_end(finding: Finding, form: ProhibitionAfter, cause: Entry | None, zone: Zone) -> str:
    until = form.waits_for
    if until is not None:
        return (
            f"until {awaited_words(until, cause.by if cause is not None and not finding.after else finding.who, finding.agreement.parties)}"
        )
    assert finding.until is not None  # noqa: S101 - a length has an end
    if isinstance(form.end, Days):
        return f"to the end of {day_words(zone.date_of(finding.until - 1), weekday=False)}"
    return f"until {moment_words(finding.until, zone)}"


def awaited_words(duty: Duty, actors: Sequence[str], parties: Sequence[str]) -> str:
    """What ends a time in which something is forbidden, with the names of those who must: `consent by Ana`."""
    match duty.by:
        case WhoWord.SAME_PARTY:
            by = f" by {people_words(actors)}" if actors else " by whoever did it"
        case WhoWord.THE_OTHERS:
            by = f" by {people_words([name for name in parties if name not in actors])}" if actors else " by all the others"
        case WhoWord.EVERYONE:
            by = f" by {people_words(parties)}"
        case Parties(names, every):
            by = f" by {people_words(names, 'and' if every else 'or')}"
        case _:
            by = ""
    return f"{duty.selector.noun}{by}{narrowed_words(duty.selector)}{narrowed_words(duty.selector, last=True)}"


def _start_words(finding: Finding, zone: Zone) -> str:
    """When the entry started; a time that nobody wrote is not made up."""
    if finding.subject is not None and finding.subject.second is None:
        return day_words(finding.subject.day)
    return moment_words(finding.at, zone)


def _pause(finding: Finding, zone: Zone) -> str:
    sentence = finding.sentence
    assert not isinstance(sentence, Matrix)  # noqa: S101 - a matrix has a form of its own
    assert isinstance(sentence.form, Pause | PauseAfter)  # noqa: S101
    if finding.status is Status.KEPT:
        form = sentence.form
        if stopped(form, finding.agreement) != events(form.selector):
            return f"nothing that it stops was logged during the pause of {day_words(finding.date, weekday=False)}"
        noun = form.selector.plural or form.selector.noun
        return f"no {noun} logged during the pause of {day_words(finding.date, weekday=False)}"
    starter = finding.entries[0]
    by = f" by {people_words(starter.by)}" if starter.by and isinstance(sentence.form, Pause) else ""
    began = zone.date_of(finding.began) if finding.began is not None else day_of(starter, zone)
    after = f" after {finding.after}" if finding.after else ""
    return f"started on {_start_words(finding, zone)}, during the pause{by} that began on {day_words(began, weekday=False)}{after}"


def _matrix(finding: Finding, _: Zone) -> str:
    activities = list_words(finding.activities)
    if finding.status is Status.KEPT:
        return f"{activities}: fine with everyone concerned"
    if finding.reason == "forbidden":
        return f"{activities}: someone's answer in the matrix is no"
    assert isinstance(finding.sentence, Matrix)  # noqa: S101 - the form's name says so
    return f"{activities}: no consent entry by {people_words(finding.missing)} in the {finding.sentence.ask_within.words} before"


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

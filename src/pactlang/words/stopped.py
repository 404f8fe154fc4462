"""What came although it was forbidden, during a pause, or without an answer that the matrix asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Status
from pactlang.checker.lifting import stopped
from pactlang.checker.who import addressed
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import Parties, Pause, SomeOf, WhoWord
from pactlang.model.calendar import Days
from pactlang.model.parts import doer, events
from pactlang.words.meant import narrowed_words
from pactlang.words.occasion import is_or_are, start_words
from pactlang.words.words import count_words, day_words, length_words, list_words, moment_words, people_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty, Matrix, PauseAfter, ProhibitionAfter, ProhibitionBefore
    from pactlang.model.calendar import Zone


def prohibition_words(finding: Finding, zone: Zone) -> str:
    """What came although it is never allowed."""
    if finding.status is Status.KEPT:
        return "allowed by the sentence's own exception"
    assert finding.subject is not None  # noqa: S101 - it is broken by an entry
    against = "is not what was wished for" if finding.wished else "is not allowed by this sentence"
    return f"{finding.subject.type} on {start_words(finding, zone)} {against}"


def barred_words(finding: Finding, form: ProhibitionAfter, zone: Zone) -> str:
    """What came while it was forbidden: after what, and until when it was."""
    cause = finding.entries[0] if finding.entries else None
    began = finding.began if finding.began is not None else finding.at
    when = moment_words(began, zone) if finding.after or cause is None or cause.second is not None else day_words(cause.day, weekday=False)
    what = f"{finding.after}, {when}," if finding.after else f"the {cause.type if cause is not None else form.selector.noun} of {when}"
    if finding.status is Status.KEPT:
        return f"no {form.selector.noun} logged while it was not allowed after {what.removesuffix(',')}"
    assert finding.subject is not None  # noqa: S101 - it is broken by an entry
    against = "not wished for" if finding.wished else "not allowed"
    return f"{finding.subject.type} on {start_words(finding, zone)}, {against} from {what} {_bar_end(finding, form, cause, zone)}"


def too_close_words(finding: Finding, form: ProhibitionBefore, zone: Zone) -> str:
    """What came too close before something, and how close."""
    if finding.status is Status.KEPT:
        from pactlang.checker.forms.too_close import whose_later  # few sentences look ahead

        assert finding.subject is not None  # noqa: S101 - it is kept by an entry
        within = "within" if isinstance(form.length, Days) else "less than"
        by = whose_later(form, finding.subject, finding.agreement.parties)
        return f"no {later_words(form, by)} logged {within} {form.length.words} after"
    assert finding.subject is not None  # noqa: S101 - it is broken by an entry
    later, first = finding.entries[-1], finding.subject
    when = day_words(day_of(later, zone), weekday=False) if later.second is None else moment_words(start_of(later, zone), zone)
    measured = int(finding.measured or 0)
    if isinstance(form.length, Days):
        close = f"{count_words(measured, 'day')} before" if measured > 0 else "on the date of"
    elif later.second is None or first.second is None:
        close = f"less than {form.length.words} before"
    else:
        close = f"{length_words(measured)} before" if measured > 0 else "up to"
    if first.end_day is not None or first.end_second is not None:  # it is measured from there
        close = f"{'went on ' if close == 'up to' else 'ended '}{close}"
    close = f"{close} the {later.type} of {when}"
    against = "wished for" if finding.wished else "agreed"
    least = f"more than {form.length.words} before is"
    if not isinstance(form.length, Days):
        least = f"at least {form.length.words} {is_or_are(form.length.words)}"
    return f"{first.type} on {start_words(finding, zone)}, {close}; {least} {against}"


def later_words(form: ProhibitionBefore, by: tuple[str, ...] | None) -> str:
    """What must not come so soon, and by whom: `bedtime by Ana or Ben at home`. `by` are those whom the sentence compares, if it does."""
    said = doer(form.later)
    if by is not None:
        who = people_words(by, "or") if by else "anyone else"
    elif isinstance(said, Parties):
        who = people_words(said.names, "and" if said.every else "or")
    else:
        who = said.words if isinstance(said, SomeOf) else ""
    return f"{form.later.noun}{f' by {who}' if who else ''}{narrowed_words(form.later)}{narrowed_words(form.later, last=True)}"


def _bar_end(finding: Finding, form: ProhibitionAfter, cause: Entry | None, zone: Zone) -> str:
    until = form.waits_for
    if until is not None:
        parties = finding.agreement.parties
        actors = cause.by if cause is not None and not finding.after else finding.who
        return f"until {awaited_words(until, actors, parties, addressed(cause, parties))}"
    assert finding.until is not None  # noqa: S101 - a length has an end
    if isinstance(form.end, Days):
        return f"to the end of {day_words(zone.date_of(finding.until - 1), weekday=False)}"
    return f"until {moment_words(finding.until, zone)}"


def awaited_words(duty: Duty, actors: Sequence[str], parties: Sequence[str], reached: Sequence[str]) -> str:
    """What ends a time in which something is forbidden, with the names of those who must: `consent by Ana`."""
    match duty.by:
        case WhoWord.SAME_PARTY:
            by = f" by {people_words(actors)}" if actors else " by whoever did it"
        case WhoWord.THE_OTHERS:
            by = f" by {people_words([name for name in parties if name not in actors])}" if actors else " by all the others"
        case WhoWord.ADDRESSED:
            by = f" by {people_words(reached)}" if reached else f" by {WhoWord.ADDRESSED.value}"
        case WhoWord.EVERYONE:
            by = f" by {people_words(parties)}"
        case Parties(names, every):
            by = f" by {people_words(names, 'and' if every else 'or')}"
        case SomeOf():
            by = f" by {duty.by.words}"
        case _:
            by = ""
    return f"{duty.selector.noun}{by}{narrowed_words(duty.selector)}{narrowed_words(duty.selector, last=True)}"


def pause_words(finding: Finding, form: Pause | PauseAfter, zone: Zone) -> str:
    """What came during a pause."""
    if finding.status is Status.KEPT:
        if stopped(form, finding.agreement) != events(form.selector):
            return f"nothing that it stops was logged during the pause of {day_words(finding.date, weekday=False)}"
        noun = form.selector.plural or form.selector.noun
        return f"no {noun} logged during the pause of {day_words(finding.date, weekday=False)}"
    starter = finding.entries[0]
    by = f" by {people_words(starter.by)}" if starter.by and isinstance(form, Pause) else ""
    began = zone.date_of(finding.began) if finding.began is not None else day_of(starter, zone)
    after = f" after {finding.after}" if finding.after else ""
    return f"started on {start_words(finding, zone)}, during the pause{by} that began on {day_words(began, weekday=False)}{after}"


def matrix_words(finding: Finding, matrix: Matrix) -> str:
    """Which answers of a matrix an event did not wait for."""
    assert finding.asked is not None  # noqa: S101 - a matrix always says it
    activities = list_words(finding.asked.activities)
    if finding.status is Status.KEPT:
        return f"{activities}: fine with everyone concerned"
    if finding.asked.forbidden:
        return f"{activities}: someone's answer in the matrix is no"
    return f"{activities}: no consent entry by {people_words(finding.missing)} in the {matrix.ask_within.words} before"

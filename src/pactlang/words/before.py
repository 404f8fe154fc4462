"""What was missing before an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.checker.finding import Lack, Short, Status
from pactlang.log.bound import day_of, start_of
from pactlang.model.agreement import Ahead, ByClock, Parties, WithinLast
from pactlang.words.meant import narrowed_words
from pactlang.words.occasion import short_day
from pactlang.words.words import count_words, day_words, length_words, moment_words, people_words, so_many_words

if TYPE_CHECKING:
    from pactlang.checker.finding import Finding
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Duty, Precedence
    from pactlang.model.calendar import Zone


def precedence_words(finding: Finding, form: Precedence, zone: Zone) -> str:
    """What was there before an event, or not."""
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
    if isinstance(form.lead, Ahead) and isinstance(form.lead.at_least, ByClock) and finding.measured is not None:
        by = f" by {short.lacking[0]}" if short.given else ""
        return f"the nearest {noun}{by} came on {moment_words(start_of(short.nearest or finding.entries[0], zone), zone)}; agreed: {agreed}"
    if finding.measured is not None and not within:
        ahead = length_words(int(finding.measured)) if finding.unit == "seconds" else count_words(finding.measured, "day")
        by = f" by {short.lacking[0]}" if short.given else ""
        return f"the nearest {noun}{by} came {ahead} ahead; agreed: {agreed}"
    if short.lack in (Lack.LATE, Lack.OLD) and short.nearest is not None and not within:
        by = f" by {short.lacking[0]}" if short.given else ""
        return f"the nearest {noun}{by} came on {short_day(short.nearest, zone)}; agreed: {agreed}"
    if short.lack is Lack.USED:
        return f"the {noun} of {short_day(short.nearest, zone)} was for the {_of_day(short.used_by, zone)}; agreed: one for each, {asked}"
    clause = narrowed_words(form.duty.selector, last=True)
    return f"no {noun} entry{narrowed_words(form.duty.selector)}{_from_whom(short, form.duty)} {asked}{clause}{_why_not(noun, short, zone)}"


def _from_whom(short: Short, duty: Duty) -> str:
    """` by Ana to Ben`: of whom nothing was there; nothing where anybody's would do."""
    by = f" by {so_many_words(short.lacking, short.still)}" if short.lacking else ""
    to = f" to {people_words(short.to, 'or' if isinstance(duty.to, Parties) and not duty.to.every else 'and')}" if short.to else ""
    return by + to


def _why_not(noun: str, short: Short, zone: Zone) -> str:
    """`; the consent of 3 March 2026 was withdrawn`: what was wrong with the entry that came nearest."""
    entry = short.nearest
    match short.lack:
        case Lack.WITHDRAWN:
            return f"; the {noun} of {short_day(entry, zone)} was withdrawn"
        case Lack.WITH if entry is not None and entry.with_:
            return f"; the {noun} of {short_day(entry, zone)} was for {people_words(entry.with_)}"
        case Lack.ABOUT if entry is not None:
            return f"; the {noun} of {short_day(entry, zone)} was about {entry.about}"
        case _:
            return ""


def _of_day(entry: Entry | None, zone: Zone) -> str:
    assert entry is not None  # noqa: S101 - what was used up was used by an event
    return f"{entry.type} of {day_words(day_of(entry, zone), weekday=False)}"


def _lead_words(lead: Ahead) -> str:
    if lead.any_time:
        return "before it"
    most = [f"at most {lead.at_most.words} ahead"] if lead.at_most is not None else []
    match lead.at_least:
        case ByClock():
            return " and ".join([lead.at_least.words, *most])
        case None:
            return most[0]
        case least:
            return f"at least {least.words} and {most[0]}" if most else f"at least {least.words} ahead"
